"""A topic is the words that say what a stretch of text is about, each weighed by how rare it is in the document."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum, log

from verbale.lang.pack import Language
from verbale.lang.parse import Parse, Token
from verbale.model.span import Span

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
UNDER = frozenset({"xcomp", "ccomp"})  # clauses that a verb such as "plan" or "think" has under it


@dataclass(frozen=True)
class Topics:
    """The content words of each sentence of a document, and how many sentences have each."""

    parse: Parse
    light: frozenset[str]
    ahead: frozenset[str]
    frequency: Counter[str]
    sentences: int

    def of(self, start: int, end: int, kinds: frozenset[str] = CONTENT) -> frozenset[str]:
        """The lemmas of the content words of a stretch, in lower case; of some `kinds` of word only."""
        tokens = self.parse.between(start, end)
        return frozenset(_lemma(t) for t in tokens if t.pos in kinds and _is_content(t, self.light))

    def verbs(self, start: int, end: int) -> frozenset[str]:
        """The lemmas of what it says of things: its verbs, and the adjectives that stand with "is"."""
        tokens = self.parse.between(start, end)
        return frozenset(_lemma(t) for t in tokens if t.dep == "acomp" or _is_told(t, self.light))

    def predicates(self, start: int, end: int) -> frozenset[str]:
        """The lemmas of the verbs that a question turns on: its main verb, and that of the clause under it."""
        place = self.parse.indices(start, end)
        tokens = self.parse.tokens
        main = {i for i in place if tokens[i].head == i or tokens[i].head not in place}
        under = {i for i in place if tokens[i].head in main and tokens[i].dep in UNDER}
        return frozenset(_lemma(tokens[i]) for i in main | under if _is_told(tokens[i], self.light))

    def asserted(self, start: int, end: int) -> frozenset[str]:
        """The lemmas of the verbs that a sentence says of somebody named by a pronoun: "I", "we", "he", "it"."""
        tokens = self.parse.tokens
        told = (t.head for t in self.parse.between(start, end) if t.dep in SUBJECTS and t.pos == "PRON")
        return frozenset(_lemma(tokens[i]) for i in told if _is_told(tokens[i], self.light))

    def looks_ahead(self, start: int, end: int) -> bool:
        """Whether a stretch speaks of what is to come."""
        return any(_lemma(token) in self.ahead for token in self.parse.between(start, end))

    def weight(self, lemmas: Iterable[str]) -> float:
        """How much the words tell, in any order: a word of every sentence weighs little, one of a single one most."""
        return fsum(log(1 + self.sentences / (1 + self.frequency[lemma])) for lemma in lemmas)

    def coverage(self, asked: frozenset[str], said: frozenset[str]) -> float:
        """The share, by weight, of what is asked about that is also said: 0 to 1."""
        whole = self.weight(asked)
        return self.weight(asked & said) / whole if whole else 0.0


def find_topics(sentences: Sequence[Span], parse: Parse, language: Language) -> Topics:
    """The topics of a document's sentences."""
    light = frozenset(language.table("questions.light"))
    frequency: Counter[str] = Counter()
    for sentence in sentences:
        found = {_lemma(t) for t in parse.between(sentence.start, sentence.end) if _is_content(t, light)}
        frequency.update(found)
    ahead = frozenset(language.table("questions.ahead"))
    return Topics(parse, light, ahead, frequency, len(sentences))


def _lemma(token: Token) -> str:
    return token.lemma.lower()


def _is_told(token: Token, light: frozenset[str]) -> bool:
    return token.pos == "VERB" and _is_content(token, light)


def _is_content(token: Token, light: frozenset[str]) -> bool:
    return token.pos in CONTENT and token.lemma[:1].isalnum() and len(token.lemma) > 1 and _lemma(token) not in light
