"""Repetitions: one observation told twice, in one text only if the values differ, in several always."""

from collections.abc import Callable

import pytest

from verbale.record.repetition import check_repetitions
from verbale.record.stated import Stated

State = Callable[..., Stated]
TOLD = {"reporter": "KAZ", "label": "bilateral trade"}


def test_one_speaker_with_two_values(state: State) -> None:
    told = [state("$31 billion", 31e9, speaker="a", **TOLD), state("$41 billion", 41e9, speaker="a", **TOLD)]
    (found,) = check_repetitions(told)
    assert (found.verdict, found.computed) == ("differs", pytest.approx(32.258, abs=0.001))
    assert "the speaker is the same" in found.why


def test_two_speakers_in_two_documents(state: State) -> None:
    told = [
        state("$31 billion", 31e9, speaker="a", document="d1", **TOLD),
        state("$31.4 billion", 31.4e9, speaker="b", document="d2", **TOLD),
    ]
    (found,) = check_repetitions(told)
    assert (found.verdict, "the speakers are different" in found.why) == ("agrees", True)


@pytest.mark.parametrize("reason, change", [
    ("another year", {"period": "2020"}),
    ("other statistics, which mirror it", {"reporter": "CHN"}),
    ("nobody's statistics", {"reporter": None}),
    ("another part of it", {"label": "exports of wheat"}),
    ("a target", {"modality": "target"}),
    ("of each month", {"per": "time"}),
])  # fmt: skip
def test_another_observation_is_no_contradiction(state: State, reason: str, change: dict[str, object]) -> None:
    told = [state("$31 billion", 31e9, **TOLD), state("$41 billion", 41e9, **(TOLD | change))]
    assert not list(check_repetitions(told)), reason


@pytest.mark.parametrize("reason, both", [
    ("of one country, and no statistics named", {"parties": ("KAZ",)}),
    ("a part, of which there may be several", {"label": "exports of wheat"}),
    ("things that nobody counts all of", {"indicator": None, "label": "ships"}),
])  # fmt: skip
def test_what_may_be_of_several_things_is_no_contradiction(state: State, reason: str, both: dict[str, object]) -> None:
    told = [state("$31 billion", 31e9, **(TOLD | both)), state("$41 billion", 41e9, **(TOLD | both))]
    assert not list(check_repetitions(told)), reason


def test_the_same_within_rounding_is_no_contradiction(state: State) -> None:
    told = [state("$31 billion", 31e9, **TOLD), state("$31.4 billion", 31.4e9, **TOLD)]
    assert not list(check_repetitions(told))


def test_three_values_are_one_finding(state: State) -> None:
    told = [state(f"${value} billion", value * 1e9, **TOLD) for value in (31, 35, 41, 31)]
    (found,) = check_repetitions(told)
    assert len(found.sides) == 3


def test_two_values_in_one_sentence_are_of_two_things(state: State) -> None:
    told = [
        state(f"${value} billion", value * 1e9, place=place, **TOLD) for value, place in ((31, 1), (41, 1), (31, 2))
    ]
    assert not list(check_repetitions(told))
    assert list(check_repetitions([told[1], told[2]]))
