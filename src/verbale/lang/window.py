"""A window is a stretch of a text around pieces of a pattern's anchor; the pattern has no match but in its windows."""

import re
import sys
from collections.abc import Iterable, Sequence

from verbale.lang.anchor import LONG_GAP, anchor_of, folded

CLOSE = 16  # characters; places no farther apart are taken as one stretch


class Windows:
    """The windows of several patterns, looked for in one pass over a text."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._everywhere: list[int] = []
        by_pieces: dict[frozenset[str], list[tuple[int, int, int]]] = {}
        for order, anchor in enumerate(map(anchor_of, patterns)):
            if anchor is None:
                self._everywhere.append(order)
            else:
                reach = _finite(anchor.before), _finite(anchor.after)
                by_pieces.setdefault(anchor.pieces, []).append((order, *reach))
        self._groups = list(by_pieces.values())  # of patterns that hold the same pieces
        groups: dict[str, list[int]] = {}
        for group, pieces in enumerate(by_pieces):
            for piece in pieces:
                groups.setdefault(piece, []).append(group)
        # of the pieces that begin at one place the longest is found, and with it those that it begins with
        self._held = {
            piece: sorted({group for i in range(len(piece)) for group in groups.get(piece[: i + 1], ())})
            for piece in groups
        }
        self._scan = _scan(groups)

    def of(self, text: str, start: int, end: int) -> dict[int, list[tuple[int, int]]]:
        """For each pattern, by its order, the stretches of text[start:end] that all its matches lie within.

        They are in order and apart; a pattern that cannot match is left out. A search within them finds what a search
        through all of text[start:end] would find.
        """
        words = folded(text[start:end])
        windows = {order: [(start, end)] for order in self._everywhere}
        places = self._places(words, start)
        bounded = not (places and LONG_GAP.search(words))
        for group, stretches in places.items():
            for order, before, after in self._groups[group]:
                windows[order] = _around(stretches, before, after, start, end) if bounded else [(start, end)]
        return windows

    def _places(self, words: str, start: int) -> dict[int, list[tuple[int, int]]]:
        """For each group, where its pieces begin: the first and the last of those that stand close together."""
        places: dict[int, list[tuple[int, int]]] = {}
        for found in self._scan.finditer(words):
            place = start + found.start()
            for group in self._held[found[0] + found[found.lastindex or 0]]:
                stretches = places.get(group)
                if stretches is None:
                    places[group] = [(place, place)]
                elif place - stretches[-1][1] <= CLOSE:
                    stretches[-1] = (stretches[-1][0], place)
                else:
                    stretches.append((place, place))
        return places


def _finite(reach: int | None) -> int:
    return sys.maxsize if reach is None else reach


def _around(
    stretches: Sequence[tuple[int, int]], before: int, after: int, start: int, end: int
) -> list[tuple[int, int]]:
    """The windows around the stretches and within [start, end), those that meet as one."""
    windows: list[tuple[int, int]] = []
    for first, last in stretches:
        opens, closes = max(first - before, start), min(last + after, end)
        if windows and opens <= windows[-1][1]:
            windows[-1] = (windows[-1][0], closes)
        else:
            windows.append((opens, closes))
    return windows


def _scan(pieces: Iterable[str]) -> re.Pattern[str]:
    """Finds the longest piece at each place: its first character is matched, the others are looked at."""
    rests: dict[str, list[str]] = {}
    for piece in sorted(pieces, key=lambda piece: (-len(piece), piece)):
        rests.setdefault(piece[0], []).append(piece[1:])
    choices = (f"{re.escape(first)}(?=({'|'.join(map(re.escape, others))}))" for first, others in rests.items())
    return re.compile("|".join(choices) or "(?!)")
