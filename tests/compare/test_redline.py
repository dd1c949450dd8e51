"""Redlines: applied they give the new version, reversed the old one, and they change no more than was changed."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.compare.redline import applied, kept, redline, reversed_redline
from verbale.compare.sequence import match
from verbale.errors import BrokenAnchor
from verbale.model.comparison import Revision

WORDS = ["the", "port", "of", "Lima", "is", "open", "5", "million", "ships", "came.", "(in May)", "don’t", "港", "—"]
paragraphs = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=6)
texts = st.one_of(paragraphs.map("\n\n".join), paragraphs.map("\n".join), st.text(max_size=60))


def shown(revisions: tuple[Revision, ...]) -> str:
    return "".join(
        one.before.text if one.before and one.kind == "same"
        else f"[-{one.before.text}-]" if one.before
        else f"{{+{one.after.text if one.after else ''}+}}"
        for one in revisions
    )  # fmt: skip


@given(texts, texts)
@settings(max_examples=400, deadline=None)
def test_applied_it_gives_the_new_version_and_reversed_the_old(before: str, after: str) -> None:
    revisions = redline(before, after)
    assert applied(revisions, before) == after
    assert applied(reversed_redline(revisions), after) == before
    assert all(one.before is None or one.before.stands_in(before) for one in revisions)
    assert all(one.after is None or one.after.stands_in(after) for one in revisions)


@given(texts)
def test_nothing_changes_between_a_text_and_itself(text: str) -> None:
    assert {one.kind for one in redline(text, text)} <= {"same"}
    assert kept(redline(text, text)) == 1


@given(paragraphs, st.data())
@settings(max_examples=200, deadline=None)
def test_one_changed_word_is_the_only_change(written: list[str], data: st.DataObject) -> None:
    before = "\n\n".join([*written, "A fleet of 12 ships came to Lima."])
    words = [m.span() for m in re.finditer(r"\w+(?:[’']\w+)*", before)]
    start, end = data.draw(st.sampled_from(words))
    changed = [one for one in redline(before, before[:start] + "xyzzy" + before[end:]) if one.kind != "same"]
    spans = [(one.before or one.after) for one in changed]
    assert [(one.kind, span.start, span.text) for one, span in zip(changed, spans, strict=True) if span] == [
        ("deleted", start, before[start:end]),
        ("inserted", start, "xyzzy"),
    ]


def longest(one: str, other: str) -> int:
    """The length of the longest common subsequence, by the table of every textbook."""
    row = [0] * (len(other) + 1)
    for a in one:
        above = row[:]
        for j, b in enumerate(other):
            row[j + 1] = above[j] + 1 if a == b else max(above[j + 1], row[j])
    return row[-1]


@given(st.text("aab", max_size=9), st.text("aab", max_size=9))
@settings(max_examples=300, deadline=None)
def test_as_much_as_can_be_is_matched(one: str, other: str) -> None:
    pairs = match(one, other)
    assert all(one[i] == other[j] for i, j in pairs)
    assert pairs == sorted(set(pairs))
    assert len({j for _, j in pairs}) == len(pairs)
    assert len(pairs) == longest(one, other)


@pytest.mark.parametrize("before, after, line", [
    ("He said five.\n\nShe left.", "He said six.\n\nShe left.", "He said [-five-]{+six+}.\n\nShe left."),
    ("One two.\n\nThree four five.", "Three four five.", "[-One two.\n\n-]Three four five."),
    ("We met old friends.", "We met new partners.", "We met [-old friends-]{+new partners+}."),  # a space parts nothing
    ("All ports open.\n\nX y.", "Fees rise by half.\n\nX y.", "[-All ports open.-]{+Fees rise by half.+}\n\nX y."),
    ("A b c d.\n\nTail.", "A b c d.\n\nNew one here.\n\nTail.", "A b c d.\n\n{+New one here.\n\n+}Tail."),
])  # fmt: skip
def test_golden(before: str, after: str, line: str) -> None:
    assert shown(redline(before, after)) == line


def test_a_paragraph_is_set_against_its_own_version() -> None:
    before = "Trade in coal rose.\n\nTrade in wheat fell by half last year.\n\nNothing else is new."
    after = "Ministers met.\n\nTrade in wheat fell by a third last year.\n\nNothing else is new."
    assert "wheat fell by [-half-]{+a third+} last year" in shown(redline(before, after))


def test_a_redline_is_of_one_text_only() -> None:
    revisions = redline("One two.", "One three.")
    with pytest.raises(BrokenAnchor):
        applied(revisions, "One four.")
    with pytest.raises(BrokenAnchor):
        applied(revisions, "One two. More.")


@pytest.mark.parametrize("parting", [" ", "\n\n"])
def test_a_long_text_is_still_matched(parting: str) -> None:
    """Words that all occur often, in one paragraph too long to be matched as a whole."""
    words = [f"w{(i * i + i // 7) % 997}" for i in range(12000)]
    changed = [word if i % 500 else "xyzzy" for i, word in enumerate(words)]
    rows = [parting.join(" ".join(w[i : i + 50]) for i in range(0, len(w), 50)) for w in (words, changed)]
    revisions = redline(*rows)
    assert applied(revisions, rows[0]) == rows[1]
    assert kept(revisions) > 0.99
