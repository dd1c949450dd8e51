"""Dates are the expressions of calendar time in a text, placed by the text's own date and never by today."""

import re
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.claims.dates import find_dates
from verbale.lang.pack import load
from verbale.model.claim import Date
from verbale.model.found import Found
from verbale.model.structure import Head, Passage, Structure
from verbale.model.text import Alignment, Run, Text

ENGLISH = load("en")


def found(content: str, published: str | None = "2024-05-07", home: str | None = None) -> Found[Date]:
    text = Text(content, Alignment((Run(0, 0, len(content)),)))
    whole = text.span(0, len(content))
    structure = Structure(Head(published=published), (Passage("p", whole, "narrative"),), (whole,), ())
    return find_dates(text, structure, home, ENGLISH)


@dataclass(frozen=True)
class Case:
    """A sentence with its expressions in brackets, each beside its value; the document's date; why the case is here."""

    marked: str
    published: str
    why: str

    @property
    def content(self) -> str:
        """The sentence itself."""
        return re.sub(r"\[(.*?)\|.*?\]", r"\1", self.marked)

    @property
    def dates(self) -> list[tuple[str, str]]:
        """The expressions and their values."""
        return re.findall(r"\[(.*?)\|(.*?)\]", self.marked)


def case(marked: str, published: str = "2024-05-07", why: str = "") -> Case:
    return Case(marked, published, why)


@pytest.mark.parametrize(
    "content, home, value, why",
    [
        ("It gave $3 million in FY22.", "USA", "2021-10/2022-09", "named by the year in which it ends"),
        ("It gave $3 million in fiscal year 2023.", "JPN", "2023-04/2024-03", "named by the year in which it begins"),
        ("It gave $3 million in fiscal year 2023.", None, "2023", "nobody's: the year that is told"),
        ("It gave $3 million last fiscal year.", "USA", "2022-10/2023-09", "counted from the document's day"),
    ],
)
def test_a_fiscal_year_is_that_of_the_state_whose_text_it_is(
    content: str, home: str | None, value: str, why: str
) -> None:
    assert [date.value for date in found(content, home=home)] == [value], why


CASES = [
    case("What it did [this weekend|2024-05-04/2024-05-05] was noted.", why="on Tuesday, told as past"),
    case("They spoke [over the weekend|2024-05-04/2024-05-05].", why="the last one"),
    case("They will speak [over the weekend|2024-05-11/2024-05-12].", why="the coming one"),
    case("They will meet [this weekend|2024-05-11/2024-05-12].", why="the coming one, said ahead"),
    case("The [Oct 9|2023-10-09] flood has become a part of us.", why="a perfect tells of the past"),
    case("The fair opens in Bergen [in September|2024-09].", "2024-05-07", "a programme is told in the present"),
    case("It was signed [on May 18, 2022|2022-05-18]."),
    case("Trade doubled [in 2017|2017]."),
    case("[Since 2013|2013] both have gained; [by 2030|2030] they will double it."),
    case("Figures for [2021|2021], [2022|2022] and [2023|2023] agree."),
    case("It was built [in the 1990s|1990/1999], [in the 20th century|1901/2000]."),
    case("At the [end of 2023|2023] and [in early 2024|2024].", why="precision is kept"),
    case("They named [2024-2025|2024/2025] the year of culture."),
    case("Sales rose [between 2015 and 2020|2015/2020]."),
    case("[In FY2023-24|2023/2024] exports fell."),
    case("[From January to March this year|2024-01/2024-03] it bought oil."),
    case("[From November to February last year|2022-11/2023-02]"),
    case("[from December 2022 to July 2023|2022-12/2023-07]"),
    case("[the first eleven months of 2023|2023-01/2023-11]"),
    case("[In the first three quarters|2023-01/2023-09], sales rose.", why="not yet over in 2024"),
    case("The fair ran [May 18-20, 2022|2022-05-18/2022-05-20]."),
    case("a tour [from 30 May to 2 June|2024-05-30/2024-06-02]"),
    case("[In the first quarter|2024-Q1], trade grew."),
    case("[in the fourth quarter|2023-Q4] sales fell", why="the last one before the document"),
    case("[Q1 2024|2024-Q1] and [the first half of last year|2023-01/2023-06]"),
    case("They met [last summer|2023-06/2023-08]."),
    case("[In March last year|2023-03] he came."),
    case("[Last July|2021-07] it hosted talks.", "2022-05-18"),
    case("[Last October|2023-10] he went."),
    case("[last month|2024-04], [this week|2024-05-06/2024-05-12], [next year|2025]"),
    case("They meet [this weekend|2023-09-09/2023-09-10].", "2023-09-08"),
    case("[today|2024-05-07], [yesterday|2024-05-06], [tomorrow|2024-05-08]"),
    case("He said [on Tuesday|2024-05-07] that it was over [on Monday|2024-05-06]."),
    case("The forum will open [on Friday|2024-05-10]."),
    case("[last Tuesday|2024-04-30]"),
    case("He spoke [on Friday, Aug. 18|2023-08-18].", "2023-08-22"),
    case("The port opened [in June|2023-06].", why="the June before"),
    case("The summit [in December|2022-12] brought both together.", "2023-07-12"),
    case("They will meet [in September|2023-09].", "2023-08-22"),
    case("[Two years ago|2022] it began."),
    case("[more than sixty-four years ago|1960]"),
    case("[three months ago|2024-02]"),
    case("[a few days ago|2024-05]"),
    case("[over the next five years|2023/2028]", "2023-07-12"),
    case("[over the past ten years|2013/2023]", "2023-07-12"),
    case("[over the next decade|2023/2033]", "2023-07-12"),
    case("[over the last year|2022-09/2023-09]", "2023-09-08"),
    case("[by the end of the year|2024]"),
    case("[In 2020|2020] it was 5, up [from the previous year|2019]."),
    case("[In 2023|2023] it rose 5% [from the year before|2022]."),
    case("It will pay for the port [through 2031|2024/2031].", why="from now till then"),
    case("It ran [through 2012|2012], [from 2009 through 2011|2009/2011].", why="what is over lasted till then"),
    case("Opened [a year ago last month|2023-04], it closed [ten years ago this week|2014-05-05/2014-05-11]."),
    case(
        "[From April 2023 to March 2024|2023-04/2024-03] it sold 9, 7 [in the same period of 2021-22|2021-04/2022-03].",
        why="a year that runs over two is told by both",
    ),
    case("[In 2021|2021] it joined. [Two years later|2023] it left."),
    case("It sent 9 [in 2023|2023] and 4 [during the same period|2023]."),
    case("Sales [in the first quarter of 2024|2024-Q1] beat [the same period last year|2023-Q1]."),
    case("[In 2019|2019] it built a port, and [that year|2019] a road."),
    case("[This year|2024] marks [the 75th anniversary|1949] of ties."),
    case("[Next year|2025] will be [the fiftieth anniversary|1975]."),
    case("[May 3, 2022|2022-05-03] marked [30 years since|1992] ties began."),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.marked)
