"""A span is a stretch of one canonical text together with its very words: the anchor that every datum stands on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import Any

from verbale.errors import BrokenAnchor
from verbale.model.field import fields_of


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open, 0-based, in Unicode code points: `text[start:end] == words`, made by `Text.span` so that it is true.

    `text` holds the words themselves.

    Raises:
        BrokenAnchor: the words do not have the length of the stretch.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end or len(self.text) != self.end - self.start:
            raise BrokenAnchor(f"{self.text[:40]!r} cannot stand at {self.start}:{self.end}")

    def stands_in(self, content: str) -> bool:
        """Whether the words stand in `content` where the span says."""
        return content[self.start : self.end] == self.text

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


def within(spans: Iterable[Span], outer: Span) -> list[Span]:
    """The spans that lie wholly within `outer`, in their order."""
    return [span for span in spans if outer.holds(span)]


def spans_of(value: Any) -> Iterator[Span]:
    """Every span within a value of the model."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from spans_of(inner)
    else:
        kind: Any = type(value)
        for name in _bearers(kind):
            yield from spans_of(getattr(value, name))


@cache
def _bearers(kind: Any) -> tuple[str, ...]:
    """The fields of a kind in which spans can stand: a long record is looked through only there."""
    inner = {field.name: field.repeats or field.kind for field in fields_of(kind)} if is_dataclass(kind) else {}
    return tuple(name for name, part in inner.items() if part is Span or _bearers(part))


def hold(value: Any, content: str, where: str) -> None:
    """Hold every span within a value of the model to the one law: `content` is the text, `where` what it is called.

    Raises:
        BrokenAnchor: words do not stand where a span says.
    """
    for span in spans_of(value):
        if not span.stands_in(content):
            raise BrokenAnchor(f"{span.text[:60]!r} does not stand at {span.start}:{span.end} of {where}")
