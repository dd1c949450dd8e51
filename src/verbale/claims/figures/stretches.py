"""Stretches are parts of a text that may overlap, of which one asks whether they hold or meet another part."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Stretches:
    """Half-open stretches; an answer takes no longer for a thousand of them than for ten."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))  # the last end of those that begin so far

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds [start, end) whole."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] >= end

    def meet(self, start: int, end: int) -> bool:
        """Whether one of them shares a character with [start, end)."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start
