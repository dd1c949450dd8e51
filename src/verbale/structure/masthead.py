"""A masthead is the lines above a text's first paragraph: section, headline, byline, outlet, place and day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from verbale.lang.calendar import calendar_dates
from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.structure.paragraphs import Paragraph

Kind = Literal["title", "byline", "published", "updated", "outlet", "section", "address"]

_ZONE = 40  # paragraphs in which a masthead stands
_BODY = 220  # characters: a paragraph of a text rather than a line above it
_LINE = 140  # characters: the longest line of a byline or date
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BESIDE_DATE = 30  # characters that may stand beside the date in a line of its own: a weekday, a time, a place
_OUTLET = re.compile(r"\((?P<name>[^()\d]{3,60})\)")
_ADDRESS = re.compile(r"https?://\S+")
_HEADLINE_WORDS = 3  # at least; fewer are a section's name
_WORD = re.compile(r"\w[\w'’.-]*")
_NAME_WORD = re.compile(r"[^\W\d_a-z](?:[^\W\d_]|['’.-])*\.?")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the lines say; `lines` is the kind of each by the index of its paragraph."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    sections: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    lines: tuple[tuple[int, Kind], ...] = ()


def find_masthead(paragraphs: Sequence[Paragraph], until: int, language: Language) -> Masthead:
    """The masthead of the paragraphs before `until`, where the turns of an interview begin."""
    zone = paragraphs[: min(until, _ZONE)]
    kinds: dict[int, Kind] = {i: kind for i, p in enumerate(zone) if (kind := _kind(p, language))}
    zone = zone[: _body(zone, kinds)]
    kinds = {i: kind for i, kind in kinds.items() if i < len(zone)}
    title = _headline(zone, kinds)
    if title is not None:
        kinds[title] = "title"
    authors = tuple(dict.fromkeys(_authors(zone, kinds, title, language)))
    kinds |= {i: "byline" for i, p in enumerate(zone) if i not in kinds and p.words in authors}
    kinds |= {i: "section" for i in range(title or 0) if i not in kinds and _is_section(zone[i])}
    return _read(zone, kinds, authors, language)


def _kind(paragraph: Paragraph, language: Language) -> Kind | None:
    """What a line is by its own form."""
    words = paragraph.words
    if paragraph.is_a("title"):
        return "title"
    if len(words) > _LINE or paragraph.is_a("note", "caption", "list_item"):
        return None
    if dated := language.rules("structure.date_lines").at(words, 0):
        return _dated(words, dated["kind"], language)
    if (byline := language.rules("structure.bylines").at(words, 0)) and _names_somebody(words, byline, language):
        return "byline"
    if _ADDRESS.fullmatch(words):
        return "address"
    if _OUTLET.fullmatch(words):
        return "outlet"
    return "published" if _is_date_line(words, language) else None


def _names_somebody(words: str, byline: Match, language: Language) -> bool:
    """Whether the words of a byline are names, or wait for one on the next line."""
    start, end = byline.groups["author"]
    return not words[start:end].strip() or any(_names(words[start:end], language))


def _dated(words: str, kind: Kind, language: Language) -> Kind | None:
    return kind if _day(words, language) else None


def _day(words: str, language: Language) -> str | None:
    return next((value for _, _, value in calendar_dates(words, language) if _DAY.fullmatch(value)), None)


def _is_date_line(words: str, language: Language) -> bool:
    """Whether a line is a date, or a name and a date on either side of a bar."""
    for start, end, value in calendar_dates(words, language):
        if _DAY.fullmatch(value):
            beside = words[:start] + words[end:]
            return "|" in beside or (len(beside) <= _BESIDE_DATE and not words.endswith("."))
    return False


def _body(zone: Sequence[Paragraph], kinds: dict[int, Kind]) -> int:
    """Where the text itself begins: at the first long paragraph, but after a byline or date that stands soon after."""
    long = [i for i, paragraph in enumerate(zone) if len(paragraph.words) > _BODY and i not in kinds]
    first = long[0] if long else len(zone)
    beyond = long[1] if len(long) > 1 else first
    stated = [i for i, kind in kinds.items() if kind in ("byline", "published", "updated") and first < i < beyond]
    return (
        (max(stated) + 1)
        if stated and not any(kind == "published" and i < first for i, kind in kinds.items())
        else first
    )


def _headline(zone: Sequence[Paragraph], kinds: dict[int, Kind]) -> int | None:
    """The line that is marked as the title or a heading, or that looks like a headline."""
    for kind in ("title", "heading"):
        if (marked := next((i for i, p in enumerate(zone) if p.is_a(kind) and len(p.words) > 3), None)) is not None:
            return marked
    stated = [i for i, kind in kinds.items() if kind in ("byline", "published", "outlet")]
    free = [i for i, p in enumerate(zone) if i not in kinds and _is_headline(p) and i < max(stated, default=len(zone))]
    worded = [i for i in free if _count(zone[i]) >= _HEADLINE_WORDS]
    return next(iter(worded), free[0] if free and stated else None)


def _is_headline(paragraph: Paragraph) -> bool:
    words = paragraph.words
    return words[-1] not in ".:,;：" and words[0] not in "([" and len(words) <= _BODY


def _authors(zone: Sequence[Paragraph], kinds: dict[int, Kind], title: int | None, language: Language) -> Iterator[str]:
    """The names of the bylines; else of a line under the headline that is a person's name, beside an outlet or day."""
    for i in sorted(kinds):
        yield from _byline(zone, i, kinds, language)
    if any(kind == "byline" for kind in kinds.values()):
        return
    for i in range((title or 0) + 1 if title is not None else 0, len(zone)):
        if i not in kinds and _is_signature(zone[i].words, language) and _stands_by(i, kinds):
            kinds[i] = "byline"
            yield zone[i].words
            return


