"""A reply is what was said to one sub-question: how it was taken up, with the words that show it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.claims.questions.split import Asked
from verbale.claims.questions.topic import Topics
from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.model.claim import Date, Figure
from verbale.model.span import Span
from verbale.model.structure import Technique
from verbale.model.text import Text

# Shares of the question's weight (see `Topics.coverage`) that one sentence of the answer must take up. A sentence with
# half of it speaks of the very thing; with a quarter, of something near; below a tenth the words meet by chance.
SAYS, BEARS, TOUCHES = 0.5, 0.25, 0.1
SHORT = 3  # sentences: a reply this short says all it says to everything that was asked
SHOWN = 3  # sentences of evidence at most
NAMED = {"person": ("PERSON", "ORG", "NORP"), "place": ("GPE", "LOC", "FAC")}  # kinds of entity that are asked for
MARKS = ("?", "？", "؟")


@dataclass(frozen=True, slots=True)
class Reply:
    """The technique, the words of the answer that show it, and what was found of what was asked for."""

    technique: Technique
    evidence: tuple[Span, ...] = ()
    found: tuple[Span, ...] = ()
    polarity: str | None = None


@dataclass(frozen=True)
class Answer:
    """An answer as it is read: its sentences, and the figures and dates that stand in it."""

    text: Text
    span: Span
    sentences: tuple[Span, ...]
    figures: tuple[Figure, ...]
    dates: tuple[Date, ...]
    topics: Topics
    language: Language

    @property
    def is_short(self) -> bool:
        """Whether it is too short to treat of several things."""
        return len(self.sentences) <= SHORT


@dataclass(frozen=True, slots=True)
class Aim:
    """A sub-question as it is looked for: its words, those of what it refers back to, and its place among the parts."""

    asked: Asked
    lemmas: frozenset[str]
    first: bool
    alone: bool


def weigh(aim: Aim, others: Sequence[Aim], answer: Answer) -> Reply:
    """How the answer takes up one of the parts of its question; the others may claim its sentences."""
    shares = [answer.topics.coverage(aim.lemmas, answer.topics.of(s.start, s.end)) for s in answer.sentences]
    best = max(shares, default=0.0)
    withheld = _withheld(aim, others, answer)
    if withheld is not None and best < SAYS:
        return withheld
    near = [s for s, share in zip(answer.sentences, shares, strict=True) if share >= max(BEARS, best / 2)]
    plain = _plain(aim, answer, near)
    if plain is not None:
        return plain
    return _by_words(aim, answer, near, best)


def _withheld(aim: Aim, others: Sequence[Aim], answer: Answer) -> Reply | None:
    """The words by which a reply to this part is declined, not known, sent elsewhere or asked back."""
    if answer.sentences and all(s.text.rstrip().endswith(MARKS) for s in answer.sentences):
        return Reply("clarification", answer.sentences[:SHOWN])
    rules = answer.language.rules("replies.non_reply")
    for match in rules.find(answer.text.content, answer.span.start, answer.span.end):
        home = next((i for i, s in enumerate(answer.sentences) if s.start <= match.start < s.end), 0)
        if _is_meant(aim, others, answer, home):
            return Reply(match["technique"], (answer.text.span(match.start, match.end),))
    return None


def _is_meant(aim: Aim, others: Sequence[Aim], answer: Answer, home: int) -> bool:
    """Whether a sentence that withholds speaks of this part, and no other part more."""
    if answer.is_short:
        return True
    near = answer.sentences[max(home - 1, 0) : home + 1]
    said = frozenset[str]().union(*(answer.topics.of(s.start, s.end) for s in near))
    mine = answer.topics.coverage(aim.lemmas, said)
    theirs = max((answer.topics.coverage(other.lemmas, said) for other in others), default=0.0)
    opens = home < 2 and aim.alone
    return opens or (mine >= BEARS and mine >= theirs)


def _plain(aim: Aim, answer: Answer, near: Sequence[Span]) -> Reply | None:
    """The reply that gives just the kind of thing that was asked for; None where there is none."""
    asks = aim.asked.asks
    if asks == "yes_no":
        return _yes_or_no(aim, answer, near)
    if asks == "quantity":
        return _given(near, [f.span for f in answer.figures if _measures(f, aim, answer)])
    if asks == "time":
        return _given(near, [d.span for d in answer.dates])
    if asks in NAMED:
        return _given(near, [s for s in _entities(answer, NAMED[asks]) if not _is_asked(s, aim, answer)])
    if asks == "list":
        return _given(near, [s for s in near if _enumerates(s, answer)])
    return _given(near, _markers(asks, answer, near))


def _entities(answer: Answer, kinds: Sequence[str]) -> list[Span]:
    found = (
        answer.text.span(*ends)
        for kind in kinds
        for ends in answer.topics.parse.entities(answer.span.start, answer.span.end, kind)
    )
    return sorted(found)


def _is_asked(span: Span, aim: Aim, answer: Answer) -> bool:
    """Whether a name only repeats the question's own."""
    return answer.topics.of(span.start, span.end) <= aim.lemmas


