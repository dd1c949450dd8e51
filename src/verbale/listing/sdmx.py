"""SDMX-CSV is figures as statistical offices exchange observations: a dimension or attribute a column.

The columns are those of SDMX-CSV 2.0 (SDMX 3.0, section 5) with the concepts of the cross-domain code lists, where they
have one: `REF_AREA` is who reports, `COUNTERPART_AREA` the other side of a flow, `_X` what the text does not say.
"""

import re
from collections.abc import Iterable
from datetime import date

from verbale.archive.store import Finding
from verbale.listing.sheet import Column, Sheet
from verbale.model.claim import Figure
from verbale.record.cite import cite
from verbale.record.notation import plain

STRUCTURE = "VERBALE:FIGURES(1.0)"
UNSPECIFIED = "_X"  # CL_AREA and others: not specified
COLUMNS = (
    *(Column(name) for name in ("STRUCTURE", "STRUCTURE_ID", "ACTION")),
    *(Column(name) for name in ("REF_AREA", "COUNTERPART_AREA", "INDICATOR", "MEASURE")),
    *(Column("PARTIES", "list"), Column("ORIGIN"), Column("DESTINATION")),
    *(Column(name) for name in ("UNIT_MEASURE", "TIME_PERIOD", "BASE_PERIOD")),
    *(Column(name, "number") for name in ("OBS_VALUE", "OBS_LOW", "OBS_HIGH")),
    *(Column(name) for name in ("OBS_STATUS", "QUALIFIER", "DOCUMENT")),
    *(Column(name, "integer") for name in ("CHAR_START", "CHAR_END")),
    *(Column(name) for name in ("TITLE", "COMMENT_OBS", "CITATION")),
)
_STATUS = {
    "actual": "A",
    "planned": "F",
    "target": "F",
    "hypothetical": "E",
}  # CL_OBS_STATUS: normal, forecast, estimate
_HALF = re.compile(r"(\d{4})-H([12])")


def sheet_of(figures: Iterable[Finding[Figure]]) -> Sheet:
    """One observation a figure, each with the words it stands on."""
    return Sheet("figures", COLUMNS, [_row(finding) for finding in figures])


def time_period(period: str) -> str:
    """An ISO 8601 prefix or interval as SDMX writes it: `2021-S1` for a half, `2024-01-01/P3M` for an interval."""
    first, slash, last = period.partition("/")
    if not slash:
        return _HALF.sub(r"\1-S\2", period)
    begins, ends = _first_day(first), _first_day(last)
    if len(first) == len(last) == len("2024"):
        return f"{begins}/P{ends.year - begins.year + 1}Y"
    if len(first) == len(last) == len("2024-03"):
        return f"{begins}/P{12 * (ends.year - begins.year) + ends.month - begins.month + 1}M"
    return f"{begins}/P{(ends - begins).days + 1}D"


def _first_day(prefix: str) -> date:
    year, month, day = (*map(int, prefix.split("-")), 1, 1)[:3]
    return date(year, month, day)


def _counterpart(figure: Figure) -> str:
    """The other side of what the reporter counts; a national figure, or a third party's, has none."""
    sides = {*figure.parties, figure.origin, figure.destination} - {None}
    others = sorted(side for side in sides if side and side != figure.reporter)
    return others[0] if figure.reporter in sides and len(others) == 1 else UNSPECIFIED


def _row(finding: Finding[Figure]) -> dict[str, object]:
    figure, span = finding.value, finding.value.span
    return {
        "STRUCTURE": "dataflow",
        "STRUCTURE_ID": STRUCTURE,
        "ACTION": "I",
        "REF_AREA": figure.reporter or UNSPECIFIED,
        "COUNTERPART_AREA": _counterpart(figure),
        "INDICATOR": figure.indicator or UNSPECIFIED,
        "MEASURE": figure.measure,
        "PARTIES": figure.parties,
        "ORIGIN": figure.origin,
        "DESTINATION": figure.destination,
        "UNIT_MEASURE": figure.unit,
        "TIME_PERIOD": time_period(figure.period) if figure.period else None,
        "BASE_PERIOD": time_period(figure.base_period) if figure.base_period else None,
        "OBS_VALUE": figure.value,
        "OBS_LOW": figure.low,
        "OBS_HIGH": figure.high,
        "OBS_STATUS": _STATUS[figure.modality],
        "QUALIFIER": figure.qualifier,
        "DOCUMENT": finding.record.document.id,
        "CHAR_START": span.start,
        "CHAR_END": span.end,
        "TITLE": finding.record.document.title,
        "COMMENT_OBS": plain(span.text),
        "CITATION": cite(finding.record, span),
    }
