"""A figure is planned, aimed at, supposed or so, by the words that it hangs on."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

MODALITIES = [  # text, modality of each figure, why
    ("They will invest $3 million.", ["planned"], "a future"),
    ("They have committed $3 million.", ["planned"], "a commitment, though made"),
    ("They invested $3 million.", ["actual"], "done"),
    ("They made $3 million in commitments.", ["planned"], "what it is a sum of"),
    ("They announced $3 million for the port.", ["planned"], "announced and still to be given"),
    ("They announced the donation of 300 boats.", ["planned"], "announced and still to be handed over"),
    ("They announced the arrest of 300 smugglers.", ["actual"], "announced when it is done"),
    ("They announced sanctions on 300 smugglers.", ["actual"], "who is hit is there"),
    ("They announced a $3 million plan.", ["planned"], "the noun that it belongs to"),
    ("Norway announced that it had given $3 million.", ["actual"], "the verb that governs it, not the one above"),
    ("Norway announced that it would give $3 million.", ["planned"], "a future told in the past"),
    ("It could unlock $3 million.", ["hypothetical"], "possible"),
    ("Without it they would have lost $3 million.", ["hypothetical"], "contrary to fact"),
    ("If it lent $3 million, the port was saved.", ["hypothetical"], "a supposition"),
    ("They set a target of $3 million.", ["target"], "a target"),
    ("They set a target to reach $3 million.", ["target"], "an infinitive said of the object"),
    ("The goal is to reach $3 million.", ["target"], "an infinitive said of the subject"),
    ("They pledged to cut it by 30 percent.", ["planned"], "a pledge"),
    ("They met to build a mill and employ 300 workers.", ["planned"], "joined purposes"),
    ("They exchanged letters to lend $3 million.", ["planned"], "a purpose"),
    ("Peru helped to create 300 jobs.", ["actual"], "helped, so it happened"),
    ("The road is estimated to be 40 km long.", ["actual"], "a state that is estimated"),
    ("The mill is estimated to support 300 jobs.", ["planned"], "an effect that is estimated"),
    ("Peru will build a port, creating 300 jobs.", ["planned"], "a participle of what will be"),
    ("Peru built a port, creating 300 jobs.", ["actual"], "a participle of what is done"),
    ("Peru will invest $3 million and lend $5 million.", ["planned", "planned"], "a shared auxiliary"),
    ("Peru will build on the $3 million that it has invested.", ["actual"], "its own clause"),
    ("It will be spent after a loss of $3 million.", ["actual"], "what is taken as it is"),
    ("Peru will come back after $3 million in losses.", ["actual"], "what is taken as it is"),
    ("We will work with a group of 30 nations.", ["actual"], "the size of a group"),
    ("We will serve our 300 members.", ["actual"], "known members"),
    ("Peru will continue to pay 30 percent.", ["actual"], "what goes on"),
    ("The budget provides $3 million.", ["planned"], "a draft in the present"),
    ("The $3 million package proposed by Peru was debated.", ["planned"], "a participle of its noun"),
    ("Peru made an effort to unlock $3 million.", ["planned"], "an effort"),
    ("The port, in which Peru invested $3 million, will open.", ["actual"], "a clause of its own within"),
    (
        "Peru plans a $5 million railway, of which $2 million is spent.",
        ["planned", "actual"],
        "a part of it",
    ),
    ("We hope to see trade exceed $3 million.", ["target"], "a verb that a verb of seeing takes"),
    ("The bill would provide $3 million.", ["planned"], "what a draft holds"),
    ("Peru called on Norway to give $3 million.", ["planned"], "a request"),
    ("Peru agreed to remove the 25 percent tariff.", ["actual"], "what is done away with is there"),
    ("Peru wants to limit the rise to 5 percent.", ["target"], "a limit is an aim"),
    ("Peru rolled out a package of 250 targets.", ["actual"], "targets that are counted are no aim"),
    ("Peru led an exercise of 300 soldiers, aimed at peace.", ["actual"], "what a comma parts is not said of them"),
    ("The new $3 million aid package includes rice.", ["planned"], "what is new is still to be given"),
    (
        "Peru announced $3 million for the port. The $3 million package includes a crane.",
        ["planned", "planned"],
        "a sum told twice is as it was first said to be",
    ),
    ("Peru worked with others to train 300 nurses.", ["actual"], "worked, so it is done"),
    ("The mills prevented 300 tons of smoke.", ["actual"], "what is prevented, measured"),
    ("Peru will work with others to train 300 nurses.", ["planned"], "and here it is not"),
    ("Peru increased its pledge to $3 million.", ["planned"], "what is raised is a pledge"),
    ("Peru will not tax those making under $3,000.", ["actual"], "what only describes people"),
    ("Peru cut the tariff from 12 percent to 5 percent.", ["actual", "actual"], "both so"),
    ("Peru will cut the tariff from 12 percent to 5 percent.", ["actual", "planned"], "from what is so"),
    ("The plant can serve 300 ships a day.", ["actual"], "a capacity"),
    ("I want to begin by saying that we lost 300 ships.", ["actual"], "a wish to speak is none"),
    ("Peru will ensure that no farmer makes less than $3,000.", ["planned"], "a clause that is ensured"),
    ("It could create an estimated 300 jobs.", ["planned"], "an estimate of what could be"),
    ("They came to highlight $3 million in sales.", ["actual"], "what is only shown"),
    ("Peru is launching a $3 million fund.", ["planned"], "what is being begun"),
    ("Peru gave much, with $3 million pledged in May.", ["planned"], "a participle with its time"),
    ("Are they going to raise it to $3 million?", ["planned"], "a future in two words"),
    ("Provide $3 million to ports.", ["planned"], "a bidding"),
    ("Peru announced that it is giving $3 million to the port.", ["planned"], "being given as it is announced"),
    ("Reports emerged that Norway would give $3 million.", ["planned"], "a reported future"),
]


@pytest.mark.parametrize("content, expected, why", MODALITIES, ids=[entry[0] for entry in MODALITIES])
def test_modalities(document: Any, content: str, expected: list[str], why: str) -> None:
    assert [f.modality for f in document(content).figures()] == expected, why


LISTS = [  # the words that lead a list in, an item, its modality
    ("The two sides will:", "Provide $3 million for the port.", "planned"),
    ("They took note of the following forthcoming deals:", "Purchases of grain worth $3 million.", "planned"),
    ("Since the summit Peru has:", "Provided $3 million for the port.", "actual"),
    ("Norway announced:", "$3 million for the port.", "planned"),
    (
        "She spoke of key parts of the budget proposal, including, but not limited to:",
        "$3 million.",
        "planned",
    ),
    ("Peru will invest in its ports, including specifically", "$3 million for Callao.", "planned"),
    ("Peru invested in its ports, including:", "$3 million for Callao.", "actual"),
    ("Norway announced:", "Last year it gave $3 million for the port.", "actual"),
]


@pytest.mark.parametrize("lead, item, modality", LISTS)
def test_an_item_takes_up_the_words_that_lead_its_list_in(document: Any, lead: str, item: str, modality: str) -> None:
    content = f"{lead}\n{item}\n{item}\nThe port cost $9 million."
    found = document(content, items=(1, 2)).figures()
    assert [f.modality for f in found] == [modality, modality, "actual"]


def test_a_translated_future_of_the_past_is_actual(document: Any) -> None:
    found = document("In 2023, Peru will import 3 tons.", dates=[("2023", "2023")], published="2024-02-01").figures()
    assert [f.modality for f in found] == ["actual"]


def test_what_is_promised_by_a_year_is_a_target_unless_it_is_money(document: Any) -> None:
    content = "Peru pledged to plant 300 km of fence by 2030 and to give $3 million by 2030."
    dates = [("by 2030", "2030"), ("by 2030", "2030")]
    found = document(content, dates=dates, published="2024-02-01").figures()
    assert [f.modality for f in found] == ["target", "planned"]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["Peru", "Norway", "the port", "it"]), min_size=1, max_size=3))
def test_whatever_stands_before_a_future_leaves_it_planned(document: Any, names: list[str]) -> None:
    subject = " and ".join(names)
    assert [f.modality for f in document(f"Today {subject} will receive $3 million.").figures()] == ["planned"]
