"""A block is a paragraph that knows what it is: every passage of a text is one, in order and without overlap."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from verbale.model.identity import identify
from verbale.model.structure import Passage, PassageKind
from verbale.model.text import Text
from verbale.structure.exchanges import RawExchange
from verbale.structure.masthead import Kind, Masthead
from verbale.structure.paragraphs import Paragraph
from verbale.structure.replies import BlockReply
from verbale.structure.turns import RawTurn

_OF_MARKUP: tuple[Literal["title", "heading", "note", "caption", "quote_block"], ...] = (
    "title",
    "heading",
    "note",
    "caption",
    "quote_block",
)
_OF_MASTHEAD: dict[Kind, PassageKind] = {"title": "title", "section": "heading"}  # all other lines are the byline's


_LONGEST_HEADING = 120  # characters of a line in bold type
_TURN: tuple[PassageKind, None] = ("turn", None)


@dataclass(frozen=True, slots=True)
class Block:
    """text[start:end] of one kind; `speaker` and `number` as in a passage."""

    start: int
    end: int
    kind: PassageKind
    speaker: str | None = None
    number: int | None = None


def find_passages(
    text: Text,
    paragraphs: Sequence[Paragraph],
    masthead: Masthead,
    turns: Sequence[RawTurn],
    exchanges: Sequence[tuple[int, RawExchange]],
    replies: Sequence[BlockReply],
) -> tuple[Passage, ...]:
    """The passages of a text: each paragraph as what turns, replies, masthead and markup make of it."""
    spoken = _of_turns(turns, exchanges) | _of_replies(paragraphs, replies)
    lines = dict(masthead.lines)
    passages = []
    for i, paragraph in enumerate(paragraphs):
        block = spoken.get(i) or Block(paragraph.start, paragraph.end, _kind(paragraph, lines.get(i)))
        if any(char.isalnum() for char in text.content[block.start : block.end]):
            span = text.span(block.start, block.end)
            id = identify("passage", block.kind, span.start, span.text)
            passages.append(Passage(id, span, block.kind, block.speaker, block.number))
    return tuple(passages)


def _kind(paragraph: Paragraph, line: Kind | None) -> PassageKind:
    """What a paragraph is that nobody speaks: a line of the masthead, or what the markup says."""
    if line is not None:
        return _OF_MASTHEAD.get(line, "byline")
    for kind in _OF_MARKUP:
        if paragraph.is_a(kind):
            return kind
    if paragraph.is_a("strong") and len(paragraph.words) <= _LONGEST_HEADING and paragraph.words[-1] not in ".?!":
        return "heading"
    return "byline" if paragraph.is_a("meta") else "narrative"


def _of_turns(turns: Sequence[RawTurn], exchanges: Sequence[tuple[int, RawExchange]]) -> dict[int, Block]:
    """The blocks of the turns by paragraph: those of an exchange are its question and its answer."""
    roles: dict[int, tuple[PassageKind, int]] = {}
    for number, exchange in exchanges:
        roles |= {piece.paragraph: ("question", number) for piece in exchange.question.pieces}
        roles |= {
            piece.paragraph: ("answer", number)
            for turn in exchange.reply
            for piece in turn.pieces
            if turn.role not in ("asks", None)
        }
    return dict(_spoken(turns, roles))


def _spoken(turns: Sequence[RawTurn], roles: Mapping[int, tuple[PassageKind, int]]) -> Iterator[tuple[int, Block]]:
    for turn in turns:
        for piece in turn.pieces:
            kind, number = roles.get(piece.paragraph, _TURN)
            yield piece.paragraph, Block(piece.start, piece.end, kind, turn.label, number)


def _of_replies(paragraphs: Sequence[Paragraph], replies: Sequence[BlockReply]) -> dict[int, Block]:
    return {
        i: Block(paragraphs[i].start, paragraphs[i].end, "quote_block", reply.speaker)
        for reply in replies
        for i in range(reply.first, reply.last + 1)
    }
