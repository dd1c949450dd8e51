"""A sub-question is one of the things that a questioner asks within one turn."""

from collections.abc import Sequence

from verbale.claims.questions.reading import Asked, Reading
from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.span import Span
from verbale.model.text import Text

BEGINNING = 12  # characters by which a question that was begun again is known


def split(text: Text, question: Span, sentences: Sequence[Span], parse: Parse, language: Language) -> tuple[Asked, ...]:
    """The sub-questions of a turn, in order; statements of fact and courtesies between them are none."""
    found: list[Asked] = []
    announced = False
    for sentence in sentences:
        reading = Reading(text, sentence, parse, language)
        parts = list(reading.parts(announced))
        if parts and found and _is_dropped(found[-1], parts[0]):
            found.pop()
        found += parts
        announced = reading.announces or (announced and bool(parts))
    return tuple(part for part in found if question.holds(part.span))


def _is_dropped(part: Asked, after: Asked) -> bool:
    """Whether the part after takes its place: the question on a topic just named, or the same words begun again."""
    again = part.span.text[:BEGINNING].lower() == after.span.text[:BEGINNING].lower()
    return (part.how == "topic" and after.how == "put") or (again and part.how == "broken")
