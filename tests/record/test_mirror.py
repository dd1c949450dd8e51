"""Mirrors: the causes that may explain a gap point in its direction."""

from collections.abc import Callable

import pytest

from verbale.record.cause import causes, causes_of
from verbale.record.mirror import check_mirrors
from verbale.record.stated import Stated

State = Callable[..., Stated]
FLOW = {"parties": (), "origin": "KAZ", "destination": "CHN"}


@pytest.mark.parametrize(
    "exporter, importer, cif_fob, timing",
    [
        (10, 12, True, False),
        (12, 10, False, True),
    ],  # freight is in the importer's value; ships at sea in the exporter's
)
def test_a_cause_makes_one_side_the_larger(
    state: State, exporter: int, importer: int, cif_fob: bool, timing: bool
) -> None:
    (found,) = check_mirrors(
        [
            state(f"${exporter}.0 billion", exporter * 1e9, reporter="KAZ", **FLOW),
            state(f"${importer}.0 billion", importer * 1e9, reporter="CHN", **FLOW),
        ]
    )
    assert found.verdict == "differs"
    assert ("cif_fob" in found.causes, "timing" in found.causes) == (cif_fob, timing)
    assert "trade_coverage" in found.causes


def test_sides_that_agree_need_no_cause(state: State) -> None:
    (found,) = check_mirrors([state("$10 billion", 10e9, reporter=code) for code in ("KAZ", "CHN")])
    assert (found.verdict, found.causes) == ("agrees", ())


def test_the_parts_of_one_side_do_not_mirror_the_whole_of_the_other(state: State) -> None:
    told = [
        state("$10 billion", 10e9, reporter="KAZ", label="trade in wheat"),
        state("$30 billion", 30e9, reporter="CHN", label="bilateral trade"),
    ]
    assert not list(check_mirrors(told))


def test_every_cause_says_what_it_is_of_and_why() -> None:
    assert {"cif_fob", "re_exports", "timing", "exchange_rate"} <= causes().keys()
    for cause in causes().values():
        assert cause.of
        assert cause.why
        assert cause.name
        assert cause.larger in ("importer", "exporter", "either")
    assert "visitor_definition" in causes_of("visitors", "either")
    assert causes_of("tariff", "either") == ()


def test_many_values_are_held_against_the_main_one_of_the_other_side(state: State) -> None:
    ours = [state(f"${value} billion", value * 1e9, reporter="KAZ") for value in (10, 20, 20, 40)]
    theirs = [state(f"${value} billion", value * 1e9, reporter="CHN") for value in (11, 50, 50)]
    pairs = {tuple(sorted({one.figure.value / 1e9 for one in found.sides})) for found in check_mirrors(ours + theirs)}
    assert pairs == {(10, 50), (20, 50), (40, 50), (11, 20)}
