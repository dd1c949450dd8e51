"""Checks: which figures are held against each other, which never are, and what is said of them."""

from dataclasses import replace

import pytest

from verbale.lang.pack import load
from verbale.model.claim import Check, Figure
from verbale.model.found import Found
from verbale.model.span import Span
from verbale.model.statement import By
from verbale.model.structure import Head, Structure
from verbale.model.text import Alignment, Run, Text
from verbale.record.check import find_checks

BY = By("figures", "test", "1")


class Page:
    """A text under construction: each figure's words are put down where the text has come to."""

    def __init__(self) -> None:
        self.content = ""
        self.figures: list[Figure] = []
        self.sentences: list[tuple[int, int]] = []

    def says(self, words: str, value: float, **fields: object) -> "Page":
        """A sentence that consists of a figure's words."""
        start = len(self.content)
        self.content += words + ". "
        span = Span(start, start + len(words), words)
        defaults = {"unit": "USD", "indicator": "goods_trade", "parties": ("CHN", "KAZ")}
        self.figures.append(Figure(id=f"f{len(self.figures)}", span=span, value=value, by=BY, **(defaults | fields)))  # type: ignore[arg-type]
        self.sentences.append((start, len(self.content)))
        return self

    def in_one_sentence(self) -> "Page":
        self.sentences = [(self.sentences[0][0], self.sentences[-1][1])]
        return self

    def checks(self) -> tuple[Check, ...]:
        text = Text(self.content, Alignment((Run(0, 0, len(self.content)),)))
        sentences = tuple(text.span(*ends) for ends in self.sentences)
        found = find_checks(text, Structure(Head(), (), sentences, ()), Found(tuple(self.figures)), Found(), load("en"))
        assert all(span.stands_in(self.content) for check in found for span in check.spans)
        return found


def rate(words: str, value: float, **fields: object) -> tuple[str, float, dict[str, object]]:
    return words, value, {"unit": "percent", "measure": "growth", "period": "2021", "base_period": "2020"} | fields


def two_years(words: str, value: float, **fields: object) -> Page:
    """Trade of 17.54 billion, then 22.8 billion, and the rate that the text claims: the levels give 29.99 percent."""
    page = Page().says("$17.54 billion", 17.54e9, period="2020", reporter="CHN")
    page.says("$22.8 billion", 22.8e9, period="2021", reporter="CHN")
    _, _, given = rate(words, value, **fields)
    return page.says(words, value, **given)


@pytest.mark.parametrize(
    "words, value, fields, verdict",
    [
        ("30 percent", 30, {}, "consistent"),
        ("29.6 percent", 29.6, {}, "inconsistent"),  # 22.75/17.545 is 29.67: even rounding does not reach 29.65
        ("29.7 percent", 29.7, {}, "consistent"),
        ("32 percent", 32, {}, "inconsistent"),
        ("more than 25 percent", 25, {"qualifier": "more_than"}, "consistent"),
        ("more than 31 percent", 31, {"qualifier": "more_than"}, "inconsistent"),
        ("less than 30 percent", 30, {"qualifier": "less_than"}, "consistent"),  # 29.67 is possible
        ("less than 29 percent", 29, {"qualifier": "less_than"}, "inconsistent"),
        ("at least 30 percent", 30, {"qualifier": "at_least"}, "consistent"),
        ("up to 30 percent", 30, {"qualifier": "at_most"}, "consistent"),
        ("about 31 percent", 31, {"qualifier": "about"}, "consistent"),
        ("about 35 percent", 35, {"qualifier": "about"}, "inconsistent"),
        ("nearly 30 percent", 30, {"qualifier": "nearly"}, "consistent"),
        ("nearly 29 percent", 29, {"qualifier": "nearly"}, "inconsistent"),  # nearly is below
        ("30 to 35 percent", 30, {"low": 30, "high": 35}, "consistent"),
        ("31 to 35 percent", 31, {"low": 31, "high": 35}, "inconsistent"),  # 30.31 is possible, 31 begins at 30.5
        ("minus 30 percent", -30, {}, "inconsistent"),
        ("thirty percent", 30, {}, "consistent"),
    ],
)
def test_a_rate_is_held_against_its_levels(words: str, value: float, fields: dict[str, object], verdict: str) -> None:
    (check,) = two_years(words, value, **fields).checks()
    assert (check.kind, check.verdict, check.given) == ("growth", verdict, words)
    assert check.computed == pytest.approx(29.98859749)
    assert len(check.spans) == len(check.figures) == 3


def test_the_working_is_the_sum_with_its_interval() -> None:
    (check,) = two_years("30 percent", 30).checks()
    assert check.working == (
        "22,800,000,000 / 17,540,000,000 - 1 = 29.99 %; rounded numbers, so "
        "(22,750,000,000 to 22,850,000,000) / (17,535,000,000 to 17,545,000,000) - 1 = 29.67 to 30.31 %"
    )
    assert "30 percent" in check.why


@pytest.mark.parametrize("reason, change", [
    ("another reporter's rate", {"reporter": "KAZ"}),
    ("another indicator", {"indicator": "investment"}),
    ("another pair of countries", {"parties": ("CHN", "UZB")}),
    ("no level of the base year", {"base_period": "2019"}),
    ("no base year", {"base_period": None}),
    ("a share, not a growth", {"measure": "share"}),
])  # fmt: skip
def test_no_check_without_both_levels(reason: str, change: dict[str, object]) -> None:
    assert two_years("10 percent", 10, **change).checks() == (), reason


