"""A paragraph is a stretch of text between breaks, with what the markup says of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from verbale.model.text import Mark, MarkKind, Text

_BLANK = re.compile(r"\n(?:[^\S\n]*\n)+")
_LINE_END = re.compile(r"(?<!\n)\n(?![^\S\n]*\n)")
_LABEL = re.compile(r"\n(?=Q[^\S\n]+\S|[A-Z][A-Z.’' -]{1,50}:[^\S\n])")
_MASTHEAD = 3000  # characters in which the lines above a text stand
_LONGEST_LINE = 160  # characters: a longer one is a paragraph
_PROSE = 60  # characters: a line that long is a sentence or part of one
_FINAL = ".!?:;\u2026\"'”’)]。！？"
_MOST = 0.8  # a mark that covers this much of a paragraph is the paragraph's own
QUESTION_MARKS = "?？؟"
_OWN: tuple[MarkKind, ...] = (
    "title",
    "heading",
    "note",
    "caption",
    "quote_block",
    "list_item",
    "meta",
    "strong",
    "emphasis",
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """text[start:end], trimmed; `kinds` are the marks that cover nearly all of it, each with its value."""

    start: int
    end: int
    words: str
    kinds: tuple[tuple[MarkKind, str], ...] = ()

    def is_a(self, *kinds: MarkKind) -> bool:
        """Whether the markup says that the paragraph is one of these."""
        return any(kind in kinds for kind, _ in self.kinds)

    def value(self, kind: MarkKind) -> str:
        """The value of its mark of that kind: a heading's level, a list item's number; empty if there is none."""
        return next((value for own, value in self.kinds if own == kind), "")

    @property
    def lines(self) -> list[str]:
        """Its lines, trimmed."""
        return [line.strip() for line in self.words.split("\n")]


def find_paragraphs(text: Text) -> list[Paragraph]:
    """The paragraphs in order; in a text of lines, and above a text, every line is one."""
    stretches = [piece for piece in _pieces(text) if piece[0] < piece[1]]
    covers = _covers(text.marks, stretches)
    return [
        Paragraph(start, end, text.content[start:end], tuple(_own(covers[i], end - start)))
        for i, (start, end) in enumerate(stretches)
    ]


def _pieces(text: Text) -> Iterator[tuple[int, int]]:
    content = text.content
    start = 0
    for end, after in [*sorted(_breaks(text)), (len(content), len(content))]:
        words = content[start:end]
        if words.strip():
            yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        start = max(start, after)


def _breaks(text: Text) -> set[tuple[int, int]]:
    """Where paragraphs part: at blank lines, at list items and headings, and at every line of a text made of lines."""
    content = text.content
    breaks = {m.span() for m in _BLANK.finditer(content)}
    lines = {m.span() for m in _LINE_END.finditer(content)}
    breaks |= {m.span() for m in _LABEL.finditer(content)}
    masthead = _masthead_end(content)
    is_of_lines = len(lines) > len(breaks) and _ends_sentences(content, lines)
    breaks |= lines if is_of_lines else {span for span in lines if span[1] <= masthead}
    for mark in text.marks:
        if mark.kind in ("title", "heading", "list_item", "note", "caption"):
            edges = (mark.start,) if mark.kind == "list_item" else (mark.start, mark.end)
            breaks |= {(at, at) for at in edges if _is_line_edge(content, at)}
        elif mark.kind in ("strong", "emphasis") and _asks_at_line_start(content, mark):
            breaks |= {(mark.start, mark.start), (mark.end, mark.end)}
    return breaks


def _ends_sentences(content: str, lines: set[tuple[int, int]]) -> bool:
    """Whether the long lines end where sentences do, as paragraphs of one line each do and wrapped lines do not."""
    ends = [start for start, _ in lines if start >= _PROSE and "\n" not in content[start - _PROSE : start]]
    return 2 * sum(content[start - 1] in _FINAL for start in ends) >= len(ends)


def _masthead_end(content: str) -> int:
    """Where the short lines at the head of a text end: headline, byline, place and day, a line each."""
    reached = 0
    for line in content[:_MASTHEAD].splitlines(keepends=True):
        if len(line) > _LONGEST_LINE:
            break
        reached += len(line)
    return reached


def _asks_at_line_start(content: str, mark: Mark) -> bool:
    """Whether a mark sets a question in other type, at the start of a line: the reply may stand right after it."""
    begins = mark.start == 0 or content[mark.start - 1] == "\n"
    return begins and content[mark.start : mark.end].rstrip()[-1:] in QUESTION_MARKS


def _is_line_edge(content: str, at: int) -> bool:
    return content[at - 1 : at] == "\n" or content[at : at + 1] == "\n"


def _covers(marks: tuple[Mark, ...], stretches: list[tuple[int, int]]) -> list[dict[MarkKind, list[tuple[int, str]]]]:
    """How many characters of each stretch the marks of each kind cover, with the marks' values."""
    covers: list[dict[MarkKind, list[tuple[int, str]]]] = [{} for _ in stretches]
    starts = [start for start, _ in stretches]
    for mark in marks:
        i = max(bisect_right(starts, mark.start) - 1, 0)
        while mark.kind in _OWN and i < len(stretches) and stretches[i][0] < mark.end:
            common = min(mark.end, stretches[i][1]) - max(mark.start, stretches[i][0])
            if common > 0:
                covers[i].setdefault(mark.kind, []).append((common, mark.value))
            i += 1
    return covers


def _own(cover: dict[MarkKind, list[tuple[int, str]]], length: int) -> Iterator[tuple[MarkKind, str]]:
    for kind, pieces in cover.items():
        if sum(common for common, _ in pieces) >= _MOST * length:
            yield kind, pieces[0][1]
