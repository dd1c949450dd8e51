"""Ratios: what is told per head is the total over the heads."""

from collections.abc import Callable

import pytest

from verbale.record.ratio import check_ratios
from verbale.record.stated import Stated

State = Callable[..., Stated]
GDP = {"indicator": "gdp", "parties": ("KAZ",)}


@pytest.mark.parametrize(
    "words, value, verdict",
    [
        ("$13,000", 13000, "consistent"),
        ("$13,100", 13100, "consistent"),
        ("$13,300", 13300, "inconsistent"),
        ("$9,000", 9000, "inconsistent"),
    ],
)
def test_a_total_over_the_people(state: State, words: str, value: float, verdict: str) -> None:
    total = state("$260 billion", 260e9, **GDP)
    people = state("20.0 million people", 20e6, indicator="population", parties=("KAZ",), unit="person", period=None)
    (found,) = check_ratios([total, people, state(words, value, per="person", **GDP)])
    assert (found.kind, found.verdict, found.computed) == ("ratio", verdict, pytest.approx(13000))


def test_other_people_are_not_counted(state: State) -> None:
    total, head = state("$260 billion", 260e9, **GDP), state("$13,000", 13000, per="person", **GDP)
    people = state("20 million people", 20e6, indicator="population", parties=("UZB",), unit="person")
    assert not list(check_ratios([total, people, head]))
