"""A flow is between whom a figure runs: from origin to destination, both ways between parties, or in one country."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbale.claims.figures.frame import Frame, find_frames, framed
from verbale.claims.figures.owner import find_owner
from verbale.claims.figures.path import SUBJECTS, VERBAL, Tree
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.role import OWN, Role, find_role
from verbale.claims.figures.scene import Place, Scene
from verbale.claims.figures.subject import Subject, seat

OTHER = {"origin": "destination", "destination": "origin"}
PAIR = 2
ACTS = frozenset({"subject", "doer", "by"})  # where whoever acts stands in any case
COUNTRY = 3  # letters of a country's code; those of most blocs differ
JOINT = frozenset({"mutual", "joint"})  # what adjectives say of two: no place of their own


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


def find_flow(scene: Scene, quantity: Quantity, subject: Subject | None, before: Flow | None = None) -> Flow:
    """Between whom the figure runs, as far as the sentence, its passage and the text's pair of countries settle it.

    `before` is the flow of the figure before it in the sentence.
    """
    if subject and subject.indicator in scene.table("indicators.national"):
        return Flow(find_owner(scene, quantity, subject))
    frames = find_frames(scene, quantity, subject)
    if not frames:
        return _bare(scene, quantity) or Flow(find_owner(scene, quantity, subject))
    frame = frames[0]
    if frame.gives.get("two_way") or _is_mutual(scene, frame):
        return _two_way(scene, quantity, frame, subject)
    ends = _ends(scene, quantity, frame)
    for other in frames[1:]:
        ends = _ends(scene, quantity, other) | ends if _adds(frame, other) else ends
    flow = _completed(scene, quantity, frame, ends, before)
    flow = replace(flow, told=_told(quantity, frame, flow), worth=frame.gives.get("of_money"))
    if flow.parties or (flow.origin and flow.destination):
        return flow
    if not _is_known(flow) and ends and not frame.gives.get("weak"):
        return flow
    if not _is_known(flow) or frame.gives.get("weak"):
        return _unsettled(scene, quantity, frame, subject)
    return flow


def _is_known(flow: Flow) -> bool:
    return bool(flow.parties or flow.origin or flow.destination)


def _told(quantity: Quantity, frame: Frame, flow: Flow) -> str | None:
    """The indicator that the frame tells of such a quantity: what is counted is no aid, nor a sum of money a tariff."""
    if quantity.kind == "count":
        return flow.told if frame.gives.get("of_counts") else None
    return str(frame.gives["of_money"]) if quantity.kind == "money" and "of_money" in frame.gives else flow.told


def _bare(scene: Scene, quantity: Quantity) -> Flow | None:
    """A sum of money for a country, of which no word says what it is: "$3 billion for Peru"."""
    place = seat(scene, quantity)
    if place is None or quantity.kind != "money":
        return None
    frame = framed(scene, scene.table("flows.bare"), place, frozenset({place}))
    roles = _ends(scene, quantity, frame).get("destination", [])
    near = [role for role in roles if role.level == OWN and scene.tree[role.argument].head == place]
    return (
        Flow((), None, near[0].place.code, str(frame.gives["told"])) if len(near) == 1 and near[0].place.code else None
    )


def _adds(frame: Frame, other: Frame) -> bool:
    """Whether another frame may tell the end that the nearest leaves open: "received … in aid from Peru"."""
    return not other.gives.get("two_way") and bool(frame.gives.get("weak") or frame.gives.get("light"))


def find_flow_of_sentence(scene: Scene) -> Flow:
    """Between whom what the sentence tells of runs, without a figure of its own: "Peru will give Chile:"."""
    for match in reversed(scene.matches("flows.frames")):
        word = scene.tree.head(match.start, match.end)
        if word is None or match.get("two_way"):
            continue
        frame = framed(scene, match.rule.gives, word, frozenset({word}))
        flow = _completed(scene, None, frame, _ends(scene, None, frame), None)
        if flow.origin or flow.destination:
            return flow
    return Flow()


def _is_mutual(scene: Scene, frame: Frame) -> bool:
    """Whether what the frame's word names is said to run both ways: "mutual visits"."""
    forms = ("mutual", "joint") if frame.gives.get("both_ways") else ("joint",)
    heads = (scene.tree.head(place.start, place.end) for place in scene.unattributed if place.form in forms)
    return any(head is not None and scene.tree[head].head in frame.core for head in heads)


