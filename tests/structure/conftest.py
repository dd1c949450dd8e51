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


def make_text(*paragraphs: str, between: str = "\n\n", **metadata: str) -> Text:
    content, marks = "", []
    for paragraph in paragraphs:
        content += between if content else ""
        words, found = _unmarked(paragraph)
        marks += [Mark(len(content), len(content) + len(words), kind, "1") for kind in found]
        content += words
    return Text(content, Alignment((Run(0, 0, len(content)),)), tuple(marks), tuple(metadata.items()))


def _unmarked(paragraph: str) -> tuple[str, list[MarkKind]]:
    for sign, kind in SIGNS:
        if paragraph.startswith(sign):
            return paragraph.removeprefix(sign), [kind]
    if paragraph.startswith("**") and paragraph.endswith("**"):
        return paragraph.strip("*"), ["strong"]
    if paragraph.startswith("_") and paragraph.endswith("_"):
        return paragraph.strip("_"), ["emphasis"]
    return paragraph, []


@pytest.fixture(scope="session")
def text() -> Callable[..., Text]:
    """A text of these paragraphs, a blank line (or `between`) between any two, with fields as metadata."""
    return make_text


@pytest.fixture(scope="session")
def structure() -> Callable[..., Structure]:
    """The structure of an English text of these paragraphs."""
    return lambda *paragraphs, **fields: find_structure(make_text(*paragraphs, **fields), load("en"))
