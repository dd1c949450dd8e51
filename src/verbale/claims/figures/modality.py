"""A modality is whether a figure is so, planned, aimed at, or only supposed."""

from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene
from verbale.model.claim import Modality

BEHIND = 45  # characters behind a figure in which a word makes it a plan: "$3 million in commitments"


def find_modality(scene: Scene, quantity: Quantity, period: str | None) -> Modality:
    """How the figure is said to be; a future of what is past by the text's date is translated idiom, and actual."""
    said, future = _said(scene, quantity)
    return "actual" if future and _past(scene, period) else said


def _said(scene: Scene, quantity: Quantity) -> tuple[Modality, bool]:
    """The modality that the words give, and whether a bare future gives it."""
    _, end = scene.segment(quantity)
    behind = scene.within("figures.modality", quantity.end, min(end, quantity.end + BEHIND, scene.room(quantity)[1]))
    if behind and behind[0].get("noun"):
        return behind[0]["modality"], False
    before = scene.within("figures.modality", scene.span.start, quantity.start)
    if _purpose(scene, quantity):
        return "planned", False
    return (before[-1]["modality"], bool(before[-1].get("future"))) if before else ("actual", False)


def _purpose(scene: Scene, quantity: Quantity) -> bool:
    """Whether the figure is the object of an infinitive that tells what is meant to be: "to raise $5 million"."""
    parse = scene.background.parse
    place = next(iter(parse.indices(*quantity.core)), None)
    for _ in range(6):
        if place is None or parse.tokens[place].pos == "VERB":
            break
        place = parse.tokens[place].head if parse.tokens[place].head != place else None
    if place is None:
        return False
    if parse.tokens[place].dep == "conj" and not _has_subject(scene, place):
        place = parse.tokens[place].head  # "to build a mill and employ 300"
    verb = parse.tokens[place]
    infinitive = place > 0 and parse.tokens[place - 1].pos == "PART" and parse.tokens[place - 1].head == place
    governor = parse.tokens[verb.head]
    return infinitive and verb.start < quantity.start and governor.lemma not in scene.table("figures.achieved")


def _has_subject(scene: Scene, verb: int) -> bool:
    parse = scene.background.parse
    words = parse.between(scene.span.start, parse.tokens[verb].start)
    return any(token.head == verb and token.dep in ("nsubj", "nsubjpass") for token in words)


def _past(scene: Scene, period: str | None) -> bool:
    published = scene.background.published
    if not (period and published):
        return False
    last = period.rpartition("/")[2]
    return last[:4] < published[:4]
