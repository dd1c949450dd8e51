"""A check is what one can reckon from a text alone: its rates of growth, and the two sides' figures for one flow."""

from verbale.model.claim import Check, Figure
from verbale.model.found import Found
from verbale.model.statement import Statement
from verbale.model.structure import Structure
from verbale.model.text import Text
from verbale.record.growth import check_growth
from verbale.record.mirror import check_mirrors
from verbale.record.repetition import check_repetitions


def find_checks(
    text: Text, structure: Structure, figures: Found[Figure], statements: Found[Statement]
) -> tuple[Check, ...]:
    """Every check of the text, in the order of the words they compare."""
    found = (
        *check_growth(figures.values, structure.sentences),
        *check_mirrors(figures.values),
        *check_repetitions(figures.values),
    )
    return tuple(sorted(found, key=lambda check: (check.spans, check.kind)))
