"""A crosscheck is a check whose sides may stand in different documents, or in official series beside what is stated."""

from dataclasses import dataclass

from verbale.model.claim import CheckKind, Verdict
from verbale.model.reference import Observation
from verbale.model.span import Span
from verbale.model.statement import By


@dataclass(frozen=True, slots=True)
class Side:
    """Words of a document that are compared, by the document's id, and the id of the figure that they are."""

    document: str
    span: Span
    figure: str | None = None


@dataclass(frozen=True, slots=True)
class Crosscheck:
    """Figures held against each other or against official series; the fields of `Check` mean what they mean there.

    `sides` are the words compared, those that are judged first; `observations` the values of official series, each a
    line of a dataset. `between` are the countries, by code: two for what runs both ways, origin and destination for a
    flow (`flows` is then true). For `series` `computed` is by how much the stated value is above the official one, in
    percent of it, or in points where both are percentages.
    """

    id: str
    kind: CheckKind
    sides: tuple[Side, ...]
    verdict: Verdict
    why: str
    by: By
    observations: tuple[Observation, ...] = ()
    between: tuple[str, ...] = ()
    flows: bool = False
    indicator: str | None = None
    period: str | None = None
    given: str | None = None
    computed: float | None = None
    working: str | None = None
    causes: tuple[str, ...] = ()
