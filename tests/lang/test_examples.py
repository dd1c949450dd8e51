"""Every rule of every language matches its `yes` examples, exactly the bracketed words, and no `no` example."""

import pytest

from verbale.lang.match import Rule
from verbale.lang.pack import languages, load


def rules() -> list[Rule]:
    return [rule for code in languages() for matcher in load(code).matchers.values() for rule in matcher.rules]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_matches_its_examples(rule: Rule) -> None:
    assert rule.yes, f"{rule.id} has no example"
    for example in rule.yes:
        start, end = example.find("["), example.find("]") - 1
        sentence = example.replace("[", "").replace("]", "")
        found = [m.span() for m in rule.pattern.finditer(sentence)]
        assert (start, end) in found if start >= 0 else found, (rule.id, example, found)
    for example in rule.no:
        assert not rule.pattern.search(example), (rule.id, example)


def test_rule_ids_are_unique() -> None:
    for code in languages():
        ids = [rule.id for matcher in load(code).matchers.values() for rule in matcher.rules]
        assert len(ids) == len(set(ids))
