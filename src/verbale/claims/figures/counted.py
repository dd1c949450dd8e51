"""A counted thing is the noun that a bare number counts, beside it or named before: "the number of guests reached"."""

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.lang.numbers import Number
from verbale.lang.pack import Language
from verbale.lang.parse import Parse, Token
from verbale.model.claim import Mention
from verbale.model.span import Span

REACH = 9  # words from a number to the noun it counts
SMALL = 5  # bare numbers below this that count nothing beside them are seldom statistics
JOINED = 5  # words before "and one …" among which the other number stands
TRIFLING = 100  # counts from here on are statistics, whatever they are of
PERSON = "person"
_QUOTES = frozenset('"“‘„«')
_CLOSING = frozenset('"”’»“')  # a mark right behind a number: what stands behind it is not counted, as in a “9” deal

_STOPS = frozenset(".,;:?!)")
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "SYM"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_MODIFIERS = frozenset(
    (
        "amod",
        "compound",
        "nmod",
        "punct",
        "cc",
        "conj",
        "advmod",
        "npadvmod",
        "nummod",
        "case",
        "poss",
        "quantmod",
        "det",
    )
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun at [start, end) as a unit: singular, lower case."""

    start: int
    end: int
    unit: str


@dataclass(frozen=True)
class Counting:
    """What the numbers of one sentence count."""

    content: str
    language: Language
    parse: Parse
    mentions: Sequence[Mention]
    sentence: Span

    def counted(self, number: Number) -> Counted | None:
        """The noun that the number counts; None where there is none, or it is not worth counting."""
        beside = self._beside(number)
        if beside is not None:
            return beside if self._worth(number, beside) else None
        return self._named(number) if number.value >= SMALL else None

    def elliptic(self, number: Number, before: tuple[int, int]) -> bool:
        """Whether the number counts what the count at `before` did: "300 firms from Norway and 200 from Brazil"."""
        following = self.parse.between(number.end, self.sentence.end)
        words = self.content[before[1] : number.start].lower().split()
        carried = bool(words) and words[-1].strip(",") in self.language.table("counts.carriers")
        return carried and number.value >= SMALL and bool(following) and following[0].pos == "ADP"

    def alone(self, number: Number) -> bool:
        """Whether no noun that it may count stands behind the number."""
        following = self.parse.between(number.end, self.sentence.end)
        if not following or following[0].pos in _NOMINAL:
            return False
        return following[0].pos != "PUNCT" or self.content[following[0].start] in _STOPS

    def labelled(self, number: Number) -> bool:
        """Whether the word before the number makes it part of a name: "Article 5", "Boeing 737"."""
        before = self.parse.between(max(self.sentence.start, number.start - 30), number.start)
        if not before:
            return False
        last = before[-1]
        word = self.content[last.start : last.end]
        if word.lower() in self.language.table("counts.labels"):
            return True
        name = last.pos == "PROPN" and word[:1].isupper() and len(before) > 1
        return name and not self._is_country(last)

    def _is_country(self, token: Token) -> bool:
        return any(m.span.start <= token.start < m.span.end for m in self.mentions)

    def _beside(self, number: Number) -> Counted | None:
        if self.content[number.end : number.end + 1] in _CLOSING:
            return None
        first = self.parse.indices(number.end, min(self.sentence.end, number.end + 120))
        head = self._lone(number, first) or self._head(number) or self._surface(first)
        if head is None:
            return None
        token = self.parse.tokens[head]
        if token.pos == "PROPN" and not (self._plural(token) or self._is_people(token)):
            return None
        return Counted(token.start, token.end, self._unit(token))

    def _head(self, number: Number) -> int | None:
        """By the parse: the noun that the number modifies."""
        for i in self.parse.indices(number.start, number.end):
            token = self.parse.tokens[i]
            head = self.parse.tokens[token.head]
            if token.dep != "nummod" or head.start < number.end or token.head - i > REACH:
                continue
            if head.pos in _NOUNS and head.end <= self.sentence.end and self._close(i, token.head):
                return self._countable(number, self._outer(token.head))
        return None

    def _outer(self, noun: int) -> int:
        """The noun that a name before it qualifies: "seventy Type 4 trucks"."""
        tokens = self.parse.tokens
        over = tokens[noun].head
        qualifies = tokens[noun].pos == "PROPN" and tokens[noun].dep in ("nmod", "compound")
        within = noun < over <= noun + REACH and tokens[over].end <= self.sentence.end
        return over if qualifies and within and self._close(noun, over) else noun

    def _countable(self, number: Number, noun: int) -> int | None:
        token = self.parse.tokens[noun]
        return noun if number.value == 1 or self._plural(token) or self._is_people(token) else None

    def _close(self, number: int, head: int) -> bool:
        """Whether nothing but modifiers of the noun stands between it and the number."""
        return all(self.parse.tokens[i].dep in _MODIFIERS for i in range(number + 1, head))

    def _lone(self, number: Number, following: range) -> int | None:
        """The one of a people, whatever the parse makes of it: "one Mexican and"."""
        if number.value != 1 or len(following) < 2:
            return None
        first, second = (self.parse.tokens[i] for i in following[:2])
        return following[0] if self._is_people(first) and second.pos == "CCONJ" else None

    def _surface(self, following: range) -> int | None:
        """By the words: the last noun of the run of adjectives and nouns that follows, if it is a plural."""
        last = None
        for i in following[:REACH]:
            token = self.parse.tokens[i]
            if token.pos in _NOUNS:
                last = i
            elif last is not None or (token.pos != "ADJ" and token.dep != "amod"):
                break
        return last if last is not None and self._plural(self.parse.tokens[last]) else None

    def _plural(self, token: Token) -> bool:
        word = self.content[token.start : token.end].lower()
        return word in self.language.table("units.unchanging") or word != token.lemma.lower()

    def _is_people(self, token: Token) -> bool:
        return any(
            m.form == "demonym" and m.span.start <= token.start and token.end <= m.span.end for m in self.mentions
        )

    def _unit(self, token: Token) -> str:
        lemma = token.lemma.lower()
        singular: str = self.language.table("units.singulars").get(lemma, lemma)
        person = self._is_people(token) or singular in self.language.table("units.persons")
        return PERSON if person else singular

    def _worth(self, number: Number, counted: Counted) -> bool:
        """Whether the count may be a statistic: what is only told off ("three things") and durations are not."""
        durations = self.language.table("units.names")
        if durations.get(counted.unit, {}).get("kind") == "duration":
            return False
        if number.value < 1 or (number.value == 1 and not self._joined(number, counted)):
            return False
        words = number.written == "words" and number.scale == 1
        return not (words and self._opens_a_name(number, counted)) and not self._trifling(number, counted, words)

    def _trifling(self, number: Number, counted: Counted, words: bool) -> bool:
        """Whether so few of these are told off rather than counted: "three things", "the five states"."""
        noun = self.parse.between(counted.start, counted.end)[-1].lemma.lower()
        fewest = self.language.table("counts.trifles").get(noun)
        if fewest is None or number.value >= TRIFLING:
            return False
        return number.value < int(fewest) or (words and self._definite(number))

    def _joined(self, number: Number, counted: Counted) -> bool:
        """Whether the one stands beside others that are counted: "one soldier and two civilians"."""
        behind = self.parse.between(counted.end, self.sentence.end)[:2]
        before = self.parse.between(self.sentence.start, number.start)[-JOINED:]
        leads = len(behind) == 2 and behind[0].pos == "CCONJ" and behind[1].pos == "NUM"
        return leads or (bool(before) and before[-1].pos == "CCONJ" and any(token.pos == "NUM" for token in before))

    def _definite(self, number: Number) -> bool:
        """Whether the number speaks of things known: "the five states"."""
        words = self.content[max(self.sentence.start, number.start - 12) : number.start].split()
        return bool(words) and words[-1].lower() in self.language.table("counts.definite")

    def _opens_a_name(self, number: Number, counted: Counted) -> bool:
        """Whether the number is a name's first word: "Five Homes" in marks, or with capitals within a sentence."""
        before = self.content[max(self.sentence.start, number.start - 2) : number.start]
        within = number.start > self.sentence.start and self.content[number.start].isupper()
        return before[-1:] in _QUOTES or (within and self.content[counted.start].isupper())

    def _named(self, number: Number) -> Counted | None:
        """The noun of "the number of visitors … reached 40,000", or a plural that the number is said of."""
        counters = self.language.rules("counts.counters").all(self.content, self.sentence.start, number.start)
        if counters:
            head = self._after(counters[-1].end, number.start)
            return Counted(head.start, head.end, self._role(head)) if head else None
        return self._subject(number) if self._large(number) else None

    def _after(self, start: int, end: int) -> Token | None:
        following = self.parse.indices(start, end)
        place = self._surface(following)
        return self.parse.tokens[place] if place is not None else None

    def _large(self, number: Number) -> bool:
        return number.scale > 1 or not self.content[number.start : number.end].isdigit()

    def _subject(self, number: Number) -> Counted | None:
        """The plural noun that is the subject of the verb which the number depends on."""
        place = next(iter(self.parse.indices(number.start, number.end)), None)
        if place is None:
            return None
        seen = 0
        while seen < REACH and self.parse.tokens[place].head != place and self.parse.tokens[place].pos != "VERB":
            place, seen = self.parse.tokens[place].head, seen + 1
        for token in self.parse.between(self.sentence.start, number.start):
            if (
                token.head == place
                and token.dep in ("nsubj", "nsubjpass")
                and token.pos == "NOUN"
                and self._counts(token)
            ):
                return Counted(token.start, token.end, self._role(token))
        return None

    def _counts(self, token: Token) -> bool:
        word = token.lemma.lower()
        return self._plural(token) or word in self.language.table("counts.peopled")

    def _role(self, token: Token) -> str:
        return PERSON if token.lemma.lower() in self.language.table("counts.peopled") else self._unit(token)
