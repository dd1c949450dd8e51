"""A role is how a country's words stand to a frame: as its subject, its object, its possessor, behind a preposition."""

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.claims.figures.frame import Frame
from verbale.claims.figures.path import SUBJECTS, VERBAL, Tree
from verbale.claims.figures.scene import Place, Scene

DEEP = 4  # words from a place up to the argument whose things it tells the origin of
OWN, GOVERNING, LOOSE = 0, 1, 2  # under the frame's own words, under those that govern it, in a purpose or goods

RIGHT_BEHIND = 12  # characters from a figure to a place that a preposition alone joins to it
PARTS = 2  # words at least from a place up to the verb of a relative clause
GOODS, MODIFIER = "goods", "modifier"
ASIDE, DOER = "aside", "doer"
BEARER, TAKES = "bearer", frozenset({"dative", "object"})
SUBJECT, SUBJECT_OF = "subject", "nsubj"

_MODIFIERS = frozenset({"compound", "amod", "nmod", "nummod"})
_PHRASE = _MODIFIERS | {"poss", "det", "appos", "conj", "pobj", "prep", "agent", "case", "quantmod", "npadvmod"}
_PREPOSITIONS = frozenset({"prep", "agent"})
_CLAUSES = frozenset({"acl", "advcl", "xcomp", "pcomp"})
_OBJECTS = frozenset({"dobj", "attr", "oprd"})


@dataclass(frozen=True, slots=True)
class Role:
    """The place, the `end` of the flow it stands for, how near it is (`level`), the argument it stands in, and how."""

    place: Place
    end: str
    level: int
    argument: int
    label: str = ""


def find_role(scene: Scene, frame: Frame, place: Place) -> Role | None:
    """The role of a place, or None where it has none in the frame."""
    return _right_behind(scene, frame, place) or _in_tree(scene, frame, place) or _before_verb(scene, frame, place)


def _right_behind(scene: Scene, frame: Frame, place: Place) -> Role | None:
    """Behind the figure itself, whatever the preposition hangs on: "$3 million from Norway and $2 from Peru"."""
    label = joint(scene, frame.room[0], place)
    end = frame.gives.get(label) if label else None
    return Role(place, str(end), OWN, frame.word, label or "") if end else None


def joint(scene: Scene, end: int, place: Place) -> str | None:
    """The preposition that alone joins a figure's end to a place behind it; none joins it to what the place has."""
    if not 0 < place.start - end < RIGHT_BEHIND:
        return None
    lead = " ".join(scene.content[end : place.start].lower().split())
    word = scene.tree.head(place.start, place.end)
    if word is None or lead not in scene.table("flows.behind"):
        return None
    owns = scene.tree[min(word + 1, scene.tree.words.stop - 1)].dep == "case"  # "from the President's programme"
    return None if owns else str(scene.table("flows.behind")[lead])


def _is_counted(scene: Scene, frame: Frame, place: Place) -> bool:
    """Whether the place stands in the words of the frame's own figure: "300 American-made ships"."""
    held = (q for q in scene.quantities if q.start <= place.start < q.end)
    return any(scene.tree.head(*quantity.core) in frame.core for quantity in held)


def _is_within(scene: Scene, word: int, place: Place) -> bool:
    """Whether the word stands in the figure that the place stands in: "300 Peruvian students"."""
    start = scene.tree[word].start
    return any(q.start <= place.start < q.end and q.start <= start < q.end for q in scene.quantities)


def _in_tree(scene: Scene, frame: Frame, place: Place) -> Role | None:
    """The role that the parse gives it."""
    word = scene.tree.head(place.start, place.end)
    if word is None:
        return None
    if _is_counted(scene, frame, place):
        return _in_figure(scene, frame, place, word)
    chain: list[int] = []
    for step in scene.tree.up(word):
        if chain and chain[-1] == frame.word + 1 and scene.tree[chain[-1]].dep in _PREPOSITIONS:
            return _under(scene, frame, place, chain, frame.word)
        if step in frame.doers:
            return _as_doer(scene, frame, place, [*chain, step])
        if chain and (step in frame.core or step in frame.governors) and scene.tree[step].dep not in _PREPOSITIONS:
            return _under(scene, frame, place, chain, step)
        if chain and _is_of_another(frame, step, place):
            return None
        chain.append(step)
    return None


def _in_figure(scene: Scene, frame: Frame, place: Place, word: int) -> Role | None:
    """Within the figure's own words: where the things come from, or whose they are if the frame's word is there too."""
    qualified = frame.gives.get(MODIFIER)
    end = qualified if _is_within(scene, frame.word, place) else frame.gives.get(GOODS) or qualified
    return Role(place, str(end), OWN, word, MODIFIER) if end else None


def _is_of_another(frame: Frame, step: int, place: Place) -> bool:
    """Whether the place hangs on another figure of the kind, and does not stand beside this one."""
    left, right = frame.room
    return step in frame.others and step not in frame.core and not left <= place.start < right


