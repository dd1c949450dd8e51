"""Marks of every style enclose what they should, and one stray mark never costs another quotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.statements.marks import read_marks


def between(content: str, *, resumed: bool = False) -> list[str]:
    marks = read_marks(content, 0, len(content), resumed=resumed)
    return [content[q.start : q.end] for q in marks.quoted]


CASES = [
    ("straight", 'He said, "It is a start."', ["It is a start."]),
    ("curly", "He said, “It is a start.”", ["It is a start."]),
    ("guillemets", "He said: «It is a start.»", ["It is a start."]),
    ("low opening", "He said: „It is a start.“", ["It is a start."]),
    ("opened straight, closed curly", 'He said, "It is a start.” Then he left.', ["It is a start."]),
    ("opened twice", "He called it “a start“ and left.", ["a start"]),
    ("an apostrophe is no mark", "Norway's envoy and the leaders' views don't differ.", []),
    ("single marks", "‘We have time,’ says the envoy's aide.", ["We have time,"]),
    (
        "plural possessive within single marks",
        "‘We heard the leaders’ views,’ she said.",
        ["We heard the leaders’ views,"],
    ),
    ("single within double is part of it", "“He said ‘yes’ at once,” she added.", ["He said ‘yes’ at once,"]),
    ("two single marks for a double one", "He said, ''It's a start.''", ["It's a start."]),
    ("inches", 'A 12" pipe and "a plan".', ["a plan"]),
    ("left open to the end", "He said: “It goes on", ["It goes on"]),
    ("two in a sentence", "It is “old,” but “it works.”", ["old,", "it works."]),
    ("a nickname", "President Ivo “Ivi” Brandt left.", ["Ivi"]),
]


@pytest.mark.parametrize("why, content, expected", CASES, ids=[case[0] for case in CASES])
def test_what_marks_enclose(why: str, content: str, expected: list[str]) -> None:
    assert between(content) == expected


def test_a_stray_closing_mark_is_reported_and_costs_nothing() -> None:
    content = "It ended there.” Then she said, “We go on.”"
    marks = read_marks(content, 0, len(content))
    assert [content[q.start : q.end] for q in marks.quoted] == ["We go on."]
    assert marks.strays == (content.index("”"),)


def test_a_quotation_resumes_after_a_paragraph() -> None:
    assert between("and it ends here,” he said.", resumed=True) == ["and it ends here,"]


@given(st.text(alphabet="ab .,\"'“”‘’«»", max_size=60))
def test_stretches_lie_in_order_within_the_paragraph(content: str) -> None:
    marks = read_marks(content, 0, len(content))
    reached = 0
    for quoted in marks.quoted:
        assert reached <= quoted.start <= quoted.end <= len(content)
        reached = quoted.end


@given(st.lists(st.sampled_from(["the plan", "a start", "we agree"]), min_size=1, max_size=5))
def test_balanced_marks_enclose_every_stretch(words: list[str]) -> None:
    content = "They said " + " and ".join(f"“{w}”" for w in words) + "."
    assert between(content) == words
