"""The figures of many documents side by side: a table for people, objects and rows for programs."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from verbale.archive.store import Finding
from verbale.interchange import to_mapping
from verbale.listing import sdmx
from verbale.listing.parquet import as_parquet
from verbale.listing.sheet import Column, Kind, Sheet, as_csv
from verbale.listing.workbook import as_xlsx
from verbale.model.claim import Figure
from verbale.record.cite import cite
from verbale.record.notation import plain, quantity, shortened, subject, times, whose

_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("value", "low", "high"), "number"),
    **dict.fromkeys(("start", "end"), "integer"),
    "parties": "list",
}
COLUMNS = tuple(
    Column(name, _KINDS.get(name, "text"))
    for name in (
        *("value", "low", "high", "unit", "qualifier", "measure", "indicator", "label"),
        *("parties", "origin", "destination", "reporter", "source", "period", "base_period", "modality"),
        *("words", "title", "published", "uri", "document", "start", "end", "citation"),
    )
)
WORDS, TITLE = 60, 40  # characters that a table shows


def as_table(figures: Iterable[Finding[Figure]]) -> RenderableType:
    """One line a figure: what is measured, between whom, when, by whose statistics, in which words and where."""
    table = Table(
        *("Figure", "Of", "Between", "Period", "Reporter", "Words", "Document", "Characters"), box=SIMPLE_HEAD
    )
    for finding in figures:
        figure, document = finding.value, finding.record.document
        facts = (quantity(figure), subject(figure), whose(figure), times(figure), figure.reporter or "")
        home = ", ".join(filter(None, (shortened(document.title or document.source.uri, TITLE), document.published)))
        place = f"{figure.span.start}–{figure.span.end} [{document.id}]"
        table.add_row(*map(Text, (*facts, shortened(figure.span.text, WORDS), home, place)))
    return table


def as_json(figures: Iterable[Finding[Figure]]) -> str:
    """An array of figures as in the record, each with its document and citation."""
    return json.dumps([_mapping(finding) for finding in figures], ensure_ascii=False, indent=2)


def written(figures: Sequence[Finding[Figure]], format: str) -> bytes:
    """The figures in a format for programs: json, csv, xlsx, parquet or sdmx-csv."""
    if format == "json":
        return f"{as_json(figures)}\n".encode()
    if format == "sdmx-csv":
        return as_csv(sdmx.sheet_of(figures))
    return {"csv": as_csv, "xlsx": as_xlsx, "parquet": as_parquet}[format](sheet_of(figures))


def sheet_of(figures: Iterable[Finding[Figure]]) -> Sheet:
    """One row a figure."""
    return Sheet("figures", COLUMNS, [_row(finding) for finding in figures])


def _row(finding: Finding[Figure]) -> dict[str, Any]:
    document = finding.record.document
    row = to_mapping(finding.value)
    return row | {
        "source": plain(finding.value.source.text) if finding.value.source else None,
        "words": plain(finding.value.span.text),
        "title": document.title,
        "published": document.published,
        "uri": document.source.uri,
        "document": document.id,
        "citation": cite(finding.record, finding.value.span),
    }


def _mapping(finding: Finding[Figure]) -> dict[str, Any]:
    document = finding.record.document
    where = {"id": document.id, "title": document.title, "published": document.published, "uri": document.source.uri}
    known = {name: value for name, value in where.items() if value is not None}
    return {**to_mapping(finding.value), "document": known, "citation": cite(finding.record, finding.value.span)}
