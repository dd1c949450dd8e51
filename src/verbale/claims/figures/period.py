"""A period is the time that a figure is of; a growth has a base period as well, with which it compares."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbale.claims.figures.path import SUBJECTS, VERBAL
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene, Time

NEAR = 12  # characters between a growth and the level that it is from
DAY = len("2025-01-31")
SINCE = 6  # words that may hang between "since" and its time: "since the last meeting of the board in"

CLAUSE = re.compile(r"[;:]")  # between a figure and the time of another clause
SPAN = re.compile(r"[/QH]")
_PART = re.compile(r"[QH]\d")  # of a year, and the month in which it begins
_STARTS = {"Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10", "H1": "01", "H2": "07"}
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Period:
    """ISO 8601 prefixes or intervals."""

    period: str | None = None
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Sort:
    """What of a figure bears on its time: whether it compares two times, adds up until one, or is still to come."""

    compares: bool = False
    accrues: bool = False
    ahead: bool = False


def find_period(scene: Scene, quantity: Quantity, before: Period | None, sort: Sort) -> Period:
    """The times of a figure; `before` is that of the figure before it, which is carried on.

    A figure that accrues till a year has the time from the text's own till then.
    """
    times = _joined(scene, [time for time in scene.times if not _is_base(scene, time) and not _names(scene, time)])
    if not sort.ahead:  # what is so is of no time to come
        times = [time for time in times if not _is_ahead(scene, time.value) or _ends(scene, time)]
    if sort.compares and (told := _between(scene, quantity, times, before)):
        return told
    time = _own(scene, quantity, times)
    period = _lasting(scene, time, sort) if time else _told(scene, quantity, sort)
    if period is None and not opens_a_change(scene, quantity):
        time = _elsewhere(scene, quantity, times)
        period = _lasting(scene, time, sort) if time else _carried(scene, before, sort)
    if sort.compares and period and SPAN.search(period):
        period = _last_of_two(period)
        period = _spelled_out(scene, quantity, times) or period
    if period and sort.ahead and _is_past_day(scene, period):
        period = None  # the day on which it was announced
    return Period(period, _base(scene, quantity, period, sort) if sort.compares else None)


def opening(scene: Scene) -> Period | None:
    """The time at the head of a sentence, days apart: "In 2023 Peru invested"."""
    for time in scene.times:
        if time.start == scene.span.start and len(time.value) != DAY and not _names(scene, time):
            return Period(_lasting(scene, time, Sort()))
    return None


def framed(scene: Scene) -> Period | None:
    """A span of time at the head of a sentence: "From January to June trade was brisk."."""
    period = opening(scene)
    return period if period and period.period and SPAN.search(period.period) else None


def spanning(scene: Scene) -> Period | None:
    """The one span of time that a heading names: "Spending in fiscal year 2024"."""
    spans = [time for time in scene.times if SPAN.search(time.value) and not _names(scene, time)]
    return Period(spans[0].value) if len(spans) == 1 else None


def opens_a_change(scene: Scene, quantity: Quantity) -> bool:
    """Whether the figure is what something rose from, so that the time of what it became is not its own."""
    return scene.following(quantity) is not None and _follows(scene, quantity, "numbers.changes")


# --- the times of a sentence


def _is_base(scene: Scene, time: Time) -> bool:
    """Whether the time is what something is compared with."""
    if scene.ending("figures.bases", time.start) or scene.language.rules("figures.levels").at(scene.content, time.end):
        return True
    if "/" not in time.value and scene.language.rules("figures.base_leads").at(scene.content, time.start, time.core):
        return True
    return any(match.start <= time.start < match.end for match in scene.matches("figures.year_on_year"))


def _names(scene: Scene, time: Time) -> bool:
    """Whether the time is part of a name: "the Port Act of 1921"."""
    return scene.ending("figures.named_by_year", time.core) is not None


def _joined(scene: Scene, times: Sequence[Time]) -> list[Time]:
    """The times, with those of a series made one: "in each of 2026, 2027 and 2028"."""
    joined: list[Time] = []
    for time in times:
        last = joined[-1] if joined else None
        gap = scene.content[last.end : time.start].strip().lower() if last else ""
        if last and gap in scene.table("figures.series") and _continues(last, time):
            joined[-1] = replace(last, end=time.end, value=f"{last.value.partition('/')[0]}/{time.value}")
        else:
            joined.append(time)
    return joined


def _continues(last: Time, time: Time) -> bool:
    end = last.value.rpartition("/")[2]
    return "/" not in time.value and len(end) == len(time.value) < DAY and end < time.value


# --- the time of a figure


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


def _last_of_two(period: str) -> str:
    """The second of two years in a row, to which a growth leads: "down 12 percent from 2022 to 2023"."""
    start, _, end = period.partition("/")
    return end if _YEAR.fullmatch(start) and _YEAR.fullmatch(end) and _shifted(end) == start else period


def _spelled_out(scene: Scene, quantity: Quantity, times: Sequence[Time]) -> str | None:
    """The time of a growth over years whose ends are told with the levels: "…, from 3 tons in 2017 to 5 in 2022"."""
    level = scene.following(quantity)
    reached = scene.following(level) if level else None
    if level is None or reached is None or not opens_a_change(scene, level):
        return None
    start, end = _own(scene, level, times), _own(scene, reached, times)
    told = start and end and "/" not in start.value + end.value and start.value < end.value
    return f"{start.value}/{end.value}" if start and end and told else None


def _follows(scene: Scene, quantity: Quantity, words: str) -> bool:
    """Whether one of a table's words stands right before the quantity."""
    before = scene.content[max(scene.span.start, quantity.start - 12) : quantity.start].split()
    return bool(before) and before[-1].lower() in scene.table(words)


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
    if opens_a_change(scene, quantity):
        return None
    further = [t for t in times if quantity.end <= t.start < end]
    return further[0] if further else None


