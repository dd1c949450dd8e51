"""A cited thing is something found in a document, with the words there that it stands on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from verbale.errors import BrokenAnchor
from verbale.model.record import Record
from verbale.model.span import Span
from verbale.record.cite import cite

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of a document; `number` counts a dossier's documents from 1.

    Raises:
        BrokenAnchor: the words do not stand in the document where the span says.
    """

    number: int
    record: Record
    span: Span

    def __post_init__(self) -> None:
        if not self.span.stands_in(self.record.text):
            where = f"{self.span.start}:{self.span.end} of {self.record.document.id}"
            raise BrokenAnchor(f"{self.span.text[:60]!r} does not stand at {where}")

    @property
    def anchor(self) -> str:
        """What the words are linked by within the dossier: `d1-2985-3001`."""
        return f"d{self.number}-{self.span.start}-{self.span.end}"

    @property
    def place(self) -> str:
        """The document's number and the characters, the last one excluded: `D1 2985–3001`."""
        return f"D{self.number} {self.span.start}–{self.span.end}"

    @property
    def full(self) -> str:
        """The citation that holds outside the dossier too."""
        return cite(self.record, self.span)


@dataclass(frozen=True, slots=True)
class Cited(Generic[T]):
    """A value and the citations it stands on, of which the first is its own words."""

    value: T
    citations: tuple[Citation, ...]

    @property
    def own(self) -> Citation:
        """Its own words."""
        return self.citations[0]


def cited(number: int, record: Record, value: T, spans: Iterable[Span]) -> Cited[T]:
    """A value found in a document, standing on these words of it.

    Raises:
        BrokenAnchor: some words do not stand there.
    """
    return Cited(value, tuple(Citation(number, record, span) for span in spans))
