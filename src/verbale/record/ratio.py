"""A ratio check holds what is told per head against the total and the number of heads."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from verbale.model.claim import Figure
from verbale.record.notation import measured, number
from verbale.record.observation import flow, levels
from verbale.record.outcome import Outcome
from verbale.record.rounding import interval, written
from verbale.record.stated import HEAD, Stated

PEOPLE = "population"


def check_ratios(stated: Sequence[Stated]) -> Iterator[Outcome]:
    """An outcome for every figure per head whose total and number of people are stated, each with one value."""
    totals: dict[object, list[Stated]] = defaultdict(list)
    for one in levels(stated):
        totals[_key(one.figure)].append(one)
    people = [one for one in stated if _counts_people(one) and one.figure.measure == "level"]
    for one in stated:
        if one.per == HEAD and one.figure.measure == "level" and one.figure.indicator:
            heads = [head for head in people if flow(head.figure) == flow(one.figure)]
            yield from _checked(one, totals.get(_key(one.figure), []), heads)


def _counts_people(one: Stated) -> bool:
    """Whether it is how many people a country has."""
    return one.people or one.figure.indicator == PEOPLE


def _key(figure: Figure) -> object:
    return (figure.indicator, flow(figure), figure.unit, figure.period)


def _amount(value: float, unit: str) -> str:
    return measured(number(float(f"{value:.4g}")), unit, value)


def _checked(one: Stated, totals: Sequence[Stated], heads: Sequence[Stated]) -> Iterator[Outcome]:
    if any(len({found.figure.value for found in group}) != 1 for group in (totals, heads)):
        return
    total, head = totals[0], heads[0]
    stated, above, below = interval(one.figure), interval(total.figure), interval(head.figure)
    if stated is None or above is None or below is None or not (above.bounded and below.bounded) or below.low <= 0:
        return
    possible, point = above.over(below), total.figure.value / head.figure.value
    holds = possible.meets(stated)
    given = one.figure.span.text
    yield Outcome(
        kind="ratio",
        sides=(one, total, head),
        given=given,
        computed=point,
        verdict="consistent" if holds else "inconsistent",
        why=f"{total.figure.span.text} for {head.figure.span.text} are {_amount(point, one.figure.unit)} a head, "
        f"which is {'what' if holds else 'not what'} the text states: {given}",
        working=f"{written(total.figure.value)} / {written(head.figure.value)} = {written(float(f'{point:.6g}'))}; "
        f"rounded numbers, so ({above}) / ({below}) = {possible}",
    )
