"""Figures are found in their words with value and unit, and with the meaning that the words around them settle."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.claims.figures import find_figures
from verbale.claims.mentions import find_mentions
from verbale.lang.pack import load
from verbale.lang.parse import parse
from verbale.model.claim import Date, Figure
from verbale.model.found import Found
from verbale.model.statement import Actor, By, Statement
from verbale.model.structure import Head, Passage, PassageKind, Structure
from verbale.model.text import Alignment, Run, Text
from verbale.structure.home import find_home

ENGLISH = load("en")
BY = By("test", "test", "1")


@dataclass
class Document:
    """A text of the project's own, one paragraph a line, with its dates as (words, value) in order."""

    content: str
    dates: Sequence[tuple[str, str]] = ()
    relation: Sequence[str] = ()
    published: str | None = None
    kind: PassageKind = "narrative"
    speaker: Actor | None = None

    def figures(self) -> tuple[Figure, ...]:
        return self.read().values

    def read(self) -> Found[Figure]:
        text = Text(self.content, Alignment((Run(0, 0, len(self.content)),)))
        lines = [text.span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", self.content)]
        passages = tuple(Passage(f"passage-{i}", span, self.kind) for i, span in enumerate(lines))
        ends = r"[^\n]+?(?:[.?!](?=\s|$)|(?=\n)|$)"
        sentences = tuple(text.span(m.start(), m.end()) for m in re.finditer(ends, self.content) if m[0].strip())
        structure = Structure(Head(published=self.published), passages, sentences, ())
        mentions = find_mentions(text, ENGLISH)
        said = [Statement("statement-1", span, "turn", BY, self.speaker.id) for span in lines] if self.speaker else []
        return find_figures(
            text,
            structure,
            parse(sentences, "en"),
            mentions,
            Found(tuple(self._dates(text))),
            [self.speaker] if self.speaker else [],
            Found(tuple(said)),
            self.relation,
            find_home(text, structure, ENGLISH),
            ENGLISH,
        )

    def _dates(self, text: Text) -> list[Date]:
        found, position = [], 0
        for words, value in self.dates:
            position = self.content.index(words, position)
            found.append(Date(f"date-{position}", text.span(position, position + len(words)), "period", BY, value))
            position += len(words)
        return found


def told(figure: Figure, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(figure, name) for name in names}


QUANTITIES = [  # text, (words, value, unit, qualifier) of each figure, why
    ("It cost $5.7 billion.", [("$5.7 billion", 5.7e9, "USD", "exact")], "sign and scale"),
    ("It cost 240 billion Norwegian kroner.", [("240 billion Norwegian kroner", 240e9, "NOK", "exact")], "a name"),
    ("They lent RMB 12 million.", [("RMB 12 million", 12e6, "CNY", "exact")], "letters before"),
    ("They lent US$4m.", [("US$4m", 4e6, "USD", "exact")], "letter for a scale, beside money"),
    ("It grew by more than 25 percent.", [("more than 25 percent", 25, "percent", "more_than")], "percent, qualified"),
    ("Rates fell by 0.4 percentage points.", [("0.4 percentage points", -0.4, "percentage_point", "exact")], "points"),
    ("It produces over 500 megawatts.", [("over 500 megawatts", 5e8, "W", "more_than")], "watts"),
    ("It imported 3 million tons of coal.", [("3 million tons", 3e6, "t", "exact")], "tonnes"),
    ("It sold about 900 complete vehicles.", [("about 900 complete vehicles", 900, "vehicle", "about")], "counted"),
    ("Some 24 Norwegian firms joined.", [("Some 24 Norwegian firms", 24, "firm", "about")], "with adjectives"),
    ("Norway took in 700 people.", [("700 people", 700, "person", "exact")], "people are persons"),
    ("Norway took in 700 farmers.", [("700 farmers", 700, "person", "exact")], "whatever they are called"),
    ("Norway took in 700 students.", [("700 students", 700, "student", "exact")], "but for those whom one counts so"),
    ("It pays 700 workers and nurses.", [("700 workers", 700, "person", "exact")], "people of two kinds are persons"),
    ("It shut 40 mines and miners left.", [("40 mines", 40, "mine", "exact")], "what is joined to people is none"),
    (
        "Some three and a half million people left.",
        [("Some three and a half million people", 3.5e6, "person", "about")],
        "a half within",
    ),
    ("It sold 40 of its old ships.", [("40 of its old ships", 40, "ship", "exact")], "a part of what is owned"),
    ("They sent 4 million vaccines.", [("4 million vaccines", 4e6, "dose", "exact")], "so many vaccines are doses"),
    ("A 5,000-strong force came.", [("5,000-strong", 5000, "person", "exact")], "strength"),
    ("It lost 102 and 21 ships.", [("102", 102, "ship", "exact"), ("21 ships", 21, "ship", "exact")], "a shared noun"),
    ("It bought five new 737 aircraft.", [("five new 737 aircraft", 5, "aircraft", "exact")], "a number in a name"),
    ("It has 400 women-led firms.", [("400 women-led firms", 400, "firm", "exact")], "what leads is not counted"),
    (
        "It shut 300 mills in Peru, 200 in Norway.",
        [("300 mills", 300, "mill", "exact"), ("200", 200, "mill", "exact")],
        "a list",
    ),
    (
        "It lent $3 million on top of the 2 million it gave.",
        [("$3 million", 3e6, "USD", "exact"), ("2 million", 2e6, "USD", "exact")],
        "money without its sign",
    ),
    ("Only two countries agreed.", [("Only two countries", 2, "country", "exact")], "few, and said to be so few"),
    ("Two thirds were lost.", [("Two thirds", 66.6666666667, "percent", "exact")], "parts of a whole not named"),
    ("It joined 18 Pension Plans.", [("18 Pension Plans", 18, "plan", "exact")], "a name in the plural"),
    ("The number of Brazilian guests reached 40,300.", [("40,300", 40300, "person", "exact")], "named before"),
    (
        "It took 300 firms from Norway and 200 from Peru.",
        [("300 firms", 300, "firm", "exact"), ("200", 200, "firm", "exact")],
        "an ellipsis",
    ),
    ("As many as 60 ships sailed.", [("As many as 60 ships", 60, "ship", "at_most")], "at most"),
    ("Firms of 500 workers or more joined.", [("500 workers or more", 500, "worker", "at_least")], "qualifier behind"),
    ("It has doubled since.", [("doubled", 100, "percent", "exact")], "growth in a word"),
    (
        "It rose from 18 to 20 percent.",
        [("18", 18, "percent", "exact"), ("20 percent", 20, "percent", "exact")],
        "shared unit",
    ),
    ("It weighs 700 pounds.", [("700 pounds", 700, "pound", "exact")], "pounds of weight"),
    ("Britain lent 700 pounds.", [("700 pounds", 700, "GBP", "exact")], "pounds of money"),
    ("Peru will get two tugboats.", [("two tugboats", 2, "tugboat", "exact")], "few, and yet a count"),
    ("All four Norwegian shipyards closed.", [("four Norwegian shipyards", 4, "shipyard", "exact")], "few and known"),
    (
        "Ninety Type 8 lorries were built.",
        [("Ninety Type 8 lorries", 90, "lorry", "exact")],
        "a name before the noun",
    ),
    (
        "It left one Peruvian and two Norwegian sailors dead.",
        [("one Peruvian", 1, "person", "exact"), ("two Norwegian sailors", 2, "person", "exact")],
        "one beside others",
    ),
    (
        "It freed one boat and three canoes.",
        [("one boat", 1, "boat", "exact"), ("three canoes", 3, "canoe", "exact")],
        "one thing beside others",
    ),
    ("Nearly one in five women farms.", [("Nearly one in five", 20, "percent", "nearly")], "so many in so many"),
    ("Two out of three firms agreed.", [("Two out of three", 66.6666666667, "percent", "exact")], "out of so many"),
    ("It reached 1.3 mln people.", [("1.3 mln people", 1.3e6, "person", "exact")], "a scale in letters"),
    ("It sold 2.3m phones.", [("2.3m phones", 2.3e6, "phone", "exact")], "a letter before what is counted"),
    ("Over 100+ firms joined.", [("Over 100+ firms", 100, "firm", "more_than")], "a plus between number and noun"),
    ("They own two-thirds of the port.", [("two-thirds", 66.6666666667, "percent", "exact")], "a share"),
]


@pytest.mark.parametrize("content, expected, why", QUANTITIES, ids=[entry[2] for entry in QUANTITIES])
def test_quantities(content: str, expected: list[tuple[str, float, str, str]], why: str) -> None:
    found = [(f.span.text, f.value, f.unit, f.qualifier) for f in Document(content).figures()]
    assert found == expected, why


RANGES = [
    ("It needs 30 to 40 percent.", "30 to 40 percent", 30, 40),
    ("It needs $10-12 billion.", "$10-12 billion", 10e9, 12e9),
    ("It needs $5 million to $7 million.", "$5 million to $7 million", 5e6, 7e6),
    ("It needs $150- to $160 million.", "$150- to $160 million", 150e6, 160e6),
    ("It needs 3- to 4 percent.", "3- to 4 percent", 3, 4),
    ("It needs between 5 and 7 ships.", "5 and 7 ships", 5, 7),
]


@pytest.mark.parametrize("content, words, low, high", RANGES, ids=[entry[1] for entry in RANGES])
def test_ranges(content: str, words: str, low: float, high: float) -> None:
    (figure,) = Document(content).figures()
    assert (figure.span.text, figure.value, figure.low, figure.high) == (words, low, low, high)


def test_a_range_of_falls_has_the_deeper_at_its_low_end() -> None:
    (figure,) = Document("Output fell 20 to 25 percent.").figures()
    assert (figure.value, figure.low, figure.high) == (-25, -25, -20)


TRAPS = [
    "The two advisors agreed.",
    "The three FGHs agreed.",
    "He has a two-fold question.",
    "They met for a year and a half.",
    "Running 4 Peace is a club.",
    "They marked 30 years of ties.",
    "It is their 75th anniversary.",
    "He set out a five-point plan and a 3-year programme.",
    "The G20 and the Group of 20 met, as COP28 had.",
    "Article 5 and Section 301 apply to Phase One.",
    'The “77” talks and the "48" agreements went on.',
    "They fly the F-16 and fought COVID-19.",
    "The two leaders met at 5 p.m. and spoke for two hours.",
    "One of the firms is one-size-fits-all.",
    "The 1967 lines are known.",
    "Call 555-1234-22 for more.",
    "He was aged 45.",
    "They doubled down on it.",
    "The first half of it is done.",
    "The five states agreed on it.",
    "I am not 100 percent certain.",
    "Our two countries and the three leaders have two questions.",
    "One trawler sank.",
    "He read from “Three Boats”, and the Four Winds blew.",
]


@pytest.mark.parametrize("content", TRAPS)
def test_what_is_no_figure(content: str) -> None:
    assert Document(content).figures() == ()


def test_a_large_number_without_a_unit_is_an_issue() -> None:
    found = Document("He wrote 45,300 on the board.").read()
    assert not found.values
    assert [issue.span.text for issue in found.issues] == ["45,300"]


LEVELS = Document(
    "Norway's trade with Brazil, according to Norwegian figures, came to $5.2 billion in 2020, up 18 percent "
    "from the previous year, then grew by another 30 percent to $6.8 billion in 2021.",
    dates=[("2020", "2020"), ("the previous year", "2019"), ("2021", "2021")],
    relation=("NOR", "BRA"),
    published="2022-05-03",
)


def test_a_growth_shares_what_its_level_is_of() -> None:
    level, growth, further, last = LEVELS.figures()
    assert [f.measure for f in (level, growth, further, last)] == ["level", "growth", "growth", "level"]
    for figure in (level, growth, further, last):
        assert told(figure, ("indicator", "parties", "reporter")) == {
            "indicator": "goods_trade",
            "parties": ("BRA", "NOR"),
            "reporter": "NOR",
        }
    assert [(f.period, f.base_period) for f in (level, growth, further, last)] == [
        ("2020", None),
        ("2020", "2019"),
        ("2021", "2020"),
        ("2021", None),
    ]


def test_an_attribution_holds_till_the_next_and_no_further_than_its_paragraph() -> None:
    figures = Document(
        "According to Peruvian customs, exports to Norway were $3 million. Imports were $2 million. "
        "According to Norwegian data, they were $1 million.\nAid was $9 million."
    ).figures()
    assert [f.reporter for f in figures] == ["PER", "PER", "NOR", None]
    assert figures[0].source is not None
    assert figures[0].source.text == "Peruvian customs"


def test_an_abbreviation_stands_for_the_source_named_before() -> None:
    figures = Document(
        "According to the Norwegian Central Board of Statistics, trade was $3 million.\n"
        "According to the CBS, it was $4 million."
    ).figures()
    assert [f.reporter for f in figures] == ["NOR", "NOR"]


def test_what_an_ambassador_answers_is_the_figure_of_his_country() -> None:
    ambassador = Actor("actor-1", "Ana Lima", "person", "Ambassador", "BRA")
    (figure,) = Document("Our trade reached $3 million.", kind="answer", speaker=ambassador).figures()
    assert (figure.reporter, figure.speaker) == ("BRA", "actor-1")


FLOWS = [  # text, origin, destination, why
    ("Brazil exported $3 million of timber to Norway.", "BRA", "NOR", "exports of an agent to a destination"),
    ("Norway imported 3 million tons of crude oil from Iraq.", "IRQ", "NOR", "imports by an agent from an origin"),
    ("Norway imported 3 million tons of Iraqi crude oil.", "IRQ", "NOR", "the nationality of the goods"),
    ("The number of Brazilian tourists to Norway reached 40,300.", "BRA", "NOR", "travellers by nationality"),
    ("Norway will invest $3 billion in Brazil.", "NOR", "BRA", "investment"),
    ("Norway applied a 15 percent tariff on Brazilian goods.", "BRA", "NOR", "a tariff runs from the goods' origin"),
    ("Norway agreed to purchase $3 billion of Brazilian grain.", "BRA", "NOR", "purchases run to the buyer"),
    ("Norway confirmed that it will give $3 million to Peru.", "NOR", "PER", "a pronoun for whoever tells it"),
    ("The two boats being gifted by Norway to Peru sank.", "NOR", "PER", "a gift of few"),
    ("Norway donated $3 million to Peru's schools.", "NOR", "PER", "a giver, and whose schools they are"),
    ("Norway provided $3 million in humanitarian assistance to Peru.", "NOR", "PER", "aid"),
    ("Brazilian imports of Peruvian copper reached $3 million.", "PER", "BRA", "imports by and of nationalities"),
    ("Norway intends to buy Peruvian goods and purchase $3 million of Peruvian copper.", "PER", "NOR", "two verbs"),
    ("Peru received $3 million in humanitarian assistance from Norway.", "NOR", "PER", "aid received"),
]


@pytest.mark.parametrize("content, origin, destination, why", FLOWS, ids=[entry[3] for entry in FLOWS])
def test_flows(content: str, origin: str, destination: str, why: str) -> None:
    (figure,) = Document(content).figures()
    assert (figure.origin, figure.destination, figure.parties) == (origin, destination, ()), why


SEVERAL = [  # text, (origin, destination, parties) of each figure, why
    (
        "Peru received more arms from Norway ($30 million) than Brazil ($20 million).",
        [("NOR", "PER", ()), ("BRA", "PER", ())],
        "a comparison repeats the preposition",
    ),
    (
        "It frees 90 percent of Norwegian exports to Peru and 97 percent of Peruvian exports to Norway.",
        [("NOR", "PER", ()), ("PER", "NOR", ())],
        "shares of exports each way",
    ),
    (
        "Norway exported $3 billion to Brazil and $2 billion to Peru.",
        [("NOR", "BRA", ()), ("NOR", "PER", ())],
        "another destination",
    ),
    (
        "Some 1,300 soldiers from Peru and 760 from Norway took part.",
        [(None, None, ("PER",)), (None, None, ("NOR",))],
        "counts of each country",
    ),
    ("Peru's debt to Norway reached $3 billion.", [(None, None, ("PER",))], "whose debt it is"),
    ("Troops at Norway's Ghana station number over 2,000 soldiers.", [(None, None, ("NOR",))], "the possessor"),
]


@pytest.mark.parametrize("content, expected, why", SEVERAL, ids=[entry[2] for entry in SEVERAL])
def test_the_flows_of_several_figures(content: str, expected: list[Any], why: str) -> None:
    assert [(f.origin, f.destination, f.parties) for f in Document(content).figures()] == expected, why


def test_it_leads_back_to_the_sentence_before() -> None:
    told = Document("Trade of Norway and Brazil reached $3 million in 2024. It was $2 million before.").figures()
    assert [(f.indicator, f.parties) for f in told] == [("goods_trade", ("BRA", "NOR"))] * 2


def test_a_growth_told_with_the_level_it_is_from() -> None:
    content = "Norway sold 46 tons in 2024, a rise of 15 percent from 40 tons in 2023."
    dates = [("in 2024", "2024"), ("in 2023", "2023")]
    (_, growth, before) = Document(content, dates).figures()
    assert (growth.period, growth.base_period, before.period) == ("2024", "2023", "2023")


def test_a_tariff_that_will_fall_is_a_rate_all_the_same() -> None:
    (figure,) = Document("The tariff of 10 percent will fall.").figures()
    assert (figure.measure, figure.value) == ("rate", 10)


def test_a_source_named_in_full_and_in_short() -> None:
    content = (
        "According to Peru's Foreign Trade Board, trade was $3 million in 2023. According to the Board, it was little. "
        "According to the Board, trade was $2 million in 2022."
    )
    assert [f.reporter for f in Document(content).figures()] == ["PER", "PER"]


def test_who_puts_a_figure_at_so_much_is_its_source() -> None:
    (figure,) = Document("Peru's central bank puts the stock of it at $3 million.").figures()
    assert figure.reporter == "PER"


MEASURES = [
    ("It accounts for 30 percent of the world's output.", "share", 30),
    ("The tariff is 15 percent.", "rate", 15),
    ("Output declined by around 44 percent.", "growth", -44),
    ("Output saw a 12 percent increase.", "growth", 12),
    ("Growth is expected to exceed 5 percent.", "growth", 5),
    ("Output rose to $3 billion.", "level", 3e9),
    ("Output rose by $3 billion.", "change", 3e9),
    ("Rates fell by 2 percentage points.", "change", -2),
    ("There were 56 percent fewer cases.", "growth", -56),
    ("Costs were 12 percent higher than before.", "growth", 12),
    ("It cut all that its mills emit in a year, smoke and steam alike, by 12 percent.", "growth", -12),
    ("Only 35 percent approve of it.", "share", 35),
    ("The duty rate of 30 percent of their value holds.", "rate", 30),
    ("It set a lower 10 percent tariff on potash.", "rate", 10),
    ("They won 51 percent support.", "share", 51),
    ("It would add $3 million to the national debt.", "change", 3e6),
    ("They trained 300 more farmers.", "change", 300),
    ("They will raise wages by more than $9,000.", "change", 9000),
    ("Some 300 women dropped out.", "level", 300),
]


@pytest.mark.parametrize("content, measure, value", MEASURES, ids=[entry[0] for entry in MEASURES])
def test_measures(content: str, measure: str, value: float) -> None:
    (figure,) = Document(content).figures()
    assert (figure.measure, figure.value) == (measure, value)


def test_a_growth_told_again_in_money() -> None:
    percent, money = Document("Imports of copper decreased by 22 percent, or $5.6 billion.").figures()
    assert [(percent.measure, percent.value), (money.measure, money.value)] == [("growth", -22), ("change", -5.6e9)]


def test_periods_that_last() -> None:
    document = Document(
        "Since 2021, it bought $3 million.\nIt will make purchases of $5 million by 2028.",
        dates=[("Since 2021", "2021"), ("by 2028", "2028")],
        published="2025-02-01",
    )
    assert [f.period for f in document.figures()] == ["2021/2025", "2025/2028"]


def test_a_figure_of_the_time_when_relations_were_established() -> None:
    document = Document(
        "On May 4, 2022 the two celebrated 40 years of diplomatic relations.\n"
        "Sales went from $7 million when diplomatic ties were opened to $3 billion in 2021.",
        dates=[("On May 4, 2022", "2022-05-04"), ("2021", "2021")],
    )
    assert [f.period for f in document.figures()] == ["1982", "2021"]


def test_an_example_is_not_what_is_measured() -> None:
    (figure,) = Document("Exports of new goods, namely electric vehicles and ships, saw a 30 percent rise.").figures()
    assert figure.indicator == "goods_trade"


PIECES = ["$5 million", "12 ships", "Norway", "rose", "to", "by", "from", "30 percent", ",", "and"]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_every_figure_stands_on_its_words_and_apart(words: list[str]) -> None:
    content = " ".join(words)
    found = Document(content).figures()
    assert all(f.span.stands_in(content) for f in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