def _unsettled(scene: Scene, quantity: Quantity, frame: Frame, subject: Subject | None) -> Flow:
    """Where no place has a role: between the countries that lead the list in, or of one country alone."""
    told = frame.gives.get("told") if not frame.gives.get("abroad_only") else None
    if not scene.unattributed and len(scene.lead) == PAIR:
        return Flow(tuple(sorted(scene.lead)), told=told)
    owner = find_owner(scene, quantity, subject)
    if frame.gives.get("home") and frame.gives["agent"] == "origin":
        return Flow(origin=owner[0]) if owner == (scene.background.home,) else Flow()
    return Flow(owner, told=told)


def _ends(scene: Scene, quantity: Quantity | None, frame: Frame) -> dict[str, list[Role]]:
    """The places that stand for each end, the nearest first and those of its own argument alone."""
    roles = [
        role for place in scene.unattributed if place.form not in JOINT if (role := find_role(scene, frame, place))
    ]
    word = scene.tree[frame.word].start
    left, right = scene.room(quantity) if quantity else (word, scene.span.end)
    shared = quantity is not None and word < left  # the frame of the figure before, whose places stand beside that
    here = quantity.start if quantity else word

    def rank(role: Role) -> tuple[int, bool, bool, int]:
        start = role.place.start
        return role.level, shared and not left <= start < right, shared and start < here, abs(start - word)

    ends: dict[str, list[Role]] = {}
    doing = _doing(frame, roles)
    for role in sorted(roles, key=rank):
        held = ends.get(role.end, [])
        taken = {other.place.code for end, others in ends.items() if end != role.end for other in others}
        taken |= doing if role.end != frame.gives.get("agent") else set()
        joined = bool(held) and scene.joined(held[0].place, role.place)
        if role.place.code not in taken and (not held or joined):
            ends[role.end] = [*held, role]
    return ends


def _doing(frame: Frame, roles: Sequence[Role]) -> set[str]:
    """The codes of those who act, who are not at the other end as well, unless the frame's own words name an agent."""
    agents = [role for role in roles if role.end == frame.gives.get("agent")]
    if any(role.label not in ACTS and role.level <= OWN for role in agents):
        return set()
    return {role.place.code for role in agents if role.label in ACTS}


def _two_way(scene: Scene, quantity: Quantity, frame: Frame, subject: Subject | None) -> Flow:
    """Between the two that are named with it; else between the text's own two, one of whom may be named."""
    relation = scene.background.relation
    told = frame.gives.get("told") if quantity.kind != "count" else None
    places = [place for place in scene.unattributed if find_role(scene, frame, place)]
    codes = list(dict.fromkeys(code for place in places for code in scene.codes(place)))
    if len(codes) == PAIR:
        return Flow(tuple(sorted(codes)), told=told)
    named = {place.code for place in scene.unattributed if place.code and place.form != "world"}
    if len(codes) == 1 and len(named) == PAIR:
        return Flow(tuple(sorted(named)), told=told)
    if len(codes) == 1 and scene.spoken and scene.spoken not in codes:
        return Flow(tuple(sorted((codes[0], scene.spoken))))
    if not scene.unattributed and len(scene.lead) == PAIR:
        return Flow(tuple(sorted(scene.lead)), told=told)
    if quantity.kind == "count" and len(named) < PAIR and all(place.code for place in scene.unattributed):
        return Flow(find_owner(scene, quantity, subject))
    if len(codes) < PAIR and len(relation) == PAIR and set(codes) <= set(relation):
        return Flow(tuple(sorted(relation)), told=told)
    return Flow()


def _completed(
    scene: Scene, quantity: Quantity | None, frame: Frame, ends: dict[str, list[Role]], before: Flow | None
) -> Flow:
    """The flow with what the frame leaves open filled in, where the text leaves one answer."""
    agent = str(frame.gives["agent"])
    own = {role.place.code for role in ends.get(agent, [])}
    adds = _is_at_home(scene, frame, ends.get(agent, [])) or _is_added(before, ends.get(agent, []))
    ends = {end: roles for end, roles in ends.items() if end == agent or not _is_mixed(scene, roles[0], own)}
    codes = {end: _codes(scene, roles) for end, roles in ends.items()}
    if len(codes.get(agent, ())) > 1 and len(codes) == 1:
        return Flow(tuple(sorted(codes[agent])))
    known = {end: found[0] for end, found in codes.items() if len(found) == 1}
    sold = frame.gives.get("of_counts") and known.get(OTHER[agent]) not in (None, *scene.background.relation[:1])
    if agent == "origin" and agent not in known and quantity and frame.gives.get("partner"):
        known |= _filled(agent, _payer(scene, quantity, known.get("destination")))
    if agent not in known and frame.makes and not sold and not _is_told(scene, frame):
        known |= _filled(agent, _agent(scene, frame, known.get(OTHER[agent])))
    open_ended = OTHER[agent] not in known and agent in known
    partner = frame.gives.get("partner")
    firm = any(role.place.form == "firm" for role in ends.get(agent, []))
    if open_ended and not adds and not _is_elsewhere(scene, frame):
        given = _given(scene, frame, known[agent]) if partner is True or (partner and firm) else None
        known |= _filled(OTHER[agent], _other_named(scene, frame, known[agent]) or given)
    if not known or known.get("origin") == known.get("destination"):
        return Flow()
    foreign = _is_abroad(scene, known.get("destination"))
    told = frame.gives.get("told") if foreign or not frame.gives.get("abroad_only") else None
    if firm and frame.gives.get("of_firms"):
        told = frame.gives["of_firms"]
    return Flow((), known.get("origin"), known.get("destination"), told)


