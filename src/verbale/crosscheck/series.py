"""A series check holds a stated figure against official series, and says whose it fits and by how much it does not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale.archive.period import days
from verbale.archive.store import Archive
from verbale.crosscheck.official import Official, Series, directions_of, growths, officials
from verbale.model.claim import Figure, Verdict
from verbale.model.crosscheck import Crosscheck, Side
from verbale.model.identity import identify
from verbale.model.reference import Observation
from verbale.model.statement import By
from verbale.record.cause import causes_of
from verbale.record.growth import is_rate
from verbale.record.mirror import role
from verbale.record.notation import measured, number
from verbale.record.observation import flow, is_whole
from verbale.record.rounding import Interval, interval, written
from verbale.record.stated import Stated

BY = By("crosscheck", "series", "1")
TOLERANCE = 2.0  # percent by which official values are commonly revised after they are first quoted
POINTS = 1.0  # percentage points for a rate of growth: what such revisions make of it


@dataclass(frozen=True, slots=True)
class Fit:
    """An official value beside the stated one: how far the stated one is above it, in percent or in points.

    `inside` says that it may be the stated value as that is rounded.
    """

    official: Official
    gap: float
    inside: bool

    @property
    def office(self) -> str:
        """Whose series it is, as a reader names it."""
        return f"{self.official.reporter}'s series" if self.official.reporter else "the two sides' series together"


def check_series(archive: Archive, stated: Iterable[Stated], tolerance: float = TOLERANCE) -> Iterator[Crosscheck]:
    """A check for every level and rate of growth about which the archive has official series.

    What is stated often, with the same value by the same statistics, is checked once. `tolerance` is how far apart in
    percent values may be that agree; rates may be POINTS apart.
    """
    series = Series(archive)
    same: dict[object, list[Stated]] = defaultdict(list)
    for one in stated:
        if could_be_official(one):
            same[_observation(one.figure)].append(one)
    for group in same.values():
        if observations := series.of(group[0].figure):
            yield _judged(group, observations, tolerance)


def _observation(figure: Figure) -> object:
    """What is the same in figures that state the same; words of other precision leave other things open."""
    times = (figure.period, figure.base_period)
    whole = figure.indicator if is_whole(figure) else figure.label
    return (
        whole,
        figure.indicator,
        flow(figure),
        times,
        figure.reporter,
        figure.unit,
        figure.measure,
        interval(figure),
    )


def could_be_official(one: Stated) -> bool:
    """Whether a figure is one that official series could have: a fact of a period, about known countries."""
    figure = one.figure
    level = figure.measure == "level" and figure.value > 0 and one.per is None
    growth = is_rate(one) and days(figure.base_period or "")
    known = figure.indicator and days(figure.period or "") and directions_of(figure)
    return bool(known and figure.modality == "actual" and (level or growth))


def _judged(stated: Sequence[Stated], observations: Sequence[Observation], tolerance: float) -> Crosscheck:
    figure = stated[0].figure
    allowed = interval(figure)
    hindrance = _hindrance(figure, observations, allowed)
    if hindrance or allowed is None:
        return _check(stated, "not_checkable", hindrance or "")
    fits = _fits(figure, observations, allowed)
    if not fits:
        return _check(stated, "not_checkable", _missing(figure, observations))
    return _compared(stated, fits, allowed, POINTS if figure.measure == "growth" else tolerance)


def _hindrance(figure: Figure, observations: Sequence[Observation], allowed: Interval | None) -> str | None:
    """Why series that are there cannot be compared with the figure."""
    if not is_whole(figure):
        return f"the series are of all {_name(figure)}, the text speaks of {figure.label!r}"
    units = sorted({one.unit for one in observations})
    if figure.measure == "level" and figure.unit not in units:
        return f"the text states {figure.unit}, the series are in {', '.join(units)}"
    return "how the figure is rounded cannot be told from its words" if allowed is None else None


def _name(figure: Figure) -> str:
    return (figure.indicator or "").replace("_", " ")


def _missing(figure: Figure, observations: Sequence[Observation]) -> str:
    """That the series do not have the period, with what they have."""
    told = []
    for reporter in sorted({one.reporter for one in observations}):
        periods = sorted(one.period for one in observations if one.reporter == reporter)
        told.append(f"{reporter}'s from {periods[0]} to {periods[-1]}")
    times = (
        f"both {figure.base_period} and {figure.period}" if figure.measure == "growth" else f"all of {figure.period}"
    )
    return f"no series has {times}: there are {', '.join(told)}"


def _fits(figure: Figure, observations: Sequence[Observation], allowed: Interval) -> list[Fit]:
    """Every official value beside the stated one, the nearest first."""
    ways, period, base = directions_of(figure), figure.period or "", figure.base_period or ""
    found: list[Fit] = []
    for unit in sorted({one.unit for one in observations}):
        of_unit = [one for one in observations if one.unit == unit]
        if figure.measure == "growth":
            found += (_fit(o, figure.value - o.value, allowed) for o in growths(of_unit, ways, period, base))
        elif unit == figure.unit:
            values = [official for official in officials(of_unit, ways, period) if official.value > 0]
            found += (_fit(o, (figure.value / o.value - 1) * 100, allowed) for o in values)
    return sorted(found, key=lambda fit: (not fit.inside, abs(fit.gap)))


def _fit(official: Official, gap: float, allowed: Interval) -> Fit:
    return Fit(official, gap, allowed.meets(Interval(official.value, official.value)))


def _compared(stated: Sequence[Stated], fits: Sequence[Fit], allowed: Interval, tolerance: float) -> Crosscheck:
    """The verdict by the series of the figure's own reporter, else by whichever office's it fits best."""
    figure = stated[0].figure
    own = [fit for fit in fits if fit.official.reporter == figure.reporter is not None]
    alone = [fit for fit in fits if fit.official.reporter]
    fit = next(iter(own or alone or fits))
    agrees = fit.inside or abs(fit.gap) <= tolerance
    larger = figure.reporter if fit.gap > 0 else fit.official.reporter
    foreign = figure.reporter is not None and fit.official.reporter != figure.reporter
    causes = causes_of(figure.indicator, role(figure, larger)) if foreign and not agrees else ()
    why = _why(figure, fit, fits[0], tolerance, agrees)
    working = _working(figure, fits, allowed)
    return _check(stated, "agrees" if agrees else "differs", why, fits, fit, working, causes)


def _why(figure: Figure, fit: Fit, best: Fit, tolerance: float, agrees: bool) -> str:
    unit = "points" if figure.measure == "growth" else "percent"
    own = fit.official.reporter == figure.reporter
    missing = "" if own or figure.reporter is None else f"{figure.reporter}'s own series is not loaded; "
    office = f"{figure.reporter}'s own series" if own and figure.reporter else fit.office
    gap = f"{abs(fit.gap):.1f} {unit} {'more' if fit.gap > 0 else 'less'}"
    within = f", within the {tolerance:g} {unit} by which series are revised" if agrees else ""
    same = (
        "the same within rounding"
        if abs(fit.gap) <= tolerance
        else f"the same only as it is rounded, {gap} as it stands"
    )
    given = f"the stated {figure.span.text} is {same if fit.inside else gap + within}"
    other = f"; it fits {best.office} better, {_value(figure, best.official)}" if best.office != fit.office else ""
    times = f"{figure.period} on {figure.base_period}" if figure.measure == "growth" else figure.period
    gives = "gives" if fit.official.reporter else "give"
    return f"{missing}{office} {gives} {_value(figure, fit.official)} for {times}; {given}{other}"


def _value(figure: Figure, official: Official) -> str:
    if figure.measure == "growth":
        return f"{official.value:+.1f} percent"
    return measured(number(official.value), figure.unit, official.value)


def _working(figure: Figure, fits: Sequence[Fit], allowed: Interval) -> str:
    """What is stated, with what its rounding leaves open, and every official value beside it."""
    unit = "points" if figure.measure == "growth" else "%"
    lines = (f"{fit.official.working} (stated {fit.gap:+.2f} {unit})" for fit in fits)
    return "; ".join((f"stated {written(figure.value)}, as rounded {allowed}", *lines))


def _check(
    stated: Sequence[Stated],
    verdict: Verdict,
    why: str,
    fits: Sequence[Fit] = (),
    judged: Fit | None = None,
    working: str | None = None,
    causes: tuple[str, ...] = (),
) -> Crosscheck:
    figure = stated[0].figure
    sides = tuple(Side(one.document, one.figure.span, one.figure.id) for one in stated)
    observations = dict.fromkeys(part for fit in fits for part in fit.official.observations)
    return Crosscheck(
        id=identify("check", "series", *sides),
        kind="series",
        sides=sides,
        verdict=verdict,
        why=why,
        by=BY,
        observations=tuple(observations),
        between=figure.parties or tuple(end for end in (figure.origin, figure.destination) if end),
        flows=bool(figure.origin or figure.destination),
        indicator=figure.indicator,
        period=figure.period,
        given=figure.span.text,
        computed=judged.gap if judged else None,
        working=working,
        causes=causes,
    )
