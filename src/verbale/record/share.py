"""A share check holds a stated percentage against the part and the whole that it is of."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from verbale.lang.pack import Language
from verbale.model.claim import Figure
from verbale.record.observation import levels, measured_by
from verbale.record.outcome import Outcome
from verbale.record.rounding import interval, written
from verbale.record.stated import Stated

WORLD = "WLD"
PERCENT = ("share", "rate")  # measures of a percentage that may be a share


def check_shares(text: str, language: Language, stated: Sequence[Stated]) -> Iterator[Outcome]:
    """An outcome for every percentage whose part and whole stand beside it: "$3 billion, or 30 percent of the total of
    $10 billion"."""
    for _, sentence in groupby(stated, key=lambda one: (one.document, one.place)):
        figures = list(sentence)
        for three in zip(figures, figures[1:], figures[2:], strict=False):
            found = _ordered(text, language, three)
            if found:
                yield from divided(*found)


def _ordered(text: str, language: Language, three: tuple[Stated, ...]) -> tuple[Stated, Stated, Stated] | None:
    """Of three figures in a row the percentage, the part and the whole, where the words between them tell."""
    first, second, third = three
    gaps = [text[a.figure.span.end : b.figure.span.start] for a, b in ((first, second), (second, third))]
    equals, of = (language.rules(f"checks.{name}") for name in ("equals", "of_whole"))
    if _is_percent(second) and _alike(first, third) and equals.at(gaps[0], 0) and of.at(gaps[1], 0):
        return second, first, third
    if _is_percent(first) and _alike(second, third) and of.at(gaps[0], 0) and equals.at(gaps[1], 0):
        return first, third, second
    return None


def _is_percent(one: Stated) -> bool:
    return one.figure.unit == "percent" and one.figure.measure in PERCENT


def _alike(one: Stated, other: Stated) -> bool:
    return one.figure.unit == other.figure.unit and one.figure.measure == other.figure.measure == "level"


def check_shares_of_flows(stated: Sequence[Stated]) -> Iterator[Outcome]:
    """An outcome for every share of one partner in a flow of which that partner's part and the whole are stated."""
    known: dict[object, list[Stated]] = defaultdict(list)
    for one in levels(stated):
        known[_key(one.figure)].append(one)
    for share in stated:
        figure = share.figure
        if figure.measure == "share" and figure.unit == "percent" and figure.origin and figure.destination:
            parts = known.get((measured_by(figure), figure.origin, figure.destination, figure.period), [])
            for end in ((figure.origin, WORLD), (WORLD, figure.destination)):
                wholes = known.get((measured_by(figure), *end, figure.period), [])
                yield from _of(share, parts, wholes)


def _key(figure: Figure) -> tuple[str, str, str, str | None]:
    return (measured_by(figure), figure.origin or WORLD, figure.destination or WORLD, figure.period)


def _of(share: Stated, parts: Sequence[Stated], wholes: Sequence[Stated]) -> Iterator[Outcome]:
    """The share by one part and one whole, where each has one value by the same statistics."""
    reporter = share.figure.reporter
    told = [[one for one in group if one.figure.reporter == reporter] for group in (parts, wholes)]
    if all(len({one.figure.value for one in group}) == 1 for group in told):
        part, whole = told[0][0], told[1][0]
        if part.figure.unit == whole.figure.unit and measured_by(share.figure):
            yield from divided(share, part, whole)


def divided(share: Stated, part: Stated, whole: Stated) -> Iterator[Outcome]:
    """The part over the whole, held against the stated percentage."""
    stated, above, below = interval(share.figure), interval(part.figure), interval(whole.figure)
    if stated is None or above is None or below is None or not (above.bounded and below.bounded) or below.low <= 0:
        return
    possible = above.over(below).times(100)
    point = part.figure.value / whole.figure.value * 100
    holds = possible.meets(stated)
    given = share.figure.span.text
    yield Outcome(
        kind="share",
        sides=(share, part, whole),
        given=given,
        computed=point,
        verdict="consistent" if holds else "inconsistent",
        why=f"{part.figure.span.text} of {whole.figure.span.text} are {point:.2f} percent, "
        f"which is {'what' if holds else 'not what'} the text states: {given}",
        working=f"{written(part.figure.value)} / {written(whole.figure.value)} = {point:.2f} %; rounded numbers, so "
        f"({above}) / ({below}) = {possible.low:.2f} to {possible.high:.2f} %",
    )
