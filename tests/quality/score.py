"""A score is how much of what is annotated was found, and how much of what was found is annotated."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Score:
    """`right` of `gold` found, out of `found`; `left_out` counts what is not measured, by reason."""

    name: str
    right: int
    found: int
    gold: int
    left_out: dict[str, int] = field(default_factory=dict)
    misses: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.found + self.gold
        return 2 * self.right / both if both else 1.0

    def __str__(self) -> str:
        rates = f"{self.precision:6.3f} {self.recall:6.3f} {self.f1:6.3f}"
        told = f"{self.name:24} {rates}  {self.right}/{self.found}/{self.gold}"
        return told + (f"  left out: {self.left_out}" if self.left_out else "")


Pairs = list[tuple[Any, Any]]


def paired(gold: Sequence[Any], found: Sequence[Any], likeness: Callable[[Any, Any], float]) -> Pairs:
    """Gold and found one to one, the likest first; what has no likeness is no pair."""
    ranked = sorted(
        ((likeness(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found) if likeness(g, f) > 0),
        reverse=True,
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs: Pairs = []
    for _, i, j in ranked:
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((gold[-i], found[-j]))
    return pairs


def total(name: str, scores: Iterable[Score]) -> Score:
    """The scores as one, pooled."""
    scores = list(scores)
    left_out: dict[str, int] = {}
    for score in scores:
        for why, count in score.left_out.items():
            left_out[why] = left_out.get(why, 0) + count
    return Score(
        name,
        sum(score.right for score in scores),
        sum(score.found for score in scores),
        sum(score.gold for score in scores),
        left_out,
        tuple(miss for score in scores for miss in score.misses),
    )


def close(a: float | None, b: float | None) -> bool:
    """Whether two values are the same but for the noise of binary fractions."""
    return a is not None and b is not None and abs(a - b) <= 1e-6 * max(1e-9, abs(a), abs(b))


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """How many characters two stretches share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))
