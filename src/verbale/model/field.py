"""A field is a named part of a kind of thing: what may stand there, and whether it may be absent."""

from dataclasses import dataclass, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class Field:
    """`kind` is the type without None, `optional` whether None may stand there.

    `nests` says whether a thing with fields of its own stands there, `repeats` what stands there any number of times.
    """

    name: str
    kind: Any
    optional: bool
    nests: bool
    repeats: Any = None


def fields_of(kind: Any) -> tuple[Field, ...]:
    """The fields of a dataclass, in their order."""
    return _fields(kind)


@cache
def _fields(kind: Any) -> tuple[Field, ...]:
    return tuple(_field(name, hint) for name, hint in get_type_hints(kind).items())


def _field(name: str, hint: Any) -> Field:
    optional = get_origin(hint) in (Union, UnionType)  # `Literal[…] | None` is the one, `str | None` the other
    kind = next(kind for kind in get_args(hint) if kind is not NoneType) if optional else hint
    return Field(name, kind, optional, is_dataclass(kind), get_args(kind)[0] if get_origin(kind) is tuple else None)
