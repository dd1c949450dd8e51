"""A memory is what a reader keeps in mind from one figure to the next: times, and how things were said to be."""

from dataclasses import dataclass

from verbale.claims.figures.measure import Measured
from verbale.claims.figures.modality import lead_in
from verbale.claims.figures.path import VERBAL
from verbale.claims.figures.period import Period, framed, opening, spanning
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene
from verbale.claims.figures.verb import Said
from verbale.model.claim import Modality

COLON = ":"
OPEN = ",;–—-"  # what ends no sentence


@dataclass(frozen=True, slots=True)
class Lead:
    """What the words that lead a list in say of its items: how they are said to be, and of when."""

    said: Said | None = None
    period: Period | None = None


NO_LEAD = Lead()


class Memory:
    """What has been read: of this sentence, of the passage before it, of the words that lead a list in.

    `said` is how the last figure was said to be. A time is carried on within its sentence; beyond it only to what is
    so as the figure before it is, and of the same sort; and a span of time that opens a sentence to all that follows
    in the passage, till another time closes it. One that stands in a heading holds till the next.
    """

    def __init__(self) -> None:
        self.lead = NO_LEAD
        self.said: Modality | None = None
        self._told: dict[str, Measured] = {}  # what the last figure of each kind in the sentence is
        self._is_paragraph = True
        self._is_heading = False
        self._here: Period | None = None
        self._held: Period | None = None
        self._frame: Period | None = None
        self._heading: Period | None = None

    def turn_to(self, item: bool, heading: bool) -> None:
        """Begins a passage: an item of a list takes up what led the list in, another paragraph nothing."""
        self._is_paragraph = not item and not heading
        self._is_heading = heading
        self._heading = None if heading else self._heading
        self.lead = self.lead if item else NO_LEAD
        self._here, self._held, self._frame = None, None, self.lead.period or self._heading

    def begin(self, scene: Scene) -> None:
        """Begins a sentence; its own times close those before it."""
        self._here, self._told = None, {}
        if not scene.times:
            return
        self._frame = framed(scene)
        if self._is_heading:
            self._heading = spanning(scene)
        if not scene.quantities:
            self._held = None

    def take(self, quantity: Quantity, measured: Measured, period: Period, said: Modality) -> None:
        """Takes note of a figure."""
        self._here, self.said = period, said
        self._told[quantity.kind] = measured
        self._held = period if period.period and said == "actual" else self._held

    def close(self, scene: Scene) -> None:
        """Ends a sentence, which may lead a list in: by a colon, or, in a paragraph, for want of another end."""
        last = scene.span.text.rstrip()[-1:]
        if last == COLON or (self._is_paragraph and (last in OPEN or last.isalnum())):
            said = lead_in(scene) if not scene.quantities else self.said
            self.lead = Lead(said, self._here or opening(scene))

    def gapped(self, scene: Scene, quantity: Quantity) -> Measured | None:
        """What a figure is whose verb is left out: "exports rose 4 percent and imports 3 percent"."""
        previous = scene.previous(quantity)
        between = scene.background.parse.between(previous.end, quantity.start) if previous else ()
        terms = {term.start for term in scene.matches("indicators.terms")}  # "imports" is no verb here
        verbs = any(token.pos in VERBAL and token.start not in terms for token in between)
        return None if verbs else self._told.get(quantity.kind)

    def period(self, said: Said, akin: bool) -> Period | None:
        """The time that a figure without one of its own may have: `akin` says that it goes on with the one before."""
        if self._here:
            return self._here
        if said != "actual":
            return None
        return self._frame or (self._held if akin else None)
