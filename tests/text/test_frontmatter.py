"""The title and the date of front matter lead back to its characters."""

import pytest
import yaml

from verbale.model.text import Mark
from verbale.text.draft import Draft
from verbale.text.frontmatter import front_matter

STYLES = [
    ("title: Envoy visits Oslo", "plain"),
    ("title: Envoy\n  visits Oslo", "plain, folded"),
    ("title: 'The envoy''s visit'", "single quotes"),
    ('title: "The envoy\\u2019s\\_visit \\x26 talks"', "escapes"),
    ('title: "A visit of the Chief\\\n  \\ Adviser"', "an escaped line break"),
    ('title: "A visit\n  of two days"', "a folded line in quotes"),
    ("title: >-\n  A visit\n  of two days", "a folded block"),
    ("title: |\n  A visit of two days", "a literal block"),
]


@pytest.mark.parametrize("block, reason", STYLES, ids=[case[1] for case in STYLES])
def test_a_scalar_says_what_yaml_says(block: str, reason: str) -> None:
    draft = front_matter(Draft.of(f"---\n{block}\ntags: x\n---\nBody.\n"))
    assert draft.content.split("\n\n")[0] == yaml.safe_load(block)["title"].strip()


def test_title_and_date_come_first_and_the_rest_is_metadata() -> None:
    source = "---\ndate: '2022-05-04'\nauthor: Marit Solvang\ntitle: Envoy visits Oslo\n---\n\nBody.\n"
    draft = front_matter(Draft.of(source))
    assert draft.content == "Envoy visits Oslo\n\n2022-05-04\n\n\nBody.\n"
    assert draft.marks == (Mark(0, 17, "title"), Mark(19, 29, "meta", "date"))
    assert ("author", "Marit Solvang") in draft.metadata
    start, end = draft.alignment.source_of(0, 17) or (0, 0)
    assert source[start:end] == "Envoy visits Oslo"


def test_the_time_of_publication_is_the_date_where_there_is_no_other() -> None:
    draft = front_matter(Draft.of("---\npublished_time: 2022-05-04 08:00:00-05:00\n---\nBody."))
    assert draft.content.startswith("2022-05-04 08:00:00-05:00\n\nBody")


@pytest.mark.parametrize(
    "source",
    ["---\n\nA page break, then words.\n\n---\n\nMore.", "Words.\n---\ntitle: no\n---\n", "---\ntitle: never closed\n"],
)
def test_a_rule_is_no_front_matter(source: str) -> None:
    assert front_matter(Draft.of(source)).content == source


def test_broken_yaml_stays_in_the_text_and_is_an_issue() -> None:
    source = "---\ntitle: [never closed\n---\nBody."
    draft = front_matter(Draft.of(source))
    assert draft.content == source
    assert draft.remarks[0].what == "metadata"
