"""Of when a figure is, and with what it is compared."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.claims.dates import find_dates
from verbale.lang.pack import load
from verbale.model.structure import Head, Passage, Structure
from verbale.model.text import Alignment, Run, Text

ENGLISH = load("en")


def dated(content: str, published: str) -> list[tuple[str, str]]:
    """The dates that the text's own step finds, as words and values."""
    text = Text(content, Alignment((Run(0, 0, len(content)),)))
    span = text.span(0, len(content))
    structure = Structure(Head(published=published), (Passage("p", span, "narrative"),), (span,), ())
    return [(date.span.text, date.value or "") for date in find_dates(text, structure, None, ENGLISH)]


def times(document: Any, content: str, published: str = "2024-05-03") -> list[tuple[str | None, str | None]]:
    found = document(content, dates=dated(content, published), published=published).figures()
    return [(f.period, f.base_period) for f in found]


PERIODS = [  # text of 3 May 2024, period and base of each figure, why
    ("In 2023, exports reached $3 million.", [("2023", None)], "a year"),
    ("Exports reached $3 million in 2022 and $4 million in 2023.", [("2022", None), ("2023", None)], "each its own"),
    ("Exports rose by 5 percent in 2023.", [("2023", "2022")], "a growth against the year before"),
    ("Exports fell by 5 percent from 2019 levels in 2023.", [("2023", "2019")], "levels of a year are a base"),
    ("Emissions will fall by 50 percent below 2005 levels by 2030.", [("2030", "2005")], "a target has no year before"),
    ("Between 2010 and 2023, costs fell by 80 percent.", [("2010/2023", None)], "several years have no year before"),
    ("Cases are down by 50 percent since March.", [("2024-03/2024-05", None)], "since then, not against a year before"),
    ("Since the opening of the port in 2021, it sold $3 million.", [("2021/2024", None)], "what it is the time of"),
    ("Peru will buy 5 million tons of it in each of 2025, 2026 and 2027.", [("2025/2027", None)], "a series"),
    ("Peru will invest $3 million by 2028.", [("2024/2028", None)], "it adds up until then"),
    ("Trade will reach $3 billion by 2028.", [("2028", None)], "it is reached then"),
    ("Peru plans to achieve 500 GW of power by 2030.", [("2030", None)], "achieved then"),
    ("Peru pledged $3 million over five years.", [("2024/2029", None)], "years over which it is spread"),
    ("Theft was down 12 percent from 2022 to 2023.", [("2023", "2022")], "the second of two years, against the first"),
    ("Under the Port Act of 1921, Peru levied $3 million.", [(None, None)], "a year in a name"),
    ("Today Peru announced $3 million for the port.", [(None, None)], "the day of a promise is not the sum's"),
    (
        "The fund has $3 million, and Peru plans to add $4 million by 2026.",
        [(None, None), ("2024/2026", None)],
        "another's",
    ),
    ("Peru will buy $3 million of grain and sell $4 million of fish, all by 2028.", [("2024/2028", None)] * 2, "both"),
    ("Peru gave $3 million, adding to the $10 million of 2019.", [(None, None), ("2019", None)], "the other's alone"),
]


@pytest.mark.parametrize("content, expected, why", PERIODS, ids=[entry[2] for entry in PERIODS])
def test_periods(document: Any, content: str, expected: list[Any], why: str) -> None:
    assert times(document, content) == expected, why


CARRIED = [  # two sentences or lines, the periods of their figures, why
    ("In 2023, trade reached $3 billion. Exports were $2 billion.", ["2023", "2023"], "statistics go on"),
    ("In 2023, Peru gave $3 million. Aid for the port was $2 million.", ["2023", None], "what is given once does not"),
    ("In 2023, trade reached $3 billion. Exports will reach $4 billion.", ["2023", None], "what is to come does not"),
    (
        "Trade will reach $3 billion by 2030. Exports were $2 billion.",
        ["2030", None],
        "what is so is not to come",
    ),
    ("From January to March, trade was brisk. Exports rose by 5 percent.", ["2024-01/2024-03"], "a span that opens"),
    ("From January to March, it rained. In 2022 it did not. Exports rose by 5 percent.", [None], "closed by another"),
    ("In 2023, trade reached $3 billion.\nExports were $2 billion.", ["2023", None], "closed by the paragraph"),
]


