"""A reading is what a figure means, made sentence by sentence with what the figures before it share with it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from verbale.claims.figures.attribution import Attribution, Attributions
from verbale.claims.figures.flow import Flow, find_flow
from verbale.claims.figures.governor import VERBAL, Syntax
from verbale.claims.figures.label import find_label
from verbale.claims.figures.measure import Measured, find_measure
from verbale.claims.figures.memory import Memory
from verbale.claims.figures.modality import find_modality, settled
from verbale.claims.figures.period import Period, Sort, find_period
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.role import joint
from verbale.claims.figures.scene import Scene
from verbale.claims.figures.subject import Subject, find_subject, is_share
from verbale.claims.figures.thread import Thread
from verbale.claims.figures.verb import Said
from verbale.claims.figures.voices import Voices
from verbale.model.claim import Figure, Modality
from verbale.model.identity import identify
from verbale.model.statement import By
from verbale.model.structure import Passage
from verbale.model.text import Text

VERSION = "1"
HEADING = "heading"
LARGE = 1e6  # a sum so large, told twice, is one sum
SPOKEN = frozenset({"answer", "turn", "quote_block"})  # whose figures are those of the speaker's country


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure means besides its quantity, as the figures after it may share it."""

    measured: Measured
    subject: Subject | None
    flow: Flow
    period: Period
    attribution: Attribution | None
    label: str | None
    modality: Modality = "actual"


def _indicator(meaning: Meaning) -> str | None:
    return meaning.subject.indicator if meaning.subject else None


def _own_subject(scene: Scene, quantity: Quantity) -> bool:
    """Whether a noun between the figure before and this one is said of this one: "… and sales reached"."""
    left, _ = scene.room(quantity)
    parse = scene.background.parse
    before = parse.between(max(left, scene.span.start), quantity.start)
    return scene.previous(quantity) is not None and any(t.dep == "nsubj" and t.pos == "NOUN" for t in before)


def _own_verb(scene: Scene, quantity: Quantity) -> bool:
    """Whether the figure is the object of another verb than the figure before: "invest $3 to mobilize $5"."""
    previous = scene.previous(quantity)
    verbs = [scene.object_of(one) for one in (previous, quantity) if one]
    return len(verbs) > 1 and None not in verbs and verbs[0] != verbs[1]


def _has_agent(scene: Scene, quantity: Quantity) -> bool:
    """Whether a country is the subject of the words between the figure before and this one."""
    left, _ = scene.room(quantity)
    return any(left <= place.start < quantity.start and scene.is_subject(place) for place in scene.unattributed)


def _is_behind(scene: Scene, quantity: Quantity, subject: Subject | None) -> bool:
    """Whether the words for what a percentage is of stand before the figure before, of which they tell first."""
    previous = scene.previous(quantity)
    return bool(subject and previous and quantity.kind == "percent" and subject.start < previous.start)


def _is_of_goods(scene: Scene, quantity: Quantity) -> bool:
    """Whether the figure before weighs or measures some of the goods: "sold 5 tonnes of cod, a rise of 4 percent"."""
    previous = scene.previous(quantity)
    return previous is not None and previous.kind == "physical"


def _shared_flow(scene: Scene, quantity: Quantity, shared: Meaning) -> Flow:
    """The flow of the figure before, with another end where this one names it: "$3 to Peru and $2 to Chile"."""
    left, right = scene.room(quantity)
    if scene.previous(quantity) is None or not any(left <= place.start < right for place in scene.places):
        return shared.flow
    flow = find_flow(scene, quantity, shared.subject)
    directed = shared.flow.origin or shared.flow.destination
    if directed and any(joint(scene, quantity.end, place) for place in scene.places):
        return flow  # "$3 million from Peru and $3 million from Chile"
    settled = flow.origin and flow.destination if directed else flow.origin or flow.destination
    return flow if settled else shared.flow


def _goes_on(scene: Scene, quantity: Quantity, of: Subject | None) -> bool:
    """Whether the figure goes on with the statistics before it, rather than telling of something that was done."""
    occasional = scene.table("figures.occasional")
    statistic = of is not None and of.indicator is not None and of.indicator not in occasional
    return statistic or scene.refers_back(quantity)


def _sort(scene: Scene, quantity: Quantity, measured: Measured, of: Subject | None, said: Said) -> Sort:
    """What bears on the figure's time: what is built by a year adds up until then, what is reached does not."""
    stands = quantity.kind == "percent" or (of is not None and of.indicator in scene.table("figures.standing"))
    reached = scene.ending("figures.to", quantity.start) is not None or _is_reached(scene, quantity)
    return Sort(measured.measure in ("growth", "change"), not stands and not reached, said != "actual")


def _is_reached(scene: Scene, quantity: Quantity) -> bool:
    """Whether the nearest verb tells of reaching the figure: "to achieve 500 GW by 2030"."""
    syntax = Syntax(scene)
    top = syntax.top(*(quantity.noun or quantity.core))
    above = syntax.governors(top) if top is not None else ()
    verb = next((head for _, head in above if syntax[head].pos in VERBAL), None)
    return verb is not None and syntax.is_in(verb, "figures.reaching")


