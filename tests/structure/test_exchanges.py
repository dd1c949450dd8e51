"""Interviews, press conferences and articles: what asks, who replies, and how far the reply reaches."""

import tomllib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.lang.pack import load
from verbale.model.structure import Structure
from verbale.model.text import Alignment, Run, Text
from verbale.structure.build import find_structure

CASES = tomllib.loads((Path(__file__).parent / "golden_exchanges.toml").read_text(encoding="utf-8"))["case"]
PARAGRAPHS = st.sampled_from(
    [
        "Q    Will it open?",
        "MS. ROE:  In May.",
        "MODERATOR: Next.",
        "1. Will it open?",
        "2. And then?",
        "It is so.",
        "Q: Why?",
        "A: Because.",
        "Roe: Is it?",
        "Aas: It is.",
        "(Laughter.)",
        "2:30 P.M.",
        "Her reply in full:",
        "The envoy left.",
        "By Jo Roe",
    ]
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_golden(case: dict[str, Any], structure: Callable[..., Structure]) -> None:
    found = structure(*case["paragraphs"])
    assert [[e.question.span.text, e.answer.span.text] for e in found.exchanges] == case["exchanges"]
    blocks = [[p.span.text, p.speaker] for p in found.passages if p.kind == "quote_block"]
    assert blocks == case.get("replies", [])


@given(st.lists(PARAGRAPHS, max_size=14))
def test_the_parts_of_a_structure_fit_each_other(paragraphs: list[str]) -> None:
    content = "\n\n".join(paragraphs)
    found = find_structure(Text(content, Alignment((Run(0, 0, len(content)),))), load("en"))
    spans = [passage.span for passage in found.passages]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(any(p.holds(s) for p in spans) for s in found.sentences)
    for exchange in found.exchanges:
        assert exchange.question.span.text.strip()
        assert exchange.answer.span.text.strip()
        assert exchange.question.span.end <= exchange.answer.span.start
    starts = [exchange.question.span.start for exchange in found.exchanges]
    assert len(set(starts)) == len(starts)


def test_passages_of_an_exchange_carry_its_number_and_speaker(structure: Callable[..., Structure]) -> None:
    found = structure("Q: Will it open?", "A: In May.", "At noon.", "Q: Why?", "A: The ice.")
    assert [(p.kind, p.number, p.span.text) for p in found.passages] == [
        ("question", 1, "Will it open?"),
        ("answer", 1, "In May."),
        ("answer", 1, "At noon."),
        ("question", 2, "Why?"),
        ("answer", 2, "The ice."),
    ]


def test_a_paragraph_put_before_moves_everything_by_its_length(structure: Callable[..., Structure]) -> None:
    paragraphs = ("Q: Will it open?", "A: In May.", "Q: Why?", "A: The ice.")
    added = "The envoy received the Harbour Daily in Oslo and spoke of fish, ports and ships for an hour. " * 3
    shift = len(added.strip()) + 2
    before, after = structure(*paragraphs), structure(added.strip(), *paragraphs)
    assert [(e.answer.span.start + shift, e.answer.span.text) for e in before.exchanges] == [
        (e.answer.span.start, e.answer.span.text) for e in after.exchanges
    ]


def test_a_question_without_a_reply_is_an_issue(structure: Callable[..., Structure]) -> None:
    found = structure("Q: Why so late?", "A: The ice.", "Q: Thank you.", "Q: And will it open?")
    assert [(issue.what, issue.span.text) for issue in found.issues] == [("layout", "And will it open?")]
    assert [e.question.span.text for e in found.exchanges] == ["Why so late?"]
