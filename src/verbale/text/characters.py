"""A repair of characters: line ends, stray controls, spaces, entities; each a named step from a text to its edits."""

import re
from collections.abc import Iterator
from html import unescape

from verbale.text.draft import Edit

_LINE_ENDS = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")
_STRAY = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\ufff9-\ufffb]+")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_MANY_SPACES = re.compile(" {2,}")
_LINE_EDGES = re.compile(r"(?m)^ +| +$")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLANK = re.compile(r"\n{3,}")
_EDGES = re.compile(r"\A\n+|\n+\Z")
_REPLACEMENT = "\ufffd"


def line_ends(content: str) -> Iterator[Edit]:
    """Every way to end a line is a newline."""
    return (Edit(m.start(), m.end(), "\n") for m in _LINE_ENDS.finditer(content))


def stray_controls(content: str) -> Iterator[Edit]:
    """Control characters, a NUL among them, are no part of a text."""
    return (Edit(m.start(), m.end(), "") for m in _STRAY.finditer(content))


def invisible(content: str) -> Iterator[Edit]:
    """Soft hyphens, word joiners, zero-width spaces and byte order marks go; marks of direction and joining stay."""
    return (Edit(m.start(), m.end(), "") for m in _INVISIBLE.finditer(content))


def spaces(content: str) -> Iterator[Edit]:
    """A space of any width is a space."""
    return (Edit(m.start(), m.end(), " ") for m in _SPACES.finditer(content))


def single_spaces(content: str) -> Iterator[Edit]:
    """One space where there are several: the first stays."""
    return (Edit(m.start() + 1, m.end(), "") for m in _MANY_SPACES.finditer(content))


def line_edges(content: str) -> Iterator[Edit]:
    """No spaces at the ends of a line."""
    return (Edit(m.start(), m.end(), "") for m in _LINE_EDGES.finditer(content))


def blank_lines(content: str) -> Iterator[Edit]:
    """One empty line between paragraphs, none before the first and after the last."""
    edges = {(m.start(), m.end()) for m in _EDGES.finditer(content)}
    many = ((m.start() + 2, m.end()) for m in _BLANK.finditer(content) if (m.start(), m.end()) not in edges)
    return (Edit(start, end, "") for start, end in sorted({*edges, *many}))


def surrogate_entities(content: str) -> Iterator[Edit]:
    """`&#xD800;` and its like name half a character: they become U+FFFD."""
    for m in _ENTITY.finditer(content):
        if m[0][1] == "#" and 0xD800 <= _code(m[0][2:-1]) <= 0xDFFF:
            yield Edit(m.start(), m.end(), _REPLACEMENT)


def _code(written: str) -> int:
    return int(written[1:], 16) if written[0] in "xX" else int(written)


def entities(content: str) -> Iterator[Edit]:
    """`&amp;` and its like stand for one character or two."""
    for m in _ENTITY.finditer(content):
        words = unescape(m[0])
        if words != m[0]:
            yield Edit(m.start(), m.end(), words)
