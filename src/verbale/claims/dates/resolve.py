"""A resolution is how an expression becomes a period: one function each, named by the rules of the language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from verbale.claims.dates import periods
from verbale.claims.dates.now import Now, Unsettled
from verbale.lang.calendar import month_number
from verbale.lang.match import Match
from verbale.lang.numbers import numbers
from verbale.lang.pack import Language

CENTURY = 2000  # of a fiscal year that two digits stand for
WEDNESDAY, SATURDAY = 2, 5  # as datetime counts the days of the week


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an expression by the names of the rule's groups, and what the language says that they mean."""

    match: Match
    content: str
    language: Language

    def get(self, name: str) -> str | None:
        """The words of the group, or None where the expression has none."""
        place = self.match.groups.get(name)
        return None if place is None else " ".join(self.content[slice(*place)].split())

    def meaning(self, name: str, table: str) -> int:
        """What the group's words, or their digits, mean by a table of the language."""
        words = (self.get(name) or "").casefold()
        if words.isdigit():
            return int(words)
        meanings = self.language.table(f"dates.{table}")
        return meanings[words] if words in meanings else int(next(numbers(words, self.language.code)).value)

    def count(self) -> float:
        """How many: one, where the expression does not say."""
        return self.meaning("count", "counts") if self.get("count") else 1

    def unit(self) -> str:
        """The unit of the calendar."""
        return str(self.language.table("dates.units")[(self.get("unit") or "").casefold()])

    def month(self, name: str = "month") -> int | None:
        """The month, 1 to 12."""
        words = self.get(name) or self.get(f"short_{name}")
        return month_number(words, self.language) if words else None

    def year(self, now: Now) -> int | None:
        """The year that is said with the expression: by its number, or as the document's or the text's own."""
        if number := self.get("year"):
            return int(number)
        if self.get("which"):
            return now.year + self.meaning("which", "deixis")
        if self.get("same"):
            return periods.first_day(now.reference()).year
        if self.get("back"):
            return periods.first_day(now.reference()).year - 1
        return now.year if self.get("own") else None


def day(words: Words, now: Now) -> str:
    """A day counted from the document's: today, yesterday."""
    return periods.at(now.day() + timedelta(words.meaning("offset", "days")), "day")


def weekday(words: Words, now: Now) -> str:
    """A day of the week: the last one up to the document's day, unless the words or the sentence look ahead."""
    today = now.day()
    number = words.language.table("calendar.weekdays")[(words.get("weekday") or "").capitalize()] - 1
    which = words.meaning("which", "deixis") if words.get("which") else None
    if which == 0:
        return periods.at(today + timedelta(number - today.weekday()), "day")
    if which == 1 or (which is None and now.ahead):
        return periods.at(today + timedelta((number - today.weekday() - bool(which)) % 7 + bool(which)), "day")
    back = (today.weekday() - number - bool(which)) % 7 + bool(which)
    return periods.at(today - timedelta(back), "day")


def days(words: Words, now: Now) -> str:
    """One day of a month or several, of the year said or the nearest that fits."""
    month, number = words.month(), int(words.get("day") or 0)
    assert month is not None
    year = words.year(now) or now.year_of_day(month, number)
    first = date(year, month, number)
    if not words.get("last_day"):
        return periods.at(first, "day")
    until = words.month("last_month") or month
    last = date(int(words.get("last_year") or year), until, int(words.get("last_day") or 0))
    if last < first:
        first = first.replace(year=year - 1)
    return periods.interval(periods.at(first, "day"), periods.at(last, "day"))


def month(words: Words, now: Now) -> str:
    """A month of the year said, or of the nearest that fits."""
    number = words.month()
    assert number is not None
    return periods.month(words.year(now) or now.year_of_month(number), number)


def deictic_month(words: Words, now: Now) -> str:
    """A month by its name: the one before the document's month, the one of its year or the one after."""
    number, today = words.month(), now.day("month")
    assert number is not None
    which = words.meaning("which", "deixis")
    if which < 0:
        return periods.month(today.year - (number >= today.month), number)
    return periods.month(today.year + (number <= today.month if which else 0), number)


