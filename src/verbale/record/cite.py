"""A citation is one line that says where words stand: the document, the characters of its text and of its source.

    Our ports, The Example Post, 2024-05-07, characters 2985–3001 (source 3120–3136) [5f0c0ffee0ddba11]

Characters are counted from nought, the last one excluded; in brackets stands the document's id, a digest of its source.
"""

import re

from verbale.errors import VerbaleError
from verbale.model.record import Document, Record
from verbale.model.span import Span
from verbale.model.text import Alignment, Run

_PLACE = re.compile(r"characters (\d+)–(\d+)(?: \(source \d+–\d+\))? \[([^\[\]\s]+)\]\s*\Z")


def cite(record: Record, span: Span) -> str:
    """The citation of a span of the record; words that stand nowhere in the source have no source characters.

    Raises:
        VerbaleError: the words do not stand in the record's text where the span says.
    """
    if not span.stands_in(record.text):
        raise VerbaleError(f"{span.text[:40]!r} does not stand at {span.start}–{span.end} of {record.document.id}")
    return f"{', '.join(_names(record.document))}, characters {_place(record, span)} [{record.document.id}]"


def resolve(citation: str, record: Record) -> Span:
    """The span that a citation of this record cites: `resolve(cite(record, span), record) == span`.

    Raises:
        VerbaleError: it is no citation, or one of another document, or reaches beyond the text.
    """
    found = _PLACE.search(citation)
    if found is None:
        raise VerbaleError(f"not a citation: {citation[:80]!r}")
    start, end = int(found[1]), int(found[2])
    if found[3] != record.document.id:
        raise VerbaleError(f"this cites the document {found[3]}, not {record.document.id}")
    if not start <= end <= len(record.text):
        raise VerbaleError(f"characters {start}–{end} do not lie in a text of {len(record.text)}")
    return Span(start, end, record.text[start:end])


def _names(document: Document) -> list[str]:
    """What a reader knows the document by, each on one line; without a title, where it was read."""
    known = (document.title or document.source.uri, document.publisher, document.published)
    return [" ".join(name.split()) for name in known if name]


def _place(record: Record, span: Span) -> str:
    source = Alignment(tuple(Run(*run) for run in record.origin)).source_of(span.start, span.end)
    return f"{span.start}–{span.end}" + (f" (source {source[0]}–{source[1]})" if source else "")
