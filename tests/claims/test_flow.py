"""Of between whom figures run, and of what they are figures."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.claims.figures.path import Tree
from verbale.lang.parse import Parse, Token
from verbale.model.claim import Figure
from verbale.model.span import Span
from verbale.model.statement import Actor

CASES = tomllib.loads(Path(__file__).with_name("flows.toml").read_text(encoding="utf-8"))["case"]


def flow(figure: Figure) -> str:
    """As the cases write it."""
    if figure.origin or figure.destination:
        return f"{figure.origin or '?'} > {figure.destination or '?'}"
    return " & ".join(figure.parties)


def cases() -> list[Any]:
    """Each with its text as its id; those that are known to fail must fail."""
    failing = {case["text"]: pytest.mark.xfail(strict=True, reason=case["known"]) for case in CASES if "known" in case}
    return [pytest.param(case, id=case["text"], marks=failing.get(case["text"], ())) for case in CASES]


@pytest.mark.parametrize("case", cases())
def test_between_whom_a_figure_runs(document: Any, case: dict[str, Any]) -> None:
    speaker = Actor("actor-1", "Ana Lima", "person", "Ambassador", case["speaker"]) if "speaker" in case else None
    figures = document(
        case["text"],
        relation=case.get("relation", ()),
        home=case.get("home"),
        items=case.get("items", ()),
        kind="answer" if speaker else "narrative",
        speaker=speaker,
    ).figures()
    assert [flow(figure) for figure in figures] == case["flow"], case["why"]
    if "of" in case:
        assert [figure.indicator for figure in figures] == case["of"], case["why"]


PIECES = [
    "Norway",
    "Peru",
    "gave",
    "bought",
    "$3 million",
    "40 ships",
    "to",
    "from",
    "in",
    "aid",
    "exports",
    "and",
    ",",
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_nothing_runs_from_a_country_to_itself(document: Any, words: list[str]) -> None:
    for figure in document(" ".join(words), relation=("NOR", "PER"), home="NOR").figures():
        assert figure.origin is None or figure.origin != figure.destination
        assert not (figure.parties and (figure.origin or figure.destination))
        assert list(figure.parties) == sorted(set(figure.parties))


def tree(heads: list[int]) -> Tree:
    """A sentence whose words hang on these; a word that hangs on itself is the top of its tree."""
    tokens = tuple(Token(i, i + 1, "", "NOUN", "dep", head, "", False) for i, head in enumerate(heads))
    return Tree(Parse(tokens, tuple(range(len(tokens)))), Span(0, len(tokens), "x" * len(tokens)))


@given(st.lists(st.integers(0, 30), min_size=1, max_size=12), st.integers(0, 11), st.integers(0, 11))
def test_the_way_from_word_to_word_is_the_shortest(heads: list[int], start: int, end: int) -> None:
    """Against all ways, tried by breadth: heads stand before their words, so that there are no rings."""
    words = tree([min(head, word) for word, head in enumerate(heads)])
    start, end = start % len(heads), end % len(heads)
    climbed, descended = words.ways(start, end)
    assert climbed[0] == start
    assert [*climbed, *descended][-1] == end or words[descended[0]].head == descended[0]
    reached, steps = {start}, 0
    while end not in reached:
        wider = reached | {words[word].head for word in reached}
        wider |= {word for word in range(len(heads)) if words[word].head in reached}
        if wider == reached:
            assert words[climbed[-1]].head == climbed[-1] != descended[0], "two trees"
            return
        reached, steps = wider, steps + 1
    assert len(climbed) - 1 + len(descended) == steps
