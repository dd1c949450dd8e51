"""A gap is an end of a flow that its frame leaves open; what fills it is looked for in one order, or nothing does.

Who acts: the country in whose own money a sum is told; the state whose own text it is, in what states do; the other of
the text's two countries; what the passage is about. To whom: the one other country that the sentence names; the other
of the two. Nothing fills what the words give to somebody else: a fund, "partner countries", what is built at home.
"""

from collections.abc import Iterable

from verbale.claims.figures.ends import Ends
from verbale.claims.figures.frame import Frame
from verbale.claims.figures.path import SUBJECTS, Tree
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.role import find_role
from verbale.claims.figures.scene import Scene

PAIR = 2
COUNTRY = 3  # letters of a country's code; those of most blocs differ
NAMING = frozenset({"compound", "appos"})
NEAR = 4  # words above a preposition among which it finds the frame's


def find_agent(scene: Scene, quantity: Quantity | None, frame: Frame, ends: Ends, goal: str | None) -> str | None:
    """Who acts where no place does."""
    if ends.agent == "origin" and quantity and frame.gives.get("partner"):
        payer = _payer(scene, quantity)
        if payer and payer != goal:
            return payer
    if not frame.makes or _is_abroad(scene, frame, goal) or _is_acted(scene, frame):
        return None
    home = scene.background.home if frame.gives.get("home") else None
    if home and home != goal:
        return home
    if goal is not None:
        return _partner(scene, goal)
    return scene.topic if scene.topic and not scene.unattributed else None


def find_goal(scene: Scene, frame: Frame, ends: Ends, agent: str, before: str | None) -> str | None:
    """To whom it goes where no place says; `before` is to whom the figure before went, who now adds his own."""
    if before == agent or _is_at_home(scene, frame, ends) or is_elsewhere(scene, frame):
        return None
    partner = frame.gives.get("partner")
    filled = partner is True or (partner and ends.firm)
    return _other_named(scene, frame, agent) or (_counterpart(scene, frame, agent) if filled else None)


def _payer(scene: Scene, quantity: Quantity) -> str | None:
    """The one of the text's two whose own money it is, the home's apart, which is often the world's as well."""
    country = scene.table("currencies.home").get(quantity.unit)
    own = country in scene.background.relation and country != scene.background.home
    return str(country) if own else None


def _is_abroad(scene: Scene, frame: Frame, goal: str | None) -> bool:
    """Whether it is goods of a country of which the text does not speak, whose buyer may be anybody."""
    return bool(frame.gives.get("of_counts")) and goal not in (None, *scene.background.relation[:1])


def _is_acted(scene: Scene, frame: Frame) -> bool:
    """Whether somebody is named as agent of whom one cannot say for whom he acts: "The World Bank will …"."""
    own = scene.tree.children(frame.word, SUBJECTS)
    subjects = [*own, *(frame.doers if frame.makes == "doer" else ())]
    sources = [] if frame.gives["agent"] != "origin" else _led(scene, frame, scene.table("flows.sources"))
    return any(_is_somebody(scene, word) for word in (*subjects, *sources))


def _is_somebody(scene: Scene, word: int) -> bool:
    """Whether the word stands for people or an organisation; in a state's own text its officials are the state."""
    token = scene.tree[word]
    if token.pos == "PROPN":
        return scene.background.home is None or token.entity != "PERSON"
    return token.pos in ("NOUN", "PRON") and token.lemma.lower() in scene.table("flows.people")


def _counterpart(scene: Scene, frame: Frame, agent: str) -> str | None:
    """The other of the text's two; of what is given only to whom the one that speaks gives it, and to a country."""
    relation = scene.background.relation
    partner = _partner(scene, agent)
    if partner is None or not frame.gives.get("abroad_only"):
        return partner
    speaks = agent in (scene.background.home, *relation[:1])
    return partner if speaks and len(partner) == COUNTRY else None


def _partner(scene: Scene, code: str) -> str | None:
    """The other of the two countries that the text is about."""
    relation = scene.background.relation
    return next((c for c in relation if c != code), None) if len(relation) == PAIR and code in relation else None


