"""A topic's words weigh the same in whatever order a set happens to give them."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from verbale.claims.questions.topic import Topics
from verbale.lang.parse import Parse

WORDS = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(0, 9), min_size=1, max_size=12)


@given(WORDS, st.data())
def test_weight_does_not_depend_on_order(words: dict[str, int], data: st.DataObject) -> None:
    topics = Topics(Parse(), frozenset(), frozenset(), Counter(words), 10)
    assert topics.weight(data.draw(st.permutations(sorted(words)))) == topics.weight(words)
