"""A turn is what one side says before another takes over: labelled, numbered, in bold, or known by its question."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from verbale.lang.pack import Language
from verbale.structure.labels import Label, Role, find_labels, voices
from verbale.structure.paragraphs import Paragraph

QUESTION_MARKS = "?？؟"
_NUMBER = re.compile(r"(?P<number>\d{1,3})[^\S\n]*(?:[.)](?=[^\S\n]|[^\W\d])|[、．])[^\S\n]*")
_DIRECTION = re.compile(r"[(\[][^()\[\]]*[)\]][.—–-]*")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LEAST_ASKING = 0.15  # of a label's turns end by asking, if it is an interviewer's
LAST_WORDS = 300  # characters at a turn's end in which an interviewer's question stands
_LONGEST_UNLABELLED = 900  # characters of a question paragraph without label, number or bold type


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one paragraph of a turn, its label or number excluded; `paragraph` is the paragraph's index."""

    paragraph: int
    start: int
    words: str

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.start + len(self.words)


@dataclass(frozen=True, slots=True)
class RawTurn:
    """A turn's pieces, who has it (the label as written) and what that side does; `guessed` where no word says so.

    `interprets` where an interpreter gives the words of the turn before: the role is then that turn's.
    """

    pieces: tuple[Piece, ...]
    role: Role | None
    label: str | None = None
    number: int | None = None
    guessed: bool = False
    interprets: bool = False

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.pieces[-1].end

    @property
    def words(self) -> str:
        """All its words."""
        return "\n".join(piece.words for piece in self.pieces)


def find_turns(paragraphs: Sequence[Paragraph], language: Language, is_interview: bool) -> list[RawTurn]:
    """The turns in order, by the surest signs that the text has: labels, numbers, bold type, bare questions."""
    if labels := find_labels(paragraphs, language):
        return _with_roles(_labelled(paragraphs, labels, language), language)
    return (
        _asked_at(paragraphs, _numbered(paragraphs), language)
        or _asked_at(paragraphs, _in_bold(paragraphs), language)
        or (_asked_at(paragraphs, _bare(paragraphs), language) if is_interview else [])
    )


def asks(words: str, language: Language) -> bool:
    """Whether words ask something: by a question mark that is no mere tag ("right?"), or a phrase of asking."""
    tags = {match.end - 1 for match in language.rules("turns.tags").find(words)}
    marked = any(char in QUESTION_MARKS and i not in tags for i, char in enumerate(words))
    return marked or language.rules("turns.asking").first(words) is not None


def says_something(words: str, language: Language, least: int = 1, *, names: bool = True) -> bool:
    """Whether `least` words remain of a turn when courtesies and stage directions are taken out, and `names` too."""
    return weight(words, language, names=names) >= least


def weight(words: str, language: Language, *, names: bool = True) -> int:
    """How many words remain of a turn when courtesies and stage directions are taken out, and `names` too.

    For a name counts whatever begins with a capital, and the small words that join names.
    """
    words = spoken(words)
    kept, reached = [], 0
    for match in language.rules("turns.courtesies").find(words):
        kept.append(words[reached : match.start])
        reached = match.end
    left = _WORD.findall(" ".join([*kept, words[reached:]]))
    if not names:
        joins = language.table("turns.joins")
        left = [word for word in left if not word[0].isupper() and word not in joins]
    return len(left)


def parts(words: str, language: Language) -> bool:
    """Whether words thank or greet: with them one exchange is often over, or another begins."""
    return any(match.get("parts") for match in language.rules("turns.courtesies").find(words))


def spoken(words: str) -> str:
    """The words without stage directions in brackets."""
    return _DIRECTION.sub(" ", words)


def is_furniture(paragraph: Paragraph, language: Language) -> bool:
    """Whether a paragraph belongs to the page or transcript, not to anybody's turn."""
    return paragraph.is_a("title", "heading", "note", "caption", "meta") or bool(
        len(paragraph.words) <= 80 and language.rules("turns.furniture").at(paragraph.words, 0)
    )


