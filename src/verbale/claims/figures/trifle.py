"""A trifle is a number of things that a text tells off rather than counts: "three things", "the five states"."""

from dataclasses import dataclass

from verbale.claims.figures.noun import PERSON, Noun
from verbale.lang.numbers import Number
from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.span import Span

JOINED = 5  # words before "and one …" among which the other number stands
TRIFLING = 100  # counts from here on are statistics, whatever they are of
TEN = 10  # things known are seldom more
FEW = 5  # nouns that are trifles below it count where the text says "only" or "at least" so many
_QUOTES = frozenset('"“‘„«')


@dataclass(frozen=True)
class Trifles:
    """What the numbers of one sentence tell off."""

    content: str
    language: Language
    parse: Parse
    sentence: Span

    def worth(self, number: Number, noun: Noun, qualified: bool) -> bool:
        """Whether the count may be a statistic: what is only told off ("three things") and durations are not."""
        durations = self.language.table("units.names")
        if durations.get(noun.unit, {}).get("kind") == "duration":
            return False
        if number.value < 1 or (number.value == 1 and not self._joined(number, noun)):
            return False
        words = number.written == "words" and number.scale == 1
        return not (words and self._opens_a_name(number, noun)) and not self._trifling(number, noun, words, qualified)

    def _trifling(self, number: Number, noun: Noun, words: bool, qualified: bool) -> bool:
        """Whether so few of these are told off rather than counted; "a thousand times" is no count either."""
        tokens = self.parse.between(noun.start, noun.end)
        lemma = tokens[-1].lemma.lower() if tokens else noun.unit
        fewest = self.language.table("counts.trifles").get(lemma)
        if fewest is None and words and number.value < TEN and self._definite(number) and self._somebody(noun):
            return True
        if fewest is None or number.value % 1:
            return False
        if number.value >= TRIFLING:
            return number.written == "words" and number.mantissa == 1 and int(fewest) >= TRIFLING
        few = number.value < int(fewest) and not (qualified and int(fewest) <= FEW)
        return few or (words and number.value < TEN and self._definite(number))

    def _somebody(self, noun: Noun) -> bool:
        """Whether people are told of, or an abbreviation: "the two advisors", "the three NSAs"."""
        people = noun.unit == PERSON or noun.unit in self.language.table("units.people")
        return people or self.content[noun.start : noun.end - 1].isupper()

    def _joined(self, number: Number, noun: Noun) -> bool:
        """Whether the one stands beside others that are counted: "one soldier and two civilians"."""
        behind = self.parse.between(noun.end, self.sentence.end)[:2]
        before = self.parse.between(max(self.sentence.start, number.start - 60), number.start)[-JOINED:]
        leads = len(behind) == 2 and behind[0].pos == "CCONJ" and behind[1].pos == "NUM"
        return leads or (bool(before) and before[-1].pos == "CCONJ" and any(token.pos == "NUM" for token in before))

    def _definite(self, number: Number) -> bool:
        """Whether the number speaks of things known: "the five states"."""
        words = self.content[max(self.sentence.start, number.start - 12) : number.start].split()
        return bool(words) and words[-1].lower() in self.language.table("counts.definite")

    def _opens_a_name(self, number: Number, noun: Noun) -> bool:
        """Whether the number is a name's first word: "Five Homes" in marks, or with capitals within a sentence."""
        before = self.content[max(self.sentence.start, number.start - 2) : number.start]
        within = number.start > self.sentence.start and self.content[number.start].isupper()
        return before[-1:] in _QUOTES or (within and self.content[noun.start].isupper())
