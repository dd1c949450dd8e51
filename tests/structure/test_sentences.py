"""Sentences are all of a text but the white space between them, and end where their writer closed them."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.lang.pack import load
from verbale.structure.sentences import LONGEST, split_sentences

CASES = tomllib.loads((Path(__file__).parent / "golden_sentences.toml").read_text(encoding="utf-8"))["case"]
WORDS = st.sampled_from(
    [
        "Mr. ",
        "U.S. ",
        "He said ",
        "fish",
        ". ",
        "? ",
        "! ",
        "…",
        "“",
        "”",
        ")",
        "(",
        "\n- ",
        " ",
        "3.5 ",
        "No. 4 ",
        "。",
    ]
)


def sentences(content: str) -> list[str]:
    return [content[start:end] for start, end in split_sentences(content, load("en"))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_golden(case: dict[str, str]) -> None:
    parts = case["text"].split(" | ")
    joint = "\n" if case.get("lines") else "" if case.get("tight") else " "
    assert sentences(joint.join(parts)) == parts


@given(st.lists(WORDS, max_size=60).map("".join))
def test_nothing_but_white_space_stands_between_sentences(content: str) -> None:
    reached = 0
    for start, end in split_sentences(content, load("en")):
        assert reached <= start < end
        assert not content[reached:start].strip()
        assert content[start:end] == content[start:end].strip()
        reached = end
    assert not content[reached:].strip()


@given(st.integers(1, 3 * LONGEST), st.integers(0, 50))
def test_no_sentence_is_longer_than_the_longest(length: int, gap: int) -> None:
    content = ("x" * (gap + 1) + " ") * (length // (gap + 2) + 1)
    assert all(len(sentence) <= LONGEST for sentence in sentences(content))
    assert "".join(sentences(content)).replace(" ", "") == content.replace(" ", "")


def test_a_stretch_is_split_as_if_it_were_alone() -> None:
    content = "First. Second one. Third."
    assert split_sentences(content, load("en"), 7, 18) == [(7, 18)]


@pytest.mark.xfail(reason="a sentence that begins with a small letter is taken for the rest of the one before")
def test_small_letters_begin_sentences_too() -> None:
    assert sentences("He left. iron ore rose.") == ["He left.", "iron ore rose."]
