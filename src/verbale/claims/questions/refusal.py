"""A refusal is the words by which a reply is withheld: declined, not known, sent elsewhere or asked back."""

from collections.abc import Sequence

from verbale.claims.questions.answer import OPENING, Aim, Answer
from verbale.lang.match import Match

# Shares of the question's weight (see `Topics.coverage`) that a sentence of the answer must take up: with half of it,
# it speaks of the very thing; with a quarter, of something near; below that the words meet by chance.
SAYS, BEARS = 0.5, 0.25
FACTS = ("quantity", "time", "place", "person", "list")  # what a reply that begins by refusing details leaves out


def find_refusal(aim: Aim, others: Sequence[Aim], answer: Answer, best: float) -> Match | None:
    """The words that withhold this part; `best` is the share of it that another sentence of the answer takes up."""
    for match in answer.refusals:
        home = next((i for i, s in enumerate(answer.sentences) if s.start <= match.start < s.end), 0)
        if _is_meant(match, home, aim, others, answer, best):
            return match
    return None


def _is_meant(match: Match, home: int, aim: Aim, others: Sequence[Aim], answer: Answer, best: float) -> bool:
    """Whether the words, in the sentence `home`, speak of this part."""
    if home < OPENING and aim.alone:
        return not _has_said(match, home, answer)
    if match["technique"] == "clarification":
        return aim.last and best < BEARS  # "what was your second question?" comes at the end
    if answer.is_short:
        return best < SAYS
    if home < OPENING and (aim.first or aim.asked.asks in FACTS):
        return best < BEARS
    return best < SAYS and _speaks_of(home, aim, others, answer)


def _has_said(match: Match, home: int, answer: Answer) -> bool:
    """Whether a plain yes or no stands before the words that withhold more."""
    before = (answer.polarity(s) for s in answer.sentences[: home + 1])
    return any(polarity is not None and polarity.end <= match.start for polarity in before) and not answer.is_short


def _speaks_of(home: int, aim: Aim, others: Sequence[Aim], answer: Answer) -> bool:
    """Whether a sentence, with the one before it, speaks of this part, and of no other part more."""
    near = answer.sentences[max(home - 1, 0) : home + 1]
    said = frozenset[str]().union(*(answer.topics.of(s.start, s.end) for s in near))
    mine = answer.topics.coverage(aim.lemmas, said)
    theirs = max((answer.topics.coverage(other.lemmas, said) for other in others), default=0.0)
    return mine >= (SAYS if aim.alone else BEARS) and mine >= theirs
