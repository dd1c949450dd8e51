"""Fidelity: which quotations are judged, what is said of them, and that nothing else is."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import verbale
from verbale.model.claim import Check

CASES = tomllib.loads((Path(__file__).parent / "golden_fidelity.toml").read_text(encoding="utf-8"))["case"]


def checks(text: str) -> list[Check]:
    record = verbale.read(text.encode())
    found = [check for check in record.checks if check.kind == "fidelity"]
    assert all(span.stands_in(record.text) for check in found for span in check.spans)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_golden(case: dict[str, Any]) -> None:
    found = [{"given": c.given, "verdict": c.verdict, "working": c.working} for c in checks(case["text"])]
    assert found == case["checks"], case["why"]


def test_what_was_left_out_is_told_and_both_places_are_shown() -> None:
    (check,) = checks(CASES[0]["text"])
    assert "“whatever others may say of it” is left out behind the ellipsis" in check.why
    assert "“must” stands for “it should”" in check.why
    headline, reply = check.spans
    assert headline.text == check.given
    assert reply.text.startswith("It is our common home")
    assert reply.text.endswith("a bridge")


def test_words_quoted_twice_are_judged_once() -> None:
    text = CASES[1]["text"].replace("May 18, 2022", "## 'We will never close our ports'\n\nMay 18, 2022")
    (check,) = checks(text)
    assert len(check.spans) == 3
