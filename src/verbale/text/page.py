"""A page is what an HTML file shows: blocks of words, each led back to the file, and the fields of its head."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from verbale.model.text import Mark, MarkKind
from verbale.text.draft import Piece

_DROPPED = frozenset(
    {"script", "style", "nav", "footer", "form", "aside", "noscript", "template", "svg", "button", "select", "iframe"}
    | {"object", "canvas", "dialog"}
)
_KINDS: dict[str, MarkKind] = {"blockquote": "quote_block", "li": "list_item", "figcaption": "caption"}
_INLINE: dict[str, MarkKind] = {"strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "a": "link"}
_BLOCKS = frozenset(
    {"address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "option"}
    | {"p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "time", "title", "tr", "ul"}
)
_HEADING = re.compile(r"h([1-6])")
_WHITE = re.compile(r"\s+")
_NUMBER = re.compile(r"\s*[\d*†‡§,\[\]]+\s*")
_ATTRIBUTE = re.compile(r"""\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_FIELDS = {  # what the fields of a page's head are called, and what we call them
    "og:title": "title",
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "article:published_time": "date",
    "datepublished": "date",
    "date": "date",
    "dc.date": "date",
    "pubdate": "date",
    "og:site_name": "publisher",
    "dc.publisher": "publisher",
    "og:url": "url",
}
_LINKED = {"headline": "title", "author": "author", "datePublished": "date", "publisher": "publisher"}


@dataclass(slots=True)
class Block:
    """A paragraph's worth of the page: pieces of its source, and marks that count the characters of the pieces."""

    kind: MarkKind | None = None
    value: str = ""
    pieces: list[Piece] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    length: int = 0

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.length += len(piece.words)

    @property
    def words(self) -> str:
        return "".join(piece.words for piece in self.pieces)


class Page(HTMLParser):
    """Reads a page's blocks and fields, with the places of all characters."""

    def __init__(self, content: str) -> None:
        super().__init__(convert_charrefs=False)
        self._content = content
        self._lines = [0, *(m.end() for m in re.finditer("\n", content))]
        self.blocks: list[Block] = [Block()]
        self.fields: dict[str, str] = {}
        self.date: Piece | None = None
        self._dropped: list[str] = []
        self._open: list[tuple[str, int, str]] = []
        self._within: list[tuple[str, MarkKind, str]] = []
        self._json: list[str] | None = None
        self._raised = -1
        self.feed(content)
        self.close()

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "script" and given.get("type") == "application/ld+json":
            self._json = []
        if tag in _DROPPED:
            self._dropped.append(tag)
        elif tag == "meta":
            self._field(given)
        elif tag == "html" and given.get("lang"):
            self.fields.setdefault("language", given["lang"])
        elif not self._dropped:
            self._begin(tag, given)

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        if tag == "br":
            self.blocks[-1].add(Piece(self._place(), self._place() + 1, "\n"))
        elif tag in _BLOCKS:
            heading = _HEADING.fullmatch(tag)
            if heading or tag in _KINDS or tag == "title":
                self._within.append(
                    (tag, "heading" if heading else _KINDS.get(tag, "title"), heading[1] if heading else "")
                )
            self._next()
        elif tag == "sup":
            self._raised = len(self.blocks[-1].pieces)
        elif tag in _INLINE:
            self._open.append((tag, self.blocks[-1].length, given.get("href", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._json is not None:
            self._linked("".join(self._json))
            self._json = None
        if tag in _DROPPED:
            if tag in self._dropped:
                del self._dropped[len(self._dropped) - 1 - self._dropped[::-1].index(tag) :]
        elif self._dropped:
            return
        elif tag in _BLOCKS:
            if any(name == tag for name, _, _ in self._within):
                while self._within.pop()[0] != tag:
                    pass
            self._next()
        elif tag == "sup":
            self._lower()
        elif tag in _INLINE and any(name == tag for name, _, _ in self._open):
            self._close_inline(tag)

    def _close_inline(self, tag: str) -> None:
        while self._open:
            name, start, target = self._open.pop()
            if name == tag:
                break
        if start < self.blocks[-1].length:
            self.blocks[-1].marks.append(Mark(start, self.blocks[-1].length, _INLINE[tag], target))

    def _lower(self) -> None:
        """A raised number is a note's and goes; raised letters stay."""
        block = self.blocks[-1]
        raised = block.pieces[self._raised :] if 0 <= self._raised <= len(block.pieces) else []
        if raised and _NUMBER.fullmatch("".join(piece.words for piece in raised)):
            del block.pieces[self._raised :]
            block.length -= sum(len(piece.words) for piece in raised)
            block.marks = [mark for mark in block.marks if mark.end <= block.length]
        self._raised = -1

    def _next(self) -> None:
        """Begin a block; one without words is used again."""
        kind, value = next(((k, v) for _, k, v in reversed(self._within)), (None, ""))
        if self.blocks[-1].words.strip():
            self.blocks.append(Block())
        else:
            self.blocks[-1] = Block()
        self.blocks[-1].kind, self.blocks[-1].value = kind, value
        self._open, self._raised = [], -1

    def handle_data(self, data: str) -> None:
        if self._json is not None:
            self._json.append(data)
        elif not self._dropped:
            start = self._place()
            self.blocks[-1].add(Piece(start, start + len(data), _WHITE.sub(lambda m: " " * len(m[0]), data)))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, written: str) -> None:
        if self._dropped:
            return
        start = self._place()
        end = start + len(written) + (self._content[start + len(written) : start + len(written) + 1] == ";")
        words = unescape(self._content[start:end])
        self.blocks[-1].add(Piece(start, end, words or "\ufffd"))

    def _field(self, given: dict[str, str]) -> None:
        name = _FIELDS.get((given.get("property") or given.get("name") or given.get("itemprop") or "").lower())
        if not name or not given.get("content"):
            return
        self.fields.setdefault(name, given["content"])
        found = _ATTRIBUTE.search(self.get_starttag_text() or "")
        if name == "date" and not self.date and found:
            start = self._place() + found.start(found.lastindex or 0)
            words = found[found.lastindex or 0]
            self.date = Piece(start, start + len(words), words)

    def _linked(self, data: str) -> None:
        """What JSON-LD says of the article."""
        try:
            things = json.loads(data)
        except (ValueError, RecursionError):
            return
        for thing in _things(things):
            for key, name in _LINKED.items():
                if value := _name(thing.get(key)):
                    self.fields.setdefault(name, value)


def _things(data: object) -> Iterator[dict[str, object]]:
    """The articles among what JSON-LD lists, which alone have a headline."""
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            if "headline" in thing:
                yield thing
            if isinstance(thing.get("@graph"), list):
                yield from (each for each in thing["@graph"] if isinstance(each, dict) and "headline" in each)


def _name(value: object) -> str:
    """A value, or the names of the things that it is."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    if isinstance(value, dict):
        return _name(value.get("name"))
    return value.strip() if isinstance(value, str) else ""
