"""Layout is how a text is broken into lines and pages; what a page or a column broke is made whole again."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from verbale.model.text import Mark
from verbale.text.draft import Draft, Edit, Piece
from verbale.text.markdown import PAGE_BREAK

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]*\S[^\n]*)*")
_BLOCK_START = re.compile(
    r"[ \t]*(?:#{1,6}\s|>|[-*+•‣▪●◦·][ \t\u00a0]|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)][ \t]|\[\^|<sup>|\|)"
)
_HARD_BREAK = re.compile(r"(?: {2,}|\\|\|)$")
_LONGEST_LINE = 120  # columns: nobody wraps wider
_NARROWEST = 40
_MOSTLY = 0.6
_FULL = 0.9  # of the width, with the next word: what shows that a text is wrapped
_FULL_ENOUGH = 0.75  # and where it is, what shows that a line is

_CLOSING = "\"'”’»)]*"
_OPENING = "\"'“‘«"
_FINAL = ".!?:;…。！？—–؟۔"
_PROSE = 40  # characters: what is shorter may be a label, a name, a heading
_LONG = 60
_PAGE = 120
_PUNCTUATION = re.compile(r"[.,;:!?)%]+(?:\s|$)|['’][^\W\d_A-Z]{1,2}\b")
_LABEL = re.compile(  # of a turn in a transcript: a letter, a name, an outlet's address
    r"Q[^\S\n:.]|[QA][:.]\s|[A-Z][A-Z.’' -]{1,50}:\s|(?:[A-Z][\w.’'-]*[^\S\n]){0,4}[A-Z#\d][\w.’'-]*:\s"
    r"|[\w-]+\.[a-z.]{2,12}:\s"
)
_WORD = re.compile(r"\w+")
_DROP_CAP = re.compile(r"[^\W\d_a-z]")
_ORNAMENT = re.compile(r"(?m)^[ \t]*[*#_=~•·–—-](?:[ \t]*[*#_=~•·–—-])+[ \t]*$")
_PAGE_NUMBER = re.compile(r"[-–— |]*\d{1,4}[-–— |]*")


def wraps(content: str) -> Iterator[Edit]:
    """The newlines of a hard-wrapped text, where the next word would not have fitted, are spaces."""
    breaks = [entry for m in _PARAGRAPH.finditer(content) for entry in _breaks(m[0], m.start())]
    widths = sorted(len(line) for _, line, _ in breaks if len(line) <= _LONGEST_LINE)
    width = widths[len(widths) * 9 // 10] if len(widths) > 1 else 0
    reach = [(place, len(line), len(line) + 1 + len(word)) for place, line, word in breaks]
    full = sum(length <= _LONGEST_LINE and reached >= width * _FULL for _, length, reached in reach)
    if width >= _NARROWEST and full >= _MOSTLY * len(breaks):
        yield from (Edit(place, place + 1, " ") for place, _, reached in reach if reached >= width * _FULL_ENOUGH)


def _breaks(paragraph: str, offset: int) -> Iterator[tuple[int, str, str]]:
    """Each newline within a paragraph that may be soft: its place, the line before it and the word after."""
    lines = paragraph.split("\n")
    for line, following in pairwise(lines):
        offset += len(line)
        if not _HARD_BREAK.search(line) and not _BLOCK_START.match(following) and following.strip():
            yield offset, line.rstrip(), following.split(maxsplit=1)[0]
        offset += 1


def ornaments(content: str) -> Iterator[Edit]:
    """Lines of stars, hashes and dashes are no words."""
    return (Edit(m.start(), m.end(), "") for m in _ORNAMENT.finditer(content))


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not empty; `kinds` are the marks that begin on it, `broken` what stood between it and the last."""

    start: int
    end: int
    words: str
    kinds: frozenset[str]
    broken: bool
    apart: bool

    @property
    def finished(self) -> bool:
        """Whether a sentence ends with the line, as far as its last character tells, or that before a last bracket."""
        words = self.words
        if words.endswith(")"):
            words = words[: max(words.rfind("("), 0)].rstrip()
        return not words or words.rstrip(_CLOSING)[-1:] in _FINAL

    @property
    def goes_on(self) -> bool:
        """Whether it begins in the middle of a sentence, as far as its first letter tells."""
        return self.words.lstrip(_OPENING)[:1].islower()


def healed(draft: Draft, ordinals: Mapping[str, Any]) -> Draft:
    """The draft with torn paragraphs joined, and the notes and page breaks that stood in them moved or gone.

    `ordinals` are the letters that make a figure an ordinal, which a page may raise and a scraper tear off.
    """
    lines, notes = _lines(draft)
    if not lines:
        return draft
    joints = _joints(lines, ordinals, draft.content)
    pieces = [Piece(0, lines[0].start, "")]
    for line, following, joint in zip(lines, [*lines[1:], None], [*joints, None], strict=True):
        pieces.append(Piece(line.start, line.end, line.words))
        end = following.start if following else len(draft.content)
        pieces.append(_gap(draft.content, line.end, end, following, joint))
    for line in notes:
        pieces += [Piece(line.start, line.start, "\n\n"), Piece(line.start, line.end, line.words)]
    return draft.recast(pieces)


