"""What a program reads back from a listing is what was found."""

import csv
import io
import json

import openpyxl
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.archive.store import Finding
from verbale.listing.figures import COLUMNS, sheet_of, written
from verbale.listing.sdmx import time_period
from verbale.listing.sheet import Column, Sheet, as_csv
from verbale.listing.workbook import LONGEST, as_xlsx
from verbale.model.claim import Figure

Found = list[Finding[Figure]]


def test_every_format_holds_every_figure_with_its_words(found: Found) -> None:
    objects = json.loads(written(found, "json"))
    lines = list(csv.DictReader(io.StringIO(written(found, "csv").decode())))
    table = pyarrow.parquet.read_table(io.BytesIO(written(found, "parquet"))).to_pylist()
    cells = openpyxl.load_workbook(io.BytesIO(written(found, "xlsx"))).active
    assert cells is not None
    head, *rest = cells.iter_rows(values_only=True)
    book = [dict(zip(head, row, strict=True)) for row in rest]
    for own in (lines, table, book):
        assert [row["words"] for row in own] == [entry["text"] for entry in objects]
        assert [float(row["value"]) for row in own] == [entry["value"] for entry in objects]
        assert [row["citation"] for row in own] == [entry["citation"] for entry in objects]


def test_parquet_keeps_types_and_absence(found: Found) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(written(found, "parquet")))
    kinds = {"text": "string", "number": "double", "integer": "int64", "list": "list<element: string>"}
    assert [str(table.schema.field(c.name).type) for c in COLUMNS] == [kinds[c.kind] for c in COLUMNS]
    flow, bare = table.to_pylist()
    assert (flow["low"], flow["parties"], bare["low"], bare["reporter"]) == (2e9, [], None, None)


def test_a_workbook_does_not_reckon_with_words(found: Found) -> None:
    page = openpyxl.load_workbook(io.BytesIO(written(found, "xlsx"))).active
    assert page is not None
    titles = [cell for row in page.iter_rows(min_row=2) for cell in row if cell.value == "=1+1"]
    assert [cell.data_type for cell in titles] == ["s", "s"]


def test_the_same_figures_give_the_same_bytes(found: Found) -> None:
    for format in ("json", "csv", "xlsx", "parquet", "sdmx-csv"):
        assert written(found, format) == written(found, format)


def test_what_a_cell_cannot_hold_ends_in_an_ellipsis() -> None:
    words = "a" * (LONGEST + 1)
    page = openpyxl.load_workbook(io.BytesIO(as_xlsx(Sheet("x", (Column("words"),), [{"words": words}])))).active
    assert page is not None
    assert page["A2"].value == words[: LONGEST - 1] + "…"


def test_sdmx_says_who_reports_of_whom(found: Found) -> None:
    flow, bare = csv.DictReader(io.StringIO(written(found, "sdmx-csv").decode()))
    named = ("REF_AREA", "COUNTERPART_AREA", "ORIGIN", "DESTINATION", "INDICATOR", "TIME_PERIOD", "OBS_LOW")
    assert [flow[name] for name in named] == ["NOR", "BRA", "NOR", "BRA", "goods_trade", "2024-S1", "2000000000.0"]
    assert [bare[name] for name in named] == ["_X", "_X", "", "", "_X", "", ""]


@pytest.mark.parametrize(
    ("iso", "sdmx"),
    [
        ("2021", "2021"),
        ("2021-03", "2021-03"),
        ("2021-03-04", "2021-03-04"),
        ("2024-Q1", "2024-Q1"),
        ("2023-H2", "2023-S2"),
        ("2013/2023", "2013-01-01/P11Y"),
        ("2024-01/2024-11", "2024-01-01/P11M"),
        ("2023-11/2024-02", "2023-11-01/P4M"),
        ("2024-02-27/2024-03-01", "2024-02-27/P4D"),
    ],
)
def test_times_are_those_of_sdmx(iso: str, sdmx: str) -> None:
    assert time_period(iso) == sdmx


@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8")), st.floats(allow_nan=False, allow_infinity=False))))
def test_csv_reads_back_with_a_line_a_row(cells: list[tuple[str, float]]) -> None:
    sheet = Sheet("x", (Column("words"), Column("value", "number")), [{"words": w, "value": v} for w, v in cells])
    lines = as_csv(sheet).decode().split("\n")
    assert (len(lines), lines[-1]) == (len(cells) + 2, "")
    read = [(words, float(value)) for words, value in csv.reader(lines[1:-1])]
    assert read == [(words.replace("\r", " ").replace("\n", " "), value) for words, value in cells]


def test_the_columns_are_those_of_the_rows(found: Found) -> None:
    sheet = sheet_of(found)
    assert {column.name for column in sheet.columns} - {name for row in sheet.rows for name in row} == {"base_period"}