def _elsewhere(scene: Scene, quantity: Quantity, times: Sequence[Time]) -> Time | None:
    """The last time before the figure, else the first behind it and before the next, else the only one behind it.

    One behind it is another clause's where another verb tells the figures between.
    """
    earlier = [t for t in times if t.start < quantity.start]
    if earlier:
        return earlier[-1]
    _, right = scene.room(quantity)
    near = [t for t in times if t.start < right and not CLAUSE.search(scene.content, quantity.end, t.start)]
    if near:
        return near[0]
    far = times[0] if len(times) == 1 and not CLAUSE.search(scene.content, quantity.end, times[0].start) else None
    return far if far and _shares(scene, quantity, far.start) else None


def _shares(scene: Scene, quantity: Quantity, start: int) -> bool:
    """Whether the figures from there up to `start` are told by the same verb as this one, or by one joined to it."""
    verb = _verb(scene, quantity)
    return all(_is_joined(scene, verb, _verb(scene, q)) for q in scene.quantities if quantity.end <= q.start < start)


def _verb(scene: Scene, quantity: Quantity) -> int | None:
    """The verb that tells a figure."""
    top = scene.tree.head(*quantity.core)
    above = scene.tree.up(top) if top is not None else ()
    return next((word for word in above if scene.tree[word].pos in VERBAL and scene.tree[word].dep != "prep"), None)


def _is_joined(scene: Scene, verb: int | None, other: int | None) -> bool:
    while other is not None and other != verb and scene.tree[other].dep == "conj":
        if scene.tree.children(other, SUBJECTS):
            return False
        other = scene.tree[other].head
    return other == verb


def _carried(scene: Scene, before: Period | None, sort: Sort) -> str | None:
    """The time of the figure before; what is so is of no time to come."""
    if before is None or before.period is None:
        return None
    return None if not sort.ahead and _is_ahead(scene, before.period) else before.period


def _is_ahead(scene: Scene, period: str) -> bool:
    """Whether the period begins when the text has been published."""
    published = scene.background.published
    start = _PART.sub(lambda part: _STARTS[part[0]], period.partition("/")[0])
    return published is not None and start > published[: len(start)]


def _is_past_day(scene: Scene, period: str) -> bool:
    published = scene.background.published
    return len(period) == DAY and published is not None and period <= published


def _ends(scene: Scene, time: Time) -> bool:
    """Whether it is only the end of a time that begins now: "through 2028"."""
    return scene.ending("figures.through", time.core) is not None


