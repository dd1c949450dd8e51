"""An anchor is read off the pattern: pieces of which every match holds one, and how far a match reaches around them."""

import re

import pytest

from verbale.lang.anchor import GAP, anchor_of, folded


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


def test_folding_does_to_every_character_what_ignoring_case_does() -> None:
    letters, digits = re.compile("[a-z]", re.IGNORECASE), re.compile(r"\d")
    for code in range(0x110000):
        character = chr(code)
        assert len(folded(character)) == 1
        assert bool(letters.match(character)) == (folded(character) in "abcdefghijklmnopqrstuvwxyz")
        assert bool(digits.match(character)) == (folded(character) in "0123456789")
