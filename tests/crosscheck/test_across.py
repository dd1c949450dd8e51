"""Across documents: rates and levels, mirrors and repetitions that no document shows alone."""

from collections.abc import Callable

import pytest

from verbale.archive.store import Archive
from verbale.crosscheck.gather import WantedChecks, gather_checks
from verbale.model.claim import Check
from verbale.model.span import Span
from verbale.model.statement import By

Tell = Callable[..., str]
RATE = {"unit": "percent", "measure": "growth", "base_period": "2020"}


def found(archive: Archive, **wanted: object) -> list[tuple[str, str]]:
    return [(one.kind, one.verdict) for one in gather_checks(archive, WantedChecks(**wanted)).checks]  # type: ignore[arg-type]


@pytest.mark.parametrize("percent, verdict", [(30, "consistent"), (45, "inconsistent")])
def test_a_rate_here_and_its_levels_there(archive: Archive, tell: Tell, percent: float, verdict: str) -> None:
    tell((f"{percent} percent", percent, {"reporter": "NOR", **RATE}))
    tell(("$10.0 billion", 10e9, {"reporter": "NOR", "period": "2020"}))
    tell(("$13.0 billion", 13e9, {"reporter": "NOR"}))
    assert found(archive) == [("growth", verdict)]
    (check,) = gather_checks(archive).checks
    assert len({side.document for side in check.sides}) == 3
    assert check.sides[0].span.text == f"{percent} percent"


@pytest.mark.parametrize("said", [{"reporter": "BRA"}, {"reporter": None}])
def test_other_statistics_are_no_levels_of_a_rate(archive: Archive, tell: Tell, said: dict[str, object]) -> None:
    tell(("45 percent", 45, {**RATE, **said}))
    tell(("$10.0 billion", 10e9, {"reporter": "NOR", "period": "2020"}), ("$13.0 billion", 13e9, {"reporter": "NOR"}))
    assert found(archive) == []


def test_both_sides_in_two_documents(archive: Archive, tell: Tell) -> None:
    tell(("$10 billion", 10e9, {"reporter": "NOR"}))
    tell(("$15 billion", 15e9, {"reporter": "BRA"}), by="Ana Dias")
    assert found(archive) == [("mirror", "differs")]


def test_one_statistic_by_two_speakers(archive: Archive, tell: Tell) -> None:
    tell(("$10.0 billion", 10e9, {"reporter": "NOR"}))
    tell(("$10.2 billion", 10.2e9, {"reporter": "NOR"}), by="Ana Dias")
    (check,) = gather_checks(archive).checks
    assert (check.kind, check.verdict) == ("repetition", "differs")
    assert "2 documents" in check.why
    assert "speakers are different" in check.why


def test_what_one_document_shows_alone_is_not_found_again(archive: Archive, tell: Tell) -> None:
    words = "$10.0 billion"
    own = Check("check-1", "repetition", (Span(0, 13, words),), "differs", "why", By("checks", "repetition", "1"))
    tell((words, 10e9, {"reporter": "NOR"}), ("$12.0 billion", 12e9, {"reporter": "NOR"}), checks=(own,))
    assert found(archive) == [("repetition", "differs")]


def test_what_cannot_be_checked_here_is_left_out_where_it_can_there(archive: Archive, tell: Tell) -> None:
    by = By("checks", "growth", "1")
    spans = (Span(0, 10, "30 percent"),)
    own = Check("check-1", "growth", spans, "not_checkable", "no level of 2020", by, figures=("figure-0",))
    levels = (
        ("$10.0 billion", 10e9, {"reporter": "NOR", "period": "2020"}),
        ("$13.0 billion", 13e9, {"reporter": "NOR"}),
    )
    tell(("30 percent", 30, {"reporter": "NOR", **RATE}), checks=(own,))
    assert found(archive) == [("growth", "not_checkable")]
    tell(*levels)
    assert found(archive) == [("growth", "consistent")]


@pytest.mark.parametrize(
    "wanted, count",
    [
        ({}, 2), ({"verdict": "differs"}, 1), ({"kind": "mirror"}, 2), ({"kind": "sum"}, 0),
        ({"relation": ("NOR", "BRA")}, 1), ({"relation": ("NOR", "PER")}, 1), ({"relation": ("BRA", "PER")}, 0),
        ({"indicator": "goods_trade"}, 1), ({"indicator": "crude_oil"}, 1), ({"period": "2019/2021"}, 1),
    ],
)  # fmt: skip
def test_what_is_wanted(archive: Archive, tell: Tell, wanted: dict[str, object], count: int) -> None:
    oil = {"indicator": "crude_oil", "label": "oil", "parties": ("NOR", "PER"), "unit": "t", "period": "2018"}
    tell(("$10 billion", 10e9, {"reporter": "NOR"}), ("5 million tonnes", 5e6, {**oil, "reporter": "NOR"}))
    tell(
        ("$15 billion", 15e9, {"reporter": "BRA"}), ("5 million tonnes", 5e6, {**oil, "reporter": "PER"}), by="Ana Dias"
    )
    assert len(found(archive, **wanted)) == count


def test_what_is_in_no_check_is_counted(archive: Archive, tell: Tell) -> None:
    share = {"unit": "percent", "measure": "share"}
    tell(("30 percent", 30, RATE), ("5 percent", 5, share), ("6 percent", 6, share))
    assert gather_checks(archive).unchecked == (
        ("shares without their part and whole", 2),
        ("rates of growth without a level that they lead to or from", 1),
    )
