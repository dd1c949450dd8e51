"""A sum check holds a total against its parts: trade against exports and imports, a change against its two levels."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from verbale.record.notation import measured, number
from verbale.record.observation import levels, measured_by
from verbale.record.outcome import Outcome
from verbale.record.rounding import Interval, interval, written
from verbale.record.stated import Stated

Group = tuple[str, frozenset[str], str, str | None, str | None, str]
Told = dict[object, list[Stated]]  # by the direction of the flow, or the pair for trade both ways


def check_sums(stated: Sequence[Stated]) -> Iterator[Outcome]:
    """An outcome for every total of trade both ways of which both directions are stated, by the same statistics."""
    groups: dict[Group, Told] = defaultdict(lambda: defaultdict(list))
    for one in levels(stated):
        figure = one.figure
        ends = {figure.origin, figure.destination} - {None} or set(figure.parties)
        if figure.indicator and measured_by(figure) == figure.indicator and len(ends) == 2:
            pair = frozenset(str(end) for end in ends)
            key = (figure.indicator, pair, figure.unit, figure.period, figure.reporter, figure.modality)
            groups[key][(figure.origin, figure.destination) if figure.origin else pair].append(one)
    for (_, pair, *_), told in groups.items():
        total = told.pop(pair, [])
        if total and len(told) == 2 and all(_one_value(group) for group in (total, *told.values())):
            yield from added(total[0], [group[0] for group in told.values()])


def _one_value(group: Sequence[Stated]) -> bool:
    return len({one.figure.value for one in group}) == 1


def added(total: Stated, parts: Sequence[Stated], whole: bool = True) -> Iterator[Outcome]:
    """The parts added up and held against their total; unless they are the `whole` of it they may fall short of it."""
    of = [interval(part.figure) for part in parts]
    stated = interval(total.figure)
    if stated is None or any(part is None for part in of):
        return
    possible = _sum([part for part in of if part])
    point = sum(part.figure.value for part in parts)
    equal = possible.meets(stated)
    holds = equal if whole else Interval(0, stated.high).meets(possible)
    if holds and not (equal and possible.bounded and stated.bounded):
        return  # that 3 is within 100, or more than 3 and 4 more than 5, tells a reader nothing
    yield Outcome(
        kind="sum",
        sides=(total, *parts),
        given=total.figure.span.text,
        computed=point,
        verdict="consistent" if holds else "inconsistent",
        why=_why(total, parts, point, whole, holds),
        working=_working(parts, point, of, possible, stated),
    )


def _why(total: Stated, parts: Sequence[Stated], point: float, whole: bool, holds: bool) -> str:
    given, several = total.figure.span.text, len(parts) > 1
    sum_ = measured(number(point), total.figure.unit, point)
    found = f"the {len(parts)} parts add up to {sum_}" if several else f"the part is {sum_}"
    if whole:
        return f"{found}, which is {'what' if holds else 'not what'} the text states: {given}"
    return (
        f"{found}, {'within' if holds else 'more than'} the {given} that {'they are' if several else 'it is'} part of"
    )


def _sum(parts: Sequence[Interval]) -> Interval:
    total = Interval(0.0, 0.0)
    for part in parts:
        total = total.plus(part)
    return total


def _working(
    parts: Sequence[Stated], point: float, of: Sequence[Interval | None], possible: Interval, stated: Interval
) -> str:
    terms = " + ".join(written(part.figure.value) for part in parts)
    rounded = " + ".join(f"({part})" for part in of)
    return f"{terms} = {written(point)}; rounded numbers, so {rounded} = {possible}; stated: {stated}"
