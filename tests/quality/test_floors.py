"""No measure of quality falls below what it has reached once."""

import pytest

from quality.floors import Floor, digest, floors, pinned, verdict
from quality.measures import SHARED, Measure, measures
from quality.score import Score


@pytest.mark.parametrize("measure", list(measures()), ids=lambda measure: measure.name)
def test_a_measure_holds_its_floor(measure: Measure, capsys: pytest.CaptureFixture[str]) -> None:
    if not measure.data:
        pytest.skip(f"there are no data for it beside the checkout ({SHARED})")
    data, entries = digest(measure.data), floors()
    scores = measure.scores()
    with capsys.disabled():
        print("", *scores, sep="\n")
    wrong = [line for score in scores if (line := verdict(score, data, entries.get(score.name)))]
    assert not wrong


HALF = Score("x", 1, 2, 2)


@pytest.mark.parametrize(
    "old, lower, f1",
    [
        (None, False, 0.5),
        (Floor(0.9, "data"), False, 0.9),
        (Floor(0.1, "data"), False, 0.5),
        (Floor(0.9, "other data"), False, 0.5),
        (Floor(0.9, "data"), True, 0.5),
    ],
    ids=["new", "never lowered", "raised", "other data", "lowered by a word"],
)
def test_a_floor_may_only_rise(old: Floor | None, lower: bool, f1: float) -> None:
    assert pinned(old, HALF, "data", lower) == Floor(f1, "data")


def test_a_score_below_its_floor_or_on_other_data_is_told() -> None:
    assert verdict(HALF, "data", Floor(0.5, "data")) is None
    assert "below" in (verdict(HALF, "data", Floor(0.6, "data")) or "")
    assert "changed" in (verdict(HALF, "data", Floor(0.5, "other")) or "")
    assert "pinned" in (verdict(HALF, "data", None) or "")
