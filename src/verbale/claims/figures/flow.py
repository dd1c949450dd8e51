"""A flow is between whom a figure runs: from origin to destination, both ways between parties, or in one country.

It is read in one order: the frame that tells what happens gives the places of its sentence their ends (`ends`); what it
leaves open is filled, if by anything (`gap`); where there is no frame the figure is somebody's own (`owner`).
"""

from dataclasses import dataclass, replace

from verbale.claims.figures.ends import ADJECTIVES, ORGAN, Ends, find_ends, without_mixed
from verbale.claims.figures.frame import Frame, find_frames, framed
from verbale.claims.figures.gap import find_agent, find_goal
from verbale.claims.figures.owner import find_owner
from verbale.claims.figures.path import VERBAL
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.role import OWN, find_role
from verbale.claims.figures.scene import Scene
from verbale.claims.figures.subject import Subject, seat

PAIR = 2
WORLD = "WLD"


@dataclass(frozen=True, slots=True)
class Flow:
    """Country codes; `parties` for two-way and national figures, in alphabetical order.

    `told` is the indicator that the frame gives a figure of which no other words say what it is of, `worth` that of a
    sum which what the figure counts is worth.
    """

    parties: tuple[str, ...] = ()
    origin: str | None = None
    destination: str | None = None
    told: str | None = None
    worth: str | None = None

    @property
    def known(self) -> bool:
        return bool(self.parties or self.origin or self.destination)

    def fits(self, other: "Flow") -> bool:
        """Whether the other has the same ends, where this one has any."""
        return self.origin in (None, other.origin) and self.destination in (None, other.destination)

    @property
    def complete(self) -> bool:
        """Whether it runs from one country to another."""
        return bool(self.origin and self.destination)


def find_flow(scene: Scene, quantity: Quantity, subject: Subject | None, before: Flow | None = None) -> Flow:
    """Between whom the figure runs, as far as the sentence, its passage and the text's pair of countries settle it.

    `before` is the flow of the figure before it in the sentence.
    """
    if subject and subject.indicator in scene.table("indicators.national"):
        return Flow(find_owner(scene, quantity, subject))
    frames = find_frames(scene, quantity, subject)
    if not frames:
        return _bare(scene, quantity) or _owned(scene, quantity, subject)
    frame = frames[0]
    if frame.gives.get("two_way") or _is_mutual(scene, frame):
        return _two_way(scene, quantity, frame, subject)
    return _directed(scene, quantity, frames, subject, before)


def find_flow_of_sentence(scene: Scene) -> Flow:
    """Between whom what the sentence tells of runs, without a figure of its own: "Peru will give Chile:"."""
    for match in reversed(scene.matches("flows.frames")):
        word = scene.tree.head(match.start, match.end)
        if word is not None and not match.get("two_way"):
            frame = framed(scene, match.rule.gives, word, frozenset({word}))
            flow = _completed(scene, None, frame, find_ends(scene, None, frame), None)
            if flow.origin or flow.destination:
                return flow
    return Flow()


def _directed(
    scene: Scene, quantity: Quantity, frames: list[Frame], subject: Subject | None, before: Flow | None
) -> Flow:
    """From an origin to a destination, by the nearest frame and those that tell the end which it leaves open."""
    frame = frames[0]
    ends = find_ends(scene, quantity, frame)
    for other in frames[1:] if frame.gives.get("weak") or frame.gives.get("light") else ():
        ends = ends if other.gives.get("two_way") else ends.added(find_ends(scene, quantity, other))
    flow = _completed(scene, quantity, frame, ends, before)
    if frame.gives.get("weak") and not flow.complete:
        frame, flow = _firmer(scene, quantity, frames, flow, before)
    flow = replace(flow, told=_told(scene, quantity, frame, flow), worth=frame.gives.get("of_money"))
    if flow.parties or flow.complete:
        return flow
    if before and before.complete and _goes_on(scene, quantity, frame) and flow.fits(before):
        return replace(flow, origin=before.origin, destination=before.destination)
    weak = bool(frame.gives.get("weak"))
    return _unsettled(scene, quantity, frame, subject) if weak or not (flow.known or ends.roles) else flow


