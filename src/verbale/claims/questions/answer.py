"""An answer is what was said in reply to a question turn, read for one of the things that it asked: its aim."""

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.claims.questions.asked import Asked
from verbale.claims.questions.topic import Topics
from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.model.claim import Date, Figure, Mention
from verbale.model.span import Span
from verbale.model.text import Text

SHORT = 3  # sentences: a reply this short says all it says to everything that was asked
OPENING = 2  # sentences in which a reply comes to the point
IN_PASSING = frozenset({"INTJ", "PUNCT", "ADV", "CCONJ", "SPACE", "SCONJ"})  # before a sentence's own first word
BEFORE = 40  # characters that may stand before it


@dataclass(frozen=True, slots=True)
class Aim:
    """A sub-question as it is looked for: its content words and its place among the parts.

    One that only `points` ("your view of that?") has those of what stands before it. `ahead` asks of what is to come.
    """

    asked: Asked
    lemmas: frozenset[str]
    points: bool
    ahead: bool
    first: bool
    last: bool

    @property
    def alone(self) -> bool:
        """Whether nothing else was asked."""
        return self.first and self.last


@dataclass(frozen=True)
class Answer:
    """The sentences of a reply, the figures, dates and countries that stand in it, and the words that withhold."""

    text: Text
    span: Span
    sentences: tuple[Span, ...]
    figures: tuple[Figure, ...]
    dates: tuple[Date, ...]
    mentions: tuple[Mention, ...]
    topics: Topics
    language: Language
    refusals: tuple[Match, ...]

    def withholds(self, sentence: Span) -> bool:
        """Whether words that withhold a reply stand in the sentence."""
        return any(sentence.start <= match.start < sentence.end for match in self.refusals)

    @property
    def is_short(self) -> bool:
        """Whether it is too short to treat of several things."""
        return len(self.sentences) <= SHORT

    def share(self, sentence: Span, aim: Aim) -> float:
        """The share of what is asked about that a sentence takes up: 0 to 1, by the weight of its words."""
        return self.topics.coverage(aim.lemmas, self.topics.of(sentence.start, sentence.end))

    def found(self, rules: str, sentence: Span) -> Iterator[Match]:
        """The matches of a set of the reply rules in a sentence."""
        return self.language.rules(f"replies.{rules}").find(self.text.content, sentence.start, sentence.end)

    def polarity(self, sentence: Span) -> Match | None:
        """The word of yes or no that opens a sentence, after interjections and a name."""
        for token in self.topics.parse.between(sentence.start, min(sentence.end, sentence.start + BEFORE)):
            match = self.language.rules("replies.polarity").at(self.text.content, token.start, sentence.end)
            if match is not None:
                return match
            if token.pos not in IN_PASSING:
                return None
        return None
