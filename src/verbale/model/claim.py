"""A claim is something a text states that can be checked: a figure, a date, the mention of a country."""

from dataclasses import dataclass
from typing import Literal

from verbale.model.span import Span
from verbale.model.statement import By

Qualifier = Literal["exact", "about", "more_than", "less_than", "at_least", "at_most", "nearly"]
Measure = Literal["level", "change", "growth", "share", "rate", "rank"]
Modality = Literal["actual", "planned", "target", "hypothetical"]
DateKind = Literal["date", "period", "anniversary"]
Verdict = Literal["consistent", "inconsistent", "agrees", "differs", "altered", "not_checkable"]
CheckKind = Literal["growth", "sum", "share", "ratio", "mirror", "series", "fidelity", "repetition"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a country or bloc: `code` is ISO 3166-1 alpha-3, a bloc's name (EU, ASEAN) or WLD.

    `form` says how: by its name ("China"), as an adjective or people ("Chinese"), or by its capital ("Beijing").
    """

    span: Span
    code: str
    form: Literal["name", "demonym", "capital", "pronoun"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A statistical observation in the text's words.

    `value` is in base units (22.8e9; tonnes, watts), a fall negative in `growth` and `change`; a range has `low` and
    `high`, and `value` is `low`. `unit` is an ISO 4217 code, `percent`, `percentage_point`, a physical unit or the
    counted noun in the singular. Two-way and national figures have `parties`; flows have `origin` and `destination`.
    `reporter` is whose statistic it is, by code, and `source` the words that say so; `label` the text's words for what
    is measured; `speaker` the id of the actor who says it. Times are ISO 8601 prefixes and intervals.
    """

    id: str
    span: Span
    value: float
    unit: str
    by: By
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = "exact"
    measure: Measure = "level"
    indicator: str | None = None
    label: str | None = None
    parties: tuple[str, ...] = ()
    origin: str | None = None
    destination: str | None = None
    reporter: str | None = None
    source: Span | None = None
    period: str | None = None
    base_period: str | None = None
    modality: Modality = "actual"
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """An expression of calendar time; `value` is its ISO 8601 prefix or interval, or absent where it stays open."""

    id: str
    span: Span
    kind: DateKind
    by: By
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """Figures or words held against each other: what was `given`, what was `computed`, and the sum written out.

    `computed` is what follows for the figure that is judged: for `growth` and `share` in percent, for `sum` and `ratio`
    in its unit; for `mirror`, `repetition` and `series` it is the gap, in percent of the smaller value. `causes` names
    what may explain that two sides count one flow differently.
    """

    id: str
    kind: CheckKind
    spans: tuple[Span, ...]
    verdict: Verdict
    why: str
    by: By
    figures: tuple[str, ...] = ()
    indicator: str | None = None
    period: str | None = None
    given: str | None = None
    computed: float | None = None
    working: str | None = None
    causes: tuple[str, ...] = ()
