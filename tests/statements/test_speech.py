"""Who said which words: golden cases, each with the reason that it is here."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

HEAD = "# Ties grow\n\nAnna Berg | May 3, 2021\n\nThe Norwegian Ambassador to Brazil Kari Lund came to the port.\n\n"
LUND = "Kari Lund"

SPEECH = [
    ("a clause after a verb of saying", 'Ambassador Lund said, "The port is open."', [(LUND, "The port is open.")]),
    ("a clause before it", "“The port is open,” Lund said.", [(LUND, "The port is open,")]),
    ("verb before name", "“The port is open,” said Ambassador Lund.", [(LUND, "The port is open,")]),
    ("the office alone", "The Ambassador added that “the port is open.”", [(LUND, "the port is open.")]),
    ("a pronoun", "Ambassador Lund smiled. “It is open,” she told reporters.", [(LUND, "It is open,")]),
    (
        "split by its clause",
        "“It is open,” Lund said. “We will use it.”",
        [(LUND, "It is open,"), (LUND, "We will use it.")],
    ),
    (
        "a fragment",
        "Lund said the port would “help both sides a great deal.”",
        [(LUND, "help both sides a great deal.")],
    ),
    (
        "according to",
        "The port “is open to all ships,” according to Ambassador Lund.",
        [(LUND, "is open to all ships,")],
    ),
    (
        "for somebody, it is",
        "For Ambassador Lund, the port is “a door that opens both ways.”",
        [(LUND, "a door that opens both ways.")],
    ),
    ("a dash and a name", "“The port is open to everybody.” — Kari Lund", [(LUND, "The port is open to everybody.")]),
    ("by saying", "She concluded by saying that “the port is open to all.”", [(LUND, "the port is open to all.")]),
    (
        "somebody unnamed",
        "“The port is closed at night,” an official said.",
        [("official", "The port is closed at night,")],
    ),
    (
        "several unnamed, then they",
        "Observers call the port small. They said that “the port is closed at night.”",
        [("Observers", "the port is closed at night.")],
    ),
    (
        "a country that the sentence begins with, then it",
        "Brazil spoke of the port. As for Norway, it has claimed that “the port is closed at night.”",
        [("Norway", "the port is closed at night.")],
    ),
    (
        "what something is called",
        "Ambassador Lund dismissed the reports about the port as “ludicrous”.",
        [(LUND, "ludicrous")],
    ),
    (
        "a view within which another denies",
        "Lund believes that even though Brazil has denied the report, the port has “quiet nights.”",
        [(LUND, "quiet nights.")],
    ),
    (
        "a council whose report it is",
        "Norway's Port Council published a study, expressing concern. The study said the port is “closed at night.”",
        [("Norway's Port Council", "closed at night.")],
    ),
    (
        "the one who is quoted, not the one who quotes",
        "Ambassador Lund quoted Ivo Brandt as saying, “The port is open to all.”",
        [("Ivo Brandt", "The port is open to all.")],
    ),
]


@pytest.mark.parametrize("why, sentence, expected", SPEECH, ids=[case[0] for case in SPEECH])
def test_speech_has_its_speaker(reading: Read, why: str, sentence: str, expected: list[tuple[str, str]]) -> None:
    assert reading(HEAD + sentence + "\n").quoted() == expected


NOT_SPEECH = [
    ("the name of a project", 'Norway is building the "Northern Light 2" pipeline.'),
    ("a coined term", "The two countries entered a “golden age” of trade."),
    ("terms put forward", 'President Brandt put forward the "three pillars" and the "four bridges".'),
    ("a programme announced", "Ambassador Lund announced the “Green Harbour Initiative”."),
    ("a proverb", "As an old saying goes, “The river that is wide carries every boat.”"),
    ("a doubted word", "The so-called “experts” met again."),
    ("a nickname", "President Ivo “Ivi” Brandt left."),
    ("a theme", "The fair had the theme “Growing Together for Tomorrow”."),
]


@pytest.mark.parametrize("why, sentence", NOT_SPEECH, ids=[case[0] for case in NOT_SPEECH])
def test_marks_that_hold_no_speech(reading: Read, why: str, sentence: str) -> None:
    assert reading(HEAD + sentence + "\n").quoted() == []


def test_a_fragment_goes_on_with_what_the_speaker_said(reading: Read) -> None:
    text = (
        HEAD + "Lund said that “the port is open.” Firms from both sides have “worked together on quays and roads "
        "for many years.”\n"
    )
    assert [who for who, _ in reading(text).quoted()] == [LUND, LUND]


def test_a_quotation_of_several_paragraphs(reading: Read) -> None:
    text = HEAD + "Lund said: “The port is open.\n\n“It will stay open for many years.”\n"
    assert reading(text).quoted() == [(LUND, "The port is open."), (LUND, "It will stay open for many years.")]


def test_a_reply_in_full(reading: Read) -> None:
    text = (
        HEAD + "Ambassador Lund was asked about the port. Her full reply was as follows:\n\nThe port is open to all.\n"
    )
    assert reading(text).said("block") == [(LUND, "The port is open to all.")]


def test_turns_belong_to_their_labels(reading: Read) -> None:
    text = "# Press Briefing by Press Secretary Ana Prado\n\n"
    text += "MS. PRADO: We are ready.\n\nQ    Is it true?\n\nMS. PRADO: It is.\n"
    assert [who for who, _ in reading(text).said("turn")] == ["Ana Prado", "Q", "Ana Prado"]


def test_reported_speech_has_its_act_and_who_is_bound(reading: Read) -> None:
    text = HEAD + "Ambassador Lund hopes that trade will grow. The ambassador denied the report.\n"
    found = {s.act: s for s in reading(text).statements("indirect")}
    assert found["hopes"].span.text == "trade will grow"
    assert found["denies"].span.text == "the report"
    assert {s.bound for s in found.values()} == {"state"}


def test_whom_it_is_said_to(reading: Read) -> None:
    found = reading(HEAD + "Ambassador Lund told President Ivo Brandt that trade will grow.\n")
    (told,) = found.statements("indirect")
    assert told.addressee == found.person("Ivo Brandt").id


def test_the_sentence_beside_its_source(reading: Read) -> None:
    text = HEAD + "According to Ambassador Lund, trade grew twofold. Prices fell, according to Ambassador Lund.\n"
    assert reading(text).said("indirect") == [(LUND, "trade grew twofold"), (LUND, "Prices fell")]


def test_what_could_be_said_is_not_said(reading: Read) -> None:
    assert reading(HEAD + "Norway could announce a plan. Lund did not say that it was over.\n").said("indirect") == []


def test_a_note_between_two_halves_makes_two_statements(reading: Read) -> None:
    note = "---\n\n<sup>1</sup> This is a note of the editors about ports.\n\n"
    first, second = reading(HEAD + f"Lund said: “The port is,\n\n{note}and stays, open.”\n").statements(
        "direct", "mixed"
    )
    assert (first.span.text, second.span.text) == ("The port is,", "and stays, open.")
    assert second.continues == first.id


def test_the_paragraphs_of_a_reply_continue_each_other(reading: Read) -> None:
    text = HEAD + "Ambassador Lund was asked. Her full reply was as follows:\n\n"
    blocks = reading(text + "> It is open.\n\n> It stays open.\n").statements("block")
    assert [b.continues for b in blocks[1:]] == [b.id for b in blocks[:-1]]
    assert len(blocks) == 2


def test_a_stray_mark_is_an_issue(reading: Read) -> None:
    found = reading(HEAD + "It ended there.” Lund said, “We go on.”\n")
    assert found.quoted() == [(LUND, "We go on.")]
    assert [i.what for i in found.values["statements"].issues] == ["layout"]


def test_a_speaker_nobody_knows_is_an_issue(reading: Read) -> None:
    found = reading(HEAD + "“The port is closed at night,” it said.\n")
    assert [i.what for i in found.values["statements"].issues] == ["speaker"]


def test_ids_are_unique(reading: Read) -> None:
    text = HEAD + "Lund said, “It is open.” Later Lund said, “It is open.”\n"
    ids = [s.id for s in reading(text).statements()]
    assert len(ids) == len(set(ids)) > 1


REPORTED = [
    (
        "the whole complement",
        "Ambassador Lund urged both parliaments to act quickly.",
        "both parliaments to act quickly",
    ),
    ("with its preposition", "Ambassador Lund warned against new delays.", "against new delays"),
    ("of a cue of two words", "Ambassador Lund called for a new treaty.", "a new treaty"),
    ("by a noun", "Ambassador Lund voiced her hope that the port would open soon.", "the port would open soon"),
    ("after a colon", "It was quiet: according to the Ambassador, the port is closed.", "the port is closed"),
]


@pytest.mark.parametrize("why, sentence, expected", REPORTED, ids=[case[0] for case in REPORTED])
def test_reported_speech_is_what_is_said(reading: Read, why: str, sentence: str, expected: str) -> None:
    assert reading(HEAD + sentence + "\n").said("indirect") == [(LUND, expected)]


def test_reported_speech_holds_the_fragment_that_it_quotes(reading: Read) -> None:
    found = reading(HEAD + "Ambassador Lund believes that the two ports “can do a great deal together.”\n")
    whole, fragment = found.statements("indirect", "mixed")
    assert whole.span.text == "the two ports “can do a great deal together.”"
    assert (fragment.span.text, fragment.within) == ("can do a great deal together.", whole.id)


def test_what_somebody_says_that_another_said(reading: Read) -> None:
    found = reading(HEAD + "Ambassador Lund said that President Ivo Brandt had promised that the port would open.\n")
    outer, inner = found.statements("indirect")
    assert (outer.speaker, inner.speaker) == (found.person(LUND).id, found.person("Ivo Brandt").id)
    assert (outer.within, inner.within) == (None, outer.id)
    assert inner.span.text == "the port would open"


def test_a_saying_in_the_middle_parts_what_is_said(reading: Read) -> None:
    first, second = reading(HEAD + "The port, Ambassador Lund said, would stay open.\n").statements("indirect")
    assert (first.span.text, second.span.text) == ("The port", "would stay open")
    assert second.continues == first.id


def test_where_an_interview_appeared_is_not_what_somebody_states(reading: Read) -> None:
    found = reading(HEAD + "According to the website of the Embassy, Lund gave an interview to Reuters.\n")
    assert found.said("indirect") == []


def test_a_country_in_the_name_of_a_body_does_not_speak(reading: Read) -> None:
    found = reading(HEAD + "According to Statistics Norway, the port handled many ships last year.\n")
    assert [s.bound for s in found.statements("indirect")] == ["organisation"]
    assert found.said("indirect") == [("Statistics Norway", "the port handled many ships last year")]


def test_a_verb_of_opposing_opposes(reading: Read) -> None:
    found = reading(HEAD + "Ambassador Lund opposes any delay at the port.\n")
    assert [s.act for s in found.statements("indirect")] == ["opposes"]
