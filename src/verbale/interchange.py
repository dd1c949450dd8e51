"""The interchange is a record as JSON, to the contract `verbale.record/1`: one object, absent fields left out.

A span is `{"start", "end", "text"}`; where a thing has a span of its own, those three stand in the thing itself.
"""

from dataclasses import is_dataclass
from typing import Any, get_args

import msgspec

from verbale.model.comparison import Comparison
from verbale.model.field import Field, fields_of
from verbale.model.record import Record
from verbale.model.span import hold

_OWN = ("start", "end", "text")


def to_json(record: Record | Comparison, indent: int | None = None) -> bytes:
    """The record, or comparison, in UTF-8, on one line, or indented by that many spaces."""
    encoded = msgspec.json.encode(to_mapping(record))
    return msgspec.json.format(encoded, indent=indent) if indent else encoded


def from_json(content: bytes) -> Record:
    """The record that `to_json` wrote.

    Raises:
        msgspec.ValidationError: the JSON is not a record of this contract.
        BrokenAnchor: words do not stand where a span says.
    """
    return from_mapping(msgspec.json.decode(content))


def to_mapping(thing: Any) -> dict[str, Any]:
    """A record, or a thing in it, as dictionaries, lists, strings and numbers."""
    mapping: dict[str, Any] = _flat(msgspec.to_builtins(thing))
    return mapping


def from_mapping(mapping: dict[str, Any]) -> Record:
    """The record that `to_mapping` made the mapping of; raises as `from_json` does."""
    record = msgspec.convert(_nested(mapping, Record), Record)
    hold(record, record.text, record.document.id)
    return record


def _flat(value: Any) -> Any:
    if isinstance(value, dict):
        own = value.get("span") or {}
        return own | {name: _flat(inner) for name, inner in value.items() if name != "span" and inner is not None}
    return [_flat(inner) for inner in value] if isinstance(value, list | tuple) else value


def _nested(value: Any, kind: Any) -> Any:
    """The value as `kind` has it: its own span put together again, absent fields as None."""
    if isinstance(value, list) and get_args(kind):
        return [_nested(inner, get_args(kind)[0]) for inner in value]
    if not isinstance(value, dict) or not is_dataclass(kind):
        return value
    return {
        field.name: _field(value, field) for field in fields_of(kind) if field.optional or _stands(value, field.name)
    }


def _stands(value: dict[str, Any], name: str) -> bool:
    return name in value or (name == "span" and all(part in value for part in _OWN))


def _field(value: dict[str, Any], field: Field) -> Any:
    if field.name == "span" and field.name not in value:
        return {name: value[name] for name in _OWN}
    return _nested(value.get(field.name), field.kind)
