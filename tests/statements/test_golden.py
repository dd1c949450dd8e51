"""Statements of short texts: golden cases as data, and what holds for every one of them."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Read = Callable[[str], Any]

HEAD = "# Ties grow\n\nAnna Berg | May 3, 2021\n\nThe Norwegian Ambassador to Brazil Kari Lund came to the port.\n\n"
CASES = tomllib.loads(Path(__file__).with_name("golden.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_who_says_what(reading: Read, case: dict[str, Any]) -> None:
    read = reading(HEAD + case["text"] + "\n")
    names = {actor.id: actor.name for actor in read.actors}
    found = [[s.kind, names.get(s.speaker or "", ""), s.act or "", s.span.text] for s in read.statements()]
    assert found == case["said"]
    for one in read.statements():
        holder = next((s for s in read.statements() if s.id == one.within), None)
        assert (holder is None) == (one.within is None)
        assert holder is None or holder.span.holds(one.span)


BOUND = [
    ("an ambassador", "Ambassador Lund said that the port was open.", "state"),
    ("an office that only states have", "President Ivo Brandt said that the port was open.", "state"),
    ("an office that companies have too", "Spokesman Ivo Brandt said that the port was open.", "person"),
    ("a state", "Brazil said that the port was open.", "state"),
    ("an organ of a state", "The Brazilian Ministry of Trade said that the port was open.", "state"),
    ("somebody without a name", "A senior Norwegian official said that the port was open.", "person"),
    ("an aide", "An aide to the President said that the port was open.", "person"),
    ("somebody who was in office", "Former Brazilian President Ivo Brandt said that the port was open.", "person"),
    ("somebody who speaks for nobody", "The Brazilian analyst Ada Moss said that the port was open.", "person"),
    ("the head of a body", "Rurik Holm, director of the Port Institute, said that the port was open.", "organisation"),
    ("a body", "The Port Institute said that the port was open.", "organisation"),
]


@pytest.mark.parametrize("why, sentence, bound", BOUND, ids=[case[0] for case in BOUND])
def test_who_is_bound(reading: Read, why: str, sentence: str, bound: str) -> None:
    (said,) = reading(HEAD + sentence + "\n").statements("indirect")
    assert said.bound == bound


HEARERS = [
    ("told", "Ambassador Lund told President Ivo Brandt that the port was open.", "Ivo Brandt"),
    ("said to", "Ambassador Lund said to President Ivo Brandt that the port was open.", "Ivo Brandt"),
    ("urged to", "Ambassador Lund urged Brazil to open the port.", "Brazil"),
    ("called on", "Ambassador Lund called on Brazil to open the port.", "Brazil"),
    ("congratulated", "Ambassador Lund congratulated Brazil on the treaty.", "Brazil"),
    ("nobody", "Ambassador Lund welcomed the treaty.", None),
]


@pytest.mark.parametrize("why, sentence, hearer", HEARERS, ids=[case[0] for case in HEARERS])
def test_to_whom_it_is_said(reading: Read, why: str, sentence: str, hearer: str | None) -> None:
    read = reading(HEAD + sentence + "\n")
    (said,) = read.statements("indirect")
    assert {a.id: a.name for a in read.actors}.get(said.addressee) == hearer


def test_two_who_say_it_together(reading: Read) -> None:
    read = reading(HEAD + "Ambassador Lund and President Ivo Brandt said the port would open.\n")
    (said,) = read.statements("indirect")
    assert (said.speaker, said.joint) == (read.person("Kari Lund").id, (read.person("Ivo Brandt").id,))
    assert said.source.text == "Ambassador Lund and President Ivo Brandt"


def test_whoever_is_reported_to_speak_takes_the_floor_from_nobody(reading: Read) -> None:
    told = "Ambassador Rurik Holm said that President Ivo Brandt had promised help. He welcomed the treaty.\n"
    read = reading(HEAD + told)
    assert [read.person("Rurik Holm").id] == [s.speaker for s in read.statements() if s.act == "welcomes"]


def test_the_writer_speaks_as_i(reading: Read) -> None:
    read = reading("# A port for all\n\nBy Anna Berg\n\nMay 3, 2021\n\nI believe that the port will open soon.\n")
    assert read.said("indirect") == [("Anna Berg", "the port will open soon")]


def test_a_headline_is_read_by_its_own_verb(reading: Read) -> None:
    text = "# Lund says port “a door to the sea”\n\nAnna Berg | May 3, 2021\n\nAmbassador Kari Lund came to the port.\n"
    assert [s.span.text for s in reading(text).statements("mixed", "direct")] == ["a door to the sea"]
    names = "# Kari Lund: “The Port Is a Door”\n\nAnna Berg | May 3, 2021\n\nAmbassador Kari Lund came to the port.\n"
    assert reading(names).statements() == []
