"""Golden cases of what pages and columns break: made whole where it was torn, left where it was meant."""

import pytest

from verbale.lang.pack import load
from verbale.model.source import Source
from verbale.model.text import Text
from verbale.text import layout
from verbale.text.draft import Draft
from verbale.text.read import read_text

LONG = "The ambassador said that the two sides had agreed on a plan for the ports and the sea lanes between them"


def healed(content: str) -> str:
    draft = Draft.of(content)
    return layout.healed(draft, load("mul").table("clutter.ordinals")).content


WRAPPED = """The minister met the ambassador of Norway in the capital on
Thursday and spoke with her about the ports, the sea lanes and
the fisheries of both countries, which have grown since spring.

- The first point of the plan, which is long enough that it had
  to be wrapped by whoever wrote it
- The second point
"""


def test_wrapped_lines_are_joined_and_list_items_stay_apart() -> None:
    draft = Draft.of(WRAPPED)
    assert draft.edited(layout.wraps(WRAPPED)).content.count("\n") == 4


def test_two_spaces_at_the_end_of_a_line_keep_it() -> None:
    source = WRAPPED.replace(
        "since spring.\n", "since spring.  \nOslo, in the north of Europe, on the eve of the national day.\n"
    )
    assert "since spring.  \nOslo" in Draft.of(source).edited(layout.wraps(source)).content


def test_a_text_with_a_paragraph_a_line_is_not_wrapped() -> None:
    source = f"Headline\nBy Marit Solvang\nOslo\n{LONG}.\n{LONG}.\n{LONG}."
    assert not list(layout.wraps(source))


def test_ornaments_are_no_words() -> None:
    source = "One.\n* * *\n###\nTwo - three\n—"
    assert Draft.of(source).edited(layout.ornaments(source)).content == "One.\n\n\nTwo - three\n—"


CASES = [
    (f"{LONG}\n\n\f\n\nand beyond.", f"{LONG} and beyond.", "a page break within a sentence"),
    (f"{LONG}\n\n\f\n\n12\n\nand beyond.", f"{LONG} and beyond.", "a page's number beside it"),
    (f"{LONG}\n\nand beyond.", f"{LONG} and beyond.", "a column's end: it goes on in lower case"),
    (f"{LONG}.\n\n\f\n\nAnd beyond.", f"{LONG}.\n\nAnd beyond.", "a rule between sentences"),
    (f"{LONG}:\n\nand beyond.", f"{LONG}:\n\nand beyond.", "a colon ends what goes before"),
    ("Oslo\n\nin the morning", "Oslo\n\nin the morning", "short lines are labels"),
    (
        "This year marks the 70\nth\nanniversary of the ties",
        "This year marks the 70th anniversary of the ties",
        "an ordinal",
    ),
    (f"T\n{LONG[1:]}.", f"{LONG}.", "a dropped capital"),
    (
        "T\nhe 20\nth\nfair of the two countries",
        "The 20th fair of the two countries",
        "one before torn lines",
    ),
    (f"{LONG}. (AFP/Ola Berg)\n{LONG}.", f"{LONG}. (AFP/Ola Berg)\n{LONG}.", "a credit ends a line"),
    (f"O\nn May 5, {LONG[4:]}.", f"On May 5, {LONG[4:]}.", "a dropped capital of two letters"),
    (f"I\nhave seen that {LONG}. They have.", f"I have seen that {LONG}. They have.", "a word of one letter"),
    (f"{LONG} of\nNorway\nand Denmark.", f"{LONG} of Norway and Denmark.", "a link's words on a line"),
    ("The writer is ambassador to Norway\n.", "The writer is ambassador to Norway.", "a full stop on a line"),
    (f"{LONG} with Norway\n's ports.", f"{LONG} with Norway's ports.", "an apostrophe on the next line"),
    ("First.\nSecond.\nThird", "First.\nSecond.\nThird", "lines that are whole"),
    ("Q Hi.\n\nMR. HALE: Hi.", "Q Hi.\n\nMR. HALE: Hi.", "short turns"),
    (
        f"Q {LONG} and the poi-\n\n\f\n\nMR. HALE: {LONG}.",
        f"Q {LONG} and the poi-\n\nMR. HALE: {LONG}.",
        "a turn broken off at the end of a page: the next has a label",
    ),
    (f"Aas: {LONG} -\n\nfjord.no: and the port?", f"Aas: {LONG} -\n\nfjord.no: and the port?", "an address asks"),
]


@pytest.mark.parametrize("before, after, reason", CASES, ids=[case[2] for case in CASES])
def test_torn_paragraphs(before: str, after: str, reason: str) -> None:
    assert healed(before) == after


def markdown(source: str) -> Text:
    return read_text(Source("x.md", "text/markdown", source.encode()))


def test_a_note_that_interrupts_a_sentence_goes_to_the_end_and_leads_back() -> None:
    source = (
        f"# Title\n\n{LONG},<sup>1</sup>\n\n---\n\n<sup>1</sup> Signed in Oslo.\n\nand of the fisheries.\n\nThe end.\n"
    )
    text = markdown(source)
    assert text.content == f"Title\n\n{LONG}, and of the fisheries.\n\nThe end.\n\nSigned in Oslo."
    note = text.marked("note")[0]
    assert text.content[note.start : note.end] == "Signed in Oslo."
    assert note.value == "1"
    start, end = text.alignment.source_of(note.start, note.end) or (0, 0)
    assert source[start:end] == "Signed in Oslo."
