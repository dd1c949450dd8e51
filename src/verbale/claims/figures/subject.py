"""A subject is what a figure is a figure of: its indicator, and the text's words for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.claims.figures.path import SUBJECTS
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene
from verbale.lang.match import Match

FARTHEST = 6.0  # how far from the figure, as the way in the parse counts, a word may tell what it is of
ASIDE = 4.0  # how much farther than its own phrase a noun that a figure modifies stands from what is done
BEFORE = 3.0  # how far a noun that a verb joins to the figure behind it is taken to stand at most
MERE = 2.5  # how much farther a word counts that is but the kind of something else
NARROW = 2.5  # how much farther than a word of general meaning one may stand that says it more nearly
EXAMPLE = 5.0  # how much farther a mere example counts
BEHIND = 20  # characters behind a figure in which the word stands that makes it a share


@dataclass(frozen=True, slots=True)
class Subject:
    """The indicator by its code, the words at [start, end) that say so, and whether they tell of trade both ways."""

    indicator: str | None
    start: int
    end: int
    two_way: bool = False


def seat(scene: Scene, quantity: Quantity) -> int | None:
    """The word of the sentence that a figure hangs on the others by: that of a count's noun wherever it stands."""
    noun = quantity.noun
    if noun and not any(other.start <= noun[0] < other.end for other in scene.quantities):
        return scene.tree.head(*noun)
    return scene.tree.head(*quantity.core)


def way(scene: Scene, quantity: Quantity, start: int, end: int) -> tuple[float, frozenset[int]] | None:
    """How far it is from one word to another and by which words; None where it leads by way of another figure.

    What hangs on another figure is told of that one: in "to raise $2 million with $3 million in loans" the loans.
    """
    climbed, descended = scene.tree.ways(start, end)
    own = scene.tree.head(*quantity.core)
    passed = descended[:-1] if descended and _is_amount(scene, descended[-1]) else descended
    if any(word != own and _is_amount(scene, word) for word in passed):
        return None
    cost = scene.tree.cost(climbed, descended) + (ASIDE if _is_of_another(scene, climbed) else 0.0)
    return cost, frozenset((*climbed, *descended))


def _is_amount(scene: Scene, word: int) -> bool:
    """Whether a figure hangs on the others by this word."""
    return any(word in heads for heads in scene.heads.values())


def _is_of_another(scene: Scene, climbed: Sequence[int]) -> bool:
    """Whether the way up leads from a noun that the figure only modifies out of what another is for or to.

    In "gave a study of the $3 million port to Peru" and "… for the $3 million port" the port's price is not given.
    """
    tree = scene.tree
    if len(climbed) < 3 or tree[climbed[0]].dep not in ("compound", "nummod", "amod", "nmod", "quantmod"):
        return False
    purposes = scene.table("flows.purposes")
    nouns = [word for word in climbed[1:] if tree[word].dep not in ("compound", "nummod", "amod", "nmod")]
    outer = nouns[1] if len(nouns) > 1 else climbed[-1]
    return tree[outer].pos == "ADP" and tree[outer].lemma.lower() in purposes


def find_subject(scene: Scene, quantity: Quantity) -> Subject | None:
    """What the figure is of, by the words nearest to it that fit its unit; None where its own words do not say."""
    ranked = sorted(_candidates(scene, quantity), key=lambda entry: (entry.cost, entry.gap))
    if not ranked:
        return _by_unit(scene, quantity)
    nearest = next((entry for entry in ranked if entry.whole), ranked[0])
    if nearest.match.get("general"):
        nearest = next((entry for entry in ranked if _narrows(scene, quantity, entry, nearest)), nearest)
    term = nearest.match
    return Subject(term["indicator"], term.start, term.end, bool(term.get("two_way")))


@dataclass(frozen=True, slots=True)
class _Term:
    """Words that may tell what a figure is of: how far they stand, and whether they are what it is a share of."""

    match: Match
    word: int
    cost: float
    gap: int
    whole: bool


def _candidates(scene: Scene, quantity: Quantity) -> Iterator[_Term]:
    place = seat(scene, quantity)
    for term in scene.near("indicators.terms", quantity):
        word = scene.tree.head(term.start, term.end)
        if word is None or place is None or quantity.kind not in term["kinds"] or not _fits(scene, quantity, term):
            continue
        cost = _cost(scene, quantity, place, term, word)
        if cost is not None and cost <= FARTHEST:
            whole = place in scene.tree.up(word) and is_share(scene, quantity)
            if (whole and term.get("measure")) or (term.get("beside") and scene.tree[place].head != word):
                continue  # "3 percent of GDP" is of something else, "$3 million for a plant" not its price
            yield _Term(term, word, cost, abs(term.start - quantity.start), whole)


def is_share(scene: Scene, quantity: Quantity) -> bool:
    """Whether the words behind the figure say of what it is a part: "40 percent of its exports"."""
    behind = scene.content[quantity.end : quantity.end + BEHIND].lower().split()
    of = quantity.kind == "percent" and bool(behind) and behind[0] in scene.table("figures.shares")
    if not of or (behind[1:2] and behind[1].strip(",;") in scene.table("figures.anaphora")):
        return False
    left, _ = scene.room(quantity)
    return not scene.within("figures.share_before", left, quantity.start)  # "imports make up 5 percent of demand"


