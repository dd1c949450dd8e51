"""Matching is leftmost, longest, in the rules' order, and never overlaps."""

import re

from hypothesis import given
from hypothesis import strategies as st

from verbale.lang.match import Matcher, Rule

RULES = Matcher("m", tuple(Rule(p, re.compile(p), {}) for p in ("a", "ab", "b+a", "(?P<last>c)b?")))
TEXTS = st.text("abc ", max_size=30)


def by_brute_force(text: str) -> list[tuple[int, int]]:
    """At each place the longest of all the rules' matches that begin there, then on from its end."""
    found, place = [], 0
    while place < len(text):
        ends = [m.end() for rule in RULES.rules if (m := rule.pattern.match(text, place))]
        if ends:
            found.append((place, max(ends)))
        place = max(ends, default=place + 1)
    return found


@given(TEXTS)
def test_find_is_leftmost_longest(text: str) -> None:
    found = [(m.start, m.end) for m in RULES.find(text)]
    assert found == by_brute_force(text)
    assert RULES.first(text) == next(RULES.find(text), None)


@given(TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_a_window_keeps_offsets_of_the_whole(text: str, start: int, end: int) -> None:
    for match in RULES.all(text, start, end):
        assert start <= match.start < match.end <= end
        assert match.rule.pattern.fullmatch(text, match.start, match.end)


@given(TEXTS, st.integers(0, 29))
def test_at_is_the_longest_match_there(text: str, place: int) -> None:
    ends = [m.end() for rule in RULES.rules if (m := rule.pattern.match(text, place))]
    found = RULES.at(text, place)
    assert (found.end if found else None) == max(ends, default=None)


def test_groups_are_offsets_and_absent_ones_are_left_out() -> None:
    match = RULES.first("  cb")
    assert match
    assert match.groups == {"last": (2, 3)}
