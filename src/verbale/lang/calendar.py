"""A calendar date is a day or month that a text names in full, so that nothing else is needed to place it."""

from collections.abc import Iterator
from datetime import date
from functools import cache

from verbale.lang.match import Match
from verbale.lang.pack import Language, load


def calendar_dates(
    content: str, language: Language, start: int = 0, end: int | None = None
) -> Iterator[tuple[int, int, str]]:
    """The dates that stand in content[start:end] with their year, as (start, end, ISO 8601 value), in order.

    The value is a day ("2024-05-07") or a month ("2023-03"). Dates that do not exist (30 February), that run over a
    line's end, or whose order of day and month is open in the language are left out.
    """
    for match in language.rules("calendar.explicit").find(content, start, end):
        if value := explicit_value(match, content, language):
            yield match.start, match.end, value


def explicit_value(match: Match, content: str, language: Language) -> str | None:
    """The ISO 8601 value of a match of the rules `calendar.explicit`.

    None where no such day exists, where it is open which it is, or where the match runs over a line's end.
    """
    if "\n" in content[match.start : match.end]:
        return None
    words = {name: content[start:end] for name, (start, end) in match.groups.items()}
    year = int(words["year"])
    if "first" in words:
        return _ordered(year, int(words["first"]), int(words["second"]), match.get("first"))
    month = month_number(words.get("month") or words["short_month"], language)
    if "day" not in words:
        return f"{year:04}-{month:02}"
    return _day(year, month, int(words["day"]))


def month_number(name: str, language: Language) -> int:
    """The month, 1 to 12, that a name or number stands for.

    Raises:
        KeyError: the language has no month of that name.
    """
    return int(name) if name.isdigit() else _months(language.code)[name.casefold()]


@cache
def _months(code: str) -> dict[str, int]:
    language = load(code)
    names = {**language.table("calendar.months"), **language.table("calendar.short_months")}
    return {name.casefold(): number for name, number in names.items()}


def _ordered(year: int, first: int, second: int, is_first: str | None) -> str | None:
    """The day, read as the language orders day and month unless only the other order gives a date."""
    month_first, day_first = _day(year, first, second), _day(year, second, first)
    if is_first == "day":
        return day_first or month_first
    if is_first == "month" or not (month_first and day_first):
        return month_first or day_first
    return month_first if month_first == day_first else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
