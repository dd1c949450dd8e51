"""A comparison is two documents side by side: how each renders the words of the other, and how one became the other."""

from dataclasses import dataclass
from typing import Literal

from verbale.model.record import Document
from verbale.model.span import Span
from verbale.model.statement import StatementKind

ChangeKind = Literal[
    "same",
    "elided",  # left out behind an ellipsis
    "left_out",  # left out without a sign
    "supplied",  # put into brackets, beside or in place of what stood there
    "added",  # put in without a sign
    "replaced",
]
Fidelity = Literal["identical", "elided", "altered", "absent"]
QuotationKind = StatementKind | Literal["heading"]
Revised = Literal["same", "deleted", "inserted"]

SCHEMA = "verbale.comparison/1"


@dataclass(frozen=True, slots=True)
class Place:
    """Words of one document; `source` is the stretch of its decoded source that they lead back to."""

    span: Span
    source: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of words of one kind: as `quoted`, and as in the `original`; one is absent where words are left out or put
    in."""

    kind: ChangeKind
    quoted: Span | None = None
    original: Span | None = None


@dataclass(frozen=True, slots=True)
class Rendition:
    """A quotation of one document and what the other has of it: `fidelity` says how they agree.

    `kind` is that of the statement, or `heading` for words within the marks of a headline or caption; `source` is as
    in a place. `speaker` is whose words they are here, `said_by` whose they are in the other document, by name.
    `originals` are the other's words, and `edits` say how these became those quoted. `silent` says that words are left
    out without an ellipsis.
    """

    span: Span
    kind: QuotationKind
    fidelity: Fidelity
    source: tuple[int, int] | None = None
    speaker: str | None = None
    said_by: str | None = None
    originals: tuple[Place, ...] = ()
    edits: tuple[Edit, ...] = ()
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """A stretch that two versions have the same, or that only the one `before` or the one `after` has."""

    kind: Revised
    before: Span | None = None
    after: Span | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Documents `a` and `b`, the quotations of each as the other has them, and where one is a version of the other the
    `redline` that leads from a to b."""

    schema: str
    a: Document
    b: Document
    a_in_b: tuple[Rendition, ...]
    b_in_a: tuple[Rendition, ...]
    redline: tuple[Revision, ...] | None = None
