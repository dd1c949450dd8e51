"""Citations: short, settled in form, and leading back to the very words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.errors import VerbaleError
from verbale.model.record import SCHEMA, Document, Origin, Record
from verbale.model.span import Span
from verbale.record.cite import cite, resolve


def record(text: str, title: str | None = "Our ports", publisher: str | None = "The Example Post") -> Record:
    source = Origin("ports.txt", "0" * 64, "text/plain", len(text))
    document = Document("5f0c0ffe", source, title, (), publisher, "2024-05-07", "en", "interview", (), (), ())
    half = len(text) // 2
    return Record(SCHEMA, document, text, ((0, 100, half), (half, 200, len(text) - half)))


def test_the_settled_form() -> None:
    text = "The port of Aktau handles oil."
    assert cite(record(text), Span(4, 8, "port")) == (
        "Our ports, The Example Post, 2024-05-07, characters 4–8 (source 104–108) [5f0c0ffe]"
    )


@pytest.mark.parametrize(
    "title, publisher, begins",
    [
        (None, None, "ports.txt, 2024"),
        ("Two\n lines", None, "Two lines, 2024"),
        (None, "Post", "ports.txt, Post, 2024"),
    ],
)
def test_what_the_document_does_not_say_is_left_out(title: str | None, publisher: str | None, begins: str) -> None:
    assert cite(record("Aktau", title, publisher), Span(0, 1, "A")).startswith(begins)


@given(st.text(min_size=1), st.text(), st.data())
def test_a_citation_leads_back_to_its_words(text: str, title: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Span(start, end, text[start:end])
    cited = record(text, title)
    assert resolve(cite(cited, span), cited) == span


@given(st.text(max_size=60))
def test_other_words_are_refused_in_one_line(citation: str) -> None:
    with pytest.raises(VerbaleError, match="not a citation"):
        resolve(citation, record("Aktau"))


@pytest.mark.parametrize(
    "citation, why",
    [
        ("Our ports, characters 0–2 [beef]", "cites the document beef"),
        ("Our ports, characters 0–99 [5f0c0ffe]", "do not lie in a text of 5"),
        ("Our ports, characters 3–2 [5f0c0ffe]", "do not lie in a text of 5"),
    ],
)
def test_a_citation_of_something_else_is_refused(citation: str, why: str) -> None:
    with pytest.raises(VerbaleError, match=why):
        resolve(citation, record("Aktau"))


def test_words_that_do_not_stand_there_cannot_be_cited() -> None:
    with pytest.raises(VerbaleError, match="does not stand"):
        cite(record("Aktau"), Span(0, 5, "Baku!"))
