"""An alignment leads every character back to where it stood, moved ones too."""

from hypothesis import given
from hypothesis import strategies as st

from verbale.model.text import Alignment, Run


@st.composite
def aligned(draw: st.DrawFn) -> tuple[dict[int, int], Alignment]:
    """A map from text to source, character by character, and the alignment that says the same."""
    lengths = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5)), max_size=8))
    sources = draw(st.permutations(range(len(lengths))))
    where, runs, at = {}, [], 0
    for (gap, length), source in zip(lengths, sources, strict=True):
        at += gap
        runs.append(Run(at, source * 10, length))
        where |= {at + i: source * 10 + i for i in range(length)}
        at += length
    return where, Alignment(tuple(runs))


@given(aligned(), st.integers(0, 60), st.integers(0, 60))
def test_pieces_and_stretch_are_those_of_the_characters(
    case: tuple[dict[int, int], Alignment], start: int, end: int
) -> None:
    where, alignment = case
    expected = [where[i] for i in range(start, end) if i in where]
    assert [i for a, b in alignment.pieces(start, end) for i in range(a, b)] == expected
    assert alignment.source_of(start, end) == ((min(expected), max(expected) + 1) if expected else None)
