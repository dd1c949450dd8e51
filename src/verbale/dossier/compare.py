"""A comparison is what the two sides report of one thing and time, next to each other, with the gap between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from verbale.dossier.cited import Cited
from verbale.model.claim import Figure
from verbale.record.observation import Series, series
from verbale.record.rounding import interval

Side = tuple[Cited[Figure], ...]


class Measured(NamedTuple):
    """What both sides must mean for their figures to be held against each other."""

    series: Series
    measure: str
    modality: str
    base_period: str | None

    @property
    def topic(self) -> tuple[str, str, str]:
        """What it is about, whether told as a level, a growth or a share."""
        ends = self.series.between
        between = "–".join(sorted(ends)) if isinstance(ends, frozenset) else " → ".join(end or "" for end in ends)
        return (self.series.measured, between, self.modality)


@dataclass(frozen=True, slots=True)
class Gap:
    """How far apart two values are: in percent of the smaller one, or in points where both are percentages.

    `larger` is the side that reports more; `agrees` says that both may stand for the same value, as they are rounded.
    """

    size: float
    unit: str
    larger: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures of the `first` country's side and of the `second`'s for one period; `gaps` has that of every two."""

    measured: Measured
    period: str
    first: Side
    second: Side
    gaps: tuple[Gap, ...]

    @property
    def one(self) -> Figure:
        """A figure that says what all of them measure."""
        return self.first[0].value


def compare(figures: Iterable[Cited[Figure]], pair: tuple[str, str]) -> tuple[Comparison, ...]:
    """What both countries report, by what is measured and then by period; flows in opposite directions never meet."""
    told: dict[tuple[Measured, str], dict[str, list[Cited[Figure]]]] = defaultdict(lambda: defaultdict(list))
    for found in figures:
        figure = found.value
        key, reporter = measured(figure), figure.reporter
        if key and figure.period and reporter in pair:
            told[key, figure.period][reporter].append(found)
    both = (
        _comparison(key, period, tuple(sides[pair[0]]), tuple(sides[pair[1]]))
        for (key, period), sides in told.items()
        if len(sides) == 2
    )
    return tuple(sorted(both, key=_place))


def _place(comparison: Comparison) -> tuple[str, ...]:
    """Where a comparison stands among others: by what is measured, then by period, levels before growth."""
    of = comparison.measured
    return (*of.topic, comparison.period, of.base_period or "", of.series.unit, of.measure)


def measured(figure: Figure) -> Measured | None:
    """What a figure measures; None where the text leaves open what or between whom, or it is only supposed."""
    of = series(figure)
    if of is None or figure.modality == "hypothetical":
        return None
    return Measured(of, figure.measure, figure.modality, figure.base_period)


def _comparison(key: Measured, period: str, first: Side, second: Side) -> Comparison:
    return Comparison(key, period, first, second, tuple(_gaps(first, second)))


def _gaps(first: Side, second: Side) -> Iterator[Gap]:
    """The gap of every two values; a value that is stated often counts once."""
    ones, others = ({found.value.value: found.value for found in side}.values() for side in (first, second))
    for one, other in product(ones, others):
        yield gap(one, other)


def gap(one: Figure, other: Figure) -> Gap:
    """How far apart two figures are."""
    small, large = sorted((one, other), key=lambda figure: figure.value)
    here, there = interval(one), interval(other)
    agrees = one.value == other.value or bool(here and there and here.meets(there))
    if one.unit == "percent" or small.value <= 0:
        size, unit = large.value - small.value, "percentage_point" if one.unit == "percent" else one.unit
    else:
        size, unit = (large.value / small.value - 1) * 100, "percent"
    return Gap(size, unit, large.reporter or "", agrees)
