"""Quantities are read off the words alone: amounts in any notation, ranges, shares and multiples."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.claims.figures.grammar import bounds_of, quantities_of
from verbale.claims.figures.stretches import Stretches
from verbale.lang.pack import load

ENGLISH = load("en")

Told = tuple[str, float, str, str]


def told(content: str, homes: tuple[str, ...] = ()) -> list[Told]:
    """Words, value, unit and qualifier of each quantity."""
    found = quantities_of(content, ENGLISH, homes)
    return [(content[q.start : q.end], q.value, q.unit, q.qualifier) for q in found]


GOLDEN = [  # text, (words, value, unit, qualifier) of each quantity, why
    # strings that are known to break extractors of quantities
    ("US$12.5 billion", [("US$12.5 billion", 12.5e9, "USD", "exact")], "letters and sign"),
    ("up 14.2 per cent year on year", [("14.2 per cent", 14.2, "percent", "exact")], "per cent in two words"),
    ("23.02 billion U.S. dollars", [("23.02 billion U.S. dollars", 23.02e9, "USD", "exact")], "points in the name"),
    ("RMB 1.2 trillion", [("RMB 1.2 trillion", 1.2e12, "CNY", "exact")], "no code of ISO 4217"),
    ("€3,4 billion", [("€3,4 billion", 3.4e9, "EUR", "exact")], "a decimal comma"),
    ("€5.1bn", [("€5.1bn", 5.1e9, "EUR", "exact")], "letters right behind"),
    ("USD 7 bn", [("USD 7 bn", 7e9, "USD", "exact")], "code and letters"),
    ("140 million manat", [("140 million manat", 140e6, "AZN", "exact")], "a national name"),
    ("Rs 5,000 crore", [("Rs 5,000 crore", 5e10, "INR", "exact")], "an Indian scale"),
    ("$600m", [("$600m", 600e6, "USD", "exact")], "one letter"),
    ("2.5 percentage points", [("2.5 percentage points", 2.5, "percentage_point", "exact")], "points, not percent"),
    ("$100bn", [("$100bn", 100e9, "USD", "exact")], "two letters"),
    ("1.5m TEU", [("1.5m TEU", 1.5e6, "TEU", "exact")], "a letter before a unit"),
    ("3 trln dollars", [("3 trln dollars", 3e12, "USD", "exact")], "four letters"),
    ("US $5bn", [("US $5bn", 5e9, "USD", "exact")], "letters, a space and the sign"),
    ("less than 6 percent", [("less than 6 percent", 6, "percent", "less_than")], "the qualifier is kept"),
    # money
    ("HK$ 3 million", [("HK$ 3 million", 3e6, "HKD", "exact")], "another dollar"),
    ("a $5 million loan", [("$5 million", 5e6, "USD", "exact")], "an article is no country"),
    ("they gave us $5 million", [("$5 million", 5e6, "USD", "exact")], "nor is a pronoun"),
    ("nzd$15", [("nzd$15", 15, "NZD", "exact")], "a code with the sign"),
    ("75 USD million", [("75 USD million", 75e6, "USD", "exact")], "a scale behind the code"),
    ("some 120 MEUR", [("some 120 MEUR", 120e6, "EUR", "about")], "a scale before the code"),
    ("$249 USD", [("$249 USD", 249, "USD", "exact")], "said twice"),
    ("$40 Canadian dollars", [("$40 Canadian dollars", 40, "CAD", "exact")], "the name says which"),
    ("50 cents", [("50 cents", 0.5, "USD", "exact")], "a hundredth"),
    ("3 dollars and 50 cents", [("3 dollars and 50 cents", 3.5, "USD", "exact")], "notes and coins"),
    ("it cost 15 dollars 50.", [("15 dollars 50", 15.5, "USD", "exact")], "coins without a name"),
    ("it came (-€2 million)", [("-€2 million", -2e6, "EUR", "exact")], "a sign before a sign"),
    ("200 million Finnish markka", [("200 million Finnish markka", 2e8, "FIM", "exact")], "a currency no more in use"),
    ("361 million pounds", [("361 million pounds", 361e6, "GBP", "exact")], "so many pounds are money"),
    ("25 million pounds of copper", [("25 million pounds", 25e6, "pound", "exact")], "unless they are of something"),
    ("35 lakh rupees", [("35 lakh rupees", 35e5, "INR", "exact")], "rupees by default"),
    # percentages
    ("a rise of 25 basis points", [("25 basis points", 0.25, "percentage_point", "exact")], "hundredths of a point"),
    ("half a percent", [("half a percent", 0.5, "percent", "exact")], "a fraction of a unit"),
    ("50%+ of it", [("50%+", 50, "percent", "at_least")], "a plus behind"),
    ("half the population", [("half", 50, "percent", "exact")], "half of what has an article"),
    ("more than two thirds of it", [("more than two thirds", 66.6666666667, "percent", "more_than")], "a share"),
    ("nearly one in five", [("nearly one in five", 20, "percent", "nearly")], "a ratio"),
    # physical units
    ("5 million barrels a day", [("5 million barrels a day", 5e6, "bbl/d", "exact")], "per day"),
    ("50 bcm/annum", [("50 bcm/annum", 5e10, "m3", "exact")], "a year is the period"),
    ("3 tonnes per hectare", [("3 tonnes per hectare", 3, "t/ha", "exact")], "per area"),
    ("1.5 degrees Celsius", [("1.5 degrees Celsius", 1.5, "°C", "exact")], "degrees"),
    ("1,500 GW, 20 TWh", [("1,500 GW", 1.5e12, "W", "exact"), ("20 TWh", 2e13, "Wh", "exact")], "multiples of units"),
    # multiples
    ("trade has more than doubled", [("more than doubled", 100, "percent", "more_than")], "growth in a word"),
    ("it will triple by 2030", [("triple", 200, "percent", "exact")], "growth to come"),
    ("a tenfold rise", [("tenfold", 900, "percent", "exact")], "so many fold"),
    ("it grew 4.5 times", [("4.5 times", 350, "percent", "exact")], "so many times, of growth"),
    ("it is four times the size of it", [("four times", 4, "time", "exact")], "so many times as large"),
    ("costs were halved", [("halved", -50, "percent", "exact")], "a fall"),
    # qualifiers
    ("≥ 30 percent", [("≥ 30 percent", 30, "percent", "at_least")], "a sign of comparison"),
    ("about 5 percent or more", [("about 5 percent or more", 5, "percent", "at_least")], "the bound counts"),
]  # fmt: skip


@pytest.mark.parametrize("content, expected, why", GOLDEN, ids=[entry[0] for entry in GOLDEN])
def test_quantities(content: str, expected: list[Told], why: str) -> None:
    assert told(content) == expected, why


RANGES = [
    ("30 to 40 percent", "30 to 40 percent", 30, 40, "percent"),
    ("$10-12 billion", "$10-12 billion", 10e9, 12e9, "USD"),
    ("between $12 million and $20 million", "$12 million and $20 million", 12e6, 20e6, "USD"),
    ("A$5 million to $7 million", "A$5 million to $7 million", 5e6, 7e6, "AUD"),
    ("5%-6%", "5%-6%", 5, 6, "percent"),
    ("$10–12m", "$10–12m", 10e6, 12e6, "USD"),
    ("more than 5 but less than 10 percent", "more than 5 but less than 10 percent", 5, 10, "percent"),
]


@pytest.mark.parametrize("content, words, low, high, unit", RANGES, ids=[entry[0] for entry in RANGES])
def test_ranges(content: str, words: str, low: float, high: float, unit: str) -> None:
    (found,) = quantities_of(content, ENGLISH)
    stretch = content[found.start : found.end]
    assert (stretch, found.value, found.low, found.high, found.unit) == (words, low, low, high, unit)


@pytest.mark.parametrize(
    "content, homes, units",
    [
        ("It cost A$5 million (US$3 million). The $5 million were lent.", (), ["AUD", "USD", "AUD"]),
        ("It cost C$5 million. Another $7 million were lent.", ("CAN",), ["CAD", "CAD"]),
        ("It cost C$5 million. Another $7 million were lent.", ("CAN", "USA"), ["CAD", "USD"]),
        ("It cost 5 million pesos.", ("PHL",), ["PHP"]),
        ("It cost ¥5 million.", ("CHN",), ["CNY"]),
        ("It cost ¥5 million.", (), ["JPY"]),
        ("It cost Rs 5 crore.", ("PAK",), ["PKR"]),
    ],
    ids=["same amount", "the only dollar", "two dollars", "a name", "a sign", "a sign by default", "letters"],
)
def test_a_shared_currency_is_settled_by_the_document(content: str, homes: tuple[str, ...], units: list[str]) -> None:
    assert [quantity.unit for quantity in quantities_of(content, ENGLISH, homes)] == units


NONE = [
    "the first eleven months of 2024",
    "FY2023-24",
    "H1 2023",
    "in March last year",
    "Power of Siberia 2",
    "a leak",
    "Zhai Jun",
    "the first half of 2024",
    "half the time",
    "a double blow",
    "to double down on it",
    "https://example.org/a?b=30%25%2020%",
    "half a year, two and a half centuries",
    "at 5 p.m. on page 12",
    "a 3-year plan of 5 days",
    "call 555-1234-22",
    "he won 3-1",
]


@pytest.mark.parametrize("content", NONE)
def test_what_is_no_quantity(content: str) -> None:
    assert told(content) == []


def test_bounds_have_numbers_without_units() -> None:
    content = "above 1000 and below 1500, no less than 20"
    found = [(q.qualifier, q.low, q.high, q.value) for q in bounds_of(content, ENGLISH)]
    assert found == [("exact", 1000, 1500, 1000), ("at_least", None, None, 20)]


MONEY = {  # how a writer says it, before or behind the number -> ISO 4217
    "US${}": "USD", "${}": "USD", "€{}": "EUR", "£{}": "GBP", "A${}": "AUD", "USD {}": "USD", "{} euros": "EUR",
    "{} Norwegian kroner": "NOK", "RMB{}": "CNY", "{} yuan": "CNY", "₹{}": "INR", "{} Kazakhstani tenge": "KZT",
    "{} Swiss francs": "CHF", "EUR{}": "EUR", "{} GBP": "GBP", "{} U.S. dollars": "USD", "R${}": "BRL", "₩{}": "KRW",
}  # fmt: skip
SCALES = {"": 1, " million": 1e6, "m": 1e6, "bn": 1e9, " billion": 1e9, " trillion": 1e12, " mln": 1e6, " crore": 1e7}
STYLES = [(",", "."), (".", ","), (" ", ","), ("\u202f", "."), ("'", "."), ("", ".")]


@given(
    st.integers(1, 999_999),
    st.integers(1, 99),
    st.sampled_from(sorted(MONEY)),
    st.sampled_from(sorted(SCALES)),
    st.sampled_from(STYLES),
)
def test_money_is_read_as_it_is_written(whole: int, cents: int, form: str, scale: str, style: tuple[str, str]) -> None:
    digits = f"{whole:,}".replace(",", style[0]) + f"{style[1]}{cents:02}"
    written = form.format(digits + scale)
    content = f"It came to {written} in all."
    (found,) = quantities_of(content, ENGLISH)
    assert (found.unit, found.value) == (MONEY[form], pytest.approx((whole + cents / 100) * SCALES[scale]))
    assert content[found.start : found.end] == written


PIECES = [
    *("$5", "million", "12", "percent", "half", "of", "one", "in", "ten", "two", "thirds", "to", "and", "more than"),
    *("less than", "tonnes", "a", "year", "doubled", "-", ",", "(", ")", "€", "3,4", "bn", "times", "or more"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from([" ", ""]))
def test_quantities_stand_in_order_and_apart(pieces: list[str], joint: str) -> None:
    content = joint.join(pieces)
    found = list(quantities_of(content, ENGLISH))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= q.start <= q.core[0] < q.core[1] <= q.end <= len(content) for q in found)


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_what_a_paragraph_says_does_not_hang_on_where_it_stands(pieces: list[str]) -> None:
    content = " ".join(pieces)
    before = "Nothing was said. " * 3 + "\n"
    moved = [(q.start - len(before), q.value, q.unit) for q in quantities_of(before + content, ENGLISH)]
    assert moved == [(q.start, q.value, q.unit) for q in quantities_of(content, ENGLISH)]


PLACES = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda ends: (min(ends), max(ends) + 1))


@given(st.lists(PLACES, max_size=6), PLACES)
def test_stretches_hold_and_meet_what_one_of_them_does(places: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    start, end = asked
    stretches = Stretches(places)
    assert stretches.hold(start, end) == any(a <= start and end <= b for a, b in places)
    assert stretches.meet(start, end) == any(a < end and start < b for a, b in places)
