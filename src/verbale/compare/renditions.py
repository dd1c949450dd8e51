"""A rendition is how one document has the words that another quotes: looked for first in what was said there."""

from collections.abc import Iterator

from verbale.model.comparison import Place, QuotationKind, Rendition
from verbale.model.record import Record
from verbale.model.span import Span
from verbale.model.text import Alignment, Run
from verbale.record.alignment import Original
from verbale.record.collation import Collation
from verbale.record.concordance import Concordance
from verbale.record.edits import edits_of
from verbale.record.likeness import Likeness
from verbale.record.said import heads_of, original_of, quoted_in, said_in
from verbale.record.words import Word, words_of

REPORT = Likeness(least=1, held=4, share=0.6, run=3, others=1.5)


def renditions(quoting: Record, quoted: Record) -> Iterator[Rendition]:
    """Each quotation of one record, in the order of its text, as the other has it."""
    quotations = sorted([*_headings(quoting), *_statements(quoting)], key=lambda one: one[0])
    witness = Witness(quoted) if quotations else None
    for span, kind, speaker in quotations:
        if witness and any(words_of(span.text)):
            yield witness.render(quoting, span, kind, speaker)


def _headings(record: Record) -> Iterator[tuple[Span, QuotationKind, str | None]]:
    for span in quoted_in(record.text, heads_of(record.passages)):
        yield span, "heading", None


def _statements(record: Record) -> Iterator[tuple[Span, QuotationKind, str | None]]:
    heads = [passage.span for passage in heads_of(record.passages)]
    for one in record.statements:
        if one.kind in ("direct", "mixed", "block") and not any(head.holds(one.span) for head in heads):
            yield one.span, one.kind, one.speaker


class Witness:
    """A record as the witness of what was said: its words by what is said there, and all of them."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._said = Concordance(original_of(record.text, said_in(record.text, record.passages, record.statements)))
        self._whole = Concordance(_whole(record))

    def render(self, quoting: Record, span: Span, kind: QuotationKind, speaker: str | None) -> Rendition:
        """The words of a record's span as this record has them."""
        source, name = _place(quoting, span).source, _name(quoting, speaker)
        found = self._found(quoting, span)
        if found is None:
            return Rendition(span, kind, "absent", source, name)
        edits = edits_of(found, quoting.text, self._record.text)
        originals = tuple(_place(self._record, self._span(*ends)) for ends in found.stretches)
        return Rendition(
            span=span,
            kind=kind,
            fidelity=found.fidelity,
            source=source,
            speaker=name,
            said_by=self._speaker(originals[0].span),
            originals=originals,
            edits=edits,
            silent=any(edit.kind == "left_out" for edit in edits),
        )

    def _found(self, quoting: Record, span: Span) -> Collation | None:
        """The words in what is said, if they are faithful there; else wherever they are most like."""
        words = list(words_of(quoting.text, span.start, span.end))
        said = self._said.find(words)
        if said and said.is_faithful and REPORT.holds(said):
            return said
        found = [one for one in (said, self._whole.find(words)) if one and REPORT.holds(one)]
        return max(found, key=lambda one: one.worth, default=None)

    def _span(self, start: int, end: int) -> Span:
        return Span(start, end, self._record.text[start:end])

    def _speaker(self, span: Span) -> str | None:
        """Who says these words here, by the innermost statement that holds them."""
        held = [one for one in self._record.statements if one.span.holds(span)]
        innermost = min(held, key=lambda one: len(one.span.text), default=None)
        return _name(self._record, innermost.speaker) if innermost else None


def _whole(record: Record) -> Original:
    """All words of a record, a passage a speech."""
    words: list[Word] = []
    breaks: set[int] = set()
    for passage in record.passages:
        breaks.add(len(words))
        words += words_of(record.text, passage.span.start, passage.span.end)
    return Original.of(words, record.text, breaks=frozenset(breaks))


def _place(record: Record, span: Span) -> Place:
    return Place(span, Alignment(tuple(Run(*run) for run in record.origin)).source_of(span.start, span.end))


def _name(record: Record, id: str | None) -> str | None:
    actor = record.actor(id)
    return actor.name if actor else None
