"""A participant is somebody who takes part in the document itself: asks, answers, speaks, writes or plays host."""

from collections import Counter
from collections.abc import Iterator, Sequence

from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.model.claim import Mention
from verbale.model.statement import Actor
from verbale.model.structure import Part, Participant, Structure
from verbale.model.text import Text

NEAR = 160  # characters from a word of interviewing to the one who is interviewed
REACH = 24  # characters from "interview with" to the name of who asked: "the newspaper “…"


def find_participants(
    text: Text,
    structure: Structure,
    actors: Sequence[Actor],
    mentions: Sequence[Mention],
    home: str | None,
    language: Language,
) -> tuple[Participant, ...]:
    """Who takes part, each in one part, the one who is asked first; `home` is the state that publishes the text."""
    found: list[tuple[Part, Actor]] = [
        *_by_turns(structure, actors, language),
        *_by_title(text, structure, actors, language),
        *_by_interview(text, structure, actors, language),
        *_authors(structure, actors),
    ]
    order: tuple[Part, ...] = ("interviewee", "interviewer", "speaker", "host", "author")
    once = {actor.id: (part, actor) for part, actor in reversed(found)}
    listed = sorted(once.values(), key=lambda entry: (order.index(entry[0]), found.index(entry)))
    return tuple(
        Participant(actor.name, part, actor.role, actor.country or (home if _is_own(i, part, actor) else None))
        for i, (part, actor) in enumerate(listed)
    )


def _is_own(place: int, part: Part, actor: Actor) -> bool:
    """Whether one without a country serves the state whose organ publishes: all who answer, and the first speaker."""
    return actor.role is not None and (part == "interviewee" or (part == "speaker" and place == 0))


def _by_turns(structure: Structure, actors: Sequence[Actor], language: Language) -> Iterator[tuple[Part, Actor]]:
    """Who answers and who asks, by the labels of the turns; those who answer most come first."""
    labels = {alias: actor for actor in actors for alias in (actor.name, *actor.aliases)}
    sides: tuple[tuple[Part, list[str | None]], ...] = (
        ("interviewee", [e.answer.speaker for e in structure.exchanges]),
        ("interviewer", [e.question.speaker for e in structure.exchanges]),
    )
    for part, turns in sides:
        for label, _ in Counter(label for label in turns if label).most_common():
            if label in labels and label.lower() not in language.table("speech.askers"):
                yield part, labels[label]


def _by_title(
    text: Text, structure: Structure, actors: Sequence[Actor], language: Language
) -> Iterator[tuple[Part, Actor]]:
    """Those whom the title names as answering or speaking."""
    for start, end in _titles(text, structure):
        heading = language.rules("speech.heading").first(text.content, start, end)
        if heading:
            people = _people(actors, heading.end, end)
            yield from ((heading["part"], actor) for actor in people)


def _titles(text: Text, structure: Structure) -> list[tuple[int, int]]:
    spans = [(p.span.start, p.span.end) for p in structure.passages if p.kind == "title"]
    return spans + [(m.start, m.end) for m in text.marked("title")]


def _people(actors: Sequence[Actor], start: int, end: int) -> list[Actor]:
    """The persons named in a stretch, in the order of their names there."""
    places = [
        (span.start, actor)
        for actor in actors
        if actor.kind == "person"
        for span in actor.mentions
        if start <= span.start < end
    ]
    return [actor for _, actor in sorted(places, key=lambda place: place[0])]


def _by_interview(
    text: Text, structure: Structure, actors: Sequence[Actor], language: Language
) -> Iterator[tuple[Part, Actor]]:
    """Who is said to be interviewed, and the outlet or person said to interview them."""
    if any(e.answer.speaker for e in structure.exchanges):
        return
    asked: Counter[str] = Counter()
    asking: list[Actor] = []
    known = {actor.id: actor for actor in actors}
    for passage in structure.passages:
        if passage.kind not in ("narrative", "byline", "caption", "title", "heading"):
            continue
        for match in language.rules("speech.interviewed").find(text.content, passage.span.start, passage.span.end):
            before = _people(actors, max(passage.span.start, match.start - NEAR), match.start)
            if before:
                asked[before[-1].id] += 1
            elif after := _asked_with(text, match, actors, passage.span.end, language):
                asked[after.id] += 1
            asking += _asking(text, match, actors, language)
    ranked = asked.most_common(2)
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1] + 1):
        yield "interviewee", known[ranked[0][0]]
        yield from (("interviewer", actor) for actor in asking)


def _asked_with(text: Text, match: Match, actors: Sequence[Actor], end: int, language: Language) -> Actor | None:
    """ "In an interview with X, Ambassador Lund said": the first person named after it."""
    people = _people(actors, match.end, min(end, match.end + NEAR))
    return people[0] if people else None


def _asking(text: Text, match: Match, actors: Sequence[Actor], language: Language) -> Iterator[Actor]:
    lead = language.rules("speech.asker").at(text.content, match.end)
    start = lead.end if lead else match.end
    if lead is None and match.rule.id.rpartition(".")[2] != "told":
        return
    for actor in actors:
        if actor.kind == "organisation" and any(start <= s.start <= start + REACH for s in actor.mentions):
            yield actor
            return


def _authors(structure: Structure, actors: Sequence[Actor]) -> Iterator[tuple[Part, Actor]]:
    for author in structure.head.authors:
        for actor in actors:
            if author in (actor.name, *actor.aliases):
                yield "author", actor
                break