def _labelled(paragraphs: Sequence[Paragraph], labels: Mapping[int, Label], language: Language) -> Iterator[RawTurn]:
    first = min(labels)
    pieces: list[Piece] = []
    label: Label | None = None
    for i, paragraph in enumerate(paragraphs[first:], first):
        if i in labels or is_furniture(paragraph, language):
            yield from _turn(pieces, label)
            pieces, label = [], labels.get(i)
        if label:
            pieces.append(_piece(i, paragraph, _label_length(paragraph, label, language) if i in labels else 0))
    yield from _turn(pieces, label)


def _turn(pieces: Sequence[Piece], label: Label | None) -> Iterator[RawTurn]:
    """The turn of the pieces that have words, if any has: a label may be a paragraph of its own."""
    worded = tuple(piece for piece in pieces if piece.words.strip())
    if label and worded:
        yield RawTurn(worded, label.role, label.name)


def _piece(i: int, paragraph: Paragraph, length: int = 0) -> Piece:
    return Piece(i, paragraph.start + length, paragraph.words[length:])


def _label_length(paragraph: Paragraph, label: Label, language: Language) -> int:
    """How many characters a turn's own words begin after: the label, and a note that they are an interpreter's."""
    note = language.rules("turns.interpreted").at(paragraph.words, label.length)
    return note.end if note and note.end < len(paragraph.words) else label.length


def _with_roles(turns: Iterator[RawTurn], language: Language) -> list[RawTurn]:
    """Give each name a role: beside questioners everybody else replies; else whoever asks most often asks."""
    said = list(turns)
    if any(turn.role == "asks" for turn in said):
        return _interpreted([turn if turn.role else replace(turn, role="replies") for turn in said])
    voice_of = voices([turn.label for turn in said if turn.label])
    askers = _askers(said, voice_of, language)
    return _interpreted([_guessed(turn, voice_of, askers, language) for turn in said])


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
        voice not in askers and askers.get("", False) and _ends_asking(turn, language)
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
    return last[-1:] in QUESTION_MARKS or (len(words) < _LONGEST_UNLABELLED and any(m in words for m in QUESTION_MARKS))


def _in_bold(paragraphs: Sequence[Paragraph]) -> dict[int, tuple[int, int]]:
    """Questions set in bold type, or as headings, each with a reply in plain type after it."""
    found = {
        i: (0, 0)
        for i, paragraph in enumerate(paragraphs)
        if paragraph.is_a("strong", "heading") and not paragraph.is_a("title") and _asks_mainly(paragraph.words)
    }
    return found if len(found) >= 2 and _each_replied(paragraphs, found) else {}


def _bare(paragraphs: Sequence[Paragraph]) -> dict[int, tuple[int, int]]:
    """Questions in paragraphs of their own, in a text that says that it is an interview."""
    found = {
        i: (0, 0)
        for i, paragraph in enumerate(paragraphs)
        if not paragraph.is_a("title", "heading", "note", "caption", "meta")
        and len(paragraph.words) < _LONGEST_UNLABELLED
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
        asked = [_piece(i, paragraphs[i], length)]
        rest = [j for j in range(i + 1, until) if not is_furniture(paragraphs[j], language)]
        while number and len(rest) > 1 and _asks_only(paragraphs[rest[0]].words):
            asked.append(_piece(rest[0], paragraphs[rest[0]]))
            rest = rest[1:]
        turns.append(RawTurn(tuple(asked), "asks", None, number or None))
        if reply := _together(rest):
            turns.append(RawTurn(tuple(_piece(j, paragraphs[j]) for j in reply), "replies"))
    return _joined(turns)


def _asks_only(words: str) -> bool:
    """Whether a paragraph is a short question and nothing else."""
    return len(words) < _LONGEST_UNLABELLED / 2 and words.rstrip()[-1:] in QUESTION_MARKS


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
