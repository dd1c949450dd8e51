"""A head is what a text says of itself: its title, who wrote it, who published it and when, and what kind it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast, get_args
from urllib.parse import urlsplit

from verbale.errors import LanguageError
from verbale.lang.calendar import calendar_dates
from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.model.structure import Genre, Head, Lineage
from verbale.model.text import Text
from verbale.structure.masthead import Masthead
from verbale.structure.paragraphs import Paragraph

_TITLES = ("title", "og:title", "headline", "dc.title")
_AUTHORS = ("author", "authors", "byline", "dc.creator", "creator")
_PUBLISHERS = ("publisher", "sitename", "site_name", "og:site_name", "source", "outlet", "hostname")
_DAYS = ("date", "published", "published_time", "article:published_time", "publish_date", "pubdate", "date_published")
_ADDRESSES = ("source_url", "url", "canonical", "og:url", "link", "permalink")
_KINDS = ("tags", "type", "category", "section", "genre", "og:type", "article:section")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-]|$)")
_SPOKEN: tuple[Genre, ...] = ("interview", "press_conference")
_EDGE = 12  # paragraphs at either end of a text in which notes on its origin stand
_OPENING = 4  # paragraphs of the body in which the text may say when and how it came to be


def find_head(
    text: Text,
    paragraphs: Sequence[Paragraph],
    masthead: Masthead,
    layout: Genre | None,
    spoken: bool,
    language: Language,
) -> Head:
    """The head of a text: fields of the source first, then its opening lines, then its opening sentences.

    `layout` is the genre that the turns of the text show, an interview's or a press conference's; `spoken` says whether
    it has turns at all.
    """
    fields = _fields(text)
    title = _first(fields, _TITLES) or masthead.title
    authors = _authors(_first(fields, _AUTHORS)) or masthead.authors
    genre = _genre(title, fields, masthead, layout, spoken, language)
    signed = genre == "article" and _is_signed(paragraphs[-_EDGE:], authors, language)
    above = dict(masthead.lines)
    opening = [paragraph for i, paragraph in enumerate(paragraphs[:_EDGE]) if i not in above][:_OPENING]
    return Head(
        title=title,
        authors=authors,
        publisher=_publisher(fields, masthead),
        published=_published(text, fields, masthead, opening, language),
        genre="op_ed" if signed else genre,
        lineage=tuple(_lineage(text, paragraphs, language)),
    )


def _fields(text: Text) -> dict[str, str]:
    """The fields of the source by name, in small letters: those marked in the text, then the others."""
    fields = {mark.value.lower(): text.content[mark.start : mark.end] for mark in text.marked("meta") if mark.value}
    for mark in text.marked("title")[:1]:
        fields["title"] = text.content[mark.start : mark.end]
    for name, value in text.metadata:
        fields.setdefault(name.lower(), value)
    return {name: " ".join(value.split()) for name, value in fields.items() if value.strip()}


def _first(fields: Mapping[str, str], names: Sequence[str]) -> str | None:
    return next((fields[name] for name in names if name in fields), None)


def _authors(field: str | None) -> tuple[str, ...]:
    return tuple(name for name in re.split(r"\s*;\s*", field or "") if name)


def _publisher(fields: Mapping[str, str], masthead: Masthead) -> str | None:
    """The field, the outlet's line, or the host of the page's address."""
    named = _first(fields, _PUBLISHERS) or masthead.publisher
    host = urlsplit(_first(fields, _ADDRESSES) or "").hostname
    return named or (host.removeprefix("www.") if host else None)


def _published(
    text: Text, fields: Mapping[str, str], masthead: Masthead, opening: Sequence[Paragraph], language: Language
) -> str | None:
    """The day of publication by the first of the ways in which a text says it."""
    for name in _DAYS:
        if name in fields and (day := _day(fields[name], language)):
            return day
    return masthead.published or _given(opening, language) or _in_address(text, fields, masthead)


def _day(words: str, language: Language) -> str | None:
    if match := _DAY.match(words):
        return match[0]
    return next((value for _, _, value in calendar_dates(words, language) if _DAY.fullmatch(value)), None)


def _given(opening: Sequence[Paragraph], language: Language) -> str | None:
    """The day on which the words that follow were spoken or written, as the opening says."""
    for paragraph in opening:
        if language.rules("structure.given").first(paragraph.words) and (day := _day(paragraph.words, language)):
            return day
    return None


def _in_address(text: Text, fields: Mapping[str, str], masthead: Masthead) -> str | None:
    addresses = [fields[name] for name in _ADDRESSES if name in fields] + list(masthead.addresses)
    found = (_DAY_IN_ADDRESS.search(address) for address in addresses)
    return next(("-".join(match.groups()) for match in found if match), None)


def _genre(
    title: str | None,
    fields: Mapping[str, str],
    masthead: Masthead,
    layout: Genre | None,
    spoken: bool,
    language: Language,
) -> Genre:
    """The kind by the words of the title, by the turns, by the section that the page stands in, by its byline.

    A title that names an interview over a text without turns is an article's about one.
    """
    rules = language.rules("structure.genres")
    if title and (named := _leading(title, language)) and (spoken or named not in _SPOKEN):
        return named
    if layout:
        return layout
    for words in (*masthead.sections, *(fields[name] for name in _KINDS if name in fields)):
        if match := rules.at(words, 0):
            return _as_genre(match["genre"])
        if kind := language.table("structure.kinds").get(words.lower()):
            return _as_genre(kind)
    return "article" if masthead.authors or masthead.publisher or masthead.published else "other"


def _is_signed(closing: Sequence[Paragraph], authors: Sequence[str], language: Language) -> bool:
    """Whether a note below the text says who its author is: a guest, not one of the paper's own."""
    for paragraph in closing:
        for match in language.rules("structure.signed").all(paragraph.words):
            if "name" not in match.groups or paragraph.words[slice(*match.groups["name"])] in authors:
                return True
    return False


def _leading(title: str, language: Language) -> Genre | None:
    """The kind that the words of a title name; what stands first in the rules counts most."""
    found = language.rules("structure.genres").all(title)
    ranks = {id(rule): rank for rank, rule in enumerate(language.rules("structure.genres").rules)}
    best = min(found, key=lambda match: ranks[id(match.rule)], default=None)
    return _as_genre(best["genre"]) if best else None


def _as_genre(name: str) -> Genre:
    if name not in get_args(Genre):
        raise LanguageError(f"there is no genre {name!r}")
    return cast(Genre, name)


def _lineage(text: Text, paragraphs: Sequence[Paragraph], language: Language) -> Iterator[Lineage]:
    """The steps that the text says it has gone through, each once, in the order of the text."""
    said: set[str] = set()
    edges = [*paragraphs[:_EDGE], *paragraphs[max(_EDGE, len(paragraphs) - _EDGE) :]]
    for paragraph in edges:
        for match in language.rules("structure.lineage").find(paragraph.words):
            if match["step"] not in said:
                said.add(match["step"])
                yield Lineage(match["step"], _by(paragraph.words, match))


def _by(words: str, match: Match) -> str:
    start, end = match.groups.get("by", (0, 0))
    return words[start:end].strip(' "“”')
