"""A scene is a sentence with all that its figures may draw on: quantities, countries, times, the background."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from verbale.claims.figures.path import SUBJECTS, VERBAL, Tree
from verbale.claims.figures.quantity import Quantity
from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.span import Span

REACH = 600  # characters from a figure within which words may tell of it
OPENING = 4  # words in which a sentence takes up what was said before it

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
    """What holds for the whole text: the countries it is about, its date, the year they took up relations.

    `home` is the state whose own text it is, and the text `domestic` if it is hardly about any other; `aloud` says that
    it was spoken.
    """

    content: str
    language: Language
    parse: Parse
    relation: tuple[str, ...]
    published: str | None
    established: str | None
    home: str | None = None
    domestic: bool = False
    aloud: bool = False


@dataclass(frozen=True)
class Scene:
    """A sentence; `spoken` is its speaker's country, `topic` the one country that its passage or heading has named.

    `lead` are the countries that the words which lead its list in name, `before` those that the passage named before.
    """

    background: Background
    span: Span
    quantities: Sequence[Quantity]
    places: Sequence[Place]
    times: Sequence[Time]
    spoken: str | None = None
    topic: str | None = None
    lead: tuple[str, ...] = ()
    before: frozenset[str] = frozenset()
    _matches: dict[str, list[Match]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def content(self) -> str:
        return self.background.content

    @property
    def language(self) -> Language:
        return self.background.language

    @cached_property
    def tree(self) -> Tree:
        """The sentence's words as they govern each other."""
        amounting, asides = (frozenset(self.table(f"flows.{name}")) for name in ("amounting", "asides"))
        return Tree(self.background.parse, self.span, amounting, asides)

    @cached_property
    def unattributed(self) -> Sequence[Place]:
        """The places that do not name a source of statistics, nor what another holds: "Peru's Ghana station"."""
        sources = [match.groups["who"] for match in self.matches("figures.attributions")]
        told = [place for place in self.places if not any(a <= place.start < b for a, b in sources)]
        heads = {place: self._holder(place) for place in told}
        owned = {head for head, dep in heads.values() if dep == "poss"}
        return [place for place in told if heads[place][1] != "compound" or heads[place][0] not in owned]

    def _holder(self, place: Place) -> tuple[int | None, str]:
        """The word that the place hangs on, and how."""
        word = self.tree.head(place.start, place.end)
        return (None, "") if word is None else (self.tree[word].head, self.tree[word].dep)

    def is_subject(self, place: Place) -> bool:
        """Whether the place heads the subject of a verb, or stands in it; "Peru" in "to help Peru buy" does not."""
        word = self.tree.head(place.start, place.end)
        if word is not None and word + 1 in self.tree.words and self.tree[word + 1].pos == "AUX":
            return True  # whatever the parse
        above = [] if word is None else list(self.tree.up(word))
        subjects = [step for step in above[:4] if self.tree[step].dep in ("nsubj", "nsubjpass")]
        verbs = [self.tree[step].head for step in subjects]
        return any(self.tree[verb].dep not in ("ccomp", "xcomp") for verb in verbs)

    def object_of(self, quantity: Quantity) -> int | None:
        """The verb whose object the quantity is."""
        word = self.tree.head(*quantity.core)
        return None if word is None or self.tree[word].dep != "dobj" else self.tree[word].head

    def refers_back(self, quantity: Quantity) -> bool:
        """Whether the figure is said of what the sentence before spoke of: "it reached …", "this includes …"."""
        words = self.background.parse.between(self.span.start, quantity.start)
        subjects = [token for token in words if token.dep in ("nsubj", "nsubjpass")]
        said = self.content[subjects[-1].start : subjects[-1].end].lower() if subjects else None
        return said in self.table("figures.anaphora")

    def opens_back(self) -> bool:
        """Whether the sentence begins with what stands for what was said before: "This includes …"."""
        words = self.background.parse.between(self.span.start, self.span.end)[:OPENING]
        said = [self.content[token.start : token.end].lower() for token in words if token.dep in SUBJECTS]
        return any(word in self.table("figures.anaphora") for word in said)

    def joined(self, first: Place, second: Place) -> bool:
        """Whether the two are coordinated: "Peru and Chile", "Peru's fleet and the Chilean fleet"."""
        early, late = sorted((first.start, second.start))
        between = bisect_right(self.quantities, early, key=_start)
        if between < len(self.quantities) and self.quantities[between].start < late:
            return False
        one, other = (self.tree.head(place.start, place.end) for place in (first, second))
        if one is None or other is None:
            return False
        climbed, descended = self.tree.ways(one, other)
        below = (*climbed[:-1], *descended)  # what the topmost word is to others is nothing between the two
        across = any(self.tree[word].dep == "conj" for word in below)
        return across and self.tree[climbed[-1]].pos not in VERBAL

    def first(self, place: Place) -> int | None:
        """The first word of the list that the place stands in: that of "Peru" in "Peru, Chile and Norway"."""
        word = self.tree.head(place.start, place.end)
        return None if word is None else self.tree.first(word)

    def is_opposed(self, place: Place) -> bool:
        """Whether something is said to be done against it: "against Peru", "to deter Peru", "Peru's invasion"."""
        word = self.tree.head(place.start, place.end)
        above = [] if word is None else list(self.tree.up(word))[:5]
        adverse = self.table("flows.adverse")
        return any(self.tree[step].lemma.lower() in adverse for step in above)

    def codes(self, place: Place) -> tuple[str, ...]:
        """The country that a place stands for, or both of the text's two: "the two sides"."""
        return (place.code,) if place.code else self.background.relation

    def matches(self, rules: str) -> list[Match]:
        """The matches of a set of rules in the sentence, without overlap."""
        if rules not in self._matches:
            found = self.language.rules(rules).find(self.content, self.span.start, self.span.end)
            self._matches[rules] = list(found)
        return self._matches[rules]

    def within(self, rules: str, start: int, end: int) -> list[Match]:
        """Those that lie in [start, end)."""
        matches = self.matches(rules)
        first = bisect_left(matches, start, key=_start)
        return [match for match in takewhile(lambda match: match.start < end, matches[first:]) if match.end <= end]

    def near(self, rules: str, quantity: Quantity) -> list[Match]:
        """Those that stand within reach of a quantity; in a sentence of a usual length all of them."""
        return self.within(rules, quantity.start - REACH, quantity.end + REACH)

    def ending(self, rules: str, position: int) -> Match | None:
        """A match of rules that are anchored at their end, before `position`."""
        window = max(self.span.start, position - 60)
        found = self.language.rules(rules).all(self.content, window, position)
        return next(iter(found), None)

    @cached_property
    def _breaks(self) -> list[int]:
        """Where there is punctuation, in order."""
        return [match.start() for match in _BREAK.finditer(self.content, self.span.start, self.span.end)]

    def segment(self, quantity: Quantity) -> tuple[int, int]:
        """The stretch between the punctuation on either side of the quantity."""
        before, behind = bisect_left(self._breaks, quantity.start), bisect_left(self._breaks, quantity.end)
        start = self._breaks[before - 1] + 1 if before else self.span.start
        return start, self._breaks[behind] if behind < len(self._breaks) else self.span.end

    def previous(self, quantity: Quantity) -> Quantity | None:
        """The quantity before this one in the sentence, slight ones apart."""
        others = self._others[quantity.slight]
        place = bisect_right(others[1], quantity.start)
        return others[0][place - 1] if place else None

    def following(self, quantity: Quantity) -> Quantity | None:
        """The quantity after this one in the sentence, slight ones apart."""
        others = self._others[quantity.slight]
        place = bisect_left(others[2], quantity.end)
        return others[0][place] if place < len(others[0]) else None

    @cached_property
    def _others(self) -> Mapping[bool, tuple[list[Quantity], list[int], list[int]]]:
        """Those beside which one that is slight, or is not, stands: in order, with their ends and their starts."""
        solid = [quantity for quantity in self.quantities if not quantity.slight]
        kinds = {True: list(self.quantities), False: solid}
        return {slight: (found, [q.end for q in found], [q.start for q in found]) for slight, found in kinds.items()}

    @cached_property
    def heads(self) -> Mapping[str, frozenset[int]]:
        """The words that quantities hang on the others by, those of each kind."""
        found: dict[str, set[int]] = {}
        for quantity in self.quantities:
            head = self.tree.head(*quantity.core)
            if head is not None:
                found.setdefault(quantity.kind, set()).add(head)
        return {kind: frozenset(heads) for kind, heads in found.items()}

    def room(self, quantity: Quantity) -> tuple[int, int]:
        """The stretch between the quantities on either side."""
        previous, following = self.previous(quantity), self.following(quantity)
        return previous.end if previous else self.span.start, following.start if following else self.span.end

    def table(self, name: str) -> Mapping[str, object]:
        return self.language.table(name)


def _start(thing: Match | Quantity) -> int:
    return thing.start