def is_ahead(scene: Scene, quantity: Quantity) -> bool:
    """Whether the figure's own time is still to come by the text's date."""
    left, right = scene.room(quantity)
    near = [time for time in scene.times if left <= time.start < right and not _is_base(scene, time)]
    time = _own(scene, quantity, near)
    return time is not None and _is_ahead(scene, _lasting(scene, time, Sort()))


def _lasting(scene: Scene, time: Time, sort: Sort) -> str:
    """The time's value; "since 2021" lasts to the text's own date, "through 2028" begins with it."""
    published = scene.background.published
    start = time.value.partition("/")[0]
    if published and "/" in time.value and start < published[: len(start)] and _since(scene, time):
        return f"{start}/{published[: len(start)]}"  # "since fiscal year 2021"
    if not published or "/" in time.value:
        return time.value
    today = published[: len(time.value)]
    if time.value < today and _since(scene, time):
        return f"{time.value}/{today}"
    until = scene.ending("figures.through", time.core)
    until = until or (scene.ending("figures.until", time.core) if sort.accrues else None)
    return f"{today}/{time.value}" if until and time.value > today else time.value


def _since(scene: Scene, time: Time) -> bool:
    """Whether the time, or what it is the time of, is that since when: "since the opening of the port in 2021"."""
    if scene.ending("figures.since", time.core):
        return True
    parse = scene.background.parse
    place = next(iter(parse.indices(time.core, time.end)), None)
    for _ in range(SINCE):
        if place is None or parse.tokens[place].pos in ("VERB", "AUX"):
            return False
        token = parse.tokens[place]
        if scene.content[token.start : token.end].lower() in scene.table("figures.since_when"):
            return True
        place = token.head if token.head != place else None
    return False


def _told(scene: Scene, quantity: Quantity, sort: Sort) -> str | None:
    """The time that words tell of which no calendar does."""
    return _established(scene, quantity) or _in_office(scene, quantity) or _spread(scene, quantity, sort)


def _in_office(scene: Scene, quantity: Quantity) -> str | None:
    """Since the head of the text's own state took office, where that follows a calendar of its own."""
    terms, published = scene.table("terms.of_office").get(scene.background.home or ""), scene.background.published
    left, right = scene.room(quantity)
    clause = scene.within("figures.in_office", left if scene.previous(quantity) else scene.span.start, right)
    if not clause or not isinstance(terms, dict) or not published:
        return None
    year = int(published[:4])
    first = year - (year - terms["from"]) % terms["every"]
    return f"{first}/{year}" if first < year else f"{published[:4]}-{terms['month']}/{published[:7]}"


def _spread(scene: Scene, quantity: Quantity, sort: Sort) -> str | None:
    """The years from the text's own over which what is to come is spread: "over five years"."""
    left, right = scene.room(quantity)
    found = next(iter(scene.within("figures.spread", left, right)), None)
    if found is None or not sort.ahead or not scene.background.published:
        return None
    words = scene.content[slice(*found.groups["years"])].lower()
    years = int(words) if words.isdigit() else scene.table("numbers.units").get(words)
    year = int(scene.background.published[:4])
    return f"{year}/{year + years}" if isinstance(years, int) else None


def _established(scene: Scene, quantity: Quantity) -> str | None:
    """The year in which relations were taken up, where the figure is said of that time."""
    left, right = scene.room(quantity)
    return scene.background.established if scene.within("figures.established", left, right) else None


# --- what it is compared with


def _base(scene: Scene, quantity: Quantity, period: str | None, sort: Sort) -> str | None:
    """The time that the text compares with, else, of what is so within a year, the same time a year before."""
    left, right = scene.room(quantity)
    named = [t for t in scene.times if left <= t.start < right and _is_base(scene, t)]
    a_year_before = _shifted(period) if period else None
    if scene.within("figures.year_on_year", left, right) and a_year_before:
        return a_year_before
    if named:
        return named[0].value
    since = any(_since(scene, t) and (period or "").startswith(f"{t.value}/") for t in scene.times)
    due = sort.ahead and any(scene.ending("figures.until", t.core) for t in scene.times)
    return a_year_before if period and not since and not due and _is_short(period) else None


def _is_short(period: str) -> bool:
    """Whether the period lasts no longer than a year and longer than a day."""
    start, _, end = period.partition("/")
    return len(start) < DAY and (not end or _shifted(end) < start)


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
