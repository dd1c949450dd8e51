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
    ("two third parties", [("two", 2)], "an ordinal is no fraction of two"),
    ("ninety-nine hundredths", [("ninety-nine hundredths", 0.99)], "a fraction of many parts"),
    ("3/4 of it, 3/4/2021", [("3/4", 0.75), ("3", 3), ("4", 4), ("2021", 2021)], "a fraction in digits, no date"),
    ("one in five, nine out of ten", [("one in five", 0.2), ("nine out of ten", 0.9)], "ratios"),
    ("one in 2019, 12 in six", [("one", 1), ("2019", 2019), ("12", 12), ("six", 6)], "neither years nor more than all"),
    ("6 crore 25 lakh", [("6 crore 25 lakh", 62.5e6)], "groups with scales"),
    ("1.111,11, 1,111.11", [("1.111,11", 1111.11), ("1,111.11", 1111.11)], "two styles in a list"),
    ("two hundred point seventy-one", [("two hundred point seventy-one", 200.71)], "decimals told as a number"),
    ("five billion and three quarters", [("five billion and three quarters", 5.75e9)], "parts of a scale"),
    ("50k people", [("50k", 50000)], "a letter right beside the digits"),
    ("half a billion — 650 million", [("half a billion", 5e8), ("650 million", 6.5e8)], "a dash that breaks off"),
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
    ("20~100", "20~100", 20, 100),
    ("20 through 100", "20 through 100", 20, 100),
    ("ranging from 5 to 7", "5 to 7", 5, 7),
    ("between minus ten and 15", "minus ten and 15", -10, 15),
]


@pytest.mark.parametrize("text, words, low, high", RANGES, ids=[entry[0] for entry in RANGES])
def test_a_range_has_both_ends(text: str, words: str, low: float, high: float) -> None:
    (number,) = numbers(text, "en")
    assert (text[number.start : number.end], number.value, number.low, number.high) == (words, low, low, high)


@pytest.mark.parametrize("text", ["F-16", "G20", "COVID-19", "20th", "18:16", "555-1234-22", "2023/07"])
def test_digits_within_names_are_attached(text: str) -> None:
    assert all(number.attached for number in numbers(text, "en"))


def test_the_line_before_is_attached_to_nothing() -> None:
    content = "600 trucks and\n2,000 rifles"
    assert [number.attached for number in numbers(content, "en")] == [False, False]


def in_groups(value: int, mark: str, first: int = 3, others: int = 3) -> str:
    """The digits of a whole number in groups from the right, of which the last may be longer than the others."""
    digits = str(value)
    groups = [digits[-first:]]
    rest = digits[:-first]
    while rest:
        groups.insert(0, rest[-others:])
        rest = rest[:-others]
    return mark.join(groups)


@given(st.integers(0, 10**12), st.sampled_from([",", "", " ", "\u00a0", "\u202f", "'", "’"]))
def test_digits_are_read_back(value: int, mark: str) -> None:
    (number,) = numbers(f"of {in_groups(value, mark)} things", "en")
    assert number.value == value


@given(st.integers(10**5, 10**12))
def test_digits_in_indian_groups_are_read_back(value: int) -> None:
    (number,) = numbers(f"of {in_groups(value, ',', 3, 2)} things", "en")
    assert number.value == value


@given(st.integers(0, 10**9), st.integers(0, 99), st.sampled_from([(",", "."), (".", ","), (" ", ","), ("", ".")]))
def test_decimals_are_read_back(whole: int, hundredths: int, marks: tuple[str, str]) -> None:
    written = f"{in_groups(whole, marks[0])}{marks[1]}{hundredths:02}"
    (number,) = numbers(f"of {written} things", "en")
    assert number.value == pytest.approx(whole + hundredths / 100)


ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = [(10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand")]


def spelled(value: int, joint: str, hyphen: str) -> str:
    """The number as a writer spells it who says "two hundred and six", or without "and", "forty-two" or "forty two"."""
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10] + (hyphen + ONES[value % 10] if value % 10 else "")
    if value < 1000:
        rest = joint + spelled(value % 100, joint, hyphen) if value % 100 else ""
        return f"{ONES[value // 100]} hundred{rest}"
    scale, word = next((scale, word) for scale, word in SCALES if value >= scale)
    rest = value % scale
    more = (joint if 0 < rest < 100 else " ") + spelled(rest, joint, hyphen) if rest else ""
    return f"{spelled(value // scale, joint, hyphen)} {word}{more}"


@given(st.integers(0, 10**15 - 1), st.sampled_from([" and ", " "]), st.sampled_from(["-", " "]), st.booleans())
def test_words_are_read_back(value: int, joint: str, hyphen: str, capital: bool) -> None:
    written = spelled(value, joint, hyphen)
    content = f"of {written.capitalize() if capital else written} things"
    (number,) = numbers(content, "en")
    assert (number.value, content[number.start : number.end].lower()) == (value, written)


def test_every_number_below_ten_thousand_is_read_back_in_words() -> None:
    for value in range(10000):
        (number,) = numbers(spelled(value, " and ", "-"), "en")
        assert number.value == value


@given(st.integers(1, 999), st.sampled_from(["million", "bn", "trillion", "crore", "mln", "thousand"]), st.booleans())
def test_scales_are_read_back(tenths: int, scale: str, glued: bool) -> None:
    factor = {"million": 1e6, "bn": 1e9, "trillion": 1e12, "crore": 1e7, "mln": 1e6, "thousand": 1e3}[scale]
    (number,) = numbers(f"of {tenths / 10:g}{'' if glued else ' '}{scale} things", "en")
    assert number.value == pytest.approx(tenths / 10 * factor)


@given(st.text(alphabet="0123456789.,", min_size=1, max_size=14))
def test_any_digits_have_a_value(text: str) -> None:
    assert all(number.value >= 0 for number in numbers(f" {text} ", "en"))


@given(st.text(alphabet="0123456789,.-– abtwohundrdmilfyk\n'½", max_size=60))
def test_numbers_stand_in_order_and_apart(text: str) -> None:
    found = list(numbers(text, "en"))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[n.start : n.end].strip() for n in found)
