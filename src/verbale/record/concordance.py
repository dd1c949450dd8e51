"""A concordance is a text's words and where each stands: it finds where quoted words come from without reading on.

Pairs of neighbouring words, the rare ones first, point to the places; only there are the words set against each other.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.record.alignment import Original
from verbale.record.collation import Collation, collate
from verbale.record.words import Word

_COMMON = 400  # places: a word that has more points nowhere
_HITS = 240  # places that are looked at for one quotation
_PLACES = 3  # of them in which the words are set against each other
_REACH = 300  # words that an ellipsis may stand for


@dataclass(frozen=True, slots=True)
class Hit:
    """quoted[i] and what follows it stand at words[j] of the original; the rarer they are the greater the `weight`."""

    j: int
    i: int
    weight: float


class Concordance:
    """The words of an original by their keys."""

    def __init__(self, original: Original) -> None:
        self.original = original
        self._places: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
        for j, word in enumerate(original.words):
            self._places[word.key].append(j)

    def find(self, quoted: Sequence[Word]) -> Collation | None:
        """The quoted words set against the words that they most likely come from; None where nothing is like them."""
        row = self._row(quoted)
        windows = [row] if row else self._windows(quoted, self._hits(quoted))
        found = [collate(quoted, self.original, *window) for window in windows]
        return max(found, key=lambda one: one.worth, default=None)

    def _row(self, quoted: Sequence[Word]) -> tuple[int, int] | None:
        """Where the words stand in a row, as they are quoted."""
        keys = [word.key for word in quoted]
        rarest = min(range(len(keys)), key=lambda i: len(self._places.get(keys[i], ())), default=0)
        for j in self._places.get(keys[rarest], ()) if keys else ():
            start, end = j - rarest, j - rarest + len(keys)
            if start >= 0 and [word.key for word in self.original.words[start:end]] == keys:
                return start, end
        return None

    def _hits(self, quoted: Sequence[Word]) -> list[Hit]:
        """Where pairs of the words stand, else where single words do: the rarest."""
        hits = list(self._pairs(quoted)) or list(self._singles(quoted))
        return sorted(sorted(hits, key=lambda hit: (-hit.weight, hit.j))[:_HITS], key=lambda hit: hit.j)

    def _pairs(self, quoted: Sequence[Word]) -> Iterator[Hit]:
        words = self.original.words
        for i in range(len(quoted) - 1):
            one, other = quoted[i], quoted[i + 1]
            firsts, seconds = self._places.get(one.key, ()), self._places.get(other.key, ())
            if not firsts or not seconds or other.gap:
                continue
            if len(firsts) <= len(seconds):
                found = [j for j in firsts[:_COMMON] if j + 1 < len(words) and words[j + 1].key == other.key]
            else:
                found = [j - 1 for j in seconds[:_COMMON] if j and words[j - 1].key == one.key]
            yield from (Hit(j, i, 1 / len(found)) for j in found)

    def _singles(self, quoted: Sequence[Word]) -> Iterator[Hit]:
        for i, word in enumerate(quoted):
            places = self._places.get(word.key, ())
            if len(places) <= _COMMON and not word.inserted:
                yield from (Hit(j, i, 1 / len(places)) for j in places)

    def _windows(self, quoted: Sequence[Word], hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
        """The likeliest places, each as the words [start, end) that may have been quoted."""
        before = _gaps_before(quoted)
        ranked = sorted(
            ((self._weight(window, hits), window) for window in {self._window(hit, quoted, before) for hit in hits}),
            key=lambda entry: (-entry[0], entry[1]),
        )
        taken: list[tuple[int, int]] = []
        for _, (start, end) in ranked:
            if not any(a <= start + (end - start) // 2 < b for a, b in taken):
                taken.append((start, end))
            if len(taken) == _PLACES:
                break
        yield from taken

    def _window(self, hit: Hit, quoted: Sequence[Word], gaps: Sequence[int]) -> tuple[int, int]:
        slack = 6 + len(quoted) // 3
        start = hit.j - hit.i - slack - _REACH * gaps[hit.i]
        end = hit.j + len(quoted) - hit.i + slack + _REACH * (gaps[-1] - gaps[hit.i])
        return max(start, 0), min(end, len(self.original.words))

    @staticmethod
    def _weight(window: tuple[int, int], hits: Sequence[Hit]) -> float:
        """What the hits in a window weigh, those of one pair of words once."""
        best: dict[int, float] = {}
        for hit in hits:
            if window[0] <= hit.j < window[1]:
                best[hit.i] = max(best.get(hit.i, 0.0), hit.weight)
        return sum(best.values())


def _gaps_before(quoted: Sequence[Word]) -> list[int]:
    """How many ellipses stand before each word."""
    count, found = 0, []
    for word in quoted:
        count += word.gap
        found.append(count)
    return found
