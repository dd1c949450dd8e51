"""A period is a stretch of days written as an ISO 8601 prefix, a quarter, a half, or an interval of two of them."""

import re
from calendar import monthrange
from functools import lru_cache

_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12])")
_MONTHS = {"Q": 3, "H": 6}
_PREFIX = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@lru_cache(maxsize=1 << 14)  # an archive's figures are of few periods
def days(period: str) -> tuple[str, str] | None:
    """The first and the last day of a period as ISO dates, or None if it is not a period.

    `2021` is 2021-01-01 to 2021-12-31, `2024-Q1` is January to March, `2013/2023` is eleven years.
    """
    first, slash, last = period.partition("/")
    begins, ends = _bounds(first), _bounds(last if slash else first)
    return (begins[0], ends[1]) if begins and ends and begins[0] <= ends[1] else None


def overlap(one: str, other: str) -> bool:
    """Whether two periods share a day; what is not a period shares none."""
    a, b = days(one), days(other)
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def _bounds(prefix: str) -> tuple[str, str] | None:
    if part := _PART.fullmatch(prefix):
        months = _MONTHS[part[2][0]]
        last = months * int(part[2][1])
        return f"{part[1]}-{last - months + 1:02}-01", _last_day(part[1], last)
    found = _PREFIX.fullmatch(prefix[:10])
    if not found:
        return None
    year, month, day = found.groups()
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12:
        return None
    return (prefix[:10], prefix[:10]) if day else (f"{year}-{month}-01", _last_day(year, int(month)))


def _last_day(year: str, month: int) -> str:
    return f"{year}-{month:02}-{monthrange(int(year) or 4, month)[1]}"
