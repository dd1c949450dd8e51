"""Across documents the same is reckoned as within one: rates and levels, totals, mirrors and repetitions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from verbale.archive.store import Finding
from verbale.model.claim import Check, Figure
from verbale.model.crosscheck import Crosscheck, Side
from verbale.model.identity import identify
from verbale.record.check import compared
from verbale.record.outcome import Outcome
from verbale.record.stated import Stated, stated_in

ONE_OFFICE = ("growth", "sum", "share", "ratio")  # kinds that reckon with the figures of one statistic alone


def stated_across(figures: Iterable[Finding[Figure]], speakers: Mapping[tuple[str, str], str]) -> Iterator[Stated]:
    """The figures of many documents; `speakers` are names by document and actor, which tell the same one everywhere."""
    for found in figures:
        document = found.record.document
        (one,) = stated_in(found.record.text, document.language, (found.value,))
        speaker = speakers.get((document.id, found.value.speaker or ""))
        yield replace(one, document=document.id, speaker=speaker)


def check_across(stated: Sequence[Stated]) -> Iterator[Crosscheck]:
    """A check for everything that can be reckoned only with what several documents state.

    What is reckoned with the figures of one statistic is so only where the documents say which that is.
    """
    for outcome in compared(stated):
        documents = {one.document for one in outcome.sides}
        reporters = {one.figure.reporter for one in outcome.sides}
        settled = outcome.kind not in ONE_OFFICE or (len(reporters) == 1 and None not in reporters)
        if len(documents) > 1 and settled and outcome.verdict != "not_checkable":
            yield _crosscheck(outcome)


def _crosscheck(outcome: Outcome) -> Crosscheck:
    main = outcome.main.figure
    sides = tuple(Side(one.document, one.figure.span, one.figure.id) for one in outcome.sides)
    return Crosscheck(
        id=identify("check", outcome.kind, *sides),
        kind=outcome.kind,
        sides=sides,
        verdict=outcome.verdict,
        why=outcome.why,
        by=outcome.by,
        between=_between(main),
        flows=bool(main.origin or main.destination),
        indicator=main.indicator,
        period=main.period,
        given=outcome.given,
        computed=outcome.computed,
        working=outcome.working,
        causes=outcome.causes,
    )


def lifted(found: Finding[Check], figures: Mapping[tuple[str, str], Figure]) -> Crosscheck:
    """A check within one document as one across documents; `figures` are those of all, by document and id."""
    check, document = found.value, found.record.document.id
    of = [figure for id in check.figures if (figure := figures.get((document, id)))]
    ids = {figure.span: figure.id for figure in of}
    judged = {
        figure.span for figure in of if figure.measure == check.kind
    }  # the rate of a growth, the share of a share
    about = next((figure for figure in of if _between(figure)), None)
    return Crosscheck(
        id=f"{document}-{check.id}",
        kind=check.kind,
        sides=tuple(Side(document, span, ids.get(span)) for span in sorted(check.spans, key=lambda s: s not in judged)),
        verdict=check.verdict,
        why=check.why,
        by=check.by,
        between=_between(about) if about else (),
        flows=bool(about and (about.origin or about.destination)),
        indicator=check.indicator,
        period=check.period,
        given=check.given,
        computed=check.computed,
        working=check.working,
        causes=check.causes,
    )


def _between(figure: Figure) -> tuple[str, ...]:
    return figure.parties or tuple(end for end in (figure.origin, figure.destination) if end)
