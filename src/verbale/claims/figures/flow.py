"""A flow is between whom a figure runs: from origin to destination, both ways between parties, or in one country."""

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.role import Role, find_role
from verbale.claims.figures.scene import Place, Scene
from verbale.claims.figures.subject import Subject
from verbale.lang.match import Match

BESIDE = 30  # characters between a figure and what it is of
POSSESSED = 3  # characters from a possessor to what is its own
ARTICLED = 2  # words between a figure and the country it is of: "760 from the Philippines"
GOODS = 12  # characters between a figure and the nationality of what it is of: "$3 billion in Brazilian coffee"


@dataclass(frozen=True, slots=True)
class Flow:
    """Country codes; `parties` for two-way and national figures, in alphabetical order."""

    parties: tuple[str, ...] = ()
    origin: str | None = None
    destination: str | None = None


def find_flow(scene: Scene, quantity: Quantity, subject: Subject | None) -> Flow:
    """Between whom the figure runs, as far as the sentence and the text's pair of countries settle it."""
    if subject and subject.indicator in scene.table("indicators.national"):
        return _national(scene, quantity, subject)
    frame = _frame(scene, quantity, subject)
    if frame and frame.get("parties"):
        return _two_way(scene, quantity)
    directed = _completed(scene, quantity, frame, _directed(scene, quantity, frame)) if frame else Flow()
    if directed != Flow():
        return directed
    national = _national(scene, quantity, subject)
    if frame and not frame.get("weak") and national.parties:
        country = national.parties[0]
        return Flow(origin=country) if frame["agent"] == "origin" else Flow(destination=country)
    return national


def _frame(scene: Scene, quantity: Quantity, subject: Subject | None) -> Match | None:
    """The frame whose word names the subject; else the nearest before the figure, or behind it, in its room."""
    frames = [frame for frame in scene.matches("figures.frames") if _serves(frame, subject)]
    own = [frame for frame in frames if subject and subject.start <= frame.start < subject.end]
    if subject and subject.two_way:
        return own[-1] if own else None
    left, right = scene.room(quantity)
    ways = [frame for frame in frames if not frame.get("parties")]
    before = [frame for frame in ways if left <= frame.start < quantity.start]
    special = [frame for frame in before if frame.get("indicator") or frame.get("turns")]
    own = [frame for frame in own if not frame.get("parties")]
    if special or (own and not own[-1].get("weak")):
        return (special or own)[-1]
    behind = [frame for frame in ways if quantity.end <= frame.start < right]
    if behind and _is_of(scene, quantity, behind[0]):
        return behind[0]
    if subject is None or quantity.kind == "count":
        return _unnamed(scene, quantity, ways, before)
    if before or behind:
        return before[-1] if before else behind[0]
    earlier = [frame for frame in ways if frame.start < quantity.start]
    return earlier[-1] if earlier else None


def _unnamed(scene: Scene, quantity: Quantity, ways: Sequence[Match], before: Sequence[Match]) -> Match | None:
    """The frame of a figure whose subject has no indicator: in its segment, or that of a like figure before it."""
    if before:
        return before[-1] if scene.segment(quantity)[0] <= before[-1].start else None
    previous = scene.previous(quantity)
    if previous is None or previous.kind != quantity.kind or quantity.kind == "count":
        return None
    return next((frame for frame in reversed(ways) if frame.start < previous.start), None)


def _is_of(scene: Scene, quantity: Quantity, frame: Match) -> bool:
    """Whether the frame's word is what the figure is of: "$3 billion of new access"."""
    gap = scene.content[quantity.end : frame.start]
    return len(gap) <= BESIDE and not scene.within("figures.breaks", quantity.end, frame.start)


def _serves(frame: Match, subject: Subject | None) -> bool:
    """Whether the frame may hold for the subject: some are of one indicator alone."""
    only = frame.get("indicator")
    return only is None or (subject is not None and subject.indicator == only)


