"""A growth check holds a stated rate of growth against the two levels that it leads from and to."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from verbale.model.claim import Figure
from verbale.record.notation import measured, number
from verbale.record.observation import Flow, flow, levels, measured_by
from verbale.record.outcome import Outcome
from verbale.record.rounding import Interval, growth, interval, written
from verbale.record.stated import Stated

Pair = tuple[Stated, Stated]
Key = tuple[str, Flow | None, str | None]
Source = tuple[str | None, str]  # reporter and unit
Known = dict[Key, list[Stated]]


def check_growth(stated: Sequence[Stated]) -> Iterator[Outcome]:
    """An outcome for every rate whose two levels are stated, and for every one of which one level is.

    A rate of which no level is stated gives none: a reader learns nothing from hearing that a text leaves out what most
    leave out. Nor is there one where several levels are stated that contradict each other, and none stands beside the
    rate: which of them is meant would be a guess.
    """
    known: Known = defaultdict(list)
    for level in levels(stated):
        known[_key(level.figure, level.figure.period)].append(level)
    for rate in stated:
        figure = rate.figure
        if is_rate(rate) and figure.period and figure.base_period:
            pair = _levels_of(rate, known)
            yield from _checked(rate, *pair) if pair else _halfway(rate, known)


def is_rate(one: Stated) -> bool:
    """Whether it is a rate of growth of the levels as they are stated, not in other prices or another currency."""
    return one.figure.measure == "growth" and one.figure.unit == "percent" and not one.other_terms


def _key(figure: Figure, period: str | None) -> Key:
    """What a level of that period must measure, and between whom, to be one that the figure is about."""
    return (measured_by(figure), flow(figure), period)


def _levels_of(rate: Stated, known: Known) -> Pair | None:
    """The level of the rate's period and that of its base, by one reporter and in one unit, nearest to the rate."""
    figure = rate.figure
    nows, bases = (_settled(_candidates(rate, known, period), rate) for period in (figure.period, figure.base_period))
    pairs = [(now, bases[source]) for source, now in nows.items() if source in bases]
    return min(pairs, key=lambda pair: [_distance(level, rate) for level in pair], default=None)


def _candidates(rate: Stated, known: Known, period: str | None) -> list[Stated]:
    figure = rate.figure
    if not measured_by(figure) or flow(figure) is None:
        return []
    found = known.get(_key(figure, period), [])
    return [one for one in found if figure.reporter in (None, one.figure.reporter)]


def _settled(candidates: Sequence[Stated], rate: Stated) -> dict[Source, Stated]:
    """By reporter and unit the level that is told, where those of all documents or of the sentence are the same."""
    for group in (candidates, [one for one in candidates if one.near(rate)]):
        told: dict[Source, Stated] = {}
        for one in sorted(group, key=lambda one: _distance(one, rate)):
            told.setdefault((one.figure.reporter, one.figure.unit), one)
        if all(told[one.figure.reporter, one.figure.unit].figure.value == one.figure.value for one in group):
            return told
    return {}


def _distance(level: Stated, rate: Stated) -> tuple[bool, int, str]:
    other = level.document != rate.document
    return (other, 0 if other else abs(level.figure.span.start - rate.figure.span.start), level.document)


def _checked(rate: Stated, now: Stated, base: Stated) -> Iterator[Outcome]:
    outcome = compared(rate, now, base)
    if outcome:
        yield outcome


def compared(rate: Stated, now: Stated, base: Stated, years: int = 1) -> Outcome | None:
    """The rate held against growth from the base to the other level, in each of so many years.

    None where the words of one of them leave open what they may stand for.
    """
    stated, above, below = interval(rate.figure), interval(now.figure), interval(base.figure)
    if stated is None or above is None or below is None or not (above.bounded and below.bounded) or below.low <= 0:
        return None
    possible = growth(above, below, years)
    point = ((now.figure.value / base.figure.value) ** (1 / years) - 1) * 100
    holds = possible.meets(stated)
    given = rate.figure.span.text
    return Outcome(
        kind="growth",
        sides=(rate, now, base),
        given=given,
        computed=point,
        verdict="consistent" if holds else "inconsistent",
        why=f"{_levels(base.figure, now.figure)} give {point:.2f} percent{' a year' if years > 1 else ''}, "
        f"which is {'what' if holds else 'not what'} the text states: {given}",
        working=_working(now.figure, base.figure, (above, below, possible), point, years),
    )


def _levels(base: Figure, now: Figure) -> str:
    told = base.period and now.period and base.period != now.period
    return f"the levels of {base.period} and {now.period}" if told else "the two levels"


def _working(now: Figure, base: Figure, of: tuple[Interval, Interval, Interval], point: float, years: int) -> str:
    above, below, possible = of
    root = f" ^ (1/{years})" if years > 1 else ""
    return (
        f"{_quotient(written(now.value), written(base.value), root)} - 1 = {point:.2f} %; rounded numbers, so "
        f"{_quotient(f'({above})', f'({below})', root)} - 1 = {possible.low:.2f} to {possible.high:.2f} %"
    )


def _quotient(now: str, base: str, root: str) -> str:
    return f"({now} / {base}){root}" if root else f"{now} / {base}"


def _halfway(rate: Stated, known: Known) -> Iterator[Outcome]:
    """That one level is missing, and what it would be; a rate of which the other is told in the same sentence."""
    figure = rate.figure
    told = {one.figure.value: one for one in _candidates(rate, known, figure.period) if one.near(rate)}
    if len(told) != 1 or _candidates(rate, known, figure.base_period) or figure.value <= -100:
        return
    (now,) = told.values()
    implied = now.figure.value / (1 + figure.value / 100)
    above, stated = interval(now.figure), interval(figure)
    possible = _implied(above, stated) if above and stated else None
    yield Outcome(
        kind="growth",
        sides=(rate, now),
        given=figure.span.text,
        verdict="not_checkable",
        why=f"the level of {figure.period} is stated, that of {figure.base_period} is not; "
        f"it would be {measured(number(float(f'{implied:.4g}')), now.figure.unit, implied)}",
        working=f"{written(now.figure.value)} / (1 + {written(figure.value)} %) = {written(float(f'{implied:.6g}'))}"
        + (f"; rounded numbers, so {possible}" if possible else ""),
    )


def _implied(now: Interval, rate: Interval) -> Interval | None:
    """The levels that the rate may have led from."""
    if not (now.bounded and rate.bounded) or rate.low <= -100:
        return None
    ends = [level / (1 + percent / 100) for level in (now.low, now.high) for percent in (rate.low, rate.high)]
    return Interval(*(float(f"{end:.4g}") for end in (min(ends), max(ends))))
