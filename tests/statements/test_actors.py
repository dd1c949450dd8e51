"""Each person is one actor, with the fullest name, the office and the state it serves."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

ARTICLE = """# Ties grow

Anna Berg | May 3, 2021

The Norwegian Ambassador to Brazil Ms. Kari Lund was interviewed on Monday. Ambassador Lund said that trade grows.
The Ambassador added that more will follow. Brazil's foreign minister, Ivo Brandt, agreed. Brandt praised the envoy.
The Brazilian Foreign Ministry confirmed the talks, and the ministry thanked Norway.
"""


def test_a_person_is_joined_over_all_names(reading: Read) -> None:
    lund = reading(ARTICLE).person("Kari Lund")
    assert (lund.kind, lund.role, lund.country) == ("person", "Ambassador", "NOR")
    assert {"Ambassador Lund", "The Norwegian Ambassador to Brazil Ms. Kari Lund"[4:]} <= set(lund.aliases)
    assert any(span.text == "Ambassador" for span in lund.mentions)


def test_an_office_with_a_possessive_country(reading: Read) -> None:
    brandt = reading(ARTICLE).person("Ivo Brandt")
    assert (brandt.role, brandt.country) == ("foreign minister", "BRA")
    assert "Brandt" in {span.text for span in brandt.mentions}


def test_a_ministry_serves_its_state(reading: Read) -> None:
    body = reading(ARTICLE).person("Brazilian Foreign Ministry")
    assert (body.kind, body.country) == ("organisation", "BRA")
    assert "ministry" in {span.text for span in body.mentions}


def test_countries_and_blocs_are_actors(reading: Read) -> None:
    kinds = {a.name: (a.kind, a.country) for a in reading("# T\n\nNorway and ASEAN signed. Norway agreed.\n").actors}
    assert kinds["Norway"] == ("country", "NOR")
    assert kinds["ASEAN"] == ("bloc", None)


def test_a_vice_president_is_no_president(reading: Read) -> None:
    found = reading(
        "# Talks\n\nVice President Ana Prado met President Ivo Brandt of Brazil. The Vice President thanked him.\n"
    )
    assert "Vice President" in {span.text for span in found.person("Ana Prado").mentions}
    assert "Vice President" not in {span.text for span in found.person("Ivo Brandt").mentions}


TRANSCRIPT = """# Press Briefing by Press Secretary Ana Prado and Trade Minister Ivo Brandt

MS. PRADO: Good morning. The Minister is here.

MINISTER BRANDT: Thank you. We signed a deal.

Q    Will it hold?

MINISTER BRANDT: It will.
"""


@pytest.mark.parametrize("label, name", [("MS. PRADO", "Ana Prado"), ("MINISTER BRANDT", "Ivo Brandt"), ("Q", "Q")])
def test_labels_of_a_transcript_resolve(reading: Read, label: str, name: str) -> None:
    labels = {alias: a.name for a in reading(TRANSCRIPT).actors for alias in (a.name, *a.aliases)}
    assert labels[label] == name


def test_two_holders_after_an_article_are_two_persons(reading: Read) -> None:
    text = "# T\n\nThe President and Vice President Moss met. President Kari Lund spoke first.\n"
    assert reading(text).person("Moss").role == "Vice President"
    both = reading("# Talks\n\nYesterday Deputy Prime Minister and Trade Minister Ivo Brandt spoke.\n").person(
        "Ivo Brandt"
    )
    assert both.role == "Deputy Prime Minister and Trade Minister"


def test_a_headline_adds_nothing_to_a_name(reading: Read) -> None:
    text = "# President Kari Lund Announces Historic Pact With Brazil\n\nToday President Lund signed a pact.\n"
    assert reading(text).person("Kari Lund").role == "President"


def test_every_mention_stands_in_the_text(reading: Read) -> None:
    found = reading(ARTICLE)
    content = found.values["text"].content
    assert all(span.stands_in(content) for actor in found.actors for span in actor.mentions)