def _two_way(scene: Scene, quantity: Quantity) -> Flow:
    relation = scene.background.relation
    codes = _distinct(_near(scene, quantity))
    if len(codes) == 2:
        return Flow(parties=tuple(sorted(codes)))
    if len(codes) == 1 and scene.spoken and scene.spoken not in codes:
        return Flow(parties=tuple(sorted((codes[0], scene.spoken))))
    if len(codes) < 2 and len(relation) == 2 and set(codes) <= set(relation):
        return Flow(parties=tuple(sorted(relation)))
    return Flow()


def _unattributed(scene: Scene) -> list[Place]:
    """The places of the sentence that do not name a source of statistics."""
    sources = [m.groups["who"] for m in scene.matches("figures.attributions")]
    return [p for p in scene.places if not any(a <= p.start < b for a, b in sources)]


def _near(scene: Scene, quantity: Quantity) -> list[Place]:
    """The places of the figure's room; those before it in the sentence where there are none."""
    places = _unattributed(scene)
    left, right = scene.room(quantity)
    return [p for p in places if left <= p.start < right] or [p for p in places if p.start < quantity.start]


def _directed(scene: Scene, quantity: Quantity, frame: Match) -> Flow:
    """The roles of the countries in the frame, those nearest to it first."""
    ends: dict[str, str] = {}
    places = [place for place in _unattributed(scene) if not _apart(scene, frame, place)]
    left, right = scene.room(quantity)
    shares = frame.start < left  # the frame of the figure before, so that its own places stand beside it
    ranks = {p: (shares and not left <= p.start < right, shares and p.start < quantity.start) for p in places}
    for place in sorted(places, key=lambda p: (*ranks[p], abs(p.start - frame.start))):
        end = _end(scene, quantity, frame, place)
        if end and end not in ends and place.code not in ends.values():
            ends[end] = place.code
    return Flow(origin=ends.get("origin"), destination=ends.get("destination"))


def _apart(scene: Scene, frame: Match, place: Place) -> bool:
    """Whether the place stands before the clause of the frame: "Norway told Brazil that Peru …".

    Where that clause names nobody, it is told of whoever tells it: "Norway said that it …".
    """
    marks = [m.end for m in scene.matches("figures.clauses") if m.start < frame.start]
    if not marks or place.start >= marks[-1]:
        return False
    named = any(marks[-1] <= other.start < frame.start for other in scene.places)
    return named or not find_role(scene, place).subject


def _end(scene: Scene, quantity: Quantity, frame: Match, place: Place) -> str | None:
    """Which end of the flow the place is: as the nationality of goods, behind a preposition, as agent or as object."""
    role = find_role(scene, place)
    if place.form == "self" and role.preposition and role.qualifies:  # "the help of our partners"
        return None
    if frame.get("goods") and _is_of_goods(scene, quantity, frame, place, role):
        return str(frame["goods"])
    if role.qualifies and (_right_behind(scene, quantity, place, role) or _stands_before(frame, place)):
        return str(frame["agent"])
    if role.preposition and (not role.possessive or place.start > frame.start):
        return None if _is_of_another(scene, frame, place) else _string(frame.get(role.preposition))
    if role.object and place.start > frame.start and place.form != "self":
        return _string(frame.get("object"))
    early = place.start < frame.start or role.possessive
    if early and not role.object and place.start < max(frame.start, quantity.start):
        return str(frame["agent"])
    return None


def _is_of_another(scene: Scene, frame: Match, place: Place) -> bool:
    """Whether the place belongs to a frame before: "it exports fish to Peru and imports timber"."""
    others = (other for other in scene.matches("figures.frames") if other.rule.id != frame.rule.id)
    return any(other.start < place.start < frame.start for other in others)


def _stands_before(frame: Match, place: Place) -> bool:
    """Whether the place qualifies the frame's own word: "Brazilian exports"."""
    return place.form == "demonym" and 0 <= frame.start - place.end <= 2


