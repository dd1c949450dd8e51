"""What is wanted of an archive: the findings that a question is about."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, or_

from verbale.archive.period import overlap
from verbale.model.claim import Figure


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


def _about(table: Table, code: str) -> ColumnElement[bool]:
    return or_(
        table.c.origin == code,
        table.c.destination == code,
        table.c.parties.contains(f'"{code}"', autoescape=True),
    )
