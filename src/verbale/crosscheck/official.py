"""An official value is what series give for a stated figure: an observation, or a sum or quotient of several."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, product
from typing import NamedTuple

from verbale.archive.period import days
from verbale.archive.store import Archive
from verbale.archive.wanted import WORLD, WantedSeries
from verbale.lang.pack import load
from verbale.model.claim import Figure
from verbale.model.reference import Observation
from verbale.record.observation import flow
from verbale.record.rounding import written

FREIGHT = {"CIF": "CIF", "FOB": "FOB", "X": "FOB as a rule", "M": "CIF as a rule"}


class Direction(NamedTuple):
    """From where to where a series runs; one that is national has no destination."""

    origin: str | None
    destination: str | None


@dataclass(frozen=True, slots=True)
class Official:
    """A value and what it is made of; `reporters` are the offices, one for each observation's own side."""

    value: float
    observations: tuple[Observation, ...]
    working: str

    @property
    def reporters(self) -> tuple[str, ...]:
        """Whose series they are, each once."""
        return tuple(dict.fromkeys(one.reporter for one in self.observations))

    @property
    def valuations(self) -> tuple[str | None, ...]:
        """Whether freight is in it, as the file says for each direction."""
        return tuple(dict.fromkeys(one.valuation for one in self.observations))

    @property
    def reporter(self) -> str | None:
        """Whose series it is, if it is one office's alone."""
        return self.reporters[0] if len(self.reporters) == 1 else None


class Series:
    """The official series of an archive, asked for by what figures measure; what was asked for once is kept."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._known: dict[tuple[tuple[str, ...], str], tuple[Observation, ...]] = {}

    def of(self, figure: Figure) -> tuple[Observation, ...]:
        """Every observation of what the figure is of, whatever the period and unit."""
        directions = directions_of(figure)
        if not directions or figure.indicator is None:
            return ()
        ends = {end for one in directions for end in one if end}
        relation = tuple(sorted(ends)) if WORLD not in ends else tuple(sorted(ends - {WORLD}))
        key = (relation, figure.indicator)
        if key not in self._known:
            self._known[key] = tuple(self._archive.observations(WantedSeries(*key)))
        return tuple(one for one in self._known[key] if (one.origin, one.destination) in directions)


def directions_of(figure: Figure) -> tuple[Direction, ...]:
    """The directions that a figure adds up: both for what runs both ways, one for a flow; none where it is open."""
    between = flow(figure)
    if isinstance(between, tuple):
        return (Direction(between[0] or WORLD, between[1] or WORLD),)
    match sorted(between or ()):
        case [one]:
            both = figure.indicator in load("en").table("reference.both_ways")["indicators"]
            return (Direction(one, WORLD), Direction(WORLD, one)) if both else (Direction(one, None),)
        case [one, other]:
            return (Direction(one, other), Direction(other, one))
    return ()


def officials(observations: Sequence[Observation], directions: Sequence[Direction], period: str) -> Iterator[Official]:
    """What the series give for the directions added up, in a period: by each office, and by those of both sides mixed.

    The observations are in one unit.
    """
    told = [list(_of_period([one for one in observations if _runs(one, way)], period)) for way in directions]
    for terms in product(*told):
        parts = tuple(part for term in terms for part in term)
        value = sum(part.value for part in parts)
        yield Official(value, parts, _sum(terms, value))


def growths(
    observations: Sequence[Observation], directions: Sequence[Direction], period: str, base: str
) -> Iterator[Official]:
    """The growth in percent from the base to the period, by each office's series alone, in one unit."""
    nows, bases = (
        {(found.reporter, found.valuations): found for found in officials(observations, directions, time)}
        for time in (period, base)
    )
    for key, now in nows.items():
        before = bases.get(key)
        if before and before.value > 0 and now.reporter:
            point = (now.value / before.value - 1) * 100
            working = f"({now.working}) / ({before.working}) - 1 = {point:.2f} %"
            yield Official(point, (*now.observations, *before.observations), working)


def _runs(one: Observation, way: Direction) -> bool:
    return (one.origin, one.destination) == way


def _of_period(observations: Sequence[Observation], period: str) -> Iterator[tuple[Observation, ...]]:
    """By each office the observation of the period, or those of its months or quarters if these are all there."""
    by_series: dict[tuple[str, str, str | None], list[Observation]] = defaultdict(list)
    for one in observations:
        by_series[one.dataset, one.reporter, one.valuation].append(one)
    values: set[tuple[str, float]] = set()
    for (_, reporter, _), group in by_series.items():
        found = next(((one,) for one in group if days(one.period) == days(period)), None) or _tiled(group, period)
        value = sum(one.value for one in found)
        if found and (reporter, value) not in values:
            values.add((reporter, value))
            yield found


def _tiled(group: Sequence[Observation], period: str) -> tuple[Observation, ...]:
    """Observations that follow each other from the first day of a period to its last; empty where some are missing."""
    whole = days(period)
    bounds = {one.period: ends for one in group if (ends := days(one.period))}
    inner = [one for one in group if whole and one.period in bounds and _within(bounds[one.period], whole)]
    for size in {len(one.period) for one in inner}:
        parts = sorted((one for one in inner if len(one.period) == size), key=lambda one: bounds[one.period])
        edges = [bounds[part.period] for part in parts]
        joined = all(_follows(one[1], other[0]) for one, other in pairwise(edges))
        if whole and joined and edges[0][0] == whole[0] and edges[-1][1] == whole[1]:
            return tuple(parts)
    return ()


def _within(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def _follows(end: str, start: str) -> bool:
    """Whether a day is the one after another, both as ISO dates."""
    return date.fromisoformat(end) + timedelta(days=1) == date.fromisoformat(start)


def _sum(terms: Sequence[tuple[Observation, ...]], value: float) -> str:
    """The observations written out, each with whose it is and which way it runs."""
    parts = " + ".join(_term(term) for term in terms)
    return f"{parts} = {written(value)}" if len(terms) > 1 else parts


def _term(term: tuple[Observation, ...]) -> str:
    one = term[0]
    times = f" ({len(term)} periods from {one.period} to {term[-1].period})" if len(term) > 1 else ""
    return f"{name_of(one)} {written(sum(part.value for part in term))}{times}"


def name_of(one: Observation) -> str:
    """What a series is called: `ISR's imports from CHN (CIF as a rule)`."""
    if one.destination is None:
        return f"{one.reporter}'s {one.indicator.replace('_', ' ')}"
    sends = one.reporter == one.origin
    if one.reporter not in (one.origin, one.destination):
        return f"{one.reporter}'s count of {one.origin} to {one.destination}"
    other = one.destination if sends else one.origin
    if one.indicator != "goods_trade":
        return f"{one.reporter}'s {one.indicator.replace('_', ' ')} {'to' if sends else 'from'} {other}"
    freight = FREIGHT[one.valuation or ("X" if sends else "M")]
    return f"{one.reporter}'s {'exports to' if sends else 'imports from'} {other} ({freight})"
