"""The laws of drafts: whatever is edited, each character leads back to where it stood."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from verbale.model.text import Alignment, Mark
from verbale.text.draft import Draft, Edit, Piece, Remark, aligned, compose

WORDS = st.text(alphabet="ab \n.é𝄞", max_size=40)


@st.composite
def edits_of(draw: st.DrawFn, content: str) -> list[Edit]:
    """Edits in order without overlap, deletions and insertions among them."""
    places = sorted(draw(st.lists(st.integers(0, len(content)), max_size=10)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [Edit(start, end, draw(st.text(alphabet="xyz", max_size=4))) for start, end in pairs]


@st.composite
def drafts(draw: st.DrawFn, steps: int = 3) -> tuple[str, Draft]:
    source = draw(WORDS)
    draft = Draft.of(source)
    for _ in range(draw(st.integers(0, steps))):
        draft = draft.edited(draw(edits_of(draft.content)))
    return source, draft


@st.composite
def pieces_of(draw: st.DrawFn, length: int) -> list[Piece]:
    """Stretches of a text in any order, each at most once, and insertions."""
    cuts = sorted({0, length, *draw(st.lists(st.integers(0, length), max_size=6))})
    kept = [Piece(a, b, "k" * (b - a)) for a, b in itertools.pairwise(cuts) if draw(st.booleans())]
    kept += [Piece(0, 0, "+")] * draw(st.integers(0, 2))
    return list(draw(st.permutations(kept)))


def places(alignment: Alignment) -> dict[int, int]:
    """The alignment as what it is: a partial function from characters to characters."""
    return {run.text_start + i: run.source_start + i for run in alignment.runs for i in range(run.length)}


@given(drafts())
def test_every_character_that_is_no_ones_replacement_stands_in_the_source_where_its_run_says(
    case: tuple[str, Draft],
) -> None:
    source, draft = case
    for place, origin in places(draft.alignment).items():
        if draft.content[place] not in "xyz":
            assert source[origin] == draft.content[place]


@given(drafts())
def test_runs_stand_in_order_never_empty_and_never_two_where_one_would_do(case: tuple[str, Draft]) -> None:
    runs = case[1].alignment.runs
    assert all(run.length > 0 for run in runs)
    for a, b in itertools.pairwise(runs):
        assert a.text_start + a.length <= b.text_start
        assert (a.text_start + a.length, a.source_start + a.length) != (b.text_start, b.source_start)


@given(st.data(), st.integers(0, 30))
def test_composition_is_associative_and_is_the_composition_of_functions(data: st.DataObject, length: int) -> None:
    first = data.draw(pieces_of(length))
    second = data.draw(pieces_of(sum(len(piece.words) for piece in first)))
    third = data.draw(pieces_of(sum(len(piece.words) for piece in second)))
    a, b, c = aligned(first), aligned(second), aligned(third)
    assert compose(compose(c, b), a) == compose(c, compose(b, a))
    inner, outer = places(a), places(b)
    assert places(compose(b, a)) == {i: inner[j] for i, j in outer.items() if j in inner}


@given(drafts())
def test_the_identity_changes_nothing(case: tuple[str, Draft]) -> None:
    draft = case[1]
    whole = Draft.of(draft.content).alignment
    assert compose(whole, draft.alignment) == draft.alignment
    assert draft.edited([]) is draft


@given(drafts(), st.text(alphabet="new", min_size=1, max_size=5))
def test_words_inserted_before_shift_everything_by_their_length(case: tuple[str, Draft], words: str) -> None:
    draft = case[1]
    later = draft.edited([Edit(0, 0, words)])
    assert places(later.alignment) == {i + len(words): j for i, j in places(draft.alignment).items()}


@given(WORDS.filter(bool), st.data())
def test_a_mark_goes_where_its_characters_go(content: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(content) - 1))
    end = data.draw(st.integers(start + 1, len(content)))
    pieces = data.draw(st.one_of(pieces_of(len(content)), edits_of(content)))
    later = Draft.of(content).marked([Mark(start, end, "strong")]).recast(pieces)
    gone_to = [i for i, j in places(later.alignment).items() if start <= j < end]
    by_source = sorted(gone_to, key=lambda i: places(later.alignment)[i])
    expected = (by_source[0], by_source[-1] + 1) if by_source and by_source[0] <= by_source[-1] else None
    assert [(mark.start, mark.end) for mark in later.marks] == ([expected] if expected else [])


def test_an_equal_length_replacement_keeps_one_run() -> None:
    draft = Draft.of("two\nlines").edited([Edit(3, 4, " ")])
    assert draft.content == "two lines"
    assert len(draft.alignment.runs) == 1


def test_an_entity_is_one_character_that_stands_where_it_began() -> None:
    draft = Draft.of("a&amp;b").edited([Edit(1, 6, "&")])
    assert draft.content == "a&b"
    assert draft.alignment.source_of(1, 2) == (1, 2)


def test_a_moved_stretch_leads_back_to_where_it_stood() -> None:
    draft = Draft.of("note body").recast([Piece(5, 9, "body"), Piece(4, 5, " "), Piece(0, 4, "note")])
    assert draft.content == "body note"
    assert draft.alignment.source_of(5, 9) == (0, 4)


def test_a_mark_whose_words_are_gone_is_gone_and_a_remark_stays() -> None:
    draft = Draft.of("one two").marked([Mark(4, 7, "strong")]).remarked(Remark(5, "left_out", "why"))
    later = draft.edited([Edit(3, 7, "")])
    assert later.marks == ()
    assert later.remarks[0].place == 3
