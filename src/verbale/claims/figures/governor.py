"""A governor is a word that another hangs on in the parse; a figure's lead from it to the top of its sentence."""

from collections.abc import Iterator

from verbale.claims.figures.scene import Scene
from verbale.lang.parse import Token

STEPS = 14  # governors that are looked at, the nearest first
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
MODIFIERS = frozenset({"compound", "nmod", "nummod", "amod", "quantmod", "npadvmod", "appos", "poss"})


class Tree:
    """The parse of one sentence, in which words are known by their indices in the text's parse."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._tokens = scene.background.parse.tokens
        self._range = scene.background.parse.indices(scene.span.start, scene.span.end)
        self._children: dict[int, list[int]] = {}
        for place in self._range:
            if self._tokens[place].head != place:
                self._children.setdefault(self._tokens[place].head, []).append(place)

    def __getitem__(self, place: int) -> Token:
        return self._tokens[place]

    @property
    def last(self) -> int | None:
        """The last word of the sentence, marks apart."""
        return next((i for i in reversed(self._range) if self[i].pos not in ("PUNCT", "SPACE")), None)

    def words(self, place: int) -> str:
        """The word as it stands, in lower case."""
        return self._scene.content[self[place].start : self[place].end].lower()

    def top(self, start: int, end: int) -> int | None:
        """The word of the stretch on which its others hang."""
        inside = self._scene.background.parse.indices(start, end)
        return next((i for i in reversed(inside) if self[i].head not in inside or self[i].head == i), None)

    def children(self, place: int, *deps: str) -> list[int]:
        """What hangs on the word: all of it, or by these dependencies alone."""
        found = self._children.get(place, [])
        return [child for child in found if self[child].dep in deps] if deps else found

    def governors(self, place: int) -> Iterator[tuple[int, int]]:
        """Each word with the word it hangs on, from `place` to the top."""
        for _ in range(STEPS):
            head = self[place].head
            if head == place:
                return
            yield place, head
            place = head

    def subjects(self, verb: int) -> list[int]:
        return self.children(verb, *SUBJECTS)
