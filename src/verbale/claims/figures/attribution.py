"""An attribution is where a text says whose statistics a figure comes from: "according to Norwegian customs"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene
from verbale.lang.match import Match

_NAME = re.compile(r"[A-Z][\w.&’'-]*(?: (?:\w{1,3} ){0,2}[A-Z][\w.&’'-]*)*")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The source's words at [start, end) and whose statistics they are: a country's code, or the source's name."""

    start: int
    end: int
    reporter: str | None


class Attributions:
    """The attributions of a text as it is read, sentence by sentence: each holds till another, or the passage's end."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._passage: object = None
        self._held: Attribution | None = None

    def read(self, scene: Scene, passage: object) -> list[Attribution]:
        """The attributions of the sentence, in order."""
        if passage != self._passage:
            self._passage, self._held = passage, None
        return [self._attribution(scene, match) for match in scene.matches("figures.attributions")]

    def of(self, quantity: Quantity, found: Sequence[Attribution]) -> Attribution | None:
        """The attribution that governs a figure: the last before it, else the first behind it, else the one held."""
        before = [a for a in found if a.start < quantity.start]
        return before[-1] if before else self._held or next(iter(found), None)

    def close(self, found: Sequence[Attribution]) -> None:
        """Ends the sentence: its last attribution holds for those that follow."""
        self._held = found[-1] if found else self._held

    def _attribution(self, scene: Scene, match: Match) -> Attribution:
        start, end = match.groups["who"]
        words = scene.content[start:end].rstrip()
        end = start + len(words)
        places = [p for p in scene.places if start <= p.start < end]
        reporter = places[-1].code if places else self._named(scene, words)
        if reporter:
            self._names[_initials(words)] = reporter
            self._names.setdefault(_name(words).rpartition(" ")[2], reporter)  # "the Secretariat"
        return Attribution(start, end, reporter)

    def _named(self, scene: Scene, words: str) -> str | None:
        """The source of an abbreviation met before, or a name of its own: "the World Bank"."""
        name = _name(words)
        if known := self._names.get(name):
            return known
        own = scene.table("figures.sources")
        capital = [word for word in name.split() if word[:1].isupper() and word.lower() not in own]
        return name if capital and not name.isspace() else None


def _name(words: str) -> str:
    """The first run of words with capitals, small words within it included: "World Bank", "Ministry of Trade"."""
    found = _NAME.search(words)
    return found[0] if found else ""


def _initials(words: str) -> str:
    """ "Norwegian Central Bureau of Statistics": CBS, the nationality left out."""
    letters = [part[0] for part in re.findall(r"[A-Z][\w’'-]+", words)]
    return "".join(letters[-3:]) if len(letters) > 3 else "".join(letters)
