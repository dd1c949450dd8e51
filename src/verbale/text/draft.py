"""A draft is a text in the making: its characters so far, the alignment back to the source, marks and troubles.

Everything that cleaning does is one operation, `recast`: the new content is a sequence of pieces of the old, each
standing as the same or as other words. An edit is a piece whose words differ; a moved note is a piece in another place.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from verbale.model.issue import Issue, Trouble
from verbale.model.text import Alignment, Mark, Run, Text


@dataclass(frozen=True, slots=True)
class Piece:
    """content[start:end] standing as `words`; the first of them stand where the first characters replaced stood."""

    start: int
    end: int
    words: str


Edit = Piece
Repair = Callable[[str], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Remark:
    """An issue to be, at a place of the draft that moves as the draft changes."""

    place: int
    what: Trouble
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Characters, and what has been learnt of them on the way; every operation gives a new draft."""

    content: str
    alignment: Alignment
    marks: tuple[Mark, ...] = ()
    remarks: tuple[Remark, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, source: str) -> "Draft":
        """The source as it stands."""
        return cls(source, Alignment((Run(0, 0, len(source)),) if source else ()))

    def recast(self, pieces: Iterable[Piece]) -> "Draft":
        """The pieces put together, in their order; marks and remarks go where their characters went."""
        pieces = list(pieces)
        step = aligned(pieces)
        content = "".join(piece.words for piece in pieces)
        carry = Carrier(step, len(content))
        marks = (replace(m, start=span[0], end=span[1]) for m in self.marks if (span := carry.span(m.start, m.end)))
        remarks = (replace(remark, place=carry.place(remark.place)) for remark in self.remarks)
        return replace(
            self,
            content=content,
            alignment=compose(step, self.alignment),
            marks=tuple(marks),
            remarks=tuple(remarks),
        )

    def edited(self, edits: Iterable[Edit]) -> "Draft":
        """The draft with the edits made, which stand in order and do not overlap."""
        edits = [edit for edit in edits if self.content[edit.start : edit.end] != edit.words]
        return self.recast(_whole(self.content, edits)) if edits else self

    def marked(self, marks: Iterable[Mark]) -> "Draft":
        """The draft with more marks, which count its present characters."""
        return replace(self, marks=(*self.marks, *marks))

    def remarked(self, *remarks: Remark) -> "Draft":
        """The draft with more remarks, which count its present characters."""
        return replace(self, remarks=(*self.remarks, *remarks))

    def source_of(self, start: int, end: int) -> str:
        """Where in the source the stretch stands, for people to read: `120–461`."""
        found = self.alignment.source_of(start, end)
        return f"{found[0]}–{found[1]}" if found else "none"

    def text(self) -> Text:
        """The text: from here on nothing changes."""
        marks = tuple(sorted(self.marks, key=lambda mark: (mark.start, -mark.end, mark.kind)))
        text = Text(self.content, self.alignment, marks, self.metadata)
        remarks = sorted(self.remarks, key=lambda remark: remark.place)
        return replace(text, issues=tuple(Issue(text.span(r.place, r.place), r.what, r.why) for r in remarks))


def aligned(pieces: Iterable[Piece]) -> Alignment:
    """The alignment of the pieces, put together, with the content that they are pieces of."""
    runs: list[Run] = []
    place = 0
    for piece in pieces:
        runs.append(Run(place, piece.start, min(len(piece.words), piece.end - piece.start)))
        place += len(piece.words)
    return Alignment(tuple(_joined(runs)))


def compose(outer: Alignment, inner: Alignment) -> Alignment:
    """A text's alignment with the source, given the text's with a draft (`outer`) and the draft's with the source."""
    return Alignment(tuple(_joined(_through(outer, inner))))


def _through(outer: Alignment, inner: Alignment) -> Iterator[Run]:
    starts = [run.text_start for run in inner.runs]
    for run in outer.runs:
        end = run.source_start + run.length
        i = max(bisect_right(starts, run.source_start) - 1, 0)
        while i < len(starts) and starts[i] < end:
            found = inner.runs[i]
            lo, hi = max(found.text_start, run.source_start), min(found.text_start + found.length, end)
            if lo < hi:
                yield Run(run.text_start + lo - run.source_start, found.source_start + lo - found.text_start, hi - lo)
            i += 1


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs without empty ones, those that go on without a gap on both sides made one."""
    last: Run | None = None
    for run in runs:
        if not run.length:
            continue
        if last and (run.text_start, run.source_start) == (
            last.text_start + last.length,
            last.source_start + last.length,
        ):
            last = Run(last.text_start, last.source_start, last.length + run.length)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _whole(content: str, edits: Iterable[Edit]) -> Iterator[Piece]:
    """The edits with the stretches between them."""
    reached = 0
    for edit in edits:
        if reached < edit.start:
            yield Piece(reached, edit.start, content[reached : edit.start])
        yield edit
        reached = edit.end
    if reached < len(content):
        yield Piece(reached, len(content), content[reached:])


class Carrier:
    """Where the places of a draft have gone in the next, of `length` characters: an alignment read the other way."""

    def __init__(self, step: Alignment, length: int) -> None:
        self._runs = sorted(step.runs, key=lambda run: run.source_start)
        self._starts = [run.source_start for run in self._runs]
        self._ends = [run.source_start + run.length for run in self._runs]
        self._length = length

    def place(self, place: int) -> int:
        """Where the first character that is left at or after `place` has gone; the end if there is none."""
        i = bisect_right(self._ends, place)
        if i == len(self._runs):
            return self._length
        run = self._runs[i]
        return run.text_start + max(place - run.source_start, 0)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """From the first to the last character that is left of a stretch, if any is."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end) - 1
        if first > last:
            return None
        head, tail = self._runs[first], self._runs[last]
        lo = head.text_start + max(start - head.source_start, 0)
        hi = tail.text_start + min(end - tail.source_start, tail.length)
        return (lo, hi) if lo < hi else None
