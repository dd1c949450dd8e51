"""An owner is the one country that a figure is of, where nothing moves: its output, its firms, its people."""

from verbale.claims.figures.ends import ADJECTIVES
from verbale.claims.figures.frame import Frame, framed
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.role import OWN, Role, find_role
from verbale.claims.figures.scene import Place, Scene
from verbale.claims.figures.subject import Subject, seat, way

NONE = ADJECTIVES | {"world"}  # what is no country's
PAIR = "pair"  # "the two countries"
ACTS = frozenset({"subject", "doer", "receiver", "bearer", "by", "object", "passive"})


def find_owner(scene: Scene, quantity: Quantity, subject: Subject | None) -> tuple[str, ...]:
    """Its code, or those of the two that share it; nothing where neither the sentence nor its passage says."""
    frame = _frame(scene, quantity, subject)
    if frame is None:
        return ()
    if any(_is_shared(scene, frame, place) or _acts_together(scene, quantity, place) for place in scene.unattributed):
        return scene.background.relation
    if roles := _nearest(scene, quantity, frame):
        return tuple(dict.fromkeys(code for role in roles for code in scene.codes(role.place)))
    named = {place.code for place in scene.unattributed if place.code and place.form not in NONE}
    if served := _served(scene, quantity, named):
        return (served,)
    if quantity.unit in scene.table("flows.unowned"):
        return ()
    home = scene.background.home
    if quantity.kind != "count" and len(named) == 1 and named != {home}:
        return tuple(named)
    if home and named <= {home} and (scene.background.domestic or _is_at_home(scene, home)):
        return (home,)
    alone = scene.spoken and scene.before <= {scene.spoken} and not scene.matches("flows.regions")
    if not named and scene.background.aloud and scene.spoken and alone:
        return (scene.spoken,)
    if named:
        return ()
    return (scene.topic,) if scene.topic else ()


def _nearest(scene: Scene, quantity: Quantity, frame: Frame) -> list[Role]:
    """The place in the figure's own phrase, else where it is, else who acts, each with those coordinated with it."""
    places = [place for place in scene.unattributed if place.form not in NONE]
    roles = [role for place in places if (role := find_role(scene, frame, place))]
    own = [role for role in roles if role.level <= OWN and role.label not in ACTS]
    where = [role for role in roles if role.level > OWN and _is_where(scene, frame, role)]
    acts = [role for role in roles if role not in own and role not in where]
    if quantity.kind == "count" and not _is_made(scene, quantity):
        acts = []
    elsewhere = quantity.kind != "percent" and _is_elsewhere(scene, frame)
    chosen = own or ([] if elsewhere else where or acts)
    if not chosen:
        return []
    nearest = min(chosen, key=lambda role: (role.level, role.place.form == "self", _gap(quantity, role.place)))
    left, right = scene.room(quantity)
    near = [role for role in roles if left <= role.place.start < right]
    return [nearest, *(role for role in near if scene.joined(nearest.place, role.place))]


def _is_where(scene: Scene, frame: Frame, role: Role) -> bool:
    """Whether the place is where the figure is, or what those counted come to or leave: "300 firms left Peru"."""
    return role.label in scene.table("flows.within") or (role.label == "object" and bool(frame.joined))


def _is_made(scene: Scene, quantity: Quantity) -> bool:
    """Whether what is counted is made or held by who acts: "Peru has built 22 ports", not "Peru helped 22 women"."""
    tree = scene.tree
    place = seat(scene, quantity)
    while place is not None and tree[place].dep in ("conj", "appos", "nummod", "compound"):
        place = tree[place].head
    if place is None or tree[place].dep not in ("dobj", "attr", "nsubjpass", "pobj"):
        return False
    above = tree[place].head
    if tree[place].dep == "pobj":
        above = tree[above].head if tree[above].dep == "prep" else above
    return any(tree[above].lemma.lower() in scene.table(f"flows.{name}") for name in ("making", "amounting"))


def _served(scene: Scene, quantity: Quantity, named: set[str]) -> str | None:
    """The other country of the text, whose people the state whose own text it is says that it helps."""
    home, relation, tree = scene.background.home, scene.background.relation, scene.tree
    if quantity.kind != "count" or home not in relation or not named <= set(relation) or scene.matches("flows.regions"):
        return None
    place = seat(scene, quantity)
    if place is None or tree[place].dep not in ("dobj", "pobj", "nsubjpass"):
        return None
    above = next((step for step in list(tree.up(place))[1:3] if tree[step].pos != "ADP"), place)
    helped = tree[above].lemma.lower() in scene.table("flows.serving")
    return next((code for code in relation if code != home), None) if helped else None


def _is_elsewhere(scene: Scene, frame: Frame) -> bool:
    """Whether the figure's own phrase says that it is of more than a country: "36 countries in Africa"."""
    heads = (scene.tree.head(match.start, match.end) for match in scene.matches("flows.regions"))
    return any(head is not None and any(s in frame.core for s in scene.tree.up(head)) for head in heads)


def _is_at_home(scene: Scene, home: str) -> bool:
    """Whether it is said aloud in a state's own text, in a passage with no word of any other: "prices fell by 3"."""
    background = scene.background
    elsewhere = scene.matches("flows.regions") or any(place.form == "world" for place in scene.places)
    return background.aloud and not background.relation and scene.before <= {home} and not elsewhere


def _is_shared(scene: Scene, frame: Frame, place: Place) -> bool:
    """Whether it is said to be that of two together: "our combined 300 ships"."""
    word = scene.tree.head(place.start, place.end)
    return place.form in ADJECTIVES and word is not None and scene.tree[word].head in frame.core


def _acts_together(scene: Scene, quantity: Quantity, place: Place) -> bool:
    """Whether the text's two do together what is counted: "the two countries identified 19 sites"."""
    word, counted = scene.tree.head(place.start, place.end), seat(scene, quantity)
    if place.form != PAIR or quantity.kind != "count" or word is None or counted is None:
        return False
    tree = scene.tree
    return tree[word].dep == "nsubj" and tree[counted].dep == "dobj" and tree[word].head in tree.up(counted)


def _frame(scene: Scene, quantity: Quantity, subject: Subject | None) -> Frame | None:
    place = seat(scene, quantity)
    if place is None:
        return None
    middle = scene.tree.head(subject.start, subject.end) if subject else None
    reached = way(scene, quantity, place, middle) if middle is not None else None
    return framed(scene, scene.table("flows.owner"), place, reached[1] if reached else frozenset({place}))


def _gap(quantity: Quantity, place: Place) -> int:
    return max(place.start - quantity.end, quantity.start - place.end)