def months(words: Words, now: Now) -> str:
    """From one month to another, the year being that of the latter."""
    first, last = words.month(), words.month("last_month")
    assert first is not None
    assert last is not None
    year = words.year(now) or now.year_of_month(last)
    if words.get("last_year"):
        return periods.months(year, first, last, int(words.get("last_year") or 0))
    return periods.months(year - (first > last), first, last, year)


def part_months(words: Words, now: Now) -> str:
    """The first or last so many months of a year, by default of the last one in which they are over."""
    count = int(words.count())
    from_start = words.meaning("number", "ordinals") > 0
    year = words.year(now)
    if year is None:
        year = now.year - (now.day("month").month <= count if from_start else True)
    if not 1 <= count <= 12:
        raise ValueError(f"a year has no {count} months")
    return periods.months(year, 1, count) if from_start else periods.months(year, 13 - count, 12)


def quarter(words: Words, now: Now) -> str:
    """A quarter of the year said, or the last of that number to begin before the document's date."""
    number = words.meaning("number", "ordinals") % 5
    year = words.year(now)
    if year is None:
        own = (now.day("month").month + 2) // 3
        year = now.year - (number > own) if not now.ahead else now.year + (number < own)
    return periods.quarter(year, number)


def part_quarters(words: Words, now: Now) -> str:
    """The first so many quarters of a year, by default of the last one in which they are over."""
    last = words.meaning("quarters", "counts") * 3
    year = words.year(now)
    if year is None:
        year = now.year - (now.day("month").month <= last)
    return periods.months(year, 1, last)


def half(words: Words, now: Now) -> str:
    """A half of the year said, or the last of that number to begin before the document's date."""
    number = int(words.get("code") or words.meaning("number", "ordinals"))
    year = words.year(now)
    if year is None:
        year = now.year - (number == 2 and now.day("month").month <= 6 and not now.ahead)
    return periods.months(year, number * 6 - 5, number * 6)


def season(words: Words, now: Now) -> str:
    """A season by its three months, in the year said or, told from the document's date, the one before or after it."""
    begins = words.meaning("season", "seasons")
    if words.get("year") or words.get("own") or words.get("same"):
        year = words.year(now) or now.year
    else:
        year = _year_of_season(begins, words.meaning("which", "deixis"), now.day("month"))
    return periods.months(year, begins, (begins + 1) % 12 + 1, year + (begins > 10))


def _year_of_season(begins: int, which: int, today: date) -> int:
    if which < 0:
        return today.year - (begins + 3 > today.month)
    return today.year + (begins <= today.month if which else 0)


def year(words: Words, now: Now) -> str:
    """A year by its number."""
    return periods.year(int(words.get("year") or 0))


def fiscal_year(words: Words, now: Now) -> str:
    """A fiscal year, of which the last two digits may stand for it, or one told from the document's date."""
    first, ends = (now.fiscal["begins"], now.fiscal["ends"]) if now.fiscal else (1, 0)
    if digits := words.get("year"):
        number = int(digits) if len(digits) == 4 else CENTURY + int(digits)
    else:
        today = now.day("month")
        number = today.year - (today.month < first) + ends + words.meaning("which", "deixis")
    if first == 1:
        return periods.year(number)
    return periods.months(number - ends, first, first - 1, number - ends + 1)


def through_year(words: Words, now: Now) -> str:
    """From the document's year to the one said, if that is still to come."""
    number = int(words.get("year") or 0)
    if now.published is None or number <= now.year:
        return periods.year(number)
    return periods.interval(periods.year(now.year), periods.year(number))


def years(words: Words, now: Now) -> str:
    """From one year to another, of which the last two digits may stand for it."""
    first, last = int(words.get("year") or 0), words.get("last_year") or ""
    until = int(last) if len(last) == 4 else first - first % 100 + int(last)
    if until <= first:
        raise ValueError(f"{first} is not before {until}")
    return periods.interval(periods.year(first), periods.year(until))


def decade(words: Words, now: Now) -> str:
    """Ten years by their first, of which the rule may know the century."""
    number = words.get("decade") or f"{words.match.get('century')}{words.get('short')}"
    return periods.at(date(int(number) * 10, 1, 1), "decade")