def _right_behind(scene: Scene, quantity: Quantity, place: Place, role: Role) -> bool:
    """Whether the place qualifies what the figure is of: "$3 billion in Brazilian coffee"."""
    near = 0 <= place.start - quantity.end <= GOODS
    return (
        near and role.qualifies and (role.preposition is None or role.preposition in scene.table("figures.genitives"))
    )


def _string(value: object) -> str | None:
    return None if value is None else str(value)


def _is_of_goods(scene: Scene, quantity: Quantity, frame: Match, place: Place, role: Role) -> bool:
    """Whether the place says where the goods or travellers are from: behind figure or frame, or right before the frame.

    In "Brazilian imports of Peruvian copper" that is the second.
    """
    if _right_behind(scene, quantity, place, role) or _behind_frame(scene, frame, place, role):
        return True
    others = (other for other in scene.places if other.start > place.start)
    told = any(_behind_frame(scene, frame, other, find_role(scene, other)) for other in others)
    return _stands_before(frame, place) and not told


def _behind_frame(scene: Scene, frame: Match, place: Place, role: Role) -> bool:
    """Whether the place qualifies what the frame's word is of: "imports of Peruvian copper"."""
    genitive = scene.table("figures.genitives").get(role.preposition or "")
    directed = frame.get("goods") != frame["agent"]
    return directed and role.qualifies and bool(genitive) and place.start > frame.start


def _completed(scene: Scene, quantity: Quantity, frame: Match, flow: Flow) -> Flow:
    """The flow with its open end filled by the other of the two countries that the text is about."""
    relation = scene.background.relation
    known = flow.origin or flow.destination
    if len(relation) != 2 or known not in relation or (flow.origin and flow.destination):
        return flow
    other = next(code for code in relation if code != known)
    if frame.get("weak") and any(
        p.code == other and p.start < quantity.start and find_role(scene, p).subject for p in scene.places
    ):
        return Flow(parties=(known,))
    return Flow(origin=flow.origin or other, destination=flow.destination or other)


def _national(scene: Scene, quantity: Quantity, subject: Subject | None = None) -> Flow:
    """The one country whose figure it is, or what the passage has spoken of alone."""
    near = [place for place in _near(scene, quantity) if not _is_held(scene, place)]
    places = [place for place in near if place.form != "self"] or near
    own = [place for place in places if _is_own(scene, quantity, subject, place)]
    before = [place for place in places if place.start < quantity.end]
    staying = [place for place in before if _stays(scene, find_role(scene, place))]
    chosen = own[-1:] or staying[-1:] or before[-1:] or places[:1]
    if chosen:
        return Flow(parties=(chosen[0].code,))
    return Flow(parties=(scene.topic,)) if scene.topic and not scene.places else Flow()


def _is_own(scene: Scene, quantity: Quantity, subject: Subject | None, place: Place) -> bool:
    """Whether the place says whose figure it is: in its words, right behind it, or right before what it is of."""
    if quantity.start <= place.start < quantity.end:
        return True
    if quantity.end <= place.start:
        gap = scene.content[quantity.end : place.start].split()
        return len(gap) <= ARTICLED and bool(gap) and gap[0].lower() in scene.table("figures.belonging")
    return subject is not None and 0 <= subject.start - place.end <= POSSESSED and place.end <= quantity.start


def _stays(scene: Scene, role: Role) -> bool:
    """Whether the place is not just what something goes to, or is done to: "Peru's debt to Norway"."""
    return not role.object and role.preposition not in scene.table("figures.away")


def _is_held(scene: Scene, place: Place) -> bool:
    """Whether another country owns what stands at the place: "Norway's Ghana base"."""
    return any(0 < place.start - p.end <= POSSESSED and find_role(scene, p).possessive for p in scene.places)


def _distinct(places: Sequence[Place]) -> list[str]:
    return list(dict.fromkeys(place.code for place in places))
