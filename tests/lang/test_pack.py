"""A pack's rules and tables mean what their file says, and a malformed one is refused with its name."""

from typing import Any

import pytest

from verbale.errors import LanguageError
from verbale.lang.pack import compiled, languages, load


def rule(**fields: Any) -> dict[str, Any]:
    return {"id": "r", **fields}


def test_words_match_whole_words_in_any_case_longest_first() -> None:
    language = compiled("xx", {"f.s": [rule(words=["talks", "talks on trade"], act="meets")]}, {})
    text = "Talks  on trade, smalltalks, talks"
    assert [(text[m.start : m.end], m["act"]) for m in language.rules("f.s").find(text)] == [
        ("Talks  on trade", "meets"),
        ("talks", "meets"),
    ]


def test_a_pattern_may_name_a_table_of_its_file_or_of_another() -> None:
    sections = {"f.months": {"May": 5}, "g.days": {"Monday": 1}, "f.s": [rule(pattern=r"{g.days} in {months}")]}
    assert compiled("xx", sections, {}).rules("f.s").first("on Monday in May")


def test_a_language_adds_to_what_is_common_and_its_rules_come_first() -> None:
    common = {"f.s": [rule(words=["a"], who="all")], "f.t": {"x": 1, "y": 1}}
    own = {"f.s": [rule(id="q", words=["a"], who="own")], "f.t": {"y": 2}}
    language = compiled("xx", common, own)
    match = language.rules("f.s").first("a")
    assert match
    assert match["who"] == "own"
    assert language.table("f.t") == {"x": 1, "y": 2}


@pytest.mark.parametrize(
    "entry, told",
    [
        ({"words": ["a"]}, "has an id"),
        (rule(), "either words or a pattern"),
        (rule(words=["a"], pattern="a"), "either words or a pattern"),
        (rule(pattern="(a"), "unterminated"),
        (rule(pattern="{nowhere}"), "no table nowhere"),
    ],
)
def test_a_malformed_rule_is_refused_by_name(entry: dict[str, Any], told: str) -> None:
    with pytest.raises(LanguageError, match=told) as caught:
        compiled("xx", {"file.set": [entry]}, {})
    assert "file.set" in str(caught.value)


def test_a_set_cannot_be_rules_here_and_a_table_there() -> None:
    with pytest.raises(LanguageError, match="rules in one place"):
        compiled("xx", {"f.s": []}, {"f.s": {}})


def test_what_a_language_lacks_is_empty() -> None:
    assert not list(load("xx").rules("no.such").find("anything"))
    assert load("xx").table("no.such") == {}
    assert "en" in languages()
