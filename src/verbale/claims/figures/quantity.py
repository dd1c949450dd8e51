"""A quantity is a number with its unit and qualifier: what a figure says before one knows what it measures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from verbale.claims.figures.amount import Amount, exact
from verbale.claims.figures.multiple import Multiple
from verbale.claims.figures.noun import Noun
from verbale.lang.numbers import Number
from verbale.lang.pack import Language
from verbale.model.claim import Qualifier

Kind = Literal["money", "percent", "physical", "count"]

SLIGHT = 10  # counts below this part no other figures from their words
ABOVE: frozenset[str] = frozenset({"more_than", "at_least"})
BELOW: frozenset[str] = frozenset({"less_than", "at_most"})
TIMES = "time"  # the unit of what is so many times as large


@dataclass(frozen=True, slots=True)
class Quantity:
    """Half-open offsets of the number with unit and qualifier, and what they amount to, in base units.

    `core` is where number and unit stand without the qualifier; `noun` where the counted noun stands. `growth`
    says that the word itself tells of growth ("doubled"), `fraction` that it is a part of a whole ("half").
    """

    start: int
    end: int
    core: tuple[int, int]
    number: Number
    value: float
    unit: str
    kind: Kind
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = "exact"
    noun: tuple[int, int] | None = None
    fraction: bool = False
    growth: bool = False

    @property
    def slight(self) -> bool:
        """Whether it is so small a count that what stands around it belongs to other figures as well."""
        return self.kind == "count" and self.value < SLIGHT

    def ends(self, sign: int) -> tuple[float, float | None, float | None]:
        """Value, low and high, negative where it tells of a fall: 20 to 25 percent less is from -25 to -20."""
        if self.low is None or self.high is None:
            return sign * self.value, None, None
        low, high = sorted((sign * self.low, sign * self.high))
        return low, low, high


def like(number: Number, other: Quantity) -> Quantity:
    """The number with the unit of another quantity, and with its scale where it has none: "5 and 7 billion dollars"."""
    scale = other.number.scale if number.scale == 1 and number.value < 1000 else 1
    factor = scale * (abs(other.value / other.number.value) if other.number.value else 1)
    low, high = (None if end is None else exact(end * factor) for end in (number.low, number.high))
    place = (number.start, number.end)
    return Quantity(*place, place, number, exact(number.value * factor), other.unit, other.kind, low, high)


def counted_like(number: Number, other: Quantity) -> Quantity | None:
    """The number as a count of what another counts; None where that is no count, or it has a unit or is a fraction."""
    if other.noun is None or number.written not in ("digits", "words"):
        return None
    place = (number.start, number.end)
    return Quantity(*place, place, number, number.value, other.unit, "count", number.low, number.high, noun=other.noun)


def measured(amount: Amount) -> Quantity:
    """What an amount says."""
    place = (amount.start, amount.end)
    assert amount.kind != "duration"
    return Quantity(*place, place, amount.number, amount.value, amount.unit, amount.kind, amount.low, amount.high)


def count(number: Number, counted: Noun) -> Quantity:
    """So many of what a noun beside the number, or before it, says."""
    place, noun = (number.start, max(number.end, counted.end)), (counted.start, counted.end)
    return Quantity(*place, place, number, number.value, counted.unit, "count", number.low, number.high, noun=noun)


def bare(number: Number) -> Quantity:
    """A number by itself."""
    place = (number.start, number.end)
    return Quantity(*place, place, number, number.value, "", "count", number.low, number.high)


def multiplied(multiple: Multiple) -> Quantity:
    """The growth that a multiple makes, or how many times as large something is."""
    place = (multiple.start, multiple.end)
    if multiple.percent is None:
        return Quantity(*place, place, multiple.number, multiple.number.value, TIMES, "count")
    return Quantity(*place, place, multiple.number, exact(multiple.percent), "percent", "percent", growth=True)


def apart(quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities without those that reach over the next; a qualifier that does so is the next one's."""
    apart: list[Quantity] = []
    for quantity in quantities:
        last = apart[-1] if apart else None
        if last and last.end > quantity.start:
            if last.noun and last.noun == quantity.noun:  # a number within what is counted: "five new 737 aircraft"
                continue
            fits = last.core[1] <= quantity.start
            apart[-1:] = [replace(last, end=last.core[1], qualifier="exact")] if fits else []
        apart.append(quantity)
    return apart


def bounded(content: str, language: Language, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities with a lower and an upper bound of one thing as one: "more than 5 but less than 10 percent"."""
    bounded: list[Quantity] = []
    for quantity in quantities:
        last = bounded[-1] if bounded else None
        if last and _between(content, language, last, quantity):
            low, high = sorted((last, quantity), key=lambda q: q.value)
            ends = (low.value, high.value)
            place = (last.start, quantity.end)
            last = replace(
                quantity, start=place[0], core=place, value=ends[0], low=ends[0], high=ends[1], qualifier="exact"
            )
            bounded[-1:] = [last]
        else:
            bounded.append(quantity)
    return bounded


def _between(content: str, language: Language, first: Quantity, second: Quantity) -> bool:
    """Whether the first is bounded on the side away from the second, and the second on the other."""
    if first.unit != second.unit or first.low is not None or second.low is not None:
        return False
    low, high = sorted((first, second), key=lambda q: q.value)
    gap = content[first.end : second.start].strip().strip(",").strip().lower()
    apart = low.value < high.value and low.qualifier in ABOVE and high.qualifier in BELOW
    return apart and (not gap or gap in language.table("quantities.both"))
