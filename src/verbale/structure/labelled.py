"""A labelled turn is one whose label says whose it is; what that side does, other turns may have to tell."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from verbale.lang.pack import Language
from verbale.structure.labels import Label, find_labels, voices
from verbale.structure.paragraphs import QUESTION_MARKS, Paragraph
from verbale.structure.turns import Piece, RawTurn, is_furniture, piece_of
from verbale.structure.utterance import LAST_WORDS, asks

_LEAST_ASKING = 0.15  # of a label's turns end by asking, if it is an interviewer's


def labelled_turns(paragraphs: Sequence[Paragraph], language: Language) -> list[RawTurn]:
    """The turns of a transcript with labels, in order; none where the text is not one."""
    labels = find_labels(paragraphs, language)
    return _with_roles(_labelled(paragraphs, labels, language), language) if labels else []


def _labelled(paragraphs: Sequence[Paragraph], labels: Mapping[int, Label], language: Language) -> Iterator[RawTurn]:
    first = min(labels)
    pieces: list[Piece] = []
    label: Label | None = None
    for i, paragraph in enumerate(paragraphs[first:], first):
        if i in labels or is_furniture(paragraph, language):
            yield from _turn(pieces, label)
            pieces, label = [], labels.get(i)
        if label:
            pieces.append(piece_of(i, paragraph, _label_length(paragraph, label, language) if i in labels else 0))
    yield from _turn(pieces, label)


def _turn(pieces: Sequence[Piece], label: Label | None) -> Iterator[RawTurn]:
    """The turn of the pieces that have words, if any has: a label may be a paragraph of its own."""
    worded = tuple(piece for piece in pieces if piece.words.strip())
    if label and worded:
        yield RawTurn(worded, label.role, label.name)


def _label_length(paragraph: Paragraph, label: Label, language: Language) -> int:
    """How many characters a turn's own words begin after: the label, and a note that they are an interpreter's."""
    note = language.rules("turns.interpreted").at(paragraph.words, label.length)
    return note.end if note and note.end < len(paragraph.words) else label.length


def _with_roles(turns: Iterator[RawTurn], language: Language) -> list[RawTurn]:
    """Give each name a role: beside questioners everybody else replies; else whoever asks most often asks."""
    said = _one_sided(list(turns))
    if any(turn.role == "asks" for turn in said):
        return _interpreted([turn if turn.role else replace(turn, role="replies") for turn in said])
    voice_of = voices([turn.label for turn in said if turn.label])
    askers = _askers(said, voice_of, language)
    return _interpreted([_guessed(turn, voice_of, askers, language) for turn in said])


def _one_sided(turns: list[RawTurn]) -> list[RawTurn]:
    """The turns; where only questions have labels, what follows a question in further paragraphs is the reply."""
    replied = sum(len(turn.pieces) > 1 for turn in turns)
    if any(turn.role != "asks" for turn in turns) or 3 * replied < 2 * len(turns):
        return turns
    return [part for turn in turns for part in _parted(turn)]


def _parted(turn: RawTurn) -> Iterator[RawTurn]:
    asked = next((n for n, piece in enumerate(turn.pieces) if n and piece.words[-1] not in QUESTION_MARKS), None)
    yield replace(turn, pieces=turn.pieces[:asked])
    if asked:
        yield RawTurn(turn.pieces[asked:], "replies")


def _interpreted(turns: Sequence[RawTurn]) -> list[RawTurn]:
    """The turns, an interpreter's with the role of the turn that it repeats in another language."""
    found: list[RawTurn] = []
    for turn in turns:
        role = (found[-1].role if found else "moderates") if turn.role == "interprets" else turn.role
        found.append(replace(turn, role=role, interprets=turn.role == "interprets"))
    return found


def _guessed(turn: RawTurn, voice_of: Mapping[str, str], askers: Mapping[str, bool], language: Language) -> RawTurn:
    """The turn with the role of its voice; a voice that is heard once asks only where its own turn does."""
    voice = voice_of.get(turn.label or "", "")
    asking = askers.get(voice, False) or (
        voice not in askers and askers.get("", bool(askers)) and _ends_asking(turn, language)
    )
    if turn.role and not asking:
        return turn
    return replace(turn, role="asks" if asking else "replies", guessed=True)


def _ends_asking(turn: RawTurn, language: Language) -> bool:
    return asks(turn.words[-LAST_WORDS:], language)


def _askers(turns: Sequence[RawTurn], voice_of: Mapping[str, str], language: Language) -> dict[str, bool]:
    """Whether each voice is an interviewer's: its turns often end by asking, where those of the others hardly do.

    All that are heard once count as one voice, "".
    """
    heard = Counter(voice_of.get(turn.label or "", "") for turn in turns)
    turns_of: Counter[str] = Counter()
    asking_of: Counter[str] = Counter()
    for turn in turns:
        voice = voice_of.get(turn.label or "", "")
        voice = voice if heard[voice] > 1 else ""
        turns_of[voice] += 1
        asking_of[voice] += _ends_asking(turn, language)
    share = {voice: asking_of[voice] / turns_of[voice] for voice in turns_of if turns_of[voice] > 1}
    most = max(share.values(), default=0.0)
    askers = {voice: share[voice] > most / 2 for voice in share}
    return askers if most >= _LEAST_ASKING and not all(askers.values()) else {}