def _byline(zone: Sequence[Paragraph], i: int, kinds: dict[int, Kind], language: Language) -> Iterator[str]:
    words = zone[i].words
    if kinds[i] == "published" and "|" in words:
        kinds[i] = "byline"
        yield from (part.strip() for part in words.split("|") if _is_signature(part.strip(), language))
        return
    match = language.rules("structure.bylines").at(words, 0) if kinds[i] == "byline" else None
    if match is None:
        return
    start, end = match.groups["author"]
    stated = words[start:end].strip()
    if not stated and i + 1 < len(zone) and i + 1 not in kinds:
        stated = zone[i + 1].words
        kinds[i + 1] = "byline"
    yield from _names(stated, language)


def _names(stated: str, language: Language) -> Iterator[str]:
    """The names in a byline, parted at `and` and commas where each part is one."""
    reached, parts = 0, []
    for join in language.rules("structure.joins").find(stated):
        parts.append(stated[reached : join.start].strip())
        reached = join.end
    parts.append(stated[reached:].strip())
    yield from (part for part in parts if _is_signature(part, language))


def _is_signature(words: str, language: Language) -> bool:
    """Whether a line is a person's name, or a desk's that signs for persons."""
    if language.rules("structure.desks").at(words, 0):
        return True
    parts = words.split()
    names, others = language.table("turns.particles"), language.table("structure.not_names")
    fits = (_NAME_WORD.fullmatch(part) or part.lower() in names for part in parts)
    if parts[:1] and parts[0].lower() in language.table("turns.offices") and any(part in names for part in parts):
        return False
    return 2 <= len(parts) <= 5 and all(fits) and not any(part.lower().strip(".") in others for part in parts)


def _stands_by(i: int, kinds: dict[int, Kind]) -> bool:
    return any(kinds.get(j) in ("outlet", "published") for j in range(i + 1, i + 4))


def _is_section(paragraph: Paragraph) -> bool:
    return _count(paragraph) <= _HEADLINE_WORDS


def _count(paragraph: Paragraph) -> int:
    """How many words a line has; the sign in "Asia & Pacific" is none."""
    return len(_WORD.findall(paragraph.words))


def _read(zone: Sequence[Paragraph], kinds: dict[int, Kind], authors: tuple[str, ...], language: Language) -> Masthead:
    def words(*wanted: Kind) -> list[str]:
        return [zone[i].words for i in sorted(kinds) if kinds[i] in wanted]

    days = (_day(line, language) for line in [*words("published"), *words("byline")])
    head = Masthead(
        authors=authors,
        publisher=next((line.strip("()") for line in words("outlet")), None),
        published=next((day for day in days if day), None),
        sections=tuple(words("section")),
        addresses=tuple(words("address")),
        lines=tuple(sorted(kinds.items())),
    )
    return replace(head, title=next((" ".join(line.split()) for line in words("title")), None))