def _gap(content: str, start: int, end: int, following: _Line | None, joint: str | None) -> Piece:
    """What stands between a line and the next: the newlines that were there, or the joint."""
    if not following:
        return Piece(start, end, "")
    if joint is None:
        joint = "\n\n" if following.apart or following.broken else content[start:end]
    return Piece(start, end, joint)


def _lines(draft: Draft) -> tuple[list[_Line], list[_Line]]:
    """The lines of the running text, and those of notes; page breaks are remembered in the line that follows."""
    marks = sorted(draft.marks, key=lambda mark: mark.start)
    starts = [mark.start for mark in marks]
    lines: list[_Line] = []
    notes: list[_Line] = []
    start, broken, apart = 0, False, False
    raw = draft.content.split("\n")
    for i, words in enumerate(raw):
        end = start + len(words)
        kinds = _kinds(marks, starts, start, end)
        if not words.strip():
            apart, broken = True, broken or PAGE_BREAK in words
        elif words.strip(" \f") == "" or _ends_page(raw, i, broken, apart):
            broken = True
        elif "note" in kinds:
            notes.append(_Line(start, end, words, kinds, False, False))
            broken = apart = True
        else:
            lines.append(_Line(start, end, words, kinds, broken, apart))
            broken = apart = False
        start = end + 1
    return lines, notes


def _kinds(marks: list[Mark], starts: list[int], start: int, end: int) -> frozenset[str]:
    return frozenset(mark.kind for mark in marks[bisect_left(starts, start) : bisect_left(starts, end)])


def _ends_page(raw: list[str], i: int, broken: bool, apart: bool) -> bool:
    """Whether the line is a page's number: alone, beside a page break."""
    if not _PAGE_NUMBER.fullmatch(raw[i].strip()):
        return False
    following = next((line for line in raw[i + 1 : i + 4] if line.strip(" ")), "")
    return broken or PAGE_BREAK in following


def _joints(lines: list[_Line], ordinals: Mapping[str, Any], content: str) -> list[str | None]:
    """What joins each line with the next: nothing, a space, or None where they stay apart."""
    words = Counter(_WORD.findall(content)) if any(len(line.words) == 1 for line in lines) else Counter()
    joints: list[str | None] = []
    for a, b in pairwise(lines):
        ordinal = bool(joints) and joints[-1] == "" and a.words in ordinals
        joints.append(" " if ordinal and not b.kinds & _OWN else _joint(a, b, ordinals, words))
    for i, (a, b, c) in enumerate(zip(lines, lines[1:], lines[2:], strict=False)):
        if joints[i] is None and _torn_link(a, b) and (joints[i + 1] is not None or _goes_on(b, c)):
            joints[i] = " "
            joints[i + 1] = " " if joints[i + 1] is None else joints[i + 1]
    return joints


def _goes_on(a: _Line, b: _Line) -> bool:
    return not b.apart and not b.broken and not a.finished and b.goes_on and not b.kinds & _OWN


_OWN = frozenset({"title", "meta", "heading", "list_item", "quote_block"})  # lines of these are nobody's continuation


def _joint(a: _Line, b: _Line, ordinals: Mapping[str, Any], words: Mapping[str, int]) -> str | None:
    if b.kinds & _OWN or a.kinds & {"title", "meta", "heading"}:
        return None
    if not b.apart and is_initial(a.words, b.words):
        return _after_initial(a.words, b.words, words)
    if a.finished or _LABEL.match(b.words):
        return None
    if not b.apart and (_PUNCTUATION.match(b.words) or (b.words in ordinals and a.words[-1].isdigit())):
        return ""
    if b.goes_on and (_torn_line(a, b) if not (b.apart or b.broken) else len(a.words) >= _LONG):
        return " "
    return " " if b.broken and len(a.words) >= _PAGE and len(b.words) >= _PROSE else None


def _torn_line(a: _Line, b: _Line) -> bool:
    return len(a.words) >= _PROSE or len(b.words) >= _PROSE


def _torn_link(a: _Line, b: _Line) -> bool:
    """Whether a few words by themselves, which the next line goes on from, stood in the line before: a link, say."""
    short = 1 < len(b.words) < _LONG and not b.kinds & _OWN
    return short and not b.apart and not a.finished and len(a.words) >= _PROSE and not a.kinds & _OWN


def is_initial(words: str, following: str) -> bool:
    """Whether a line is the large first letter of the paragraph below it."""
    opens = (following[:2].isalpha() and following[:1].islower()) or (
        len(following) >= _PROSE and following[0].isalpha()
    )
    return bool(_DROP_CAP.fullmatch(words)) and opens


def _after_initial(initial: str, rest: str, words: Mapping[str, int]) -> str:
    """Nothing after a dropped capital; a space after a word of one letter, if what follows is a word elsewhere too."""
    found = _WORD.match(rest)
    first = found[0] if found else ""
    whole = {initial + first, (initial + first).lower()}
    return " " if words.get(first, 0) > 1 and not any(word in words for word in whole) else ""
