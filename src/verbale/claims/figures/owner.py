"""An owner is the one country that a figure is of, where nothing moves: its output, its firms, its people."""

from verbale.claims.figures.frame import Frame, framed
from verbale.claims.figures.path import VERBAL
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.role import OWN, find_role
from verbale.claims.figures.scene import Place, Scene
from verbale.claims.figures.subject import Subject, seat, way

ADJECTIVES = frozenset({"mutual", "joint"})  # what adjectives say of the text's two
NONE = ADJECTIVES | {"world"}  # what is no country's


def find_owner(scene: Scene, quantity: Quantity, subject: Subject | None) -> tuple[str, ...]:
    """Its code, or those of the two that share it; nothing where neither the sentence nor its passage says."""
    frame = _frame(scene, quantity, subject)
    if frame is None:
        return ()
    if any(_is_shared(scene, frame, place) for place in scene.unattributed):
        return scene.background.relation
    roles = [
        role
        for place in scene.unattributed
        if place.form not in ("mutual", "joint")
        if (role := find_role(scene, frame, place))
    ]
    if roles:
        nearest = min(roles, key=lambda role: (role.level, role.place.form == "self", _gap(quantity, role.place)))
        if quantity.kind != "count" or nearest.level <= OWN or len(_verbs(scene, frame)) <= 1:
            left, right = scene.room(quantity)
            near = [role for role in roles if left <= role.place.start < right]
            held = [nearest, *(role for role in near if scene.joined(nearest.place, role.place))]
            return tuple(dict.fromkeys(code for role in held for code in scene.codes(role.place)))
    named = {place.code for place in scene.unattributed if place.code and place.form not in NONE}
    home = scene.background.home
    if quantity.kind != "count" and len(named) == 1 and named != {home}:
        return tuple(named)
    alone = not scene.background.relation and quantity.kind != "count" and not scene.topic
    if home and named <= {home} and (scene.background.domestic or alone):
        return (home,)
    if named:
        return ()
    return (scene.topic,) if scene.topic else ()


def _is_shared(scene: Scene, frame: Frame, place: Place) -> bool:
    """Whether it is said to be that of two together: "our combined 300 ships"."""
    word = scene.tree.head(place.start, place.end)
    return place.form in ADJECTIVES and word is not None and scene.tree[word].head in frame.core


def _verbs(scene: Scene, frame: Frame) -> list[int]:
    """The verbs that govern the frame, infinitives apart, whose subject is that of another."""
    tree = scene.tree
    return [word for word in frame.governors if tree[word].pos in VERBAL and not tree.is_infinitive(word)]


def _frame(scene: Scene, quantity: Quantity, subject: Subject | None) -> Frame | None:
    place = seat(scene, quantity)
    if place is None:
        return None
    middle = scene.tree.head(subject.start, subject.end) if subject else None
    reached = way(scene, quantity, place, middle) if middle is not None else None
    return framed(scene, scene.table("flows.owner"), place, reached[1] if reached else frozenset({place}))


def _gap(quantity: Quantity, place: Place) -> int:
    return max(place.start - quantity.end, quantity.start - place.end)
