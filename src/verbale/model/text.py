"""A text is the canonical words of one source, with the alignment that leads each of them back to where it stood."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from verbale.model.issue import Issue
from verbale.model.span import Span

MarkKind = Literal[
    "title", "heading", "strong", "emphasis", "quote_block", "list_item", "note", "caption", "link", "meta"
]


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters of the text, from `text_start`, that stood in the decoded source from `source_start`."""

    text_start: int
    source_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which characters of the text came from which characters of the source; `runs` are in the order of the text.

    Characters in no run were inserted by cleaning (a paragraph break between two cells, say) and stand nowhere else.
    """

    runs: tuple[Run, ...]

    def source_of(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of the source from the first to the last character of text[start:end] that came from it."""
        pieces = list(self.pieces(start, end))
        return (min(a for a, _ in pieces), max(b for _, b in pieces)) if pieces else None

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of the source, run by run, that text[start:end] came from."""
        first = max(bisect_right(self.runs, start, key=lambda run: run.text_start) - 1, 0)
        for run in self.runs[first:]:
            if run.text_start >= end:
                break
            lo, hi = max(run.text_start, start), min(run.text_start + run.length, end)
            if lo < hi:
                shift = run.source_start - run.text_start
                yield lo + shift, hi + shift


@dataclass(frozen=True, slots=True)
class Mark:
    """What the markup said of text[start:end]; `value` is a heading's level, a link's target, a field's name."""

    start: int
    end: int
    kind: MarkKind
    value: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """The canonical text of a source. It never changes: every span counts its characters.

    `marks` are what the markup said (headings, bold, notes, front-matter fields as `meta`), in the order of the text;
    `metadata` holds fields of the source that have no words in the text (a language attribute, a publisher's name).
    """

    content: str
    alignment: Alignment
    marks: tuple[Mark, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    issues: tuple[Issue, ...] = field(default=())

    def span(self, start: int, end: int) -> Span:
        """The anchor of text[start:end]: the only way that spans are made."""
        return Span(start, end, self.content[start:end])

    def marked(self, kind: MarkKind) -> list[Mark]:
        """The marks of one kind, in order."""
        return [mark for mark in self.marks if mark.kind == kind]
