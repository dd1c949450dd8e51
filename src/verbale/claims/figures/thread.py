"""A thread is what the flows of earlier figures lend to later ones that name nobody.

A list's lead-in lends its own to the items, a figure to what "worth" says of it, and to later ones of the same
indicator in its passage.
"""

from dataclasses import replace

from verbale.claims.figures.flow import Flow, find_flow_of_sentence
from verbale.claims.figures.path import VERBAL
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene
from verbale.claims.figures.subject import Subject, seat

LEADS = ":"
NOBODY = Flow()


class Thread:
    """The flows of a text as its figures come."""

    def __init__(self) -> None:
        self._told: dict[str, Flow] = {}
        self._lead = NOBODY
        self._last: tuple[Quantity, Flow] | None = None
        self._before: Scene | None = None

    def turn_to(self, item: bool) -> None:
        """Goes on to the next passage, an item of a list or not."""
        self._told, self._last, self._before = {}, None, None
        self._lead = self._lead if item else NOBODY

    def lent(self, scene: Scene, quantity: Quantity, subject: Subject | None, flow: Flow) -> Flow:
        """The flow of a figure, lent by what went before where its own words leave it open."""
        if self._last and self._last[0] is scene.previous(quantity) and scene.ending("flows.values", quantity.start):
            return replace(self._last[1], told=self._last[1].worth) if self._last[1].complete else flow
        if self._last and self._is_part(scene, quantity) and not flow.origin:
            end = flow.destination or (flow.parties[0] if len(flow.parties) == 1 else None)
            origin = self._last[1].origin
            end = end or (self._last[1].destination if self._is_within(scene, quantity) else None)
            return Flow((), origin, end) if origin and origin != end else flow
        if self._last and self._is_listed(scene, quantity) and not flow.known and _is_told(self._last[1]):
            return self._last[1]
        money = quantity.kind == "money"
        if self._before and money and subject is None and not _is_told(flow) and scene.opens_back():
            said = find_flow_of_sentence(self._before)
            return said if _is_told(said) else flow
        told = self._told.get(subject.indicator or "", NOBODY) if subject else NOBODY
        if told.complete and flow.known and not flow.parties and flow.fits(told):
            return told
        if flow.complete:
            return flow
        if self._lead.complete and not flow.known and _is_bare(scene, self._lead):
            return self._lead
        if scene.unattributed:
            return flow
        if told.complete:
            return told
        return self._lead if _is_told(self._lead) and not (flow.parties or _is_told(flow)) else flow

    def _is_part(self, scene: Scene, quantity: Quantity) -> bool:
        """Whether the figure is told as part of the one before: "…, including $3 million for Peru"."""
        previous = scene.previous(quantity)
        if previous is None or self._last is None or self._last[0] is not previous or previous.kind != quantity.kind:
            return False
        return bool(scene.within("flows.parts", previous.end, quantity.start))

    def _is_listed(self, scene: Scene, quantity: Quantity) -> bool:
        """Whether it counts other things in a list with those before: "sent 700 tanks, 30 ships and 40 aircraft"."""
        previous = scene.previous(quantity)
        if self._last is None or previous is not self._last[0] or not previous.kind == quantity.kind == "count":
            return False
        heads = [seat(scene, one) for one in (previous, quantity)]
        return len({scene.tree.first(head) for head in heads if head is not None}) == 1

    def _is_within(self, scene: Scene, quantity: Quantity) -> bool:
        """Whether it is said to be part of that very sum: "of which $1 billion"."""
        previous = scene.previous(quantity)
        parts = scene.within("flows.parts", previous.end, quantity.start) if previous else []
        return any(match.get("same") for match in parts)

    def take(self, quantity: Quantity, subject: Subject | None, flow: Flow) -> None:
        """Keeps the flow of a figure for those that follow."""
        self._last = quantity, flow
        if subject and subject.indicator and _is_told(flow):
            self._told[subject.indicator] = flow

    def close(self, scene: Scene) -> None:
        """Ends a sentence, which may lead a list in."""
        self._before = scene
        if scene.span.text.rstrip().endswith(LEADS):
            last = self._last[1] if self._last and self._last[0].start >= scene.span.start else NOBODY
            self._lead = last if last.complete else find_flow_of_sentence(scene)


def _is_bare(scene: Scene, lead: Flow) -> bool:
    """Whether an item tells nothing that is done, and names nobody but those of the list: "15 masks for Peruvians"."""
    tree = scene.tree
    done = any(tree[word].pos in VERBAL and tree[word].head == word for word in tree.words)
    return not done and {place.code for place in scene.unattributed} <= {lead.origin, lead.destination}


def _is_told(flow: Flow) -> bool:
    """Whether it has an end of its own, or both its parties."""
    return bool(flow.origin or flow.destination or len(flow.parties) > 1)
