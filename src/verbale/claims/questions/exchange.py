"""An exchange is a question and its reply: here each gets its sub-questions, and what became of them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.claims.questions.answer import Aim, Answer
from verbale.claims.questions.asked import Asked
from verbale.claims.questions.reply import instead, weigh
from verbale.claims.questions.split import split
from verbale.claims.questions.topic import Topics, find_topics
from verbale.claims.questions.why import explain
from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.claim import Date, Figure, Mention
from verbale.model.found import Found
from verbale.model.span import Span
from verbale.model.structure import Clarity, Exchange, Structure, SubQuestion, Technique
from verbale.model.text import Text

CLARITY: dict[Technique, Clarity] = {
    "explicit": "clear_reply",
    "declining": "clear_non_reply",
    "claims_ignorance": "clear_non_reply",
    "clarification": "clear_non_reply",
}
REFERS_BACK = 2  # content words: a question with fewer stands on the one before it


def find_questions(
    text: Text,
    structure: Structure,
    parse: Parse,
    mentions: Sequence[Mention],
    dates: Found[Date],
    figures: Found[Figure],
    language: Language,
) -> tuple[Exchange, ...]:
    """The structure's exchanges, each with its sub-questions and whether the reply meets them."""
    topics = find_topics(structure.sentences, parse, language)

    def filled(exchange: Exchange) -> Exchange:
        question, reply = exchange.question.span, exchange.answer.span
        asked = split(text, question, _inside(structure.sentences, question), parse, language)
        answer = Answer(
            text,
            reply,
            tuple(_inside(structure.sentences, reply)),
            tuple(f for f in figures.values if reply.holds(f.span)),
            tuple(d for d in dates.values if reply.holds(d.span)),
            tuple(m for m in mentions if reply.holds(m.span)),
            topics,
            language,
            tuple(language.rules("replies.non_reply").find(text.content, reply.start, reply.end)),
        )
        aims = list(_aims(asked, question, topics))
        return replace(exchange, parts=tuple(_judged(aim, aims, answer) for aim in aims))

    return tuple(filled(exchange) for exchange in structure.exchanges)


def _inside(sentences: Sequence[Span], turn: Span) -> list[Span]:
    """The sentences within a turn; they stand in order, and are found without looking at the others."""
    first = bisect_left(sentences, turn.start, key=lambda s: s.start)
    last = bisect_left(sentences, turn.end, key=lambda s: s.start)
    return [s for s in sentences[first:last] if turn.holds(s)]


def _aims(asked: Sequence[Asked], question: Span, topics: Topics) -> Iterator[Aim]:
    """What each part is about: its own words and, where these are few, those of what stands before it."""
    before = topics.of(question.start, asked[0].span.start) if asked else frozenset()
    ahead = False
    for i, part in enumerate(asked):
        own = topics.of(part.span.start, part.span.end)
        points = len(own) < REFERS_BACK
        lemmas = own | before if points else own
        ahead = topics.looks_ahead(part.span.start, part.span.end) or (points and ahead)
        yield Aim(part, lemmas, points, ahead, first=i == 0, last=i == len(asked) - 1)
        before = lemmas


def _judged(aim: Aim, aims: Sequence[Aim], answer: Answer) -> SubQuestion:
    reply = weigh(aim, [other for other in aims if other is not aim], answer)
    return SubQuestion(
        span=aim.asked.span,
        asks=aim.asked.asks,
        technique=reply.technique,
        clarity=CLARITY.get(reply.technique, "ambivalent"),
        evidence=reply.evidence,
        why=explain(aim.asked, reply, instead(aim, reply, answer)),
    )
