"""Parts: what follows "of which" in one list, and nothing behind it."""

import pytest

from verbale.lang.pack import load
from verbale.model.claim import Figure
from verbale.model.span import Span
from verbale.model.statement import By
from verbale.record.parts import check_parts
from verbale.record.stated import stated_in


def verdicts(text: str, *told: tuple[str, float]) -> list[tuple[str, int]]:
    """The verdict on every whole, and how many parts were added up."""
    figures, at = [], 0
    for words, value in told:
        start = text.index(words, at)
        at = start + len(words)
        figures.append(Figure(f"f{start}", Span(start, at, words), value, "USD", By("t", "t", "1")))
    stated = list(stated_in(text, "en", figures, (Span(0, len(text), text),)))
    return [(found.verdict, len(found.sides) - 1) for found in check_parts(text, load("en"), stated)]


TEN, SIX, FOUR = ("$10 million", 10e6), ("$6 million", 6e6), ("$4 million", 4e6)


@pytest.mark.parametrize(
    "text, told, expected",
    [
        ("Norway gave $10 million, including $6 million for ports and $4 million for roads.", (TEN, SIX, FOUR),
         [("consistent", 2)]),
        ("Norway gave $4 million, of which $6 million for ports.", (FOUR, SIX), [("inconsistent", 1)]),
        ("Norway gave $10 million, including $6 million for ports, and Peru built roads.", (TEN, SIX), []),
        ("Norway gave $4 million and Peru $6 million.", (FOUR, SIX), []),
        ("Norway gave $4 million, including $4 million for ports; Peru gave $6 million.", (FOUR, FOUR, SIX),
         [("consistent", 1)]),
        ("Norway gave $4 million, including for roads – $6 million in all.", (FOUR, SIX), []),
    ],
)  # fmt: skip
def test_parts_of_a_whole(text: str, told: tuple[tuple[str, float], ...], expected: list[tuple[str, int]]) -> None:
    assert verdicts(text, *told) == expected
