"""A period is a stretch of the calendar as ISO 8601 writes it, with the precision that it has.

A day "2024-05-07", a month "2023-03", a quarter "2024-Q1", a year "2017", or an interval of two of these, both ends
included ("2024-01/2024-03").
"""

from calendar import monthrange
from datetime import date, timedelta

MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}  # in a unit
DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


def at(day: date, unit: str) -> str:
    """The period of a unit of the calendar that the day lies in; a weekend is that of the day's week.

    Raises:
        ValueError: the period is not one of the years 1 to 9999.
    """
    if unit == "day":
        return day.isoformat()
    if unit in DAYS:
        monday = day - timedelta(day.weekday())
        return interval((monday + timedelta(5 if unit == "weekend" else 0)).isoformat(), _day_after(monday, 6))
    if unit == "month":
        return month(day.year, day.month)
    if unit == "quarter":
        return quarter(day.year, (day.month + 2) // 3)
    if unit == "year":
        return year(day.year)
    begins = day.year - day.year % 10 if unit == "decade" else day.year - (day.year - 1) % 100
    return interval(year(begins), year(begins + (9 if unit == "decade" else 99)))


def moved(day: date, unit: str, count: float) -> date:
    """The day that many units later (earlier where `count` is negative), or the last of its month if there is none.

    Raises:
        ValueError, OverflowError: there is no such day.
    """
    if unit in DAYS:
        return day + timedelta(round(DAYS[unit] * count))
    months = day.year * 12 + day.month - 1 + round(MONTHS[unit] * count)
    last = monthrange(months // 12, months % 12 + 1)[1]
    return date(months // 12, months % 12 + 1, min(day.day, last))


def year(number: int) -> str:
    """A year.

    Raises:
        ValueError: ISO 8601 has no such year of four digits.
    """
    if not 1 <= number <= 9999:
        raise ValueError(f"there is no year {number}")
    return f"{number:04}"


def month(of: int, number: int) -> str:
    """A month of a year."""
    return f"{year(of)}-{number:02}"


def quarter(of: int, number: int) -> str:
    """A quarter of a year."""
    return f"{year(of)}-Q{number}"


def months(of: int, first: int, last: int, until: int | None = None) -> str:
    """The months from `first` to `last`, the latter of the year `until` where it is another one."""
    return interval(month(of, first), month(of if until is None else until, last))


def interval(first: str, last: str) -> str:
    """From the one period to the other; the period itself where they are the same."""
    return first if first == last else f"{first}/{last}"


def first_day(period: str) -> date:
    """The day that a period begins with."""
    part = period.partition("/")[0]
    if part[5:6] == "Q":
        return date(int(part[:4]), int(part[6]) * 3 - 2, 1)
    numbers = [int(number) for number in part.split("-")]
    return date(*[*numbers, 1, 1][:3])


def last_day(period: str) -> date:
    """The day that a period ends with."""
    part = period.rpartition("/")[2]
    if len(part) == 10:
        return date.fromisoformat(part)
    months = {4: 12, 7: 3 if "Q" in part else 1}[len(part)]
    return moved(first_day(part), "month", months) - timedelta(1)


def in_year(period: str, number: int) -> str:
    """The same period of another year; an interval keeps its length."""
    shift = number - first_day(period).year
    parts = [_shifted(part, shift) for part in period.split("/")]
    return interval(parts[0], parts[-1])


def _shifted(period: str, years: int) -> str:
    if len(period) == len("2024-02-29"):
        return moved(first_day(period), "year", years).isoformat()
    return year(int(period[:4]) + years) + period[4:]


def _day_after(day: date, count: int) -> str:
    return (day + timedelta(count)).isoformat()
