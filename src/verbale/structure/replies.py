"""A block reply is what an article gives in full of somebody's answer, introduced as such, without quotation marks."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.structure.paragraphs import Paragraph
from verbale.structure.sentences import split_sentences
from verbale.structure.turns import is_furniture

_OPENING_MARKS = "\"“«„「『'‘"
_LOOK_AHEAD = 12  # paragraphs in which the article's own voice is looked for


@dataclass(frozen=True, slots=True)
class BlockReply:
    """The paragraphs [first, last] of the reply; `speaker` are the introduction's words for who gives it.

    `question` are the offsets of the words that say what was asked, where the introduction says it.
    """

    first: int
    last: int
    speaker: str | None
    question: tuple[int, int] | None


def find_replies(paragraphs: Sequence[Paragraph], taken: Mapping[int, object], language: Language) -> list[BlockReply]:
    """The block replies in order, outside the paragraphs that are `taken`: titles, turns of an interview."""
    replies: list[BlockReply] = []
    for i in range(len(paragraphs) - 1):
        reached = replies[-1].last if replies else -1
        if i <= reached or i in taken or i + 1 in taken or is_furniture(paragraphs[i], language):
            continue
        match = _introduction(paragraphs[i].words, language)
        if match and _can_be_reply(paragraphs[i + 1], language):
            replies.append(_reply(paragraphs, i, match, language))
    return replies


def _introduction(words: str, language: Language) -> Match | None:
    """The words that introduce a reply, at the very end of a paragraph."""
    if words[-1:] not in ":：":
        return None
    found = [m for m in language.rules("structure.replies").all(words) if m.end == len(words)]
    return found[0] if found else None


def _can_be_reply(paragraph: Paragraph, language: Language) -> bool:
    return not is_furniture(paragraph, language) and paragraph.words[0] not in _OPENING_MARKS


def _reply(paragraphs: Sequence[Paragraph], i: int, match: Match, language: Language) -> BlockReply:
    introduction = paragraphs[i]
    sentences = split_sentences(introduction.words, language)
    asking = _asking(introduction.words, sentences, match, language)
    named = asking or sentences[-1]
    speaker = _speaker(introduction.words, named[0], named[1], match, language)
    last = _last(paragraphs, i + 1, _named_before(paragraphs[: i + 1], speaker, language), language)
    question = (introduction.start + asking[0], introduction.start + asking[1]) if asking else None
    return BlockReply(i + 1, last, speaker, question)


def _asking(
    words: str, sentences: Sequence[tuple[int, int]], match: Match, language: Language
) -> tuple[int, int] | None:
    """The words that say what was asked: in the sentence that introduces the reply, or the one before it."""
    candidates = [(start, min(end, match.start)) for start, end in sentences if start < match.start][-2:]
    for start, end in reversed(candidates):
        if language.rules("structure.asked").first(words, start, end):
            return start, start + len(words[start:end].rstrip(" ,;:\t\u00a0"))
    return None


def _speaker(words: str, start: int, end: int, match: Match, language: Language) -> str | None:
    """The words for an office, with the name beside it, in words[start:end] or in the introducing words."""
    for low, high in ((start, end), (match.start, match.end)):
        if office := language.rules("structure.offices").first(words, low, high):
            return words[office.start : office.end]
    return None


def _last(paragraphs: Sequence[Paragraph], first: int, speaker: str | None, language: Language) -> int:
    """The last paragraph of the reply: the one before the article's own voice is heard again."""
    if paragraphs[first].is_a("quote_block"):
        return _while(paragraphs, first, lambda paragraph: paragraph.is_a("quote_block"))
    resumed = next(
        (j for j in _following(paragraphs, first, language) if _resumes(paragraphs[j], speaker, language)), None
    )
    if resumed is not None:
        return resumed - 1
    return _while(paragraphs, first, lambda paragraph: _speaks_as_one(paragraph, language))


def _following(paragraphs: Sequence[Paragraph], first: int, language: Language) -> Iterator[int]:
    """The paragraphs after the reply's first, and the one that ends it: furniture, or the end of the text."""
    for j in range(first + 1, min(first + _LOOK_AHEAD, len(paragraphs))):
        yield j
        if is_furniture(paragraphs[j], language):
            return


def _while(paragraphs: Sequence[Paragraph], first: int, fits: Callable[[Paragraph], bool]) -> int:
    last = first
    while last + 1 < len(paragraphs) and fits(paragraphs[last + 1]):
        last += 1
    return last


def _resumes(paragraph: Paragraph, speaker: str | None, language: Language) -> bool:
    """Whether a paragraph is the article's own: not the reply's kind, turning to a topic, or naming the speaker."""
    return (
        is_furniture(paragraph, language)
        or _introduction(paragraph.words, language) is not None
        or language.rules("structure.resumes").at(paragraph.words, 0) is not None
        or (speaker is not None and _names(paragraph.words, speaker, language))
    )


def _names(words: str, speaker: str, language: Language) -> bool:
    """Whether words speak of the speaker in the third person: by surname, or by the office alone."""
    office = language.rules("structure.offices").first(speaker)
    if office is None:
        return False
    if (name := _part(speaker, office, "name").split()) and re.search(rf"\b{re.escape(name[-1])}\b", words):
        return True
    title = _part(speaker, office, "office").lower()
    return any(_part(words, m, "office").lower() == title for m in language.rules("structure.third_person").find(words))


def _part(words: str, match: Match, group: str) -> str:
    start, end = match.groups[group]
    return words[start:end]


def _named_before(paragraphs: Sequence[Paragraph], speaker: str | None, language: Language) -> str | None:
    """The speaker; where only the office is given, with the name that it last stood with in the paragraphs."""
    offices = language.rules("structure.offices")
    office = offices.first(speaker) if speaker else None
    if speaker is None or office is None or _part(speaker, office, "name"):
        return speaker
    title = _part(speaker, office, "office").lower()
    for paragraph in reversed(paragraphs):
        for match in reversed(list(offices.find(paragraph.words))):
            if _part(paragraph.words, match, "office").lower() == title and _part(paragraph.words, match, "name"):
                return speaker + _part(paragraph.words, match, "name")
    return speaker


def _speaks_as_one(paragraph: Paragraph, language: Language) -> bool:
    """Whether a paragraph speaks in the first person, outside quotation marks."""
    unquoted = re.sub(r"[\"“][^\"“”]*[\"”]", " ", paragraph.words)
    return language.rules("structure.first_person").first(unquoted) is not None
