"""Statements."""

from collections.abc import Sequence

from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.found import Found
from verbale.model.statement import Actor, Statement
from verbale.model.structure import Participant, Structure
from verbale.model.text import Text


def find_statements(
    text: Text,
    structure: Structure,
    parse: Parse,
    actors: Sequence[Actor],
    participants: Sequence[Participant],
    language: Language,
) -> Found[Statement]:
    return Found()
