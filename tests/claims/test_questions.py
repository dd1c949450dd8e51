"""Questions: how a turn is split into sub-questions, what each asks for, and how the reply takes it up.

Brackets in a question mark the spans expected of its parts; all sentences are written for this test.
"""

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.claims.questions import find_questions
from verbale.claims.questions.openers import find_openers
from verbale.lang.pack import Language, load
from verbale.lang.parse import Parse, parse
from verbale.model.claim import Date, Figure, Mention
from verbale.model.found import Found
from verbale.model.span import Span
from verbale.model.statement import By
from verbale.model.structure import Exchange, Head, Structure, SubQuestion, Turn
from verbale.model.text import Alignment, Run, Text

BY = By("test", "test", "1")


@cache
def english() -> Language:
    return load("en")


def sentences(text: Text, turn: Span) -> list[Span]:
    """The sentences of a turn, cut after each full stop, question mark or paragraph: enough for these texts."""
    found = []
    for match in re.finditer(r"[^.?!\n]*(?:[.?!]+[”\"]?|\n|$)", turn.text):
        words = match[0].strip()
        if words:
            start = turn.start + match.start() + match[0].index(words)
            found.append(text.span(start, start + len(words)))
    return found


def ask(question: str, answer: str, figures: tuple[str, ...] = (), dates: tuple[str, ...] = ()) -> Exchange:
    """The one exchange of a text that consists of a question and its answer; figures and dates are given by words."""
    content = f"{question}\n\n{answer}"
    text = Text(content, Alignment((Run(0, 0, len(content)),)))
    turns = text.span(0, len(question)), text.span(len(question) + 2, len(content))
    spans = tuple(s for turn in turns for s in sentences(text, turn))
    structure = Structure(Head(), (), spans, (Exchange(1, Turn(turns[0]), Turn(turns[1])),))

    def place(words: str) -> Span:
        start = content.index(words, len(question))
        return text.span(start, start + len(words))

    found = Found(tuple(Figure(f"f{i}", place(w), 1.0, "t", BY) for i, w in enumerate(figures)))
    when = Found(tuple(Date(f"d{i}", place(w), "date", BY, "2024") for i, w in enumerate(dates)))
    (exchange,) = find_questions(text, structure, parse(spans, "en"), (), when, found, english())
    return exchange


def parts(question: str) -> tuple[SubQuestion, ...]:
    return ask(question, "The port is old.").parts


SPLITS = [
    # one question, with what is not part of it
    "The fair opens in May. [What does Lima expect of it?]",
    "Thank you, Minister. [When will the ferry start?] Thank you.",
    "In addition to building a dam at Bala, [does Bolivia plan a second plant in the north?]",
    "And [how could that affect the price of copper?]",
    "You said that the toll is too high — [will you lower it?]",
    "[If the talks fail, will Oslo raise the fee?]",
    "[So the ministry closed the port without a word to Quito?]",
    # two within a sentence
    "[Why was the ferry stopped] and [when will it sail again?]",
    "[Can you tell us what the loan costs] and [how Peru will pay it back?]",
    "[How do you see the vote], and [will it change your plans?]",
    "[What was agreed on fish] and, [specifically, on the herring quota?]",
    # two sentences
    "[Is the bridge safe?] [Who has checked it?]",
    # told, not put
    "I wanted to ask [whether the ministers spoke of the dam].",
    "I'm curious for [what you hear from Lima about the toll] and [how that shapes your plans].",
    "I was just wondering, on the ferry, [if Norway will pay its share]. Thank you.",
    "I'd like to ask about [the closure of the old harbour].",
    "I have two questions. First, [the ban on herring]. Second, [the price of the new ferry].",
    "My question is about the ferry. [When does it start?]",  # what is asked about is asked once
    "[Do you see any use in lowering the toll on the ferry] or [building a second bridge over the sound?]",
    "The mine has closed, but [who exactly will Lima be sending to the talks?]",
    # asked without a question mark, or without any word that asks
    "Thank you. [If you could explain how Peru came to that view].",
    "[Your thoughts on the new toll].",
    "The dam — the dam and [whether there's room for a second one].",
    "[He said the fee stays].",
    "Thank you. [The old harbour and the new toll].",
    "You know, [how much timber is there for] —",
    "[Did Oslo get any promise from Lima that the toll stays], and [whether the mayor was asked?]",
    "Is that — [can you say how the toll is set?]",
    "And the second question is: The dam leaks. [What will be done?]",
    # a long condition is what is said before the question
    "But if there are countries that do not share the cost — say those that have no port of their own in the north — "
    "[will you turn to them?]",
    # one question, although it is joined
    "[Can Peru go ahead and build the dam in the north?]",
    "I'm curious about two things. First, [the ban on herring and how that may change the talks].",
    "[Will the talks be held in Quito, or will a new place be found?]",
    "[How will the fee — how will the new fee be paid?]",
    "[What do you tell farmers who wait and who lose their harvest?]",
    "[When and where will they meet?]",
    "Is there any plan — we speak of fish. [Is there any plan to help Peru?]",
    "[The fee stays as it is, doesn't it?]",
    "[What did he mean when he said “what are we and who will pay”?]",
]


