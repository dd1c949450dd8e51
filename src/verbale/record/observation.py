"""An observation is what a figure measures, its value apart: of what, between whom and in which unit."""

from collections.abc import Iterable
from typing import NamedTuple

from verbale.model.claim import Figure


class Series(NamedTuple):
    """What is measured, year after year, whoever reports it: the indicator, or else the label; flow and unit.

    `between` are the parties of a two-way figure as a set, or origin and destination in this order: flows in opposite
    directions are different series.
    """

    measured: str
    between: frozenset[str] | tuple[str | None, str | None]
    unit: str


def series(figure: Figure) -> Series | None:
    """The series that a figure belongs to; None where the text does not say what is measured, or between whom."""
    measured, between = figure.indicator or (figure.label or "").casefold(), flow(figure)
    return Series(measured, between, figure.unit) if measured and between else None


def flow(figure: Figure) -> frozenset[str] | tuple[str | None, str | None] | None:
    """The parties as a set, or origin and destination in order; None where the text names neither."""
    if figure.origin or figure.destination:
        return (figure.origin, figure.destination)
    return frozenset(figure.parties) or None


def levels(figures: Iterable[Figure]) -> list[Figure]:
    """The figures that give a level as a fact or a plan of a period, in the order of the text."""
    return [f for f in figures if f.measure == "level" and f.period and f.modality != "hypothetical" and f.value > 0]
