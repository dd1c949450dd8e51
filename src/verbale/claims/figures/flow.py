"""A flow is between whom a figure runs: from origin to destination, both ways between parties, or in one country."""

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Place, Scene
from verbale.claims.figures.subject import Subject
from verbale.lang.match import Match

REACH = 60  # characters before a country in which its preposition stands


@dataclass(frozen=True, slots=True)
class Flow:
    """Country codes; `parties` for two-way and national figures, in alphabetical order."""

    parties: tuple[str, ...] = ()
    origin: str | None = None
    destination: str | None = None


def find_flow(scene: Scene, quantity: Quantity, subject: Subject | None) -> Flow:
    """Between whom the figure runs, as far as the sentence and the text's pair of countries settle it."""
    if subject and subject.indicator in scene.table("indicators.national"):
        return _national(scene, quantity)
    frame = _frame(scene, quantity, subject)
    if frame is None:
        return _national(scene, quantity)
    if frame.get("parties"):
        return _two_way(scene, quantity, subject)
    return _completed(scene, _directed(scene, quantity, frame))


def _frame(scene: Scene, quantity: Quantity, subject: Subject | None) -> Match | None:
    """The frame whose word names the subject, else the one nearest to the figure in its room."""
    frames = scene.matches("figures.frames")
    if subject:
        own = [frame for frame in frames if subject.start <= frame.start < subject.end]
        if own and not (own[-1].get("parties") and not subject.two_way):
            return own[-1]
    left, right = scene.room(quantity)
    near = [frame for frame in frames if left <= frame.start < right and not frame.get("parties")]
    if not near and scene.previous(quantity) is not None:
        near = [frame for frame in frames if frame.start < quantity.start and not frame.get("parties")]
    return min(near, key=lambda frame: abs(frame.start - quantity.start), default=None)


def _two_way(scene: Scene, quantity: Quantity, subject: Subject | None) -> Flow:
    relation = scene.background.relation
    codes = _distinct(_near(scene, quantity))
    if len(codes) == 2:
        return Flow(parties=tuple(sorted(codes)))
    if len(codes) < 2 and len(relation) == 2 and set(codes) <= set(relation):
        return Flow(parties=tuple(sorted(relation)))
    if len(codes) == 1 and scene.spoken and scene.spoken not in codes:
        return Flow(parties=tuple(sorted((codes[0], scene.spoken))))
    return Flow()


def _near(scene: Scene, quantity: Quantity) -> list[Place]:
    """The places of the figure's room, attributions apart; of the whole sentence where there are none."""
    sources = [m.groups["who"] for m in scene.matches("figures.attributions")]
    places = [p for p in scene.places if not any(a <= p.start < b for a, b in sources)]
    left, right = scene.room(quantity)
    return [p for p in places if left <= p.start < right] or [p for p in places if p.start < quantity.start]


def _directed(scene: Scene, quantity: Quantity, frame: Match) -> Flow:
    """The roles of the countries in the frame's sentence, nearest to the frame first."""
    roles: dict[str, str] = {}
    for place in sorted(scene.places, key=lambda place: abs(place.start - frame.start)):
        role = _role(scene, quantity, frame, place)
        if role and role not in roles and place.code not in roles.values():
            roles[role] = place.code
    return Flow(origin=roles.get("origin"), destination=roles.get("destination"))


def _role(scene: Scene, quantity: Quantity, frame: Match, place: Place) -> str | None:
    """What the frame says of a country: by the preposition before it, as the nationality of goods, or as agent."""
    if any(a <= place.start < b for a, b in (m.groups["who"] for m in scene.matches("figures.attributions"))):
        return None
    word = _preposition(scene, place)
    adjective = place.form == "demonym"
    if adjective and frame.get("goods") and _qualifies_goods(scene, quantity, frame, place):
        return str(frame["goods"])
    if word and word in frame.rule.gives:
        return str(frame[word]) if place.start > scene.span.start else None
    if word is None and place.start < max(frame.start, quantity.start):
        return str(frame["agent"])
    return None


def _preposition(scene: Scene, place: Place) -> str | None:
    """The preposition that governs the place: right before it, or before what it is coordinated with."""
    window = max(scene.span.start, place.start - REACH)
    for found in scene.language.rules("figures.prepositions").all(scene.content, window, place.start):
        start, end = found.groups["word"]
        return scene.content[start:end].lower()
    return None


def _qualifies_goods(scene: Scene, quantity: Quantity, frame: Match, place: Place) -> bool:
    """Whether the adjective stands before the goods: right behind the figure, or right before the frame's word."""
    beside = 0 <= frame.start - place.end <= 2
    return beside or 0 <= place.start - quantity.end <= 12


def _completed(scene: Scene, flow: Flow) -> Flow:
    """The flow with its open end filled by the other of the two countries that the text is about."""
    relation = scene.background.relation
    if len(relation) != 2 or (flow.origin is None) == (flow.destination is None):
        return flow
    known = flow.origin or flow.destination
    if known not in relation:
        return flow
    other = next(code for code in relation if code != known)
    return Flow(origin=flow.origin or other, destination=flow.destination or other)


def _national(scene: Scene, quantity: Quantity) -> Flow:
    """The one country whose figure it is: the nearest named before it, or the only one of the sentence."""
    places = [p for p in _near(scene, quantity) if p.form != "self"] or list(_near(scene, quantity))
    before = [p for p in places if p.start < quantity.end]
    chosen = before[-1:] or places[:1]
    return Flow(parties=(chosen[0].code,)) if chosen else Flow()


def _distinct(places: Sequence[Place]) -> list[str]:
    return list(dict.fromkeys(place.code for place in places))