def _is_abroad(scene: Scene, destination: str | None) -> bool:
    """Whether what is given goes abroad: to another country, or there is word of others there."""
    home = scene.background.home
    if scene.background.domestic or (home and destination == home):
        return False
    if not scene.background.aloud:
        return True
    others = {place.code for place in scene.unattributed if place.code} | scene.before
    return destination is not None or not home or bool(others - {home}) or bool(scene.matches("flows.regions"))


def _is_added(before: Flow | None, agents: Sequence[Role]) -> bool:
    """Whether who was given the figure before adds this one of its own."""
    return before is not None and any(role.place.code == before.destination for role in agents)


def _is_at_home(scene: Scene, frame: Frame, agents: Sequence[Role]) -> bool:
    """Whether it goes to the country of whoever acts: "Peru approved $3 million to build a port in Peru"."""
    own = {role.place.code for role in agents}
    same = [p for p in scene.unattributed if p.code in own and all(p != role.place for role in agents)]
    roles = [role for place in same if (role := find_role(scene, frame, place))]
    return any(role.end != frame.gives["agent"] and role.label != "goods" for role in roles)


def _is_mixed(scene: Scene, role: Role, doing: set[str]) -> bool:
    """Whether it goes to others as well: "to Peru and other countries", "for Peru and for our own ships"."""
    tree = scene.tree
    word = tree.head(role.place.start, role.place.end)
    if word is None:
        return False
    if any(place.code in doing and scene.joined(role.place, place) for place in scene.unattributed):
        return True
    if tree[word].dep not in ("pobj", "dobj", "dative"):
        return False
    parts = [step for step in list(tree.up(word))[:2] if tree[step].pos not in VERBAL]
    conjuncts = [child for step in parts for child in tree.children(step) if tree[child].dep == "conj"]
    nominal = [child for child in conjuncts if tree[child].pos in ("NOUN", "PROPN", "ADP") and child > word]
    same = [place for place in scene.unattributed if place.code == role.place.code]
    held = {tree.head(place.start, place.end) for place in same}
    return any(not any(step in held for step in tree.below(child)) for child in nominal)


def _codes(scene: Scene, roles: Sequence[Role]) -> list[str]:
    return list(dict.fromkeys(code for role in roles for code in scene.codes(role.place)))


def _filled(end: str, code: str | None) -> dict[str, str]:
    return {end: code} if code else {}


def _is_told(scene: Scene, frame: Frame) -> bool:
    """Whether somebody is named as agent of whom one cannot say for whom he acts: "The World Bank will …"."""
    own = scene.tree.children(frame.word, SUBJECTS)
    subjects = [*own, *(frame.doers if frame.makes == "doer" else ())]
    sources = [] if frame.gives["agent"] != "origin" else _led(scene, frame, ("from", "by"))
    return any(_is_somebody(scene, word) for word in (*subjects, *sources))


def _is_somebody(scene: Scene, word: int) -> bool:
    """Whether the word stands for people or an organisation, a state's own officials in its own text apart."""
    token = scene.tree[word]
    if token.pos == "PROPN":
        return not _is_official(scene, word)
    return token.pos in ("NOUN", "PRON") and token.lemma.lower() in scene.table("flows.people")


def _is_official(scene: Scene, word: int) -> bool:
    """Whether it is somebody's name in a state's own text, where officials whose country nobody tells are its own."""
    return scene.background.home is not None and scene.tree[word].entity == "PERSON"


def _agent(scene: Scene, frame: Frame, partner: str | None) -> str | None:
    """Who acts where nobody is named: the other of the text's two, the state whose text it is, what was spoken of."""
    home = scene.background.home if frame.gives.get("home") else None
    if home and home != partner:
        return home
    if partner is not None:
        return _partner(scene, partner)
    return scene.topic if scene.topic and not scene.unattributed else None


