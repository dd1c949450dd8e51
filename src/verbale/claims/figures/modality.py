"""A modality is whether a figure is so, planned, aimed at, or only supposed.

The words that it hangs on say so; where they do not, as in an item of a list, the words that lead the list in.
"""

from verbale.claims.figures.mood import Mood
from verbale.claims.figures.period import is_ahead, opens_a_change
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene
from verbale.claims.figures.verb import FORECAST, FUTURE, PRESENT, SAME, Said
from verbale.model.claim import Modality

NEAR = 12  # characters between a deadline and the figure behind it


def find_modality(scene: Scene, quantity: Quantity, lead: Said | None, before: Said | None) -> Said:
    """How the figure is said to be: by the sentence, by the words that lead its list in, or as the figure before it."""
    if _is_left(scene, quantity):
        return "actual"
    said = Mood(scene).of(quantity) or lead or PRESENT
    if said == SAME:
        said = before or PRESENT
    if said == PRESENT:
        return FUTURE if is_ahead(scene, quantity) else "actual"
    if said == "planned" and quantity.kind != "money" and _has_deadline(scene, quantity):
        return "target"
    return said


def settled(scene: Scene, said: Said, period: str | None) -> Modality:
    """The modality by the figure's time: a future of what is past by the text's date is translated, and actual."""
    if said == FUTURE:
        return "actual" if _past(scene, period) else "planned"
    if said == FORECAST:
        return "planned"
    return said if said in ("planned", "target", "hypothetical") else "actual"


def lead_in(scene: Scene) -> Said | None:
    """What the sentence makes of the list that it leads in: "The two sides will:"."""
    return Mood(scene, leading=True).lead()


def _is_left(scene: Scene, quantity: Quantity) -> bool:
    """Whether it is what something is changed from, and so is now: "will cut it from 25 percent to 20"."""
    following = scene.following(quantity)
    if following is None or not opens_a_change(scene, quantity):
        return False
    return scene.ending("figures.to", following.start) is not None


def _has_deadline(scene: Scene, quantity: Quantity) -> bool:
    """Whether what is meant to be is meant to be by a time: "committed to cut it by 40 percent by 2030"."""
    published = scene.background.published
    _, end = scene.segment(quantity)
    later = [time for time in scene.times if published and time.value > published[: len(time.value)]]
    near = [t for t in later if quantity.end <= t.start < end or 0 <= quantity.start - t.end < NEAR]
    return any(scene.ending("figures.until", time.core) for time in near)


def _past(scene: Scene, period: str | None) -> bool:
    published = scene.background.published
    if not (period and published):
        return False
    return period.rpartition("/")[2][:4] < published[:4]
