"""A governor is a word that another hangs on; a figure's lead from it to the top of its sentence."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from verbale.claims.figures.path import SUBJECTS, VERBAL
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene
from verbale.lang.parse import Token

NOMINAL = frozenset({"NOUN", "PROPN"})
MODIFIERS = frozenset({"compound", "nmod", "nummod", "amod", "quantmod", "npadvmod", "appos", "poss"})
CLAUSES = frozenset({"acl", "ccomp", "xcomp", "relcl", "advcl"})
_APART = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj", "prep"})  # beyond a noun's own phrase


class Syntax:
    """A sentence's words, known by their indices in the text's parse, with what they are and what hangs on them."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._tree = scene.tree

    def __getitem__(self, word: int) -> Token:
        return self._tree[word]

    def last(self, end: int) -> int | None:
        """The last word of the sentence before `end`, marks apart."""
        words = (i for i in reversed(self._tree.words) if self[i].start < end)
        return next((i for i in words if self[i].pos not in ("PUNCT", "SPACE")), None)

    def top(self, start: int, end: int) -> int | None:
        """The word of the stretch on which its others hang."""
        return self._tree.head(start, end)

    def of(self, quantity: Quantity) -> int | None:
        """The word on which the words of a quantity hang: what it counts, unless that stands elsewhere."""
        own = quantity.noun is not None and quantity.start <= quantity.noun[0] < quantity.end
        return self.top(*(quantity.noun if quantity.noun and own else quantity.core))

    def said(self, word: int) -> str:
        """The word as it stands, in lower case."""
        return self._scene.content[self[word].start : self[word].end].lower()

    def lemma(self, word: int) -> str:
        """The lemma in lower case; a name, which may hold any word, as it stands."""
        return self[word].lemma if self[word].pos == "PROPN" else self[word].lemma.lower()

    def is_in(self, word: int, table: str) -> bool:
        """Whether a table has the word's lemma."""
        return self.lemma(word) in self._scene.table(table)

    def children(self, word: int, *deps: str) -> list[int]:
        """What hangs on the word: all of it, or by these dependencies alone."""
        return self._tree.children(word, frozenset(deps) if deps else None)

    def subjects(self, verb: int) -> list[int]:
        return self._tree.children(verb, SUBJECTS)

    def governors(self, word: int) -> Iterator[tuple[int, int]]:
        """Each word with the word it hangs on, from this one to the top."""
        return pairwise(self._tree.up(word))

    def phrase(self, noun: int, links: Mapping[str, object], inner: Mapping[str, object]) -> tuple[int, int]:
        """Offsets of the noun with its modifiers and what `links` join to it, and `inner` to that in its turn."""
        inside = [noun]
        for word in inside:
            inside += [child for child in self.children(word) if self[child].dep not in _APART]
        start, end = min(self[i].start for i in inside), max(self[i].end for i in inside)
        for other in self._joined(noun, links):
            end = max(end, self.phrase(other, inner, inner)[1])
        return start, end

    def _joined(self, noun: int, links: Mapping[str, object]) -> Iterator[int]:
        """The nouns that prepositions join to a noun, or to its participle: "data released by the Bank"."""
        holders = [noun, *self.children(noun, "acl")]
        for link in (i for holder in holders for i in self.children(holder, "prep", "agent")):
            if self.said(link) in links:
                yield from self.children(link, "pobj")


__all__ = ["CLAUSES", "MODIFIERS", "NOMINAL", "SUBJECTS", "VERBAL", "Syntax"]
