"""Findings for listings: one flow with all its fields, one figure of which the text says little."""

import pytest

from verbale.archive.store import Finding
from verbale.model.claim import Figure
from verbale.model.record import SCHEMA, Document, Origin, Record
from verbale.model.span import Span
from verbale.model.statement import By

TEXT = (
    "=Norges Bank said that Norway sold timber for 2 to 3 billion dollars to Brazil in the first half of 2024; "
    "40 firms came."
)
RULE = By("figures", "figures.test", "1")


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


@pytest.fixture
def found() -> list[Finding[Figure]]:
    origin = Origin("a.txt", "0" * 64, "text/plain", len(TEXT))
    about = Document("0" * 16, origin, "=1+1", (), None, "2024-07-01", "en", "article", ("BRA", "NOR"), (), ())
    record = Record(SCHEMA, about, TEXT, ((0, 0, len(TEXT)),))
    flow = Figure(
        *("figure-1", _span("2 to 3 billion dollars"), 2e9, "USD", RULE, 2e9, 3e9),
        indicator="goods_trade",
        label="timber",
        origin="NOR",
        destination="BRA",
        reporter="NOR",
        source=_span("=Norges Bank"),
        period="2024-H1",
    )
    bare = Figure("figure-2", _span("40 firms"), 40.0, "firm", RULE)
    return [Finding(record, flow), Finding(record, bare)]
