"""An opener is a word at which a question begins: one that asks, one that doubts, or a verb before its subject."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from verbale.lang.pack import Language
from verbale.lang.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.text import Text

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})  # dependencies of the parser's English scheme
HELPERS = frozenset({"aux", "auxpass", "cop"})
IN_PASSING = frozenset({"ADV", "INTJ", "SPACE", "CCONJ"})  # what may stand before a clause's first word

Kind = Literal["asks", "doubts", "inverts"]


@dataclass(frozen=True, slots=True)
class Opener:
    """A question's first word: offsets into the text, `start` being that of a preposition before the `word`.

    `after` are the words passed between the clause before and this one: conjunctions, in lower case.
    """

    start: int
    word: int
    end: int
    kind: Kind
    after: tuple[str, ...]
    initial: bool


def find_openers(
    text: Text, sentence: Span, parse: Parse, language: Language, announced: Sequence[int] = ()
) -> Iterator[Opener]:
    """The openers of a sentence that begin a clause, or a question `announced` up to that offset; none in quotation."""
    indices = parse.indices(sentence.start, sentence.end)
    for i in indices:
        kind = _kind(text, parse, i, language)
        if kind is None or _is_quoted(text, sentence.start, parse.tokens[i].start):
            continue
        first = _with_preposition(parse, i, indices.start) if kind == "asks" else i
        before = _passed(text, parse, first, indices.start, language)
        if before is None and _is_announced(text, parse, first, announced):
            before = []
        if before is not None:
            start, token = parse.tokens[first].start, parse.tokens[i]
            initial = first - len(before) <= indices.start
            yield Opener(start, token.start, token.end, kind, tuple(w for w in before if w), initial)


def _kind(text: Text, parse: Parse, i: int, language: Language) -> Kind | None:
    word = _word(text, parse.tokens[i])
    if word in language.table("questions.openers"):
        return "asks"
    if word in language.table("questions.doubts"):
        return "doubts"
    since = parse.tokens[i].start if i and parse.tokens[i - 1].pos == "PUNCT" else 0  # a clause begins here
    if (word in language.table("questions.auxiliaries") or parse.tokens[i].pos == "AUX") and inverts(parse, i, since):
        return "inverts"
    return None


def _is_announced(text: Text, parse: Parse, i: int, announced: Sequence[int]) -> bool:
    """Whether nothing but a verb ("… was whether") stands between the announcing words and this one."""
    start = parse.tokens[i - 1].start if parse.tokens[i - 1].pos == "AUX" else parse.tokens[i].start
    return any(not text.content[end:start].strip() for end in announced if end <= start)


def _is_quoted(text: Text, start: int, end: int) -> bool:
    words = text.content[start:end]
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def inverts(parse: Parse, i: int, since: int = 0) -> bool:
    """Whether the verb's subject stands after it, before any subject on its left; those before `since` are ignored."""
    token = parse.tokens[i]
    head = token.head if token.dep in HELPERS else i
    near = parse.tokens[max(i - 40, 0) : i + 40]
    subjects = [t.start for t in near if t.head in (i, head) and t.dep in SUBJECTS and t.start >= since]
    return bool(subjects) and min(subjects) > token.start


def _with_preposition(parse: Parse, i: int, first: int) -> int:
    """The index of the preposition right before the word ("in what areas"), or the word's own."""
    return i - 1 if i > first and parse.tokens[i - 1].pos == "ADP" else i


def _passed(text: Text, parse: Parse, i: int, first: int, language: Language) -> list[str] | None:
    """What stands between the word and the end of the clause before it; None where it is amid its clause.

    A conjunction is given in its own words, anything else passed as an empty string.
    """
    asking = {**language.table("questions.openers"), **language.table("questions.doubts")}
    passed: list[str] = []
    while i - len(passed) > first:
        token = parse.tokens[i - len(passed) - 1]
        word = _word(text, token)
        if token.pos == "PUNCT":
            return [*passed, word] if word != "," else [*passed, ""]
        if token.pos not in IN_PASSING or word in asking:
            break
        passed.append(word if token.pos == "CCONJ" else "")
    else:
        return passed
    return passed if any(passed) else None


def _word(text: Text, token: Token) -> str:
    return text.content[token.start : token.end].lower()
