"""Periods are stretches of days."""

import pytest

from verbale.archive.period import days, overlap

DAYS = [
    ("2021", ("2021-01-01", "2021-12-31")),
    ("2024-02", ("2024-02-01", "2024-02-29")),
    ("2024-02-05", ("2024-02-05", "2024-02-05")),
    ("2024-Q1", ("2024-01-01", "2024-03-31")),
    ("2023-H2", ("2023-07-01", "2023-12-31")),
    ("2013/2023", ("2013-01-01", "2023-12-31")),
    ("2024-01/2024-03", ("2024-01-01", "2024-03-31")),
    ("0000", ("0000-01-01", "0000-12-31")),
]


@pytest.mark.parametrize("period, expected", DAYS)
def test_a_period_has_a_first_and_a_last_day(period: str, expected: tuple[str, str]) -> None:
    assert days(period) == expected


@pytest.mark.parametrize(
    "period", ["", "21", "2021-13", "2024-Q5", "2023/2013", "last year", "2021/", "/2021", "20211"]
)
def test_what_is_not_a_period_has_no_days(period: str) -> None:
    assert days(period) is None


@pytest.mark.parametrize(
    "one, other, expected",
    [
        ("2021", "2021-03", True),
        ("2021", "2013/2023", True),
        ("2024-Q1", "2024-04", False),
        ("2021", "2022", False),
        ("2021-12-31", "2021-12", True),
        ("soon", "2021", False),
    ],
)
def test_periods_overlap_where_they_share_a_day(one: str, other: str, expected: bool) -> None:
    assert overlap(one, other) is overlap(other, one) is expected
