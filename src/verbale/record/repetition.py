"""A repetition check finds one observation that a text gives twice with different values."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from verbale.model.claim import Check, Figure
from verbale.model.identity import identify
from verbale.model.statement import By
from verbale.record.observation import levels, series
from verbale.record.rounding import interval, written

BY = By("checks", "repetition", "1")


def check_repetitions(figures: Sequence[Figure]) -> Iterator[Check]:
    """A check for every two values that statistics named in the text give for one thing and period, beyond rounding.

    Only the same label in the same words counts as one thing: an indicator alone covers wholes and their parts. What
    speakers say for themselves is left alone: "20 ships …, and 300 more" has two values and no contradiction.
    """
    told: dict[object, list[Figure]] = defaultdict(list)
    for figure in levels(figures):
        if figure.reporter and figure.source and figure.label and series(figure):
            thing = (series(figure), figure.label.casefold(), figure.period, figure.reporter, figure.modality)
            told[thing].append(figure)
    for stated in told.values():
        firsts = {figure.value: figure for figure in reversed(stated)}
        for one, other in combinations(sorted(firsts.values(), key=lambda f: f.span), 2):
            yield from _compared(one, other)


def _compared(one: Figure, other: Figure) -> Iterator[Check]:
    here, there = interval(one), interval(other)
    if here is None or there is None or here.meets(there):
        return
    small, large = sorted((one.value, other.value))
    gap = (large / small - 1) * 100
    yield Check(
        id=identify("check", "repetition", one.span, other.span),
        kind="repetition",
        spans=(one.span, other.span),
        figures=(one.id, other.id),
        indicator=one.indicator,
        period=one.period,
        given=f"{one.span.text}, {other.span.text}",
        computed=gap,
        verdict="differs",
        why=f"the text gives two values for {one.label} in {one.period}, {gap:.1f} percent apart",
        working=f"{written(large)} / {written(small)} - 1 = {gap:.2f} %",
        by=BY,
    )
