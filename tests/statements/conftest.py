"""Texts written for the tests, read as far as their statements."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from verbale.model.source import Source
from verbale.model.statement import Actor, Statement
from verbale.model.structure import Participant
from verbale.pipeline import STEPS

LAST = "statements"


@dataclass(frozen=True)
class Reading:
    """What the steps up to the statements made of a text."""

    values: dict[str, Any]

    @property
    def actors(self) -> tuple[Actor, ...]:
        found: tuple[Actor, ...] = self.values["actors"]
        return found

    @property
    def participants(self) -> tuple[Participant, ...]:
        found: tuple[Participant, ...] = self.values["participants"]
        return found

    @property
    def relation(self) -> tuple[str, ...]:
        found: tuple[str, ...] = self.values["relation"]
        return found

    def person(self, name: str) -> Actor:
        return next(actor for actor in self.actors if actor.name == name)

    def statements(self, *kinds: str) -> list[Statement]:
        return [s for s in self.values["statements"] if not kinds or s.kind in kinds]

    def said(self, *kinds: str) -> list[tuple[str | None, str]]:
        """Speaker's name and words of the statements of these kinds."""
        names = {actor.id: actor.name for actor in self.actors}
        return [(names.get(s.speaker or ""), s.span.text) for s in self.statements(*kinds)]

    def quoted(self) -> list[tuple[str | None, str]]:
        return self.said("direct", "mixed", "block")


def read(content: str) -> Reading:
    values: dict[str, Any] = {"source": Source("test.md", "text/markdown", content.encode("utf-8"))}
    for step in STEPS:
        values[step.gives] = step.makes(*(values[name] for name in step.needs))
        if step.gives == LAST:
            break
    return Reading(values)


@pytest.fixture
def reading() -> Callable[[str], Reading]:
    return read
