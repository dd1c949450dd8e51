"""A measure is what kind of observation a figure is: a level, a change, a growth, a share or a rate."""

from dataclasses import dataclass

from verbale.claims.figures.governor import MODIFIERS, Syntax
from verbale.claims.figures.path import SUBJECTS
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene
from verbale.lang.match import Match
from verbale.model.claim import Measure

POINT = "percentage_point"
NEAR = 45  # characters between a figure and the word that makes it a growth
MONETARY_NEAR = 30
GOVERNORS = 4  # words that a figure hangs on among which its change is


@dataclass(frozen=True, slots=True)
class Measured:
    """The measure, and -1 where the figure tells of a fall."""

    measure: Measure
    sign: int = 1


def find_measure(scene: Scene, quantity: Quantity, before: Measured | None) -> Measured:
    """What kind of figure it is; `before` is the figure's before it, which a coordinated figure shares."""
    if quantity.growth:
        return Measured("growth")
    change = _change(scene, quantity)
    if quantity.unit == POINT:
        return Measured("change", change["sign"] if change else 1)
    if before and before.measure == "growth" and _restated(scene, quantity):
        return Measured("change", before.sign)
    if quantity.kind == "percent":
        return _percent(scene, quantity, change, before)
    if _adds(scene, quantity):
        return Measured("change")
    return Measured("change", change["sign"]) if change and _by(scene, quantity, change) else Measured("level")


def _percent(scene: Scene, quantity: Quantity, change: Match | None, before: Measured | None) -> Measured:
    """A growth where it is the amount of a change, a rate where a word says so, else a share of a whole."""
    if compared := scene.language.rules("figures.compared").at(scene.content, quantity.end, scene.span.end):
        return Measured("growth", compared["sign"])
    if _qualifies_a_rate(scene, quantity):
        return Measured("rate")
    if _is_rated(scene, quantity) and (change is None or change.start >= quantity.end):
        return Measured("rate")
    share = quantity.fraction or _behind(scene, quantity, "figures.share_after")
    amount = change is not None and _by(scene, quantity, change)
    grows = change and (amount or change.get("rate") or not _settled(scene, quantity))
    if change and grows and (not share or amount):
        return Measured("growth", change["sign"])
    if share:
        return Measured("share")
    if _within(scene, quantity, "figures.rate"):
        return Measured("rate")
    if _within(scene, quantity, "figures.share_before"):
        return Measured("share")
    if _has_rate_as_subject(scene, quantity):
        return Measured("rate")
    shared = before if before and before.measure in ("growth", "share", "rate") else None
    return shared if shared and not (shared.measure == "growth" and _settled(scene, quantity)) else Measured("share")


def _qualifies_a_rate(scene: Scene, quantity: Quantity) -> bool:
    """Whether the figure stands before the rate that it is, whatever is said of that: "a lower 10 percent tariff"."""
    top = scene.tree.head(*quantity.core)
    if top is None or scene.tree[top].dep not in MODIFIERS:
        return False
    return any(match.start == scene.tree[scene.tree[top].head].start for match in scene.matches("figures.rate"))


def _has_rate_as_subject(scene: Scene, quantity: Quantity) -> bool:
    """Whether the figure is told of a rate, however far before: "tariffs on 30 products were cut to 5 percent"."""
    rates = {match.start for match in scene.within("figures.rate", scene.span.start, quantity.start)}
    top = scene.tree.head(*quantity.core)
    above = list(scene.tree.up(top))[:GOVERNORS] if rates and top is not None else []
    subjects = (word for verb in above for word in scene.tree.children(verb, SUBJECTS))
    return any(scene.tree[word].start in rates for word in subjects)


def _adds(scene: Scene, quantity: Quantity) -> bool:
    """Whether it is so much more than there was: "300 more firms", "would add $3 million to the debt"."""
    if quantity.kind == "count" and scene.language.rules("figures.more").first(scene.content, *quantity.core):
        return True
    added = scene.ending("figures.adding", quantity.start)
    told = quantity.unit in scene.table("figures.accounted") or _behind(scene, quantity, "figures.added_to")
    return added is not None and told


def _is_rated(scene: Scene, quantity: Quantity) -> bool:
    """Whether a rate is said to be so much, whatever becomes of it: "the tariff of 10 percent will fall"."""
    rates = scene.within("figures.rate", scene.span.start, quantity.start)
    gap = scene.content[rates[-1].end : quantity.start].strip().lower() if rates else ""
    return gap in scene.table("figures.amounts")


def _restated(scene: Scene, quantity: Quantity) -> bool:
    """Whether the figure says in absolute terms what the growth before it says in percent."""
    previous = scene.previous(quantity)
    gap = scene.content[previous.end : quantity.start].strip().lower() if previous else ""
    return quantity.kind != "percent" and gap in scene.table("figures.restated")


def _settled(scene: Scene, quantity: Quantity) -> bool:
    """Whether the figure is what something rose or fell to."""
    if scene.ending("figures.by", quantity.start):
        return False
    return scene.ending("figures.to", quantity.start) is not None


def _change(scene: Scene, quantity: Quantity) -> Match | None:
    """The word of growth or fall that governs the figure: its verb, else the nearest before it, or right behind it."""
    start, end = scene.segment(quantity)
    left, right = scene.room(quantity)
    before = scene.within("figures.growth", max(start, left), quantity.start)
    behind = scene.within("figures.growth", quantity.end, min(end, right, quantity.end + 25))
    behind = [match for match in behind if not _is_told_of(scene, quantity, match)]
    if behind and (not before or not _verbal(scene, quantity, before[-1])):
        return behind[0]
    near = before[-1] if before and quantity.start - before[-1].end <= NEAR else None
    return near or _governing(scene, quantity)


def _governing(scene: Scene, quantity: Quantity) -> Match | None:
    """The change of which the figure is the amount, however far before: "reduced all that they emit by 5 percent"."""
    if not scene.ending("figures.by", quantity.start):
        return None
    top = scene.tree.head(*quantity.core)
    above = [scene.tree[word].start for word in scene.tree.up(top)] if top is not None else []
    return next((m for m in reversed(scene.matches("figures.growth")) if m.start in above[:GOVERNORS]), None)


def _is_told_of(scene: Scene, quantity: Quantity, change: Match) -> bool:
    """Whether the word behind tells what the counted did: "300 women dropped out"."""
    top = Syntax(scene).of(quantity)
    head = scene.tree[scene.tree[top].head] if top is not None and scene.tree[top].dep == "nsubj" else None
    return quantity.kind == "count" and head is not None and head.start == change.start


def _verbal(scene: Scene, quantity: Quantity, change: Match) -> bool:
    return quantity.start - change.end <= MONETARY_NEAR


def _by(scene: Scene, quantity: Quantity, change: Match) -> bool:
    """Whether the figure is the amount of the change: "rose by 5", "an increase of 5", "a 5 increase"."""
    if change.start >= quantity.end:
        return change.start - quantity.end <= 2
    gap = scene.content[change.end : quantity.start].strip().lower()
    return scene.ending("figures.by", quantity.start) is not None or gap in scene.table("figures.amounts")


def _behind(scene: Scene, quantity: Quantity, rules: str) -> bool:
    return scene.language.rules(rules).at(scene.content, quantity.end, scene.span.end) is not None


def _within(scene: Scene, quantity: Quantity, rules: str) -> bool:
    start, end = scene.segment(quantity)
    left, right = scene.room(quantity)
    return bool(scene.within(rules, max(start, left), min(end, right, quantity.end + NEAR)))
