"""An anchor is in every match: what is found near the anchors is what is found by trying every pattern everywhere."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.lang.anchor import GAP, Anchors, anchor_of, folded
from verbale.lang.match import Matcher
from verbale.lang.pack import languages, load

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


@pytest.mark.parametrize(
    "pattern, pieces, before, after",
    [
        (
            "(?:in|at) the (?:last|next) day",
            {"in the last day", "at the last day", "in the next day", "at the next day"},
            0,
            15,
        ),
        (r"\d+(?:st|nd)", set("0123456789"), 0, None),
        (r"\d{1,2}(?:st|nd)? of\s+May", {"may"}, 2 + 2 + 3 + GAP, 3),
        (r"(?:the\s+)?May(?!\w)", {"may"}, 3 + GAP, 3 + 1),
        (r"the(?=.{20}) year", {"the year"}, 0, 8 + 20),
        (r"(?<=in )\w{3,9} years\b", {" years"}, 9, 6 + 1),
        (r"h[12](?:19|20)?!", {"h1!", "h2!", "h119!", "h120!", "h219!", "h220!"}, 0, 5),
        ("(?:to )?(?:years?|years ago|months)", {"year", "months"}, 3, 9),
        ("(?:[a-z]{2} ){1,3}x1", {"x1"}, 9, 2),
        ("(?:[a-z]{2} 7){1,3}", {" 7"}, 2, 12 + 2),
        (r"(?<=a )b+", {"b"}, 0, None),
        ("over$", {"over"}, 0, None),
        (r"\w+ing", {"ing"}, None, 3),
        ("(?P<mark>[^-])(?P=mark)x", {"x"}, None, 1),
        ("[^a]b(?#c)", {"b"}, 1, 1),
    ],
)
def test_what_it_is_read_off(pattern: str, pieces: set[str], before: int | None, after: int | None) -> None:
    anchor = anchor_of(re.compile(pattern))
    assert anchor
    assert (anchor.pieces, anchor.before, anchor.after) == (pieces, before, after)


@pytest.mark.parametrize("pattern", [r"\D+", "a?", "a|", "(?:ab)*", "[^a]", "a{0}", r"(a)?(?(1)b|c)", "σ", "(?=a)"])
def test_some_patterns_have_none(pattern: str) -> None:
    assert anchor_of(re.compile(pattern)) is None


@given(st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=6), st.text("abc ", max_size=40))
def test_windows_are_apart_and_hold_every_piece(pieces: list[str], text: str) -> None:
    for order, windows in Anchors([re.compile(piece) for piece in pieces]).windows(text, 0, len(text)).items():
        assert all(first[1] < second[0] for first, second in pairwise(windows))
        for found in re.finditer(f"(?={pieces[order]})", text):
            assert any(a <= found.start() and found.start() + len(pieces[order]) <= b for a, b in windows)


def test_folding_does_to_every_character_what_ignoring_case_does() -> None:
    letters, digits = re.compile("[a-z]", re.IGNORECASE), re.compile(r"\d")
    for code in range(0x110000):
        character = chr(code)
        assert len(folded(character)) == 1
        assert bool(letters.match(character)) == (folded(character) in "abcdefghijklmnopqrstuvwxyz")
        assert bool(digits.match(character)) == (folded(character) in "0123456789")
