"""The measure of attributions counts what it says: on an article written for the test, annotated as the corpus is."""

from pathlib import Path

import pytest

from quality import polnear
from quality.polnear import Words, annotated, half_of, items, kind_of, scores_of
from quality.score import Score

TEXT = "Ada Moss's aide said that the port was “small.” “It is open,” he said, “to all.” Trade grew.\n"
BRAT = """T1\tSource 0 15\tAda Moss's aide
T2\tCue 16 20\tsaid
T3\tContent 21 47\tthat the port was “small.”
T4\tContent 48 61;71 80\t“It is open,” “to all.”
T5\tCue 65 69\tsaid
T6\tSource 62 64\the
T7\tDiscard 81 92\tTrade grew.
E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
E2\tAttribution:T5 Source:T6 Cue:T5 Content:T4
"""


@pytest.fixture
def gold(tmp_path: Path) -> dict[str, list[tuple[int, int]]]:
    path = tmp_path / "piece_ab12.ann"
    path.write_text(BRAT, encoding="utf-8")
    return annotated(path)


def scored(found: dict[str, list[tuple[int, int]]], gold: dict[str, list[tuple[int, int]]]) -> dict[str, Score]:
    return {score.name: score for score in scores_of(Words.of(TEXT), gold, found, str)}


def test_the_parts_of_an_attribution_are_read(gold: dict[str, list[tuple[int, int]]]) -> None:
    assert gold["source"] == [(0, 15), (62, 64)]
    assert gold["content"] == [(21, 47), (48, 61), (71, 80)]
    assert gold["discard"] == [(81, 92)]


def test_marks_stops_and_the_word_that_opens_content_do_not_count(gold: dict[str, list[tuple[int, int]]]) -> None:
    start = TEXT.index("the port")
    found = {"content": [(start, start + len("the port was “small")), (49, 59)], "source": [(0, 15)]}
    scores = scored(found, gold)
    assert (scores["content.exact"].right, scores["content.exact"].found, scores["content.exact"].gold) == (2, 2, 3)
    assert (scores["mixed.exact"].right, scores["direct.exact"].right, scores["direct.exact"].gold) == (1, 1, 2)
    assert (scores["source.exact"].right, scores["source.exact"].gold) == (1, 2)


def test_half_of_the_words_overlap_and_less_do_not(gold: dict[str, list[tuple[int, int]]]) -> None:
    some = scored({"content": [(26, 38)]}, gold)  # "the port was"
    assert (some["content.overlap"].right, some["content.exact"].right) == (1, 0)
    assert scored({"content": [(26, 29)]}, gold)["content.overlap"].right == 0


def test_what_the_corpus_discards_is_neither_right_nor_wrong(gold: dict[str, list[tuple[int, int]]]) -> None:
    assert scored({"content": [(81, 91)]}, gold)["content.exact"].found == 0


def test_a_possessive_is_its_name() -> None:
    words = Words.of("Norway's claim")
    assert items(words, [(0, 8)], "source")[0].words == items(words, [(0, 6)], "source")[0].words


@pytest.mark.parametrize(
    "stretch, kind", [((21, 47), "mixed"), ((48, 61), "direct"), ((49, 59), "direct"), ((81, 91), "indirect")]
)
def test_how_much_stands_within_marks(stretch: tuple[int, int], kind: str) -> None:
    assert kind_of(TEXT, stretch) == kind


def test_a_piece_is_always_in_the_same_half_and_the_closed_half_tells_nothing() -> None:
    assert {half_of(f"piece {i}") for i in range(20)} == set(polnear.HALVES)
    assert half_of("piece 1") == half_of("piece 1")
    assert polnear._closed("a miss") == ""
