"""A match is where a rule's words stand in a text, and what the rule says of them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import heapify, heappop, heapreplace
from typing import Any

from verbale.lang.window import Windows

_Ahead = tuple[int, int, int, re.Match[str]]  # start, minus end, the rule's order, its match


@dataclass(frozen=True)
class Rule:
    """A pattern with what it `gives`, beside sentences in which it must (`yes`) and must not (`no`) match.

    `id` is the file, the set and the rule, such as `cues.says.announce`: what a claim is made `by`.
    """

    id: str
    pattern: re.Pattern[str]
    gives: Mapping[str, Any]
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Half-open offsets into the text searched, the rule that matched and its named groups' offsets."""

    start: int
    end: int
    rule: Rule
    groups: Mapping[str, tuple[int, int]]

    def __getitem__(self, key: str) -> Any:
        return self.rule.gives[key]

    def get(self, key: str, default: Any = None) -> Any:
        """What the rule gives under `key`."""
        return self.rule.gives.get(key, default)


@dataclass(frozen=True)
class Matcher:
    """A set of rules looked for together."""

    name: str
    rules: tuple[Rule, ...]

    def all(self, text: str, start: int = 0, end: int | None = None) -> list[Match]:
        """Every rule's matches in text[start:end], overlapping ones too: by place, longest first, by rule."""
        end = len(text) if end is None else end
        found = [
            (m.start(), -m.end(), order, _match(m, self.rules[order]))
            for order, windows in self._windows.of(text, start, end).items()
            for window in windows
            for m in self.rules[order].pattern.finditer(text, *window)
            if m.end() > m.start()
        ]
        return [entry[3] for entry in sorted(found, key=lambda entry: entry[:3])]

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """The matches that do not overlap: leftmost first, of those the longest, of those the earliest rule's."""
        end = len(text) if end is None else end
        ahead_of = {order: found[::-1] for order, found in self._windows.of(text, start, end).items()}
        ahead = [entry for order in ahead_of if (entry := self._next(order, text, ahead_of[order], start))]
        heapify(ahead)
        reached = start
        while ahead:
            place, _, order, found = ahead[0]
            if place >= reached:
                yield _match(found, self.rules[order])
                reached = found.end()
            # what a rule found beneath another's match it looks for again after it
            if following := self._next(order, text, ahead_of[order], reached):
                heapreplace(ahead, following)
            else:
                heappop(ahead)

    def _next(self, order: int, text: str, windows: list[tuple[int, int]], reached: int) -> _Ahead | None:
        """The rule's first match from `reached` on; of the windows, the last one first, what lies before is dropped."""
        while windows:
            start, end = windows[-1]
            for found in self.rules[order].pattern.finditer(text, max(start, reached), end):
                if found.end() > found.start():
                    return found.start(), -found.end(), order, found
            windows.pop()
        return None

    @cached_property
    def _windows(self) -> Windows:
        """Where each rule is worth trying; worked out when the set is first used."""
        return Windows([rule.pattern for rule in self.rules])

    def first(self, text: str, start: int = 0, end: int | None = None) -> Match | None:
        """The first match that `find` would give."""
        return next(self.find(text, start, end), None)

    def at(self, text: str, start: int, end: int | None = None) -> Match | None:
        """The longest match that begins exactly at `start`."""
        end = len(text) if end is None else end
        matches = [
            (m.end(), -order, _match(m, rule))
            for order, rule in enumerate(self.rules)
            if (m := rule.pattern.match(text, start, end)) and m.end() > start
        ]
        return max(matches, key=lambda entry: entry[:2])[2] if matches else None


def _match(m: re.Match[str], rule: Rule) -> Match:
    groups = {name: m.span(name) for name, words in m.groupdict().items() if words is not None}
    return Match(m.start(), m.end(), rule, groups)
