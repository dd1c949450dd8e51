"""Voices: the chain's probabilities against all ways through it; what weighs is what can be shown."""

import math
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.lang.pack import load
from verbale.structure import voiced
from verbale.structure.build import find_structure
from verbale.structure.voice import DOINGS, Voice, find_voices, marginals, signs

VALUES = st.floats(-8, 8)
STATES = 2


def by_all_ways(scores: list[list[float]], steps: list[list[float]]) -> list[list[float]]:
    """The probabilities, by weighing every sequence of states."""
    held = [[0.0] * STATES for _ in scores]
    for way in product(range(STATES), repeat=len(scores)):
        weight = math.exp(
            sum(scores[i][state] for i, state in enumerate(way)) + sum(steps[a][b] for a, b in pairwise(way))
        )
        for i, state in enumerate(way):
            held[i][state] += weight
    return [[own / sum(place) for own in place] for place in held]


@given(
    st.lists(st.lists(VALUES, min_size=STATES, max_size=STATES), min_size=1, max_size=7),
    st.lists(st.lists(VALUES, min_size=STATES, max_size=STATES), min_size=STATES, max_size=STATES),
)
def test_the_probabilities_are_those_of_all_ways_through_the_chain(
    scores: list[list[float]], steps: list[list[float]]
) -> None:
    found, expected = marginals(scores, steps), by_all_ways(scores, steps)
    assert [pytest.approx(place, abs=1e-9) for place in expected] == found


def test_what_weighs_can_be_shown() -> None:
    english = load("en")
    known = {match["sign"] for rule in english.rules("voices.signs").rules for match in [rule.gives]}
    for name, weights in english.table("voices.weights").items():
        sign = name.removeprefix("before:").removeprefix("after:")
        assert sign in known or sign in FORMS, name
        assert set(weights) <= set(DOINGS), name
    assert set(english.table("voices.steps")) == set(DOINGS)
    assert set(english.table("voices.addressing")) <= known


FORMS = {f"up_to_{most}" for most in (2, 5, 12, 30, 60, 110, "any")} | {
    *("nothing", "ends_asking", "asks", "asks_twice", "breaks_off", "takes_up", "gives_floor", "opens_floor"),
    *("closes", "calls", "requests", "courtesy", "names"),
}


@pytest.mark.parametrize(
    "words, shown",
    [
        ("Thank you, Minister. When will you open it?", {"opens_thanking", "ends_asking", "asks_you", "asks"}),
        ("(Laughs.) It will — will it not? It will.", {"laughs", "asks", "up_to_12"}),
        ("— this year?", {"takes_up", "ends_asking"}),
        ("Next question. Inga Lund.", {"gives_floor", "calls"}),
        ("Thank you.", {"courtesy", "up_to_2"}),
    ],
)
def test_signs(words: str, shown: set[str]) -> None:
    assert shown <= signs(words, load("en"))


def test_a_language_without_weights_has_no_voices() -> None:
    assert find_voices(["Will it open?"], load("nb")) == []


def test_words_that_do_not_settle_who_speaks_are_an_issue(monkeypatch: pytest.MonkeyPatch, text: Any) -> None:
    likely = iter([0.99, 0.01, 0.99, 0.5, 0.01])
    monkeypatch.setattr(voiced, "find_voices", lambda words, _: [Voice(next(likely), 1.0, True) for _ in words])
    made = text("Will it open, Minister?", "In May.", "Why, Minister?", "The ice.", "It is thick.")
    found = find_structure(made, load("en"))
    assert [(issue.what, issue.span.text) for issue in found.issues] == [("layout", "The ice.")]
    assert [(p.kind, p.span.text) for p in found.passages][3:] == [("turn", "The ice."), ("answer", "It is thick.")]
