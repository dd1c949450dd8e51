"""A statement is what somebody is on record as having said, in their own words or reported."""

from dataclasses import dataclass
from typing import Literal

from verbale.model.span import Span

ActorKind = Literal["person", "organisation", "country", "bloc"]
StatementKind = Literal["direct", "mixed", "indirect", "block", "turn"]
Bound = Literal["person", "state", "organisation"]


@dataclass(frozen=True, slots=True)
class By:
    """What made a claim: the step, the rule within it, and the step's version."""

    step: str
    rule: str
    version: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who speaks or is spoken of: `name` is the fullest that the text gives; `role` its words for the office.

    `country` is the state, by ISO 3166-1 alpha-3, that the office serves; `aliases` are the other names and labels met.
    """

    id: str
    name: str
    kind: ActorKind
    role: str | None = None
    country: str | None = None
    mentions: tuple[Span, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Words and whose they are: `source` names the speaker in the text, `cue` is the word of saying.

    `joint` are the ids of those who say it together with the speaker.

    `bound` says who is bound by it, `act` what is done by saying it; `continues` is the id of the statement that this
    one goes on with, where a page or paragraph breaks it; `within` is the id of the statement whose words this one is
    part of: a fragment in marks within reported speech, or what somebody says that another said.
    """

    id: str
    span: Span
    kind: StatementKind
    by: By
    speaker: str | None = None
    joint: tuple[str, ...] = ()
    source: Span | None = None
    cue: Span | None = None
    bound: Bound | None = None
    addressee: str | None = None
    act: str | None = None
    continues: str | None = None
    within: str | None = None
