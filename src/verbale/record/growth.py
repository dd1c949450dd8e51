"""A growth check holds a stated rate of growth against the two levels that the same text gives."""

from collections.abc import Iterable, Iterator, Sequence

from verbale.model.claim import Check, Figure
from verbale.model.identity import identify
from verbale.model.span import Span
from verbale.model.statement import By
from verbale.record.observation import flow, levels, series
from verbale.record.rounding import Interval, growth, interval, written

BY = By("checks", "growth", "1")


def check_growth(figures: Sequence[Figure], sentences: Sequence[Span]) -> Iterator[Check]:
    """A check for every rate whose two levels are in the text.

    A rate without its levels gives none: a reader learns nothing from hearing that a text leaves out what most leave
    out. Nor is there one where the text gives several levels that contradict each other, and none stands beside the
    rate: which of them is meant would be a guess.
    """
    known = levels(figures)
    for rate in figures:
        if rate.measure == "growth" and rate.unit == "percent" and rate.period and rate.base_period:
            home = next((s for s in sentences if s.meets(rate.span)), rate.span)
            pair = _levels_of(rate, known, home)
            if pair is not None:
                yield from _checked(rate, *pair)


def _levels_of(rate: Figure, known: Sequence[Figure], home: Span) -> tuple[Figure, Figure] | None:
    """The level of the rate's period and that of its base, by one reporter and in one unit."""
    pairs = (
        (now, base)
        for now in _settled(_candidates(rate, known, rate.period), rate, home)
        for base in _settled((f for f in known if f.period == rate.base_period and _compares(now, f)), rate, home)
    )
    return min(pairs, key=lambda pair: sum(_distance(level, rate) for level in pair), default=None)


def _candidates(rate: Figure, known: Sequence[Figure], period: str | None) -> Iterator[Figure]:
    for level in known:
        same = (level.indicator or level.label) == (rate.indicator or rate.label) and flow(level) == flow(rate)
        if same and level.period == period and rate.reporter in (None, level.reporter):
            yield level


def _compares(now: Figure, base: Figure) -> bool:
    return series(now) is not None and series(now) == series(base) and now.reporter == base.reporter


def _settled(candidates: Iterable[Figure], rate: Figure, home: Span) -> list[Figure]:
    """The candidates, where they agree; else those in the rate's own sentence, where these do."""
    found = list(candidates)
    return next((group for group in (found, [f for f in found if home.meets(f.span)]) if _agree(group)), [])


def _agree(levels: Sequence[Figure]) -> bool:
    """Whether levels by the same reporter are the same."""
    told = {(level.reporter, level.unit, level.value) for level in levels}
    return len(told) == len({(reporter, unit) for reporter, unit, _ in told})


def _distance(level: Figure, rate: Figure) -> int:
    return abs(level.span.start - rate.span.start)


def _checked(rate: Figure, now: Figure, base: Figure) -> Iterator[Check]:
    stated, above, below = interval(rate), interval(now), interval(base)
    if stated is None or above is None or below is None or not (above.bounded and below.bounded) or below.low <= 0:
        return
    possible, point = growth(above, below), (now.value / base.value - 1) * 100
    holds = possible.meets(stated)
    spans = tuple(sorted((rate.span, now.span, base.span)))
    yield Check(
        id=identify("check", "growth", *spans),
        kind="growth",
        spans=spans,
        figures=tuple(f.id for f in sorted((rate, now, base), key=lambda f: f.span)),
        indicator=rate.indicator,
        period=rate.period,
        given=rate.span.text,
        computed=point,
        verdict="consistent" if holds else "inconsistent",
        why=f"the levels of {base.period} and {now.period} give {point:.2f} percent, which is "
        f"{'what' if holds else 'not what'} the text states: {rate.span.text}",
        working=_working(now, base, above, below, possible, point),
        by=BY,
    )


def _working(now: Figure, base: Figure, above: Interval, below: Interval, possible: Interval, point: float) -> str:
    return (
        f"{written(now.value)} / {written(base.value)} - 1 = {point:.2f} %; rounded numbers, so "
        f"({_ends(above)}) / ({_ends(below)}) - 1 = {possible.low:.2f} to {possible.high:.2f} %"
    )


def _ends(values: Interval) -> str:
    return f"{written(values.low)} to {written(values.high)}"
