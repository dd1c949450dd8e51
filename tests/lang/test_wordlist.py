"""A word list finds what an alternation of its words, the longest first, would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from verbale.lang.wordlist import SPACE, any_of

WORDS = st.lists(st.text("ab .-^]", min_size=1, max_size=5).filter(lambda word: word.strip() == word), max_size=8)


def by_alternation(words: list[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", SPACE) for word in ordered) or "(?!)"


@given(WORDS, st.text("ab .-^]", max_size=30))
def test_it_finds_the_longest_word_at_each_place(words: list[str], text: str) -> None:
    found = [m.span() for m in re.finditer(any_of(words), text)]
    assert found == [m.span() for m in re.finditer(by_alternation(words), text)]


@given(WORDS, st.text("ab .-^]", max_size=30))
def test_what_follows_may_need_a_shorter_word(words: list[str], text: str) -> None:
    found = [m.span() for m in re.finditer(f"{any_of(words)}(?!a)", text)]
    assert found == [m.span() for m in re.finditer(f"(?:{by_alternation(words)})(?!a)", text)]


def test_white_space_in_a_word_stays_within_a_paragraph() -> None:
    assert re.fullmatch(any_of(["per cent"]), "per\u00a0 cent")
    assert not re.search(any_of(["per cent"]), "per\ncent")
    assert not re.search(any_of([]), "")
