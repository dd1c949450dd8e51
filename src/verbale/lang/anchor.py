"""An anchor is a set of pieces of writing of which every match of a pattern holds one: without them it cannot match.

It is read off the parsed pattern: each match of "(?:in|by) the (?:last|next) year" holds "the last year" or "the next
year". See docs/decisions/0007-anchors.md.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

GAP = 3  # white space and hyphens in a row that `reach` allows for, wherever a pattern allows any number of them
LONG_GAP = re.compile(rf"[\s-](?=[\s-]{{{GAP}}})")

_MOST = 300  # strings that are told apart within one pattern
_WIDEST = 12  # characters of a range that is spelled out: "[1-9]"
_DIGIT = 3  # how many letters a digit is worth: it is so much rarer in what people write
_LONG = 8  # characters: beyond these a piece is as rare as need be
_OTHER_DIGIT = re.compile(r"[^\D0-9]")

# The parser behind `re` is the only one that reads a pattern as `re` does. It has these names since Python 3.11.
_parser: Any = import_module("re._parser")
_codes: Any = import_module("re._constants")
_also: Mapping[int, Any] = import_module("re._casefix")._EXTRA_CASES  # letters of more than two cases

_REPEATS = (_codes.MAX_REPEAT, _codes.MIN_REPEAT, _codes.POSSESSIVE_REPEAT)
_DIGITS = (_codes.CATEGORY, _codes.CATEGORY_DIGIT)
_ENDS = (_codes.AT_END, _codes.AT_END_STRING)
_BLANKS = {(_codes.CATEGORY, _codes.CATEGORY_SPACE), *((_codes.LITERAL, ord(blank)) for blank in "- \t\n")}


@dataclass(frozen=True, slots=True)
class Anchor:
    """The folded `pieces` of which every match holds one, and the most characters that a match `reaches` over.

    What the pattern only looks at is counted too, in a text without a LONG_GAP. It is None where nothing bounds it, or
    where a match may depend on where the search ends.
    """

    pieces: frozenset[str]
    reach: int | None


def anchor_of(pattern: re.Pattern[str]) -> Anchor | None:
    """The rarest anchor that a pattern has; None where its matches need have nothing in common."""
    whole = _part_of(_parser.parse(pattern.pattern, pattern.flags))
    return Anchor(_without_longer(whole.pieces), whole.width) if whole.pieces else None


def folded(text: str) -> str:
    """The text in lower case, character by character; what `re` takes for an ASCII letter or a digit becomes it."""
    if not text.isascii():
        text = text.replace("İ", "i").replace("ı", "i").replace("ſ", "s")
        text = _OTHER_DIGIT.sub(lambda digit: str(int(digit[0])), text)
    return text.lower()


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of a pattern matches: all its `strings`, if they are few; `pieces` of which each holds one; its
    greatest `width`."""

    strings: frozenset[str] | None = None
    pieces: frozenset[str] | None = None
    width: int | None = None


_EMPTY = frozenset({""})


def _part_of(parsed: Any) -> _Part:
    return _sequence([_item(code, value) for code, value in parsed.data])


def _item(code: Any, value: Any) -> _Part:
    if code is _codes.LITERAL:
        return _Part(_spelled([value]), width=1)
    if code in (_codes.NOT_LITERAL, _codes.ANY):
        return _Part(width=1)
    if code is _codes.IN:
        return _Part(_class(value), width=1)
    if code is _codes.AT:
        return _Part(_EMPTY, width=None if value in _ENDS else 1)
    if code in (_codes.ASSERT, _codes.ASSERT_NOT):
        return _Part(_EMPTY, width=_part_of(value[1]).width)
    if code in (_codes.SUBPATTERN, _codes.ATOMIC_GROUP):
        return _part_of(value[-1] if code is _codes.SUBPATTERN else value)
    if code is _codes.BRANCH:
        return _choice([_part_of(branch) for branch in value[1]])
    if code in _REPEATS:
        least, most, repeated = value
        return _repeat(_part_of(repeated), least, most, _is_blank(repeated))
    return _Part()


def _spelled(codes: Iterable[int]) -> frozenset[str] | None:
    """The characters, folded; None where folding does not say what `re` takes for them."""
    characters = [chr(code) for code in codes]
    if any(not c.isascii() and ord(c.lower()[0]) in _also for c in characters):
        return None
    return frozenset(map(folded, characters))


