"""An anchor is a set of pieces of writing of which every match of a pattern holds one: without them it cannot match.

It is read off the parsed pattern: each match of "(?:in|by) the (?:last|next) year" holds "the last year" or "the next
year". See docs/decisions/0007-anchors.md.
"""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

GAP = 3  # white space and hyphens in a row that are allowed for, wherever a pattern allows any number of them
LONG_GAP = re.compile(rf"[\s-](?=[\s-]{{{GAP}}})")

_MOST = 300  # strings that are told apart within one pattern
_JOINED = 24  # of those, as many as are made by joining some with others: "19", "20" and any digit
_WIDEST = 12  # characters of a range that is spelled out: "[1-9]"
_LETTER, _DIGIT = 2, 5  # how much each tells: digits are so much rarer in what people write
_LONG = 5  # characters: beyond these a piece is as rare as need be
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
    """The folded `pieces` of which every match holds one, and how far around where that begins a match may reach.

    `before` and `after` count characters, those that the pattern only looks at among them, in a text without a
    LONG_GAP. None is as far as is searched: nothing bounds it, or where the search ends makes a difference.
    """

    pieces: frozenset[str]
    before: int | None = 0
    after: int | None = 0


def anchor_of(pattern: re.Pattern[str]) -> Anchor | None:
    """The rarest anchor that a pattern has; None where its matches need have nothing in common."""
    whole = _part_of(_parser.parse(pattern.pattern, pattern.flags))
    if whole.anchor is None:
        return None
    return Anchor(_without_longer(whole.anchor.pieces), whole.anchor.before, _sum(whole.anchor.after, whole.looks))


def folded(text: str) -> str:
    """The text in lower case, character by character; what `re` takes for an ASCII letter or a digit becomes it."""
    if not text.isascii():
        text = text.replace("İ", "i").replace("ı", "i").replace("ſ", "s")
        text = _OTHER_DIGIT.sub(lambda digit: str(int(digit[0])), text)
    return text.lower()


_EMPTY = frozenset({""})


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of a pattern matches: all its `strings`, if they are few; an anchor; and how much at most.

    `width` is what it takes in, `looks` how far it looks beyond the end of that, in characters; None is any number.
    """

    strings: frozenset[str] | None = None
    anchor: Anchor | None = None
    width: int | None = None
    looks: int | None = 0


def _part_of(parsed: Any) -> _Part:
    parts: list[_Part] = []
    letters = ""
    for code, value in parsed.data:
        if code is _codes.LITERAL and (letter := _letter(value)):
            letters += letter
            continue
        parts += [_letters(letters), _item(code, value)]
        letters = ""
    return _sequence([*parts, _letters(letters)])


@cache
def _letter(code: int) -> str | None:
    """The character, folded; None where folding does not say what `re` takes for it."""
    character = chr(code)
    known = character.isascii() or ord(character.lower()[0]) not in _also
    return folded(character) if known else None


def _letters(letters: str) -> _Part:
    """Characters that stand side by side, taken together."""
    return _Part(frozenset({letters}), width=len(letters))


def _item(code: Any, value: Any) -> _Part:
    if code in (_codes.LITERAL, _codes.NOT_LITERAL, _codes.ANY):
        return _Part(width=1)
    if code is _codes.IN:
        return _Part(_class(value), width=1)
    if code is _codes.AT:
        return _Part(_EMPTY, width=0, looks=None if value in _ENDS else 1)
    if code in (_codes.ASSERT, _codes.ASSERT_NOT):
        direction, seen = value[0], _part_of(value[1])
        return _Part(_EMPTY, width=0, looks=_sum(seen.width, seen.looks) if direction > 0 else seen.looks)
    if code in (_codes.SUBPATTERN, _codes.ATOMIC_GROUP):
        return _part_of(value[-1] if code is _codes.SUBPATTERN else value)
    if code is _codes.BRANCH:
        return _choice([_part_of(branch) for branch in value[1]])
    if code in _REPEATS:
        least, most, repeated = value
        return _repeat(_part_of(repeated), least, most, _is_blank(repeated))
    return _Part(looks=0 if code is _codes.GROUPREF else None)


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
    return _union(None if letter is None else {letter} for letter in map(_letter, codes))


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
    widths = [part.width for part in parts]
    candidates = [
        Anchor(held.pieces, _sum(*widths[:i], held.before), _sum(held.after, *widths[i + 1 :]))
        for i, part in enumerate(parts)
        if (held := part.anchor)
    ]
    whole, run, first = True, _EMPTY, 0
    for i, part in enumerate(parts):
        if part.strings is not None and _are_few(run, part.strings):
            run = frozenset(one + other for one in run for other in part.strings)
        else:
            candidates.append(Anchor(run, _sum(*widths[:first]), _sum(*widths[first:])))
            whole, run, first = False, *((_EMPTY, i + 1) if part.strings is None else (part.strings, i))
    candidates.append(Anchor(run, _sum(*widths[:first]), _sum(*widths[first:])))
    return _Part(run if whole else None, _rarest(candidates), _sum(*widths), _most(part.looks for part in parts))


def _are_few(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether the strings that both make together are few enough to be looked for."""
    return len(some) * len(others) <= (_MOST if 1 in (len(some), len(others)) else _JOINED)


