"""A period is the time that a figure is of; a growth has a base period as well, with which it compares."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene, Time

_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Period:
    """ISO 8601 prefixes or intervals."""

    period: str | None = None
    base: str | None = None


def find_period(scene: Scene, quantity: Quantity, before: Period | None, growth: bool) -> Period:
    """The times of a figure; `before` is the period of the figure before it, which is carried on."""
    times = [time for time in scene.times if not _is_base(scene, time)]
    period = _own(scene, quantity, times) or _established(scene, quantity)
    if period is None and not _opens_a_change(scene, quantity):
        period = _earlier(scene, quantity, times) or (before.period if before else None)
    return Period(period, _base(scene, quantity, period) if growth else None)


def _is_base(scene: Scene, time: Time) -> bool:
    """Whether the time is what something is compared with."""
    if scene.ending("figures.bases", time.start):
        return True
    return any(match.start <= time.start < match.end for match in scene.matches("figures.year_on_year"))


def _opens_a_change(scene: Scene, quantity: Quantity) -> bool:
    """Whether the figure is what something rose from, so that the time of what it became is not its own."""
    following = scene.following(quantity)
    words = scene.content[max(scene.span.start, quantity.start - 8) : quantity.start].split()
    return following is not None and bool(words) and words[-1].lower() in scene.table("numbers.changes")


def _own(scene: Scene, quantity: Quantity, times: Sequence[Time]) -> str | None:
    """The time behind the figure and before the next, else the one before it, else one further on in its segment."""
    start, end = scene.segment(quantity)
    left, right = scene.room(quantity)
    behind = [t for t in times if quantity.end <= t.start < min(right, end)]
    if behind:
        return _reached(scene, behind[0])
    ahead = [t for t in times if max(start, left) <= t.start < quantity.start]
    if ahead:
        return _reached(scene, ahead[-1])
    if _opens_a_change(scene, quantity):
        return None
    further = [t for t in times if quantity.end <= t.start < end]
    return _reached(scene, further[0]) if further else None


def _earlier(scene: Scene, quantity: Quantity, times: Sequence[Time]) -> str | None:
    """The last time before the figure in the sentence; one behind it where the sentence has no other figure."""
    earlier = [t for t in times if t.start < quantity.start]
    if earlier:
        return _reached(scene, earlier[-1])
    behind = [t for t in times if t.start >= quantity.end and t.end <= scene.room(quantity)[1]]
    return _reached(scene, behind[0]) if behind and scene.previous(quantity) is None else None


def _reached(scene: Scene, time: Time) -> str:
    """The time's value; "through 2028" begins with the text's own year."""
    published = scene.background.published
    until = scene.ending("figures.through", time.start)
    if until and published and _YEAR.fullmatch(time.value) and time.value > published[:4]:
        return f"{published[:4]}/{time.value}"
    return time.value


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
