"""An owner is the one country that a figure is of, where nothing moves: its output, its firms, its people."""

from verbale.claims.figures.frame import Frame, framed
from verbale.claims.figures.path import VERBAL
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.role import OWN, find_role
from verbale.claims.figures.scene import Place, Scene
from verbale.claims.figures.subject import Subject, seat, way


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
    named = {place.code for place in scene.unattributed if place.code}
    if quantity.kind != "count" and len(named) == 1:
        return tuple(named)
    if named:
        return ()
    return (scene.topic,) if scene.topic else _own(scene, quantity, subject)


def _is_shared(scene: Scene, frame: Frame, place: Place) -> bool:
    """Whether it is said to be that of two together: "our combined 300 ships"."""
    word = scene.tree.head(place.start, place.end)
    return place.form in ("mutual", "joint") and word is not None and scene.tree[word].head in frame.core


def _verbs(scene: Scene, frame: Frame) -> list[int]:
    return [word for word in frame.governors if scene.tree[word].pos in VERBAL]


def _own(scene: Scene, quantity: Quantity, subject: Subject | None) -> tuple[str, ...]:
    """The state whose own text it is, where that is about no other and the passage names none."""
    background = scene.background
    national = subject is not None and subject.indicator in scene.table("indicators.national")
    own = background.home and not background.relation and (quantity.kind != "count" or national)
    return (background.home,) if own and background.home else ()


def _frame(scene: Scene, quantity: Quantity, subject: Subject | None) -> Frame | None:
    place = seat(scene, quantity)
    if place is None:
        return None
    middle = scene.tree.head(subject.start, subject.end) if subject else None
    reached = way(scene, quantity, place, middle) if middle is not None else None
    return framed(scene, scene.table("flows.owner"), place, reached[1] if reached else frozenset({place}))


def _gap(quantity: Quantity, place: Place) -> int:
    return max(place.start - quantity.end, quantity.start - place.end)
