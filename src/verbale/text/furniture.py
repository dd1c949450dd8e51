"""Furniture is what a page says for itself: menus, counters, offers, other headlines; no part of the text.

Each line is judged by evidence that adds up: its words (`clutter.toml`), its shape and its neighbours.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.model.text import Mark
from verbale.text.draft import Draft, Edit, Remark
from verbale.text.layout import is_initial

_LINE_LENGTH = 160  # characters: a longer line is no label
_OFFER_LENGTH = 600  # and no offer is longer than this
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|$)|[。！？]")
_WORD = re.compile(r"\w+")
_URL = re.compile(r"(?:https?://|www\.)\S+")
_SIGN = re.compile(r"\(?\d{1,6}\)?|\w")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ENOUGH = 3  # weight of a box: a sure sign and a slight one, or three slight ones
_SURE = 2
_GAP = 5  # lines between two signs of one box
_HEAD_GAP = 2
_BODY_WORDS = 12  # words of a sentence that is no label
_LONG_WORDS = 30
SECTION = "section"
_NAME_WORDS = 3  # a label or a name; a headline is longer
_MARKS = frozenset({"title", "meta", "heading", "list_item", "note", "quote_block", "caption"})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not empty, with the evidence: the `weight` of its words and shape, whether it `opens` a list.

    `strong` lines are sentences of the text, `kept` ones name it: its date, its byline, its headings.
    """

    start: int
    end: int
    words: str
    weight: int
    kind: str
    opens: bool
    asks: bool
    strong: bool
    kept: bool


def without_furniture(draft: Draft, language: Language) -> Draft:
    """The draft without page furniture, with a remark wherever some stood."""
    lines = list(_lines(draft, language))
    out = _left_out(lines)
    if not any(line.strong for i, line in enumerate(lines) if i not in out):
        out = {i for i in out if lines[i].weight >= _SURE and not lines[i].strong}
    if len(out) == len(lines):
        return draft
    remarks = tuple(_remark(draft, lines, group) for group in _groups(sorted(out)))
    sections = tuple((SECTION, lines[i].words) for i in sorted(out) if lines[i].kind == SECTION and i <= _HEAD_GAP)
    draft = replace(draft, metadata=draft.metadata + sections[:1])
    edits = [Edit(lines[i].start, lines[i].end, "") for i in sorted(out)]
    return draft.remarked(*remarks).edited(edits)


def _groups(indices: list[int]) -> Iterator[list[int]]:
    group: list[int] = []
    for i in indices:
        if group and i != group[-1] + 1:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def _remark(draft: Draft, lines: list[_Line], group: list[int]) -> Remark:
    start, end = lines[group[0]].start, lines[group[-1]].end
    kinds = sorted({lines[i].kind for i in group} - {""}) or ["headlines"]
    count = f"{len(group)} line{'s' * (len(group) > 1)}"
    return Remark(
        start, "left_out", f"{count} of page furniture ({', '.join(kinds)}), source {draft.source_of(start, end)}"
    )


def _lines(draft: Draft, language: Language) -> Iterator[_Line]:
    starts = sorted(mark.start for mark in draft.marks if mark.kind in _MARKS)
    start, named = 0, False
    for words, following in pairwise([*draft.content.split("\n"), ""]):
        end = start + len(words)
        if words.strip():
            marked = bisect_left(starts, start) < bisect_left(starts, end)
            line = _judged(start, end, words, language, marked or is_initial(words, following), named)
            named = line.kept and words.rstrip().endswith(":")
            yield line
        start = end + 1


def _judged(start: int, end: int, words: str, language: Language, marked: bool, named: bool) -> _Line:
    weight, kind, opens, asks = _said(words, language)
    count = len(_WORD.findall(words[:2000]))
    ends = len(_SENTENCE_END.findall(words[:2000]))
    prose = (count >= _BODY_WORDS and ends > 0) or count >= _LONG_WORDS
    kept = marked or named or bool(_YEAR.search(words) and count < _BODY_WORDS) or _names(words, language)
    if kept and weight < _SURE:
        weight, opens = 0, False
    return _Line(start, end, words, weight, kind, opens, asks, prose and not weight, kept and not weight)


def _names(words: str, language: Language) -> bool:
    """Whether the line names author or day, or is a caption."""
    if len(words) <= _LINE_LENGTH and language.rules("clutter.keep").first(words):
        return True
    return is_caption(words, language)


def is_caption(words: str, language: Language) -> bool:
    """Whether a line describes a picture, as its credit shows."""
    return len(words) <= _OFFER_LENGTH and bool(language.rules("clutter.caption").first(words))