@pytest.mark.parametrize("content, expected, why", CARRIED, ids=[entry[2] for entry in CARRIED])
def test_a_period_is_carried_as_a_reader_carries_it(document: Any, content: str, expected: list[Any], why: str) -> None:
    assert [period for period, _ in times(document, content)] == expected, why


HOMES = [("2024-05-03", "2021/2024"), ("2021-06-11", "2021-01/2021-06"), ("2025-11-01", "2025-01/2025-11")]


@pytest.mark.parametrize("published, period", HOMES)
def test_since_an_office_was_taken_whose_calendar_is_known(document: Any, published: str, period: str) -> None:
    content = "Statement by the White House\nThe economy has added 300 jobs since the President took office."
    found = document(content, published=published, relation=("USA",), home="USA").figures()
    assert [f.period for f in found] == [period]
    assert [f.period for f in document(content, published=published, home="NOR").figures()] == [None]


def test_a_heading_s_span_of_time_holds_until_the_next(document: Any) -> None:
    content = "Spending in FY2023\nPeru bought $3 million of fish.\nPorts\nPeru bought $4 million of grain."
    figures = document(
        content, dates=[("FY2023", "2022-10/2023-09")], headings=(0, 2), published="2024-05-03"
    ).figures()
    assert [figure.period for figure in figures] == ["2022-10/2023-09", None]


def test_since_a_fiscal_year_lasts_to_the_text_s_own_date(document: Any) -> None:
    content = "Peru has given $3 million since FY2021."
    figures = document(content, dates=[("since FY2021", "2020-10/2021-09")], published="2024-05-03").figures()
    assert [figure.period for figure in figures] == ["2020-10/2024-05"]


def test_the_words_that_lead_a_list_in_lend_it_their_time(document: Any) -> None:
    content = "In 2023 Peru invested in ports, including:\n$3 million for Callao.\n$4 million for Ilo, in 2022."
    found = document(content, dates=dated(content, "2024-05-03"), items=(1, 2), published="2024-05-03").figures()
    assert [f.period for f in found] == ["2023", "2022"]


FLOWS = st.sampled_from(["exports", "imports"])
CHANGES = st.sampled_from([("rose", 1), ("fell", -1), ("grew", 1), ("declined", -1)])
AMOUNTS = st.integers(2, 90)


@settings(max_examples=30, deadline=None)
@given(st.integers(2001, 2022), FLOWS, CHANGES, AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_coordinated_figures_share_what_they_share(
    document: Any, year: int, flow: str, change: tuple[str, int], one: int, two: int, three: int, four: int
) -> None:
    """ "In 2020, exports rose 4 percent to $12 million and imports 3 percent to $9 million"."""
    other = "imports" if flow == "exports" else "exports"
    word, sign = change
    content = (
        f"In {year}, {flow} {word} {one} percent to ${two} million and {other} {three} percent to ${four} million."
    )
    found = document(content, dates=[(f"In {year}", str(year))], published="2023-05-03").figures()
    assert [f.measure for f in found] == ["growth", "level", "growth", "level"]
    assert [f.value for f in found] == [sign * one, two * 1e6, sign * three, four * 1e6]
    assert {f.period for f in found} == {str(year)}
    assert [f.base_period for f in found] == [str(year - 1), None] * 2
    assert {f.modality for f in found} == {"actual"}


@pytest.mark.parametrize("subject, years", list(product(["Peru", "Norway"], [("2021", "2022"), ("2019", "2020")])))
def test_each_of_two_figures_has_its_own_year(document: Any, subject: str, years: tuple[str, str]) -> None:
    content = f"{subject} sold $3 million in {years[0]} and $4 million in {years[1]}."
    assert [period for period, _ in times(document, content)] == list(years)
