"""A scene is a sentence with all that its figures may draw on: quantities, countries, times, the background."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from verbale.claims.figures.quantity import Quantity
from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.span import Span

_BREAK = re.compile(r"[;:()—–]|,(?!\d)|\s-\s")


@dataclass(frozen=True, slots=True)
class Place:
    """Words at [start, end) that stand for a country or bloc: its name, its people, an office that serves it, "we"."""

    start: int
    end: int
    code: str
    form: str


@dataclass(frozen=True, slots=True)
class Time:
    """Calendar time at [start, end), as ISO 8601; from `core` on without the preposition that may lead it."""

    start: int
    end: int
    value: str
    core: int


@dataclass(frozen=True)
class Background:
    """What holds for the whole text: the countries it is about, its date, the year they took up relations."""

    content: str
    language: Language
    parse: Parse
    relation: tuple[str, ...]
    published: str | None
    established: str | None


@dataclass(frozen=True)
class Scene:
    """A sentence; `spoken` is its speaker's country, `topic` the one country that its passage has named."""

    background: Background
    span: Span
    quantities: Sequence[Quantity]
    places: Sequence[Place]
    times: Sequence[Time]
    spoken: str | None = None
    topic: str | None = None
    _matches: dict[str, list[Match]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def content(self) -> str:
        return self.background.content

    @property
    def language(self) -> Language:
        return self.background.language

    def matches(self, rules: str) -> list[Match]:
        """The matches of a set of rules in the sentence, without overlap."""
        if rules not in self._matches:
            found = self.language.rules(rules).find(self.content, self.span.start, self.span.end)
            self._matches[rules] = list(found)
        return self._matches[rules]

    def within(self, rules: str, start: int, end: int) -> list[Match]:
        """Those that lie in [start, end)."""
        return [match for match in self.matches(rules) if start <= match.start and match.end <= end]

    def ending(self, rules: str, position: int) -> Match | None:
        """A match of rules that are anchored at their end, before `position`."""
        window = max(self.span.start, position - 60)
        found = self.language.rules(rules).all(self.content, window, position)
        return next(iter(found), None)

    def segment(self, quantity: Quantity) -> tuple[int, int]:
        """The stretch between the punctuation on either side of the quantity."""
        breaks = [m.start() for m in _BREAK.finditer(self.content, self.span.start, self.span.end)]
        start = max((b + 1 for b in breaks if b < quantity.start), default=self.span.start)
        end = min((b for b in breaks if b >= quantity.end), default=self.span.end)
        return start, end

    def previous(self, quantity: Quantity) -> Quantity | None:
        """The quantity before this one in the sentence, slight ones apart."""
        earlier = [other for other in self._others(quantity) if other.end <= quantity.start]
        return earlier[-1] if earlier else None

    def following(self, quantity: Quantity) -> Quantity | None:
        """The quantity after this one in the sentence, slight ones apart."""
        return next((other for other in self._others(quantity) if other.start >= quantity.end), None)

    def _others(self, quantity: Quantity) -> Sequence[Quantity]:
        return [other for other in self.quantities if quantity.slight or not other.slight]

    def room(self, quantity: Quantity) -> tuple[int, int]:
        """The stretch between the quantities on either side."""
        previous, following = self.previous(quantity), self.following(quantity)
        return previous.end if previous else self.span.start, following.start if following else self.span.end

    def table(self, name: str) -> Mapping[str, object]:
        return self.language.table(name)
