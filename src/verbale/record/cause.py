"""A cause is a known reason why two sides may count one flow differently, and whose count it makes the larger one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from verbale.lang.pack import languages, load

Role = Literal["importer", "exporter", "either"]


@dataclass(frozen=True, slots=True)
class Cause:
    """`name` is what it goes by; `larger` the side whose count it makes the larger one.

    `of` are the indicators it concerns, `up_to` the gap in percent that it is usually taken to explain.
    """

    id: str
    name: str
    larger: Role
    why: str
    of: tuple[str, ...]
    up_to: float | None = None

    def explains(self, indicator: str | None, larger: Role) -> bool:
        """Whether it can make the count of that side the larger one; `either` where the roles are not told apart."""
        return indicator in self.of and (larger == "either" or self.larger in (larger, "either"))


@cache
def causes() -> Mapping[str, Cause]:
    """Every known cause, by its id."""
    tables = (load(language).table("mirror.causes") for language in languages())
    return {id: _cause(id, entry) for table in tables for id, entry in table.items()}


def _cause(id: str, entry: Mapping[str, Any]) -> Cause:
    return Cause(id, entry["name"], entry["larger"], entry["why"], tuple(entry["of"]), entry.get("up_to"))


def causes_of(indicator: str | None, larger: Role) -> tuple[str, ...]:
    """The ids of the causes that may make that side's count of an indicator the larger one."""
    return tuple(cause.id for cause in causes().values() if cause.explains(indicator, larger))
