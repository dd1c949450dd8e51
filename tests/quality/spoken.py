"""What a publisher's labels say of who speaks: how well it is read, with the labels in place and with them taken out.

With labels, a turn is right where it begins right after its label, or after a direction in brackets, by the same name.
Without, each paragraph of a turn is right where it is known for a questioner's, or for no questioner's; one for which
nothing is said is wrong.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from quality.score import Score
from verbale.lang.pack import load
from verbale.model.source import Source
from verbale.model.text import Text
from verbale.structure.build import turns_of
from verbale.structure.paragraphs import find_paragraphs
from verbale.structure.turns import RawTurn
from verbale.text.read import read_text

ENGLISH = load("en")
BRACKETS = re.compile(r"(?:\([^()]*\)\s*)*")
BLANK = re.compile(r"\n[^\S\n]*\n\s*")
CLOCK = re.compile(r"(?:END\s*)?\d{1,2}[:.]\d\d\b.{0,30}|END\W*", re.IGNORECASE)
SHOWN = 90  # characters of a miss


@dataclass(frozen=True)
class Labelled:
    """A turn as labelled: the label at [start, words), the turn up to `end`; `own` where a paragraph begins with it.

    `asks` says whether a questioner has it; None where that is not asked, for the words are an interpreter's.
    """

    name: str
    start: int
    words: int
    end: int
    asks: bool | None
    own: bool = True


def who_speaks(source: Source, gold: list[Labelled]) -> Score:
    """The turns with the names of their speakers."""
    content = source.content.decode("utf-8")
    text = read_text(source)
    found = [(source_start(text, turn.start), " ".join((turn.label or "").split())) for turn in _turns(text)]
    place = {at: i for at, name in found if (i := _turn_at(gold, at, content)) is not None and gold[i].name == name}
    right = set(place.values())
    missed = [f"missed {content[turn.start :][:SHOWN]!r}" for i, turn in enumerate(gold) if i not in right]
    extra = [f"spurious {name} {content[at:][:SHOWN]!r}" for at, name in found if at not in place]
    return Score("turns", len(right), len(found), len(gold), {}, (*missed, *extra))


def _turn_at(gold: list[Labelled], at: int, content: str) -> int | None:
    i = bisect_right([turn.start for turn in gold], at) - 1
    brackets = BRACKETS.match(content, gold[i].words) if i >= 0 else None
    return i if brackets and at <= brackets.end() else None


def who_asks(source: Source, gold: list[Labelled]) -> Score:
    """The paragraphs of the turns, without labels, each a questioner's or not."""
    content, paragraphs, left_out = unlabelled(source.content.decode("utf-8"), gold)
    text = read_text(Source(source.uri, source.media_type, content.encode("utf-8")))
    found = [(piece, turn.role == "asks") for turn in _turns(text) if turn.role for piece in turn.pieces]
    said = {source_start(text, piece.start): asks for piece, asks in found}
    wrong = tuple(
        f"{'asks' if asks else 'replies'}, found {said.get(at)}: {content[at:][:SHOWN]!r}"
        for at, asks in paragraphs
        if said.get(at) is not asks
    )
    return Score("unlabelled", len(paragraphs) - len(wrong), len(paragraphs), len(paragraphs), left_out, wrong)


def unlabelled(content: str, gold: list[Labelled]) -> tuple[str, list[tuple[int, bool]], dict[str, int]]:
    """The source without labels; where in it each paragraph of a turn begins, and whether a questioner says it.

    Left out and counted: what begins no paragraph, interpreters' words, clocks, directions in brackets.
    """
    kept = [content[: gold[0].start if gold else None]]
    size = len(kept[0])
    paragraphs: list[tuple[int, bool]] = []
    left_out: Counter[str] = Counter()
    for turn in gold:
        words = content[turn.words : turn.end]
        for start, paragraph in _paragraphs(words):
            why = _left_out(turn, paragraph, start == 0)
            if why or turn.asks is None:
                left_out[why or "an interpreter's"] += 1
            else:
                paragraphs.append((size + start, turn.asks))
        kept.append(words)
        size += len(words)
    return "".join(kept), paragraphs, dict(left_out)


def _paragraphs(words: str) -> Iterator[tuple[int, str]]:
    at = 0
    for start, end in [*(blank.span() for blank in BLANK.finditer(words)), (len(words), len(words))]:
        if words[at:start].strip():
            yield at, words[at:start]
        at = end


def _left_out(turn: Labelled, words: str, first: bool) -> str:
    if first and not turn.own:
        return "runs on from the turn before"
    if CLOCK.fullmatch(words.strip()):
        return "a clock"
    return "" if re.search(r"\w", re.sub(r"[(\[][^()\[\]]*[)\]]", "", words)) else "a direction"


def _turns(text: Text) -> list[RawTurn]:
    return turns_of(text, find_paragraphs(text), ENGLISH)


def source_start(text: Text, at: int) -> int:
    place = text.alignment.source_of(at, at + 1)
    return place[0] if place else -1
