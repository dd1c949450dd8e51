"""A span cannot be made of words that do not fit it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.errors import BrokenAnchor
from verbale.model.span import Span
from verbale.model.text import Alignment, Text


@pytest.mark.parametrize("start, end, words", [(0, 3, "ab"), (-1, 1, "ab"), (4, 2, ""), (0, 0, "a")])
def test_words_of_another_length_are_refused(start: int, end: int, words: str) -> None:
    with pytest.raises(BrokenAnchor):
        Span(start, end, words)


@given(st.text(), st.data())
def test_a_text_makes_spans_that_stand_in_it(content: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, len(content)))
    span = Text(content, Alignment(())).span(start, end)
    assert span.stands_in(content)
    assert not Span(start, end + 1, span.text + "x").stands_in(content[:end] + "y")


def test_holding_and_meeting() -> None:
    outer, inner, beside = Span(0, 5, "abcde"), Span(1, 5, "bcde"), Span(5, 6, "f")
    assert outer.holds(inner)
    assert not inner.holds(outer)
    assert outer.meets(inner)
    assert not outer.meets(beside)
