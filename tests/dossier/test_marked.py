"""A marked text keeps every character, and every stretch covers exactly its own."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from verbale.dossier.marked import Stretch, nested, pieces
from verbale.interchange import from_json

RECORDS = Path(__file__).parents[1] / "data" / "records"
RECORD = from_json((RECORDS / "brazil-norway-relations.json").read_bytes())
TEXT = "One line.\nAnother line\nof it.\n\nThe last."
SHORT = replace(RECORD, text=TEXT, passages=())

stretches = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).map(
        lambda ends: (ends[0], max(ends[0] + 1, ends[1]))
    ),
    max_size=12,
).map(lambda all_: [Stretch(start, -end, f"s{n}") for n, (start, end) in enumerate(all_)])


@given(stretches)
def test_every_stretch_covers_its_own_characters_and_nothing_is_lost(wanted: list[Stretch]) -> None:
    placed, cut = nested(wanted)
    covered: dict[str, str] = {}
    text, open_ = "", []
    for piece in pieces(SHORT, placed):
        if piece.does == "opens":
            open_.append(piece.stretch)
        elif piece.does == "closes":
            assert open_.pop() == piece.stretch
        text += piece.words
        for stretch in open_:
            assert stretch is not None
            covered[stretch.name] = covered.get(stretch.name, "") + piece.words
    assert open_ == []
    assert text == TEXT
    assert covered == {one.name: TEXT[one.start : one.end] for one in wanted}
    assert cut == {one.name for one in placed if not one.first}


@given(stretches)
def test_each_name_has_one_first_piece(wanted: list[Stretch]) -> None:
    placed, _ = nested(wanted)
    assert sorted(one.name for one in placed if one.first) == sorted(one.name for one in wanted)


def test_a_paragraph_ends_at_an_empty_line_and_not_at_a_wrapped_one() -> None:
    shown = "".join("¶" if piece.does == "ends" else piece.words for piece in pieces(SHORT, ()))
    assert shown == "One line.\nAnother line\nof it.¶\n\nThe last."
