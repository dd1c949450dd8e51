"""A point is one value as a chart places it: when, how much, between whom, by whose statistics, and its words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from verbale.archive.period import days
from verbale.archive.store import Archive, Finding
from verbale.archive.wanted import WantedFigures, WantedSeries
from verbale.errors import VerbaleError
from verbale.model.claim import Figure
from verbale.model.reference import Observation
from verbale.record.cite import cite
from verbale.record.notation import pair as side_by_side
from verbale.record.notation import plain, times, whose
from verbale.record.rounding import interval, written

Bound = Literal["exact", "above", "below"]


@dataclass(frozen=True, slots=True)
class Point:
    """A value of the days from `begins` to `ends` (ISO 8601), both included.

    `low` and `high` are what its rounding leaves open, where that has both ends; `bound` says that the true value is
    only known to lie above or below. `reporter` is whose statistic it is, None where nobody says; `official` tells the
    official series from what was stated. `words` are what it stands on, at `citation`.
    """

    value: float
    begins: str
    ends: str
    between: str
    reporter: str | None
    official: bool
    words: str
    when: str
    citation: str
    low: float | None = None
    high: float | None = None
    bound: Bound = "exact"
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """The points of one indicator and unit between a pair of countries; `left_out` says what has no place in it."""

    pair: tuple[str, str]
    indicator: str
    unit: str
    points: tuple[Point, ...]
    left_out: tuple[str, ...]

    @property
    def rows(self) -> tuple[Point, ...]:
        """The points in the order of a table: panel by panel, by time, what is stated before what is official."""
        flows = self.flows
        return tuple(sorted(self.points, key=lambda p: (flows.index(p.between), p.begins, p.official, p.citation)))

    @property
    def flows(self) -> tuple[str, ...]:
        """Between whom, in the order of the panels: what is shared, then either direction, then what is national."""
        return tuple(
            sorted({point.between for point in self.points}, key=lambda flow: (len(flow) < 4, "→" in flow, flow))
        )


def gather(archive: Archive, pair: tuple[str, str], indicator: str) -> Chart:
    """The chart of an indicator of a pair of countries from everything in an archive, official series too.

    Raises:
        VerbaleError: no figure of the pair can be drawn.
    """
    names = {dataset.id: dataset.name for dataset in archive.datasets()}
    wanted = (WantedSeries(sides, indicator) for sides in (pair, *((side,) for side in pair)))
    official = [replace(o, dataset=names[o.dataset]) for each in wanted for o in archive.observations(each)]
    return chart_of(archive.figures(WantedFigures(None, indicator)), official, pair, indicator)


def chart_of(
    figures: Iterable[Finding[Figure]], official: Iterable[Observation], pair: tuple[str, str], indicator: str
) -> Chart:
    """The chart of the stated figures and official observations of an indicator that concern only this pair.

    Of several units, the one in which most is stated is drawn; official series only of the flows that are stated.

    Raises:
        VerbaleError: no figure of the pair can be drawn.
    """
    concerned = [found for found in figures if _concerns(found.value, pair)]
    usable = [found for found in concerned if _drawable(found.value)]
    if not usable:
        raise VerbaleError(f"no figure of {indicator} between {pair[0]} and {pair[1]} has a level and a period to draw")
    units = Counter(found.value.unit for found in usable)
    unit = min(units, key=lambda one: (-units[one], one))
    drawn = [found for found in usable if found.value.unit == unit]
    stated = [_stated(found) for found in drawn]
    flows = {point.between for point in stated}
    return Chart(
        pair,
        indicator,
        unit,
        (*stated, *(p for p in _official([o for o in official if o.unit == unit], pair) if p.between in flows)),
        tuple(_left_out(len(concerned) - len(usable), len(usable) - len(drawn), unit)),
    )


def _left_out(without: int, other: int, unit: str) -> Iterator[str]:
    if without:
        yield f"without a level or a period: {without}"
    if other:
        yield f"in other units than {unit}: {other}"


def _concerns(figure: Figure, pair: tuple[str, str]) -> bool:
    sides = {*figure.parties, figure.origin, figure.destination} - {None}
    return bool(sides) and sides <= set(pair)


def _drawable(figure: Figure) -> bool:
    level = figure.measure == "level" or (figure.measure == "rate" and figure.unit == "percent")
    return level and figure.modality != "hypothetical" and bool(figure.period and days(figure.period))


def _stated(found: Finding[Figure]) -> Point:
    figure = found.value
    begins, ends = days(figure.period or "") or ("", "")
    ends_of = (figure.low, figure.high)
    allowed = interval(figure)
    low, high = (allowed.low, allowed.high) if allowed and allowed.bounded else (None, None)
    bounds: dict[str, Bound] = {"more_than": "above", "at_least": "above", "less_than": "below", "at_most": "below"}
    return Point(
        figure.value if None in ends_of else sum(end or 0 for end in ends_of) / 2,
        begins,
        ends,
        whose(figure),
        figure.reporter,
        False,
        plain(figure.span.text),
        times(figure),
        cite(found.record, figure.span),
        low,
        high,
        bounds.get(figure.qualifier, "exact"),
        figure.modality in ("planned", "target"),
    )


def _official(observations: Sequence[Observation], pair: tuple[str, str]) -> Iterator[Point]:
    """The observations between the pair, and of each reporter's two directions the sum, which is the trade of both."""
    directed: dict[tuple[str, str, str], dict[tuple[str, str], Observation]] = defaultdict(dict)
    for one in observations:
        if one.origin in pair and one.destination in (*pair, None) and one.origin != one.destination:
            between = f"{one.origin} → {one.destination}" if one.destination else str(one.origin)
            yield _point(one.value, between, (one,))
            if one.destination:
                directed[one.dataset, one.reporter, one.period][one.origin or "", one.destination] = one
    for both in directed.values():
        if len(both) == len(pair):
            yield _point(
                sum(one.value for one in both.values()), side_by_side(tuple(sorted(pair))), tuple(both.values())
            )


def _point(value: float, between: str, of: Sequence[Observation]) -> Point:
    one = of[0]
    begins, ends = days(one.period) or ("", "")
    lines = f"line{'s' if len(of) > 1 else ''} {' and '.join(str(part.line) for part in of)}"
    words = " + ".join(written(part.value) for part in of)
    return Point(value, begins, ends, between, one.reporter, True, words, one.period, f"{one.dataset}, {lines}")
