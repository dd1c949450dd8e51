"""A flow is between whom a figure runs: from origin to destination, both ways between parties, or in one country."""

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.claims.figures.frame import Frame, find_frame
from verbale.claims.figures.owner import find_owner
from verbale.claims.figures.path import SUBJECTS
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.role import Role, find_role
from verbale.claims.figures.scene import Scene
from verbale.claims.figures.subject import Subject

OTHER = {"origin": "destination", "destination": "origin"}
PAIR = 2


@dataclass(frozen=True, slots=True)
class Flow:
    """Country codes; `parties` for two-way and national figures, in alphabetical order.

    `told` is the indicator that the frame gives a figure of which no other words say what it is of.
    """

    parties: tuple[str, ...] = ()
    origin: str | None = None
    destination: str | None = None
    told: str | None = None


def find_flow(scene: Scene, quantity: Quantity, subject: Subject | None) -> Flow:
    """Between whom the figure runs, as far as the sentence, its passage and the text's pair of countries settle it."""
    if subject and subject.indicator in scene.table("indicators.national"):
        return Flow(find_owner(scene, quantity, subject))
    frame = find_frame(scene, quantity, subject)
    if frame is None:
        return Flow(find_owner(scene, quantity, subject))
    if frame.gives.get("two_way"):
        return _two_way(scene, quantity, frame, subject)
    if _is_mutual(scene, frame):
        return _two_way(scene, quantity, frame, subject)
    flow = _completed(scene, frame, _ends(scene, quantity, frame))
    if flow.parties or (flow.origin and flow.destination):
        return flow
    if flow == Flow() or frame.gives.get("weak"):
        return _unsettled(scene, quantity, frame, subject)
    return flow


def _is_mutual(scene: Scene, frame: Frame) -> bool:
    """Whether what the frame's word names is said to run both ways: "mutual visits"."""
    heads = (scene.tree.head(place.start, place.end) for place in scene.unattributed if place.form == "mutual")
    return any(head is not None and scene.tree[head].head in frame.core for head in heads)


def _unsettled(scene: Scene, quantity: Quantity, frame: Frame, subject: Subject | None) -> Flow:
    """Where no place has a role: between the countries that lead the list in, or of one country alone."""
    told = frame.gives.get("told") if not frame.gives.get("abroad_only") else None
    if not scene.unattributed and len(scene.lead) == PAIR:
        return Flow(tuple(sorted(scene.lead)), told=told)
    owner = find_owner(scene, quantity, subject)
    if frame.gives.get("home") and frame.gives["agent"] == "origin" and len(owner) == 1:
        return Flow(origin=owner[0])
    return Flow(owner, told=told)


def _ends(scene: Scene, quantity: Quantity, frame: Frame) -> dict[str, list[Role]]:
    """The places that stand for each end, the nearest first and those of its own argument alone."""
    roles = [role for place in scene.unattributed if place.form != "mutual" if (role := find_role(scene, frame, place))]
    word = scene.tree[frame.word].start
    left, right = scene.room(quantity)
    shared = word < left  # the frame of the figure before, whose own places stand beside that

    def rank(role: Role) -> tuple[int, bool, bool, int]:
        start = role.place.start
        return role.level, shared and not left <= start < right, shared and start < quantity.start, abs(start - word)

    ends: dict[str, list[Role]] = {}
    for role in sorted(roles, key=rank):
        held = ends.get(role.end, [])
        taken = {other.place.code for end, others in ends.items() if end != role.end for other in others}
        if role.place.code not in taken and (not held or role.argument == held[0].argument):
            ends[role.end] = [*held, role]
    return ends


