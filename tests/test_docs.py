"""What is undocumented fails: the contract names every field, and every value that a field may take."""

import re
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest

from verbale.model.field import fields_of
from verbale.model.record import SCHEMA, Record
from verbale.model.span import Span

CONTRACT = (Path(__file__).parents[1] / "docs" / "contract.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([^`\s]+)`", CONTRACT))


def fields(kind: Any = Record) -> dict[str, Any]:
    """Every field within a record, by the thing it belongs to and its name; spans apart."""
    found: dict[str, Any] = {}
    for field in fields_of(kind):
        found[f"{kind.__name__}.{field.name}"] = field.kind
        inner = field.repeats or field.kind
        if inner is not Span and hasattr(inner, "__dataclass_fields__"):
            found |= fields(inner)
    return found


FIELDS = fields()


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_the_contract_names_a_field_and_its_values(name: str) -> None:
    thing, _, field = name.partition(".")
    assert field == "span" or field in NAMED, f"docs/contract.md does not say what {thing}'s {field} is"
    if get_origin(FIELDS[name]) is Literal:
        missing = set(get_args(FIELDS[name])) - NAMED
        assert not missing, f"docs/contract.md does not name {missing} of {name}"


def test_the_contract_names_its_schema() -> None:
    assert SCHEMA in NAMED
