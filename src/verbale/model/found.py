"""What a stage found is its values together with what it could not make out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from verbale.model.issue import Issue

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """Values in the order of the text, and the issues met on the way to them."""

    values: tuple[T, ...] = ()
    issues: tuple[Issue, ...] = ()

    def __iter__(self) -> Iterator[T]:
        return iter(self.values)
