"""Checks."""

from verbale.model.claim import Check, Figure
from verbale.model.found import Found
from verbale.model.statement import Statement
from verbale.model.structure import Structure
from verbale.model.text import Text


def find_checks(
    text: Text, structure: Structure, figures: Found[Figure], statements: Found[Statement]
) -> tuple[Check, ...]:
    return ()
