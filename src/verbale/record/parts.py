"""Parts are told behind their whole in one sentence: "$10 billion, of which $6 billion is timber"."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from verbale.lang.pack import Language
from verbale.record.outcome import Outcome
from verbale.record.stated import Stated
from verbale.record.sum import added

REACH = 80  # characters between a whole and the words that lead to its parts
ENDS = ".;:–—)"  # marks behind which no part follows


def check_parts(text: str, language: Language, stated: Sequence[Stated]) -> Iterator[Outcome]:
    """An outcome for every whole whose parts follow it in its sentence."""
    for _, sentence in groupby(stated, key=lambda one: (one.document, one.place)):
        figures = [one for one in sentence if one.figure.measure == "level"]
        for at, whole in enumerate(figures[:-1]):
            parts = list(_parts(text, language, whole, figures[at + 1 :]))
            if parts:
                yield from added(whole, parts, whole=False)


def _parts(text: str, language: Language, whole: Stated, following: Sequence[Stated]) -> Iterator[Stated]:
    """The figures behind the words that lead to parts, for as long as they are in the unit of the whole."""
    figure = whole.figure
    gap = text[figure.span.end : following[0].figure.span.start]
    lead = language.rules("checks.of_which").first(gap)
    if lead is None or lead.start > REACH:
        return
    end = figure.span.end
    for part in following:
        joined = not any(mark in ENDS for mark in text[end : part.figure.span.start])
        same = part.figure.unit == figure.unit and part.per == whole.per and part.figure.modality == figure.modality
        if not (joined and same) or part.figure.period not in (None, figure.period):
            return
        yield part
        end = part.figure.span.end
