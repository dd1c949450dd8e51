"""A word, for comparing what two texts report, is its letters: not its case, its marks or the white space about it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

_LETTER = r"[^\W_]"
_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # scripts that set no spaces: a character a word
_GAP = re.compile(r"[\[(<]?(?:…+|⋯+|\.(?:\s?\.){2,})[\])>]?|[\[(]\.\.[\])]")
_BRACKET = re.compile(r"\[[^\[\]\n]{1,120}\]")
_DIRECTION = re.compile(rf"\((?=[^\W\d_a-z]){_LETTER}[^()\n]{{1,40}}[.!?]\)")  # "(Laughter.)", never "(in May)"
_WORD = re.compile(
    rf"[{_ALONE}]"
    rf"|(?:{_LETTER}\.){{2,}}"  # U.N.
    rf"|\d+(?:[.,]\d+)*"
    rf"|(?:\[{_LETTER}{{1,20}}\])?(?:(?![{_ALONE}]){_LETTER})+(?:['’](?:(?![{_ALONE}]){_LETTER})+)*(?:\[{_LETTER}{{1,20}}\])?"
    r"|[$€£¥₽₹₩₪%‰]"
)
_GROUPS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_MARKS = re.compile(r"[\[\].,]")


@dataclass(frozen=True, slots=True)
class Word:
    """content[start:end]; words are the same where their `key` is.

    `inserted` says that an editor's brackets hold it or a part of it, or that it is a stage direction; `gap` that an
    ellipsis stands before it.
    """

    start: int
    end: int
    key: str
    inserted: bool = False
    gap: bool = False


def words_of(content: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of content[start:end] in their order, each where it stands in the content."""
    end = len(content) if end is None else end
    gaps = [m.span() for m in _GAP.finditer(content, start, end)]
    asides = _asides(content, start, end)
    reached = start
    for match in _WORD.finditer(content, start, end):
        at = bisect_right(gaps, (match.start(), match.start())) - 1
        gap = at >= 0 and gaps[at][0] >= reached
        inserted = "[" in match[0] or _within(match.start(), asides)
        yield Word(match.start(), match.end(), _key(match[0]), inserted, gap)
        reached = match.end()


def _asides(content: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where words stand that nobody said: in an editor's brackets, or as stage directions."""
    found = [m.span() for form in (_BRACKET, _DIRECTION) for m in form.finditer(content, start, end)]
    return sorted(found)


def _within(at: int, stretches: list[tuple[int, int]]) -> bool:
    before = bisect_right(stretches, (at, at)) - 1
    return before >= 0 and stretches[before][0] <= at < stretches[before][1]


def _key(word: str) -> str:
    """The letters alone: "[T]he" and "the", "1,000" and "1000", "U.N." and "UN" are the same word."""
    if word[0].isdigit():
        return normalize("NFKC", _GROUPS.sub("", word))
    return normalize("NFKC", _MARKS.sub("", word)).casefold().replace("’", "'")
