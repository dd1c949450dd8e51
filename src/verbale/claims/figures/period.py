"""A period is the time that a figure is of; a growth has a base period as well, with which it compares."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene, Time

NEAR = 12  # characters between a growth and the level that it is from

_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Period:
    """ISO 8601 prefixes or intervals."""

    period: str | None = None
    base: str | None = None


def find_period(scene: Scene, quantity: Quantity, before: Period | None, growth: bool, accrues: bool = False) -> Period:
    """The times of a figure; `before` is that of the figure before it, which is carried on.

    A figure that `accrues` till a year has the time from the text's own till then.
    """
    times = [time for time in scene.times if not _is_base(scene, time)]
    if growth and (told := _between(scene, quantity, times, before)):
        return told
    time = _own(scene, quantity, times)
    period = _lasting(scene, time, accrues) if time else _established(scene, quantity)
    if period is None and not _opens_a_change(scene, quantity):
        time = _elsewhere(scene, quantity, times)
        period = _lasting(scene, time, accrues) if time else before.period if before else None
    return Period(period, _base(scene, quantity, period) if growth else None)


def _between(scene: Scene, quantity: Quantity, times: Sequence[Time], before: Period | None) -> Period | None:
    """The times of a growth that is told with the level it is from: "by 5 percent from 40 tons in 2022"."""
    level = scene.following(quantity)
    if level is None or not _follows(scene, level, "numbers.changes") or level.start - quantity.end > NEAR:
        return None
    base = _own(scene, level, scene.times)
    if base is None:
        return None
    reached = scene.following(level)
    ended = reached and _follows(scene, reached, "numbers.joiners")
    earlier = [time for time in times if time.start < quantity.start]
    time = _own(scene, reached, times) if reached and ended else earlier[-1] if earlier else None
    return Period(time.value if time else before.period if before else None, base.value)


def _follows(scene: Scene, quantity: Quantity, words: str) -> bool:
    """Whether one of a table's words stands right before the quantity."""
    before = scene.content[max(scene.span.start, quantity.start - 12) : quantity.start].split()
    return bool(before) and before[-1].lower() in scene.table(words)


def _is_base(scene: Scene, time: Time) -> bool:
    """Whether the time is what something is compared with."""
    if scene.ending("figures.bases", time.start):
        return True
    if "/" not in time.value and scene.language.rules("figures.base_leads").at(scene.content, time.start, time.core):
        return True
    return any(match.start <= time.start < match.end for match in scene.matches("figures.year_on_year"))


def _opens_a_change(scene: Scene, quantity: Quantity) -> bool:
    """Whether the figure is what something rose from, so that the time of what it became is not its own."""
    return scene.following(quantity) is not None and _follows(scene, quantity, "numbers.changes")


def _own(scene: Scene, quantity: Quantity, times: Sequence[Time]) -> Time | None:
    """The time behind the figure and before the next, else the one before it, else one further on in its segment."""
    start, end = scene.segment(quantity)
    left, right = scene.room(quantity)
    behind = [t for t in times if quantity.end <= t.start < min(right, end)]
    if behind:
        return behind[0]
    ahead = [t for t in times if max(start, left) <= t.start < quantity.start]
    if ahead:
        return ahead[-1]
    if _opens_a_change(scene, quantity):
        return None
    further = [t for t in times if quantity.end <= t.start < end]
    return further[0] if further else None


def _elsewhere(scene: Scene, quantity: Quantity, times: Sequence[Time]) -> Time | None:
    """The last time before the figure in the sentence, else the only time behind it."""
    earlier = [t for t in times if t.start < quantity.start]
    if earlier:
        return earlier[-1]
    return times[0] if len(times) == 1 else None


def _lasting(scene: Scene, time: Time, accrues: bool) -> str:
    """The time's value; "since 2021" lasts to the text's own date, "through 2028" begins with it."""
    published = scene.background.published
    if not published or "/" in time.value:
        return time.value
    today = published[: len(time.value)]
    if time.value < today and scene.ending("figures.since", time.core):
        return f"{time.value}/{today}"
    until = scene.ending("figures.through", time.core) or (accrues and scene.ending("figures.until", time.core))
    return f"{today}/{time.value}" if until and time.value > today else time.value


def _established(scene: Scene, quantity: Quantity) -> str | None:
    """The year in which relations were taken up, where the figure is said of that time."""
    left, right = scene.room(quantity)
    return scene.background.established if scene.within("figures.established", left, right) else None


def _base(scene: Scene, quantity: Quantity, period: str | None) -> str | None:
    """The time that the text compares with, else the same time a year before."""
    left, right = scene.room(quantity)
    named = [t for t in scene.times if left <= t.start < right and _is_base(scene, t)]
    a_year_before = _shifted(period) if period else None
    if scene.within("figures.year_on_year", left, right) and a_year_before:
        return a_year_before
    return named[0].value if named else a_year_before


def _shifted(period: str) -> str:
    """The period a year before."""
    return _YEAR.sub(lambda year: f"{int(year[0]) - 1:04}", period)


def established(
    content: str, matches: Sequence[tuple[int, int]], times: Sequence[Time], published: str | None
) -> str | None:
    """The year so many years before the time that the line gives: `matches` are where, and how many years."""
    for start, years in matches:
        line = content.rfind("\n", 0, start)
        near = [t for t in times if line < t.start < start and _YEAR.match(t.value)]
        since = near[0].value if near else published
        if since:
            return str(int(since[:4]) - years)
    return None
