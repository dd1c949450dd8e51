"""A chart places every number that it can, says what it leaves out, and shows nothing that was not found."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from verbale.archive.sqlite import open_archive
from verbale.archive.store import Finding
from verbale.chart.draw import as_png, as_svg, specification
from verbale.chart.page import as_html
from verbale.chart.points import Chart, chart_of, gather
from verbale.errors import VerbaleError
from verbale.model.claim import Figure
from verbale.model.record import SCHEMA, Document, Origin, Record
from verbale.model.reference import Dataset, Observation
from verbale.model.source import Source
from verbale.model.span import Span
from verbale.model.statement import By

TEXT = "Trade reached $2.4 billion by Norway's count, more than $3 billion by Brazil's; it grew 4%. <b>40 firms</b>"
RULE = By("figures", "figures.test", "1")
ABOUT = Document(
    "0" * 16, Origin("a.txt", "0" * 64, "text/plain", 1), "<b>", (), None, None, "en", "article", (), (), ()
)
RECORD = Record(SCHEMA, ABOUT, TEXT, ((0, 0, len(TEXT)),))
PAIR = ("BRA", "NOR")


def _figure(words: str, value: float, unit: str = "USD", **fields: object) -> Finding[Figure]:
    start = TEXT.index(words)
    known = {"indicator": "goods_trade", "parties": PAIR, "period": "2021", **fields}
    span = Span(start, start + len(words), words)
    return Finding(RECORD, Figure(words, span, value, unit, RULE, **known))  # type: ignore[arg-type]


NORWAY = _figure("$2.4 billion", 2.4e9, reporter="NOR")
BRAZIL = _figure("more than $3 billion", 3e9, reporter="BRA", qualifier="more_than")
GROWTH = _figure("4%", 4.0, "percent", measure="growth")
FIRMS = _figure("40 firms", 40.0, "firm")


def _seen(year: str, origin: str, destination: str, value: float, reporter: str = "NOR") -> Observation:
    return Observation("set", 7, "goods_trade", reporter, year, value, "USD", origin, destination)


SEEN = (_seen("2021", "NOR", "BRA", 1e9), _seen("2021", "BRA", "NOR", 1.3e9), _seen("2022", "NOR", "BRA", 1.1e9))
OFFICIAL = [replace(one, line=line) for line, one in enumerate(SEEN, 2)]


@pytest.fixture
def chart() -> Chart:
    return chart_of([NORWAY, BRAZIL, GROWTH, FIRMS], OFFICIAL, PAIR, "goods_trade")


def test_what_is_drawn_and_what_is_left_out_is_all_there_is(chart: Chart) -> None:
    assert [point.words for point in chart.points if not point.official] == ["$2.4 billion", "more than $3 billion"]
    assert chart.left_out == ("without a level or a period: 1", "in other units than USD: 1")


def test_the_trade_of_both_ways_is_the_sum_of_one_reporters_directions(chart: Chart) -> None:
    (both,) = [point for point in chart.points if point.official]
    assert (both.value, both.between, both.reporter) == (2.3e9, "BRA–NOR", "NOR")
    assert both.words == "1,000,000,000 + 1,300,000,000"


def test_everything_of_an_archive_is_gathered_with_the_names_of_its_datasets(tmp_path: Path) -> None:
    source = Source("a.txt", "text/plain", TEXT.encode())
    about = replace(ABOUT, source=Origin("a.txt", source.sha256, "text/plain", len(TEXT)))
    record = replace(RECORD, document=about, figures=(NORWAY.value,))
    with open_archive(tmp_path / "a.db", create=True) as archive:
        archive.add(record, source, "1")
        archive.add_dataset(Dataset("set", "Trade by the books", "a.csv", "0" * 64, len(OFFICIAL)), OFFICIAL)
        chart = gather(archive, PAIR, "goods_trade")
    assert [(point.words, point.official) for point in chart.rows] == [
        ("$2.4 billion", False),
        ("1,000,000,000 + 1,300,000,000", True),
    ]
    assert chart.rows[1].citation == "Trade by the books, lines 2 and 3"


def test_a_direction_that_nobody_states_has_no_panel(chart: Chart) -> None:
    assert chart.flows == ("BRA–NOR",)
    sold = _figure("$2.4 billion", 2.4e9, parties=(), origin="NOR", destination="BRA")
    panels = chart_of([sold, NORWAY], OFFICIAL, PAIR, "goods_trade").flows
    assert panels == ("BRA–NOR", "NOR → BRA")


def test_rounding_is_drawn_where_it_has_both_ends(chart: Chart) -> None:
    norway, brazil = (point for point in chart.points if not point.official)
    assert (norway.low, norway.high, norway.bound) == (2.35e9, 2.45e9, "exact")
    assert (brazil.low, brazil.high, brazil.bound) == (None, None, "above")


def test_a_year_stands_at_its_number(chart: Chart) -> None:
    (rows,) = specification(chart)["datasets"].values()
    stated = [row for row in rows if not row["official"]]
    assert [(row["begins"], row["year"], row["ends"]) for row in stated] == [(2020.5, 2021.0, 2021.5)] * 2
    assert [row["value"] for row in stated] == [2.4, 3.0]


def test_figures_of_others_and_suppositions_are_not_drawn() -> None:
    chile = _figure("$2.4 billion", 2.4e9, parties=("BRA", "CHL"))
    supposed = replace(NORWAY, value=replace(NORWAY.value, modality="hypothetical"))
    with pytest.raises(VerbaleError, match="no figure of goods_trade"):
        chart_of([chile, supposed, GROWTH], OFFICIAL, PAIR, "goods_trade")


def test_the_picture_is_svg_and_png_with_its_words(chart: Chart) -> None:
    picture = as_svg(chart)
    words = {node.text for node in ElementTree.fromstring(picture).iter() if node.text}
    assert {"goods trade, BRA and NOR", "BRA–NOR", "billion USD", "BRA", "NOR"} <= words
    assert as_png(chart).startswith(b"\x89PNG")
    assert picture == as_svg(chart)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href")]


def test_the_page_asks_for_nothing_and_escapes_what_documents_say(chart: Chart) -> None:
    page = as_html(chart)
    reader = _Reader()
    reader.feed(page)
    assert not reader.tags & {"b", "script", "link", "img", "iframe"}
    assert not reader.addresses
    assert "“more than $3 billion”" in page
    assert "2,400,000,000" in page
    assert "&lt;b&gt;, characters" in page
