"""An unlabelled turn is known by how its question is set: numbered, in bold type, or in a paragraph of its own."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from verbale.lang.pack import Language
from verbale.model.text import MarkKind
from verbale.structure.labels import Label, label_of
from verbale.structure.paragraphs import QUESTION_MARKS, Paragraph
from verbale.structure.turns import Piece, RawTurn, is_furniture, piece_of
from verbale.structure.utterance import asks

_NUMBER = re.compile(r"(?P<number>\d{1,3})[^\S\n]*(?:[.)](?=[^\S\n]|[^\W\d])|[、．])[^\S\n]*")
_LONGEST = 900  # characters of a question without label, number or bold type


_OTHER_TYPES: tuple[tuple[MarkKind, ...], ...] = (("strong", "heading"), ("emphasis",))


def set_turns(paragraphs: Sequence[Paragraph], language: Language) -> list[RawTurn]:
    """The turns of a text that numbers its questions, or sets them in bold type."""
    numbered = _asked_at(paragraphs, _numbered(paragraphs), language)
    return numbered or _asked_at(paragraphs, _in_other_type(paragraphs, language), language)


def bare_turns(paragraphs: Sequence[Paragraph], language: Language) -> list[RawTurn]:
    """The turns of an interview whose questions stand in paragraphs of their own."""
    return _asked_at(paragraphs, _bare(paragraphs), language)


def _numbered(paragraphs: Sequence[Paragraph]) -> dict[int, tuple[int, int]]:
    """Questions numbered from 1 upwards: paragraph -> its number and how many characters that takes."""
    found: dict[int, tuple[int, int]] = {}
    expected = 1
    for i, paragraph in enumerate(paragraphs):
        number, length = _number(paragraph)
        if number == expected and not paragraph.is_a("note", "caption"):
            found[i] = number, length
            expected += 1
    if len(found) < 2:
        return {}
    asking = sum(_asks_near(paragraphs, i, found) for i in found)
    return found if 3 * asking >= 2 * len(found) else {}


def _number(paragraph: Paragraph) -> tuple[int, int]:
    if match := _NUMBER.match(paragraph.words):
        return int(match["number"]), match.end()
    value = paragraph.value("list_item").rstrip(".)")
    return (int(value), 0) if value.isdecimal() else (0, 0)


def _asks_near(paragraphs: Sequence[Paragraph], i: int, others: Mapping[int, object]) -> bool:
    """Whether a numbered paragraph, or the one after it, asks."""
    if _asks_mainly(paragraphs[i].words):
        return True
    return i + 1 < len(paragraphs) and i + 1 not in others and _asks_mainly(paragraphs[i + 1].words)


def _asks_mainly(words: str) -> bool:
    """Whether words end in a question, or hold one and are short."""
    last = words.rstrip().rstrip("\"'”’)]")
    return last[-1:] in QUESTION_MARKS or (len(words) < _LONGEST and any(m in words for m in QUESTION_MARKS))


def _in_other_type(paragraphs: Sequence[Paragraph], language: Language) -> dict[int, tuple[int, int]]:
    """Questions set in bold type, as headings or in italics, each with a reply in plain type after it; and requests."""
    for kinds in _OTHER_TYPES:
        set_so = [i for i, paragraph in enumerate(paragraphs) if paragraph.is_a(*kinds) and not paragraph.is_a("title")]
        marked = [i for i in set_so if _asks_mainly(paragraphs[i].words)]
        if len(marked) >= 2 and _each_replied(paragraphs, dict.fromkeys(marked)):
            return {i: (0, 0) for i in set_so if i in marked or asks(paragraphs[i].words, language)}
    return {}


def _bare(paragraphs: Sequence[Paragraph]) -> dict[int, tuple[int, int]]:
    """Questions in paragraphs of their own, in a text that says that it is an interview."""
    found = {
        i: (0, 0)
        for i, paragraph in enumerate(paragraphs)
        if not paragraph.is_a("title", "heading", "note", "caption", "meta")
        and len(paragraph.words) < _LONGEST
        and paragraph.words.rstrip("\"'”’)] ")[-1:] in QUESTION_MARKS
    }
    return found if len(found) >= 3 and _each_replied(paragraphs, found) else {}


def _each_replied(paragraphs: Sequence[Paragraph], found: Mapping[int, object]) -> bool:
    """Whether most questions have a paragraph that is not one after them."""
    return 3 * sum(i + 1 < len(paragraphs) and i + 1 not in found for i in found) >= 2 * len(found)


def _asked_at(
    paragraphs: Sequence[Paragraph], questions: Mapping[int, tuple[int, int]], language: Language
) -> list[RawTurn]:
    """Turns without labels: each question, with further questions right after it, and the reply up to the next."""
    turns: list[RawTurn] = []
    starts = sorted(questions)
    for i, until in zip(starts, [*starts[1:], len(paragraphs)], strict=False):
        number, length = questions[i]
        asked = [piece_of(i, paragraphs[i], length)]
        rest = [j for j in range(i + 1, until) if not is_furniture(paragraphs[j], language)]
        while number and len(rest) > 1 and _asks_only(paragraphs[rest[0]].words):
            asked.append(piece_of(rest[0], paragraphs[rest[0]]))
            rest = rest[1:]
        turns.append(RawTurn(tuple(asked), "asks", None, number or None))
        if reply := _together(rest):
            turns.append(RawTurn(tuple(piece_of(j, paragraphs[j]) for j in reply), "replies"))
    return _relabelled(_joined(turns), language)


def _relabelled(turns: Sequence[RawTurn], language: Language) -> list[RawTurn]:
    """The turns, where one and the same label stands before most replies, with it for their label."""
    labels = {n: label_of(turn.pieces[0].words, language) for n, turn in enumerate(turns) if turn.role == "replies"}
    counts = Counter(label.name for label in labels.values() if label)
    name, times = counts.most_common(1)[0] if counts else ("", 0)
    if times < 2 or 2 * times < len(labels):
        return list(turns)
    return [
        _without(turn, label) if (label := labels.get(n)) and label.name == name else turn
        for n, turn in enumerate(turns)
    ]


def _without(turn: RawTurn, label: Label) -> RawTurn:
    """The turn with its label taken out of its words."""
    first = turn.pieces[0]
    shorter = Piece(first.paragraph, first.start + label.length, first.words[label.length :])
    pieces = (shorter, *turn.pieces[1:]) if shorter.words.strip() else turn.pieces[1:]
    return replace(turn, pieces=pieces, label=label.name) if pieces else turn


def _asks_only(words: str) -> bool:
    """Whether a paragraph is a short question and nothing else."""
    return len(words) < _LONGEST / 2 and words.rstrip()[-1:] in QUESTION_MARKS


def _together(indices: list[int]) -> list[int]:
    """The first of the indices that follow one another: a reply ends where a heading or note stands between."""
    return [j for n, j in enumerate(indices) if j == indices[0] + n]


def _joined(turns: Sequence[RawTurn]) -> list[RawTurn]:
    """Turns in which questions that follow one another without a reply are one."""
    joined: list[RawTurn] = []
    for turn in turns:
        if joined and turn.role == "asks" == joined[-1].role and turn.number is None:
            joined[-1] = replace(joined[-1], pieces=joined[-1].pieces + turn.pieces)
        else:
            joined.append(turn)
    return joined
