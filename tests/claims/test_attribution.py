"""Whose statistic a figure is, by the words that say so: who tells of it, where, and how far that holds."""

from typing import Any

import pytest

from verbale.model.statement import Actor

SOURCES = [  # text, source words and reporter of each figure, why
    (
        "According to the Norwegian Customs, trade was $3 million.",
        [("the Norwegian Customs", "NOR")],
        "beside the clause, before it",
    ),
    (
        "Trade was $3 million, according to the World Grain Fund.",
        [("the World Grain Fund", "World Grain Fund")],
        "behind",
    ),
    (
        "A new Lysefjord Institute poll found that 46 percent approve.",
        [("A new Lysefjord Institute poll", "Lysefjord Institute")],
        "a poll",
    ),
    ("Data from Peru show that 64 percent approve.", [("Peru", "PER")], "data of a country"),
    (
        "The latest report from the Bureau of Fisheries shows that there were 300 boats.",
        [("The latest report from the Bureau of Fisheries", "Bureau of Fisheries")],
        "a report and whose it is",
    ),
    (
        "A survey conducted by the Lysefjord Institute shows that 46 percent approve.",
        [("A survey conducted by the Lysefjord Institute", "Lysefjord Institute")],
        "a participle between them",
    ),
    (
        "A Bergen Times analysis of Peruvian exports shows a rise of 4 percent.",
        [("A Bergen Times analysis", "Bergen Times")],
        "not what it is about",
    ),
    (
        "The Peruvian government said that exports rose by 5 percent.",
        [("The Peruvian government", "PER")],
        "a government",
    ),
    ("The Peruvian government said it would pay $5 million.", [(None, None)], "a promise is no statistic"),
    ("Recent polls show that 46 percent approve.", [("Recent polls", None)], "nobody's by name"),
    ("Reports show that 46 percent approve.", [("Reports", None)], "a capital is not yet a name"),
    ("Experts say that 46 percent approve.", [(None, None)], "no institution"),
    ("It lost, by some estimates, $3 million.", [("some estimates", None)], "estimates of nobody"),
    (
        "A poll by the Lysefjord Institute found that 46 percent approve. Another 20 percent did not answer.",
        [("A poll by the Lysefjord Institute", "Lysefjord Institute")] * 2,
        "held by the sentence behind",
    ),
    (
        "A poll by the Lysefjord Institute found that 46 percent approve. That is good. The port cost $3 million.",
        [("A poll by the Lysefjord Institute", "Lysefjord Institute"), (None, None)],
        "closed by a sentence without figures",
    ),
    (
        "The Peruvian government said that exports rose by 5 percent. The port cost $3 million.",
        [("The Peruvian government", "PER"), (None, None)],
        "what somebody says ends with the clause",
    ),
    (
        "The World Grain Fund (WGF) has a report. In the report, the WGF said that prices rose by 5 percent.",
        [("the WGF", "World Grain Fund")],
        "an abbreviation that the text explains",
    ),
    (
        "In a report in April, the World Grain Fund said the boats are new.\nThe boats spent 93 percent of it there.",
        [("the World Grain Fund", "World Grain Fund")],
        "the next paragraph goes on with what the report spoke of",
    ),
    (
        "In a report in April, the World Grain Fund said that the boats are new.\nSome 93 percent of boats are at sea.",
        [(None, None)],
        "the next paragraph speaks of something else",
    ),
]


@pytest.mark.parametrize("content, expected, why", SOURCES, ids=[entry[2] for entry in SOURCES])
def test_sources(document: Any, content: str, expected: list[tuple[str | None, str | None]], why: str) -> None:
    found = [(f.source.text if f.source else None, f.reporter) for f in document(content).figures()]
    assert found == expected, why


AMBASSADOR = Actor("actor-1", "Ana Lima", "person", "Ambassador", "BRA")
ANSWERS = [
    ("Our trade reached $3 million.", "BRA", "the speaker's own"),
    ("Our estimate is that their exports fell by 4 percent.", "BRA", "an estimate of the speaker's side"),
    ("A recent poll shows that 70 percent approve.", None, "a poll of nobody's is not the speaker's"),
    ("Norwegian data show that 70 percent approve.", "NOR", "another side's"),
]


@pytest.mark.parametrize("content, reporter, why", ANSWERS, ids=[entry[2] for entry in ANSWERS])
def test_in_an_answer(document: Any, content: str, reporter: str | None, why: str) -> None:
    (figure,) = document(content, kind="answer", speaker=AMBASSADOR).figures()
    assert figure.reporter == reporter, why


ORGANS = [
    ("According to the Rural Health Service, 70 percent are ill.", "NOR", "an organ of the state whose text it is"),
    (
        "The Rural Health Service (RHS) has a report. In the report, the RHS said that prices rose by 5 percent.",
        "NOR",
        "an organ by the abbreviation that the text explains",
    ),
    (
        "According to the International Energy Agency, 70 percent is wind.",
        "International Energy Agency",
        "of many states",
    ),
]


@pytest.mark.parametrize("content, reporter, why", ORGANS, ids=[entry[2] for entry in ORGANS])
def test_an_organ_speaks_for_its_state(document: Any, content: str, reporter: str, why: str) -> None:
    assert [figure.reporter for figure in document(content, home="NOR").figures()] == [reporter], why
