"""A check is what one can reckon from a text alone: its rates, totals and shares, and the two sides of one flow."""

from collections.abc import Iterator, Sequence

from verbale.lang.pack import Language
from verbale.model.claim import Check, Figure
from verbale.model.found import Found
from verbale.model.identity import identify
from verbale.model.statement import Statement
from verbale.model.structure import Structure
from verbale.model.text import Text
from verbale.record.fidelity import check_fidelity
from verbale.record.growth import check_growth
from verbale.record.mirror import check_mirrors
from verbale.record.outcome import Outcome
from verbale.record.parts import check_parts
from verbale.record.ratio import check_ratios
from verbale.record.repetition import check_repetitions
from verbale.record.rise import check_rises
from verbale.record.share import check_shares, check_shares_of_flows
from verbale.record.stated import Stated, stated_in
from verbale.record.sum import check_sums


def find_checks(
    text: Text, structure: Structure, figures: Found[Figure], statements: Found[Statement], language: Language
) -> tuple[Check, ...]:
    """Every check of the text, in the order of the words they compare."""
    stated = list(stated_in(text.content, language.code, figures, structure.sentences))
    outcomes = (
        *check_rises(text.content, language, stated),
        *check_parts(text.content, language, stated),
        *check_shares(text.content, language, stated),
        *compared(stated),
    )
    fidelity = check_fidelity(text, structure.passages, statements.values)
    told = {check.id: check for check in (*map(_check, _settled(outcomes)), *fidelity)}
    return tuple(sorted(told.values(), key=lambda check: (check.spans, check.kind)))


def compared(stated: Sequence[Stated]) -> Iterator[Outcome]:
    """What follows from what figures measure, wherever they stand: in one text or in many."""
    yield from check_growth(stated)
    yield from check_sums(stated)
    yield from check_shares_of_flows(stated)
    yield from check_ratios(stated)
    yield from check_mirrors(stated)
    yield from check_repetitions(stated)


def _settled(outcomes: Sequence[Outcome]) -> Iterator[Outcome]:
    """The outcomes, without those of figures that another of their kind could judge."""
    judged = {(one.kind, one.main) for one in outcomes if one.verdict != "not_checkable"}
    for one in outcomes:
        if one.verdict != "not_checkable" or (one.kind, one.main) not in judged:
            yield one


def _check(outcome: Outcome) -> Check:
    figures = sorted((one.figure for one in outcome.sides), key=lambda figure: figure.span)
    spans = tuple(figure.span for figure in figures)
    return Check(
        id=identify("check", outcome.kind, *spans),
        kind=outcome.kind,
        spans=spans,
        verdict=outcome.verdict,
        why=outcome.why,
        by=outcome.by,
        figures=tuple(figure.id for figure in figures),
        indicator=outcome.main.figure.indicator,
        period=outcome.main.figure.period,
        given=outcome.given,
        computed=outcome.computed,
        working=outcome.working,
        causes=outcome.causes,
    )
