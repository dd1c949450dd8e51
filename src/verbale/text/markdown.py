"""Markdown is words with marks: what is bold, a heading, a link, a note; the marks go, and what they said stays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from verbale.model.text import Mark, MarkKind
from verbale.text.draft import Draft, Edit

_TAG = r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]{0,400})?/?>"
_URL = r"[^()\s<>]*(?:\([^()\s<>]*\)[^()\s<>]*)*"
_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<break>\n[^\S\n]*\n\s*)"
    r"|(?P<raise><sup>\s*(?P<raised>[^<>]{1,12}?)\s*</sup>)"
    r"|(?P<comment><!--(?:[^<-]|<(?!!--)|-(?!->))*+-->)"
    r"|(?P<auto><(?P<address>https?://[^<>\s]+|[\w.+-]+@[\w.-]+)>)"
    rf"|(?P<tag>{_TAG})"
    r"|(?P<reference>\[\^[^\]\s]{1,40}\](?!:))"
    r"|(?P<opens>!?\[)"
    rf"|(?P<closes>\](?:\(\s*<?(?P<target>{_URL})>?(?:\s+[\"'(][^\"'()\n]*[\"')])?\s*\)|\[[^\[\]\n]{{0,100}}\])?)"
    r"|(?P<stars>\*+|_+)"
)
_NOTE_NUMBER = re.compile(r"[\d*†‡§,\s]+")
_UNIT_BEFORE = re.compile(r"(?<![^\W\d_])[kcdm]?m\Z")
_RAISED = {"2": "²", "3": "³"}
_LINE_TAGS = frozenset({"br", "p", "div", "li", "tr"})

_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r"[ \t]{0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_BULLET = re.compile(r"[ \t]*(?:[-*+•‣▪●◦·][ \t\u00a0]+)(?=\S)")
_NOTE = re.compile(r"[ \t]{0,3}(?:\[\^([^\]\s]{1,40})\]:|<sup>\s*(\d{1,3}|[*†‡])\s*</sup>)[ \t]*(?=\S)")

PAGE_BREAK = "\f"
_LONGEST_BOLD = 300  # characters of bold type that ends with a space
_DEPTH = 16  # open emphasis remembered: more is no emphasis


@dataclass(slots=True)
class _Found:
    """Edits and marks as they are found, before they are put in order."""

    edits: list[Edit] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


def blocks(draft: Draft) -> Draft:
    """Headings, rules, quotations, list items and the bodies of notes: their signs go, their marks stay."""
    found = _Found()
    previous = (0, 0)
    for start, end in _lines(draft.content):
        line = draft.content[start:end]
        if _block(found, line, start, end, draft.content[slice(*previous)], previous):
            previous = (0, 0)
        else:
            previous = (start, end)
    return draft.marked(found.marks).edited(found.edits)


def _lines(content: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in content.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _block(found: _Found, line: str, start: int, end: int, above: str, place: tuple[int, int]) -> bool:
    """Whether the line is a block by its signs, which are taken note of."""
    if above.strip() and (m := _UNDERLINE.match(line)) and len(above) < 200:
        found.marks.append(Mark(*place, "heading", "1" if m[1][0] == "=" else "2"))
        found.edits.append(Edit(start, end, ""))
    elif _RULE.match(line):
        found.edits.append(Edit(start, end, PAGE_BREAK))
    elif m := _HEADING.match(line):
        closing = _CLOSING_HASHES.search(line, m.end())
        last = closing.start() if closing else len(line)
        _prefixed(found, start, m.end(), start + last, "heading", str(len(m[1])))
        found.edits.append(Edit(start + last, end, ""))
    elif m := _NOTE.match(line):
        _prefixed(found, start, m.end(), end, "note", m[1] or m[2])
    elif m := _QUOTE.match(line):
        _prefixed(found, start, m.end(), end, "quote_block", "")
    elif m := _BULLET.match(line):
        _prefixed(found, start, m.end(), end, "list_item", "")
    else:
        return False
    return True


def _prefixed(found: _Found, start: int, prefix: int, end: int, kind: MarkKind, value: str) -> None:
    found.edits.append(Edit(start, start + prefix, ""))
    if start + prefix < end:
        found.marks.append(Mark(start + prefix, end, kind, value))


def inline(draft: Draft) -> Draft:
    """Escapes, tags, links, emphasis and the numbers of notes: their signs go, bold, italics and links are marked."""
    found, scan = _Found(), _Scan()
    for m in _TOKEN.finditer(draft.content):
        _HANDLERS[str(m.lastgroup)](scan, m, found)
    edits = sorted(found.edits, key=lambda edit: (edit.start, edit.end))
    return draft.marked(found.marks).edited(edits)


@dataclass(slots=True)
class _Scan:
    """What is open at a place of a paragraph: runs of stars and underscores, and square brackets."""

    stars: list[tuple[str, int, int]] = field(default_factory=list)
    brackets: list[tuple[int, int]] = field(default_factory=list)


def _escape(scan: _Scan, m: re.Match[str], found: _Found) -> None:
    found.edits.append(Edit(m.start(), m.start() + 1, ""))


def _break(scan: _Scan, m: re.Match[str], found: _Found) -> None:
    scan.stars.clear()
    scan.brackets.clear()


def _raise(scan: _Scan, m: re.Match[str], found: _Found) -> None:
    """A raised number is a note's, unless it raises a unit; raised words ("th") stay."""
    start, end = m.span("raised")
    if m["raised"] in _RAISED and _UNIT_BEFORE.search(m.string, max(0, m.start() - 4), m.start()):
        found.edits.append(Edit(m.start(), m.end(), _RAISED[m["raised"]]))
    elif _NOTE_NUMBER.fullmatch(m["raised"]):
        found.edits.append(Edit(m.start(), m.end(), ""))
    else:
        found.edits += [Edit(m.start(), start, ""), Edit(end, m.end(), "")]


