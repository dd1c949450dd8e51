"""Observations: what a label names all of, and what it narrows down."""

import pytest

from verbale.model.claim import Figure
from verbale.model.span import Span
from verbale.model.statement import By
from verbale.record.observation import is_whole, measured_by
from verbale.record.stated import stated_in


@pytest.mark.parametrize(
    "indicator, label, measured",
    [
        ("goods_trade", "bilateral trade volume", "goods_trade"),
        ("jobs", "jobs", "jobs"),
        ("goods_trade", "Chilean exports", "goods_trade"),
        ("goods_trade", "China-ASEAN trade", "goods_trade"),
        ("goods_trade", None, "goods_trade"),
        ("goods_trade", "exports of Chilean wine", "exports of wine"),
        ("goods_trade", "trade in services", "trade in services"),
        ("crude_oil", "Norwegian crude oil", "crude_oil"),
        ("crude_oil", "oil price", "oil price"),
        ("investment", "investment", "investment"),  # of which nobody says whether it is a stock
        (None, "Cargo", "cargo"),
        (None, None, ""),
    ],
)
def test_what_a_label_names(indicator: str | None, label: str | None, measured: str) -> None:
    figure = Figure("f", Span(0, 1, "5"), 5, "USD", By("t", "t", "1"), indicator=indicator, label=label)
    assert measured_by(figure) == measured


@pytest.mark.parametrize(
    "behind, per",
    [
        (" per capita", "person"),
        (" a head.", "person"),
        (" a year", "time"),
        (" (annually)", "time"),
        (", a year-on-year rise", None),
        (" a year earlier", None),
        (" per barrel", "thing"),
        (" percent", None),
        (" in all", None),
        ("", None),
    ],
)
def test_what_a_figure_is_told_for_each_of(behind: str, per: str | None) -> None:
    figure = Figure("f", Span(0, 2, "$5"), 5, "USD", By("t", "t", "1"))
    (found,) = stated_in(f"$5{behind}", "en", (figure,))
    assert found.per == per


@pytest.mark.parametrize(
    "indicator, label, whole", [("gdp", "GDP", True), ("jobs", "jobs", False), (None, "gdp", False)]
)
def test_a_label_that_is_called_as_its_indicator_is_need_not_be_all_of_it(
    indicator: str | None, label: str, whole: bool
) -> None:
    figure = Figure("f", Span(0, 1, "5"), 5, "USD", By("t", "t", "1"), indicator=indicator, label=label)
    assert is_whole(figure) == whole


@pytest.mark.parametrize(
    "before, per, people",
    [
        ("Its GDP per capita was about ", "person", False),
        ("GDP per head rose in 2020 to ", None, False),  # up to another number
        ("Peru has a population of nearly ", None, True),
        ("They feed a population. In all ", None, False),
        ("", None, False),
    ],
)
def test_what_stands_before_a_figure(before: str, per: str | None, people: bool) -> None:
    start = len(before)
    figure = Figure("f", Span(start, start + 2, "$5"), 5, "USD", By("t", "t", "1"))
    (found,) = stated_in(f"{before}$5 in all", "en", (figure,))
    assert (found.per, found.people) == (per, people)
