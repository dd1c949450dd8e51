"""Texts for tests: paragraphs with their marks written inline, `**bold**`, `_italics_`, `# heading`, `[note] …`."""

from collections.abc import Callable

import pytest

from verbale.lang.pack import load
from verbale.model.structure import Structure
from verbale.model.text import Alignment, Mark, MarkKind, Run, Text
from verbale.structure.build import find_structure

SIGNS: tuple[tuple[str, MarkKind], ...] = (
    ("# ", "heading"),
    ("> ", "quote_block"),
    ("[note] ", "note"),
    ("[title] ", "title"),
    ("- ", "list_item"),
)
TYPES: tuple[tuple[str, MarkKind], ...] = (("**", "strong"), ("_", "emphasis"))


def make_text(*paragraphs: str, between: str = "\n\n", **metadata: str) -> Text:
    content, marks = "", []
    for paragraph in paragraphs:
        content += between if content else ""
        words, found, length = _unmarked(paragraph)
        marks += [Mark(len(content), len(content) + length, kind, "1") for kind in found]
        content += words
    return Text(content, Alignment((Run(0, 0, len(content)),)), tuple(marks), tuple(metadata.items()))


def _unmarked(paragraph: str) -> tuple[str, list[MarkKind], int]:
    """The words, the kinds of the mark at their start, and how far it reaches."""
    for sign, kind in SIGNS:
        if paragraph.startswith(sign):
            words = paragraph.removeprefix(sign)
            return words, [kind], len(words)
    for sign, kind in TYPES:
        if paragraph.startswith(sign):
            marked, _, rest = paragraph.removeprefix(sign).partition(sign)
            return marked + rest, [kind], len(marked)
    return paragraph, [], 0


@pytest.fixture(scope="session")
def text() -> Callable[..., Text]:
    """A text of these paragraphs, a blank line (or `between`) between any two, with fields as metadata."""
    return make_text


@pytest.fixture(scope="session")
def structure() -> Callable[..., Structure]:
    """The structure of an English text of these paragraphs."""
    return lambda *paragraphs, **fields: find_structure(make_text(*paragraphs, **fields), load("en"))
