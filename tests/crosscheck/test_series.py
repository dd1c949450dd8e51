"""Series: a stated figure against official ones, whose it fits, by how much it does not, and why it cannot be told."""

from collections.abc import Callable

import pytest

from verbale.archive.store import Archive
from verbale.crosscheck.gather import WantedChecks, gather_checks
from verbale.model.crosscheck import Crosscheck

Tell = Callable[..., str]
Publish = Callable[..., None]
OWN = (("NOR", "NOR", "BRA", "2021", 4.0e9), ("NOR", "BRA", "NOR", "2021", 6.0e9))
OTHERS = (("BRA", "BRA", "NOR", "2021", 5.0e9), ("BRA", "NOR", "BRA", "2021", 8.0e9))
OUT = {"parties": (), "origin": "NOR", "destination": "BRA"}


def checks(archive: Archive, tolerance: float = 2) -> list[Crosscheck]:
    return list(gather_checks(archive, WantedChecks(kind="series"), tolerance).checks)


@pytest.mark.parametrize(
    "words, value, verdict, gap",
    [
        ("$10.0 billion", 10.0e9, "agrees", 0),
        ("$10.1 billion", 10.1e9, "agrees", 1),  # beyond rounding, but series are revised
        ("$11 billion", 11e9, "differs", 10),
        ("$9.5 billion", 9.5e9, "differs", -5),
        ("$9 billion", 9e9, "differs", -10),
    ],
)
def test_trade_both_ways_is_exports_and_imports(
    archive: Archive, tell: Tell, publish: Publish, words: str, value: float, verdict: str, gap: float
) -> None:
    tell((words, value, {"reporter": "NOR"}))
    publish(*OWN)
    (found,) = checks(archive)
    assert (found.verdict, found.computed) == (verdict, pytest.approx(gap))
    assert "NOR's own series gives USD 10 billion" in found.why
    assert found.working
    assert "NOR's exports to BRA (FOB as a rule) 4,000,000,000" in found.working
    assert "NOR's imports from BRA (CIF as a rule) 6,000,000,000" in found.working
    assert {one.line for one in found.observations} == {2, 3}


def test_the_tolerance_is_the_user_s(archive: Archive, tell: Tell, publish: Publish) -> None:
    tell(("$10.1 billion", 10.1e9, {"reporter": "NOR"}))
    publish(*OWN)
    assert [found.verdict for found in checks(archive, 0.5)] == ["differs"]


def test_its_own_reporter_judges_and_the_other_s_is_named_where_it_fits_better(
    archive: Archive, tell: Tell, publish: Publish
) -> None:
    tell(("$13.0 billion", 13e9, {"reporter": "NOR"}))
    publish(*OWN, *OTHERS)
    (found,) = checks(archive)
    assert (found.verdict, found.computed) == ("differs", pytest.approx(30))
    assert "it fits BRA's series better, USD 13 billion" in found.why
    assert found.causes == ()  # whoever contradicts their own series has no excuse in another's methods
    assert len(found.observations) == 4


def test_without_its_own_series_the_gap_is_one_between_two_sides(
    archive: Archive, tell: Tell, publish: Publish
) -> None:
    tell(("$20 billion", 20e9, {"reporter": "NOR"}))
    publish(*OTHERS)
    (found,) = checks(archive)
    assert found.verdict == "differs"
    assert found.why.startswith("NOR's own series is not loaded; BRA's series gives USD 13 billion")
    assert "partner_attribution" in found.causes


@pytest.mark.parametrize("value, whose", [(10.0, "NOR"), (13.0, "BRA")])
def test_where_nobody_says_whose_it_is_the_best_fit_counts(
    archive: Archive, tell: Tell, publish: Publish, value: float, whose: str
) -> None:
    tell((f"${value} billion", value * 1e9, {}))
    publish(*OWN, *OTHERS)
    (found,) = checks(archive)
    assert found.verdict == "agrees"
    assert found.why.startswith(f"{whose}'s series gives")


