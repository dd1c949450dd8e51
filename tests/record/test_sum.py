"""Sums: trade is exports and imports, parts are within their whole, and rounding is never called an error."""

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.model.claim import Figure
from verbale.model.span import Span
from verbale.model.statement import By
from verbale.record.stated import Stated
from verbale.record.sum import added, check_sums

State = Callable[..., Stated]

OUT = {"parties": (), "origin": "KAZ", "destination": "CHN"}
BACK = {"parties": (), "origin": "CHN", "destination": "KAZ"}


@pytest.mark.parametrize(
    "words, value, verdict",
    [
        ("$31.5 billion", 31.5e9, "consistent"),
        ("$31.4 billion", 31.4e9, "consistent"),  # 16.25 and 15.15 are possible
        ("$31.7 billion", 31.7e9, "inconsistent"),
        ("$35 billion", 35e9, "inconsistent"),
        ("about $30 billion", 30e9, "consistent"),
        ("more than $40 billion", 40e9, "inconsistent"),
    ],
)
def test_trade_is_exports_and_imports(state: State, words: str, value: float, verdict: str) -> None:
    qualifier = "about" if "about" in words else "more_than" if "more" in words else "exact"
    told = [state(words, value, qualifier=qualifier), state("$16.3 billion", 16.3e9, **OUT)]
    (found,) = check_sums([*told, state("$15.2 billion", 15.2e9, **BACK)])
    assert (found.kind, found.verdict, found.computed) == ("sum", verdict, pytest.approx(31.5e9))
    assert found.main is told[0]


@pytest.mark.parametrize("reason, change", [
    ("another year", {"period": "2020"}),
    ("other statistics", {"reporter": "CHN"}),
    ("another currency", {"unit": "CNY"}),
    ("a plan", {"modality": "planned"}),
    ("only goods of one kind", {"label": "exports of wheat"}),
    ("of a month each", {"per": "time"}),
    ("another partner", {"destination": "UZB"}),
])  # fmt: skip
def test_what_adds_up_to_nothing(state: State, reason: str, change: dict[str, object]) -> None:
    told = [state("$40 billion", 40e9), state("$10 billion", 10e9, **BACK)]
    assert list(check_sums([*told, state("$16 billion", 16e9, **OUT)])), reason
    assert not list(check_sums([*told, state("$16 billion", 16e9, **(OUT | change))])), reason


def test_a_total_told_with_two_values_is_not_added_up(state: State) -> None:
    told = [state("$40 billion", 40e9), state("$41 billion", 41e9), state("$16 billion", 16e9, **OUT)]
    assert not list(check_sums([*told, state("$10 billion", 10e9, **BACK)]))


def test_the_working_is_the_sum_with_its_interval(state: State) -> None:
    (found,) = added(state("$10 million", 10e6), [state("$4 million", 4e6), state("$7.5 million", 7.5e6)])
    assert found.verdict == "inconsistent"
    assert found.working == (
        "4,000,000 + 7,500,000 = 11,500,000; rounded numbers, so (3,500,000 to 4,500,000) + (7,450,000 to 7,550,000) "
        "= 10,950,000 to 12,050,000; stated: 9,500,000 to 10,500,000"
    )


def test_things_are_not_rounded_to_halves(state: State) -> None:
    (found,) = added(state("10 ships", 10, unit="ship"), [state("4 ships", 4, unit="ship"), state("7", 7, unit="ship")])
    assert (found.verdict, found.working) == (
        "inconsistent",
        "4 + 7 = 11; rounded numbers, so (4) + (7) = 11; stated: 10",
    )


def test_parts_that_fall_short_of_their_whole_say_nothing(state: State) -> None:
    assert not list(added(state("10 ships", 10), [state("4 ships", 4)], whole=False))
    assert [found.verdict for found in added(state("10 ships", 10), [state("14 ships", 14)], whole=False)] == [
        "inconsistent"
    ]


def _tonnes(value: int) -> Stated:
    words = f"{value} t"
    return Stated(Figure("f", Span(0, len(words), words), float(value), "t", By("t", "t", "1")))


STEP = 0.125  # fine enough to meet every end of an interval of a half to either side


def _may_be(value: int) -> list[float]:
    return [value - 0.5 + STEP * step for step in range(int(1 / STEP) + 1)]


@given(st.integers(1, 40), st.lists(st.integers(1, 15), min_size=2, max_size=3))
def test_consistent_is_that_some_true_values_fit(total: int, parts: list[int]) -> None:
    (found,) = added(_tonnes(total), [_tonnes(part) for part in parts])
    sums = {sum(values) for values in product(*(_may_be(part) for part in parts))}
    assert (found.verdict == "consistent") == bool(sums & set(_may_be(total)))
