"""What was said is the words of a text that somebody is on record with: statements, and what stands within marks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale.model.span import Span
from verbale.model.statement import Statement
from verbale.model.structure import Passage
from verbale.record.alignment import Original
from verbale.record.words import Word, words_of
from verbale.statements.marks import read_marks

HEADS = frozenset({"title", "heading", "caption", "byline"})  # kinds of passage that repeat what the text says
_LONGEST_TITLE = 200  # characters


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words said by `voice`, the id of an actor, in the passage of that number.

    `stated` says that they are a statement, not merely words within marks.
    """

    span: Span
    voice: str | None
    passage: int
    stated: bool


def heads_of(passages: Sequence[Passage]) -> list[Passage]:
    """The passages that announce what the text says: titles, decks, headings, captions."""
    untitled = bool(passages) and passages[0].kind == "narrative" and all(p.kind != "title" for p in passages)
    return [
        passage
        for number, passage in enumerate(passages)
        if passage.kind in HEADS
        or (untitled and number == 0 and len(passage.span.text) <= _LONGEST_TITLE)
        or _is_deck(number, passages)
    ]


def _is_deck(number: int, passages: Sequence[Passage]) -> bool:
    """Whether a passage stands between the title and the byline."""
    around = (passages[number - 1].kind, passages[number + 1].kind) if 0 < number < len(passages) - 1 else None
    return passages[number].kind == "narrative" and around == ("title", "byline")


def quoted_in(content: str, passages: Iterable[Passage]) -> Iterator[Span]:
    """What stands within marks in the passages; a quotation left open at the end of one gives none."""
    for passage in passages:
        for one in read_marks(content, passage.span.start, passage.span.end).quoted:
            if not one.open:
                yield Span(one.start, one.end, content[one.start : one.end])


def said_in(content: str, passages: Sequence[Passage], statements: Sequence[Statement]) -> list[Stretch]:
    """The stretches that somebody said in these passages, the outermost ones, in the order of the text."""
    stated = [(s.span, s.speaker, True) for s in statements if s.kind != "indirect"]
    marked = [(span, None, False) for span in quoted_in(content, (p for p in passages if p.kind == "narrative"))]
    found: list[Stretch] = []
    number = 0
    for span, voice, is_stated in sorted([*stated, *marked], key=lambda s: (s[0].start, -s[0].end, not s[2])):
        while number < len(passages) and passages[number].span.end <= span.start:
            number += 1
        here = number < len(passages) and passages[number].span.holds(span)
        if here and not (found and found[-1].span.meets(span)):
            found.append(Stretch(span, voice, number, is_stated))
    return found


def original_of(content: str, stretches: Sequence[Stretch]) -> Original:
    """The words of the stretches; what one voice says in one passage goes on over the writer's words between."""
    words: list[Word] = []
    apart: set[int] = set()
    breaks: set[int] = set()
    before: Stretch | None = None
    for stretch in stretches:
        if before:
            goes_on = before.passage == stretch.passage and before.voice == stretch.voice
            (apart if goes_on else breaks).add(len(words))
        words += words_of(content, stretch.span.start, stretch.span.end)
        before = stretch
    return Original.of(words, content, frozenset(apart), frozenset(breaks))
