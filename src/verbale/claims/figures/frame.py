"""A frame is what happens to what a figure counts (it is given, bought, levied …), by the word that says so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.claims.figures.path import SUBJECTS, VERBAL, Tree
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene
from verbale.claims.figures.subject import BEFORE, Subject, is_named, seat, way
from verbale.lang.match import Match

DOER = "doer"
FARTHEST = 5.0  # how far from the figure, as the way in the parse counts, a frame may stand
SUMS = frozenset({"money", "percent", "physical"})  # kinds of which each keeps its own places
AS_NEAR = 1.5  # how much farther than the nearest frame one may stand that tells the rest of a flow
COUNTED = 2.5  # how far from what is not money or a share
OF_IT = 1.5  # how far at most the frame stands whose word is what the figure is of
CONTROLLED = frozenset({"xcomp", "ccomp", "advcl"})
OBJECTS = frozenset({"dobj", "dative"})
PHRASE = frozenset({"compound", "amod", "nmod"})
RISES = frozenset(
    {"xcomp", "advcl", "acl", "conj", "pcomp", "prep", "pobj", "dobj", "attr", "appos", "acomp", "ccomp", "oprd", "dep"}
    | PHRASE
)


@dataclass(frozen=True)
class Frame:
    """What places in its grammar `gives`, its `word`, the words between it and the figure, and those that govern them.

    `joined` is the verb of which they are the subject, if they are; `others` are the words of other figures of the
    kind, `room` where places stand that are this figure's all the same; `doers` are the words of the subject that the
    governors have, and `makes` what they make of it: "doer", "receiver", "bearer", or nothing.
    """

    gives: Mapping[str, Any]
    word: int
    core: frozenset[int]
    governors: tuple[int, ...]
    joined: tuple[int, ...]
    others: frozenset[int]
    room: tuple[int, int]
    doers: tuple[int, ...]
    makes: str


def find_frames(scene: Scene, quantity: Quantity, subject: Subject | None) -> list[Frame]:
    """The frame whose word is nearest to the figure, or to what the figure is of, in the parse, and those as near."""
    place = seat(scene, quantity)
    still = quantity.unit in scene.table("flows.unowned")
    if place is None or still or (quantity.kind == "percent" and subject is None):
        return []
    ranked = sorted(
        (_weighed(quantity, subject, match, cost), int(place in scene.tree.up(word)), order, match, word, core)
        for order, match in enumerate(scene.near("flows.frames", quantity))
        if _serves(quantity, subject, match) and (match.get("named") or not is_named(scene, match))
        if (word := scene.tree.head(match.start, match.end)) is not None
        and scene.tree[word].dep != "prep"  # "Given …"
        and (found := _reached(scene, quantity, subject, place, word, match)) is not None
        for cost, core in [found]
    )
    if scene.within("figures.share_before", scene.room(quantity)[0], quantity.start) and quantity.kind == "percent":
        # what makes up the share comes before what it is a share of
        ranked = [entry for entry in ranked if place not in scene.tree.up(entry[4])] or ranked
    loose = quantity.kind == "count" or (quantity.kind == "physical" and subject is None)
    farthest = min(COUNTED if loose else FARTHEST, ranked[0][0] + AS_NEAR) if ranked else 0.0
    return [
        framed(scene, match.rule.gives, word, core, quantity)
        for cost, _, _, match, word, core in ranked
        if cost <= farthest
    ]


def _serves(quantity: Quantity, subject: Subject | None, match: Match) -> bool:
    """Whether the frame may hold for such a figure: some are only of money, some only of what runs both ways."""
    if match.get("sums") and quantity.kind not in ("money", "percent"):
        return False
    return not match.get("mutual") or (subject is not None and subject.two_way)


def _weighed(quantity: Quantity, subject: Subject | None, match: Match, cost: float) -> float:
    """The way to a frame, less where its word is what the figure is of, more where it is but an announcement."""
    if (
        subject
        and quantity.kind != "count"
        and subject.start < match.end
        and match.start < subject.end
        and subject.start < quantity.start
    ):
        cost = min(cost, OF_IT)
    return cost + float(match.get("light", 0))


def _reached(
    scene: Scene, quantity: Quantity, subject: Subject | None, place: int, word: int, match: Match
) -> tuple[float, frozenset[int]] | None:
    """How far it is to the frame's word and by which words, by way of the subject where that is nearer."""
    direct = way(scene, quantity, place, word)
    if quantity.kind == "count" and not _moves(scene, place, word, match.rule.gives):
        return None
    if subject is None:
        return direct
    middle = scene.tree.head(subject.start, subject.end)
    second = way(scene, quantity, middle, word) if middle is not None else None
    if middle is None or second is None:
        return direct
    first = way(scene, quantity, place, middle) or (BEFORE, frozenset({place}))
    through = first[0] + second[0], first[1] | second[1]
    return min(direct, through, key=lambda entry: entry[0]) if direct else through