def _firmer(
    scene: Scene, quantity: Quantity, frames: list[Frame], flow: Flow, before: Flow | None
) -> tuple[Frame, Flow]:
    """The frame that tells both ends where the nearest does not: "is delivering supplies worth $3 million to Peru"."""
    for frame in frames[1:]:
        if not frame.gives.get("two_way"):
            other = _completed(scene, quantity, frame, find_ends(scene, quantity, frame), before)
            if other.complete and flow.fits(other):
                return frame, other
    return frames[0], flow


def _goes_on(scene: Scene, quantity: Quantity, frame: Frame) -> bool:
    """Whether the frame is that of the figure before, or joined to it: "sent 5 tonnes to Peru and shipped 4 tonnes"."""
    previous = scene.previous(quantity)
    joined = scene.tree[frame.word].dep == "conj" and scene.tree[frame.word].pos in VERBAL
    return previous is not None and (joined or scene.tree[frame.word].start < previous.start)


def _completed(scene: Scene, quantity: Quantity | None, frame: Frame, ends: Ends, before: Flow | None) -> Flow:
    """The flow with what the frame leaves open filled in, where the text leaves one answer."""
    pure = without_mixed(scene, ends)
    agents = pure.codes(scene, ends.agent)
    goals = pure.codes(scene, ends.goal)
    if len(agents) > 1 and goals in ((), (WORLD,)):
        return Flow(tuple(sorted(agents)))
    if len(goals) > 1 and not agents:
        return Flow(tuple(sorted(goals)))
    known = pure.known(scene)
    if ends.agent not in known and (agent := find_agent(scene, quantity, frame, pure, known.get(ends.goal))):
        known[ends.agent] = agent
    mixed = ends.goal in ends.roles and ends.goal not in pure.roles
    if ends.goal not in known and ends.agent in known and not mixed:
        goal = find_goal(scene, frame, pure, known[ends.agent], before.destination if before else None)
        known |= {ends.goal: goal} if goal else {}
    if not known or known.get("origin") == known.get("destination"):
        return Flow()
    if known == {"destination": scene.background.home} and _is_spent_at_home(scene, frame):
        return Flow(origin=scene.background.home)  # "$3 million to our farmers"
    told = _told_abroad(scene, frame, pure, known.get("destination"))
    return Flow((), known.get("origin"), known.get("destination"), told)


def _is_spent_at_home(scene: Scene, frame: Frame) -> bool:
    """Whether a state that speaks of itself alone gives to its own, by its organs or by what states do."""
    acts = any(place.form == ORGAN and scene.is_subject(place) for place in scene.unattributed)
    return scene.background.domestic and (bool(frame.gives.get("home")) or acts)


def _told_abroad(scene: Scene, frame: Frame, ends: Ends, destination: str | None) -> str | None:
    """The indicator that the frame tells, some only of what goes abroad, and of firms another."""
    if ends.firm and frame.gives.get("of_firms"):
        return str(frame.gives["of_firms"])
    told = frame.gives.get("told")
    return told if not frame.gives.get("abroad_only") or _goes_abroad(scene, destination) else None


def _goes_abroad(scene: Scene, destination: str | None) -> bool:
    """Whether what is given goes to another country, or there is word of others there."""
    home = scene.background.home
    if scene.background.domestic or (home and destination == home):
        return False
    others = {place.code for place in scene.unattributed if place.code} | scene.before
    told = destination or not home or others - {home} or scene.matches("flows.regions")
    return bool(told) or not scene.background.aloud


def _told(scene: Scene, quantity: Quantity, frame: Frame, flow: Flow) -> str | None:
    """The indicator that the frame tells of such a quantity: a sum of money is no tariff, nor are people aid.

    Things are what their frame makes of them, aid only where it is known to whom they are given.
    """
    if quantity.kind == "count":
        given = flow.destination and quantity.unit not in scene.table("flows.people")
        return flow.told if frame.gives.get("of_counts") or given else None
    return str(frame.gives["of_money"]) if quantity.kind == "money" and "of_money" in frame.gives else flow.told


