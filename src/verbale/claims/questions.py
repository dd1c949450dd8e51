"""Questions."""

from collections.abc import Sequence

from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.claim import Date, Figure, Mention
from verbale.model.found import Found
from verbale.model.structure import Exchange, Structure
from verbale.model.text import Text


def find_questions(
    text: Text,
    structure: Structure,
    parse: Parse,
    mentions: Sequence[Mention],
    dates: Found[Date],
    figures: Found[Figure],
    language: Language,
) -> tuple[Exchange, ...]:
    return structure.exchanges
