"""A path is the way from one word of a sentence to another, along what governs what."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.lang.parse import Parse, Token
from verbale.model.span import Span

DEEPEST = 40  # words above a word that are looked at
PURPOSE = 6.0  # what it costs to go down to what something is for
ASIDE = 6.0  # … and up from what is done beside something
APART = 4.0  # what it costs to go from one tree of a sentence to its next
_NEAR = {"pobj": 0.0, "compound": 0.5, "amod": 0.5, "nmod": 0.5, "nummod": 0.5}
_UP = _NEAR | {"relcl": 3.0, "advcl": 2.0, "ccomp": 2.0, "parataxis": 3.0}
_DOWN = _NEAR | {"relcl": 2.0, "advcl": 6.0, "ccomp": 3.0, "parataxis": 3.0, "acl": 2.0, "xcomp": 2.0, "conj": 2.5}
VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


class Tree:
    """The words of a sentence as they govern each other, by their indices in the parse of the text.

    A clause whose verb is `amounting` to something says how much what it hangs on is ("it grew, reaching $3 billion");
    what hangs on `asides` ("in order to") is done beside it.
    """

    def __init__(
        self,
        parse: Parse,
        span: Span,
        amounting: frozenset[str] = frozenset(),
        asides: frozenset[str] = frozenset(),
    ) -> None:
        self._amounting, self._asides = amounting, asides
        self._tokens = parse.tokens
        self._parse = parse
        self._mended: dict[int, Token] = {}
        self._heads: dict[tuple[int, int], int | None] = {}
        self.words = parse.indices(span.start, span.end)
        for word in self.words:
            if self._tokens[word].dep == "conj":
                self._mend(word)
        self._children: dict[int, list[int]] = {}
        for word in self.words:
            if self[word].head != word:
                self._children.setdefault(self[word].head, []).append(word)

    def _mend(self, word: int) -> None:
        """Joins what is coordinated with a word of another kind to what it can only be coordinated with."""
        token = self._tokens[word]
        if token.pos == "VERB":
            self._mended[word] = replace(token, head=self._verb_before(word))
        elif token.pos == "NOUN" and self._is_amount(token.head) and not self._is_amount(word):
            verb = self._verb_behind(word)
            if verb is not None:  # "rose by 5 percent and imports fell"
                self._mended[word] = replace(token, head=verb, dep="nsubj")
                self._mended[verb] = replace(self[verb], dep="conj")

    def _is_amount(self, word: int) -> bool:
        """Whether the word is a number, or has one."""
        numbers = (i for i in range(max(word - 3, self.words.start), word) if self._tokens[i].head == word)
        return self._tokens[word].pos in ("NUM", "SYM") or any(self._tokens[i].pos == "NUM" for i in numbers)

    def _verb_behind(self, noun: int) -> int | None:
        """The next verb, if it has no subject of its own and hangs on one before the noun."""
        verb = next((i for i in range(noun + 1, self.words.stop) if self._tokens[i].pos == "VERB"), None)
        if verb is None or self._tokens[verb].head >= noun:
            return None
        subjects = (i for i in range(noun + 1, verb) if self._tokens[i].dep in SUBJECTS)
        return verb if next(subjects, None) is None else None

    def _verb_before(self, verb: int) -> int:
        """The verb that one is coordinated with, where the parse takes the noun between: "buy grain and make …"."""
        place = self._tokens[verb].head
        for above in self.up(place):
            if self._tokens[above].pos in VERBAL and above < verb:
                return above
        return place

    def __getitem__(self, word: int) -> Token:
        return self._mended.get(word) or self._tokens[word]

    def head(self, start: int, end: int) -> int | None:
        """The word at [start, end) that the others there hang on; the last of them where there are several."""
        if (start, end) not in self._heads:
            self._heads[start, end] = self._head(start, end)
        return self._heads[start, end]

    def _head(self, start: int, end: int) -> int | None:
        inside = self._parse.indices(start, end)
        return next((i for i in reversed(inside) if self[i].head not in inside or self[i].head == i), None)

    def children(self, word: int, deps: frozenset[str] | None = None) -> list[int]:
        """The words right under a word, or those of them with such dependencies."""
        found = self._children.get(word, [])
        return found if deps is None else [child for child in found if self[child].dep in deps]

    def below(self, word: int) -> list[int]:
        """The word and what hangs on it."""
        found = [word]
        for step in found:
            found += self.children(step)
        return found

    def first(self, word: int) -> int:
        """The first of those with which a word stands in one list."""
        while self[word].dep in ("conj", "appos") and self[word].head != word:
            word = self[word].head
        return word

    def up(self, word: int) -> Iterator[int]:
        """The word and those above it, up to the top."""
        for _ in range(DEEPEST):
            yield word
            if self[word].head == word:
                return
            word = self[word].head

    def ways(self, start: int, end: int) -> tuple[list[int], list[int]]:
        """The words on the way up from `start`, the topmost last, and on the way down from there to `end`.

        Where the two are in different trees, both lead to their tops.
        """
        above = list(self.up(end))
        climbed: list[int] = []
        for word in self.up(start):
            climbed.append(word)
            if word in above:
                return climbed, above[: above.index(word)][::-1]
        return climbed, above[::-1]

    def cost(self, climbed: Sequence[int], descended: Sequence[int]) -> float:
        """How far that way is: clauses count more than phrases, the more so on the way down."""
        up = sum(self._up(word) for word in climbed[:-1])
        down = sum(self._down(word) for word in descended)
        joined = not descended or self[descended[0]].head == climbed[-1]
        return up + down + (0.0 if joined else APART)

    def _down(self, word: int) -> float:
        purpose = self[word].dep == "acl" and self.is_infinitive(word)
        return PURPOSE if purpose else _DOWN.get(self[word].dep, 1.0)

    def _up(self, word: int) -> float:
        token = self[word]
        if token.dep == "conj" and token.pos in VERBAL:
            return 5.0 if self.children(word, SUBJECTS) else 2.0
        if token.dep == "advcl" and (self.is_infinitive(word) or token.lemma not in self._amounting):
            return ASIDE
        if token.dep == "acl" and self[token.head].lemma in self._asides:
            return ASIDE  # "in order to"
        return _UP.get(token.dep, 1.0)

    def is_infinitive(self, verb: int) -> bool:
        """Whether it is one with its particle: "to buy"."""
        return any(self[child].pos == "PART" for child in self.children(verb))
