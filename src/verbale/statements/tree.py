"""A tree is a parse in which every word knows what hangs on it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from verbale.lang.parse import Parse, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
CLAUSAL = frozenset({"nsubj", "nsubjpass", "expl"})

Stretch = tuple[int, int]


@dataclass(frozen=True)
class Tree:
    """A parse with the children of each of its words."""

    parse: Parse
    children: dict[int, list[int]]

    @classmethod
    def of(cls, parse: Parse) -> "Tree":
        """The parse's tree."""
        children: dict[int, list[int]] = {}
        for i, token in enumerate(parse.tokens):
            if token.head != i:
                children.setdefault(token.head, []).append(i)
        return cls(parse, children)

    def below(self, i: int, without: Collection[str] = (), but: Collection[int] = ()) -> list[int]:
        """The words below and including one, in order, leaving out branches of some dependencies, or some branches."""
        found, ahead = [i], [i]
        while ahead:
            for child in self.children.get(ahead.pop(), ()):
                if child not in but and self.parse.tokens[child].dep not in without:
                    found.append(child)
                    ahead.append(child)
        return sorted(found)

    def extent(self, i: int, without: Collection[str] = ()) -> Stretch:
        """Offsets of the words below and including one, leaving out branches of the dependencies `without`."""
        below = self.below(i, without)
        return self.parse.tokens[below[0]].start, self.parse.tokens[below[-1]].end

    def runs(self, i: int, but: Collection[int] = ()) -> tuple[Stretch, ...]:
        """Offsets of the words below and including one, parted where words of another branch stand between them.

        There are none where all of them are marks.
        """
        tokens = self.parse.tokens
        below = self.below(i, but=but)
        runs: list[list[int]] = [[below[0], below[0]]]
        for j in below[1:]:
            if all(tokens[k].pos == "PUNCT" for k in range(runs[-1][1] + 1, j)):
                runs[-1][1] = j
            else:
                runs.append([j, j])
        kept = [run for run in runs if any(tokens[k].pos != "PUNCT" for k in range(run[0], run[1] + 1))]
        return tuple((tokens[a].start, tokens[b].end) for a, b in kept)

    def child(self, i: int, *dependencies: str) -> int | None:
        """The first word that depends on one in the first of these ways that any does."""
        below = self.children.get(i, ())
        return next((j for dep in dependencies for j in below if self.parse.tokens[j].dep == dep), None)

    def hanging(self, i: int, *dependencies: str) -> Iterator[int]:
        """The words that depend on one in one of these ways, in order."""
        return (j for j in self.children.get(i, ()) if self.parse.tokens[j].dep in dependencies)

    def child_after(self, token: Token, position: int) -> bool:
        """Whether a word that depends on one stands at a place or after it."""
        i = self.parse.indices(token.start, token.end).start
        return any(self.parse.tokens[j].start >= position for j in self.children.get(i, ()))

    def has_clause(self, start: int, end: int) -> bool:
        """Whether the words hold a verb with its subject."""
        tokens = self.parse.tokens
        return any(
            tokens[i].dep in CLAUSAL and start <= tokens[tokens[i].head].start < end
            for i in self.parse.indices(start, end)
        )

    def word(self, i: int) -> Stretch:
        """Offsets of one word."""
        return self.parse.tokens[i].start, self.parse.tokens[i].end

    def lemma(self, i: int) -> str:
        """The lemma of one word, in small letters."""
        return self.parse.tokens[i].lemma.lower()
