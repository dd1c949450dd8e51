"""A noun that is counted is a unit: in the singular and lower case; most people are persons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.lang.pack import Language
from verbale.lang.parse import Parse, Token
from verbale.model.claim import Mention

PERSON = "person"
NOUNS = frozenset({"NOUN", "PROPN"})
_JOINING = NOUNS | {"CCONJ", "ADJ", "DET", "PRON"}
NEAR = 12  # words behind a noun among which the nouns that are coordinated with it stand


@dataclass(frozen=True, slots=True)
class Noun:
    """The counted noun at [start, end), and the unit that it is."""

    start: int
    end: int
    unit: str


@dataclass(frozen=True)
class Nouns:
    """The nouns of a text as units."""

    content: str
    language: Language
    parse: Parse
    mentions: Sequence[Mention]

    def plural(self, token: Token) -> bool:
        """Whether the token is a noun in the plural, or looks the same in both."""
        word = self.content[token.start : token.end].lower()
        return word in self.language.table("units.unchanging") or word != self._singular(token)

    def people(self, token: Token) -> bool:
        """Whether the token names the people of a country: "Norwegians"."""
        return any(
            m.form == "demonym" and m.span.start <= token.start and token.end <= m.span.end for m in self.mentions
        )

    def unit(self, place: int, value: float) -> str:
        """The unit that so many of the noun at that index of the parse are."""
        token = self.parse.tokens[place]
        singular = self._compound(place) or self._singular(token)
        if self._persons(token):
            return PERSON
        if self._people(token) and any(self._persons(other) or self._people(other) for other in self._joined(place)):
            return PERSON
        many = self.language.table("units.many").get(singular)
        return str(many["unit"]) if many and value >= many["least"] else singular

    def _compound(self, place: int) -> str | None:
        """What the noun is together with the word before it, where that is something of its own: "member states"."""
        words = self.content[self.parse.tokens[max(place - 1, 0)].start : self.parse.tokens[place].start].lower()
        compound = f"{words.strip()} {self._singular(self.parse.tokens[place])}"
        return self.language.table("units.compounds").get(compound)

    def _persons(self, token: Token) -> bool:
        return self.people(token) or self._singular(token) in self.language.table("units.persons")

    def _people(self, token: Token) -> bool:
        return self._singular(token) in self.language.table("units.people")

    def _singular(self, token: Token) -> str:
        """The singular, lower case; a name's lemma is the name, so that its ending decides: "18 Pension Plans"."""
        lemma = token.lemma.lower()
        if token.pos == "PROPN" and lemma == self.content[token.start : token.end].lower():
            ending = self.language.rules("units.plural_endings").first(lemma)
            lemma = lemma[: ending.start] + ending["singular"] if ending else lemma
        return str(self.language.table("units.singulars").get(lemma, lemma))

    def _joined(self, place: int) -> Iterator[Token]:
        """The nouns that a conjunction or comma joins to the one at `place`: "workers and retirees"."""
        joined = False
        for token in self.parse.tokens[place + 1 : place + NEAR]:
            comma = self.content[token.start : token.end] == ","
            joined = joined or token.pos == "CCONJ" or comma
            if not joined or (token.pos not in _JOINING and not comma):
                return
            if token.pos in NOUNS:
                yield token
