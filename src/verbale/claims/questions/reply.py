"""A reply is what was said to one sub-question: how it was taken up, with the words that show it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.claims.questions.asked import Asked
from verbale.claims.questions.topic import Topics
from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.model.claim import Date, Figure
from verbale.model.span import Span
from verbale.model.structure import Technique
from verbale.model.text import Text

# Shares of the question's weight (see `Topics.coverage`) that one sentence of the answer must take up. A sentence with
# half of it speaks of the very thing; with a quarter, of something near; below that the words meet by chance.
SAYS, BEARS = 0.5, 0.25
SHORT = 3  # sentences: a reply this short says all it says to everything that was asked
OPENING = 2  # sentences in which a reply comes to the point
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
    """An answer as it is read: its sentences, the figures and dates that stand in it, and words that withhold."""

    text: Text
    span: Span
    sentences: tuple[Span, ...]
    figures: tuple[Figure, ...]
    dates: tuple[Date, ...]
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
    alone: bool


def weigh(aim: Aim, others: Sequence[Aim], answer: Answer) -> Reply:
    """How the answer takes up one of the parts of its question; the others may claim its sentences."""
    if answer.sentences and all(s.text.rstrip().endswith(MARKS) for s in answer.sentences):
        return Reply("clarification", answer.sentences[:SHOWN])
    telling = [s for s in answer.sentences if not answer.withholds(s)]
    shares = [_share(sentence, aim, answer) for sentence in telling]
    best = max(shares, default=0.0)
    withheld = _withheld(aim, others, answer)
    if withheld is not None and best < SAYS:
        return withheld
    near = [s for s, share in zip(telling, shares, strict=True) if share >= max(BEARS, best / 2)]
    if aim.points and aim.asked.asks == "opinion":
        near = near or telling[:OPENING]  # who is asked for a view of "that" gives it first
    return _plain(aim, answer, near) or _by_words(aim, answer, near)


def _withheld(aim: Aim, others: Sequence[Aim], answer: Answer) -> Reply | None:
    """The words by which a reply to this part is declined, not known, sent elsewhere or asked back."""
    for match in answer.refusals:
        home = next((i for i, s in enumerate(answer.sentences) if s.start <= match.start < s.end), 0)
        if _is_meant(aim, others, answer, home):
            return Reply(match["technique"], (answer.text.span(match.start, match.end),))
    return None


def _is_meant(aim: Aim, others: Sequence[Aim], answer: Answer, home: int) -> bool:
    """Whether a sentence that withholds speaks of this part, and no other part more."""
    if answer.is_short or (home < OPENING and aim.alone):
        return True
    near = answer.sentences[max(home - 1, 0) : home + 1]
    said = frozenset[str]().union(*(answer.topics.of(s.start, s.end) for s in near))
    mine = answer.topics.coverage(aim.lemmas, said)
    theirs = max((answer.topics.coverage(other.lemmas, said) for other in others), default=0.0)
    return mine >= BEARS and mine >= theirs


def _plain(aim: Aim, answer: Answer, near: Sequence[Span]) -> Reply | None:
    """The reply that gives just the kind of thing that was asked for; None where there is none."""
    asks = aim.asked.asks
    if asks == "yes_no":
        return _yes_or_no(aim, answer, near)
    if asks == "quantity":
        return _given(near, [f.span for f in answer.figures if _measures(f, aim, answer)])
    if asks == "time":
        return _given([s for s in near if _share(s, aim, answer) >= SAYS], [d.span for d in answer.dates])
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
    opening = answer.sentences[:OPENING] if aim.first or answer.is_short else ()
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
    """Whether the words around a figure speak of what was asked about; what has been is no answer on what will be."""
    if aim.ahead and figure.modality == "actual":
        return False
    home = next((s for s in answer.sentences if s.meets(figure.span)), figure.span)
    return _share(home, aim, answer) >= BEARS


def _given(near: Sequence[Span], spans: Sequence[Span]) -> Reply | None:
    inside = [span for span in spans if any(s.meets(span) for s in near)]
    if not inside:
        return None
    homes = tuple(s for s in near if any(s.meets(span) for span in inside))
    return Reply("explicit", homes[:SHOWN], tuple(inside[:SHOWN]))


def _by_words(aim: Aim, answer: Answer, near: Sequence[Span]) -> Reply:
    """The reply as the words shared by question and answer show it, where nothing plainer does."""
    evidence = tuple(near[:SHOWN])
    if not evidence:
        return Reply("dodging")
    if aim.asked.asks in ("quantity", "time") or all(_hedges(s, answer) for s in evidence):
        return Reply("general", evidence)
    said = [s for s in evidence if aim.asked.asks == "yes_no" and _speaks_of(s, aim, answer)]
    return Reply("explicit", tuple(said)) if said else Reply("implicit", evidence)


def _speaks_of(sentence: Span, aim: Aim, answer: Answer) -> bool:
    """Whether a sentence speaks of the very event asked about: half of the question's words, one of its verbs."""
    verbs = answer.topics.verbs(aim.asked.span.start, aim.asked.span.end)
    return _share(sentence, aim, answer) >= SAYS and bool(verbs & answer.topics.verbs(sentence.start, sentence.end))


def _share(sentence: Span, aim: Aim, answer: Answer) -> float:
    return answer.topics.coverage(aim.lemmas, answer.topics.of(sentence.start, sentence.end))


def _hedges(sentence: Span, answer: Answer) -> bool:
    return next(_found(answer, "replies.hedge", sentence), None) is not None


def _found(answer: Answer, rules: str, span: Span) -> Iterator[Match]:
    return answer.language.rules(rules).find(answer.text.content, span.start, span.end)