def _drop(scan: _Scan, m: re.Match[str], found: _Found) -> None:
    found.edits.append(Edit(m.start(), m.end(), ""))


def _auto(scan: _Scan, m: re.Match[str], found: _Found) -> None:
    found.marks.append(Mark(*m.span("address"), "link", m["address"]))
    found.edits += [Edit(m.start(), m.start() + 1, ""), Edit(m.end() - 1, m.end(), "")]


def _tag(scan: _Scan, m: re.Match[str], found: _Found) -> None:
    """A tag of a line's end is one; a struck word keeps apart from its correction in brackets."""
    name = re.sub(r"\W.*", "", m[0].strip("</>"), flags=re.DOTALL).lower()
    corrected = m[0] == "</s>" and m.string.startswith(("[", "\\["), m.end())
    found.edits.append(Edit(m.start(), m.end(), "\n" if name in _LINE_TAGS else " " if corrected else ""))


def _opens(scan: _Scan, m: re.Match[str], found: _Found) -> None:
    scan.brackets.append(m.span())


def _closes(scan: _Scan, m: re.Match[str], found: _Found) -> None:
    """The end of a link's words, if a target follows; of a picture's, which go whole; or a mere bracket."""
    if not scan.brackets:
        return
    start, end = scan.brackets.pop()
    if len(m[0]) == 1 or m["target"] is None:
        return
    if end - start == 2:
        _forget(found, start)
        found.edits.append(Edit(start, m.end(), ""))
        return
    found.edits += [Edit(start, end, ""), Edit(m.start(), m.end(), "")]
    if end < m.start():
        found.marks.append(Mark(end, m.start(), "link", m["target"]))


def _forget(found: _Found, place: int) -> None:
    """Give up the edits from `place` on, which lie within what goes whole."""
    found.edits = [edit for edit in found.edits if edit.start < place]


def _stars(scan: _Scan, m: re.Match[str], found: _Found) -> None:
    """A run of stars or underscores opens or closes emphasis by what stands beside it, as CommonMark has it."""
    before = m.string[m.start() - 1 : m.start()] or " "
    after = m.string[m.end() : m.end() + 1] or " "
    words = m[0][0] == "_"
    closes = not before.isspace() and not (words and after.isalnum())
    opens = not after.isspace() and not (words and before.isalnum())
    if (closes or _closes_late(scan, m, before, after)) and _closed(scan, m, found):
        return
    if opens and len(m[0]) <= 3:
        scan.stars.append((m[0], m.start(), m.end()))
        del scan.stars[:-_DEPTH]


def _closes_late(scan: _Scan, m: re.Match[str], before: str, after: str) -> bool:
    """Whether two stars with space on either side end the bold type of their own line, as editors leave them."""
    alone = m[0] == "**" and before.isspace() and after.isspace()
    near = (end for sign, _, end in scan.stars if sign == "**" and m.start() - end <= _LONGEST_BOLD)
    return alone and any("\n" not in m.string[end : m.start()] for end in near)


def _closed(scan: _Scan, m: re.Match[str], found: _Found) -> bool:
    """Whether an open run of the same length is met, and with it what opened within it given up."""
    if all(sign != m[0] for sign, _, _ in scan.stars):
        return False
    while scan.stars:
        sign, start, end = scan.stars.pop()
        if sign == m[0]:
            break
    found.edits += [Edit(start, end, ""), Edit(m.start(), m.end(), "")]
    if len(sign) > 1:
        found.marks.append(Mark(end, m.start(), "strong"))
    if len(sign) != 2:
        found.marks.append(Mark(end, m.start(), "emphasis"))
    return True


_HANDLERS = {
    "escape": _escape,
    "break": _break,
    "raise": _raise,
    "comment": _drop,
    "auto": _auto,
    "tag": _tag,
    "reference": _drop,
    "opens": _opens,
    "closes": _closes,
    "stars": _stars,
}