def test_an_expression_and_its_value(case: Case) -> None:
    found_here = [(d.span.text, d.value) for d in found(case.content, case.published)]
    assert found_here == case.dates, case.why


@pytest.mark.parametrize(
    "content",
    [
        "They may march in second place; a quarter of them will fall.",
        "2000 troops, 1900 megawatts, US$2024 and 2,024 tonnes",
        "Security Council resolution 1874, Vision 2030 and the 2030 Agenda",
        "The station Brazil Today reported it.",
        "a better tomorrow, and day to day work",
        "in recent years, over the past few decades, many years ago",
        "the first quarter-final, the first half of the match, the turn of the century",
        "It rose 5 percent year-on-year, month to month.",
        "February 30",
        "The clerk April Oduya and Judge June Stone",
        "at 20:30, on page 1999, room 2041b",
    ],
)
def test_what_is_no_date(content: str) -> None:
    assert [(d.span.text, d.value) for d in found(content)] == []


@pytest.mark.parametrize(
    "content", ["today", "last year", "in March", "two years ago", "Tuesday", "the 75th anniversary", "this week"]
)
def test_without_a_date_of_the_document_the_value_stays_open_and_an_issue_says_so(content: str) -> None:
    dates = found(content, None)
    assert [d.value for d in dates] == [None]
    assert [(i.what, i.span.text) for i in dates.issues] == [("date", dates.values[0].span.text)]


def test_a_document_dated_to_the_month_settles_months_but_not_days() -> None:
    assert [d.value for d in found("last month, yesterday", "2024-05")] == ["2024-04", None]
    assert [d.value for d in found("last year, last month", "2024")] == ["2023", None]


def test_what_needs_no_date_of_the_document_does_without() -> None:
    dates = found("In 2020 it was 5, up from the previous year.", None)
    assert [d.value for d in dates] == ["2020", "2019"]
    assert not dates.issues


def test_the_year_that_the_text_gives_a_month_holds_for_the_others() -> None:
    dates = found("The summit of December 2022 mattered. Since December ten pacts were signed.", "2023-07-12")
    assert [d.value for d in dates] == ["2022-12", "2022-12"]


def test_kinds() -> None:
    dates = found("On May 18, 2022, in 2021, on its tenth anniversary.")
    assert [d.kind for d in dates] == ["date", "period", "anniversary"]


def test_no_expression_reaches_into_the_next_passage() -> None:
    content = "It ended in May\n2024 began well."
    text = Text(content, Alignment((Run(0, 0, len(content)),)))
    spans = text.span(0, 15), text.span(16, len(content))
    structure = Structure(
        Head(published="2024-06-01"), tuple(Passage(s.text, s, "narrative") for s in spans), spans, ()
    )
    assert [d.span.text for d in find_dates(text, structure, None, ENGLISH)] == ["in May", "2024"]


WORDS = st.sampled_from(
    re.findall(
        r"\S+ ?|\n",
        "in May March last year the 2024 - 7 , 30 first quarter of ago two years same period to from 9999 since 99"
        " century Friday 0 this half decade before 29 February \n",
    )
)


@given(
    st.lists(WORDS, max_size=25).map("".join), st.sampled_from([None, "2024", "2024-02", "2024-02-29", "0001-01-01"])
)
def test_anything_can_be_read_and_every_date_reads_back(content: str, published: str | None) -> None:
    dates = found(content, published).values
    assert all(a.span.end <= b.span.start for a, b in pairwise(dates))
    assert all(d.span.stands_in(content) for d in dates)


def test_a_passage_of_any_length_is_read_in_pieces() -> None:
    sentence = "It opened on May 7, 2020, and closed in 2023. "
    dates = found(sentence * 1200)
    assert [date.value for date in dates] == ["2020-05-07", "2023"] * 1200
