"""Shares: a percentage beside its part and its whole, and one of a flow among those of a year."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.lang.pack import load
from verbale.model.claim import Figure
from verbale.model.span import Span
from verbale.model.statement import By
from verbale.record.share import check_shares, check_shares_of_flows, divided
from verbale.record.stated import Stated, stated_in

State = Callable[..., Stated]
EN = load("en")


def read(text: str, *told: tuple[str, float, str, str]) -> list[Stated]:
    """The figures of one sentence: words, value, unit and measure."""
    figures = []
    at = 0
    for words, value, unit, measure in told:
        start = text.index(words, at)
        at = start + len(words)
        figures.append(
            Figure(f"f{start}", Span(start, at, words), value, unit, By("t", "t", "1"), measure=measure)  # type: ignore[arg-type]
        )
    return list(stated_in(text, "en", figures, (Span(0, len(text), text),)))


PART, SHARE, WHOLE = ("$3 billion", 3e9, "USD", "level"), "30 percent", ("$10 billion", 10e9, "USD", "level")


@pytest.mark.parametrize(
    "text, percent, verdict",
    [
        ("Timber brought in $3 billion, or 30 percent of the total of $10 billion.", 30, "consistent"),
        ("Timber brought in $3 billion, or 41 percent of the total of $10 billion.", 41, "inconsistent"),
        ("Timber brought in $3 billion (35 percent of the $10 billion total).", 35, "consistent"),  # 3.5 of 9.95
        ("Timber brought in $3 billion, accounting for 22 percent of its $10 billion exports.", 22, "inconsistent"),
    ],
)
def test_a_part_its_share_and_the_whole(text: str, percent: float, verdict: str) -> None:
    words = f"{percent} percent"
    (found,) = check_shares(text, EN, read(text, PART, (words, percent, "percent", "share"), WHOLE))
    assert (found.kind, found.verdict, found.computed) == ("share", verdict, pytest.approx(30))
    assert found.main.figure.span.text == words


def test_a_share_before_its_whole_and_part() -> None:
    text = "It is 30 percent of the $10 billion, or $3 billion."
    (found,) = check_shares(text, EN, read(text, (SHARE, 30, "percent", "share"), WHOLE, PART))
    assert (found.verdict, found.computed) == ("consistent", pytest.approx(30))


@pytest.mark.parametrize(
    "text",
    [
        "Sales reached $3 billion and grew to 30 percent of output, while aid was $10 billion.",
        "It sold $3 billion to Peru; 30 percent of the firms there, and not Chile's, lost $10 billion.",
    ],
)
def test_figures_that_only_stand_side_by_side(text: str) -> None:
    assert not list(check_shares(text, EN, read(text, PART, (SHARE, 30, "percent", "share"), WHOLE)))


def test_a_share_of_a_flow(state: State) -> None:
    flow = {"parties": (), "origin": "KAZ", "destination": "CHN", "reporter": "KAZ"}
    share = state("31 percent", 31, unit="percent", measure="share", **flow)
    part = state("$3 billion", 3e9, **flow)
    whole = state("$9.7 billion", 9.7e9, **(flow | {"destination": None}))
    (found,) = check_shares_of_flows([share, part, whole])
    assert (found.verdict, found.sides) == ("consistent", (share, part, whole))
    assert not list(check_shares_of_flows([share, part]))
    assert not list(check_shares_of_flows([share, part, state("$9.7 billion", 9.7e9, **(flow | {"period": "2020"}))]))


def told(true: float, places: int, unit: str) -> Stated:
    words = f"{true:.{places}f}"
    figure = Figure("f", Span(0, len(words), words), float(words), unit, By("t", "t", "1"))
    return Stated(figure)


@given(st.floats(1, 900), st.floats(1, 900), st.integers(0, 2), st.integers(0, 2), st.integers(0, 2))
def test_a_truthful_share_is_never_called_wrong(part: float, whole: float, a: int, b: int, c: int) -> None:
    share = told(part / whole * 100, c, "percent")
    if share.figure.value > 0:
        for found in divided(share, told(part, a, "USD"), told(whole, b, "USD")):
            assert found.verdict == "consistent"
