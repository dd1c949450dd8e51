"""A mirror check sets the two sides' figures for one flow and period against each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from verbale.model.claim import Check, Figure
from verbale.model.identity import identify
from verbale.model.statement import By
from verbale.record.observation import Series, flow, levels, series
from verbale.record.rounding import growth, interval, written

BY = By("checks", "mirror", "1")
Told = dict[str, dict[float, list[Figure]]]  # reporter -> value -> the figures that state it


def check_mirrors(figures: Sequence[Figure]) -> Iterator[Check]:
    """A check for every two values that the two sides of a flow give for it; stated often, they are checked once.

    Flows in opposite directions are different series (see `Series`) and never meet here.
    """
    told: dict[tuple[Series, str], Told] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for figure in levels(figures):
        measured, reporter = series(figure), figure.reporter
        if measured and figure.period and reporter and reporter in _sides(figure):
            told[measured, figure.period][reporter][figure.value].append(figure)
    for (_, period), by_reporter in told.items():
        if len(by_reporter) == 2:
            one, other = by_reporter.values()
            for left, right in product(one.values(), other.values()):
                yield from _compared(left, right, period)


def _sides(figure: Figure) -> tuple[str | None, ...]:
    """The two sides of a flow; a national figure has one, and no mirror."""
    sides = tuple(flow(figure) or ())
    return sides if len(sides) == 2 else ()


def _compared(left: list[Figure], right: list[Figure], period: str) -> Iterator[Check]:
    one, other = left[0], right[0]
    here, there = interval(one), interval(other)
    if here is None or there is None:
        return
    stated = sorted((*left, *right), key=lambda figure: figure.span)
    small, large = sorted((one, other), key=lambda figure: figure.value)
    gap = (large.value / small.value - 1) * 100
    agrees = here.meets(there)
    yield Check(
        id=identify("check", "mirror", *(figure.span for figure in stated)),
        kind="mirror",
        spans=tuple(figure.span for figure in stated),
        figures=tuple(figure.id for figure in stated),
        indicator=one.indicator,
        period=period,
        given=f"{one.reporter} {one.span.text}, {other.reporter} {other.span.text}",
        computed=gap,
        verdict="agrees" if agrees else "differs",
        why=f"for {period} {large.reporter} counts {gap:.1f} percent more than {small.reporter}"
        if not agrees
        else f"for {period} {one.reporter} and {other.reporter} give the same within rounding",
        working=_working(large, small, gap),
        by=BY,
    )


def _working(large: Figure, small: Figure, gap: float) -> str:
    """The gap written out, with what the rounding of the two numbers leaves open where it leaves both ends."""
    above, below = interval(large), interval(small)
    point = f"{written(large.value)} / {written(small.value)} - 1 = {gap:.2f} %"
    if above is None or below is None or not (above.bounded and below.bounded) or below.low <= 0:
        return point
    possible = growth(above, below)
    return f"{point}; rounded numbers, so {possible.low:.2f} to {possible.high:.2f} %"
