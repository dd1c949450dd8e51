"""A record that holds a broken anchor is never made."""

from dataclasses import replace

import pytest

from verbale.errors import BrokenAnchor
from verbale.model.issue import Issue
from verbale.model.record import SCHEMA, Document, Origin, Record
from verbale.model.span import Span, spans_of
from verbale.model.structure import Exchange, SubQuestion, Turn
from verbale.pipeline import read
from verbale.record.assemble import verify
from verbale.source import source_of

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


INTERVIEW = """# The envoy on fish

Ambassador Ingrid Aas of Norway was interviewed by Fjord Radio. The full text of the interview follows.

1. Will the port open this year?

It will open in May.

2. Who will run it?

We shall run it together.
"""


def test_the_interviewee_answers_where_no_label_says_so() -> None:
    record = read(source_of(INTERVIEW.encode(), "note.md"))
    names = {actor.id: actor.name for actor in record.actors}
    assert [names.get(exchange.answer.speaker or "") for exchange in record.exchanges] == ["Ingrid Aas"] * 2
    assert {names.get(p.speaker or "") for p in record.passages if p.kind == "answer"} == {"Ingrid Aas"}