def captions(draft: Draft, language: Language) -> Draft:
    """The draft with its captions marked; a credit by itself belongs to the line above it."""
    marks: list[Mark] = []
    start, above = 0, ""
    for words in draft.content.split("\n"):
        if is_caption(words, language):
            alone = words.startswith("(") and above
            marks.append(Mark(start - (len(above) + 1 if alone else 0), start + len(words), "caption"))
        start, above = start + len(words) + 1, words
    return draft.marked(marks)


def _said(words: str, language: Language) -> tuple[int, str, bool, bool]:
    """What a line's words say of it: the weight as furniture, its kind, whether it opens a list and whether it asks."""
    if len(words) <= _LINE_LENGTH:
        if _URL.fullmatch(words.strip()):
            return _SURE, "address", False, False
        if _SIGN.fullmatch(words.strip()):
            return 1, "number", False, False
        if matches := _label(words, language):
            weight = max(match.get("weight", _SURE) for match in matches)
            last = matches[-1]
            return weight, matches[0]["kind"], last.get("opens", False), last.get("asks", False)
    if len(words) <= _OFFER_LENGTH:
        offers = {words[match.start : match.end].lower() for match in language.rules("clutter.offer").find(words)}
        return min(len(offers), _ENOUGH), "offer" if offers else "", False, False
    return 0, "", False, False


def _label(words: str, language: Language) -> list[Match]:
    """The furniture's words that the line is made of, if it is made of nothing else."""
    matches = list(language.rules("clutter.line").find(words))
    rest = list(words)
    for match in matches:
        rest[match.start : match.end] = " " * (match.end - match.start)
    return [] if _WORD.search("".join(rest)) else matches


def _left_out(lines: list[_Line]) -> set[int]:
    """The indices of the lines that are furniture."""
    first = next((i for i, line in enumerate(lines) if line.strong), len(lines))
    last = next((i for i in range(len(lines) - 1, -1, -1) if lines[i].strong), -1)
    out: set[int] = set()
    for group in _clusters(lines, first):
        weight = sum(lines[i].weight for i in group)
        if weight >= _ENOUGH:
            out |= {i for i in range(group[0], group[-1] + 1) if not lines[i].kept}
            out |= _teaser(lines, group[0], first)
        else:
            out |= {i for i in group if lines[i].weight >= _SURE or _in_row(lines, group)}
        out |= _opened(lines, group, weight, last)
    return out | _sections(lines, out)


def _in_row(lines: list[_Line], group: list[int]) -> bool:
    """Whether signs that are slight by themselves stand one below the other: buttons."""
    return 1 < len(group) == group[-1] - group[0] + 1 and not {lines[i].kind for i in group} & {"number", SECTION}


def _sections(lines: list[_Line], out: set[int]) -> set[int]:
    """The names of the paper's sections above the headline, in a page that has furniture elsewhere."""
    labels = {lines[i].words for i in out}
    found: set[int] = set()
    for i, (line, below) in enumerate(pairwise(lines[: _HEAD_GAP + 2])):
        if i in out:
            continue
        within = bool(found) and _count(line) == 1 and _count(below) > _NAME_WORDS
        if not out or line.kept or not (line.kind == SECTION or line.words in labels or within):
            break
        found.add(i)
    return found


def _count(line: _Line) -> int:
    return len(_WORD.findall(line.words))


def _clusters(lines: list[_Line], first: int) -> Iterator[list[int]]:
    """Lines with evidence that stand together: nothing of the text and only a few other lines between them."""
    group: list[int] = []
    for i, line in enumerate(lines):
        if line.weight:
            between = range(group[-1] + 1, i) if group else range(0)
            gap = _GAP if i > first else _HEAD_GAP
            if group and (len(between) > gap or any(lines[j].strong or lines[j].kept for j in between)):
                yield group
                group = []
            group.append(i)
    if group:
        yield group


def _opened(lines: list[_Line], group: list[int], weight: int, last: int) -> set[int]:
    """The other headlines below a line that opens a list of them, down to the text or to the end."""
    opener = next((i for i in reversed(group) if lines[i].opens), None)
    if opener is None or not (weight >= _SURE or opener > last):
        return set()
    end = opener + 1
    if lines[opener].asks and end < len(lines) and "?" in lines[end].words:
        end += 1
    while end < len(lines) and not lines[end].strong and not lines[end].kept:
        end += 1
    if end < len(lines) and lines[end].strong and lines[end - 1].words.isupper() and end - 1 > opener + 1:
        end -= 1
    return set(range(opener, end))


def _teaser(lines: list[_Line], top: int, first: int) -> set[int]:
    """The name of an offer above it: two short lines or more between a sentence of the text and the box."""
    labels = top
    while labels > first and not lines[labels - 1].strong and not lines[labels - 1].kept:
        labels -= 1
    short = all(_count(lines[i]) <= _NAME_WORDS for i in range(labels, top))
    return set(range(labels, top)) if first < labels and 2 <= top - labels <= 3 and short else set()
