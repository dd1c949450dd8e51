"""A structure is how a text is built: its document, passages, sentences and exchanges of question and answer."""

from dataclasses import dataclass
from typing import Literal

from verbale.model.issue import Issue
from verbale.model.span import Span

Genre = Literal[
    "interview", "press_conference", "article", "speech", "readout", "joint_statement", "fact_sheet", "op_ed", "other"
]
PassageKind = Literal[
    "title", "byline", "heading", "narrative", "question", "answer", "turn", "quote_block", "note", "caption"
]
Part = Literal["interviewee", "interviewer", "speaker", "host", "author"]
Asks = Literal["yes_no", "quantity", "time", "place", "person", "list", "manner", "reason", "opinion", "status"]
Clarity = Literal["clear_reply", "ambivalent", "clear_non_reply"]
Technique = Literal[
    "explicit",
    "implicit",
    "general",
    "partial",
    "dodging",
    "deflection",
    "declining",
    "claims_ignorance",
    "clarification",
]


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part in the document, as `part`; `country` is an ISO 3166-1 alpha-3 code."""

    name: str
    part: Part
    role: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Lineage:
    """How the document came to be as it is: first published by whom, republished, translated, interpreted."""

    step: Literal["published", "republished", "translated", "interpreted"]
    by: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What a text says of itself: its title, authors, publisher, day of publication (ISO 8601 prefix) and genre."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    genre: Genre = "other"
    lineage: tuple[Lineage, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph's worth of text of one kind.

    `speaker` is the label as the text writes it ("MS. HALE", "GT") in the structure, and the actor's id in the record;
    `number` is that of the exchange which the passage belongs to.
    """

    id: str
    span: Span
    kind: PassageKind
    speaker: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One side of an exchange, without its label; it may run over several paragraphs."""

    span: Span
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class SubQuestion:
    """One of the things that a question asks, whether it is answered and how one can tell."""

    span: Span
    asks: Asks
    clarity: Clarity
    technique: Technique
    evidence: tuple[Span, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and what was said in reply; `number` counts from 1, or is the text's own number."""

    number: int
    question: Turn
    answer: Turn
    parts: tuple[SubQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Structure:
    """Passages stand in the order of the text without overlap; sentences are those of all passages, in order."""

    head: Head
    passages: tuple[Passage, ...]
    sentences: tuple[Span, ...]
    exchanges: tuple[Exchange, ...]
    issues: tuple[Issue, ...] = ()
