"""Mentions."""

from verbale.lang.pack import Language
from verbale.model.claim import Mention
from verbale.model.text import Text


def find_mentions(text: Text, language: Language) -> tuple[Mention, ...]:
    return ()
