"""A sub-question is one of the things that a questioner asks within one turn."""

from collections.abc import Sequence

from verbale.claims.questions.asked import Asked, find_asked, find_implied
from verbale.claims.questions.reading import Reading, read_sentence
from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.span import Span
from verbale.model.text import Text

BEGINNING = 12  # characters by which a question that was begun again is known


def split(text: Text, question: Span, sentences: Sequence[Span], parse: Parse, language: Language) -> tuple[Asked, ...]:
    """The sub-questions of a turn, in order; statements of fact and courtesies between them are none.

    In a turn without any, the last sentence that states something is what is put to the other side.
    """
    found: list[Asked] = []
    announced = False
    readings = [read_sentence(text, sentence, parse, language) for sentence in sentences]
    for reading in readings:
        parts = list(find_asked(reading, announced))
        if parts and found and _is_dropped(found[-1], parts[0]):
            found.pop()
        found += parts
        announced = reading.announces or (announced and bool(parts))
    if not found:
        found = _implied(readings)
    return tuple(part for part in found if question.holds(part.span))


def _implied(readings: Sequence[Reading]) -> list[Asked]:
    """What the last sentence asks that has something in doubt or, where none has, the last that states something."""
    implied = [parts for reading in reversed(readings) if (parts := list(find_implied(reading)))]
    told = (parts for parts in implied if parts[0].how == "told")
    return next(told, implied[0] if implied else [])


def _is_dropped(part: Asked, after: Asked) -> bool:
    """Whether the part after takes its place: the question on a topic just named, or the same words begun again."""
    again = part.span.text[:BEGINNING].lower() == after.span.text[:BEGINNING].lower()
    return (part.how == "topic" and after.how == "put") or (again and part.how == "broken")
