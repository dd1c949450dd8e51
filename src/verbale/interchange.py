"""The interchange is a record as JSON, to the contract `verbale.record/1`: one object, absent fields left out.

A span is `{"start", "end", "text"}`; where a thing has a span of its own, those three stand in the thing itself.
"""

from typing import Any

import msgspec

from verbale.model.record import Record

_OWN = ("start", "end", "text")


def to_json(record: Record, indent: int | None = None) -> bytes:
    """The record in UTF-8, on one line, or indented by that many spaces."""
    encoded = msgspec.json.encode(to_mapping(record))
    return msgspec.json.format(encoded, indent=indent) if indent else encoded


def from_json(content: bytes) -> Record:
    """The record that `to_json` wrote.

    Raises:
        msgspec.ValidationError: the JSON is not a record of this contract.
    """
    return from_mapping(msgspec.json.decode(content))


def to_mapping(record: Record) -> dict[str, Any]:
    """The record as dictionaries, lists, strings and numbers."""
    mapping: dict[str, Any] = _flat(msgspec.to_builtins(record))
    return mapping


def from_mapping(mapping: dict[str, Any]) -> Record:
    """The record that `to_mapping` gave."""
    nested = {name: _nested(value) if name != "origin" else value for name, value in mapping.items()}
    return msgspec.convert(nested, Record)


def _flat(value: Any) -> Any:
    if isinstance(value, dict):
        own = value.get("span") or {}
        return own | {name: _flat(inner) for name, inner in value.items() if name != "span" and inner is not None}
    return [_flat(inner) for inner in value] if isinstance(value, list | tuple) else value


def _nested(value: Any) -> Any:
    if isinstance(value, list):
        return [_nested(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    fields = {name: _nested(inner) for name, inner in value.items()}
    if fields.keys() > set(_OWN):
        fields["span"] = {name: fields.pop(name) for name in _OWN}
    return fields
