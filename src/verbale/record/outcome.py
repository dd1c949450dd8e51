"""An outcome is what holding figures against each other comes to, wherever they stand."""

from dataclasses import dataclass

from verbale.model.claim import CheckKind, Verdict
from verbale.model.statement import By
from verbale.record.stated import Stated

VERSION = "2"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on some stated figures, why, and the sum written out; the fields are those of `Check`."""

    kind: CheckKind
    sides: tuple[Stated, ...]
    verdict: Verdict
    why: str
    given: str | None = None
    computed: float | None = None
    working: str | None = None
    causes: tuple[str, ...] = ()

    @property
    def by(self) -> By:
        """What made it."""
        return By("checks", self.kind, VERSION)

    @property
    def main(self) -> Stated:
        """The figure that is judged, which says what and when."""
        return self.sides[0]