def test_a_fall_is_negative() -> None:
    page = Page().says("100 million tonnes", 100e6, unit="t", indicator="coal", period="2020")
    page.says("80 million tonnes", 80e6, unit="t", indicator="coal", period="2021")
    words, value, fields = rate("more than 15 percent", -15, indicator="coal", qualifier="more_than")
    (check,) = page.says(words, value, **fields).checks()
    assert (check.verdict, check.computed) == ("consistent", pytest.approx(-20))


def test_open_levels_give_no_sum() -> None:
    page = (
        Page()
        .says("$10 billion", 10e9, period="2020")
        .says("over $12 billion", 12e9, period="2021", qualifier="more_than")
    )
    words, value, fields = rate("50 percent", 50)
    assert page.says(words, value, **fields).checks() == ()


def test_contradicting_levels_give_no_sum_unless_one_stands_beside_the_rate() -> None:
    page = two_years("30 percent", 30, reporter="CHN")
    page.says("$19 billion", 19e9, period="2020", reporter="CHN", label="trade in goods")
    assert [check.kind for check in page.checks()] == ["repetition"]
    page.sentences = [(0, page.sentences[2][1]), page.sentences[3]]
    assert {check.kind: check.verdict for check in page.checks()} == {"growth": "consistent", "repetition": "differs"}


def test_a_rate_without_a_reporter_takes_both_levels_from_one() -> None:
    page = Page().says("$10 billion", 10e9, period="2020", reporter="KAZ")
    page.says("$20 billion", 20e9, period="2020", reporter="CHN").says(
        "$22 billion", 22e9, period="2021", reporter="CHN"
    )
    words, value, fields = rate("10 percent", 10)
    mirror, check = page.says(words, value, **fields).checks()
    assert (mirror.kind, mirror.period) == ("mirror", "2020")
    assert (check.verdict, check.computed) == ("consistent", pytest.approx(10))


def test_two_sides_differ() -> None:
    page = Page().says("$22.8 billion", 22.8e9, period="2021", reporter="CHN")
    page.says("$14.95 billion", 14.95e9, period="2021", reporter="KAZ", parties=("KAZ", "CHN"))
    (check,) = page.checks()
    assert (check.kind, check.verdict, check.indicator, check.period) == ("mirror", "differs", "goods_trade", "2021")
    assert check.computed == pytest.approx(52.508361)
    assert check.figures == ("f0", "f1")
    assert check.why == "for 2021 CHN counts 52.5 percent more than KAZ"
    assert check.working == "22,800,000,000 / 14,950,000,000 - 1 = 52.51 %; rounded numbers, so 52.12 to 52.89 %"


def test_a_pair_stated_often_is_checked_once() -> None:
    page = Page()
    for _ in range(3):
        page.says("$22.8 billion", 22.8e9, period="2021", reporter="CHN")
        page.says("$14.95 billion", 14.95e9, period="2021", reporter="KAZ")
    (check,) = page.checks()
    assert len(check.spans) == 6


@pytest.mark.parametrize(
    "one, other, verdict",
    [
        (("$50 million", 50e6), ("$50 million", 50e6), "agrees"),
        (("$50 million", 50e6), ("$50.3 million", 50.3e6), "agrees"),  # 50 is anything to 50.5
        (("$50 million", 50e6), ("$50.7 million", 50.7e6), "differs"),
    ],
)
def test_sides_agree_within_rounding(one: tuple[str, float], other: tuple[str, float], verdict: str) -> None:
    page = Page().says(*one, period="1992", reporter="CHN").says(*other, period="1992", reporter="KAZ")
    (check,) = page.checks()
    assert check.verdict == verdict


FLOW = {"unit": "person", "indicator": "visitors", "parties": (), "period": "2023"}


@pytest.mark.parametrize("reason, change", [
    ("opposite flows", {"origin": "CHN", "destination": "KAZ"}),
    ("another year", {"period": "2022"}),
    ("another unit", {"unit": "EUR"}),
    ("the same reporter", {"reporter": "KAZ"}),
    ("a reporter that is no side of the flow", {"reporter": "FRA"}),
    ("no reporter", {"reporter": None}),
    ("a target", {"modality": "hypothetical"}),
])  # fmt: skip
def test_what_is_no_mirror(reason: str, change: dict[str, object]) -> None:
    first = FLOW | {"origin": "KAZ", "destination": "CHN", "reporter": "KAZ"}
    second = first | {"reporter": "CHN"}
    words = ("997,900 tourists", 997900.0), ("477,000 tourists", 477000.0)
    assert len(Page().says(*words[0], **first).says(*words[1], **second).checks()) == 1
    found = Page().says(*words[0], **first).says(*words[1], **(second | change)).checks()
    assert not [check for check in found if check.kind == "mirror"], reason


def test_one_thing_told_twice_differently() -> None:
    told = {"period": "2023", "reporter": "KAZ", "label": "bilateral trade", "source": Span(0, 3, "$31")}
    page = Page().says("$31 billion", 31e9, **told).says("$31.5 billion", 31.5e9, **told)
    assert [check.kind for check in page.checks()] == []  # 31 may be 31.5 rounded
    (check,) = page.says("$41 billion", 41e9, **told).checks()[:1]
    assert (check.kind, check.verdict) == ("repetition", "differs")


def test_two_values_without_named_statistics_are_no_contradiction() -> None:
    told = {"period": "2023-05-02", "reporter": "KAZ", "label": "ships"}
    assert not Page().says("20 ships", 20.0, **told).says("300 ships", 300.0, **told).checks()


def test_the_same_figures_give_the_same_ids() -> None:
    one, other = two_years("30 percent", 30).checks(), two_years("30 percent", 30).checks()
    assert one == other
    assert replace(one[0], id="") != one[0]
