"""A date is an expression of calendar time in a text, placed on the calendar by the text itself."""

from verbale.claims.dates.find import find_dates

__all__ = ["find_dates"]
