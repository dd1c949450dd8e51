"""Calendar dates are found where they stand, with the value that they have."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.lang.calendar import calendar_dates
from verbale.lang.pack import load

WRITTEN = [
    ("The envoys met on May 18, 2022 in Lima.", "May 18, 2022", "2022-05-18"),
    ("Sat, February 3, 2024 - 10:12", "Sat, February 3, 2024", "2024-02-03"),
    ("PUBLISHED : 25 Mar 2024 at 04:00", "25 Mar 2024", "2024-03-25"),
    ("signed on the 7th of May 2024", "the 7th of May 2024", "2024-05-07"),
    ("date: 2024-05-07", "2024-05-07", "2024-05-07"),
    ("URL: https://example.org/2023/09/08/visit", "2023/09/08", "2023-09-08"),
    ("Stand: 07.05.2024", "07.05.2024", "2024-05-07"),
    ("Since Jan. 24, 2022 both have gained.", "Jan. 24, 2022", "2022-01-24"),
    ("a pact of March 2023", "March 2023", "2023-03"),
    ("Updated 05/07/2024", "05/07/2024", "2024-05-07"),  # English: the month first
    ("Updated 25/07/2024", "25/07/2024", "2024-07-25"),  # there is no month 25
]


@pytest.mark.parametrize("content, words, value", WRITTEN)
def test_a_date_written_in_full(content: str, words: str, value: str) -> None:
    start = content.index(words)
    assert list(calendar_dates(content, load("en"))) == [(start, start + len(words), value)]


@pytest.mark.parametrize(
    "content",
    [
        "In March 3, 20,000 people left.",
        "They may 2 or 3 times a year meet.",
        "February 30, 2024",
        "paragraph 2024-2025",
        "It may be 2022 that counts.",
        "12 May\n2024 Budget",
    ],
)
def test_what_is_no_full_date(content: str) -> None:
    assert not list(calendar_dates(content, load("en")))


def test_the_order_of_day_and_month_stays_open_where_the_language_does_not_settle_it() -> None:
    assert not list(calendar_dates("05/07/2024", load("und")))
    assert [value for *_, value in calendar_dates("25/07/2024, 05/05/2024", load("und"))] == [
        "2024-07-25",
        "2024-05-05",
    ]


def test_only_the_stretch_asked_for_is_searched() -> None:
    content = "May 1, 2020. May 2, 2021. May 3, 2022."
    assert [value for *_, value in calendar_dates(content, load("en"), 12, 26)] == ["2021-05-02"]


@given(
    st.dates(date(1800, 1, 1), date(2199, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%d %b %Y", "%A, %B %d, %Y", "%Y-%m-%d"]),
)
def test_every_day_reads_back(day: date, form: str) -> None:
    words = day.strftime(form)
    assert list(calendar_dates(f"It began ({words}).", load("en"))) == [(10, 10 + len(words), day.isoformat())]
