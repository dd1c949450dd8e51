"""A voice is the side that a paragraph without a label speaks for: whoever asks, or whoever replies.

Each paragraph shows signs: words of `voices.signs`, its form, and what its neighbours show. The signs have weights for
what it may do (`voices.weights`), and so has every step from one to the next (`voices.steps`). With them, the
paragraphs as one chain (a conditional random field) give the probability of each.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.lang.pack import Language
from verbale.structure.floor import closes, gives_floor, opens_floor
from verbale.structure.paragraphs import QUESTION_MARKS
from verbale.structure.utterance import says_something, spoken

DOINGS = ("asks", "asks_on", "replies", "replies_on")  # begins to ask, goes on asking, begins to reply, goes on
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LENGTHS = (2, 5, 12, 30, 60, 110)  # words
_LONGEST_CALL = 400  # characters that may do nothing but give somebody the floor
_DASHES = "-–—"
_CLOSING = "\"'”’)] "


@dataclass(frozen=True, slots=True)
class Voice:
    """Of a paragraph: the probability that it is an asker's, and that a turn begins with it; whether it addresses."""

    asks: float
    begins: float
    addresses: bool


def find_voices(paragraphs: Sequence[str], language: Language) -> list[Voice]:
    """The voices of paragraphs that follow one another; none in a language without weights."""
    weights, steps = language.table("voices.weights"), language.table("voices.steps")
    if not weights or not paragraphs:
        return []
    own = [signs(words, language) for words in paragraphs]
    scores = [
        [sum(weights[sign].get(doing, 0.0) for sign in shown if sign in weights) for doing in DOINGS]
        for shown in chained(own)
    ]
    likely = marginals(scores, [[steps[before].get(doing, 0.0) for doing in DOINGS] for before in DOINGS])
    addressing = language.table("voices.addressing").keys()
    return [
        Voice(asks + asks_on, asks + replies, not addressing.isdisjoint(shown))
        for (asks, asks_on, replies, _), shown in zip(likely, own, strict=True)
    ]


def signs(words: str, language: Language) -> frozenset[str]:
    """What a paragraph shows by itself."""
    said = " ".join(spoken(words).split())
    shown = {match["sign"] for match in language.rules("voices.signs").all(words)} | set(_of_form(said))
    if len(said) < _LONGEST_CALL:
        shown |= set(_of_floor(said, language))
    return frozenset(shown)


def chained(paragraphs: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """The signs of each paragraph with those of its neighbours."""
    around = [_NOTHING, *paragraphs, _NOTHING]
    return [
        own | {f"before:{sign}" for sign in before} | {f"after:{sign}" for sign in after}
        for before, own, after in zip(around, around[1:], around[2:], strict=False)
    ]


_NOTHING = frozenset({"nothing"})


def _of_form(said: str) -> Iterator[str]:
    """Its length, question marks and dashes."""
    count = len(_WORD.findall(said))
    yield f"up_to_{next((most for most in _LENGTHS if count <= most), 'any')}"
    end = said.rstrip(_CLOSING)[-1:]
    marks = sum(said.count(mark) for mark in QUESTION_MARKS)
    if end and end in QUESTION_MARKS:
        yield "ends_asking"
    if marks:
        yield "asks"
    if marks > 1:
        yield "asks_twice"
    if end and end in _DASHES:
        yield "breaks_off"
    if said and said[0] in _DASHES:
        yield "takes_up"


def _of_floor(said: str, language: Language) -> Iterator[str]:
    """What it does for the conversation rather than in it."""
    if gives_floor(said, language):
        yield "gives_floor"
    if opens_floor(said, language):
        yield "opens_floor"
    if closes(said, language):
        yield "closes"
    if language.rules("turns.call_outs").at(said, 0):
        yield "calls"
    if language.rules("turns.asking").first(said):
        yield "requests"
    if not says_something(said, language, names=False):
        yield "names" if says_something(said, language) else "courtesy"


def marginals(scores: Sequence[Sequence[float]], steps: Sequence[Sequence[float]]) -> list[list[float]]:
    """For each place of a chain the probability of each state, by the forward–backward algorithm.

    `scores` are the log weights of the states at each place, `steps` those of going from one state to another.
    """
    back = [[steps[i][j] for i in range(len(steps))] for j in range(len(steps))]
    ahead = _passed_on(scores, steps)
    behind = _passed_on(scores[::-1], back)[::-1]
    return [
        _shares([a + s + b for a, s, b in zip(*place, strict=True)])
        for place in zip(ahead, scores, behind, strict=True)
    ]


def _passed_on(scores: Sequence[Sequence[float]], steps: Sequence[Sequence[float]]) -> list[list[float]]:
    """What the places before each pass on to each of its states."""
    passed = [[0.0] * len(steps)]
    for own in scores[:-1]:
        held = [score + before for score, before in zip(own, passed[-1], strict=True)]
        most = max(held)
        sums = (
            most + math.log(sum(math.exp(value + steps[i][j] - most) for i, value in enumerate(held)))
            for j in range(len(steps))
        )
        passed.append(list(sums))
    return passed


def _shares(logs: Sequence[float]) -> list[float]:
    most = max(logs)
    sizes = [math.exp(value - most) for value in logs]
    return [size / sum(sizes) for size in sizes]
