"""Spoken statements leave out the turns that the exchanges show, and nothing else."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from verbale.interchange import from_json
from verbale.model.span import Span
from verbale.record.spoken import spoken

RECORDS = Path(__file__).parents[1] / "data" / "records"
RECORD = from_json((RECORDS / "ambassador-oslo-interview.json").read_bytes())
ANSWER = RECORD.exchanges[1].answer.span
QUESTION = RECORD.exchanges[1].question.span
OUTSIDE = Span(0, 20, RECORD.text[:20])


@pytest.mark.parametrize(
    "span,fields,is_spoken",
    [
        (ANSWER, {"act": None}, False),
        (ANSWER, {"act": "states"}, False),
        (QUESTION, {"act": None}, False),
        (ANSWER, {"act": "denies"}, True),
        (ANSWER, {"act": None, "kind": "direct"}, True),
        (OUTSIDE, {"act": None}, True),
    ],
)
def test_a_turn_of_an_exchange_is_shown_there(span: Span, fields: dict[str, Any], is_spoken: bool) -> None:
    statement = replace(RECORD.statements[0], **({"span": span, "kind": "turn"} | fields))
    assert bool(spoken(replace(RECORD, statements=(statement,)))) == is_spoken


def test_without_exchanges_every_turn_is_spoken() -> None:
    statement = replace(RECORD.statements[0], span=ANSWER, act=None)
    assert spoken(replace(RECORD, exchanges=(), statements=(statement,))) == (statement,)
