"""Finding figures is reading the sentences of a text in order, each with its quantities and what they share."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.claims.figures.grammar import Grammar
from verbale.claims.figures.period import established
from verbale.claims.figures.places import find_places
from verbale.claims.figures.reading import Reader
from verbale.claims.figures.scene import Background, Scene, Time
from verbale.claims.figures.setting import Settings
from verbale.claims.figures.sweep import Sweep
from verbale.claims.figures.voices import Home, Voices
from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.claim import Date, Figure, Mention
from verbale.model.found import Found
from verbale.model.issue import Issue
from verbale.model.span import Span
from verbale.model.statement import Actor, Statement
from verbale.model.structure import Passage, Structure
from verbale.model.text import Text

WHY_LOOSE = "a number whose unit the text does not say"
PAIR = 2
ALOUD = frozenset({"press_conference", "speech", "interview"})
FEW, PART = 2, 10  # other countries' mentions in a text about none of them: so many, or this part of all
LEFT_OUT = frozenset({"title", "byline"})  # what they say stands in the text as well


def find_figures(
    text: Text,
    structure: Structure,
    parse: Parse,
    mentions: Sequence[Mention],
    dates: Found[Date],
    actors: Sequence[Actor],
    statements: Found[Statement],
    relation: Sequence[str],
    home: str | None,
    language: Language,
) -> Found[Figure]:
    """The figures of a text in order, each with its meaning as far as the text settles it."""
    times = [_time(date, language) for date in dates if date.kind != "anniversary"]
    homes = tuple(dict.fromkeys((*relation, *(mention.code for mention in mentions))))
    grammar = Grammar(text.content, language, parse, homes)
    own, aloud = _is_domestic(mentions, relation, home), structure.head.genre in ALOUD
    background = replace(
        _background(text, structure, parse, times, relation, language), home=home, domestic=own, aloud=aloud
    )
    voices = Voices(actors, statements.values, mentions, _home(structure, relation, home))
    mentioned = Sweep(mentions, lambda mention: (mention.span.start, mention.span.end))
    calendar = Sweep(dates, lambda date: (date.span.start, date.span.end))
    clock = Sweep(times, lambda time: (time.start, time.end))
    figures: list[Figure] = []
    issues: list[Issue] = []
    reader = Reader(text)
    settings = Settings(text)
    for passage, sentence in _sentences(structure):
        quantities, loose = grammar.quantities(sentence, mentioned.at(sentence), calendar.at(sentence))
        issues += [Issue(text.span(number.start, number.end), "figure", WHY_LOOSE) for number in loose]
        voices.turn_to(passage.span, sentence)
        here = [time for time in clock.at(sentence) if time.value]
        named = voices.places(text.content, sentence, language)
        places = find_places(text.content, sentence, language, parse, named, relation, home, voices.topic)
        setting = settings.at(passage, sentence, places)
        topic = voices.topic or (setting.heading[0] if len(setting.heading) == 1 else None)
        spoken = voices.country(sentence.start)
        scene = Scene(background, sentence, quantities, places, here, spoken, topic, setting.lead, voices.named)
        figures += reader.read(scene, passage, voices)
    return Found(tuple(figures), tuple(issues))


def _home(structure: Structure, relation: Sequence[str], home: str | None) -> Home:
    return Home(home, len(relation) < PAIR, structure.head.genre == "readout") if home else Home()


def _is_domestic(mentions: Sequence[Mention], relation: Sequence[str], home: str | None) -> bool:
    """Whether a state's own text is about no other: it names others seldom, if at all."""
    others = sum(mention.code != home for mention in mentions)
    return home is not None and not relation and others <= max(FEW, len(mentions) // PART)


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