KNOWN_FAILURES = [
    # the speaker turns aside in the middle of an announced question; we take the beginning for a question
    "I want to know if — and you said you would stay — [if Peru will pay the toll].",
]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("marked", KNOWN_FAILURES)
def test_a_turn_that_is_not_yet_split_right(marked: str) -> None:
    expected = re.findall(r"\[(.*?)\]", marked)
    assert [part.span.text for part in parts(re.sub(r"[\[\]]", "", marked))] == expected


@pytest.mark.parametrize("marked", SPLITS)
def test_a_turn_is_split_into_what_is_asked(marked: str) -> None:
    expected = re.findall(r"\[(.*?)\]", marked)
    assert [part.span.text for part in parts(re.sub(r"[\[\]]", "", marked))] == expected


@pytest.mark.parametrize(
    "words", ["Thank you, Minister.", "Right?", "Can I ask a follow-up?", "I have two quick questions.", "Is that —"]
)
def test_courtesies_ask_nothing(words: str) -> None:
    assert parts(words) == ()


@pytest.mark.parametrize(
    "question, asks",
    [
        ("Will Norway join?", "yes_no"),
        ("How many ships came?", "quantity"),
        ("What is the amount?", "quantity"),
        ("Are there any data showing how much the trade grew?", "quantity"),
        ("How soon do you expect it?", "time"),
        ("When will they meet?", "time"),
        ("In which city will they meet?", "place"),
        ("Who leads the team?", "person"),
        ("Which countries will take part?", "list"),
        ("How will the fund be run?", "manner"),
        ("Why was it stopped?", "reason"),
        ("Where does the wool come from?", "place"),
        ("Where do the talks stand?", "status"),
        ("How do you see the new pact?", "opinion"),
        ("What is Chile's comment on this?", "opinion"),
        ("How are the talks on the rail link progressing?", "status"),
        ("Can you talk about the visit?", "opinion"),
        ("Can you tell us when it starts?", "time"),
        ("I was wondering whether Norway will join.", "yes_no"),
        ("I'd like to ask about the herring quota.", "opinion"),
    ],
)
def test_what_is_asked_for(question: str, asks: str) -> None:
    (part,) = parts(question)
    assert part.asks == asks


