"""A listing is findings of many documents side by side: a table for people, JSON or CSV for programs."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from verbale.archive.store import Finding
from verbale.interchange import to_mapping
from verbale.model.claim import Figure
from verbale.record.cite import cite
from verbale.record.notation import plain, quantity, shortened, subject, times, whose

COLUMNS = (
    "value",
    "low",
    "high",
    "unit",
    "qualifier",
    "measure",
    "indicator",
    "label",
    "parties",
    "origin",
    "destination",
    "reporter",
    "period",
    "base_period",
    "modality",
    "words",
    "title",
    "published",
    "uri",
    "document",
    "start",
    "end",
    "citation",
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


def as_csv(figures: Iterable[Finding[Figure]]) -> str:
    """A header and one row a figure; countries side by side are joined by a space."""
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(finding) for finding in figures)
    return written.getvalue()


def _row(finding: Finding[Figure]) -> dict[str, Any]:
    document = finding.record.document
    row = to_mapping(finding.value)
    return row | {
        "parties": " ".join(finding.value.parties),
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
