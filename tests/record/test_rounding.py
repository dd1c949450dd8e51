"""Rounding: the interval of a number as written holds every number that is written so, and growth every quotient."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.model.claim import Figure
from verbale.model.span import Span
from verbale.model.statement import By
from verbale.record.rounding import Interval, growth, interval, last_place, meet, written


def figure(words: str, value: float, **fields: object) -> Figure:
    span = Span(0, len(words), words)
    return Figure(id="f", span=span, value=value, unit="USD", by=By("t", "t", "1"), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words, value, place",
    [
        ("$22.8 billion", 22.8e9, 1e8),
        ("$50 million", 50e6, 1e6),
        ("240.11 billion U.S. dollars", 240.11e9, 1e7),
        ("997,900 tourists", 997900, 100),
        ("477,000 tourists", 477000, 1000),
        ("about 900,000 vehicles", 900000, 10000),  # two leading digits count
        ("30 percent", 30, 1),
        ("18.80 percent", 18.8, 0.01),  # a written nought is a place
        ("a fall of 7.5%", -7.5, 0.1),
        ("300 aircraft", 300, 1),  # below a thousand noughts count
        ("thirty percent", 30, 1),
        ("two million people", 2e6, 1e6),
        ("in the 14 months to May, 3.5 billion", 3.5e9, 1e8),  # the numeral that makes the value
        ("22 800 tonnes", 22800, 100),
        ("107 million tons", 107e6, 1e6),
        ("3,5 Mrd", 3.5e9, 1e8),
        ("12 dozen", 144, None),  # not a power of ten: the rounding is not told
        ("version 1.2.3", 5, None),
    ],
)
def test_the_last_place(words: str, value: float, place: float | None) -> None:
    found = last_place(words, value)
    assert found == (None if place is None else pytest.approx(place))


magnitudes = st.floats(min_value=1, max_value=999, allow_nan=False)
scales = st.sampled_from([("", 1.0), (" thousand", 1e3), (" million", 1e6), (" billion", 1e9)])


def told(true: float, decimals: int, scale: tuple[str, float]) -> Figure:
    numeral = f"{true:.{decimals}f}"
    return figure(f"${numeral}{scale[0]}", float(numeral) * scale[1])


@given(magnitudes, st.integers(0, 3), scales)
def test_a_number_lies_within_its_rounding(true: float, decimals: int, scale: tuple[str, float]) -> None:
    found = interval(told(true, decimals, scale))
    assert found
    assert found.meets(Interval(true * scale[1], true * scale[1]))


@given(magnitudes, magnitudes, st.integers(0, 3), st.integers(0, 3), st.integers(0, 2), scales)
def test_a_truthful_rate_is_never_called_wrong(
    now: float, base: float, places: int, base_places: int, rate_places: int, scale: tuple[str, float]
) -> None:
    above, below = interval(told(now, places, scale)), interval(told(base, base_places, scale))
    percent = f"{(now / base - 1) * 100:.{rate_places}f}"
    rate = interval(figure(f"{percent.lstrip('-')} percent", float(percent)))
    if above and below and below.low > 0 and rate:
        assert growth(above, below).meets(rate)


@given(st.tuples(*[magnitudes] * 2), st.tuples(*[magnitudes] * 2), st.lists(st.floats(0, 1), min_size=2, max_size=2))
def test_growth_holds_every_quotient_and_no_more(
    now: tuple[float, float], base: tuple[float, float], at: list[float]
) -> None:
    above, below = Interval(min(now), max(now)), Interval(min(base), max(base))
    found = growth(above, below)
    inner = [i.low + (i.high - i.low) * share for i, share in zip((above, below), at, strict=True)]
    point = (inner[0] / inner[1] - 1) * 100
    assert found.meets(Interval(point, point))
    corners = [(a / b - 1) * 100 for a in (above.low, above.high) for b in (below.low, below.high)]
    assert (found.low, found.high) == (min(corners), max(corners))


@given(
    st.floats(1, 1000), st.sampled_from(["more_than", "less_than", "at_least", "at_most", "nearly", "about", "exact"])
)
def test_a_fall_mirrors_a_rise(value: float, qualifier: str) -> None:
    whole = float(int(value))
    rise = interval(figure(f"{int(value)} percent", whole, qualifier=qualifier))
    fall = interval(figure(f"{int(value)} percent", -whole, qualifier=qualifier))
    assert rise
    assert fall == Interval(-rise.high, -rise.low)


def test_a_range_reaches_from_its_low_to_its_high_end() -> None:
    both = figure("$3 to 5.5 billion", 3e9, low=3e9, high=5.5e9)
    assert interval(both) == Interval(2.5e9, 5.55e9)
    assert interval(replace(both, low=None, high=None)) == Interval(2.5e9, 3.5e9)


@pytest.mark.parametrize("number, words", [(22.8e9, "22,800,000,000"), (0.5, "0.5"), (-12.0, "-12"), (1e20, "1e+20")])
def test_numbers_are_written_for_a_reader(number: float, words: str) -> None:
    assert written(number) == words


@pytest.mark.parametrize(
    "words, value, qualifier, low, high",
    [
        ("doubled", 100, "exact", 80, 120),  # a tenth of two to either side
        ("tenfold", 900, "exact", 800, 1000),
        ("more than doubled", 100, "more_than", 100, float("inf")),
        ("4.5-fold", 350, "exact", 345, 355),
        ("3 times", 200, "exact", 150, 250),
        ("100 percent", 100, "exact", 99.5, 100.5),
        ("150%", 150, "exact", 149.5, 150.5),
    ],
)
def test_multiples_are_rounded_in_their_factor(
    words: str, value: float, qualifier: str, low: float, high: float
) -> None:
    found = interval(replace(figure(words, value, qualifier=qualifier, measure="growth"), unit="percent"))
    assert found
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    "words, value, unit, width",
    [("4 ships", 4, "ship", 0), ("4 tonnes", 4, "t", 1), ("4,000 ships", 4000, "ship", 100)],
)
def test_of_things_there_are_no_halves(words: str, value: float, unit: str, width: float) -> None:
    found = interval(replace(figure(words, value), unit=unit))
    assert found
    assert found.high - found.low == pytest.approx(width)


positive = st.tuples(st.floats(0.1, 1000), st.floats(0.1, 1000)).map(lambda ends: Interval(min(ends), max(ends)))
inside = st.floats(0, 1)


@given(positive, positive, inside, inside)
def test_reckoning_with_intervals_holds_every_value(one: Interval, other: Interval, a: float, b: float) -> None:
    x, y = (i.low + (i.high - i.low) * at for i, at in ((one, a), (other, b)))
    for found, point in ((one.plus(other), x + y), (one.minus(other), x - y), (one.over(other), x / y)):
        assert found.meets(Interval(point, point))
    corners = [x / y for x in (one.low, one.high) for y in (other.low, other.high)]
    assert (one.over(other).low, one.over(other).high) == (min(corners), max(corners))


@given(st.lists(positive, min_size=1, max_size=5))
def test_several_meet_where_every_two_do(intervals: list[Interval]) -> None:
    assert meet(intervals) == all(one.meets(other) for one in intervals for other in intervals)


@given(st.floats(1, 1000), st.floats(1, 1000), st.integers(1, 9))
def test_growth_of_each_year_makes_that_of_all(base: float, rate: float, years: int) -> None:
    now = base * (1 + rate / 100) ** years
    found = growth(Interval(now, now), Interval(base, base), years)
    assert found.low == pytest.approx(rate)