class Reader:
    """The reader of a text's figures: what it has read last in the passage is what later figures share."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._attributions = Attributions(text.content)
        self._passage: Passage | None = None
        self._last: tuple[Quantity, Meaning] | None = None
        self._items = frozenset(mark.start for mark in text.marked("list_item"))
        self._memory = Memory()
        self._thread = Thread()
        self._sums: dict[tuple[float, str], Meaning] = {}

    def read(self, scene: Scene, passage: Passage, voices: Voices) -> Iterator[Figure]:
        """The figures of the next sentence."""
        if passage is not self._passage:
            self._passage, self._last = passage, None
            self._memory.turn_to(passage.span.start in self._items, passage.kind == HEADING)
            self._thread.turn_to(passage.span.start in self._items)
        self._memory.begin(scene)
        attributions = self._attributions.read(scene, passage)
        for quantity in scene.quantities:
            meaning = self._meaning(scene, quantity, self._attributions.of(scene, quantity, attributions))
            meaning = self._repeated(quantity, meaning)
            self._memory.take(quantity, meaning.measured, meaning.period, meaning.modality)
            self._thread.take(quantity, meaning.subject, meaning.flow)
            self._last = self._last if quantity.slight else (quantity, meaning)
            yield self._figure(scene, quantity, meaning, passage, voices)
        self._attributions.close(scene, attributions)
        self._memory.close(scene)
        self._thread.close(scene)

    def _meaning(self, scene: Scene, quantity: Quantity, attribution: Attribution | None) -> Meaning:
        shared = self._shared(scene, quantity)
        subject = find_subject(scene, quantity)
        if shared and _is_behind(scene, quantity, subject) and (shared.subject or _is_of_goods(scene, quantity)):
            subject = None  # what the figure before is of, told by the same words
        before = self._memory.gapped(scene, quantity) or (shared.measured if shared else None)
        measured = find_measure(scene, quantity, before)
        of = subject or (shared.subject if shared else None)
        said = find_modality(scene, quantity, self._memory.lead.said, self._before(quantity))
        time = self._memory.period(said, _goes_on(scene, quantity, of))
        period = find_period(scene, quantity, time, _sort(scene, quantity, measured, of, said))
        modality = settled(scene, said, period.period)
        if subject is None and shared:
            source = attribution or shared.attribution
            agent = _has_agent(scene, quantity)
            flow = find_flow(scene, quantity, None, shared.flow) if agent else _shared_flow(scene, quantity, shared)
            return replace(shared, measured=measured, period=period, attribution=source, flow=flow, modality=modality)
        flow = find_flow(scene, quantity, subject, shared.flow if shared else None)
        flow = self._thread.lent(scene, quantity, subject, flow)
        if subject is None and flow.told:
            subject = Subject(flow.told, *quantity.core)
        label = find_label(scene, quantity, subject)
        return Meaning(measured, subject, flow, period, attribution, label, modality)

    def _before(self, quantity: Quantity) -> Modality | None:
        """How the same sum was said to be, or else the figure before."""
        told = self._sums.get((quantity.value, quantity.unit))
        return told.modality if told else self._memory.said

    def _repeated(self, quantity: Quantity, meaning: Meaning) -> Meaning:
        """What a sum means that was told before, where only the first telling says it: "the $300 million package"."""
        if quantity.kind != "money" or quantity.value < LARGE:
            return meaning
        first = self._sums.setdefault((quantity.value, quantity.unit), meaning)
        is_open = not meaning.flow.parties and meaning.flow.fits(first.flow)
        akin = None in (meaning.subject, first.subject) or _indicator(meaning) == _indicator(first)
        if not (first.flow.complete and is_open and akin):
            return meaning
        return replace(meaning, flow=first.flow, subject=meaning.subject or first.subject)

    def _shared(self, scene: Scene, quantity: Quantity) -> Meaning | None:
        """What the figure before it means, if it stands in the same sentence and may be of the same thing."""
        if self._last is None:
            return None
        other, meaning = self._last
        if other.start < scene.span.start and quantity.kind != "percent" and not scene.refers_back(quantity):
            return None
        if (
            _own_subject(scene, quantity)
            or _own_verb(scene, quantity)
            or (quantity.kind == "percent" and is_share(scene, quantity))
        ):
            return None
        akin = quantity.kind == other.kind or "percent" in (quantity.kind, other.kind)
        return meaning if akin and quantity.kind != "count" else None

    def _figure(self, scene: Scene, quantity: Quantity, meaning: Meaning, passage: Passage, voices: Voices) -> Figure:
        span = self._text.span(quantity.start, quantity.end)
        value, low, high = quantity.ends(meaning.measured.sign)
        speaker = voices.speaker(span.start, span.end)
        source = meaning.attribution
        if source and not source.lasting and meaning.modality != "actual":
            source = None  # who announces what will be reports no statistic
        reporter = source.reporter if source else None
        if source is None and passage.kind in SPOKEN and speaker:
            reporter = voices.country(span.start)
        subject = meaning.subject
        return Figure(
            id=identify("figure", span.start, span.end, quantity.value),
            span=span,
            value=value,
            unit=quantity.unit,
            by=By("figures", subject.indicator if subject and subject.indicator else quantity.kind, VERSION),
            low=low,
            high=high,
            qualifier=quantity.qualifier,
            measure=meaning.measured.measure,
            indicator=subject.indicator if subject else None,
            label=meaning.label,
            parties=meaning.flow.parties,
            origin=meaning.flow.origin,
            destination=meaning.flow.destination,
            reporter=reporter,
            source=self._text.span(source.start, source.end) if source else None,
            period=meaning.period.period,
            base_period=meaning.period.base,
            modality=meaning.modality,
            speaker=speaker.id if speaker else None,
        )