REPLIES = [
    ("Will Norway join the dam fund?", "Yes. The cabinet agreed.", "explicit", "Yes. "),
    ("Will Norway join the dam fund?", "Well, no, the fund is too small.", "explicit", "no"),
    ("Will Norway join the dam fund?", "Norway will join the dam fund in May.", "explicit", "join"),
    ("Will Norway join the dam fund?", "We have nothing to announce today.", "declining", "nothing to announce"),
    ("Will Norway join the dam fund?", "I'm not aware of any decision.", "claims_ignorance", "not aware"),
    ("Will Norway join the dam fund?", "I would refer you to the bank.", "deflection", "refer you to"),
    ("Will Norway join the dam fund?", "Which fund do you mean?", "clarification", "Which fund"),
    ("Will Norway join the dam fund?", "Rain fell on every farm last week.", "dodging", ""),
    ("Will Norway join the dam fund?", "We certainly would. The fund is sound.", "explicit", "certainly"),
    ("Did you overlook the leak?", "I didn't overlook it. Rain fell.", "explicit", "overlook"),
    ("Will Norway join the dam fund?", "I’m not going to — to get into that.", "declining", "get into"),
    ("Will Norway join the dam fund?", "It rained. Nobody knows.", "claims_ignorance", "Nobody knows"),
    ("Will Norway join the dam fund?", "I don't know if I’d say so, but Norway will join.", "implicit", "join"),
    ("Why was the ferry stopped?", "The ferry was stopped because its hull was cracked.", "explicit", "because"),
    ("What is your comment on the ferry?", "We welcome the new ferry.", "explicit", "welcome"),
    ("What goods does the ferry carry?", "The ferry carries timber, copper, wool and grain.", "explicit", "copper"),
    ("What is your comment on the ferry?", "The ferry has two decks.", "implicit", "two decks"),
    ("When will the ferry sail?", "The ferry will sail when it is ready.", "general", "when it is ready"),
]


@pytest.mark.parametrize("question, answer, technique, words", REPLIES)
def test_how_a_reply_takes_the_question_up(question: str, answer: str, technique: str, words: str) -> None:
    (part,) = ask(question, answer).parts
    assert part.technique == technique, part.why
    if words:
        assert any(words.strip() in span.text for span in part.evidence)
    else:
        assert part.evidence == ()


CLARITY = {"explicit": "clear_reply", "implicit": "ambivalent", "dodging": "ambivalent", "declining": "clear_non_reply"}


@pytest.mark.parametrize("question, answer, technique, words", [r for r in REPLIES if r[2] in CLARITY])
def test_clarity_follows_from_the_technique(question: str, answer: str, technique: str, words: str) -> None:
    (part,) = ask(question, answer).parts
    assert part.clarity == CLARITY[technique]


def test_a_quantity_needs_a_figure_of_the_thing() -> None:
    question = "How much copper did Chile export in 2023?"
    (part,) = ask(question, "Chile exported 5 tonnes of copper.", figures=("5 tonnes of copper",)).parts
    assert part.technique == "explicit"
    (part,) = ask(question, "Wool is in fashion, with 7 bales sold.", figures=("7 bales",)).parts
    assert part.clarity == "ambivalent"
    assert part.why == (
        "asks for a quantity (“How much copper did Chile export in 2023?”); "
        "no sentence of the answer takes it up; it gives 7 bales instead"
    )


def test_what_was_does_not_answer_what_will_be() -> None:
    question = "Does Chile plan to sell more copper? What is the increment?"
    _, increment = ask(question, "Copper sales rose by 5% in 2023. The mine is deep.", figures=("5%",)).parts
    assert increment.technique == "general"


def test_a_view_of_that_is_given_first() -> None:
    (part,) = ask("The ferry sank. What is your response to that?", "We regret it. The sea was high.").parts
    assert (part.technique, part.evidence[0].text) == ("explicit", "We regret it.")


def test_a_sentence_that_withholds_is_no_reply_on_the_matter() -> None:
    question = "What is your comment on the trial of the old mayor?"
    (part,) = ask(question, "I am not going to comment on the trial of the old mayor. It rained all week.").parts
    assert part.technique == "declining"


