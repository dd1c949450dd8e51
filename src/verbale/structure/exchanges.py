"""An exchange is a question that asks something with what was said in reply to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbale.lang.pack import Language
from verbale.structure.floor import bids, closes, gives_floor, is_prompt, opens_floor
from verbale.structure.paragraphs import QUESTION_MARKS
from verbale.structure.sentences import split_sentences
from verbale.structure.turns import RawTurn
from verbale.structure.utterance import LAST_WORDS, asks, parts, says_something, spoken, weight

_LEAST_WORDS = 4  # an asker's turn that has fewer, courtesies and names apart, and does not ask, asks nothing
_LEAST_OF_MODERATOR = 8  # words of a moderator's own question
_LEAST_AFTER_THANKS = 8  # words that go on with a reply after the asker's thanks
_BRIEF = 200  # characters: what is said between a moderator's call and the next question
_DASHES = "-–—"


@dataclass(frozen=True, slots=True)
class RawExchange:
    """A question and the turns in reply to it, the last of them without the call for the next question."""

    question: RawTurn
    reply: tuple[RawTurn, ...]


def pair(turns: Sequence[RawTurn], language: Language) -> list[RawExchange]:
    """Each turn that asks something, with the replies up to the next.

    Thanks, a mere "right" or an interruption from the asker's side do not end an exchange, unless the floor was given
    to somebody just before.
    """
    exchanges: list[RawExchange] = []
    question: RawTurn | None = None
    reply: list[RawTurn] = []
    turns = _whole(turns, language)
    for i, turn in enumerate(turns):
        if _asks(turns, i, question is None or any(_replies(said, language) for said in reply), language):
            exchanges += _exchange(question, reply, language)
            question, reply = turn, []
        elif turn.role == "asks" and reply and _begins_anew(turn, reply[-1], language):
            exchanges += _exchange(question, reply, language)
            question, reply = None, []
        elif question:
            reply.append(turn)
    return exchanges + _exchange(question, reply, language)


def is_question(turn: RawTurn, language: Language) -> bool:
    """Whether an asker's turn asks something, if in a tongue not written down: no thanks, greeting, assent or break."""
    if _is_untranslated(turn, language):
        return True
    said = turn.words[-LAST_WORDS:] if turn.guessed else turn.words
    if turn.number is not None or asks(said, language):
        return says_something(turn.words, language)
    return not turn.guessed and says_something(
        _whole_sentences(turn.words, language), language, _LEAST_WORDS, names=False
    )


def _whole_sentences(words: str, language: Language) -> str:
    """The words without a last sentence that is broken off at a dash."""
    if words.rstrip()[-1:] not in _DASHES:
        return words
    return words[: split_sentences(words, language)[-1][0]]


def _asks(turns: Sequence[RawTurn], i: int, is_free: bool, language: Language) -> bool:
    """Whether a turn opens an exchange: an asker's question, or a moderator's own while no other waits for a reply."""
    turn = turns[i]
    if turn.role == "asks":
        return is_question(turn, language)
    followed = i + 1 < len(turns) and _replies(turns[i + 1], language)
    return turn.role == "moderates" and is_free and followed and _moderator_asks(turn, language)


def _moderator_asks(turn: RawTurn, language: Language) -> bool:
    last = turn.words[-LAST_WORDS:]
    return (
        turn.words.rstrip()[-1:] in QUESTION_MARKS
        and asks(last, language)
        and says_something(last, language, _LEAST_OF_MODERATOR, names=False)
        and says_something(_last_sentence(last, language), language)
        and not opens_floor(last, language)
    )


def _last_sentence(words: str, language: Language) -> str:
    start, end = split_sentences(words, language)[-1]
    return words[start:end]


def _whole(turns: Sequence[RawTurn], language: Language) -> list[RawTurn]:
    """The turns, in which a question with its translation, its rest after a mere "go on", or the next one is one."""
    found: list[RawTurn] = []
    prompts = 0  # turns at the end of `found` that only bid the asker go on
    for turn in turns:
        begun = len(found) - 1 - prompts
        if turn.role == "asks" and begun >= 0 and _goes_on(found[begun], turn, prompts == 0, language):
            found[begun:] = [_joined(found[begun:], turn)]
            prompts = 0
        else:
            prompts = prompts + 1 if turn.role != "asks" and is_prompt(turn.words, language) else 0
            found.append(turn)
    return found


def _goes_on(begun: RawTurn, turn: RawTurn, at_once: bool, language: Language) -> bool:
    """Whether a turn is what an interpreter makes of the one before, the rest of one broken off, or another question.

    Questions that are put one after the other, each of them whole, are replied to together.
    """
    if begun.role != "asks":
        return False
    broken = begun.words.rstrip()[-1:] in _DASHES or not asks(begun.words, language)
    resumed = broken and turn.words.lstrip()[:1] in _DASHES
    if turn.interprets or (resumed and says_something(begun.words, language, _LEAST_WORDS, names=False)):
        return True
    both = all(asks(said.words, language) and is_question(said, language) for said in (begun, turn))
    return both and at_once and begun.number is None and begun.words.rstrip()[-1:] not in _DASHES


