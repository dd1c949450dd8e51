"""A speaker is the actor to whom words are given: found by what names the source, or by who was speaking last."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.span import Span
from verbale.model.statement import Actor, Bound
from verbale.statements.offices import is_definite
from verbale.statements.sayings import Saying
from verbale.statements.tree import SUBJECTS

NEAR = 200  # characters before a writing within which the body is named whose it is
ADJACENT = 3  # characters between a cue and the name that stands beside it


@dataclass(frozen=True, slots=True)
class Place:
    """Where an actor is named, and whether as the subject of a clause."""

    start: int
    end: int
    actor: Actor
    subject: bool


@dataclass(frozen=True)
class Directory:
    """All places that name an actor, in order, and the actors by their labels; `many` are the ids of groups."""

    places: tuple[Place, ...]
    starts: tuple[int, ...]
    labels: dict[str, Actor]
    genders: dict[str, str]
    many: frozenset[str] = frozenset()

    @classmethod
    def of(cls, actors: Sequence[Actor], parse: Parse, language: Language) -> "Directory":
        """The directory of a text's actors."""
        places = sorted(
            (Place(s.start, s.end, actor, _is_subject(s, parse)) for actor in actors for s in actor.mentions),
            key=lambda p: (p.start, -p.end),
        )
        labels = {alias: actor for actor in actors for alias in (actor.name, *actor.aliases)}
        genders = {actor.id: gender for actor in actors if (gender := _gender(actor, language))}
        many = frozenset(actor.id for actor in actors if actor.mentions and _is_plural(actor.mentions[0], parse))
        return cls(tuple(places), tuple(p.start for p in places), labels, genders, many)

    def between(self, start: int, end: int) -> Sequence[Place]:
        """The places that begin in [start, end)."""
        return self.places[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def ending(self, position: int) -> Sequence[Place]:
        """The places that end at a position."""
        return [p for p in self.between(max(position - 90, 0), position) if p.end == position]

    def holds(self, start: int, end: int) -> bool:
        """Whether the stretch lies within the words that name an actor."""
        return any(p.start < start and end < p.end for p in self.between(max(start - 60, 0), start))

    def named_in(self, source: tuple[int, int], head: tuple[int, int]) -> Place | None:
        """The place that names the source: the one that holds its head word, else the first person or body within."""
        near = self.between(max(source[0] - 80, 0), source[1])
        holding = [p for p in near if p.start <= head[0] < p.end]
        if holding:
            return max(holding, key=lambda p: (p.actor.kind == "person", p.end - p.start))
        inside = [p for p in near if p.start >= source[0] and p.actor.kind in ("person", "organisation")]
        return inside[0] if inside else None

    def beside(self, start: int, end: int) -> Place | None:
        """The place that stands just after or just before a cue."""
        after = [p for p in self.between(end, end + ADJACENT) if p.actor.kind != "country"]
        if after:
            return max(after, key=lambda p: p.end - p.start)
        before = [p for p in self.between(max(start - 80, 0), start) if start - ADJACENT <= p.end <= start]
        return max(before, key=lambda p: (p.actor.kind == "person", p.end - p.start), default=None)

    def only_body(self, start: int, end: int) -> Actor | None:
        """The organisation named in [start, end), if no other is: whose writing one may be that names nobody."""
        bodies = {p.actor.id: p.actor for p in self.between(start, end) if p.actor.kind == "organisation"}
        return next(iter(bodies.values())) if len(bodies) == 1 else None

    def last(self, position: int, since: int, gender: str) -> Place | None:
        """The place of whom a pronoun of a gender stands for: the latest person who is a subject, else the latest."""
        nearest: Place | None = None
        first = bisect_left(self.starts, since)
        for i in range(bisect_left(self.starts, position) - 1, first - 1, -1):
            place = self.places[i]
            if self._agrees(place.actor, gender):
                if place.subject:
                    return place
                nearest = nearest or place
        return nearest if gender not in ("thing", "plural") else None

    def topic(self, position: int, gender: str) -> Place | None:
        """The place that stands just before a pronoun and is what it stands for: "as for Norway, it claims"."""
        near = self.between(max(position - 90, 0), position)
        return next((p for p in near if 0 < position - p.end <= ADJACENT and self._agrees(p.actor, gender)), None)

    def _agrees(self, actor: Actor, gender: str) -> bool:
        if gender == "plural":
            return actor.id in self.many
        if gender == "thing":
            return actor.kind != "person"
        return actor.kind == "person" and actor.id not in self.many and self.genders.get(actor.id, gender) == gender

    def agrees(self, actor: Actor | None, gender: str) -> bool:
        """Whether a pronoun of that gender can stand for the actor."""
        return actor is not None and self._agrees(actor, gender)


def _is_subject(span: Span, parse: Parse) -> bool:
    return any(token.dep in SUBJECTS for token in parse.between(span.start, span.end))


def _is_plural(span: Span, parse: Parse) -> bool:
    """Whether words name several ("the observers"): the last common noun of theirs is not as the dictionary has it."""
    nouns = [token for token in parse.between(span.start, span.end) if token.pos in ("NOUN", "PROPN")]
    if not nouns or nouns[-1].pos == "PROPN":
        return False
    word = span.text[nouns[-1].start - span.start : nouns[-1].end - span.start]
    return nouns[-1].lemma.lower() != word.lower()


def _gender(actor: Actor, language: Language) -> str | None:
    rules = language.rules("names.honorific")
    if actor.kind != "person":
        return None
    for words in (*actor.aliases, *(span.text for span in actor.mentions)):
        for match in rules.find(words):
            if match.get("gender"):
                return str(match["gender"])
    return None


@dataclass(frozen=True, slots=True)
class Floor:
    """Who is speaking at a point of the text, and since where pronouns may look back.

    `body` is the organisation heard last, for which "the report" or "the newspaper" stands; `own` is whose words the
    passage itself is; `heard` is where the words of the speaker end that were heard last.
    """

    speaker: Actor | None = None
    since: int = 0
    own: Actor | None = None
    body: Actor | None = None
    heard: int = 0

    def given_to(self, actor: Actor | None, at: int) -> "Floor":
        """The floor after an actor is heard, up to a place."""
        if actor is None:
            return self
        body = actor if actor.kind == "organisation" else self.body
        return replace(self, speaker=actor, body=body, heard=max(at, self.heard))


def resolve(
    saying: Saying, content: str, directory: Directory, floor: Floor, language: Language
) -> tuple[Actor | None, tuple[int, int] | None]:
    """The actor who says it and the words that name them, as far as the text settles either."""
    if saying.impersonal:
        return None, None
    if saying.by is None:
        place = directory.beside(saying.start, saying.end)
        return (place.actor, (place.start, place.end)) if place else (None, None)
    source, head, whole = saying.by.words, saying.by.head, saying.by.whole
    word = content[slice(*head)].lower()
    gender = language.table("speech.pronouns").get(word) or language.table("speech.possessives").get(word)
    if gender:
        return _pronoun(str(gender), saying, directory, floor), whole
    place = directory.named_in(source, head)
    if place:
        return place.actor, whole
    if word in language.table("speech.writings"):
        known = floor.body if is_definite(content, head[0], language) else None
        return known or directory.only_body(max(saying.start - NEAR, floor.since), saying.start), whole
    return _side(word, source, directory, language), whole


def _pronoun(gender: str, saying: Saying, directory: Directory, floor: Floor) -> Actor | None:
    if gender == "self":
        return floor.own
    place = directory.topic(saying.head[0], gender) if saying.head else None
    place = place or directory.last(saying.start, floor.since, gender)
    speaking = floor.speaker if directory.agrees(floor.speaker, gender) else None
    if place is None or (speaking and floor.heard > place.start):
        return speaking
    return place.actor


def _side(word: str, source: tuple[int, int], directory: Directory, language: Language) -> Actor | None:
    """The state for which "the Chinese side" or its figures stand."""
    if word not in language.table("speech.sides"):
        return None
    return next((p.actor for p in directory.between(*source) if p.actor.kind in ("country", "bloc")), None)


def bound_by(actor: Actor | None, language: Language) -> Bound | None:
    """Whom the words bind: the state or organisation for which somebody in office speaks, else who says them.

    An office that others than states have too binds a state only where the text tells which; whoever held one before,
    or is not named, binds nobody else.
    """
    if actor is None:
        return None
    if actor.kind in ("country", "bloc"):
        return "state"
    if actor.kind == "organisation":
        return "state" if actor.country else "organisation"
    return _bound_by_office(actor, language) if actor.role and not _is_anonymous(actor, language) else "person"


def _bound_by_office(actor: Actor, language: Language) -> Bound:
    if language.rules("offices.past").first(actor.role or "") is not None:
        return "person"
    offices = language.rules("offices.office").find(actor.role or "")
    titles = [" ".join((actor.role or "")[slice(*m.groups["title"])].lower().split()) for m in offices]
    binds = {str(language.table("offices.titles").get(title, "")) for title in titles}
    known = actor.country is not None or any(title in language.table("offices.sovereign") for title in titles)
    if known and not binds <= {"person"}:
        return "state"
    return "organisation" if "organisation" in binds else "person"


def _is_anonymous(actor: Actor, language: Language) -> bool:
    """Whether the text says no more than what somebody is, of whom there are many: "a senior Norwegian official"."""
    return actor.name.split()[-1].lower() in language.table("offices.many")
