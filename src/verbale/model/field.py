"""A field is a named part of a kind of thing: what may stand there, and whether it may be absent."""

from dataclasses import dataclass, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class Field:
    """`kind` is the type without None; `optional` whether None may stand there."""

    name: str
    kind: Any
    optional: bool

    @property
    def nests(self) -> bool:
        """Whether a thing with fields of its own stands here."""
        return is_dataclass(self.kind)

    @property
    def repeats(self) -> Any:
        """The kind of thing that stands here any number of times, or None."""
        return get_args(self.kind)[0] if get_origin(self.kind) is tuple else None


def fields_of(kind: Any) -> tuple[Field, ...]:
    """The fields of a dataclass, in their order."""
    return _fields(kind)


@cache
def _fields(kind: Any) -> tuple[Field, ...]:
    return tuple(_field(name, hint) for name, hint in get_type_hints(kind).items())


def _field(name: str, hint: Any) -> Field:
    if get_origin(hint) not in (Union, UnionType):
        return Field(name, hint, optional=False)
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    return Field(name, kinds[0], optional=len(kinds) < len(get_args(hint)))