def _payer(scene: Scene, quantity: Quantity, partner: str | None) -> str | None:
    """The one of the text's two whose own money it is, where that is not the world's as well."""
    country = scene.table("currencies.home").get(quantity.unit)
    own = country in scene.background.relation and country != scene.background.home
    return str(country) if own and country != partner else None


def _given(scene: Scene, frame: Frame, agent: str) -> str | None:
    """To whom the one of the text's two that speaks gives: the other; what the other gives may go anywhere."""
    relation = scene.background.relation
    speaks = not frame.gives.get("abroad_only") or agent in (scene.background.home, *relation[:1])
    partner = _partner(scene, agent) if speaks else None
    bloc = partner is not None and len(partner) != COUNTRY and frame.gives.get("abroad_only")
    return None if bloc else partner


def _partner(scene: Scene, code: str) -> str | None:
    """The other of the two countries that the text is about."""
    relation = scene.background.relation
    return next((c for c in relation if c != code), None) if len(relation) == PAIR and code in relation else None


def _other_named(scene: Scene, frame: Frame, agent: str) -> str | None:
    """The one other country that the sentence names by its name, where something is given abroad."""
    if not (frame.gives.get("abroad_only") or frame.gives.get("told") == "aid") or _is_addressed(scene, frame):
        return None
    home = scene.background.home
    others = [
        p for p in scene.unattributed if p.code not in (agent, home) and p.form != "world" and len(p.code) == COUNTRY
    ]
    named = {p.code for p in others}
    plain = {p.code for p in others if p.form == "name" and not scene.is_opposed(p)}
    return next(iter(named)) if len(named) == 1 and named <= plain else None


def _is_addressed(scene: Scene, frame: Frame) -> bool:
    """Whether the words say to whom it goes, to none of the countries: "to the Fund"."""
    tree, people = scene.tree, scene.table("flows.people")
    goals = [*_led(scene, frame, ("to", "for")), *_led(scene, frame, ("with",))]
    return any(tree[noun].pos == "PROPN" or tree[noun].lemma.lower() in people for noun in goals)


def _led(scene: Scene, frame: Frame, leads: Sequence[str]) -> list[int]:
    """The nouns that such prepositions join to the frame's words, if the frame knows them."""
    tree = scene.tree
    known = {lead for lead in leads if lead in frame.gives or lead in frame.gives.get("at_home", ())}
    held = [i for i in tree.words if tree[i].dep in ("prep", "dative") and _text(scene, i) in known]
    joined = [i for i in held if _leads_to(tree, i, frame.core)]
    return [noun for word in joined for noun in tree.children(word)]


def _text(scene: Scene, word: int) -> str:
    return scene.content[scene.tree[word].start : scene.tree[word].end].lower()


def _leads_to(tree: Tree, word: int, core: frozenset[int]) -> bool:
    """Whether a preposition hangs on such words, or on what these are of: "3 million doses of vaccine to …"."""
    above = list(tree.up(word))[1:4]
    first = next((i for i, step in enumerate(above) if step in core), None)
    return first is not None and all(tree[step].dep in ("pobj", "prep", "compound") for step in above[:first])


def _is_elsewhere(scene: Scene, frame: Frame) -> bool:
    """Whether it is said to go to others than the text's two: "to developing countries"."""
    if _is_addressed(scene, frame) or _is_confined(scene, frame):
        return True
    heads = (scene.tree.head(match.start, match.end) for match in scene.matches("flows.regions"))
    return any(_belongs(scene, frame, head) for head in heads if head is not None)


def _is_confined(scene: Scene, frame: Frame) -> bool:
    """Whether the words say on what it is spent, at home for all one knows: "invest $3 billion on roads"."""
    nouns = _led(scene, frame, tuple(frame.gives.get("at_home", ())))
    places = {
        step for place in scene.unattributed if (w := _word(scene, place)) is not None for step in scene.tree.up(w)
    }
    times = {scene.tree.head(time.core, time.end) for time in scene.times}
    return any(noun not in places and not times.intersection(scene.tree.below(noun)) for noun in nouns)


def _word(scene: Scene, place: Place) -> int | None:
    return scene.tree.head(place.start, place.end)


def _belongs(scene: Scene, frame: Frame, word: int) -> bool:
    """Whether the word hangs on the frame's, or on one that governs it."""
    return any(step in frame.core or step in frame.governors for step in scene.tree.up(word))