def test_two_halves_of_two_offices_are_no_series_of_one(archive: Archive, tell: Tell, publish: Publish) -> None:
    tell(("$9.0 billion", 9.0e9, {}))  # Norway's exports and Brazil's: nobody's own sum
    publish(*OWN, *OTHERS)
    (found,) = checks(archive)
    assert found.verdict == "differs"
    assert "it fits the two sides' series together better" in found.why


def test_a_flow_is_held_against_both_ends(archive: Archive, tell: Tell, publish: Publish) -> None:
    tell(("$8.0 billion", 8e9, {"label": "exports", "reporter": "NOR", **OUT}))
    publish(*OWN, *OTHERS)
    (found,) = checks(archive)
    assert (found.verdict, found.computed, found.flows) == ("differs", pytest.approx(100), True)
    assert "it fits BRA's series better, USD 8 billion" in found.why


def test_growth_is_recomputed_from_the_series(archive: Archive, tell: Tell, publish: Publish) -> None:
    rate = {"unit": "percent", "measure": "growth", "base_period": "2020", "reporter": "NOR"}
    tell(("25 percent", 25, rate), ("40 percent", 40, rate))
    publish(*OWN, ("NOR", "NOR", "BRA", "2020", 4e9), ("NOR", "BRA", "NOR", "2020", 4e9))
    assert {found.given: found.verdict for found in checks(archive)} == {
        "25 percent": "agrees",
        "40 percent": "differs",
    }


def test_the_months_of_a_quarter_are_added_up(archive: Archive, tell: Tell, publish: Publish) -> None:
    tell(("$6.0 billion", 6e9, {"label": "exports", "period": "2021-Q1", **OUT}))
    publish(*(("NOR", "NOR", "BRA", f"2021-0{month}", month * 1e9) for month in range(1, 5)))
    (found,) = checks(archive)
    assert found.verdict == "agrees"
    assert "3 periods from 2021-01 to 2021-03" in str(found.working)


def test_a_national_series(archive: Archive, tell: Tell, publish: Publish) -> None:
    tell(("$500 billion", 500e9, {"indicator": "gdp", "label": "GDP", "parties": ("NOR",)}))
    publish(("NOR", "NOR", None, "2021", 503e9), indicator="gdp")
    assert [found.verdict for found in checks(archive)] == ["agrees"]


def test_the_trade_of_one_country_is_that_with_the_world(archive: Archive, tell: Tell, publish: Publish) -> None:
    tell(("$300 billion", 300e9, {"parties": ("NOR",)}))
    publish(("NOR", "NOR", "WLD", "2021", 200e9), ("NOR", "WLD", "NOR", "2021", 100e9))
    assert [found.verdict for found in checks(archive)] == ["agrees"]


@pytest.mark.parametrize(
    "said, why",
    [
        ({"period": "1992"}, "no series has all of 1992: there are NOR's from 2021 to 2021"),
        ({"unit": "NOK"}, "the text states NOK, the series are in USD"),
        ({"label": "trade in salmon"}, "the series are of all goods trade, the text speaks of 'trade in salmon'"),
    ],
)
def test_what_cannot_be_checked_says_why(
    archive: Archive, tell: Tell, publish: Publish, said: dict[str, object], why: str
) -> None:
    tell(("$10 billion", 10e9, said))
    publish(*OWN)
    (found,) = checks(archive)
    assert (found.verdict, found.why) == ("not_checkable", why)


@pytest.mark.parametrize(
    "said",
    [{"modality": "target"}, {"parties": ("NOR", "PER")}, {"parties": ()}, {"period": None}, {"indicator": None}],
)
def test_of_what_no_series_is_loaded_nothing_is_said(
    archive: Archive, tell: Tell, publish: Publish, said: dict[str, object]
) -> None:
    tell(("$10 billion", 10e9, said))
    publish(*OWN)
    assert checks(archive) == []


def test_what_is_stated_often_is_checked_once(archive: Archive, tell: Tell, publish: Publish) -> None:
    for by in ("Li Wei", "Ana Dias"):
        tell(("$10 billion", 10e9, {"reporter": "NOR"}), ("$10 billion", 10e9, {"reporter": "NOR"}), by=by)
    publish(*OWN)
    (found,) = checks(archive)
    assert len(found.sides) == 4