def _class(items: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    """The characters of a class, if it names a few."""
    codes: list[int] = []
    for code, value in items:
        if code is _codes.LITERAL:
            codes.append(value)
        elif code is _codes.RANGE and value[1] - value[0] < _WIDEST:
            codes += range(value[0], value[1] + 1)
        elif (code, value) == _DIGITS:
            codes += map(ord, "0123456789")
        else:
            return None
    return _spelled(codes)


def _is_blank(parsed: Any) -> bool:
    """Whether it is one character, and one of those that LONG_GAP counts."""
    if len(parsed.data) != 1 or parsed.data[0][0] not in (_codes.IN, _codes.LITERAL):
        return False
    code, value = parsed.data[0]
    items = value if code is _codes.IN else parsed.data
    if items[0][0] is _codes.NEGATE:
        return (_codes.CATEGORY, _codes.CATEGORY_NOT_SPACE) in items
    return all(item in _BLANKS for item in items)


def _sequence(parts: Sequence[_Part]) -> _Part:
    """One part after another: strings that stand side by side are one longer string, as long as they are few."""
    whole, run, candidates = True, _EMPTY, [part.pieces for part in parts]
    for part in parts:
        if part.strings is not None and len(run) * len(part.strings) <= _MOST:
            run = frozenset(first + second for first in run for second in part.strings)
        else:
            candidates.append(run)
            whole, run = False, part.strings or _EMPTY
    widths = [part.width for part in parts]
    width = None if None in widths else sum(width or 0 for width in widths)
    return _Part(run if whole else None, _rarest([*candidates, run]), width)


def _choice(parts: Sequence[_Part]) -> _Part:
    """One part or another."""
    widths = [part.width for part in parts]
    width = None if None in widths else max(width or 0 for width in widths)
    return _Part(_union(part.strings for part in parts), _union(part.pieces for part in parts), width)


def _repeat(part: _Part, least: int, most: int, blank: bool) -> _Part:
    """A part several times over; without a limit only blanks have a width."""
    width = None if part.width is None else part.width * most
    if most is _codes.MAXREPEAT:
        width = GAP if blank else None
    if least == 0:
        return _Part(_union([_EMPTY, part.strings]) if most == 1 else None, width=width)
    once_more = _sequence([part] * least).strings if least == most <= _WIDEST else None
    return _Part(once_more, part.pieces, width)


def _union(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """All of them; None where one is not known or they are many."""
    known = list(sets)
    strings = frozenset[str]().union(*(each for each in known if each is not None))
    return None if None in known or len(strings) > _MOST else strings


def _rarest(candidates: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """The set whose commonest piece is the rarest, of such the smallest."""
    usable = [pieces for pieces in candidates if pieces and "" not in pieces]
    return max(usable, key=lambda pieces: (min(map(_rarity, pieces)), -len(pieces)), default=None)


def _rarity(piece: str) -> int:
    return sum(_DIGIT if character.isdigit() else 1 for character in piece[:_LONG])


def _without_longer(pieces: Iterable[str]) -> frozenset[str]:
    """The pieces without those that begin with another."""
    kept: list[str] = []
    for piece in sorted(pieces):
        if not kept or not piece.startswith(kept[-1]):
            kept.append(piece)
    return frozenset(kept)


class Anchors:
    """The anchors of several patterns, looked for together in one pass over a text."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        anchors = [anchor_of(pattern) for pattern in patterns]
        self._everywhere = [order for order, anchor in enumerate(anchors) if anchor is None]
        self._reach = [anchor.reach if anchor else None for anchor in anchors]
        orders: dict[str, list[int]] = {}
        for order, anchor in enumerate(anchors):
            for piece in anchor.pieces if anchor else ():
                orders.setdefault(piece, []).append(order)
        # of the pieces that begin at one place the longest is found, and with it those that it begins with
        self._orders = {
            piece: sorted({order for other in orders if piece.startswith(other) for order in orders[other]})
            for piece in orders
        }
        self._scan = _scan(orders)

    def windows(self, text: str, start: int, end: int) -> dict[int, list[tuple[int, int]]]:
        """For each pattern, by its order, the stretches of text[start:end] that all its matches lie within.

        They are in order and apart; a pattern that cannot match is left out. A search within them finds what a search
        through all of text[start:end] would find.
        """
        windows = {order: [(start, end)] for order in self._everywhere}
        words = folded(text[start:end])
        bounded: bool | None = None
        for found in self._scan.finditer(words):
            bounded = not LONG_GAP.search(words) if bounded is None else bounded
            place = start + found.start()
            for order in self._orders[found[0] + found[found.lastindex or 0]]:
                reach = self._reach[order] if bounded else None
                near = (start, end) if reach is None else (max(start, place - reach), min(end, place + reach))
                _add(windows.setdefault(order, []), near)
        return windows


def _add(windows: list[tuple[int, int]], near: tuple[int, int]) -> None:
    """A window more, which begins no earlier than the last; they become one where they meet."""
    if windows and near[0] <= windows[-1][1]:
        windows[-1] = (windows[-1][0], max(near[1], windows[-1][1]))
    else:
        windows.append(near)


def _scan(pieces: Iterable[str]) -> re.Pattern[str]:
    """Finds the longest piece at each place: its first character is matched, the others are looked at."""
    rests: dict[str, list[str]] = {}
    for piece in sorted(pieces, key=lambda piece: (-len(piece), piece)):
        rests.setdefault(piece[0], []).append(piece[1:])
    choices = (f"{re.escape(first)}(?=({'|'.join(map(re.escape, others))}))" for first, others in rests.items())
    return re.compile("|".join(choices) or "(?!)")
