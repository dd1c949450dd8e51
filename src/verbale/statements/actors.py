"""Actors."""

from collections.abc import Sequence

from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.claim import Mention
from verbale.model.statement import Actor
from verbale.model.structure import Structure
from verbale.model.text import Text


def find_actors(
    text: Text, structure: Structure, parse: Parse, mentions: Sequence[Mention], language: Language
) -> tuple[Actor, ...]:
    return ()
