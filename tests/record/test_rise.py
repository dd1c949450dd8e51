"""Rises: both ends in one sentence, in either order, over one year or several."""

import pytest

from verbale.lang.pack import load
from verbale.model.claim import Figure
from verbale.model.span import Span
from verbale.model.statement import By
from verbale.record.rise import check_rises
from verbale.record.stated import Stated, stated_in


def read(text: str, *told: tuple[str, float, dict[str, object]]) -> list[Stated]:
    figures = []
    for words, value, said in told:
        start = text.index(words)
        unit = {"unit": "percent", "measure": "growth"} if "percent" in words else {"unit": "USD"}
        by = By("t", "t", "1")
        label = {"label": "exports", "indicator": "goods_trade"}
        figure = Figure(
            id=f"f{start}", span=Span(start, start + len(words), words), value=value, by=by, **(unit | label | said)
        )  # type: ignore[arg-type]
        figures.append(figure)
    figures.sort(key=lambda figure: figure.span)
    return list(stated_in(text, "en", figures, (Span(0, len(text), text),)))


@pytest.mark.parametrize(
    "text, percent, computed, verdict",
    [
        ("Exports grew 30 percent, from $10.0bn in 2019 to $13.0bn in 2022.", 30, 30, "consistent"),
        ("Exports grew 45 percent, from $10.0bn in 2019 to $13.0bn in 2022.", 45, 30, "inconsistent"),
        ("Exports reached $13.0bn in 2022, up from $10.0bn in 2019, 30 percent more.", 30, 30, "consistent"),
        ("Exports grew 9.1 percent annually from $10.0bn in 2019 to $13.0bn in 2022.", 9.1, 9.139, "consistent"),
        ("Exports grew 30 percent a year from $10.0bn in 2019 to $13.0bn in 2022.", 30, 9.139, "inconsistent"),
    ],
)  # fmt: skip
def test_a_rate_beside_its_rise(text: str, percent: float, computed: float, verdict: str) -> None:
    rate = (f"{percent:g} percent", percent, {})
    told = read(text, rate, ("$10.0bn", 10e9, {"period": "2019"}), ("$13.0bn", 13e9, {"period": "2022"}))
    (found,) = check_rises(text, load("en"), told)
    assert (found.kind, found.verdict) == ("growth", verdict)
    assert found.computed == pytest.approx(computed, abs=0.001)


def test_yearly_growth_over_years_nobody_names_is_left_alone() -> None:
    text = "Exports grew at an annual rate of 9 percent from $10.0bn to $13.0bn."
    told = read(text, ("9 percent", 9, {}), ("$10.0bn", 10e9, {}), ("$13.0bn", 13e9, {}))
    assert not list(check_rises(text, load("en"), told))


@pytest.mark.parametrize(
    "text, said",
    [
        ("Exports grew 5 percent, and aid went from $10.0bn to $13.0bn.", {"label": "aid"}),
        ("Exports grew 5 percent from $10.0bn in the north to the south, $13.0bn.", {}),
    ],
)
def test_what_is_no_rise_of_the_rate(text: str, said: dict[str, object]) -> None:
    told = read(text, ("5 percent", 5, {}), ("$10.0bn", 10e9, said), ("$13.0bn", 13e9, said))
    assert not list(check_rises(text, load("en"), told))


def test_a_rate_and_the_rise_right_behind_it_are_of_one_thing() -> None:
    text = "The port more than tripled its output from 8.6 million crates to 27 million crates per week."
    crates = {"unit": "crate", "label": "crates"}
    multiple = {"unit": "percent", "measure": "growth", "qualifier": "more_than", "label": "output"}
    told = read(
        text,
        ("more than tripled", 200, multiple),
        ("8.6 million crates", 8.6e6, crates),
        ("27 million crates", 27e6, crates),
    )
    (found,) = check_rises(text, load("en"), told)
    assert (found.verdict, found.computed) == ("consistent", pytest.approx(213.95, abs=0.01))


@pytest.mark.parametrize("terms", ["in yuan terms", "at constant prices"])
def test_a_rate_in_other_terms_is_not_that_of_the_levels(terms: str) -> None:
    text = f"Exports grew 45 percent {terms}, from $10.0bn in 2019 to $13.0bn in 2022."
    told = read(
        text,
        ("45 percent", 45, {}),
        ("$10.0bn", 10e9, {"period": "2019"}),
        ("$13.0bn", 13e9, {"period": "2022"}),
    )
    assert not list(check_rises(text, load("en"), told))
