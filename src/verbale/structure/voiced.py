"""A voiced turn is a questioner's or a reply as only its words tell; unless they settle it, it is nobody's."""

from collections.abc import Sequence
from itertools import groupby

from verbale.lang.pack import Language
from verbale.structure.labels import Role
from verbale.structure.paragraphs import QUESTION_MARKS, Paragraph
from verbale.structure.turns import Piece, RawTurn, is_furniture, piece_of
from verbale.structure.voice import Voice, find_voices

_SURE = 0.9  # the probability of a question that shows that the text is talk at all
_UNSETTLED = 0.05  # so near to one half a probability says nothing
_LEAST_SURE = 2  # sure questions of a text that need not say that it is one
_ENDS = ".!?…:;,-–—\"'”’)]。！？" + QUESTION_MARKS


def voiced_turns(paragraphs: Sequence[Paragraph], language: Language, says_so: bool) -> list[RawTurn]:
    """The turns of a conversation without any labels; none where the text is none, as far as it `says_so` or shows.

    Nobody's words, of a role that is None, are those of which it is not settled who says them.
    """
    said = [(i, paragraph) for i, paragraph in enumerate(paragraphs) if not is_furniture(paragraph, language)]
    said = said[_opening(said) :]
    if sum(_is_marked(paragraph.words) for _, paragraph in said) < _LEAST_SURE:
        return []
    voices = find_voices([paragraph.words for _, paragraph in said], language)
    if not _is_talk(voices, says_so):
        return []
    spoken = [(piece_of(i, paragraph), voice) for (i, paragraph), voice in zip(said, voices, strict=True)]
    return [RawTurn(pieces, role, guessed=True) for role, pieces in _grouped(spoken)]


def _opening(said: Sequence[tuple[int, Paragraph]]) -> int:
    """How many lines stand above what is said: headline, place, names, none of which ends as a sentence does."""
    return next((n for n, (_, paragraph) in enumerate(said) if paragraph.words[-1] in _ENDS), len(said))


def _is_marked(words: str) -> bool:
    return any(mark in words for mark in QUESTION_MARKS)


def _is_talk(voices: Sequence[Voice], says_so: bool) -> bool:
    """Whether questions put to somebody stand out among replies, as they do in no other text."""
    runs = [list(run) for asks, run in groupby(voices, lambda voice: voice.asks > 0.5) if asks]
    sure = [run for run in runs if max(voice.asks for voice in run) > _SURE]
    addressed = any(voice.addresses for run in sure for voice in run)
    return (len(sure) >= _LEAST_SURE and addressed) or (says_so and bool(sure) and len(runs) >= _LEAST_SURE)


def _grouped(spoken: Sequence[tuple[Piece, Voice]]) -> list[tuple[Role | None, tuple[Piece, ...]]]:
    """The pieces turn by turn: another begins with another side, and where another questioner seems to begin."""
    turns: list[tuple[Role | None, tuple[Piece, ...]]] = []
    for piece, voice in spoken:
        role = _role(voice)
        if turns and turns[-1][0] == role and not (role == "asks" and voice.begins > 0.5):
            turns[-1] = role, (*turns[-1][1], piece)
        else:
            turns.append((role, (piece,)))
    return turns


def _role(voice: Voice) -> Role | None:
    if abs(voice.asks - 0.5) < _UNSETTLED:
        return None
    return "asks" if voice.asks > 0.5 else "replies"
