"""Gathering checks is asking an archive what agrees, what does not and what cannot be checked, all of it together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from verbale.archive.period import overlap
from verbale.archive.store import Archive
from verbale.crosscheck.across import check_across, lifted, stated_across
from verbale.crosscheck.series import TOLERANCE, check_series, could_be_official
from verbale.model.claim import CheckKind, Figure, Verdict
from verbale.model.crosscheck import Crosscheck, Side
from verbale.model.record import Record
from verbale.model.reference import Dataset
from verbale.model.span import Span
from verbale.record.stated import Stated

ORDER: tuple[Verdict, ...] = ("inconsistent", "altered", "differs", "agrees", "consistent", "not_checkable")


@dataclass(frozen=True, slots=True)
class WantedChecks:
    """Checks of a `verdict` and a `kind`, about both countries of a `relation`, an `indicator`, a time in `period`."""

    verdict: Verdict | None = None
    kind: CheckKind | None = None
    relation: tuple[str, str] | None = None
    indicator: str | None = None
    period: str | None = None

    def accepts(self, check: Crosscheck) -> bool:
        """Whether a check is wanted."""
        return all(
            (
                self.verdict in (None, check.verdict),
                self.kind in (None, check.kind),
                self.relation is None or set(self.relation) <= set(check.between),
                self.indicator in (None, check.indicator),
                self.period is None or (check.period is not None and overlap(check.period, self.period)),
            )
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """The checks that are wanted, the gravest first; the documents and datasets that they lead to, by id.

    `unchecked` says of how many figures nothing could be said, and why.
    """

    checks: tuple[Crosscheck, ...]
    records: Mapping[str, Record]
    datasets: Mapping[str, Dataset]
    unchecked: tuple[tuple[str, int], ...]

    @property
    def verdicts(self) -> Mapping[Verdict, int]:
        """How many there are of each verdict."""
        counted = Counter(check.verdict for check in self.checks)
        return {verdict: counted[verdict] for verdict in ORDER if counted[verdict]}

    def lines(self, check: Crosscheck) -> tuple[str, ...]:
        """Where the official values of a check stand: `offices, lines 3, 17`, a line for each dataset."""
        told = []
        for id, group in groupby(check.observations, key=lambda one: one.dataset):
            numbers = [str(one.line) for one in group]
            name = self.datasets[id].name if id in self.datasets else id
            told.append(f"{name}, line{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}")
        return tuple(told)


def gather_checks(archive: Archive, wanted: WantedChecks | None = None, tolerance: float = TOLERANCE) -> Checked:
    """Everything that was checked within documents and can be across them and against official series.

    `tolerance` is how far in percent a stated value may be from an official one that it agrees with.

    Raises:
        BrokenAnchor: words do not stand where a span says.
    """
    wanted = wanted or WantedChecks()
    found, within = list(archive.figures()), list(archive.checks())
    homes = (*(one.record for one in found), *(one.record for one in within))
    records = {record.document.id: record for record in homes}
    stated = list(stated_across(found, archive.names()))
    figures = {(one.document, one.figure.id): one.figure for one in stated}
    own, across = [lifted(check, figures) for check in within], list(check_across(stated))
    checks = _settled([*_alone(own, across), *across, *check_series(archive, stated, tolerance)])
    return Checked(
        checks=tuple(sorted((check for check in checks if wanted.accepts(check)), key=lambda c: _place(c, records))),
        records=records,
        datasets={dataset.id: dataset for dataset in archive.datasets()},
        unchecked=tuple(_unchecked(stated, checks, any(True for _ in archive.datasets()))),
    )


def _alone(own: Iterable[Crosscheck], across: Iterable[Crosscheck]) -> Iterator[Crosscheck]:
    """The checks within documents, without those whose sides are compared with more of other documents."""
    wider: dict[tuple[str, Side], list[frozenset[Side]]] = defaultdict(list)
    for check in across:
        sides = frozenset(check.sides)
        for side in sides:
            wider[check.kind, side].append(sides)
    for check in own:
        if not any(sides.issuperset(check.sides) for sides in wider.get((check.kind, check.sides[0]), ())):
            yield check


def _settled(checks: Sequence[Crosscheck]) -> list[Crosscheck]:
    """The checks, without those that cannot be made of figures that could be judged by what else is there."""
    judged = {_words(side) for check in checks if check.verdict != "not_checkable" for side in check.sides}
    return [c for c in checks if c.verdict != "not_checkable" or _words(c.sides[0]) not in judged]


def _words(side: Side) -> tuple[str, Span]:
    return (side.document, side.span)


def _place(check: Crosscheck, records: Mapping[str, Record]) -> tuple[object, ...]:
    """The gravest first, what has known causes being less so; then by what is compared, and where it stands."""
    grave = (ORDER.index(check.verdict), bool(check.causes))
    home = records.get(check.sides[0].document)
    day = home.document.published or "" if home else ""
    return (*grave, check.indicator or "~", check.between, check.period or "", check.kind, day, check.id)


def _unchecked(stated: Iterable[Stated], checks: Iterable[Crosscheck], series: bool) -> Iterator[tuple[str, int]]:
    """Of how many figures nothing is said, by the reason."""
    met = {_words(side) for check in checks for side in check.sides}
    left = Counter(_reason(one, series) for one in stated if (one.document, one.figure.span) not in met)
    return iter(sorted(((why, count) for why, count in left.items() if why), key=lambda entry: -entry[1]))


def _reason(one: Stated, series: bool) -> str:
    """Why a figure of a kind that one would check is in no check; empty for the others."""
    figure: Figure = one.figure
    if figure.measure == "growth":
        return "rates of growth without a level that they lead to or from"
    if figure.measure == "share":
        return "shares without their part and whole"
    if series and could_be_official(one):
        return "levels of which no official series is loaded and no other document gives a value"
    return ""
