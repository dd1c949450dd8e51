"""Gathering takes what concerns a pair, whole documents and single findings, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from verbale.archive.sqlite import open_archive
from verbale.dossier.gather import Dossier, gather, gather_from
from verbale.dossier.render import render
from verbale.errors import BrokenAnchor, VerbaleError
from verbale.interchange import from_json
from verbale.model.record import Record
from verbale.model.source import Source
from verbale.model.span import Span
from verbale.model.statement import Actor, Statement

RECORDS = Path(__file__).parents[1] / "data" / "records"
INTERVIEW = from_json((RECORDS / "ambassador-oslo-interview.json").read_bytes())
ARTICLE = from_json((RECORDS / "brazil-norway-relations.json").read_bytes())


def elsewhere(record: Record) -> Record:
    """The same findings in a document that is mainly about another pair."""
    return replace(record, document=replace(record.document, id="0" * 16, relation=("CHL", "PER")))


def test_documents_stand_by_day_of_publication_whatever_their_order() -> None:
    dossier = gather_from([ARTICLE, INTERVIEW], ("NOR", "BRA"))
    assert dossier.records == (INTERVIEW, ARTICLE)
    assert dossier.published == ("2025-05-19", "2025-06-12")


def test_the_pair_is_the_same_in_either_order_and_case() -> None:
    assert gather_from([INTERVIEW], ("NOR", "BRA")) == gather_from([INTERVIEW], ("bra", " nor"))


def test_countries_are_named() -> None:
    assert gather_from([INTERVIEW], ("NOR", "BRA")).names == ("Brazil", "Norway")
    bloc = replace(INTERVIEW, document=replace(INTERVIEW.document, relation=("BRA", "EU")))
    assert gather_from([bloc], ("EU", "BRA")).names == ("Brazil", "EU")


def test_a_document_about_the_pair_is_taken_whole() -> None:
    dossier = gather_from([INTERVIEW, ARTICLE], ("NOR", "BRA"))
    compared = sum(len(c.first) + len(c.second) for c in dossier.comparisons)
    assert compared + len(dossier.figures) == len(INTERVIEW.figures) + len(ARTICLE.figures)
    assert len(dossier.exchanges) == len(INTERVIEW.exchanges)
    assert sum(len(s.statements) for s in dossier.speakers) == len(INTERVIEW.statements) + len(ARTICLE.statements)
    assert len(dossier.checks) == len(ARTICLE.checks)
    assert len(dossier.issues) == len(INTERVIEW.issues)


def test_of_another_document_only_the_figures_between_the_two_are_taken() -> None:
    dossier = gather_from([elsewhere(ARTICLE)], ("NOR", "BRA"))
    taken = {f.value.id for f in dossier.figures} | {
        f.value.id for c in dossier.comparisons for f in (*c.first, *c.second)
    }
    between = {f.id for f in ARTICLE.figures if {*f.parties, f.origin, f.destination} - {None} == {"NOR", "BRA"}}
    assert taken == between
    assert not dossier.dates
    assert not dossier.exchanges
    assert {c.value.kind for c in dossier.checks} == {"growth", "mirror"}


def test_of_another_document_a_statement_counts_in_which_one_side_speaks_of_the_other() -> None:
    text = "The Minister said that Brazil is a friend. Peru listened."
    record = replace(
        elsewhere(ARTICLE),
        text=text,
        passages=(),
        figures=(),
        dates=(),
        checks=(),
        actors=(
            Actor("actor-1", "Ida Moe", "person", country="NOR"),
            Actor("actor-2", "Brazil", "country", country="BRA", mentions=(Span(23, 29, "Brazil"),)),
        ),
        statements=(
            replace(ARTICLE.statements[0], id="s-1", span=Span(23, 42, text[23:42]), speaker="actor-1"),
            replace(ARTICLE.statements[0], id="s-2", span=Span(43, 57, text[43:57]), speaker="actor-1"),
        ),
    )
    dossier = gather_from([record], ("NOR", "BRA"))
    assert [s.value.id for speaker in dossier.speakers for s in speaker.statements] == ["s-1"]


def test_a_speaker_of_two_documents_is_one_and_the_unknown_come_last() -> None:
    nobody = replace(INTERVIEW.statements[0], speaker=None)
    first = replace(INTERVIEW, statements=(nobody, *INTERVIEW.statements[1:]))
    second = replace(INTERVIEW, document=replace(INTERVIEW.document, id="1" * 16, published="2025-06-01"))
    speakers = gather_from([first, second], ("NOR", "BRA")).speakers
    assert [speaker.actor.name if speaker.actor else None for speaker in speakers] == ["Marcelo Quintela", None]
    assert len(speakers[0].statements) == 2 * len(INTERVIEW.statements) - 1


def test_dates_stand_in_the_order_of_the_calendar_and_open_ones_are_left_to_the_issues() -> None:
    values = [date.value.value for date in gather_from([INTERVIEW, ARTICLE], ("NOR", "BRA")).dates]
    assert values == sorted(values, key=str)
    assert None not in values


@pytest.mark.parametrize("pair", [("NOR", "NOR"), ("NOR", ""), ("", "")])
def test_a_pair_is_two(pair: tuple[str, str]) -> None:
    with pytest.raises(VerbaleError, match="two countries"):
        gather_from([INTERVIEW], pair)


@pytest.mark.parametrize("records", [[], [INTERVIEW]])
def test_a_pair_with_nothing_found_is_one_clear_line(records: list[Record]) -> None:
    with pytest.raises(VerbaleError, match=r"\Anothing in the archive concerns CHN and RUS\Z"):
        gather_from(records, ("RUS", "CHN"))


@pytest.mark.parametrize("section", ["figures", "statements", "dates", "checks", "issues", "exchanges"])
def test_a_broken_anchor_is_never_printed(section: str) -> None:
    source = next(r for r in (INTERVIEW, ARTICLE) if getattr(r, section))
    wrong = replace(source, text="x" + source.text)
    only = {name: () for name in ("figures", "statements", "dates", "checks", "issues", "exchanges") if name != section}
    with pytest.raises(BrokenAnchor):
        gather_from([replace(wrong, **only)], ("NOR", "BRA"))


def test_everything_found_stands_on_its_words() -> None:
    dossier: Dossier = gather_from([INTERVIEW, ARTICLE], ("NOR", "BRA"))
    statements: list[Statement] = [s.value for speaker in dossier.speakers for s in speaker.statements]
    assert all(s.span.text for s in statements)
    for one in (*dossier.figures, *dossier.dates, *dossier.checks):
        assert one.citations
        assert all(c.record.text[c.span.start : c.span.end] == c.span.text for c in one.citations)


def test_crosschecks_lead_to_the_documents_of_the_dossier(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.db", create=True) as archive:
        for record in (INTERVIEW, ARTICLE):
            source = Source(record.document.source.uri, "text/plain", record.text.encode())
            origin = replace(record.document.source, sha256=source.sha256)
            archive.add(replace(record, document=replace(record.document, source=origin)), source, "1")
        dossier = gather(archive, ("BRA", "NOR"))
    kinds = {(one.cited.value.kind, one.cited.value.verdict) for one in dossier.crosschecks}
    assert kinds == {("growth", "consistent"), ("mirror", "differs"), ("repetition", "agrees")}
    assert all({cite.number for cite in one.cited.citations} == {1, 2} for one in dossier.crosschecks)
    for format, name in (("md", "## Across documents and official series"), ("html", 'id="crosschecks"')):
        assert name in render(dossier, format)  # type: ignore[arg-type]
