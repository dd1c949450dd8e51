"""A home is the state whose own organ publishes a text: officials whose country nobody tells are its own there."""

from verbale.lang.pack import Language
from verbale.model.structure import Structure
from verbale.model.text import Text


def find_home(text: Text, structure: Structure, language: Language) -> str | None:
    """The state, by ISO 3166-1 alpha-3, that the publisher's name or the address the text stands at belongs to."""
    seats = language.rules("offices.seat")
    for words in (structure.head.publisher, *(value for _, value in text.metadata)):
        if match := seats.first(words or ""):
            return str(match["country"])
    return None
