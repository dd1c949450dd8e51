"""The now of a text is what its relative dates are counted from: its own date, and the last period that it named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from verbale.claims.dates.periods import first_day

PRECISION = {4: "year", 7: "month", 10: "day"}  # by the length of an ISO 8601 prefix
FINER = {"year": {"year", "decade", "century"}, "month": {"month", "quarter", "year", "decade", "century"}}
LONG_PAST = 8  # months: "in June" is the June before, unless it would lie longer ago than this
JUST_PAST = 3  # months: the same where the sentence looks ahead
NEAR_YEARS = 1  # how far from the document's year a year given to the same month elsewhere settles the others


Side = Literal["past", "future"]
SIDES: tuple[Side, ...] = ("past", "future")


class Unsettled(Exception):
    """What a date would need to be resolved, and the text does not say."""


@dataclass(frozen=True, slots=True)
class Now:
    """Where in time a place in a text stands.

    `published` is the document's ISO date, `latest` the last period named before, `sentence` the last one named before
    in the same sentence; `known` are the years that the text gives to months by name, `side` whether the words
    nearby speak of what has been or of what will be; `fiscal` is how the state whose own text it is counts its fiscal
    years: the month in which they begin, and whether they are named by the year in which they end.
    """

    published: str | None = None
    latest: str | None = None
    sentence: str | None = None
    known: Mapping[int, Sequence[int]] | None = None
    side: Side | None = None
    fiscal: Mapping[str, int] | None = None

    @property
    def ahead(self) -> bool:
        """Whether the words nearby speak of what will be."""
        return self.side == "future"

    def day(self, unit: str = "day") -> date:
        """A day within the document's own unit of time: its date, or the first of its month or year.

        Raises:
            Unsettled: the document's date is not known, or not to that unit.
        """
        if self.published is None:
            raise Unsettled("the document gives no date of its own to count from")
        precision = PRECISION[len(self.published)]
        if unit not in FINER.get(precision, {unit}):
            raise Unsettled(f"the document's own date is known to the {precision} only")
        return first_day(self.published)

    @property
    def year(self) -> int:
        """The document's year."""
        return self.day("year").year

    def reference(self) -> str:
        """The last period that the text named, or else the document's own date.

        Raises:
            Unsettled: there is neither.
        """
        return self.latest or self.day("year").isoformat()

    def year_of_month(self, month: int) -> int:
        """The year of a month named alone: the one the text gives it elsewhere, or else the nearest that fits."""
        near = [year for year in (self.known or {}).get(month, ()) if self._near(year)]
        if near:
            return near[-1]
        today = self.day("month")
        since = (today.month - month) % 12
        if since <= {"future": JUST_PAST, "past": 12, None: LONG_PAST}[self.side]:
            return today.year - (month > today.month)
        return today.year + (month < today.month)

    def _near(self, year: int) -> bool:
        return self.published is None or abs(year - self.year) <= NEAR_YEARS

    def year_of_day(self, month: int, day: int) -> int:
        """The year of a day named without one.

        Raises:
            ValueError: there is no such day.
        """
        if self.published is None or len(self.published) < 10 or month != self.day().month:
            return self.year_of_month(month)
        date(2000, month, day)
        return self.year
