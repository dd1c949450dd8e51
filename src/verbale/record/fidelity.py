"""A fidelity check holds words that a text quotes in its headline, lead or captions against those it gives in full."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from verbale.model.claim import Check, Verdict
from verbale.model.identity import identify
from verbale.model.span import Span
from verbale.model.statement import By, Statement
from verbale.model.structure import Passage
from verbale.model.text import Text
from verbale.record.collation import Collation
from verbale.record.concordance import Concordance
from verbale.record.edits import edits_of, marked, told
from verbale.record.likeness import Likeness
from verbale.record.said import Stretch, heads_of, original_of, quoted_in, said_in
from verbale.record.words import words_of

BY = By("checks", "fidelity", "1")
LEAD = 2  # paragraphs that may give first what the text gives in full later
SHORT = 3  # letters: even in names such words are written small
TERM = 4  # words: so few within marks are a term as often as speech


HEADLINE = Likeness(least=2, held=3, share=0.6, run=3, others=1.5)  # announces words of this very text
ECHO = Likeness(least=5, held=4, share=0.8, run=4, others=0.5)  # may as well be something else that was said


def check_fidelity(text: Text, passages: Sequence[Passage], statements: Sequence[Statement]) -> Iterator[Check]:
    """A check for each quotation of a headline, caption or lead whose words the text gives in full elsewhere.

    Words that it gives nowhere as somebody's give none: they may have been said on another occasion.
    """
    heads = heads_of(passages)
    announced = {passage.id for passage in heads}
    rest = [passage for passage in passages if passage.id not in announced]
    yield from _held(text, quoted_in(text.content, heads), rest, statements, HEADLINE)
    early = [p for p in rest if p.kind == "narrative"][:LEAD]
    led = (s.span for p in early for s in statements if s.kind in ("direct", "mixed") and p.span.holds(s.span))
    pulled = [passage for passage in rest if passage.kind == "quote_block"]
    later = [passage for passage in rest if passage not in early and passage not in pulled]
    yield from _held(text, [*led, *(passage.span for passage in pulled)], later, statements, ECHO)


def _held(
    text: Text,
    quotations: Iterable[Span],
    passages: Sequence[Passage],
    statements: Sequence[Statement],
    likeness: Likeness,
) -> Iterator[Check]:
    """The quotations held against what is said in the passages; the same words twice are one check."""
    echoes: defaultdict[tuple[str, ...], list[Span]] = defaultdict(list)
    for span in quotations:
        echoes[tuple(word.key for word in words_of(text.content, span.start, span.end))].append(span)
    wanted = [spans for keys, spans in echoes.items() if len(keys) >= likeness.least]
    if not wanted:
        return
    said = said_in(text.content, passages, statements)
    concordance = Concordance(original_of(text.content, said))
    for spans in wanted:
        found = concordance.find(list(words_of(text.content, spans[0].start, spans[0].end)))
        if found and likeness.holds(found) and _is_speech(text, found, said):
            yield _check(text, spans, found)


def _is_speech(text: Text, found: Collation, said: Sequence[Stretch]) -> bool:
    """Whether the words found are somebody's: a few words that are merely within marks are a term, or a name."""
    words = [text.span(*ends) for ends in found.stretches]
    stated = any(stretch.stated and stretch.span.meets(span) for span in words for stretch in said)
    return (stated or found.of > TERM) and not _is_name(words)


def _is_name(spans: Sequence[Span]) -> bool:
    """Whether the words are written as a name is: all but short ones with a capital."""
    words = [span.text[word.start : word.end] for span in spans for word in words_of(span.text)]
    long = [word for word in words if len(word) > SHORT]
    return bool(long) and all(word[0].isupper() for word in long)


def _check(text: Text, spans: Sequence[Span], found: Collation) -> Check:
    originals = [text.span(*ends) for ends in found.stretches]
    edits, verdict = edits_of(found, text.content, text.content), _verdict(found)
    return Check(
        id=identify("check", "fidelity", *spans, *originals),
        kind="fidelity",
        spans=tuple(sorted((*spans, *originals))),
        verdict=verdict,
        why=_why(verdict, told(edits)),
        by=BY,
        given=spans[0].text,
        working=marked(edits),
    )


def _verdict(found: Collation) -> Verdict:
    if not found.is_faithful:
        return "altered"
    return "agrees" if found.fidelity == "identical" else "consistent"


def _why(verdict: Verdict, done: str) -> str:
    """What was done to the words, in a sentence."""
    faithful = "are not" if verdict == "altered" else "are"
    return f"the words {faithful} quoted as the text gives them in full" + (f": {done}" if done else "")
