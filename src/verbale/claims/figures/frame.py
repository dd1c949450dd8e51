"""A frame is what happens to what a figure counts (it is given, bought, levied …), by the word that says so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from verbale.claims.figures.path import SUBJECTS, VERBAL, Tree
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene
from verbale.claims.figures.subject import BEFORE, Subject, seat, way
from verbale.lang.match import Match

FARTHEST = 5.0  # how far from the figure, as the way in the parse counts, a frame may stand
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

    `doers` are the words of the subject that the governors have, and `makes` what they make of it: "doer", "receiver",
    "bearer", or nothing.
    """

    gives: Mapping[str, Any]
    word: int
    core: frozenset[int]
    governors: tuple[int, ...]
    doers: tuple[int, ...]
    makes: str


def find_frame(scene: Scene, quantity: Quantity, subject: Subject | None) -> Frame | None:
    """The frame whose word is nearest to the figure, or to what the figure is of, in the parse."""
    place = seat(scene, quantity)
    if place is None:
        return None
    ranked = [
        (_weighed(quantity, subject, match, cost), -int(place in scene.tree.up(word)), match.start, match, word, core)
        for match in scene.matches("flows.frames")
        if _serves(quantity, subject, match)
        if (word := scene.tree.head(match.start, match.end)) is not None
        and (found := _reached(scene, quantity, subject, place, word)) is not None
        for cost, core in [found]
    ]
    best = min(ranked, key=lambda entry: entry[:3], default=None)
    if best is None or best[0] > (FARTHEST if quantity.kind in ("money", "percent") else COUNTED):
        return None
    return framed(scene, best[3].rule.gives, best[4], best[5])


def _serves(quantity: Quantity, subject: Subject | None, match: Match) -> bool:
    """Whether the frame may hold for such a figure: some are only of what runs both ways."""
    return not match.get("mutual") or (subject is not None and subject.two_way)


def _weighed(quantity: Quantity, subject: Subject | None, match: Match, cost: float) -> float:
    """The way to a frame, less where its word is what the figure is of, more where it is but an announcement."""
    if subject and subject.start < match.end and match.start < subject.end and subject.start < quantity.start:
        cost = min(cost, OF_IT)
    return cost + float(match.get("light", 0))


def _reached(
    scene: Scene, quantity: Quantity, subject: Subject | None, place: int, word: int
) -> tuple[float, frozenset[int]] | None:
    """How far it is to the frame's word and by which words, by way of the subject where that is nearer."""
    direct = way(scene, quantity, place, word)
    if quantity.kind == "count" and word not in scene.tree.up(place) and not _is_counted(scene, place, word):
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


def _is_counted(scene: Scene, place: int, word: int) -> bool:
    """Whether the word tells what is counted: "2 million doses of aid", or hangs on it: "40 ships given to Peru"."""
    above = list(scene.tree.up(word))
    return place in above[:3] or scene.tree[word].head == place


def framed(scene: Scene, gives: Mapping[str, Any], word: int, core: frozenset[int]) -> Frame:
    """The frame of a word with what governs it: up to the verb whose subject is in charge."""
    tree = scene.tree
    core = core | frozenset(_phrase(tree, word))
    turning = scene.table("flows.doers")
    governors: list[int] = []
    makes: str | None = None
    doers: list[int] = []
    for governor in _governing(tree, _top(tree, core)):
        governors.append(governor)
        turned = turning.get(tree[governor].lemma.lower()) if governor != word else None
        makes = str(turned) if makes is None and turned is not None else makes
        doers = _in_charge(scene, governor, core.union(governors))
        if doers:
            break
    return Frame(gives, word, core, tuple(governors), tuple(doers), "doer" if makes is None else makes)


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
