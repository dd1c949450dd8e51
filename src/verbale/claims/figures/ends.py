"""The ends of a flow are the places that its frame gives them in the sentence: who gives and who gets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from verbale.claims.figures.frame import Frame
from verbale.claims.figures.path import VERBAL
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.role import OWN, Role, find_role
from verbale.claims.figures.scene import Place, Scene

OTHER = {"origin": "destination", "destination": "origin"}
ACTS = frozenset({"subject", "doer", "by"})  # where whoever acts stands in any case
ADJECTIVES = frozenset({"mutual", "joint"})  # what adjectives say of two: no place of their own
FIRM, ORGAN = "firm", "organ"  # a state's own organs are asked for money, and given none from abroad


@dataclass(frozen=True)
class Ends:
    """The roles that stand for each end, the nearest first and with it those coordinated with it.

    `agent` is the end that acts, `goal` the other.
    """

    agent: str
    roles: Mapping[str, Sequence[Role]]

    @property
    def goal(self) -> str:
        return OTHER.get(self.agent, "")

    @property
    def agents(self) -> Sequence[Role]:
        return self.roles.get(self.agent, ())

    @property
    def firm(self) -> bool:
        """Whether a firm acts, rather than a state."""
        return any(role.place.form == FIRM for role in self.agents)

    def codes(self, scene: Scene, end: str) -> tuple[str, ...]:
        """The countries at an end, each once."""
        roles = self.roles.get(end, ())
        return tuple(dict.fromkeys(code for role in roles for code in scene.codes(role.place)))

    def known(self, scene: Scene) -> dict[str, str]:
        """The ends at which there is one country."""
        codes = {end: self.codes(scene, end) for end in self.roles}
        return {end: found[0] for end, found in codes.items() if len(found) == 1}

    def added(self, others: "Ends") -> "Ends":
        """With those of another frame where this one has none."""
        return Ends(self.agent, {**others.roles, **self.roles})


def find_ends(scene: Scene, quantity: Quantity | None, frame: Frame) -> Ends:
    """Who stands at each end of the frame; places beside the figure count before those beside the one before it."""
    places = [place for place in scene.unattributed if place.form not in ADJECTIVES]
    roles = [role for place in places if (role := find_role(scene, frame, place))]
    roles += _beside(scene, roles, places)
    roles = [role for role in roles if role.place.form != ORGAN or role.end == frame.gives.get("agent")]
    word = scene.tree[frame.word].start
    left, right = scene.room(quantity) if quantity else (word, scene.span.end)
    shared = quantity is not None and word < left
    here = quantity.start if quantity else word

    def rank(role: Role) -> tuple[int, bool, bool, int]:
        start = role.place.start
        return role.level, shared and not left <= start < right, shared and start < here, abs(start - word)

    return _ordered(scene, frame, sorted(roles, key=rank))


def _beside(scene: Scene, roles: Sequence[Role], places: Sequence[Place]) -> list[Role]:
    """Those who act together with somebody whose role is known: "Peru, Chile and Norway have pledged"."""
    known = {role.place for role in roles}
    acting = {scene.first(role.place): role for role in roles if role.label in ACTS}
    others = [(scene.first(place), place) for place in places if place not in known]
    return [replace(acting[first], place=place) for first, place in others if first is not None and first in acting]


def _ordered(scene: Scene, frame: Frame, roles: Sequence[Role]) -> Ends:
    """The nearest role of each end; nobody stands at both, and who acts is no goal."""
    agent = str(frame.gives.get("agent", ""))
    doing = _doing(agent, roles)
    ends: dict[str, list[Role]] = {}
    for role in roles:
        held = ends.get(role.end, [])
        taken = {other.place.code for end, others in ends.items() if end != role.end for other in others}
        taken |= doing if role.end != agent else set()
        joined = bool(held) and scene.joined(held[0].place, role.place)
        if role.place.code not in taken and (not held or joined):
            ends[role.end] = [*held, role]
    return Ends(agent, ends)


def _doing(agent: str, roles: Sequence[Role]) -> set[str]:
    """The codes of those who act, unless the frame's own words name another agent."""
    agents = [role for role in roles if role.end == agent]
    if any(role.label not in ACTS and role.level <= OWN for role in agents):
        return set()
    return {role.place.code for role in agents if role.label in ACTS}


def without_mixed(scene: Scene, ends: Ends) -> Ends:
    """Without a goal that is not the only one: "to Peru and other countries", "for Peru and for our own ships"."""
    own = {role.place.code for role in ends.agents}
    kept = {end: roles for end, roles in ends.roles.items() if end == ends.agent or not _is_mixed(scene, roles[0], own)}
    return Ends(ends.agent, kept)


def _is_mixed(scene: Scene, role: Role, doing: set[str]) -> bool:
    """Whether it goes to others as well."""
    tree = scene.tree
    word = tree.head(role.place.start, role.place.end)
    if word is None:
        return False
    if any(place.code in doing and scene.joined(role.place, place) for place in scene.unattributed):
        return True
    if tree[word].dep not in ("pobj", "dobj", "dative"):
        return False
    parts = [step for step in list(tree.up(word))[:2] if tree[step].pos not in VERBAL]
    conjuncts = [child for step in parts for child in tree.children(step) if tree[child].dep == "conj"]
    nominal = [child for child in conjuncts if tree[child].pos in ("NOUN", "PROPN", "ADP") and child > word]
    same = [place for place in scene.unattributed if place.code == role.place.code]
    held = {tree.head(place.start, place.end) for place in same}
    return any(held.isdisjoint(tree.below(child)) for child in nominal)