def _moves(scene: Scene, place: int, word: int, gives: Mapping[str, Any]) -> bool:
    """Whether what is counted is what moves: "2 million doses", "gave 40 ships", "40 ships given"; not who acts.

    What is merely in the same sentence as a frame does not ("$3 million for 500 women").
    """
    tree = scene.tree
    if word == place or tree[word].head == place or place in list(tree.up(word))[:3]:
        return True
    while tree[place].dep in ("conj", "appos") and tree[place].head != place:
        place = tree[place].head
    if tree[place].dep == "pobj":
        preposition = tree[tree[place].head]
        leads = preposition.lemma in (*scene.table("figures.genitives"), *gives.get("counts", ()))
        phrase = list(_phrase(tree, word))
        return leads and preposition.head in (*phrase, tree[phrase[-1]].head)
    if tree[place].dep == "nsubj" and gives.get("come"):
        return tree[place].head == word  # "3 million doses arrived"
    if tree[place].dep == "nsubj" and gives.get("made"):
        return tree[word].dep == "dobj" and tree[word].head == tree[place].head  # "300 people made visits"
    return tree[place].dep in ("dobj", "nsubjpass") and word in _chain(tree, tree[place].head)


def _chain(tree: Tree, verb: int) -> Iterator[int]:
    """The verb and those that it completes: "agreed to buy"."""
    yield verb
    while tree[verb].dep in ("xcomp", "conj") and tree[verb].head != verb:
        verb = tree[verb].head
        yield verb


def framed(
    scene: Scene, gives: Mapping[str, Any], word: int, core: frozenset[int], quantity: Quantity | None = None
) -> Frame:
    """The frame of a word with what governs it: up to the verb whose subject is in charge."""
    tree = scene.tree
    core = core | frozenset(_phrase(tree, word))
    top = _top(tree, core)
    above = list(_governing(tree, top))
    doers, makes = _charge(scene, word, core, above)
    joined = (tree[top].head,) if tree[top].dep in SUBJECTS else ()
    others = scene.heads[quantity.kind] if quantity and quantity.kind in SUMS & scene.heads.keys() else frozenset()
    room = (quantity.end, scene.room(quantity)[1]) if quantity else (0, 0)
    return Frame(gives, word, core, tuple(_near(tree, above)), joined, others, room, doers, makes)


def _charge(scene: Scene, word: int, core: frozenset[int], above: Sequence[int]) -> tuple[tuple[int, ...], str]:
    """The words of the subject that is in charge of the frame, and what the verbs up to it make of it."""
    tree, turning = scene.tree, scene.table("flows.doers")
    makes = next((str(turning[lemma]) for lemma in _lemmas(tree, core, word) if lemma in turning), None)
    for place, governor in enumerate(above):
        turned = turning.get(tree[governor].lemma.lower()) if governor != word else None
        makes = str(turned) if makes is None and turned is not None else makes
        if doers := _in_charge(scene, governor, core.union(above[: place + 1])):
            return tuple(doers), DOER if makes is None else makes
    return (), DOER if makes is None else makes


def _near(tree: Tree, above: Sequence[int]) -> Iterator[int]:
    """Those of the governors whose other arguments may be the frame's as well: up to the next clause."""
    for governor in above:
        yield governor
        if tree[governor].dep in ("advcl", "ccomp") or (tree[governor].dep == "conj" and tree[governor].pos in VERBAL):
            return


def _lemmas(tree: Tree, core: frozenset[int], word: int) -> Iterator[str]:
    """The verbs between figure and frame."""
    return (tree[i].lemma.lower() for i in sorted(core) if i != word and tree[i].pos in VERBAL)


def _in_charge(scene: Scene, verb: int, others: frozenset[int]) -> list[int]:
    """The words that head the subject of a verb: its own, or the object that another verb gives it for one."""
    controller = _controller(scene, verb)
    if controller is not None:
        return [controller]
    return [child for child in scene.tree.children(verb, SUBJECTS) if child not in others]


def _controller(scene: Scene, verb: int) -> int | None:
    """The object of another verb that is in charge of this one: "to help Peru buy", "it left Peru producing"."""
    tree = scene.tree
    if tree[verb].dep not in CONTROLLED or tree.children(verb, SUBJECTS):
        return None
    objects = [i for i in tree.children(tree[verb].head, OBJECTS) if i < verb]
    if not objects or scene.content[tree[objects[-1]].end : tree[verb].start].count(","):
        return None
    return objects[-1] if scene.tree[objects[-1]].pos == "PROPN" else None


def _phrase(tree: Tree, word: int) -> Iterator[int]:
    """The nouns of the phrase that the word is part of: "aid package"."""
    yield word
    while tree[word].dep in PHRASE and tree[word].head != word:
        word = tree[word].head
        yield word


def _top(tree: Tree, core: frozenset[int]) -> int:
    return next(word for word in core if tree[word].head not in core or tree[word].head == word)


def _governing(tree: Tree, word: int) -> Iterator[int]:
    """The words that govern the frame, from itself up to the verb whose subject is in charge of it."""
    for place in tree.up(word):
        yield place
        if tree[place].dep not in RISES or (tree[place].pos in VERBAL and tree.children(place, SUBJECTS)):
            if tree[place].dep in SUBJECTS:
                yield tree[place].head
            return
