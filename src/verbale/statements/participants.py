"""Participants."""

from collections.abc import Sequence

from verbale.lang.pack import Language
from verbale.model.claim import Mention
from verbale.model.statement import Actor
from verbale.model.structure import Participant, Structure
from verbale.model.text import Text


def find_participants(
    text: Text, structure: Structure, actors: Sequence[Actor], mentions: Sequence[Mention], language: Language
) -> tuple[Participant, ...]:
    return ()


def find_relation(
    text: Text, structure: Structure, participants: Sequence[Participant], mentions: Sequence[Mention]
) -> tuple[str, ...]:
    return ()
