"""A rise is told with both its ends in one sentence: "from 10 billion in 2015 to 13 billion in 2020"."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from verbale.lang.pack import Language
from verbale.record.growth import compared, is_rate
from verbale.record.observation import flow, measured_by
from verbale.record.outcome import Outcome
from verbale.record.stated import Stated

BESIDE = 30  # characters around a rate in which it is said to be that of each year
REACH = 60  # characters from a rate to the rise that it is the rate of
MARKS = ",;:."  # behind which another thing may be told of


def check_rises(text: str, language: Language, stated: Sequence[Stated]) -> Iterator[Outcome]:
    """An outcome for every rate of growth beside one rise, both ends of which are told."""
    for _, sentence in groupby(stated, key=lambda one: (one.document, one.place)):
        figures = list(sentence)
        rises = [rise for pair in pairwise(figures) if (rise := _rise(text, language, *pair))]
        rates = [one for one in figures if is_rate(one)]
        if len(rises) == len(rates) == 1 and _alike(text, rates[0], rises[0]):
            yield from _checked(text, language, rates[0], *rises[0])


def _rise(text: str, language: Language, first: Stated, second: Stated) -> tuple[Stated, Stated] | None:
    """The level that was reached and the one before, if the words between two figures say so."""
    one, other = first.figure, second.figure
    if one.unit != other.unit or min(one.value, other.value) <= 0 or first.per not in (None, second.per):
        return None
    before, gap = text[max(0, one.span.start - BESIDE) : one.span.start], text[one.span.end : other.span.start]
    if language.rules("checks.from").first(before) and language.rules("checks.then_to").at(gap, 0):
        return second, first
    return (first, second) if language.rules("checks.then_from").at(gap, 0) else None


def _alike(text: str, rate: Stated, rise: tuple[Stated, Stated]) -> bool:
    """Whether both are told of one thing, or nothing stands between them that could tell of another."""
    one, other = rate.figure, rise[0].figure
    if measured_by(one) == measured_by(other) and flow(one) == flow(other):
        return True
    first = min(rise, key=lambda level: level.figure.span).figure.span
    gap = text[one.span.end : first.start]
    return one.span.end <= first.start and len(gap) < REACH and not any(mark in gap for mark in MARKS)


def _checked(text: str, language: Language, rate: Stated, now: Stated, base: Stated) -> Iterator[Outcome]:
    years = _years(now, base)
    span = rate.figure.span
    annual = language.rules("checks.annual").first(text, max(0, span.start - BESIDE), span.end + BESIDE)
    if annual and not years:
        return
    outcome = compared(rate, now, base, years if annual else 1)
    if outcome:
        yield outcome


def _years(now: Stated, base: Stated) -> int:
    """How many years lie between two levels; nought where the text does not say."""
    ends = [one.figure.period or "" for one in (base, now)]
    if not all(re.fullmatch(r"\d{4}", end) for end in ends):
        return 0
    return max(0, int(ends[1]) - int(ends[0]))
