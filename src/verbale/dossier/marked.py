"""A marked text is a document's text as a tree of nested stretches, so that each cited one can be linked to."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from verbale.model.record import Record


class Stretch(NamedTuple):
    """text[start:end] under a name; outer stretches come before inner ones.

    `reach` is minus the end, so that of two that begin together the longer comes first. `first` is whether it is the
    first piece of what the name stands for: stretches that overlap without nesting are cut.
    """

    start: int
    reach: int
    name: str
    first: bool = True

    @property
    def end(self) -> int:
        """Where it ends, itself excluded."""
        return -self.reach


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the marked text: `opens` or `closes` a stretch, or `ends` a paragraph, or holds `words`."""

    does: str
    words: str = ""
    stretch: Stretch | None = None


def nested(stretches: Iterable[Stretch]) -> tuple[list[Stretch], set[str]]:
    """The stretches cut so that any two nest or lie apart, outer ones first, and the names of those that were cut."""
    waiting = list(stretches)
    heapify(waiting)
    placed: list[Stretch] = []
    open_: list[Stretch] = []
    cut: set[str] = set()
    while waiting:
        stretch = heappop(waiting)
        while open_ and open_[-1].end <= stretch.start:
            open_.pop()
        if open_ and stretch.end > open_[-1].end:
            border = open_[-1].end
            heappush(waiting, Stretch(border, stretch.reach, stretch.name, False))
            stretch = Stretch(stretch.start, -border, stretch.name, stretch.first)
            cut.add(stretch.name)
        placed.append(stretch)
        open_.append(stretch)
    return placed, cut


def pieces(record: Record, stretches: Iterable[Stretch]) -> Iterator[Piece]:
    """The record's text from first to last, cut where nested stretches open and close and paragraphs end."""
    breaks = _breaks(record)
    end = len(record.text)
    open_: list[Stretch] = []
    at = 0
    for stretch in (*stretches, None):
        start = stretch.start if stretch else end
        while open_ and (stretch is None or open_[-1].end <= start):
            yield from _words(record.text, at, open_[-1].end, breaks)
            at = open_[-1].end
            yield Piece("closes", stretch=open_.pop())
        yield from _words(record.text, at, start, breaks)
        at = start
        if stretch:
            yield Piece("opens", stretch=stretch)
            open_.append(stretch)


def _breaks(record: Record) -> list[int]:
    """Where paragraphs end: at a line's end that ends a passage, or that an empty line follows."""
    ends = {passage.span.end for passage in record.passages}
    runs = re.finditer(r"\n\s*", record.text)
    return [run.start() for run in runs if run.start() in ends or run.group().count("\n") > 1]


def _words(text: str, start: int, end: int, breaks: list[int]) -> Iterator[Piece]:
    """The words of text[start:end], paragraph by paragraph."""
    at = start
    for border in breaks[bisect_left(breaks, start) : bisect_left(breaks, end)]:
        yield Piece("words", text[at:border])
        yield Piece("ends")
        at = border
    yield Piece("words", text[at:end])
