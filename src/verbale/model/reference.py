"""A reference is what statistical offices publish: observations of official series, each from a line of a dataset."""

from dataclasses import dataclass
from typing import Literal

Valuation = Literal["CIF", "FOB"]


@dataclass(frozen=True, slots=True)
class Dataset:
    """A file of official series as it was loaded: its `name`, where it lay, the SHA-256 of its bytes, and its rows.

    `rows` counts the observations taken from it; `mapping` is what was said of its columns when it was loaded, and
    `left_out` which rows gave no observation and why, a line a reason.
    """

    id: str
    name: str
    uri: str
    sha256: str
    rows: int
    mapping: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of an official series, as `reporter` counts it.

    `indicator` is one of those of figures. A flow has `origin` and `destination` (what the reporter imports from a
    partner runs from that partner), a national series `origin` alone. Countries are ISO 3166-1 alpha-3, or WLD. `unit`
    is an ISO 4217 code, `percent`, a physical unit or a counted noun in the singular, `value` in base units, `period`
    an ISO 8601 prefix or interval. `valuation` says, where the file does, whether freight and insurance are in it (CIF)
    or not (FOB). `line` counts from 1 in the dataset's file.
    """

    dataset: str
    line: int
    indicator: str
    reporter: str
    period: str
    value: float
    unit: str
    origin: str | None = None
    destination: str | None = None
    valuation: Valuation | None = None
