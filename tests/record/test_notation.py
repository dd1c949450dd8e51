"""Notation writes values as people do, and loses none that it cannot write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.model.claim import Figure
from verbale.model.span import Span
from verbale.model.statement import By
from verbale.record.notation import number, plain, plural, quantity, shortened, time, times, whose


def figure(value: float, unit: str, **fields: object) -> Figure:
    return Figure("figure-1", Span(0, 1, "x"), value, unit, By("t", "t", "1"), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "value,written",
    [
        (2.16e9, "2.16 billion"),
        (999_999, "999,999"),
        (1e6, "1 million"),
        (-4, "−4"),
        (0, "0"),
        (12.5, "12.5"),
        (1.2e12, "1.2 trillion"),
        (0.03, "0.03"),
    ],
)
def test_numbers(value: float, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize(
    "fields,written",
    [
        ({"value": 2.16e9, "unit": "USD"}, "USD 2.16 billion"),
        ({"value": 12.5, "unit": "percent", "measure": "growth"}, "+12.5%"),
        ({"value": -4.0, "unit": "percent", "measure": "growth"}, "−4%"),
        ({"value": 31.0, "unit": "percent", "measure": "share", "qualifier": "about"}, "about 31%"),
        ({"value": 58600.0, "unit": "person"}, "58,600 people"),
        ({"value": 1.0, "unit": "company"}, "1 company"),
        ({"value": 3.0, "unit": "company"}, "3 companies"),
        ({"value": 17400.0, "unit": "t"}, "17,400 t"),
        ({"value": 3e9, "low": 3e9, "high": 4e9, "unit": "EUR"}, "EUR 3 billion to 4 billion"),
        ({"value": 0.0, "low": 0.0, "high": 2.0, "unit": "percent"}, "0 to 2%"),
    ],
)
def test_quantities(fields: dict[str, object], written: str) -> None:
    assert quantity(figure(**fields)) == written  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "value,written",
    [
        ("2024", "2024"),
        ("2024-11", "Nov 2024"),
        ("2025-05-09", "9 May 2025"),
        ("2024-Q1", "Q1 2024"),
        ("2024-H2", "H2 2024"),
        ("2025-01/2025-04", "Jan–Apr 2025"),
        ("2024-11/2025-02", "Nov 2024–Feb 2025"),
        ("2009/2025", "2009–2025"),
        ("2024-W07", "2024-W07"),
        ("2024-13", "2024-13"),
    ],
)
def test_times(value: str, written: str) -> None:
    assert time(value) == written


def test_a_growth_says_on_what() -> None:
    assert times(figure(5, "percent", period="2024", base_period="2023")) == "2024 on 2023"


def test_a_flow_has_a_direction_and_a_pair_has_none() -> None:
    assert whose(figure(1, "t", origin="NOR", destination="BRA")) == "NOR → BRA"
    assert whose(figure(1, "t", origin="NOR")) == "NOR → …"
    assert whose(figure(1, "USD", parties=("BRA", "NOR"))) == "BRA–NOR"
    assert whose(figure(1, "USD")) == ""


@pytest.mark.parametrize("unit", ["t", "bbl", "m3", "kWh", "MW"])
def test_symbols_have_no_plural(unit: str) -> None:
    assert plural(unit) == unit


def test_a_terminal_is_not_obeyed() -> None:
    assert plain("a\x1b[31m b\x00\ud800\n c") == "a [31m b c"


@given(st.text(), st.integers(min_value=4, max_value=80))
def test_shortened_words_fit(words: str, width: int) -> None:
    line = shortened(words, width)
    assert len(line) <= width
    assert line == plain(words) or plain(words).startswith(line.removesuffix("…"))


@pytest.mark.parametrize(
    "unit, several", [("job", "jobs"), ("city", "cities"), ("bbl", "bbl"), ("bcm", "bcm"), ("ha", "ha"), ("t", "t")]
)
def test_nouns_have_a_plural_and_symbols_none(unit: str, several: str) -> None:
    assert plural(unit) == several
