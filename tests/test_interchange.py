"""A record as JSON keeps to the contract; that it comes back whole is a law of its own."""

import json

import msgspec
import pytest

from verbale.errors import BrokenAnchor
from verbale.interchange import from_json, to_json, to_mapping
from verbale.model.record import SCHEMA, Document, Origin, Record
from verbale.model.span import Span
from verbale.model.structure import Exchange, Turn

DOCUMENT = Document(
    "0123456789abcdef",
    Origin("a.txt", "0" * 64, "text/plain", 9),
    title=None,
    authors=(),
    publisher=None,
    published=None,
    language="en",
    genre="other",
    relation=("BRA", "NOR"),
    participants=(),
    lineage=(),
)
TEXT = "Why? – For the timber, señora."
ASKED = Exchange(1, Turn(Span(0, 4, "Why?")), Turn(Span(7, 30, TEXT[7:30]), "actor-1"))
RECORD = Record(SCHEMA, DOCUMENT, TEXT, ((0, 0, 30),), exchanges=(ASKED,))


def test_a_thing_with_a_span_has_its_words_in_itself_and_absent_fields_are_left_out() -> None:
    mapping = to_mapping(RECORD)
    assert mapping["exchanges"] == [
        {
            "number": 1,
            "question": {"start": 0, "end": 4, "text": "Why?"},
            "answer": {"start": 7, "end": 30, "text": "For the timber, señora.", "speaker": "actor-1"},
            "parts": [],
        }
    ]
    assert "title" not in mapping["document"]
    assert list(mapping)[:4] == ["schema", "document", "text", "origin"]


def test_one_line_and_indented_json_say_the_same() -> None:
    assert json.loads(to_json(RECORD)) == json.loads(to_json(RECORD, indent=2))
    assert b"\n" not in to_json(RECORD)
    assert "señora".encode() in to_json(RECORD), "letters stand as themselves"


def test_a_turn_without_a_speaker_and_a_document_without_a_title_come_back() -> None:
    assert from_json(to_json(RECORD)) == RECORD


def test_fields_of_a_later_contract_are_passed_over() -> None:
    assert from_json(to_json(RECORD).replace(b'"text":', b'"later":[{"a":1}],"text":', 1)) == RECORD


@pytest.mark.parametrize("content", [b"[]", b"{}", b'{"schema": 1}', b'{"exchanges": 3}', b'{"document": [1]}'])
def test_json_that_is_not_a_record_is_refused(content: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        from_json(content)


@pytest.mark.parametrize("span", [b'"start":0,"end":9,"text":"x"', b'"start":0,"end":4,"text":"Who?"'])
def test_words_that_do_not_stand_where_they_say_are_refused(span: bytes) -> None:
    issue = b'"issues":[{%b,"what":"date","why":""}]' % span
    with pytest.raises(BrokenAnchor):
        from_json(to_json(RECORD).replace(b'"issues":[]', issue))
