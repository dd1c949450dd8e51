"""A reply is what was said to one sub-question: how it was taken up, with the words that show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.claims.questions.answer import OPENING, Aim, Answer
from verbale.claims.questions.refusal import BEARS, SAYS, find_refusal
from verbale.model.claim import Date, Figure
from verbale.model.span import Span
from verbale.model.structure import Technique

SHOWN = 3  # sentences of evidence at most
NAMED = {"person": ("PERSON", "ORG", "NORP"), "place": ("GPE", "LOC", "FAC")}  # kinds of entity that are asked for
VERBAL = frozenset({"VERB", "ADJ"})  # words that say something of the others
MARKS = ("?", "？", "؟")


@dataclass(frozen=True, slots=True)
class Reply:
    """The technique, the words of the answer that show it, and what was found of what was asked for."""

    technique: Technique
    evidence: tuple[Span, ...] = ()
    found: tuple[Span, ...] = ()
    polarity: str | None = None


def weigh(aim: Aim, others: Sequence[Aim], answer: Answer) -> Reply:
    """How the answer takes up one of the parts of its question; the others may claim its sentences."""
    if _asks_back(answer):
        return Reply("clarification", answer.sentences[:SHOWN])
    telling = [s for s in answer.sentences if not answer.withholds(s)]
    shares = [answer.share(sentence, aim) for sentence in telling]
    best = max(shares, default=0.0)
    refusal = find_refusal(aim, others, answer, best)
    if refusal is not None:
        return Reply(refusal["technique"], (answer.text.span(refusal.start, refusal.end),))
    near = [s for s, share in zip(telling, shares, strict=True) if share >= max(BEARS, best / 2)]
    if aim.points and aim.asked.asks == "opinion":
        near = near or telling[:OPENING]  # who is asked for a view of "that" gives it first
    return _plain(aim, answer, near) or _by_words(aim, answer, near)


def _asks_back(answer: Answer) -> bool:
    """Whether the answer is nothing but a question."""
    return bool(answer.sentences) and all(s.text.rstrip().endswith(MARKS) for s in answer.sentences)


def _plain(aim: Aim, answer: Answer, near: Sequence[Span]) -> Reply | None:
    """The reply that gives just the kind of thing that was asked for; None where there is none."""
    asks = aim.asked.asks
    if asks == "yes_no":
        return _yes_or_no(aim, answer, near)
    if asks == "quantity":
        return _given(near, [f.span for f in answer.figures if _measures(f, aim, answer)])
    if asks == "time":
        return _given([s for s in near if answer.share(s, aim) >= SAYS], [d.span for d in answer.dates])
    if asks in NAMED:
        return _given(near, [s for s in _names(answer, asks) if not _is_asked(s, aim, answer)])
    if asks == "list":
        return _given(near, [s for s in near if _enumerates(s, answer)])
    return _given(near, _markers(asks, answer, near))


def _names(answer: Answer, asks: str) -> list[Span]:
    """The names of persons and bodies, or of places, in the answer."""
    found = {
        answer.text.span(*ends)
        for kind in NAMED[asks]
        for ends in answer.topics.parse.entities(answer.span.start, answer.span.end, kind)
    }
    if asks == "place":
        found.update(mention.span for mention in answer.mentions if mention.form in ("name", "capital"))
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
        for match in answer.found("gives", sentence)
        if match["asks"] == asks
    ]


def _yes_or_no(aim: Aim, answer: Answer, near: Sequence[Span]) -> Reply | None:
    """Yes or no, or the very verb asked about, at the beginning of the answer or of a sentence about the part."""
    opening = answer.sentences[:OPENING] if aim.first or answer.is_short else ()
    for sentence in (*opening, *near):
        match = answer.polarity(sentence)
        if match is not None:
            return Reply("explicit", (sentence,), (answer.text.span(match.start, match.end),), match["answer"])
    asked = answer.topics.predicates(aim.asked.span.start, aim.asked.span.end)
    said = tuple(s for s in opening if asked & answer.topics.asserted(s.start, s.end))
    return Reply("explicit", said) if said else None


def _measures(figure: Figure, aim: Aim, answer: Answer) -> bool:
    """Whether the words around a figure speak of what was asked about; what has been is no answer on what will be."""
    if aim.ahead and figure.modality == "actual":
        return False
    home = next((s for s in answer.sentences if s.meets(figure.span)), figure.span)
    return answer.share(home, aim) >= BEARS


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
        return _in_passing(aim, answer)
    hedged = all(next(answer.found("hedge", s), None) is not None for s in evidence)
    if aim.asked.asks in ("quantity", "time") or hedged:
        return Reply("general", evidence)
    said = [s for s in evidence if aim.asked.asks == "yes_no" and _speaks_of(s, aim, answer)]
    return Reply("explicit", tuple(said)) if said else Reply("implicit", evidence)


def _in_passing(aim: Aim, answer: Answer) -> Reply:
    """The reply of an answer of which no sentence is about the part: in all it may still take up something of it."""
    telling = [s for s in answer.sentences if not answer.withholds(s)]
    said = frozenset[str]().union(*(answer.topics.of(s.start, s.end) for s in telling))
    if answer.topics.coverage(aim.lemmas, said) < BEARS:
        return Reply("dodging")
    touching = sorted(telling, key=lambda s: -answer.share(s, aim))[:OPENING]
    return Reply("general", tuple(sorted(touching)))


def _speaks_of(sentence: Span, aim: Aim, answer: Answer) -> bool:
    """Whether a sentence speaks of the very thing asked: half of its words, and what is said of them."""
    said = answer.topics.verbs(sentence.start, sentence.end)
    asked = answer.topics.of(aim.asked.span.start, aim.asked.span.end, VERBAL)
    return answer.share(sentence, aim) >= SAYS and bool(asked & said)


def instead(aim: Aim, reply: Reply, answer: Answer) -> list[Span]:
    """Figures or dates that the answer gives where others were asked for."""
    if reply.technique == "explicit" or aim.asked.asks not in ("quantity", "time"):
        return []
    given: Sequence[Figure] | Sequence[Date] = answer.figures if aim.asked.asks == "quantity" else answer.dates
    return [item.span for item in given]
