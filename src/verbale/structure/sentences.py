"""A sentence is a stretch of one passage that ends where its writer closed it: never across passages, never endless."""

import re
from collections.abc import Iterator
from itertools import pairwise

from verbale.lang.pack import Language

LONGEST = 4000  # characters; a longer stretch without an end is cut at white space

_STOPS = ".!?\u2026\u3002\uff01\uff1f\uff1b"  # … 。 ！ ？ ；
_WIDE = "\u3002\uff01\uff1f"  # 。 ！ ？ need no space after them
_CLOSERS = "\"'\u201d\u2019\u00bb)\\]\u300d\u300f\u300b"  # ” ’ » ) ] 」 』 》
_STOP = re.compile(
    rf"(?P<stop>[{_STOPS}]+)(?P<closers>[{_CLOSERS}]*)(?P<space>\s+|$|(?<=[{_WIDE}])|(?<=[{_WIDE}][{_CLOSERS}]))"
)
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+$|et al$")
_NEXT_WORD = re.compile(r"[^\w\s]*(?P<word>[^\W_]+)")
_ITEM = re.compile(r"\n(?=[^\S\n]*(?:[-\u2022*\u2013]|\(?\d{1,2}[.)]|\(?[a-z]\))[^\S\n])")
_LOOK_BACK = 24  # characters: longer than any abbreviation
_LOOK_AHEAD = 80


def split_sentences(content: str, language: Language, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of content[start:end] as offsets, in order and trimmed: all of it but the white space between."""
    end = len(content) if end is None else end
    cuts = sorted({start, end, *_ends(content, language, start, end), *_items(content, start, end)})
    return [piece for a, b in pairwise(cuts) for piece in _trimmed(content, a, b)]


def _ends(content: str, language: Language, start: int, end: int) -> Iterator[int]:
    for stop in _STOP.finditer(content, start, end):
        if _closes(content, stop, language, start, end):
            yield stop.end("closers")


def _items(content: str, start: int, end: int) -> Iterator[int]:
    return (m.start() for m in _ITEM.finditer(content, start, end))


def _closes(content: str, stop: re.Match[str], language: Language, start: int, end: int) -> bool:
    """Whether a sentence ends at these marks, by what stands before and after them."""
    if stop.end() >= end or stop["stop"][-1] in _WIDE:
        return True
    following = _NEXT_WORD.match(content, stop.end(), end)
    if following is None:
        return False
    word = following["word"]
    if word[0].islower():
        return False
    if stop["stop"] == "." and not stop["closers"]:
        before = _WORD_BEFORE.search(content[max(start, stop.start() - _LOOK_BACK) : stop.start()])
        return before is None or _ends_after(before[0], word, language)
    return not (stop["closers"] and stop["stop"][-1] != "." and _goes_on(content, stop.end(), end, language))


def _ends_after(before: str, word: str, language: Language) -> bool:
    """Whether a full stop ends a sentence between these two words, or belongs to an abbreviation or initial."""
    opens = word.lower() in language.table("sentences.openers")
    rule = language.table("sentences.abbreviations").get(before.lower())
    if rule == "never":
        return False
    if rule == "number":
        return not (word[0].isdigit() or (word.isupper() and len(word) == 1))
    if rule == "seldom" or (before[-1].isupper() and (len(before) == 1 or before[-2] == ".")):
        return opens
    return True


def _goes_on(content: str, start: int, end: int, language: Language) -> bool:
    """Whether what follows a quoted question says who asked it."""
    return language.rules("sentences.tails").at(content[start : min(end, start + _LOOK_AHEAD)], 0) is not None


def _trimmed(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = content[start:end]
    start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    while end - start > LONGEST:
        cut = _space_before(content, start, start + LONGEST)
        yield start, start + len(content[start:cut].rstrip())
        start = next(at for at in range(cut, end) if not content[at].isspace())
    if start < end:
        yield start, end


def _space_before(content: str, start: int, limit: int) -> int:
    """The last white space in content[start:limit], or the limit where there is none."""
    return next((at for at in range(limit, start, -1) if content[at].isspace()), limit)
