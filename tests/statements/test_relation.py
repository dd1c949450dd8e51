"""Who takes part and between which two countries, where there are two."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

INTERVIEW = """# Harbours and trade

According to the embassy, on May 7, 2021, Norwegian Ambassador to Brazil Kari Lund gave a written interview to Reuters.

Brazil is a partner. Norway and Brazil trade. Brazil buys fish from Norway. Sweden watches.
"""

OP_ED = """# Open harbours

Kari Lund

May 3, 2021

Norway trades with Brazil. Brazil sells soy. Norway sells fish to Brazil.

The writer is the Norwegian ambassador to Brazil.
"""

READOUT = """---
title: Readout of President Moss’s Call with President Ivo Brandt of Brazil
date: '2021-05-03'
source_url: https://www.whitehouse.gov/readout
---

President Moss spoke today with President Ivo Brandt of Brazil. The leaders agreed to meet in Norway.
"""

MANY = """# The week

Norway met Brazil. Sweden met Japan. Norway and Sweden signed. Brazil and Japan signed. Norway, Brazil, Sweden and Japan
traded. Brazil, Sweden, Norway and Japan agreed.
"""


@pytest.mark.parametrize(
    "text, pair", [(INTERVIEW, ("NOR", "BRA")), (OP_ED, ("NOR", "BRA")), (READOUT, ("USA", "BRA")), (MANY, ())]
)
def test_the_pair(reading: Read, text: str, pair: tuple[str, ...]) -> None:
    assert reading(text).relation == pair


def test_three_countries_in_a_title_are_no_pair(reading: Read) -> None:
    text = "# Readout of the Meeting of Norway, Brazil and Japan\n\nNorway, Brazil and Japan met. They agreed.\n"
    assert reading(text).relation == ()


def test_who_is_asked_and_who_asks(reading: Read) -> None:
    found = {p.part: p for p in reading(INTERVIEW).participants}
    assert (found["interviewee"].name, found["interviewee"].country) == ("Kari Lund", "NOR")
    assert found["interviewer"].name == "Reuters"


def test_the_author_has_the_office_that_the_note_gives(reading: Read) -> None:
    author = next(p for p in reading(OP_ED).participants if p.part == "author")
    assert (author.name, author.role, author.country) == ("Kari Lund", "ambassador", "NOR")


def test_an_article_that_asks_many_has_no_interviewee(reading: Read) -> None:
    text = "# Ports\n\nDr Ana Prado told Reuters the port is old. Dr Ivo Brandt told Reuters that it is new.\n"
    assert [p for p in reading(text).participants if p.part == "interviewee"] == []


def test_the_country_of_whom_the_title_names(reading: Read) -> None:
    text = READOUT.replace("President Ivo Brandt of Brazil\ndate", "President Brandt\ndate")
    assert reading(text).relation == ("USA", "BRA")


def test_a_meeting_of_three_is_no_pair(reading: Read) -> None:
    title = "Readout of President Moss’s Call with President Ivo Brandt of Brazil and Premier Berg of Norway"
    assert (
        reading(READOUT.replace("Readout of President Moss’s Call with President Ivo Brandt of Brazil", title)).relation
        == ()
    )
