"""What is asked is the words of one sub-question, from its first to its last, and the kind of thing they ask for."""

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.claims.questions.beginning import Beginning, How, find_beginning, find_unmarked
from verbale.claims.questions.joint import find_joints
from verbale.claims.questions.reading import CLOSING, CONTENT, DASHES, MARKS, QUOTES, Reading
from verbale.model.span import Span
from verbale.model.structure import Asks

BROKEN_OFF = 4  # words after which a dash breaks off nothing that could be answered


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of one sub-question, what they ask for, and how (see `Beginning`)."""

    span: Span
    asks: Asks
    how: How


def find_asked(reading: Reading, announced: bool) -> Iterator[Asked]:
    """The sub-questions of a sentence; a fragment is one only after questions were `announced`."""
    beginning = None if reading.is_hollow else find_beginning(reading, announced)
    if beginning is not None:
        yield from _parts(reading, beginning)


def find_implied(reading: Reading) -> Iterator[Asked]:
    """What a sentence asks that neither puts a question nor tells one."""
    beginning = None if reading.is_hollow else find_unmarked(reading)
    if beginning is not None:
        yield from _parts(reading, beginning)


def _parts(reading: Reading, beginning: Beginning) -> Iterator[Asked]:
    cuts = [beginning.start, *find_joints(reading, beginning)]
    for first, last in zip(cuts, [*cuts[1:], reading.span.end], strict=True):
        start = reading.bare(first)
        end = _ending(reading, start, last, whole=last == reading.span.end and reading.put)
        how = "put" if beginning.how == "bare" and first != cuts[0] else beginning.how
        if _says_something(reading, start, end):
            yield Asked(reading.text.span(start, end), _asks(reading, start, end, how), how)


def _says_something(reading: Reading, start: int, end: int) -> bool:
    """Whether the words ask more than a beginning that was broken off: "Is that —"."""
    tokens = reading.tokens(start, end)
    if not reading.put and reading.span.text.rstrip().endswith(DASHES):
        return len(tokens) > BROKEN_OFF
    asks = reading.put and reading.text.content[end - 1 : end] in MARKS
    return any(token.pos in CONTENT for token in tokens) or asks


def _ending(reading: Reading, start: int, end: int, whole: bool) -> int:
    """Without what trails off: joints, interjections and, unless the `whole` sentence asks, its last mark."""
    content = reading.text.content
    if whole:
        while end > start and content[end - 1] not in MARKS:
            end -= 1
        return end
    for token in reversed(reading.tokens(start, end)):
        if token.pos not in ("CCONJ", "INTJ", "SPACE", "PUNCT") or content[token.start : end] in QUOTES:
            break
        end = token.start
    while end > start and content[end - 1] in CLOSING + ".":
        end -= 1
    return end


def _asks(reading: Reading, start: int, end: int, how: How) -> Asks:
    """What is asked for, by the words that open it; on a topic a view, of a bare statement whether it is so."""
    if how == "bare":
        return "yes_no"
    told = how in ("told", "topic")
    places = [start] if told else []
    for opener in (o for o in reading.openers if start <= o.start < end):
        places += [opener.start, opener.word]
    rules = reading.language.rules("questions.asks")
    match = next((m for at in (places or [start]) if (m := rules.at(reading.text.content, at, end))), None)
    asks: Asks = match["asks"] if match else "opinion" if told else "yes_no"
    return asks