def _choice(parts: Sequence[_Part]) -> _Part:
    """One part or another."""
    anchors = [part.anchor for part in parts if part.anchor]
    pieces = _without_longer({piece for anchor in anchors for piece in anchor.pieces})
    told = len(anchors) == len(parts) and len(pieces) <= _MOST
    anchor = Anchor(pieces, _most(a.before for a in anchors), _most(a.after for a in anchors)) if told else None
    width, looks = _most(part.width for part in parts), _most(part.looks for part in parts)
    return _Part(_union(part.strings for part in parts), anchor, width, looks)


def _repeat(part: _Part, least: int, most: int, blank: bool) -> _Part:
    """A part several times over; without a limit only blanks have a width."""
    width = None if part.width is None else part.width * most
    if most is _codes.MAXREPEAT:
        width = GAP if blank else None
    if least == 0:
        return _Part(_union([_EMPTY, part.strings]) if most == 1 else None, None, width, part.looks)
    strings = _sequence([part] * least).strings if least == most <= _WIDEST else None
    anchor = Anchor(part.anchor.pieces, part.anchor.before, _sum(width, part.anchor.after)) if part.anchor else None
    return _Part(strings, anchor, width, part.looks)


def _sum(*widths: int | None) -> int | None:
    return None if None in widths else sum(width or 0 for width in widths)


def _most(widths: Iterable[int | None]) -> int | None:
    known = list(widths)
    return None if None in known else max((width or 0 for width in known), default=0)


def _union(sets: Iterable[Set[str] | None]) -> frozenset[str] | None:
    """All of them; None where one is not known or they are many."""
    known = list(sets)
    strings = frozenset[str]().union(*(each for each in known if each is not None))
    return None if None in known or len(strings) > _MOST else strings


def _rarest(candidates: Iterable[Anchor]) -> Anchor | None:
    """The one whose commonest piece is the rarest, of such the one of the fewest."""
    usable = [anchor for anchor in candidates if "" not in anchor.pieces]
    return max(usable, key=lambda anchor: (min(map(_rarity, anchor.pieces)), -len(anchor.pieces)), default=None)


def _rarity(piece: str) -> int:
    head = piece[:_LONG]
    return _LETTER * len(head) + (_DIGIT - _LETTER) * sum(map(str.isdigit, head))


def _without_longer(pieces: Iterable[str]) -> frozenset[str]:
    """The pieces without those that begin with another."""
    kept: list[str] = []
    for piece in sorted(pieces):
        if not kept or not piece.startswith(kept[-1]):
            kept.append(piece)
    return frozenset(kept)
