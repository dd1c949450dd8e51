"""Finding figures is reading the sentences of a text in order, each with its quantities and what they share."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verbale.claims.figures.attribution import Attribution, Attributions
from verbale.claims.figures.flow import Flow, find_flow
from verbale.claims.figures.measure import Measured, find_measure
from verbale.claims.figures.modality import find_modality
from verbale.claims.figures.period import Period, established, find_period
from verbale.claims.figures.quantity import Grammar, Quantity
from verbale.claims.figures.role import find_role
from verbale.claims.figures.scene import Background, Place, Scene, Time
from verbale.claims.figures.subject import Subject, find_label, find_subject
from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.claim import Date, Figure, Mention
from verbale.model.found import Found
from verbale.model.identity import identify
from verbale.model.issue import Issue
from verbale.model.span import Span
from verbale.model.statement import Actor, By, Statement
from verbale.model.structure import Passage, Structure
from verbale.model.text import Text

VERSION = "1"
WHY_LOOSE = "a number whose unit the text does not say"
LEFT_OUT = frozenset({"title", "byline"})  # what they say stands in the text as well
SPOKEN = frozenset({"answer", "turn", "quote_block"})  # whose figures are those of the speaker's country


def find_figures(
    text: Text,
    structure: Structure,
    parse: Parse,
    mentions: Sequence[Mention],
    dates: Found[Date],
    actors: Sequence[Actor],
    statements: Found[Statement],
    relation: Sequence[str],
    language: Language,
) -> Found[Figure]:
    """The figures of a text in order, each with its meaning as far as the text settles it."""
    times = [_time(date, language) for date in dates if date.kind != "anniversary"]
    calendar = [(date.span.start, date.span.end) for date in dates]
    homes = tuple(dict.fromkeys((*relation, *(mention.code for mention in mentions))))
    grammar = Grammar(text.content, language, parse, mentions, calendar, homes)
    background = _background(text, structure, parse, times, relation, language)
    voices = Voices(text, actors, statements.values, mentions)
    figures: list[Figure] = []
    issues: list[Issue] = []
    reader = Reader(text)
    for passage, sentence in _sentences(structure):
        quantities, loose = grammar.quantities(sentence)
        issues += [Issue(text.span(number.start, number.end), "figure", WHY_LOOSE) for number in loose]
        places = voices.places(sentence, language)
        here = [time for time in times if time.value and _in(time.start, sentence)]
        spoken, topic = voices.country(sentence), voices.topic(passage.span.start, sentence.start)
        scene = Scene(background, sentence, quantities, places, here, spoken, topic)
        figures += reader.read(scene, passage, voices)
    return Found(tuple(figures), tuple(issues))


def _time(date: Date, language: Language) -> Time:
    lead = language.rules("figures.leads").at(date.span.text, 0)
    return Time(date.span.start, date.span.end, date.value or "", date.span.start + (lead.end if lead else 0))


def _background(
    text: Text, structure: Structure, parse: Parse, times: Sequence[Time], relation: Sequence[str], language: Language
) -> Background:
    content = text.content
    found = language.rules("figures.establishment").find(content)
    years = [(m.start, int(content[slice(*m.groups["years"])])) for m in found]
    since = established(content, years, times, structure.head.published)
    return Background(content, language, parse, tuple(relation), structure.head.published, since)


def _sentences(structure: Structure) -> Iterator[tuple[Passage, Span]]:
    """The sentences of the passages that are read for figures; both are in the order of the text."""
    sentences = iter(structure.sentences)
    sentence = next(sentences, None)
    for passage in structure.passages:
        while sentence and sentence.start < passage.span.end:
            if sentence.start >= passage.span.start and passage.kind not in LEFT_OUT:
                yield passage, sentence
            sentence = next(sentences, None)


def _in(position: int, span: Span) -> bool:
    return span.start <= position < span.end


def _is_country(code: str) -> bool:
    """Whether a code is that of a country (ISO 3166-1 alpha-3), not a bloc's name."""
    return len(code) == 3 and code.isalpha()


