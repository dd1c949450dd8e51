"""An observation is what a figure measures, its value apart: of what, between whom and in which unit."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from verbale.lang.pack import languages, load
from verbale.model.claim import Figure
from verbale.record.stated import Stated

Flow = frozenset[str] | tuple[str | None, str | None]


class Series(NamedTuple):
    """What is measured, year after year, whoever reports it; between whom, and in which unit.

    `between` are the parties of a two-way figure as a set, or origin and destination in this order: flows in opposite
    directions are different series.
    """

    measured: str
    between: Flow
    unit: str


def series(figure: Figure) -> Series | None:
    """The series that a figure belongs to; None where the text does not say what is measured, or between whom."""
    measured, between = measured_by(figure), flow(figure)
    return Series(measured, between, figure.unit) if measured and between else None


def measured_by(figure: Figure) -> str:
    """What a figure measures: the indicator where its label names all of it, else the label without any countries.

    "Chinese exports" are goods trade; "exports of rice" are a part of it, and another thing. Empty where the text says
    neither.
    """
    whole = figure.indicator is not None and is_whole(figure)
    return str(figure.indicator) if whole else _narrowed(figure.label or "")


def is_whole(figure: Figure) -> bool:
    """Whether a figure's indicator has a whole, and its label narrows it down to nothing smaller."""
    words = _wholes().get(figure.indicator or "")
    return words is not None and words.issuperset(re.findall(r"[^\W\d_]+", _narrowed(figure.label or "")))


@lru_cache(maxsize=1 << 14)  # an archive's labels are often the same
def _narrowed(label: str) -> str:
    """A label without the countries it names."""
    return " ".join(_countries().sub(" ", label).casefold().split())


def flow(figure: Figure) -> Flow | None:
    """The parties as a set, or origin and destination in order; None where the text names neither."""
    if figure.origin or figure.destination:
        return (figure.origin, figure.destination)
    return frozenset(figure.parties) or None


def levels(stated: Iterable[Stated]) -> list[Stated]:
    """The figures that give a level as a fact or a plan of a period, in their order; none that is told for each."""
    return [one for one in stated if one.per is None and _is_level(one.figure)]


def _is_level(figure: Figure) -> bool:
    return bool(figure.measure == "level" and figure.period and figure.modality != "hypothetical" and figure.value > 0)


@cache
def _wholes() -> Mapping[str, frozenset[str]]:
    """By indicator, the words of labels that name all of it, with those that narrow nothing down."""
    tables = [load(language).table for language in languages()]
    neutral = {word for table in tables for word in table("checks.neutral").get("words", ())}
    indicators = {indicator for table in tables for indicator in table("checks.whole")}
    return {
        indicator: frozenset(neutral.union(*(table("checks.whole").get(indicator, ()) for table in tables)))
        for indicator in indicators
    }


@cache
def _countries() -> re.Pattern[str]:
    """Whatever names a country or bloc in a label."""
    tables = ("territories.names", "countries.names", "countries.demonyms", "countries.blocs", "countries.capitals")
    names = {name for language in languages() for table in tables for name in load(language).table(table)}
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)")