def _two_way(scene: Scene, quantity: Quantity, frame: Frame, subject: Subject | None) -> Flow:
    """Between the two that are named with it; else between the text's own two, one of whom may be named."""
    relation = scene.background.relation
    places = [place for place in scene.unattributed if find_role(scene, frame, place)]
    codes = list(dict.fromkeys(code for place in places for code in scene.codes(place)))
    if len(codes) == PAIR:
        return Flow(tuple(sorted(codes)), told=frame.gives.get("told"))
    if len(codes) == 1 and scene.spoken and scene.spoken not in codes:
        return Flow(tuple(sorted((codes[0], scene.spoken))))
    if not scene.unattributed and len(scene.lead) == PAIR:
        return Flow(tuple(sorted(scene.lead)), told=frame.gives.get("told"))
    if quantity.kind == "count" and not places:
        return Flow(find_owner(scene, quantity, subject))
    if len(codes) < PAIR and len(relation) == PAIR and set(codes) <= set(relation):
        return Flow(tuple(sorted(relation)), told=frame.gives.get("told"))
    return Flow()


def _completed(scene: Scene, frame: Frame, ends: dict[str, list[Role]]) -> Flow:
    """The flow with what the frame leaves open filled in, where the text leaves one answer."""
    agent = str(frame.gives["agent"])
    codes = {end: _codes(scene, roles) for end, roles in ends.items()}
    if any(len(found) > 1 for found in codes.values()):
        return Flow(tuple(sorted({code for found in codes.values() for code in found}))) if len(codes) == 1 else Flow()
    known = {end: found[0] for end, found in codes.items()}
    if agent not in known and frame.makes and not _is_told(scene, frame):
        known |= _filled(agent, _agent(scene, frame, known.get(OTHER[agent])))
    if frame.gives.get("partner") and OTHER[agent] not in known and agent in known and not _is_elsewhere(scene, frame):
        known |= _filled(OTHER[agent], _partner(scene, known[agent]))
    if not known:
        return Flow()
    foreign = len(known) == PAIR or known.get("destination") not in (None, scene.background.home)
    told = frame.gives.get("told") if foreign or not frame.gives.get("abroad_only") else None
    return Flow((), known.get("origin"), known.get("destination"), told)


def _codes(scene: Scene, roles: Sequence[Role]) -> list[str]:
    return list(dict.fromkeys(code for role in roles for code in scene.codes(role.place)))


def _filled(end: str, code: str | None) -> dict[str, str]:
    return {end: code} if code else {}


def _is_told(scene: Scene, frame: Frame) -> bool:
    """Whether somebody is named as agent of whom one cannot say for whom he acts: "The World Bank will …"."""
    own = scene.tree.children(frame.word, SUBJECTS)
    subjects = [*own, *(frame.doers if frame.makes == "doer" else ())]
    return any(scene.tree[word].pos == "PROPN" and not _is_official(scene, word) for word in subjects)


def _is_official(scene: Scene, word: int) -> bool:
    """Whether it is somebody's name in a state's own text, where officials whose country nobody tells are its own."""
    return scene.background.home is not None and scene.tree[word].entity == "PERSON"


def _agent(scene: Scene, frame: Frame, partner: str | None) -> str | None:
    """Who acts where nobody is named: the other of the text's two, else whose text it is."""
    if partner is None:
        official = any(_is_official(scene, word) for word in frame.doers)
        if official and frame.gives.get("home"):
            return scene.background.home
        return scene.topic if scene.topic and not scene.unattributed else None
    other = _partner(scene, partner)
    home = scene.background.home if frame.gives.get("home") else None
    return other or (home if home != partner else None)


def _partner(scene: Scene, code: str) -> str | None:
    """The other of the two countries that the text is about."""
    relation = scene.background.relation
    return next((c for c in relation if c != code), None) if len(relation) == PAIR and code in relation else None


def _is_elsewhere(scene: Scene, frame: Frame) -> bool:
    """Whether it is said to go to others than the text's two: "to developing countries"."""
    heads = (scene.tree.head(match.start, match.end) for match in scene.matches("flows.regions"))
    return any(_first(scene, frame, head) in frame.core for head in heads if head is not None)


def _first(scene: Scene, frame: Frame, word: int) -> int | None:
    """The first word above it that belongs to the frame."""
    return next((step for step in scene.tree.up(word) if step in frame.core or step in frame.governors), None)