def _before_verb(scene: Scene, frame: Frame, place: Place) -> Role | None:
    """Right before the frame's verb or one that governs it, whatever the parse makes of the place."""
    word = scene.tree.head(place.start, place.end)
    if word is None:
        return None
    verb = word + 1
    while verb in scene.tree.words and scene.tree[verb].pos in ("AUX", "PART") and scene.tree[verb].dep != "case":
        verb += 1  # "Peru will have given", "it asked Peru to give"
    if (
        scene.tree[word].dep == "pobj"
        or verb not in (*frame.core, *frame.governors)
        or scene.tree[verb].pos not in VERBAL
    ):
        return None
    label = SUBJECT if verb == frame.word else {ASIDE: DOER}.get(frame.makes, frame.makes)
    end = _end(scene, frame, label, ())
    return Role(place, end, OWN if verb == frame.word else GOVERNING, word, label) if end else None


def _as_doer(scene: Scene, frame: Frame, place: Place, chain: Sequence[int]) -> Role | None:
    """Within the subject of the verb that governs the frame, or of the frame's own verb."""
    tree = scene.tree
    inner = _inner(scene, chain)
    if inner is None:
        return None
    verb = tree[chain[-1]].head
    passive = tree[chain[-1]].dep == "nsubjpass"
    label = ("passive" if passive else "subject") if verb == frame.word else frame.makes
    if passive and verb != frame.word:
        label = "passive"
    level = OWN if verb == frame.word else GOVERNING
    end = _end(scene, frame, label, inner)
    where = inner[-1] if inner and inner[-1] in frame.gives else label
    return Role(place, end, level, chain[-1], where) if end else None


def _under(scene: Scene, frame: Frame, place: Place, chain: Sequence[int], holder: int) -> Role | None:
    """Within an argument of the frame's words, or of those that govern it; `chain` leads up to that argument."""
    tree = scene.tree
    while len(chain) > 1 and tree[chain[-1]].dep == "acl" and not tree.is_infinitive(chain[-1]):
        chain = chain[:-1]  # "a package proposed by Peru"
    if tree[chain[-1]].dep == "relcl":
        return _in_relative(scene, frame, place, chain)
    level = OWN if holder in frame.core else GOVERNING
    level = level - 1 if chain[0] in frame.core else level
    if tree[chain[-1]].dep in _CLAUSES:
        return _in_clause(scene, frame, place, chain, level)
    return _in_argument(scene, frame, place, chain, holder, level)


def _in_argument(
    scene: Scene, frame: Frame, place: Place, chain: Sequence[int], holder: int, level: int
) -> Role | None:
    """Within a noun phrase that is an argument."""
    argument, inner = chain[-1], _inner(scene, chain)
    if inner is None or (scene.tree[argument].dep == "conj" and holder != frame.word):
        return None
    if _is_of_goods(scene, frame, place, chain, holder):
        return Role(place, str(frame.gives[GOODS]), level, argument, GOODS)
    label = _label(scene, frame, argument, holder)
    if frame.makes == BEARER and label in TAKES and holder in frame.governors:
        label = "collector"  # "Peru pays Chile a tariff"
    distant = level == GOVERNING and label == "object" and (inner or holder not in (*frame.joined, *_framing(scene)))
    if label is None or distant or _is_others(scene, place, chain):
        return None
    end = _end(scene, frame, label, inner)
    return Role(place, end, level, argument, label) if end else None


def _is_others(scene: Scene, place: Place, chain: Sequence[int]) -> bool:
    """Whether the place only tells whose others are: "our partners"."""
    own = place.form in ("self", "anaphor") and scene.tree[chain[0]].dep == "poss"
    return own and len(chain) > 1 and _is_body(scene, chain[1])


def _in_relative(scene: Scene, frame: Frame, place: Place, chain: Sequence[int]) -> Role | None:
    """In what a relative clause tells of the frame's own thing: "the package that Peru will send to Chile"."""
    verb = chain[-1]
    agents = [child for child in scene.tree.children(verb, SUBJECTS) if scene.tree[child].pos != "PRON"]
    if len(chain) < PARTS or verb not in _framing(scene) or not (agents or _is_passive(scene.tree, verb)):
        return None
    argument, inner = chain[-2], _inner(scene, chain[:-1])
    dep = scene.tree[argument].dep
    label = SUBJECT if dep == SUBJECT_OF else _label(scene, frame, argument, frame.word)
    end = _end(scene, frame, label, inner) if label and inner is not None else None
    return Role(place, end, OWN, argument, label or "") if end else None


def _is_passive(tree: Tree, verb: int) -> bool:
    return any(tree[child].dep == "nsubjpass" for child in tree.children(verb))


