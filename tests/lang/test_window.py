"""A pattern has no match but in its windows: what is found there is what is found by trying it everywhere."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.lang.anchor import GAP
from verbale.lang.match import Matcher
from verbale.lang.pack import languages, load
from verbale.lang.window import Windows

MATCHERS = [matcher for code in languages() for matcher in load(code).matchers.values()]
EXAMPLES = [
    example.replace("[", "").replace("]", "")
    for matcher in MATCHERS
    for rule in matcher.rules
    for example in (*rule.yes, *rule.no)
]
# what upsets a search for words: gaps of every length, letters that `re` takes for others, pieces of words and numbers
ODD = [
    " ",
    "  ",
    " " * GAP,
    " " * (GAP + 1),
    " " * 90,
    "\n",
    "-",
    "----",
    "İſK",
    "'",
    ".",
    "1",
    "20",
    "2019",
    "$5",
    "ye",
]
TEXTS = st.lists(st.sampled_from(EXAMPLES) | st.sampled_from(ODD) | st.text(max_size=4), max_size=6).map("".join)


def found_everywhere(matcher: Matcher, text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Every rule's matches, each rule tried at every place."""
    found = [
        (m.start(), -m.end(), order, rule.id)
        for order, rule in enumerate(matcher.rules)
        for m in rule.pattern.finditer(text, start, end)
        if m.end() > m.start()
    ]
    return [(start, -end, rule) for start, end, _, rule in sorted(found)]


def chosen(matcher: Matcher, text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """At each place the longest of the matches that begin there, then on from its end."""
    found: list[tuple[int, int, str]] = []
    while matches := found_everywhere(matcher, text, start, end):
        found.append(matches[0])
        start = matches[0][1]
    return found


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_nothing_is_missed_and_nothing_added(text: str, before: int, behind: int) -> None:
    start, end = min(before, len(text)), max(0, len(text) - behind)
    for matcher in MATCHERS:
        found = [(m.start, m.end, m.rule.id) for m in matcher.all(text, start, end)]
        assert found == found_everywhere(matcher, text, start, end), matcher.name
        found = [(m.start, m.end, m.rule.id) for m in matcher.find(text, start, end)]
        assert found == chosen(matcher, text, start, end), matcher.name


@given(st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=6), st.text("abc ", max_size=40))
def test_windows_are_apart_and_hold_every_piece(pieces: list[str], text: str) -> None:
    for order, windows in Windows([re.compile(piece) for piece in pieces]).of(text, 0, len(text)).items():
        assert all(first[1] < second[0] for first, second in pairwise(windows))
        for found in re.finditer(f"(?={pieces[order]})", text):
            assert any(a <= found.start() and found.start() + len(pieces[order]) <= b for a, b in windows)
