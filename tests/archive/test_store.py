"""An archive keeps records whole and answers questions about them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from verbale.archive.sqlite import open_archive
from verbale.archive.store import Archive
from verbale.archive.wanted import WantedFigures
from verbale.errors import ArchiveError, BrokenAnchor, RefusedRecord
from verbale.model.claim import Figure
from verbale.model.record import SCHEMA, Document, Origin, Record
from verbale.model.source import Source
from verbale.model.span import Span
from verbale.model.statement import By

RULE = By("figures", "figures.test", "1")


def document(words: str, published: str | None = "2024-03-04", uri: str = "a.txt") -> tuple[Record, Source]:
    source = Source(uri, "text/plain", words.encode())
    origin = Origin(uri, source.sha256, source.media_type, len(source.content))
    about = Document(source.sha256[:16], origin, "Timber", (), None, published, "en", "article", ("BRA", "NOR"), (), ())
    return Record(SCHEMA, about, words, ((0, 0, len(words)),)), source


def with_figures(record: Record, *figures: Figure) -> Record:
    return replace(record, figures=figures)


def figure(words: str, text: str, **fields: object) -> Figure:
    start = text.index(words)
    return Figure(f"figure-{start}", Span(start, start + len(words), words), 1.0, "t", RULE, **fields)  # type: ignore[arg-type]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.db", create=True) as opened:
        yield opened


TEXT = "Norway sold 5 tonnes to Brazil in 2021, and 6 tonnes in 2022; Chile sold 7 tonnes."


@pytest.fixture
def filled(archive: Archive) -> Archive:
    record, source = document(TEXT)
    figures = (
        figure("5 tonnes", TEXT, origin="NOR", destination="BRA", period="2021", indicator="goods_trade"),
        figure("6 tonnes", TEXT, parties=("BRA", "NOR"), period="2022-Q1", indicator="purchases"),
        figure("7 tonnes", TEXT, parties=("CHL",), indicator="goods_trade"),
    )
    archive.add(with_figures(record, *figures), source, "1")
    return archive


@pytest.mark.parametrize(
    "wanted, expected",
    [
        (WantedFigures(), ["5 tonnes", "6 tonnes", "7 tonnes"]),
        (WantedFigures(relation=("BRA", "NOR")), ["5 tonnes", "6 tonnes"]),
        (WantedFigures(relation=("NOR", "CHL")), []),
        (WantedFigures(indicator="goods_trade"), ["5 tonnes", "7 tonnes"]),
        (WantedFigures(period="2022"), ["6 tonnes"]),
        (WantedFigures(period="2013/2023", indicator="goods_trade"), ["5 tonnes"]),
        (WantedFigures(indicator="goods_"), []),
    ],
)
def test_figures_are_found_by_relation_indicator_and_period(
    filled: Archive, wanted: WantedFigures, expected: list[str]
) -> None:
    found = list(filled.figures(wanted))
    assert [finding.value.span.text for finding in found] == expected
    assert all(finding.value.span.stands_in(finding.record.text) for finding in found)


def test_a_record_of_the_same_bytes_takes_the_place_of_the_earlier_one(archive: Archive) -> None:
    record, source = document(TEXT)
    archive.add(with_figures(record, figure("5 tonnes", TEXT)), source, "1")
    archive.add(record, source, "2")
    assert list(archive.records()) == [record]
    assert list(archive.figures()) == []
    assert archive.digests("1") == frozenset()
    assert archive.has(source.sha256, "2")


def test_documents_stand_in_the_order_of_their_days_however_they_came(archive: Archive) -> None:
    days = ["2024-05", None, "2023-01-02", "2024-03-04"]
    for number, day in enumerate(days):
        archive.add(*document(f"Document {number}.", day), "1")
    assert [d.published for d in archive.documents()] == ["2023-01-02", "2024-03-04", "2024-05", None]
    assert [r.document for r in archive.records()] == list(archive.documents())


def test_more_records_than_are_read_at_once_all_come(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verbale.archive.store.BATCH", 2)
    for number in range(5):
        archive.add(*document(f"Document {number}."), "1")
    assert len(list(archive.records())) == 5


def test_a_document_that_is_not_there_is_said_to_be_missing(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="no document has the id 'x'"):
        archive.record("x")


def test_an_anchor_that_was_broken_in_the_file_is_not_read(filled: Archive) -> None:
    with filled._engine.begin() as connection:
        connection.execute(sql("UPDATE figures SET text = '9 tonnes' WHERE text = '5 tonnes'"))
    with pytest.raises(BrokenAnchor, match="9 tonnes"):
        list(filled.figures())
    with pytest.raises(BrokenAnchor, match="9 tonnes"):
        list(filled.records())


def test_a_record_that_cannot_be_kept_leaves_nothing_behind(archive: Archive) -> None:
    record, source = document(TEXT)
    broken = with_figures(record, replace(figure("5 tonnes", TEXT), value=float("nan")))
    with pytest.raises(RefusedRecord):
        archive.add(broken, source, "1")
    surrogate = replace(record, document=replace(record.document, title="\ud800"))
    with pytest.raises(RefusedRecord):
        archive.add(surrogate, source, "1")
    assert archive.documents() == ()


def test_what_an_archive_refuses_leaves_the_earlier_record(filled: Archive) -> None:
    before = list(filled.records())
    record, source = document(TEXT)
    with pytest.raises(RefusedRecord):
        filled.add(replace(record, document=replace(record.document, publisher="\ud800")), source, "2")
    assert list(filled.records()) == before
