"""What a text says of itself: fields first, then its opening lines, then its opening sentences."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from verbale.model.structure import Head, Structure

CASES = tomllib.loads((Path(__file__).parent / "golden_heads.toml").read_text(encoding="utf-8"))["case"]


def said(head: Head) -> dict[str, Any]:
    return {
        "title": head.title or "",
        "authors": list(head.authors),
        "publisher": head.publisher or "",
        "published": head.published or "",
        "genre": head.genre,
        "lineage": [[step.step, step.by] for step in head.lineage],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_golden(case: dict[str, Any], structure: Callable[..., Structure]) -> None:
    found = structure(*case["paragraphs"], between=case.get("between", "\n\n"), **case.get("fields", {}))
    assert {key: value for key, value in said(found.head).items() if key in case["head"]} == case["head"]


def test_the_lines_above_a_text_are_passages_of_their_kind(structure: Callable[..., Structure]) -> None:
    found = structure(
        "# Port to open", "By Jo Aas", "The port opens in May, they say.", "# Fish", "Fish are scarce.", "[note] 1"
    )
    assert [p.kind for p in found.passages] == ["title", "byline", "narrative", "heading", "narrative", "note"]
