"""A measure is what kind of observation a figure is: a level, a change, a growth, a share or a rate."""

from dataclasses import dataclass

from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene
from verbale.lang.match import Match
from verbale.model.claim import Measure

POINT = "percentage_point"
NEAR = 45  # characters between a figure and the word that makes it a growth
MONETARY_NEAR = 30


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
    if change and change.start >= quantity.end and quantity.kind == "percent" and _is_rated(scene, quantity):
        return Measured("rate")
    if before and before.measure == "growth" and _restated(scene, quantity):
        return Measured("change", before.sign)
    if quantity.unit == POINT:
        return Measured("change", change["sign"] if change else 1)
    if quantity.kind != "percent":
        return Measured("change", change["sign"]) if change and _by(scene, quantity, change) else Measured("level")
    share = quantity.fraction or _behind(scene, quantity, "figures.share_after")
    grows = change and (change.get("rate") or not _settled(scene, quantity))
    if change and grows and (not share or _by(scene, quantity, change)):
        return Measured("growth", change["sign"])
    if share:
        return Measured("share")
    if _within(scene, quantity, "figures.rate"):
        return Measured("rate")
    if _within(scene, quantity, "figures.share_before"):
        return Measured("share")
    return before if before and before.measure in ("growth", "share", "rate") else Measured("rate")


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
    """The nearest word of growth or fall that governs the figure: before it, or right behind it."""
    start, end = scene.segment(quantity)
    left, right = scene.room(quantity)
    before = scene.within("figures.growth", max(start, left), quantity.start)
    behind = scene.within("figures.growth", quantity.end, min(end, right, quantity.end + 25))
    if behind and (not before or not _verbal(scene, quantity, before[-1])):
        return behind[0]
    return before[-1] if before and quantity.start - before[-1].end <= NEAR else None


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
