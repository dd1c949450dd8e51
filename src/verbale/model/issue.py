"""An issue is what could not be read, placed or reconciled, said to the user where it happened."""

from dataclasses import dataclass
from typing import Literal

from verbale.model.span import Span

Trouble = Literal[
    "encoding",  # bytes were decoded by evidence, or some could not be decoded
    "left_out",  # page furniture that is not part of the text
    "language",  # no language pack, or a mixed text
    "layout",  # marks that do not balance, headings out of order, turns without a speaker
    "date",  # a date that cannot be resolved
    "figure",  # a number whose unit or meaning is open
    "speaker",  # a statement whose speaker is not known
    "metadata",  # no date, no title
]


@dataclass(frozen=True, slots=True)
class Issue:
    """`what` kind of trouble stands at `span` (empty where it concerns the whole text) and, in a sentence, `why`."""

    span: Span
    what: Trouble
    why: str
