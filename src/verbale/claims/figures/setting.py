"""A setting is what headings and the words that lead a list in say of the sentences under them."""

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.claims.figures.scene import Place
from verbale.model.span import Span
from verbale.model.structure import Passage
from verbale.model.text import Text

LEADS = ":"
RUN_IN = 90  # characters from a paragraph's start within which the colon of its own heading stands


@dataclass(frozen=True, slots=True)
class Setting:
    """The codes of the countries named in the words that lead in the list, and in the heading, each once, in order."""

    lead: tuple[str, ...] = ()
    heading: tuple[str, ...] = ()


class Settings:
    """The settings of a text's sentences as they come: a lead-in holds for its list, a heading until the next."""

    def __init__(self, text: Text) -> None:
        self._items = frozenset(mark.start for mark in text.marked("list_item"))
        self._passage: Passage | None = None
        self._lead: tuple[str, ...] = ()
        self._heading: tuple[str, ...] = ()
        self._run_in: tuple[str, ...] = ()

    def at(self, passage: Passage, sentence: Span, places: Sequence[Place]) -> Setting:
        """The setting of the next sentence, in which these are the places."""
        if passage is not self._passage:
            self._passage = passage
            self._lead = self._lead if passage.span.start in self._items else ()
            self._heading = () if passage.kind == "heading" else self._heading
            self._run_in = self._before_colon(sentence, places)
        setting = Setting(self._lead, self._run_in or self._heading)
        if passage.kind == "heading":
            self._heading = _codes(places)
        if sentence.text.rstrip().endswith(LEADS):
            self._lead = _codes(places)
        return setting

    def _before_colon(self, sentence: Span, places: Sequence[Place]) -> tuple[str, ...]:
        colon = sentence.text.find(LEADS, 0, RUN_IN)
        return _codes([place for place in places if place.end <= sentence.start + colon]) if colon > 0 else ()


def _codes(places: Sequence[Place]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.code for place in places if place.code))