def _joined(begun: Sequence[RawTurn], turn: RawTurn) -> RawTurn:
    """One turn of several; one that is a stage direction alone gives only its label."""
    if not spoken(begun[0].words).strip():
        return replace(turn, label=begun[0].label)
    return replace(begun[0], pieces=tuple(piece for said in (*begun, turn) for piece in said.pieces))


def _exchange(question: RawTurn | None, reply: Sequence[RawTurn], language: Language) -> list[RawExchange]:
    """The exchange, unless nobody replied: moderators, calls and closing courtesies are no part of a reply."""
    reply = _beside_translation(reply, language)
    first = next((i for i, turn in enumerate(reply) if _replies(turn, language)), None)
    if question is None or first is None:
        return []
    kept = _before_thanks(_before_call(reply[first:], language), language)
    while not _replies(kept[-1], language) or (len(kept) > 1 and _is_aside(kept[-1], language)):
        kept.pop()
    kept = kept[next((i for i, turn in enumerate(kept) if not _is_closing(turn, language)), 0) :]
    if _is_announced(question, kept, language) or _is_closing(kept[0], language):
        return []
    return [RawExchange(question, (*kept[:-1], _without_call(kept[-1], language)))]


def _is_closing(turn: RawTurn, language: Language) -> bool:
    """Whether a turn closes the whole and says nothing else."""
    return closes(turn.words, language) and all(gives_floor(piece.words, language) for piece in turn.pieces)


def _is_announced(question: RawTurn, reply: Sequence[RawTurn], language: Language) -> bool:
    """Whether a question is only announced, without a question mark, and the asker only told to put it."""
    marked = question.number is not None or any(mark in question.words for mark in QUESTION_MARKS)
    return not marked and len(reply) == 1 and bids(reply[0].words, language)


def _before_call(reply: Sequence[RawTurn], language: Language) -> list[RawTurn]:
    """The turns before a moderator calls for the next question, if little is said after that."""
    after = 0
    for i in range(len(reply) - 1, 0, -1):
        after += len(reply[i].words)
        if reply[i].role == "moderates" and opens_floor(reply[i].words, language):
            return list(reply[:i])
        if after > _BRIEF and reply[i].role != "moderates":
            break
    return list(reply)


def _before_thanks(reply: Sequence[RawTurn], language: Language) -> list[RawTurn]:
    """The turns before an asker's thanks, if little but courtesies is said after them."""
    after = 0
    for i in range(len(reply) - 1, 0, -1):
        if reply[i].role == "asks" and parts(reply[i].words, language):
            return list(reply[:i])
        after += weight(reply[i].words, language)
        if after >= _LEAST_AFTER_THANKS:
            break
    return list(reply)


def _replies(turn: RawTurn, language: Language) -> bool:
    """Whether a turn is a reply in words, if in a tongue not written down: not the moderator's, nor a cough alone."""
    said = bool(spoken(turn.words).strip()) or _is_untranslated(turn, language)
    return turn.role == "replies" and said


def _beside_translation(reply: Sequence[RawTurn], language: Language) -> list[RawTurn]:
    """The turns without an opening one that is only named, and then given in an interpreter's words."""
    named = len(reply) > 1 and reply[1].interprets and _is_untranslated(reply[0], language)
    return list(reply[1:] if named else reply)


def _is_untranslated(turn: RawTurn, language: Language) -> bool:
    """Whether of a turn only that is written down in which language it was spoken."""
    return not spoken(turn.words).strip() and language.rules("turns.foreign").first(turn.words) is not None


def _begins_anew(turn: RawTurn, before: RawTurn, language: Language) -> bool:
    """Whether an asker's turn without a question begins another exchange: in another language, or with the floor."""
    return language.rules("turns.foreign").first(turn.words) is not None or _hands_over(before, language)


def _hands_over(turn: RawTurn, language: Language) -> bool:
    """Whether a turn is the moderator's, or ends by giving the floor to somebody in words other than courtesies."""
    last = turn.pieces[-1].words
    return turn.role == "moderates" or (gives_floor(last, language) and says_something(last, language))


def _is_aside(turn: RawTurn, language: Language) -> bool:
    """Whether a turn is courtesies, a call for the next question, or the closing of the whole, and nothing else."""
    return closes(turn.words, language) or all(gives_floor(piece.words, language) for piece in turn.pieces)


def _without_call(turn: RawTurn, language: Language) -> RawTurn:
    """The turn without last paragraphs that give the floor to the next questioner or close the whole."""
    pieces = list(turn.pieces)
    while len(pieces) > 1 and (gives_floor(pieces[-1].words, language) or closes(pieces[-1].words, language)):
        pieces.pop()
    return replace(turn, pieces=tuple(pieces))
