"""A record that holds a broken anchor is never made."""

from dataclasses import replace

import pytest

from verbale.errors import BrokenAnchor
from verbale.model.issue import Issue
from verbale.model.record import SCHEMA, Document, Origin, Record
from verbale.model.span import Span, spans_of
from verbale.model.structure import Exchange, SubQuestion, Turn
from verbale.record.assemble import verify

TEXT = "Will Oslo join? We shall see."
ORIGIN = Origin("note.txt", "0" * 64, "text/plain", len(TEXT))
DOCUMENT = Document("0" * 16, ORIGIN, None, (), None, None, "en", "other", (), (), ())


def at(start: int, end: int) -> Span:
    return Span(start, end, TEXT[start:end])


PART = SubQuestion(at(0, 15), "yes_no", "ambivalent", "dodging", (at(16, 29),), "it is not said")
EXCHANGE = Exchange(1, Turn(at(0, 15)), Turn(at(16, 29)), (PART,))
RECORD = Record(SCHEMA, DOCUMENT, TEXT, ((0, 0, len(TEXT)),), exchanges=(EXCHANGE,))


def test_spans_are_found_however_deep_they_lie() -> None:
    assert list(spans_of(RECORD)) == [at(0, 15), at(16, 29), at(0, 15), at(16, 29)]


def test_true_anchors_pass_and_a_moved_one_is_refused() -> None:
    verify(RECORD)
    moved = replace(PART, evidence=(Span(15, 28, at(16, 29).text),))
    with pytest.raises(BrokenAnchor, match="We shall see"):
        verify(replace(RECORD, exchanges=(replace(EXCHANGE, parts=(moved,)),)))


def test_an_issue_is_held_to_the_law_too() -> None:
    with pytest.raises(BrokenAnchor):
        verify(replace(RECORD, issues=(Issue(Span(0, 4, "Oslo"), "layout", "not there"),)))
