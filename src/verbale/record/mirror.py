"""A mirror check sets the two sides' figures for one flow and period against each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from verbale.model.claim import Figure
from verbale.record.cause import Role, causes_of
from verbale.record.observation import Series, flow, levels, series
from verbale.record.outcome import Outcome
from verbale.record.rounding import growth, interval, written
from verbale.record.stated import Stated

Told = dict[str, dict[float, list[Stated]]]  # reporter -> value -> the figures that state it


def check_mirrors(stated: Sequence[Stated]) -> Iterator[Outcome]:
    """An outcome for the values that the two sides of a flow give for it; stated often, they are checked once.

    Where a side gives several, each is held against what the other states most often. Flows in opposite directions are
    different series (see `Series`) and never meet here.
    """
    told: dict[tuple[Series, str], Told] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for one in levels(stated):
        figure = one.figure
        measured, reporter = series(figure), figure.reporter
        if measured and figure.period and reporter and reporter in _sides(figure):
            told[measured, figure.period][reporter][figure.value].append(one)
    for (_, period), by_reporter in told.items():
        if len(by_reporter) == 2:
            for left, right in _pairs(*by_reporter.values()):
                yield from _compared(left, right, period)


def _pairs(one: dict[float, list[Stated]], other: dict[float, list[Stated]]) -> Iterator[tuple[list[Stated], ...]]:
    """Every value of each side with the other's main one: as many pairs as there are values, less one."""
    first, second = (max(side, key=lambda value: len(side[value])) for side in (one, other))
    for left in one:
        yield one[left], other[second]
    for right in other:
        if right != second:
            yield one[first], other[right]


def _sides(figure: Figure) -> tuple[str | None, ...]:
    """The two sides of a flow; a national figure has one, and no mirror."""
    sides = tuple(flow(figure) or ())
    return sides if len(sides) == 2 else ()


def _compared(left: list[Stated], right: list[Stated], period: str) -> Iterator[Outcome]:
    one, other = left[0].figure, right[0].figure
    here, there = interval(one), interval(other)
    if here is None or there is None:
        return
    small, large = sorted((one, other), key=lambda figure: figure.value)
    gap = (large.value / small.value - 1) * 100
    agrees = here.meets(there)
    yield Outcome(
        kind="mirror",
        sides=tuple(sorted((*left, *right), key=lambda stated: stated.order)),
        given=f"{one.reporter} {one.span.text}, {other.reporter} {other.span.text}",
        computed=gap,
        verdict="agrees" if agrees else "differs",
        why=f"for {period} {large.reporter} counts {gap:.1f} percent more than {small.reporter}"
        if not agrees
        else f"for {period} {one.reporter} and {other.reporter} give the same within rounding",
        working=_working(large, small, gap),
        causes=() if agrees else causes_of(one.indicator, role(large, large.reporter)),
    )


def role(figure: Figure, reporter: str | None) -> Role:
    """Which part the reporter has in the figure's flow; either in what runs both ways."""
    if reporter is None or reporter not in (figure.origin, figure.destination):
        return "either"
    return "exporter" if reporter == figure.origin else "importer"


def _working(large: Figure, small: Figure, gap: float) -> str:
    """The gap written out, with what the rounding of the two numbers leaves open where it leaves both ends."""
    above, below = interval(large), interval(small)
    point = f"{written(large.value)} / {written(small.value)} - 1 = {gap:.2f} %"
    if above is None or below is None or not (above.bounded and below.bounded) or below.low <= 0:
        return point
    possible = growth(above, below)
    return f"{point}; rounded numbers, so {possible.low:.2f} to {possible.high:.2f} %"