class Voices:
    """Who speaks where in a text, for which country, and which words stand for a country there."""

    def __init__(
        self, text: Text, actors: Sequence[Actor], statements: Sequence[Statement], mentions: Sequence[Mention]
    ) -> None:
        self._content = text.content
        self._actors = {actor.id: actor for actor in actors}
        self._statements = statements
        named = [Place(m.span.start, m.span.end, m.code, m.form) for m in mentions]
        held = {place.start for place in named}
        offices = [
            Place(span.start, span.end, actor.country, "office")
            for actor in actors
            if actor.country and actor.kind == "person" and _is_country(actor.country)
            for span in actor.mentions
            if not any(span.start <= start < span.end for start in held)
        ]
        self._places = sorted((*named, *offices), key=lambda place: place.start)

    def speaker(self, span: Span) -> Actor | None:
        """Who says the words of the span: the speaker of the shortest statement that holds it."""
        covering = [s for s in self._statements if s.span.start <= span.start and span.end <= s.span.end and s.speaker]
        shortest = min(covering, key=lambda s: s.span.end - s.span.start, default=None)
        return self._actors.get(shortest.speaker or "") if shortest else None

    def country(self, span: Span) -> str | None:
        """The country for which the speaker of the span's first word speaks."""
        speaker = self.speaker(Span(span.start, span.start, ""))
        country = speaker.country if speaker else None
        return country if country and _is_country(country) else None

    def topic(self, start: int, end: int) -> str | None:
        """The country that the stretch names, if it names just one."""
        codes = {place.code for place in self._places if start <= place.start < end}
        return codes.pop() if len(codes) == 1 else None

    def places(self, sentence: Span, language: Language) -> list[Place]:
        """The words of a sentence that stand for a country, in order; "we" stands for the speaker's."""
        found = [place for place in self._places if _in(place.start, sentence)]
        selves = language.rules("figures.selves").find(self._content, sentence.start, sentence.end)
        spoken = [(m, self.country(Span(m.start, m.start, ""))) for m in selves]
        found += [Place(m.start, m.end, country, "self") for m, country in spoken if country]
        return sorted(found, key=lambda place: place.start)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure means besides its quantity, as the figures after it may share it."""

    measured: Measured
    subject: Subject | None
    flow: Flow
    period: Period
    attribution: Attribution | None
    label: str | None


def _own_subject(scene: Scene, quantity: Quantity) -> bool:
    """Whether a noun between the figure before and this one is said of this one: "… and sales reached"."""
    left, _ = scene.room(quantity)
    parse = scene.background.parse
    before = parse.between(max(left, scene.span.start), quantity.start)
    return scene.previous(quantity) is not None and any(t.dep == "nsubj" and t.pos == "NOUN" for t in before)


def _has_agent(scene: Scene, quantity: Quantity) -> bool:
    """Whether a country is the subject of the words between the figure before and this one."""
    left, _ = scene.room(quantity)
    return any(left <= place.start < quantity.start and find_role(scene, place).subject for place in scene.places)


class Reader:
    """The reader of a text's figures: what it has read last in the passage is what later figures share."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._attributions = Attributions()
        self._passage: Passage | None = None
        self._last: tuple[Quantity, Meaning] | None = None

    def read(self, scene: Scene, passage: Passage, voices: Voices) -> Iterator[Figure]:
        """The figures of the next sentence."""
        if passage is not self._passage:
            self._passage, self._last = passage, None
        attributions = self._attributions.read(scene, passage.id)
        for quantity in scene.quantities:
            meaning = self._meaning(scene, quantity, self._attributions.of(quantity, attributions))
            self._last = quantity, meaning
            yield self._figure(scene, quantity, meaning, passage, voices)
        self._attributions.close(attributions)

    def _meaning(self, scene: Scene, quantity: Quantity, attribution: Attribution | None) -> Meaning:
        shared = self._shared(scene, quantity)
        subject = find_subject(scene, quantity)
        measured = find_measure(scene, quantity, shared.measured if shared else None)
        of = subject or (shared.subject if shared else None)
        accrues = of is not None and of.indicator in scene.table("figures.accrued")
        compares = measured.measure in ("growth", "change")
        period = find_period(scene, quantity, self._carried(scene), compares, accrues)
        if subject is None and shared:
            source = attribution or shared.attribution
            flow = find_flow(scene, quantity, None) if _has_agent(scene, quantity) else shared.flow
            return replace(shared, measured=measured, period=period, attribution=source, flow=flow)
        flow = find_flow(scene, quantity, subject)
        label = find_label(scene, quantity, subject)
        return Meaning(measured, subject, flow, period, attribution, label)

    def _carried(self, scene: Scene) -> Period | None:
        """The period of the figure before, in this sentence or the passage's earlier ones."""
        return self._last[1].period if self._last else None

    def _shared(self, scene: Scene, quantity: Quantity) -> Meaning | None:
        """What the figure before it means, if it stands in the same sentence and may be of the same thing."""
        if self._last is None:
            return None
        other, meaning = self._last
        if other.start < scene.span.start and quantity.kind != "percent":
            return None
        if _own_subject(scene, quantity):
            return None
        akin = quantity.kind == other.kind or "percent" in (quantity.kind, other.kind)
        return meaning if akin and quantity.kind != "count" else None

    def _figure(self, scene: Scene, quantity: Quantity, meaning: Meaning, passage: Passage, voices: Voices) -> Figure:
        span = self._text.span(quantity.start, quantity.end)
        sign = meaning.measured.sign
        speaker = voices.speaker(span)
        source = meaning.attribution
        reporter = source.reporter if source else None
        if source is None and passage.kind in SPOKEN and speaker:
            reporter = voices.country(span)
        subject = meaning.subject
        return Figure(
            id=identify("figure", span.start, span.end, quantity.value),
            span=span,
            value=sign * quantity.value,
            unit=quantity.unit,
            by=By("figures", subject.indicator if subject and subject.indicator else quantity.kind, VERSION),
            low=None if quantity.low is None else sign * quantity.low,
            high=None if quantity.high is None else sign * quantity.high,
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
            modality=find_modality(scene, quantity, meaning.period.period),
            speaker=speaker.id if speaker else None,
        )
