"""A likeness is how much quoted words must have in common with others to have been taken from them."""

from dataclasses import dataclass

from verbale.record.collation import Collation


@dataclass(frozen=True, slots=True)
class Likeness:
    """There are `least` quoted words. If they are not faithful, `held` of them and a `share` of all still stand in the
    original, a `run` of them in a row, and for each of those it has at the most so many `others` that are not quoted.
    """

    least: int
    held: int
    share: float
    run: int
    others: float

    def holds(self, found: Collation) -> bool:
        """Whether the quoted words were taken from the original, faithfully or not."""
        if found.of < self.least:
            return False
        if found.is_faithful and found.same == found.of:
            return found.run >= min(2, found.of)
        near = found.silent <= self.others * found.same
        return near and found.same >= max(self.held, self.share * found.of) and found.run >= min(self.run, found.of - 1)
