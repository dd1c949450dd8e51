"""A voice is who speaks at a place in the text and for which country, and so what "we" stands for there."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verbale.claims.figures.scene import Place
from verbale.claims.figures.sweep import Sweep
from verbale.lang.pack import Language
from verbale.model.claim import Mention
from verbale.model.span import Span
from verbale.model.statement import Actor, Statement

SERVING = frozenset({"person", "organisation"})  # kinds of actors that may serve a country


@dataclass(frozen=True, slots=True)
class Home:
    """The state whose own text it is, if any; `alone` where no other speaks in it, `told` where others are told of.

    Officials whose country nobody tells are its own: where it speaks alone whoever speaks, where others are told of
    (in readouts these come with their countries) whoever is named.
    """

    country: str | None = None
    alone: bool = False
    told: bool = False


class Voices:
    """The voices and places of a text, sentence by sentence in its order: `turn_to` one, then ask."""

    def __init__(
        self, actors: Sequence[Actor], statements: Sequence[Statement], mentions: Sequence[Mention], home: Home
    ) -> None:
        self._home = home
        self._actors = {actor.id: actor for actor in actors}
        spoken = (statement for statement in statements if statement.speaker)
        self._statements = Sweep(spoken, lambda statement: (statement.span.start, statement.span.end))
        self._places = Sweep(_places(actors, mentions, home), lambda place: (place.start, place.end))
        self._host = _host(self._actors, statements)
        self._passage: Span | None = None
        self._named: set[str] = set()
        self._said: list[Statement] = []
        self._here: list[Place] = []

    def turn_to(self, passage: Span, sentence: Span) -> None:
        """Goes on to the next sentence, of the same passage or another."""
        self._named = self._named | {place.code for place in self._here} if passage == self._passage else set()
        self._passage, self._said, self._here = passage, self._statements.at(sentence), self._places.at(sentence)

    @property
    def topic(self) -> str | None:
        """The country that the passage has named before the sentence, if it has named just one."""
        return next(iter(self._named)) if len(self._named) == 1 else None

    @property
    def named(self) -> frozenset[str]:
        """The countries that the passage has named before the sentence."""
        return frozenset(self._named)

    def speaker(self, start: int, end: int) -> Actor | None:
        """Who says the words at [start, end): the speaker of the shortest statement that holds them."""
        covering = [s for s in self._said if s.span.start <= start and end <= s.span.end]
        shortest = min(covering, key=lambda s: s.span.end - s.span.start, default=None)
        return self._actors.get(shortest.speaker or "") if shortest else None

    def country(self, position: int) -> str | None:
        """The country for which whoever speaks there speaks; in a state's own text, that state's where none is told."""
        speaker = self.speaker(position, position)
        if speaker is None:
            return None
        if speaker.country is None and (speaker.id == self._host or (speaker.role and self._home.alone)):
            return self._home.country
        return speaker.country if speaker.country and _is_country(speaker.country) else None

    def places(self, content: str, sentence: Span, language: Language) -> list[Place]:
        """The words of the sentence that stand for a country, in order; "we" stands for the speaker's."""
        selves = language.rules("figures.selves").find(content, sentence.start, sentence.end)
        spoken = [(m, self._self(m.start)) for m in selves]
        own = [Place(m.start, m.end, country, "self") for m, country in spoken if country]
        return sorted((*self._here, *own), key=lambda place: place.start)

    def _self(self, position: int) -> str | None:
        """Whom "we" stands for: the speaker's country, or that whose own text it is where nobody speaks."""
        return self.country(position) if self.speaker(position, position) else self._home.country


def _host(actors: Mapping[str, Actor], statements: Sequence[Statement]) -> str | None:
    """Of several who speak, the one whose country nobody tells, if it is just one: he is at home."""
    speakers = {statement.speaker for statement in statements if statement.kind == "turn" and statement.speaker}
    untold = [speaker for speaker in speakers if (actor := actors.get(speaker)) and actor.country is None]
    return untold[0] if len(untold) == 1 else None


def _places(actors: Sequence[Actor], mentions: Sequence[Mention], home: Home) -> list[Place]:
    """Countries by their names, and by the offices that serve them where no name stands within."""
    named = [Place(m.span.start, m.span.end, m.code, m.form) for m in mentions]
    starts = sorted(place.start for place in named)
    own = home.country if home.told else None
    served = [(a, a.country or (own if a.role else None)) for a in actors if a.kind in SERVING]
    serving = [(actor, country) for actor, country in served if country and _is_country(country)]
    offices = [
        Place(span.start, span.end, country, "office")
        for actor, country in serving
        for span in actor.mentions
        if bisect_left(starts, span.start) == bisect_left(starts, span.end)
    ]
    return [*named, *offices]


def _is_country(code: str) -> bool:
    """Whether a code is that of a country (ISO 3166-1 alpha-3), not a bloc's name."""
    return len(code) == 3 and code.isalpha()
