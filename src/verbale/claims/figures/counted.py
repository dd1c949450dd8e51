"""A counted thing is the noun that a bare number counts, beside it or named before: "the number of guests reached"."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from verbale.claims.figures.noun import NOUNS, PERSON, Noun, Nouns
from verbale.claims.figures.qualifier import qualifier_behind
from verbale.claims.figures.trifle import Trifles
from verbale.lang.numbers import Number
from verbale.lang.pack import Language
from verbale.lang.parse import Parse, Token
from verbale.model.claim import Mention
from verbale.model.span import Span

REACH = 12  # words from a number to the noun it counts
SMALL = 5  # bare numbers below this that count nothing beside them are seldom statistics
TEN = 10  # numbers below it, in digits, may be a part of a name
LARGE = 1000  # bare numbers from here on may count what the number before them did
BACK = 300  # characters before a number in which what it counts is named
_HYPHEN = "-"
_CLOSING = frozenset('"”’»“')  # a mark right behind a number: what stands behind it is not counted, as in a “9” deal
_STOPS = frozenset(".,;:?!)—")
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "SYM"})
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
        "prt",
        "quantmod",
        "det",
    )
)


@dataclass(frozen=True)
class Counting:
    """What the numbers of one sentence count."""

    content: str
    language: Language
    parse: Parse
    mentions: Sequence[Mention]
    sentence: Span
    _nouns: Nouns = field(init=False, repr=False)
    _trifles: Trifles = field(init=False, repr=False)

    def __post_init__(self) -> None:
        nouns = Nouns(self.content, self.language, self.parse, self.mentions)
        object.__setattr__(self, "_nouns", nouns)
        object.__setattr__(self, "_trifles", Trifles(self.content, self.language, self.parse, self.sentence))

    def counted(self, number: Number, qualified: Callable[[int], bool]) -> Noun | None:
        """The noun that the number counts; None where there is none, or it is not worth counting.

        `qualified` tells whether a number that begins at a place has a qualifier.
        """
        if not self.parse.tokens:
            return None
        beside = self._strong(number) or self._beside(number) or self._partitive(number)
        if beside is not None:
            return beside if self._trifles.worth(number, beside, qualified(number.start)) else None
        return self._named(number) if number.value >= SMALL else None

    def elliptic(self, number: Number, start: int, before: int, value: float) -> bool:
        """Whether the number counts what the count before it did: "300 firms from Norway and 200 from Brazil".

        The number with its qualifier begins at `start`; the count ends at `before` and comes to `value`.
        """
        following = self.parse.between(number.end, self.sentence.end)
        if number.value < SMALL or not following:
            return False
        large = min(number.value, value) >= LARGE and self.alone(number)
        return (large or following[0].pos == "ADP") and self._carried(before, start)

    def _carried(self, start: int, end: int) -> bool:
        """Whether the words right before a number lead from the number before it."""
        words = self.content[start:end].lower().split()
        while words and words[-1] in self.language.table("counts.between"):
            words.pop()
        listed = self.content[start:end].rstrip().endswith(",") and self.content[start:end].count(",") == 1
        return listed or (bool(words) and words[-1].strip(",") in self.language.table("counts.carriers"))

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
        name = (last.pos == "PROPN" or self._titled(number)) and word[:1].isupper() and len(before) > 1
        return name and not any(m.span.start <= last.start < m.span.end for m in self.mentions)

    def _titled(self, number: Number) -> bool:
        """Whether a small number in digits stands before a capital, as in "Running 4 Peace"."""
        following = self.parse.between(number.end, self.sentence.end)[:1]
        capital = bool(following) and self.content[following[0].start].isupper()
        return number.written == "digits" and number.value < TEN and capital

    def _strong(self, number: Number) -> Noun | None:
        """A number of people that is a measure of strength: "a 5,000-strong force"."""
        strong = self.language.rules("counts.strong").at(self.content, number.end, self.sentence.end)
        return Noun(strong.start, strong.end, PERSON) if strong and number.value >= SMALL else None

    def _beside(self, number: Number) -> Noun | None:
        if self.content[number.end : number.end + 1] in _CLOSING:
            return None
        first = self.parse.indices(self._after_plus(number), min(self.sentence.end, number.end + 120))
        head = self._lone(number, first) or self._head(number) or self._surface(first)
        while head is not None and (led := self._led(head)):
            head = self._surface(self.parse.indices(led, min(self.sentence.end, number.end + 120)))
        return self._noun(head, number) if head is not None else None

    def _after_plus(self, number: Number) -> int:
        """Behind the number and the qualifier that may stand between it and its noun: "6,000 plus", "100+"."""
        behind = qualifier_behind(self.content, self.language, number.end, self.sentence.end)
        return behind.end if behind else number.end

    def _led(self, head: int) -> int | None:
        """Where the words end that make the noun a modifier of another: "3,500 women-led firms"."""
        led = self.language.rules("counts.led").at(self.content, self.parse.tokens[head].end, self.sentence.end)
        return led.end if led else None

    def _noun(self, head: int, number: Number) -> Noun | None:
        token = self.parse.tokens[head]
        if token.pos == "PROPN" and not (self._nouns.plural(token) or self._nouns.people(token)):
            return None
        return Noun(token.start, token.end, self._nouns.unit(head, number.value))

    def _head(self, number: Number) -> int | None:
        """By the parse: the noun that the number modifies."""
        for i in self.parse.indices(number.start, number.end):
            token = self.parse.tokens[i]
            head = self.parse.tokens[token.head]
            if token.dep != "nummod" or head.start < number.end or token.head - i > REACH:
                continue
            if head.pos in NOUNS and head.end <= self.sentence.end and self._close(i, token.head):
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
        return noun if number.value == 1 or self._nouns.plural(token) or self._nouns.people(token) else None

    def _close(self, number: int, head: int) -> bool:
        """Whether nothing but modifiers of the noun stands between it and the number: "200 state-of-the-art ships"."""
        between = range(number + 1, head)
        return all(self.parse.tokens[i].dep in _MODIFIERS or self._hyphenated(i) for i in between)

    def _hyphenated(self, word: int) -> bool:
        """Whether a hyphen joins the word to the one on either side."""
        token = self.parse.tokens[word]
        return _HYPHEN in (self.content[token.start - 1 : token.start], self.content[token.end : token.end + 1])

    def _lone(self, number: Number, following: range) -> int | None:
        """The one of a people, whatever the parse makes of it: "one Mexican and"."""
        if number.value != 1 or len(following) < 2:
            return None
        first, second = (self.parse.tokens[i] for i in following[:2])
        return following[0] if self._nouns.people(first) and second.pos == "CCONJ" else None

    def _surface(self, following: range) -> int | None:
        """By the words: the last noun of the run of adjectives and nouns that follows, if it is a plural."""
        last = None
        for i in following[:REACH]:
            token = self.parse.tokens[i]
            if token.pos in NOUNS:
                last = i
            elif last is not None or (token.pos != "ADJ" and token.dep != "amod"):
                break
        return last if last is not None and self._nouns.plural(self.parse.tokens[last]) else None

    def _partitive(self, number: Number) -> Noun | None:
        """The plural of which the number is a part: "1,100 of its dealerships", "60 of the firm's new ships"."""
        part = self.language.rules("counts.part_of").at(self.content, number.end, self.sentence.end)
        if part is None or number.value < 2:
            return None
        following = self.parse.indices(part.end, min(self.sentence.end, part.end + 80))
        head = self._surface(following)
        return self._noun(head, number) if head is not None else None

    def _named(self, number: Number) -> Noun | None:
        """The noun of "the number of visitors … reached 40,000", or a plural that the number is said of."""
        start = max(self.sentence.start, number.start - BACK)
        counters = self.language.rules("counts.counters").all(self.content, start, number.start)
        if counters:
            head = self._surface(self.parse.indices(counters[-1].end, number.start))
            return self._role(head, number) if head is not None else None
        return self._subject(number) if self._large(number) else None

    def _large(self, number: Number) -> bool:
        return number.scale > 1 or not self.content[number.start : number.end].isdigit()

    def _subject(self, number: Number) -> Noun | None:
        """The plural noun that is the subject of the verb which the number depends on."""
        place = next(iter(self.parse.indices(number.start, number.end)), None)
        if place is None:
            return None
        seen = 0
        while seen < REACH and self.parse.tokens[place].head != place and self.parse.tokens[place].pos != "VERB":
            place, seen = self.parse.tokens[place].head, seen + 1
        for i, token in self._before(number):
            subject = token.head == place and token.dep in ("nsubj", "nsubjpass") and token.pos == "NOUN"
            if subject and self._counts(token):
                return self._role(i, number)
        return None

    def _before(self, number: Number) -> Iterator[tuple[int, Token]]:
        indices = self.parse.indices(max(self.sentence.start, number.start - BACK), number.start)
        return ((i, self.parse.tokens[i]) for i in indices)

    def _counts(self, token: Token) -> bool:
        return self._nouns.plural(token) or token.lemma.lower() in self.language.table("counts.peopled")

    def _role(self, place: int, number: Number) -> Noun:
        token = self.parse.tokens[place]
        people = token.lemma.lower() in self.language.table("counts.peopled")
        return Noun(token.start, token.end, PERSON if people else self._nouns.unit(place, number.value))
