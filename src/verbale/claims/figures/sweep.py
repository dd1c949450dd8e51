"""A sweep is a walk over spans in order of the text that says, sentence by sentence, which of them are there."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from verbale.model.span import Span

T = TypeVar("T")


class Sweep(Generic[T]):
    """Things with offsets; asked for one sentence after another, it looks at each of them once."""

    def __init__(self, things: Iterable[T], place: Callable[[T], tuple[int, int]]) -> None:
        self._place = place
        self._ahead = sorted(things, key=place, reverse=True)
        self._here: list[T] = []

    def at(self, sentence: Span) -> list[T]:
        """The things that share a character with the sentence; sentences must come in the order of the text."""
        while self._ahead and self._place(self._ahead[-1])[0] < sentence.end:
            self._here.append(self._ahead.pop())
        self._here = [thing for thing in self._here if self._place(thing)[1] > sentence.start]
        return list(self._here)
