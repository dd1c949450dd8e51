"""Whose turn it is, in every layout in which interviews and press conferences are written down."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from verbale.lang.pack import load
from verbale.model.text import Text
from verbale.structure.build import turns_of
from verbale.structure.paragraphs import find_paragraphs

CASES = tomllib.loads((Path(__file__).parent / "golden_turns.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_golden(case: dict[str, Any], text: Callable[..., Text]) -> None:
    made = text(*case["paragraphs"])
    found = turns_of(made, find_paragraphs(made), load("en"))
    assert [[turn.label or "", turn.role, turn.words.partition("\n")[0]] for turn in found] == case["turns"]
