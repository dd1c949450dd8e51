"""Concordance, alignment and collation: what a writer may do to quoted words is told from what a writer may not."""

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.record.alignment import Original
from verbale.record.collation import Collation
from verbale.record.concordance import Concordance
from verbale.record.edits import edits_of, marked
from verbale.record.words import words_of

LEXICON = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in ("a", "e", "io", "u") for c in ("ld", "rm", "nt", "s")]
ELLIPSES = (" ... ", "...", " … ", " [...] ", " (…) ", ". . . ", "… ")


@dataclass(frozen=True)
class Text:
    """Sentences, the words that they are made of and where each stands."""

    words: list[str]
    content: str


def text_of(words: list[str], lengths: list[int]) -> Text:
    sentences, at = [], 0
    for length in [*lengths, len(words)]:
        if at < len(words):
            sentences.append(" ".join(words[at : at + length]).capitalize() + ".")
        at += length
    return Text(words, " ".join(sentences))


texts = st.builds(
    text_of,
    st.lists(st.sampled_from(LEXICON), min_size=12, max_size=60),
    st.lists(st.integers(3, 12), min_size=1, max_size=8),
)
texts_of_different_words = st.builds(
    text_of,
    st.lists(st.sampled_from(LEXICON), min_size=12, max_size=60, unique=True),
    st.lists(st.integers(3, 12), min_size=1, max_size=8),
)


def found(quoted: str, content: str) -> Collation | None:
    return Concordance(Original.of(list(words_of(content)), content)).find(list(words_of(quoted)))


@st.composite
def faithful(draw: st.DrawFn) -> tuple[str, str]:
    """A text and a quotation of it, made by what a writer may do."""
    text = draw(texts)
    start = draw(st.integers(0, len(text.words) - 6))
    end = draw(st.integers(start + 6, len(text.words)))
    words = text.words[start:end]
    cuts = draw(st.lists(st.tuples(st.integers(2, len(words) - 2), st.integers(1, 6)), max_size=2))
    pieces, at = [], 0
    for cut, length in sorted(cuts):
        if cut >= at + 2 and cut + length <= len(words) - 2:
            pieces.append(words[at:cut])
            at = cut + length
    pieces.append(words[at:])
    style = draw(st.sampled_from([str.lower, str.capitalize, str.title, str.upper]))
    shown = [draw(inserted(piece)) for piece in pieces]
    return text.content, draw(st.sampled_from(ELLIPSES)).join(style(" ".join(piece)) for piece in shown)


def inserted(words: list[str]) -> st.SearchStrategy[list[str]]:
    """The words with some of the writer's own among them, in brackets, or with a letter in brackets."""
    at = st.integers(0, len(words))
    added = st.builds(lambda i, own: [*words[:i], f"[{own}]", *words[i:]], at, st.sampled_from(["the state", "Oslo"]))
    letter = st.just([f"[{words[0][0]}]{words[0][1:]}", *words[1:]])
    return st.one_of(st.just(words), added, letter)


@given(faithful())
@settings(max_examples=300, deadline=None)
def test_what_a_writer_may_do_is_never_called_altered(case: tuple[str, str]) -> None:
    content, quoted = case
    collation = found(quoted, content)
    assert collation is not None
    assert collation.is_faithful, marked(edits_of(collation, quoted, content))
    assert collation.same == collation.of


@given(texts, st.data())
@settings(max_examples=300, deadline=None)
def test_one_changed_word_is_always_altered_and_it_alone(text: Text, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text.words) - 6))
    end = data.draw(st.integers(start + 6, len(text.words)))
    at = data.draw(st.integers(start, end - 1))
    quoted = " ".join("xyzzy" if i == at else word for i, word in enumerate(text.words[start:end], start))
    collation = found(quoted, text.content)
    assert collation is not None
    assert collation.fidelity == "altered"
    changed = [edit for edit in edits_of(collation, quoted, text.content) if edit.kind != "same"]
    assert [edit.quoted and edit.quoted.text for edit in changed] == ["xyzzy"]


@given(texts_of_different_words, st.data())
@settings(max_examples=200, deadline=None)
def test_the_redline_has_the_word_that_was_changed(text: Text, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text.words) - 6))
    end = data.draw(st.integers(start + 6, len(text.words)))
    at = data.draw(st.integers(start + 1, end - 2))
    quoted = " ".join("xyzzy" if i == at else word for i, word in enumerate(text.words[start:end], start))
    collation = found(quoted, text.content)
    assert collation is not None
    changed = [edit for edit in edits_of(collation, quoted, text.content) if edit.kind != "same"]
    assert [(e.kind, e.original and e.original.text.lower()) for e in changed] == [("replaced", text.words[at])]


@given(st.lists(st.sampled_from("abc"), min_size=2, max_size=5), st.lists(st.sampled_from("abc"), max_size=25))
@settings(max_examples=400, deadline=None)
def test_words_are_identical_where_they_stand_in_a_row_and_only_there(quoted: list[str], words: list[str]) -> None:
    stand = any(words[i : i + len(quoted)] == quoted for i in range(len(words)))
    collation = found(" ".join(quoted), " ".join(words))
    assert (collation is not None and collation.fidelity == "identical") == stand


@given(texts, st.data())
@settings(max_examples=200, deadline=None)
def test_the_edits_say_every_quoted_word_in_order(text: Text, data: st.DataObject) -> None:
    quoted = " ".join(data.draw(st.lists(st.sampled_from(LEXICON), min_size=1, max_size=12)))
    collation = found(quoted, text.content)
    if collation is not None:
        edits = edits_of(collation, quoted, text.content)
        assert " ".join(edit.quoted.text for edit in edits if edit.quoted) == quoted
        originals = [edit.original for edit in edits if edit.original]
        assert all(a.end <= b.start for a, b in pairwise(originals))
        assert all(span.stands_in(text.content) for span in originals)


@pytest.mark.parametrize("quoted, content, shown", [
    ("we will act", "We will (Laughter.) act.", "we will act"),  # nobody said “laughter”
    ("we will act", "We will (in May) act.", "we will [-in May-] act"),
    ("[W]e are develop[ing] our ports now", "We are developing our ports now.", "[W]e are develop[ing] our ports now"),
    ("a win-win deal of 1,000 ships", "A win–win deal of 1000 ships.", "a win-win deal of 1,000 ships"),
    ("the U.N. will not help us", "The UN will not help us.", "the U.N. will not help us"),
    ("it costs $5 in this town", "It costs €5 in this town.", "it costs [-€-]{+$+}5 in this town"),
    ("我们希望和平与合作", "他说，我们希望和平、合作。", "我们希望和平 {+与+} 合作"),
])  # fmt: skip
def test_what_counts_as_the_same_word(quoted: str, content: str, shown: str) -> None:
    collation = found(quoted, content)
    assert collation is not None
    assert marked(edits_of(collation, quoted, content)).replace("} 5", "}5") == shown


def test_a_long_text_takes_no_longer_for_each_quotation() -> None:
    """Thousands of places for every pair of words: only some are looked at, and the right one is found."""
    content = "we want to go on with it and so on " * 3000 + "we want to go on with peace and so on."
    collation = found("we want to go on with peace", content)
    assert collation is not None
    assert collation.fidelity == "identical"