def century(words: Words, now: Now) -> str:
    """A hundred years by their number."""
    return periods.at(date(words.meaning("number", "ordinals") * 100, 1, 1), "century")


def deictic(words: Words, now: Now) -> str:
    """The document's own unit of the calendar, or the one before or after it."""
    unit = words.unit()
    which = words.meaning("which", "deixis") if words.get("which") else 0
    if unit == "weekend" and which == 0 and _is_over(now):
        which = -1
    return periods.at(periods.moved(now.day(unit), unit, which), unit)


def weekend(words: Words, now: Now) -> str:
    """The weekend: the last one, unless the sentence looks ahead or it has begun."""
    today = now.day()
    back = 0 if now.ahead or today.weekday() >= SATURDAY else 1
    return periods.at(today - timedelta(7 * back), "weekend")


def _is_over(now: Now) -> bool:
    """Whether "this weekend" is the one that is over: said of what has been, or on the days right after it."""
    number = now.day().weekday()
    return number < SATURDAY and not now.ahead and (now.side == "past" or number < WEDNESDAY)


def stretch(words: Words, now: Now) -> str:
    """So many units up to the document's date or from it; a single year is told by its months."""
    unit, count = words.unit(), words.count()
    scale = _scale(unit, count)
    today = now.day(scale)
    other = periods.moved(today, unit, count * words.meaning("span", "spans"))
    return periods.interval(periods.at(min(today, other), scale), periods.at(max(today, other), scale))


def _scale(unit: str, count: float) -> str:
    """The precision to which a stretch of so many units is meant."""
    if unit in periods.DAYS:
        return "day"
    return "year" if unit in ("decade", "century") or (unit == "year" and count > 1) else "month"


def ago(words: Words, now: Now) -> str:
    """So many units before the document's date, or after it, to the precision of the unit."""
    unit = words.unit()
    scale = "year" if unit in ("decade", "century") else unit
    count = words.count() if words.get("ahead") else -words.count()
    return periods.at(periods.moved(now.day(scale), unit, count), scale)


def ago_of_unit(words: Words, now: Now) -> str:
    """The document's own month, week or quarter, or the one before or after it, as it was so many years ago."""
    unit = str(words.get("part"))
    day = periods.moved(now.day(unit), unit, words.meaning("which", "deixis"))
    return periods.at(periods.moved(day, words.unit(), -words.count()), unit)


def month_of_document(words: Words, now: Now) -> str:
    """Some days that cannot be told apart, in the document's month."""
    return periods.at(now.day("month"), "month")


def neighbour(words: Words, now: Now) -> str:
    """The unit before or after the last period that the text named."""
    unit = words.unit()
    named = words.meaning("neighbour", "neighbours") if words.get("neighbour") else None
    side = named or words.match.get("step") or words.meaning("step", "steps")
    return periods.at(periods.moved(periods.first_day(now.reference()), unit, side * words.count()), unit)


def same(words: Words, now: Now) -> str:
    """The last period that the text named, as a whole, as one of its units, or as it was in another year."""
    reference, year = now.reference(), words.year(now)
    if year is not None:
        reference = periods.in_year(reference, year) if now.latest else periods.year(year)
    if words.get("unit"):
        return periods.at(periods.first_day(reference), words.unit())
    if year is None and now.latest is None:
        raise Unsettled("no period has been named before")
    return reference


def anniversary(words: Words, now: Now) -> str:
    """The year of what is remembered, counted from the year said in the sentence or else the document's."""
    name, table = ("anniversary", "anniversaries") if words.get("anniversary") else ("number", "counts")
    year = periods.first_day(now.sentence).year if now.sentence else now.year
    return periods.year(year - words.meaning(name, table))


RESOLUTIONS: dict[str, Callable[[Words, Now], str]] = {
    function.__name__: function
    for function in (
        *(day, weekday, days, month, deictic_month, months, part_months, quarter, part_quarters, half, season),
        *(year, fiscal_year, through_year, years, decade, century, deictic, weekend, stretch),
        *(ago, ago_of_unit, month_of_document, neighbour, same, anniversary),
    )
}
