"""A collation sets quoted words against the words that they were taken from: what is the same, left out or changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verbale.model.comparison import ChangeKind, Fidelity
from verbale.record.alignment import Original, Step, align
from verbale.record.words import Word

Ends = tuple[int, int]
_SILENT = ("left_out", "added", "replaced")


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words of one kind; `quoted` and `original` are offsets in either text, absent where there are none."""

    kind: ChangeKind
    quoted: Ends | None
    original: Ends | None


@dataclass(frozen=True, slots=True)
class Collation:
    """The changes in the order of the words, and the `stretches` of its text that the original's words stand in.

    `same` of the `of` quoted words, those in brackets apart, stand in the original, at the most `run` of them in a row.
    Of the original's words `silent` are left out or replaced without a sign. `worth` tells the better of two.
    """

    changes: tuple[Change, ...]
    stretches: tuple[Ends, ...]
    same: int
    of: int
    run: int
    silent: int
    worth: int

    @property
    def fidelity(self) -> Fidelity:
        """Identical up to marks, case and brackets; elided where words are left out; altered where words differ."""
        kinds = {change.kind for change in self.changes}
        if kinds & {"added", "replaced"}:
            return "altered"
        in_place = any(change.kind == "supplied" and change.original for change in self.changes)
        return "elided" if in_place or kinds & {"elided", "left_out"} else "identical"

    @property
    def is_faithful(self) -> bool:
        """Whether a reader can tell from the signs alone where words were left out or put in."""
        return self.fidelity != "altered" and not self.silent


def collate(quoted: Sequence[Word], original: Original, start: int, end: int) -> Collation:
    """The best way to set all quoted words against a stretch of original.words[start:end]."""
    found = align(quoted, original, start, end)
    kinds = [_kind(step, quoted, original.words) for step in found.steps]
    same = [kind == "same" for kind in kinds]
    return Collation(
        changes=tuple(_changes(found.steps, kinds, quoted, original)),
        stretches=tuple(_stretches([step.j for step in found.steps if step.j is not None], original)),
        same=sum(held and not _is_inserted(step.i, quoted) for step, held in zip(found.steps, same, strict=True)),
        of=sum(not word.inserted for word in quoted),
        run=_longest(same),
        silent=sum(step.j is not None and kind in _SILENT for step, kind in zip(found.steps, kinds, strict=True)),
        worth=found.worth,
    )


def _kind(step: Step, quoted: Sequence[Word], words: Sequence[Word]) -> ChangeKind | None:
    """What one step is; None for a word left out that nobody said."""
    if step.i is None:
        return _kind_left_out(step, quoted, words)
    if step.j is not None and quoted[step.i].key == words[step.j].key:
        return "same"
    if quoted[step.i].inserted:
        return "supplied"
    return "added" if step.j is None else "replaced"


def _kind_left_out(step: Step, quoted: Sequence[Word], words: Sequence[Word]) -> ChangeKind | None:
    before, after = quoted[step.after - 1], quoted[step.after]
    if after.gap:
        return "elided"
    if step.j is not None and words[step.j].inserted:
        return None
    return "supplied" if before.inserted or after.inserted else "left_out"


def _is_inserted(i: int | None, quoted: Sequence[Word]) -> bool:
    return i is not None and quoted[i].inserted


def _longest(same: Sequence[bool]) -> int:
    """The most in a row that hold."""
    longest = run = 0
    for holds in same:
        run = run + 1 if holds else 0
        longest = max(longest, run)
    return longest


def _changes(
    steps: Sequence[Step], kinds: Sequence[ChangeKind | None], quoted: Sequence[Word], original: Original
) -> Iterator[Change]:
    """The steps in runs; words that are left out and words that are put in at one place are one replacement."""
    run: list[Step] = []
    running: ChangeKind | None = None
    for step, kind in zip(steps, kinds, strict=True):
        if kind is None:
            continue
        goes_on = kind == running or (kind in _SILENT and running in _SILENT)
        if run and not (goes_on and step.j not in original.apart):
            yield _change(running, run, quoted, original.words)
            run = []
        run.append(step)
        running = kind
    if run:
        yield _change(running, run, quoted, original.words)


def _change(kind: ChangeKind | None, run: Sequence[Step], quoted: Sequence[Word], words: Sequence[Word]) -> Change:
    here = _ends([quoted[step.i] for step in run if step.i is not None])
    there = _ends([words[step.j] for step in run if step.j is not None])
    if kind in _SILENT:
        kind = "replaced" if here and there else "added" if here else "left_out"
    assert kind is not None
    return Change(kind, here, there)


def _ends(words: Sequence[Word]) -> Ends | None:
    return (words[0].start, words[-1].end) if words else None


def _stretches(indices: Sequence[int], original: Original) -> Iterator[Ends]:
    """Where the words stand, parted where the text has something else between them."""
    first = indices[0] if indices else 0
    for before, j in pairwise(indices):
        if any(k in original.apart for k in range(before + 1, j + 1)):
            yield original.words[first].start, original.words[before].end
            first = j
    if indices:
        yield original.words[first].start, original.words[indices[-1]].end