def _enumerates(sentence: Span, answer: Answer) -> bool:
    """Whether a sentence names several things: three or more joined to one another."""
    joined = [t for t in answer.topics.parse.between(sentence.start, sentence.end) if t.dep == "conj"]
    return sum(t.pos in ("NOUN", "PROPN") for t in joined) >= 2


def _markers(asks: str, answer: Answer, near: Sequence[Span]) -> list[Span]:
    """The words of sentences on the subject that give an opinion, a reason, a manner or a status."""
    return [
        answer.text.span(match.start, match.end)
        for sentence in near
        for match in _found(answer, "replies.gives", sentence)
        if match["asks"] == asks
    ]


def _yes_or_no(aim: Aim, answer: Answer, near: Sequence[Span]) -> Reply | None:
    """Yes or no at the beginning of the answer, for its first part, or of a sentence that is about the part."""
    opening = answer.sentences[:2] if aim.first or answer.is_short else ()
    for sentence in (*opening, *near):
        match = _polarity(sentence, answer)
        if match is not None:
            return Reply("explicit", (sentence,), (answer.text.span(match.start, match.end),), match["answer"])
    return None


def _polarity(sentence: Span, answer: Answer) -> Match | None:
    """The word of yes or no that opens a sentence, after interjections and a name."""
    for token in answer.topics.parse.between(sentence.start, min(sentence.end, sentence.start + 40)):
        match = answer.language.rules("replies.polarity").at(answer.text.content, token.start, sentence.end)
        if match is not None:
            return match
        if token.pos not in ("INTJ", "PUNCT", "ADV", "CCONJ", "SPACE", "SCONJ"):
            return None
    return None


def _measures(figure: Figure, aim: Aim, answer: Answer) -> bool:
    """Whether the words around a figure speak of what was asked about."""
    home = next((s for s in answer.sentences if s.meets(figure.span)), figure.span)
    return answer.topics.coverage(aim.lemmas, answer.topics.of(home.start, home.end)) >= BEARS


def _given(near: Sequence[Span], spans: Sequence[Span]) -> Reply | None:
    inside = [span for span in spans if any(s.meets(span) for s in near)]
    if not inside:
        return None
    homes = tuple(s for s in near if any(s.meets(span) for span in inside))
    return Reply("explicit", homes[:SHOWN], tuple(inside[:SHOWN]))


def _by_words(aim: Aim, answer: Answer, near: Sequence[Span], best: float) -> Reply:
    """The reply as the words shared by question and answer show it, where nothing plainer does."""
    evidence = tuple(near[:SHOWN])
    if best < TOUCHES or not evidence:
        return Reply("dodging")
    if aim.asked.asks in ("quantity", "time") or all(_hedges(s, answer) for s in evidence):
        return Reply("general", evidence)
    said = [s for s in evidence if aim.asked.asks == "yes_no" and _states(s, aim, answer, best)]
    return Reply("explicit", tuple(said)) if said else Reply("implicit", evidence)


def _states(sentence: Span, aim: Aim, answer: Answer, best: float) -> bool:
    """Whether a sentence says what was asked whether: half of its words, and one of its verbs."""
    verbs = answer.topics.verbs(aim.asked.span.start, aim.asked.span.end)
    return best >= SAYS and bool(verbs & answer.topics.verbs(sentence.start, sentence.end))


def _hedges(sentence: Span, answer: Answer) -> bool:
    return next(_found(answer, "replies.hedge", sentence), None) is not None


def _found(answer: Answer, rules: str, span: Span) -> Iterator[Match]:
    return answer.language.rules(rules).find(answer.text.content, span.start, span.end)