def _owned(scene: Scene, quantity: Quantity, subject: Subject | None) -> Flow:
    """Of one country, or two: a sum that is told in a state's own text and is nobody else's comes from that state."""
    owner = find_owner(scene, quantity, subject)
    return Flow(origin=owner[0]) if _is_spent(scene, quantity, subject, owner) else Flow(owner)


def _is_spent(scene: Scene, quantity: Quantity, subject: Subject | None, owner: tuple[str, ...]) -> bool:
    """Whether it is money that its owner gives out: the state whose own text it is, or who acts in the sentence."""
    national = subject and subject.indicator and subject.indicator not in scene.table("indicators.spent")
    if quantity.kind != "money" or len(owner) != 1 or national:
        return False
    acts = any(p.code == owner[0] and p.form != "self" and scene.is_subject(p) for p in scene.unattributed)
    return acts or owner == (scene.background.home,)


def _unsettled(scene: Scene, quantity: Quantity, frame: Frame, subject: Subject | None) -> Flow:
    """Where no place has a role: between the countries that lead the list in, or of one country alone."""
    told = frame.gives.get("told") if not frame.gives.get("abroad_only") else None
    if not scene.unattributed and len(scene.lead) == PAIR:
        return Flow(tuple(sorted(scene.lead)), told=told)
    owner = find_owner(scene, quantity, subject)
    if frame.gives.get("home") and frame.gives["agent"] == "origin":
        return Flow(origin=owner[0]) if owner == (scene.background.home,) else Flow()
    return Flow(origin=owner[0], told=told) if _is_spent(scene, quantity, subject, owner) else Flow(owner, told=told)


def _bare(scene: Scene, quantity: Quantity) -> Flow | None:
    """A sum of money for a country, of which no word says what it is: "$3 billion for Peru"."""
    place = seat(scene, quantity)
    if place is None or quantity.kind != "money":
        return None
    frame = framed(scene, scene.table("flows.bare"), place, frozenset({place}))
    ends = find_ends(scene, quantity, frame)
    near = [r for r in ends.roles.get(ends.goal, ()) if r.level == OWN and scene.tree[r.argument].head == place]
    codes = {role.place.code for role in near}
    return Flow(destination=codes.pop(), told=str(frame.gives["told"])) if len(codes) == 1 and codes != {""} else None


def _is_mutual(scene: Scene, frame: Frame) -> bool:
    """Whether what the frame's word names is said to run both ways: "mutual visits"."""
    forms = ADJECTIVES if frame.gives.get("both_ways") else ("joint",)
    heads = (scene.tree.head(place.start, place.end) for place in scene.unattributed if place.form in forms)
    return any(head is not None and scene.tree[head].head in frame.core for head in heads)


def _two_way(scene: Scene, quantity: Quantity, frame: Frame, subject: Subject | None) -> Flow:
    """Between the two that are named with it; else between the text's own two, one of whom may be named."""
    told = frame.gives.get("told") if quantity.kind != "count" else None
    places = [place for place in scene.unattributed if find_role(scene, frame, place)]
    codes = {code for place in places for code in scene.codes(place)}
    named = {place.code for place in scene.unattributed if place.code and place.form != "world"}
    if quantity.kind == "count" and len(codes) < PAIR and len(named) < PAIR and not _is_shared(scene):
        return Flow(find_owner(scene, quantity, subject))
    pair = _pair(scene, codes, named)
    return Flow(tuple(sorted(pair)), told=told) if pair else Flow()


def _is_shared(scene: Scene) -> bool:
    """Whether the sentence speaks of two together, or of whom its list is led in by."""
    return any(not place.code for place in scene.unattributed) or (not scene.unattributed and len(scene.lead) == PAIR)


def _pair(scene: Scene, codes: set[str], named: set[str]) -> set[str]:
    """The two between whom it runs: those with a part in it, the sentence's, who speaks, the list's, the text's."""
    spoken = {*codes, scene.spoken} if scene.spoken and len(codes) == 1 else set()
    lead = set(scene.lead) if not scene.unattributed else set()
    relation = set(scene.background.relation) if codes <= set(scene.background.relation) else set()
    options = (codes, named if len(codes) == 1 else set(), spoken, lead, relation)
    return next((set(pair) for pair in options if len(pair) == PAIR), set())
