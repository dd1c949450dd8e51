"""Figures."""

from collections.abc import Sequence

from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.claim import Date, Figure, Mention
from verbale.model.found import Found
from verbale.model.statement import Actor, Statement
from verbale.model.structure import Structure
from verbale.model.text import Text


def find_figures(
    text: Text,
    structure: Structure,
    parse: Parse,
    mentions: Sequence[Mention],
    dates: Found[Date],
    actors: Sequence[Actor],
    statements: Found[Statement],
    relation: Sequence[str],
    language: Language,
) -> Found[Figure]:
    return Found()
