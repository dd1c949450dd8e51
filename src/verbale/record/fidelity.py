"""A fidelity check holds words that a text quotes in its headline, lead or captions against those it gives in full."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale.model.claim import Check, Verdict
from verbale.model.identity import identify
from verbale.model.span import Span
from verbale.model.statement import By, Statement
from verbale.model.structure import Passage
from verbale.model.text import Text
from verbale.record.collation import Change, Collation
from verbale.record.concordance import Concordance
from verbale.record.said import Stretch, heads_of, original_of, quoted_in, said_in
from verbale.record.words import words_of

BY = By("checks", "fidelity", "1")
LEAD = 2  # paragraphs that may give first what the text gives in full later
SHORT = 3  # letters: even in names such words are written small
TERM = 4  # words: so few within marks are a term as often as speech


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like words must be to be the same speech.

    There are `least` quoted words; if they are not faithful a `share` of them still stands in the original, a `run` of
    them in a row, and for each of those the original has at the most so many `others` that are not quoted.
    """

    least: int
    share: float
    run: int
    others: float

    def holds(self, found: Collation) -> bool:
        """Whether the quoted words were taken from the original, faithfully or not."""
        if found.of < self.least:
            return False
        if found.is_faithful and found.same == found.of:
            return found.run > 1
        near = found.silent <= self.others * found.same
        return near and found.same >= max(3, self.share * found.of) and found.run >= min(self.run, found.of - 1)


HEADLINE = Likeness(least=2, share=0.6, run=3, others=1.5)  # announces words of this very text
ECHO = Likeness(least=5, share=0.8, run=4, others=0.5)  # may as well be something else that was said


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
    return Check(
        id=identify("check", "fidelity", *spans, *originals),
        kind="fidelity",
        spans=tuple(sorted((*spans, *originals))),
        verdict=_verdict(found),
        why=_why(found, text.content),
        by=BY,
        given=spans[0].text,
        working=redline(found, text.content, text.content),
    )


def _verdict(found: Collation) -> Verdict:
    if not found.is_faithful:
        return "altered"
    return "agrees" if found.fidelity == "identical" else "consistent"


def _why(found: Collation, content: str) -> str:
    """What was done to the words, in a sentence."""
    done = "; ".join(told for change in found.changes if (told := _told(change, content)))
    match _verdict(found):
        case "agrees":
            return "the words are quoted as the text gives them in full"
        case "consistent":
            return f"the words are quoted as the text gives them in full: {done}"
    return f"the words are not quoted as the text gives them in full: {done}"


def _told(change: Change, content: str) -> str:
    here, there = _line(content, change.quoted), _line(content, change.original)
    match change.kind:
        case "elided":
            return f"“{there}” is left out behind the ellipsis"
        case "left_out":
            return f"“{there}” is left out without an ellipsis"
        case "supplied":
            return f"“{here}” in brackets stands for “{there}”" if there else f"“{here}” is put in, in brackets"
        case "added":
            return f"“{here}” is put in"
        case "replaced":
            return f"“{here}” stands for “{there}”"
    return ""


def redline(found: Collation, quoted: str, original: str) -> str:
    """The changes on one line, as `wdiff` writes them: [-left out-]{+put in+}; behind an ellipsis, […left out…]."""
    return " ".join(_redlined(change, quoted, original) for change in found.changes)


def _redlined(change: Change, quoted: str, original: str) -> str:
    here, there = _line(quoted, change.quoted), _line(original, change.original)
    if change.kind == "same":
        return here
    if change.kind == "elided":
        return f"[…{there}…]"
    return (f"[-{there}-]" if there else "") + (f"{{+{here}+}}" if here else "")


def _line(content: str, ends: tuple[int, int] | None) -> str:
    return " ".join(content[slice(*ends)].split()) if ends else ""
