"""A quoted stretch is the words between two quotation marks of any style, the marks themselves excluded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

CLOSERS = frozenset("”»’›")
_DOUBLE = re.compile(r"[“”„«»\"‟]|''|``")  # typewriters and agencies write a double mark as two single ones
_BEFORE_OPENING = frozenset('([{—–-/…“„«"‘')
_AFTER_CLOSING = frozenset('.,;:!?)]}—–-/…”»"’<')
_ENDS = frozenset(".,!?…")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Offsets of the words between the marks. `open` says that the closing mark is missing from the paragraph, and
    `resumes` that the opening one is, because the quotation began in the paragraph before."""

    start: int
    end: int
    single: bool = False
    open: bool = False
    resumes: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """What the marks of one paragraph enclose, and the offsets of marks that enclose nothing."""

    quoted: tuple[Quoted, ...]
    strays: tuple[int, ...]


def read_marks(content: str, start: int, end: int, *, resumed: bool = False) -> Marks:
    """The outermost quoted stretches of a paragraph, content[start:end].

    `resumed` says that a quotation of the paragraph before was left open, so that a closing mark may come first.
    """
    doubles, strays = _doubles(content, start, end, resumed)
    singles = [
        q
        for q in _singles(content, start, end)
        if not any(d.start <= q.start < d.end or q.start <= d.start < q.end for d in doubles)
    ]
    return Marks(tuple(sorted([*doubles, *singles], key=lambda q: q.start)), tuple(strays))


def _doubles(content: str, start: int, end: int, resumed: bool) -> tuple[list[Quoted], list[int]]:
    found: list[Quoted] = []
    strays: list[int] = []
    opened = start if resumed else None
    resumes = resumed
    for mark in _DOUBLE.finditer(content, start, end):
        i, after = mark.span()
        if opened is None:
            if _can_open(content, i, after, start, end):
                opened = after
            else:
                strays.append(i)
        elif _can_close(content, i, after, start, end) or not _can_open(content, i, after, start, end):
            found.append(Quoted(opened, i, resumes=resumes))
            opened = None
        else:
            strays += [] if resumes else [opened - 1]
            opened = after
        resumes = False
    if opened is not None and opened > start:
        found.append(Quoted(opened, end, open=True))
    return found, strays


def _can_open(content: str, i: int, after: int, start: int, end: int) -> bool:
    """Whether a mark, content[i:after], can open: white space or the like before it, a word after it."""
    before = content[i - 1] if i > start else " "
    follows = content[after] if after < end else " "
    return not follows.isspace() and (before.isspace() or before in _BEFORE_OPENING)


def _can_close(content: str, i: int, after: int, start: int, end: int) -> bool:
    before = content[i - 1] if i > start else " "
    follows = content[after] if after < end else " "
    return not before.isspace() and (follows.isspace() or follows in _AFTER_CLOSING or content[i] in CLOSERS)


def _singles(content: str, start: int, end: int) -> Iterator[Quoted]:
    """Stretches between single marks; an apostrophe neither opens one nor, where a better mark follows, closes it."""
    i = start
    while i < end:
        if (
            content[i] in "'‘‚‹"
            and content[i : i + 2] != "''"
            and _can_open(content, i, i + 1, start, end)
            and content[i + 1].isalnum()
        ):
            close = _single_end(content, i + 1, start, end)
            if close is not None:
                yield Quoted(i + 1, close, single=True)
                i = close
        i += 1


def _single_end(content: str, opened: int, start: int, end: int) -> int | None:
    candidates: list[int] = []
    for i in range(opened, end):
        if content[i] in "‘‚‹" and _can_open(content, i, i + 1, start, end):
            break
        if content[i] in "'’›‘" and _can_close(content, i, i + 1, start, end) and not _within_word(content, i, end):
            candidates.append(i)
            if content[i - 1] in _ENDS:
                return i
    return candidates[0] if candidates else None


def _within_word(content: str, i: int, end: int) -> bool:
    return i + 1 < end and content[i + 1].isalnum()
