"""What is wanted of an archive: the findings that a question is about."""

from dataclasses import dataclass
from itertools import permutations

from sqlalchemy import ColumnElement, Table, and_, or_

from verbale.archive.period import overlap
from verbale.model.claim import Figure
from verbale.model.reference import Observation

WORLD = "WLD"


@dataclass(frozen=True, slots=True)
class WantedFigures:
    """Figures about both countries of a `relation`, of an `indicator`, of a time that meets `period`, by a `reporter`.

    A figure is about two countries when they are its parties, or its origin and destination, either way round.
    """

    relation: tuple[str, str] | None = None
    indicator: str | None = None
    period: str | None = None
    reporter: str | None = None

    def conditions(self, table: Table) -> list[ColumnElement[bool]]:
        """What the database can tell of it."""
        named = {table.c.indicator: self.indicator, table.c.reporter: self.reporter}
        return [
            *(_about(table, code) for code in self.relation or ()),
            *(column == name for column, name in named.items() if name),
        ]

    def accepts(self, figure: Figure) -> bool:
        """What is left to tell from the figure itself."""
        return self.period is None or (figure.period is not None and overlap(figure.period, self.period))


@dataclass(frozen=True, slots=True)
class WantedSeries:
    """Official series of an `indicator` about the countries of a `relation`, of a time that meets `period`.

    Those of a pair are the flows between the two; those of one country alone what it reports of itself and of its
    flows to and from the world.
    """

    relation: tuple[str, ...] | None = None
    indicator: str | None = None
    period: str | None = None

    def conditions(self, table: Table) -> list[ColumnElement[bool]]:
        """What the database can tell of it."""
        flows = [and_(table.c.origin == origin, table.c.destination == other) for origin, other in self._flows()]
        return [*([or_(*flows)] if flows else []), *([table.c.indicator == self.indicator] if self.indicator else [])]

    def _flows(self) -> list[tuple[str, str | None]]:
        """From where to where."""
        match self.relation:
            case None:
                return []
            case (one,):
                return [(one, None), (one, WORLD), (WORLD, one)]
        return list(permutations(self.relation, 2))

    def accepts(self, observation: Observation) -> bool:
        """What is left to tell from the observation itself."""
        return self.period is None or overlap(observation.period, self.period)


def _about(table: Table, code: str) -> ColumnElement[bool]:
    return or_(
        table.c.origin == code,
        table.c.destination == code,
        table.c.parties.contains(f'"{code}"', autoescape=True),
    )