def _label(scene: Scene, frame: Frame, argument: int, holder: int) -> str | None:
    token = scene.tree[argument]
    if token.dep in _PREPOSITIONS:
        return _preposition(scene, frame, argument)
    if token.dep in SUBJECTS:
        if holder == frame.word:
            return "passive" if token.dep == "nsubjpass" else "subject"
        if holder not in frame.core:
            return None
        return str(scene.table("flows.doers").get(scene.tree[holder].lemma.lower(), "doer"))
    if token.dep in _OBJECTS:
        return "object"
    if token.dep in _MODIFIERS:
        return MODIFIER
    if token.dep in ("advmod", "npadvmod") and any(p.form == "world" and p.start == token.start for p in scene.places):
        return "to"  # "globally"
    return {"dative": "dative", "poss": "possessor"}.get(token.dep)


def _preposition(scene: Scene, frame: Frame, argument: int) -> str:
    """The preposition; where it compares, the one that it repeats: "more from Norway than Peru"."""
    word = _text(scene, argument)
    if word not in scene.table("figures.comparing"):
        return word
    before = (i for i in range(argument - 1, scene.tree.words.start - 1, -1) if scene.tree[i].dep in _PREPOSITIONS)
    named = {scene.tree.head(place.start, place.end) for place in scene.unattributed}
    led = (i for i in before if named.intersection(scene.tree.children(i)))
    return next((other for i in led if (other := _text(scene, i)) in frame.gives), word)


def _text(scene: Scene, word: int) -> str:
    return scene.content[scene.tree[word].start : scene.tree[word].end].lower()


def _inner(scene: Scene, chain: Sequence[int]) -> tuple[str, ...] | None:
    """The prepositions within an argument between it and the place, outermost first; None where a clause divides them.

    A participle does not ("goods exported to Peru").
    """
    tree = scene.tree
    found: list[str] = []
    for step in chain[:-1]:
        token = tree[step]
        if step == chain[0] and token.pos == "ADP":
            continue  # a place that begins with a preposition of its own: "around the world"
        if token.dep in _PREPOSITIONS:
            found.append(scene.content[token.start : token.end].lower())
        elif token.dep not in _PHRASE and not (token.dep == "acl" and _is_moving(scene, step)):
            return None
    return tuple(reversed(found))


def _is_moving(scene: Scene, verb: int) -> bool:
    """Whether a participle tells of a flow: "goods exported"."""
    return verb in _framing(scene) and not scene.tree.is_infinitive(verb)


def _framing(scene: Scene) -> set[int | None]:
    """The words of the sentence that tell of flows."""
    return {scene.tree.head(match.start, match.end) for match in scene.matches("flows.frames")}


def _in_clause(scene: Scene, frame: Frame, place: Place, chain: Sequence[int], level: int) -> Role | None:
    """In what the figure is for: "$3 million to help Peru", "for rebuilding schools in Peru"."""
    tree = scene.tree
    adverse = scene.table("flows.adverse")
    for step in chain[1:]:
        if tree[step].lemma.lower() in adverse or tree[step].dep == "relcl":
            return None
    words = [scene.content[tree[s].start : tree[s].end].lower() for s in chain[:-1] if tree[s].dep in _PREPOSITIONS]
    if any(word not in scene.table("flows.within") for word in words):
        return None
    following = chain[0] + 1
    if following in tree.words and tree[following].pos == "AUX":
        return None  # a subject, whatever the parse: "to buy grain and Peru has …"
    own = any(tree[step].dep in SUBJECTS and tree[step].head == chain[-1] for step in chain[:-1])
    if own or not tree.is_infinitive(chain[-1]):
        return None
    end = _end(scene, frame, "purpose", ())
    return Role(place, end, level + LOOSE, chain[-1], "purpose") if end else None


def _is_of_goods(scene: Scene, frame: Frame, place: Place, chain: Sequence[int], holder: int) -> bool:
    """Whether the place tells where the things come from that move: "purchases of Brazilian grain"."""
    tree = scene.tree
    if GOODS not in frame.gives or holder not in frame.core or tree[chain[0]].dep not in (*_MODIFIERS, "poss"):
        return False
    thing = chain[1] if len(chain) > 1 else holder
    if thing in (frame.word, *frame.governors) or tree[thing].pos not in ("NOUN", "VERB") or _is_body(scene, thing):
        return False
    if len(chain) == 1:
        return thing in frame.core
    outer = _label(scene, frame, chain[-1], holder)
    return outer in scene.table("flows.things") and len(chain) <= DEEP


def _is_body(scene: Scene, word: int) -> bool:
    """Whether the word stands for people or what they form, who give and get rather than being given."""
    return scene.tree[word].lemma.lower() in scene.table("flows.people")


def _end(scene: Scene, frame: Frame, label: str, inner: Sequence[str]) -> str | None:
    """The end of the flow that the frame gives such a place, unless other prepositions lead away from it."""
    within = scene.table("flows.within")
    if inner and inner[-1] in frame.gives.get("inner", {}):
        return str(frame.gives["inner"][inner[-1]])
    if inner and label in scene.table("flows.things") and inner[-1] in frame.gives:
        label = inner[-1]  # "exported $3 million of timber to Peru", whatever "to" hangs on
    elif inner and inner[-1] not in within:
        return None
    end = frame.gives.get(label)
    return None if end is None else str(end)