def test_a_time_needs_a_date() -> None:
    (part,) = ask("When will the ferry sail?", "The ferry will sail on 3 May.", dates=("3 May",)).parts
    assert part.technique == "explicit"


def test_a_short_refusal_meets_every_part() -> None:
    found = ask("Do you plan a new toll? What is the amount?", "The ministries have not yet discussed it.").parts
    assert [part.technique for part in found] == ["declining", "declining"]


def test_a_refusal_in_a_long_answer_meets_the_part_it_speaks_of() -> None:
    question = "Will Lima lower the toll? And what is the state of the ferry?"
    answer = (
        "The toll is a matter of law. Lima will lower the toll in May. Farmers have asked for it. Rain is rare. "
        "On the ferry I have no details to share."
    )
    toll, ferry = ask(question, answer).parts
    assert (toll.technique, ferry.technique) == ("explicit", "declining")


def test_a_reply_that_begins_by_refusing_details_gives_no_fact() -> None:
    question = "How many ships came? When did they sail? Is the toll paid?"
    answer = "I am not going to get into details. Rain is rare here. Farmers wait. Wool is cheap. The toll is paid."
    found = ask(question, answer).parts
    assert [part.technique for part in found] == ["declining", "declining", "explicit"]


def test_what_is_asked_back_at_the_end_is_the_last_question() -> None:
    question = "Is the ferry safe? And has Lima spoken with the mayor?"
    answer = "The ferry is safe. It was checked in May. It has two decks. On the — what was your second question?"
    ferry, mayor = ask(question, answer).parts
    assert (ferry.technique, mayor.technique) == ("explicit", "clarification")


def test_why_quotes_the_question_and_says_the_answer() -> None:
    (part,) = ask("Will Norway, once the ministers have met in May, at last join the dam fund?", "Yes. It will.").parts
    assert part.why == (
        "asks for a yes or no (“Will Norway, once the ministers have met in May, at last…”); the answer says yes: “Yes”"
    )


def test_a_country_is_a_place() -> None:
    content = "Where does the wool come from?\n\nThe wool comes from Peru."
    text = Text(content, Alignment((Run(0, 0, len(content)),)))
    turns = text.span(0, 30), text.span(32, len(content))
    structure = Structure(Head(), (), turns, (Exchange(1, Turn(turns[0]), Turn(turns[1])),))
    peru = Mention(text.span(content.index("Peru"), content.index("Peru") + 4), "PER", "name")
    bare = parse(turns, "en")
    unnamed = Parse(tuple(replace(token, entity="") for token in bare.tokens), bare.starts)
    (exchange,) = find_questions(text, structure, unnamed, (peru,), Found(()), Found(()), english())
    assert exchange.parts[0].technique == "explicit"


def test_a_question_that_points_back_takes_its_subject_from_the_one_before() -> None:
    found = ask(
        "Will Chile sell more copper? What is the increment?", "Copper sales will rise, we trust. The mine is deep."
    )
    assert found.parts[1].technique == "general"
    assert "copper" in found.parts[1].evidence[0].text.lower()


words = st.text(alphabet=st.sampled_from("abc ?.,—“”'\n"), max_size=60)


@settings(deadline=None, max_examples=60)
@given(words, words)
def test_any_words_are_read_and_every_span_stands(question: str, answer: str) -> None:
    exchange = ask("Q " + question, "A " + answer)
    content = f"Q {question}\n\nA {answer}"
    for part in exchange.parts:
        assert exchange.question.span.holds(part.span)
        assert part.why
        for span in (part.span, *part.evidence):
            assert span.stands_in(content)
        assert all(exchange.answer.span.holds(span) for span in part.evidence)


def test_a_language_without_rules_asks_nothing_but_breaks_nothing() -> None:
    text = Text("Kva?", Alignment(()))
    bare = Language("nn", {}, {})
    assert list(find_openers(text, text.span(0, 4), parse((), "nn"), bare)) == []
