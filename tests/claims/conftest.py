"""A document of the tests' own, read for its figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from verbale.claims.figures import find_figures
from verbale.claims.mentions import find_mentions
from verbale.lang.pack import load
from verbale.lang.parse import parse
from verbale.model.claim import Date, Figure
from verbale.model.found import Found
from verbale.model.statement import Actor, By, Statement
from verbale.model.structure import Head, Passage, PassageKind, Structure
from verbale.model.text import Alignment, Mark, Run, Text
from verbale.structure.home import find_home

ENGLISH = load("en")
BY = By("test", "test", "1")


@dataclass
class Document:
    """A text of the project's own, one paragraph a line, with its dates as (words, value) in order."""

    content: str
    dates: Sequence[tuple[str, str]] = ()
    relation: Sequence[str] = ()
    published: str | None = None
    kind: PassageKind = "narrative"
    speaker: Actor | None = None
    items: Sequence[int] = ()  # which lines are items of a list
    headings: Sequence[int] = ()  # which lines are headings
    home: str | None = None  # the state whose own text it is, where its words do not say

    def figures(self) -> tuple[Figure, ...]:
        return self.read().values

    def read(self) -> Found[Figure]:
        places = [m.span() for m in re.finditer(r"[^\n]+", self.content)]
        marks = tuple(Mark(*places[i], "list_item") for i in self.items)
        text = Text(self.content, Alignment((Run(0, 0, len(self.content)),)), marks)
        lines = [text.span(*place) for place in places]
        kinds = ("heading" if i in self.headings else self.kind for i in range(len(lines)))
        passages = tuple(Passage(f"passage-{i}", s, k) for i, (s, k) in enumerate(zip(lines, kinds, strict=True)))
        ends = r"[^\n]+?(?:[.?!](?=\s|$)|(?=\n)|$)"
        sentences = tuple(text.span(m.start(), m.end()) for m in re.finditer(ends, self.content) if m[0].strip())
        structure = Structure(Head(published=self.published), passages, sentences, ())
        mentions = find_mentions(text, ENGLISH)
        said = [Statement("statement-1", span, "turn", BY, self.speaker.id) for span in lines] if self.speaker else []
        return find_figures(
            text,
            structure,
            parse(sentences, "en"),
            mentions,
            Found(tuple(self._dates(text))),
            [self.speaker] if self.speaker else [],
            Found(tuple(said)),
            self.relation,
            self.home or find_home(text, structure, ENGLISH),
            ENGLISH,
        )

    def _dates(self, text: Text) -> list[Date]:
        found, position = [], 0
        for words, value in self.dates:
            position = self.content.index(words, position)
            found.append(Date(f"date-{position}", text.span(position, position + len(words)), "period", BY, value))
            position += len(words)
        return found


@pytest.fixture(scope="session")
def document() -> type[Document]:
    return Document