def _narrows(scene: Scene, quantity: Quantity, term: _Term, general: _Term) -> bool:
    """Whether the term says more nearly what a general one does: "exports of crude oil", "buy $3 million of grain"."""
    if term.match.get("general") or term.cost > general.cost + NARROW:
        return False
    above = [general.word, seat(scene, quantity)]
    joined = list(_up_to(scene, term.word, above))
    return joined[-1] in above and not any(scene.tree[word].dep == "conj" for word in joined[:-1])


def _up_to(scene: Scene, word: int, above: Sequence[int | None]) -> Iterator[int]:
    """The words from one up to the first of those."""
    for step in scene.tree.up(word):
        yield step
        if step in above:
            return


def _fits(scene: Scene, quantity: Quantity, term: Match) -> bool:
    """Whether the term names no source of statistics and is no part of a name, and what it needs beside it is there."""
    if any(a <= term.start < b for a, b in (m.groups["who"] for m in scene.matches("figures.attributions"))):
        return False
    if scene.content[term.start - 1 : term.start] == "-":  # "active-duty" is no duty
        return False
    if is_named(scene, term) or quantity.value < term.get("least", quantity.value):
        return False
    frame = term.get("only")
    if frame is None:
        return True
    if term.start < quantity.end:
        return False
    return any(m.rule.id.endswith(f".{frame}") and m.start != term.start for m in scene.matches("flows.frames"))


def is_named(scene: Scene, term: Match) -> bool:
    """Whether the words are part of a longer name: "Trade and Development Agency"."""
    tokens = scene.background.parse.between(term.start, term.end)
    if not tokens or any(token.pos != "PROPN" for token in tokens) or not scene.content[term.start].isupper():
        return False
    inside = scene.background.parse.indices(term.start, term.end)
    after = next((i for i in range(inside.stop, inside.stop + 2) if not _links(scene, i)), inside.stop)
    return any(_is_name(scene, i) for i in (inside.start - 1, after))


def _links(scene: Scene, word: int) -> bool:
    return word in scene.tree.words and scene.tree[word].pos in ("CCONJ", "ADP")


def _is_name(scene: Scene, word: int) -> bool:
    """Whether the word is part of a name, and no country's."""
    if word not in scene.tree.words or scene.tree[word].pos != "PROPN":
        return False
    return not any(place.start <= scene.tree[word].start < place.end for place in scene.places)


def _cost(scene: Scene, quantity: Quantity, place: int, term: Match, word: int) -> float | None:
    """How far the term stands from the figure, in the parse; nothing where it is in the figure's own words."""
    noun = quantity.noun or quantity.core
    if any(start < term.end and term.start < end for start, end in (noun, quantity.core)):
        return 0
    reached = way(scene, quantity, place, word)
    if quantity.kind == "count" and not (term.get("counted") and reached and _is_counted(scene, place, word)):
        return None
    joined = BEFORE if _is_joined(scene, quantity, term) else None
    if reached is None and joined is None:
        return None
    cost = min(entry for entry in (reached[0] if reached else None, joined) if entry is not None)
    cost += (MERE if _is_mere(scene, word) else 0.0) - float(term.get("nearer", 0))
    return cost + (EXAMPLE if _is_example(scene, quantity, place, term, word) else 0.0)


def _is_mere(scene: Scene, word: int) -> bool:
    """Whether the word only says of what kind another thing is: "vehicle batteries", "oil workers"."""
    tree = scene.tree
    head = tree[word].head
    if tree[word].dep not in ("compound", "nmod") or head == word:
        return False
    known = (*scene.matches("flows.frames"), *scene.matches("indicators.terms"))
    return not any(match.start <= tree[head].start < match.end for match in known)


def _is_counted(scene: Scene, place: int, word: int) -> bool:
    """Whether a count hangs on the word, or is the subject of which it is the object: "5 million people made trips"."""
    tree = scene.tree
    made = tree[word].dep == "dobj" and tree[place].dep in SUBJECTS and tree[word].head == tree[place].head
    return made or word in list(tree.up(place))[:3]


def _is_joined(scene: Scene, quantity: Quantity, term: Match) -> bool:
    """Whether a verb joins the term to the figure right behind it, whatever the parse: "… and exports rose to $3"."""
    left, _ = scene.room(quantity)
    if not left <= term.start < quantity.start or scene.previous(quantity) is None:
        return False
    between = scene.background.parse.between(term.end, quantity.start)
    return any(token.pos == "VERB" for token in between)


def _is_example(scene: Scene, quantity: Quantity, place: int, term: Match, word: int) -> bool:
    """Whether the term only names an example of what is measured: "goods, including timber, worth …"."""
    if term.start > quantity.start:
        return False
    left, _ = scene.room(quantity)
    heads = {scene.tree.head(match.start, match.end) for match in scene.within("figures.examples", left, term.start)}
    above = list(scene.tree.up(place))
    return any(step in heads and step not in above for step in scene.tree.up(word))


def _by_unit(scene: Scene, quantity: Quantity) -> Subject | None:
    indicator = scene.table("indicators.by_unit").get(quantity.unit)
    return Subject(str(indicator), *quantity.core) if indicator else None
