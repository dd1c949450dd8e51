"""An exchange is a question that asks something with what was said in reply to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbale.lang.pack import Language
from verbale.structure.turns import LAST_WORDS, Piece, RawTurn, asks, parts, says_something, spoken

_LEAST_WORDS = 4  # an asker's turn that has fewer, courtesies apart, and does not ask, asks nothing
_DASHES = "-–—"
_SHORT = 90  # characters: the longest call for the next question


@dataclass(frozen=True, slots=True)
class RawExchange:
    """A question and the turns in reply to it, the last of them without the call for the next question."""

    question: RawTurn
    reply: tuple[RawTurn, ...]


def pair(turns: Sequence[RawTurn], language: Language) -> list[RawExchange]:
    """Each asker's turn that asks something, with the replies up to the next.

    Thanks or a greeting from the asker's side end an exchange; a mere "right" or an interruption does not.
    """
    exchanges: list[RawExchange] = []
    question: RawTurn | None = None
    reply: list[RawTurn] = []
    for turn in turns:
        asking = turn.role == "asks" and is_question(turn, language)
        if asking or (turn.role == "asks" and parts(turn.words, language)):
            exchanges += _exchange(question, reply, language)
            question, reply = turn if asking else None, []
        elif question:
            reply.append(turn)
    return exchanges + _exchange(question, reply, language)


def is_question(turn: RawTurn, language: Language) -> bool:
    """Whether an asker's turn asks something, rather than thanks, greets, assents or breaks off."""
    said = turn.words[-LAST_WORDS:] if turn.guessed else turn.words
    if turn.number is not None or asks(said, language):
        return says_something(turn.words, language)
    broken_off = turn.words.rstrip()[-1:] in _DASHES
    return not (broken_off or turn.guessed) and says_something(turn.words, language, _LEAST_WORDS)


def _exchange(question: RawTurn | None, reply: Sequence[RawTurn], language: Language) -> list[RawExchange]:
    """The exchange, unless nobody replied: moderators and closing courtesies are no part of a reply."""
    if question is None:
        return []
    kept = list(reply)
    while kept and not _replies(kept[0]):
        kept.pop(0)
    while kept and (not _replies(kept[-1]) or (len(kept) > 1 and _is_aside(kept[-1], language))):
        kept.pop()
    return [RawExchange(question, (*kept[:-1], _without_call(kept[-1], language)))] if kept else []


def _replies(turn: RawTurn) -> bool:
    """Whether a turn is a reply in words: not the moderator's, nor a stage direction alone."""
    return turn.role == "replies" and bool(spoken(turn.words).strip())


def _is_aside(turn: RawTurn, language: Language) -> bool:
    """Whether a turn is a courtesy or a call for the next question, and nothing else."""
    return len(turn.pieces) == 1 and _gives_floor(turn.pieces[0], language)


def _without_call(turn: RawTurn, language: Language) -> RawTurn:
    """The turn without a last paragraph that gives the floor to the next questioner."""
    pieces = list(turn.pieces)
    while len(pieces) > 1 and _gives_floor(pieces[-1], language):
        pieces.pop()
    return replace(turn, pieces=tuple(pieces))


def _gives_floor(piece: Piece, language: Language) -> bool:
    words = piece.words.strip()
    if len(words) > _SHORT:
        return False
    return language.rules("turns.call_outs").at(words, 0) is not None or not says_something(words, language, 2)
