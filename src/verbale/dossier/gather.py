"""Gathering takes from many records what two countries said to and of each other."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from verbale.archive.store import Archive
from verbale.crosscheck.gather import Checked, WantedChecks, gather_checks
from verbale.dossier.cited import Citation, Cited, cited
from verbale.dossier.compare import Comparison, compare
from verbale.errors import VerbaleError
from verbale.lang.pack import load
from verbale.model.claim import Check, Date, Figure
from verbale.model.crosscheck import Crosscheck
from verbale.model.issue import Issue
from verbale.model.record import Record
from verbale.model.span import Span
from verbale.model.statement import Actor, Statement
from verbale.model.structure import Exchange
from verbale.record.spoken import spoken


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody, by the name that the documents give, and their statements in order; `actor` is None if unknown."""

    actor: Actor | None
    statements: tuple[Cited[Statement], ...]


@dataclass(frozen=True, slots=True)
class Crossed:
    """What several documents state, or one and official series, held against each other.

    `lines` says where the official values stand.
    """

    cited: Cited[Crosscheck]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is on record between two countries; `records` are its documents by day of publication, numbered from 1.

    `checks` are those within documents, `crosschecks` those across them and against official series. `figures` are
    those that no comparison holds; everything else is in the order of the documents and of their texts, dates in the
    order of the calendar.
    """

    pair: tuple[str, str]
    names: tuple[str, str]
    records: tuple[Record, ...]
    exchanges: tuple[Cited[Exchange], ...]
    comparisons: tuple[Comparison, ...]
    figures: tuple[Cited[Figure], ...]
    speakers: tuple[Speaker, ...]
    dates: tuple[Cited[Date], ...]
    checks: tuple[Cited[Check], ...]
    issues: tuple[Cited[Issue], ...]
    crosschecks: tuple[Crossed, ...] = ()

    @property
    def published(self) -> tuple[str, str] | None:
        """The days of publication of the first and the last document that has one."""
        days = sorted(r.document.published for r in self.records if r.document.published)
        return (days[0], days[-1]) if days else None


@dataclass(frozen=True, slots=True)
class _Found:
    """What of one record concerns the pair."""

    record: Record
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    whole: bool
    number: int = 0

    @property
    def concerns(self) -> bool:
        """Whether anything does."""
        return self.whole or bool(self.figures or self.statements)

    def checks(self) -> Iterator[Check]:
        """The checks of the whole document, or those of the figures that concern the pair."""
        ids = {figure.id for figure in self.figures}
        return (check for check in self.record.checks if self.whole or ids & set(check.figures))


def gather(archive: Archive, pair: tuple[str, str]) -> Dossier:
    """The dossier of a pair of countries, by their codes in either order, from everything in an archive.

    Raises:
        VerbaleError: the pair is no pair, or nothing in the archive concerns it.
        BrokenAnchor: words do not stand where a span says.
    """
    dossier = gather_from(archive.records(), pair)
    checked = gather_checks(archive, WantedChecks(relation=dossier.pair))
    return replace(dossier, crosschecks=tuple(_crossed(checked, dossier.records)))


def gather_from(records: Iterable[Record], pair: tuple[str, str]) -> Dossier:
    """The dossier of a pair of countries from these records.

    A document that is mainly about the pair is taken whole; what its exchanges show is no statement beside them. Of
    the others, the figures between the two are taken, and the statements in which one speaks of the other or somebody
    of both.

    Raises:
        VerbaleError: the pair is no pair, or no record concerns it.
        BrokenAnchor: words do not stand where a span says.
    """
    sides = _sides(pair)
    chosen = sorted((one for one in (_found(record, sides) for record in records) if one.concerns), key=_by_day)
    if not chosen:
        raise VerbaleError(f"nothing in the archive concerns {sides[0]} and {sides[1]}")
    found = [replace(one, number=number) for number, one in enumerate(chosen, 1)]
    figures = tuple(cited(f.number, f.record, one, _of_figure(one)) for f in found for one in f.figures)
    comparisons = compare(figures, sides)
    compared = {one.own.anchor for c in comparisons for one in (*c.first, *c.second)}
    whole = [f for f in found if f.whole]
    return Dossier(
        pair=sides,
        names=(_name(sides[0]), _name(sides[1])),
        records=tuple(f.record for f in found),
        exchanges=tuple(cited(f.number, f.record, e, _of_exchange(e)) for f in whole for e in f.record.exchanges),
        comparisons=comparisons,
        figures=tuple(one for one in figures if one.own.anchor not in compared),
        speakers=_speakers(found),
        dates=_calendar(cited(f.number, f.record, d, (d.span,)) for f in whole for d in f.record.dates),
        checks=tuple(cited(f.number, f.record, c, c.spans) for f in found for c in f.checks()),
        issues=tuple(cited(f.number, f.record, i, (i.span,)) for f in whole for i in f.record.issues),
    )


def _crossed(checked: Checked, records: Iterable[Record]) -> Iterator[Crossed]:
    """The checks that need more than one document; those within one stand in its record."""
    homes = {record.document.id: (number, record) for number, record in enumerate(records, 1)}
    for check in checked.checks:
        documents = {side.document for side in check.sides}
        if documents <= homes.keys() and (len(documents) > 1 or check.kind == "series"):
            citations = tuple(Citation(*homes[side.document], side.span) for side in check.sides)
            yield Crossed(Cited(check, citations), checked.lines(check))


def _sides(pair: tuple[str, str]) -> tuple[str, str]:
    one, other = sorted(code.strip().upper() for code in pair)
    if one == other or not one:
        raise VerbaleError(f"a dossier is about two countries, not {one or 'none'} alone")
    return one, other


def _by_day(found: _Found) -> tuple[str, str, str]:
    document = found.record.document
    return (document.published or "", document.source.uri, document.id)


def _found(record: Record, pair: tuple[str, str]) -> _Found:
    if set(record.document.relation) == set(pair):
        return _Found(record, record.figures, spoken(record), whole=True)
    figures = tuple(figure for figure in record.figures if _between(figure, pair))
    return _Found(record, figures, tuple(_speaking(record, pair)), whole=False)


def _between(figure: Figure, pair: tuple[str, str]) -> bool:
    """Whether a figure is about both of the pair, and nobody else."""
    return {*figure.parties, figure.origin, figure.destination} - {None} == set(pair)


def _speaking(record: Record, pair: tuple[str, str]) -> Iterator[Statement]:
    """The statements in which one of the pair speaks of the other, or somebody of both."""
    countries = {actor.id: actor.country for actor in record.actors}
    named = {side: _mentions(record, side) for side in pair}
    if not all(named[side] or side in countries.values() for side in pair):
        return
    for statement in record.statements:
        own = countries.get(statement.speaker or "")
        if all(side == own or _names(statement.span, named[side]) for side in pair):
            yield statement


def _mentions(record: Record, code: str) -> list[Span]:
    """Where a record names a country or bloc, in the order of the text."""
    actors = (actor for actor in record.actors if actor.kind in ("country", "bloc"))
    return sorted(span for actor in actors if code in (actor.country, actor.name) for span in actor.mentions)


def _names(span: Span, mentions: list[Span]) -> bool:
    """Whether one of the mentions begins within a span."""
    first = bisect_left(mentions, span.start, key=lambda mention: mention.start)
    return first < len(mentions) and mentions[first].start < span.end


def _of_figure(figure: Figure) -> Iterator[Span]:
    yield figure.span
    if figure.source:
        yield figure.source


def _of_exchange(exchange: Exchange) -> Iterator[Span]:
    yield exchange.question.span
    yield exchange.answer.span


def _speakers(found: Iterable[_Found]) -> tuple[Speaker, ...]:
    """The speakers in the order in which they first speak; one name and country is one speaker in all documents."""
    actors: dict[tuple[str, str | None] | None, Actor | None] = {}
    said: dict[tuple[str, str | None] | None, list[Cited[Statement]]] = defaultdict(list)
    for f in found:
        for statement in f.statements:
            actor = f.record.actor(statement.speaker)
            key = (actor.name, actor.country) if actor else None
            actors.setdefault(key, actor)
            said[key].append(cited(f.number, f.record, statement, (statement.span,)))
    return tuple(Speaker(actors[key], tuple(said[key])) for key in sorted(said, key=lambda key: key is None))


def _calendar(dates: Iterable[Cited[Date]]) -> tuple[Cited[Date], ...]:
    """The dates that are settled, in the order of the calendar."""
    return tuple(sorted((d for d in dates if d.value.value), key=lambda d: (d.value.value or "", d.own.number)))


def _name(code: str) -> str:
    """What a country is called in English; a bloc goes by its code."""
    names = load("en").table("territories.names")
    return next((name for name, own in names.items() if own == code), code)