def _other_named(scene: Scene, frame: Frame, agent: str) -> str | None:
    """The one other country that the sentence names by its name, where something is given abroad."""
    if not frame.gives.get("abroad_only") and frame.gives.get("told") != "aid":
        return None
    known = (agent, scene.background.home)
    others = [place for place in scene.unattributed if place.code not in known and len(place.code) == COUNTRY]
    others = [place for place in others if place.form != "world"]
    named = {place.code for place in others}
    plain = {place.code for place in others if place.form == "name" and not scene.is_opposed(place)}
    acting = {place.code for place in others if scene.is_subject(place)}
    candidates = named - acting
    return next(iter(candidates)) if len(candidates) == 1 and candidates <= plain else None


def is_elsewhere(scene: Scene, frame: Frame) -> bool:
    """Whether it is said to go to others than countries that are named: "to the Fund", "to developing countries"."""
    if _is_addressed(scene, frame) or _is_confined(scene, frame):
        return True
    heads = (scene.tree.head(match.start, match.end) for match in scene.matches("flows.regions"))
    known = {*frame.core, *frame.governors}
    return any(head is not None and not known.isdisjoint(scene.tree.up(head)) for head in heads)


def _is_addressed(scene: Scene, frame: Frame) -> bool:
    """Whether the words say to which people or organisation it goes."""
    tree, people = scene.tree, {*scene.table("flows.people"), *scene.table("flows.undertakings")}
    goals = _led(scene, frame, scene.table("flows.goals"))
    places = {scene.tree.head(place.start, place.end) for place in scene.places}
    names = [n for noun in goals for n in (noun, *tree.children(noun, NAMING)) if tree[n].pos == "PROPN"]
    apart = (noun for noun in goals if places.isdisjoint(tree.below(noun)))  # not "to our partners in Peru"
    return any(name not in places for name in names) or any(tree[noun].lemma.lower() in people for noun in apart)


def _is_confined(scene: Scene, frame: Frame) -> bool:
    """Whether the words say on what it is spent, at home for all one knows: "invest $3 billion on roads"."""
    nouns = _led(scene, frame, frame.gives.get("at_home", ()), known=True)
    words = [scene.tree.head(place.start, place.end) for place in scene.unattributed]
    places = {step for word in words if word is not None for step in scene.tree.up(word)}
    times = {scene.tree.head(time.core, time.end) for time in scene.times}
    return any(noun not in places and times.isdisjoint(scene.tree.below(noun)) for noun in nouns)


def _is_at_home(scene: Scene, frame: Frame, ends: Ends) -> bool:
    """Whether it goes to the country of whoever acts: "Peru approved $3 million to build a port in Peru"."""
    own = {role.place.code for role in ends.agents}
    same = [p for p in scene.unattributed if p.code in own and all(p != role.place for role in ends.agents)]
    roles = [role for place in same if (role := find_role(scene, frame, place))]
    return any(role.end != ends.agent and role.label != "goods" for role in roles)


def _led(scene: Scene, frame: Frame, leads: Iterable[str], known: bool = False) -> list[int]:
    """The nouns that such prepositions join to the frame's words, where the frame gives these a meaning."""
    tree = scene.tree
    held = {lead for lead in leads if known or lead in frame.gives}
    prepositions = [i for i in tree.words if tree[i].dep in ("prep", "dative") and _text(scene, i) in held]
    joined = [i for i in prepositions if _leads_to(tree, i, {*frame.core, *frame.governors})]
    return [noun for word in joined for noun in tree.children(word)]


def _text(scene: Scene, word: int) -> str:
    return scene.content[scene.tree[word].start : scene.tree[word].end].lower()


def _leads_to(tree: Tree, word: int, core: set[int]) -> bool:
    """Whether a preposition hangs on such words, or on what these are of: "3 million doses of vaccine to …"."""
    above = list(tree.up(word))[1:NEAR]
    first = next((i for i, step in enumerate(above) if step in core), None)
    return first is not None and all(tree[step].dep in ("pobj", "prep", "compound") for step in above[:first])
