"""A record is everything Verbale has found in one document, every datum anchored in its text."""

from dataclasses import dataclass

from verbale.model.claim import Check, Date, Figure
from verbale.model.issue import Issue
from verbale.model.span import Span
from verbale.model.statement import Actor, Statement
from verbale.model.structure import Exchange, Genre, Lineage, Participant, Passage

SCHEMA = "verbale.record/1"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the document's bytes came from: `uri`, their digest, IANA media type and number."""

    uri: str
    sha256: str
    media_type: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Document:
    """What the document is; `language` is an ISO 639-1 code, `relation` the pair of countries it is mainly about."""

    id: str
    source: Origin
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    published: str | None
    language: str
    genre: Genre
    relation: tuple[str, ...]
    participants: tuple[Participant, ...]
    lineage: tuple[Lineage, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One document's record; `origin` leads runs of `text` back to the source: (text start, source start, length)."""

    schema: str
    document: Document
    text: str
    origin: tuple[tuple[int, int, int], ...]
    passages: tuple[Passage, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    checks: tuple[Check, ...] = ()
    issues: tuple[Issue, ...] = ()

    def actor(self, id: str | None) -> Actor | None:
        """The actor of that id."""
        return next((actor for actor in self.actors if actor.id == id), None)

    def context(self, span: Span, width: int = 240) -> tuple[str, str]:
        """The words before and after a span, up to `width` characters each, cut at the ends of its passage."""
        home = next((p.span for p in self.passages if p.span.holds(span)), span)
        return (
            self.text[max(home.start, span.start - width) : span.start],
            self.text[span.end : min(home.end, span.end + width)],
        )
