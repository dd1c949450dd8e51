"""A repetition check finds one observation that is stated twice, with other values or, elsewhere, with the same."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from verbale.model.claim import Figure
from verbale.record.observation import flow, is_whole, series
from verbale.record.outcome import Outcome
from verbale.record.rounding import interval, meet, written
from verbale.record.stated import Stated

MEASURES = ("level", "growth")


def check_repetitions(stated: Sequence[Stated]) -> Iterator[Outcome]:
    """An outcome for every observation of which one text gives several values, or several documents any.

    Only figures of all of an indicator are of one thing: "20 ships …, 300 more" has two values and no contradiction.
    """
    told: dict[object, list[Stated]] = defaultdict(list)
    for one in stated:
        if one.per is None and _is_told(one.figure):
            told[_thing(one.figure)].append(one)
    for group in told.values():
        yield from _compared(sorted(_apart(group), key=lambda one: one.order))


def _apart(group: Sequence[Stated]) -> Iterator[Stated]:
    """The figures, without those beside another value in their sentence: one that tells two is not of one thing."""
    values: dict[object, set[float]] = defaultdict(set)
    for one in group:
        values[one.document, one.place].add(one.figure.value)
    return (one for one in group if one.place is None or len(values[one.document, one.place]) == 1)


def _is_told(figure: Figure) -> bool:
    """Whether the figure says of what, between whom, when and by whose statistics it is.

    Of one country alone statistics must be named: what a speaker says of their own country is of many things.
    """
    sides = [end for end in flow(figure) or () if end]
    named = len(sides) == 2 or (len(sides) == 1 and figure.source is not None)
    known = figure.period and figure.reporter and figure.modality == "actual"
    return bool(known and named and is_whole(figure) and figure.measure in MEASURES)


def _thing(figure: Figure) -> object:
    return (series(figure), figure.measure, figure.period, figure.base_period, figure.reporter)


def _compared(group: Sequence[Stated]) -> Iterator[Outcome]:
    """Every value once in each document, held against all others."""
    firsts = {(one.document, one.figure.value): one for one in reversed(group)}
    sides = sorted(firsts.values(), key=lambda one: one.order)
    allowed = [found for one in sides if (found := interval(one.figure))]
    if len(sides) < 2 or len(allowed) < len(sides):
        return
    agree = meet(allowed)
    documents = {one.document for one in sides}
    if agree and len(documents) == 1:
        return
    yield _outcome(sides, documents, agree)


def _outcome(sides: Sequence[Stated], documents: set[str], agree: bool) -> Outcome:
    first = sides[0].figure
    small, large = (pick((one.figure.value for one in sides), key=abs) for pick in (min, max))
    gap = (large / small - 1) * 100 if small else 0.0
    where = f"{len(documents)} documents give" if len(documents) > 1 else "the text gives"
    what = (
        f"{first.label or (first.indicator or '').replace('_', ' ')} in {first.period}, as {first.reporter} counts it"
    )
    values = f"the same within rounding for {what}" if agree else f"several values for {what}, {gap:.1f} percent apart"
    return Outcome(
        kind="repetition",
        sides=tuple(sides),
        given=", ".join(dict.fromkeys(one.figure.span.text for one in sides)),
        computed=gap,
        verdict="agrees" if agree else "differs",
        why=f"{where} {values}{_speakers(sides)}",
        working=f"{written(large)} / {written(small)} - 1 = {gap:.2f} %" if small else None,
    )


def _speakers(sides: Sequence[Stated]) -> str:
    """Whether one speaker contradicts themselves, or several each other."""
    speakers = {one.speaker for one in sides}
    if None in speakers:
        return ""
    return "; the speaker is the same" if len(speakers) == 1 else "; the speakers are different"
