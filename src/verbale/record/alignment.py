"""An alignment sets each quoted word against a word of the original, or against none, in the way that costs least.

A writer who quotes may leave words out behind an ellipsis and put words into brackets: such words cost next to nothing.
Others that differ cost more than a word that agrees is worth, so that far words are not drawn together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from verbale.record.words import Word

_SAME, _OTHER, _ADDED, _INSERTED = 1000, -1000, -1100, -50  # what a quoted word is worth
_SKIP, _SKIPPED = -800, -400  # to leave words out without a sign, and for each of them
_BEHIND = -2  # for each word behind an ellipsis
_BESIDE = -150  # for each word that brackets stand in place of
_ASIDE = -1  # for each word that nobody said
_STOP, _BREAK, _CUT = -400, -1500, -300  # to go on beyond a sentence, beyond a speech, and there behind an ellipsis
_DROP = 8000  # how far behind the best a way may fall before it is given up
_NEVER = -(10**9)
_STOPS = frozenset(".!?。！？")


@dataclass(frozen=True, slots=True)
class Original:
    """Words that may have been quoted; `paces[j]` is what it costs to go on from the word before to words[j].

    `apart` are the words before which the text has something else than these words.
    """

    words: Sequence[Word]
    paces: Sequence[int]
    apart: frozenset[int] = frozenset()

    @classmethod
    def of(
        cls,
        words: Sequence[Word],
        content: str,
        apart: frozenset[int] = frozenset(),
        breaks: frozenset[int] = frozenset(),
    ) -> "Original":
        """The words of a content; `breaks` are those with which another speech begins."""
        found = [0] * len(words)
        for j in range(1, len(words)):
            between = content[words[j - 1].end : words[j].start]
            stops = not words[j].gap and not _STOPS.isdisjoint(between)
            found[j] = _BREAK if j in breaks else _STOP if stops else 0
        return cls(words, found, apart | breaks)


class Step(NamedTuple):
    """quoted[i] set against words[j]; where i or j is missing, one stands alone. `after` counts the words quoted."""

    i: int | None
    j: int | None
    after: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The steps in the order of the words, and what they are worth."""

    steps: tuple[Step, ...]
    worth: int


@dataclass(slots=True)
class _Row:
    """How the first words of a quotation are best set against the original, up to each of its words from `low` on.

    `best` is the worth, `skips` that of leaving the last word out; `came` and `opened` say how one came there.
    """

    low: int
    best: list[int]
    skips: list[int]
    came: list[str]
    opened: list[bool]

    def at(self, j: int) -> int:
        """The worth up to words[j]."""
        return self.best[j - self.low] if 0 <= j - self.low < len(self.best) else _NEVER

    def kept(self) -> "_Row":
        """The row between the first and the last place that is worth going on from."""
        least = max(self.best) - _DROP
        kept = [k for k, best in enumerate(self.best) if best >= least]
        part = slice(kept[0], kept[-1] + 1)
        return _Row(self.low + kept[0], self.best[part], self.skips[part], self.came[part], self.opened[part])


def align(quoted: Sequence[Word], original: Original, start: int, end: int) -> Alignment:
    """All quoted words set against a stretch of original.words[start:end], which may begin and end anywhere in it."""
    width = end - start + 1
    rows = [_Row(start, [0] * width, [_NEVER] * width, ["start"] * width, [False] * width)]
    for i in range(len(quoted)):
        rows.append(_row(i, quoted, original, rows[-1], end))
    worth = max(rows[-1].best)
    steps = _traced(rows, rows[-1].low + rows[-1].best.index(worth))
    return Alignment(tuple(steps)[::-1], worth)


def _row(i: int, quoted: Sequence[Word], original: Original, above: _Row, end: int) -> _Row:
    """The row after quoted[i]."""
    word, following = quoted[i], quoted[i + 1] if i + 1 < len(quoted) else None
    row = _Row(above.low, [], [], [], [])
    reached, top = above.low + len(above.best), _NEVER
    for j in range(above.low, end + 1):
        across = skip = _NEVER
        opened = False
        if j > above.low:
            other, pace = original.words[j - 1], original.paces[j - 1]
            across = above.at(j - 1) + _worth(word, other) + (pace if i else 0)
            if following:
                opening, each = _skipping(word, following, other, pace)
                skip, opened = max((row.skips[-1] + each, False), (row.best[-1] + opening + each, True))
        down = above.at(j) + (_INSERTED if word.inserted else _ADDED)
        best = max(across, down, skip)
        row.best.append(best)
        row.skips.append(skip)
        row.came.append("across" if best == across else "down" if best == down else "skip")
        row.opened.append(opened)
        top = max(top, best)
        if j > reached and best < top - _DROP:
            break
    return row.kept()


def _worth(word: Word, other: Word) -> int:
    if word.key == other.key:
        return _SAME
    return _INSERTED if word.inserted else _OTHER


def _skipping(word: Word, following: Word, other: Word, pace: int) -> tuple[int, int]:
    """What it costs to begin leaving words out after `word`, and to leave out this one."""
    if following.gap:
        return 0, _BEHIND + (_CUT if pace == _BREAK else 0)
    if other.inserted:
        return 0, _ASIDE
    if word.inserted or following.inserted:
        return 0, _BESIDE + pace
    return _SKIP, _SKIPPED + pace


def _traced(rows: Sequence[_Row], j: int) -> Iterator[Step]:
    """The steps of the best way, from the last to the first."""
    i, skipping = len(rows) - 1, False
    while i:
        row = rows[i]
        k = j - row.low
        if skipping or row.came[k] == "skip":
            yield Step(None, j - 1, i)
            skipping, j = not row.opened[k], j - 1
        elif row.came[k] == "down":
            yield Step(i - 1, None, i - 1)
            i -= 1
        else:
            yield Step(i - 1, j - 1, i - 1)
            i, j = i - 1, j - 1
