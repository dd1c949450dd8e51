"""Numbers are read with their value and place, in digits, words, fractions and ranges."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.lang.numbers import numbers

GOLDEN = [  # text, the numbers' words with their values, why
    (
        "three and a quarter billion dollars",
        [("three and a quarter billion", 3.25e9)],
        "a fraction within the mantissa",
    ),
    ("one and a half million", [("one and a half million", 1.5e6)], "a half within the mantissa"),
    ("a dozen ships", [("a dozen", 12)], "a collective"),
    ("half a million", [("half a million", 5e5)], "a fraction of a scale"),
    ("a quarter of a million", [("a quarter of a million", 2.5e5)], "a fraction of a scale, with of"),
    ("1,234,567.8", [("1,234,567.8", 1234567.8)], "English separators"),
    ("1.234.567,8", [("1.234.567,8", 1234567.8)], "continental separators"),
    ("1.111,11 and 1.234.567", [("1.111,11", 1111.11), ("1.234.567", 1234567)], "continental thousands"),
    ("3.456 percent", [("3.456", 3.456)], "three decimals"),
    ("one million and a half", [("one million and a half", 1.5e6)], "a half behind the scale"),
    ("three quarters billion", [("three quarters billion", 7.5e8)], "so many parts of a scale"),
    (" -9.25 or (-3%)", [("-9.25", -9.25), ("-3", -3)], "signs behind space and bracket"),
    ("two hundred point zero three", [("two hundred point zero three", 200.03)], "decimals behind hundreds"),
    ("1 234 567,8 t", [("1 234 567,8", 1234567.8)], "separated by spaces"),
    ("12,34,567 people", [("12,34,567", 1234567)], "Indian grouping"),
    ("2,5 percent", [("2,5", 2.5)], "decimal comma"),
    ("three hundred and twenty-five thousand", [("three hundred and twenty-five thousand", 325000)], "in words"),
    ("two million three hundred thousand and six", [("two million three hundred thousand and six", 2300006)], "groups"),
    ("one point five million", [("one point five million", 1.5e6)], "spoken decimals"),
    ("2½ and 2 1/2", [("2½", 2.5), ("2 1/2", 2.5)], "vulgar fractions"),
    ("-5.3 and minus 5", [("-5.3", -5.3), ("minus 5", -5)], "signs"),
    ("5 lakh crore", [("5 lakh crore", 5e12)], "scales multiply"),
    ("5-billion", [("5-billion", 5e9)], "hyphenated scale"),
    ("two-thirds of it", [("two-thirds", 2 / 3)], "a fraction"),
    ("a third party", [], "an ordinal is no fraction"),
    ("hundreds of millions", [], "vague scales are no numbers"),
    ("from 5 to 7", [("5", 5), ("7", 7)], "a change is no range"),
]


@pytest.mark.parametrize("text, expected, why", GOLDEN, ids=[entry[2] for entry in GOLDEN])
def test_numbers_have_their_words_and_value(text: str, expected: list[tuple[str, float]], why: str) -> None:
    found = [(text[n.start : n.end], n.value) for n in numbers(text, "en")]
    assert [words for words, _ in found] == [words for words, _ in expected], why
    assert [value for _, value in found] == pytest.approx([value for _, value in expected])


RANGES = [
    ("30 to 40 percent", "30 to 40", 30, 40),
    ("$10-12 billion", "10-12 billion", 10e9, 12e9),
    ("between 5 and 7 percent", "5 and 7", 5, 7),
    ("two or three", "two or three", 2, 3),
]


@pytest.mark.parametrize("text, words, low, high", RANGES, ids=[entry[0] for entry in RANGES])
def test_a_range_has_both_ends(text: str, words: str, low: float, high: float) -> None:
    (number,) = numbers(text, "en")
    assert (text[number.start : number.end], number.value, number.low, number.high) == (words, low, low, high)


@pytest.mark.parametrize("text", ["F-16", "G20", "COVID-19", "20th", "18:16", "555-1234-22", "2023/07"])
def test_digits_within_names_are_attached(text: str) -> None:
    assert all(number.attached for number in numbers(text, "en"))


@given(st.integers(0, 10**12))
def test_digits_are_read_back(value: int) -> None:
    for written in (str(value), f"{value:,}", f"{value:,}".replace(",", "\u202f")):
        (number,) = numbers(f"of {written} things", "en")
        assert number.value == value


@given(st.text(alphabet="0123456789.,", min_size=1, max_size=14))
def test_any_digits_have_a_value(text: str) -> None:
    assert all(number.value >= 0 for number in numbers(f" {text} ", "en"))


@given(st.text(alphabet="0123456789,.-– abtwohundrdmilfyk\n'½", max_size=60))
def test_numbers_stand_in_order_and_apart(text: str) -> None:
    found = list(numbers(text, "en"))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[n.start : n.end].strip() for n in found)
