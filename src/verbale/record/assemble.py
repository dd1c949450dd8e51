"""Assembling a record puts the stages' findings together and holds them to the one law."""

from collections.abc import Iterator
from dataclasses import replace

from verbale.lang.pack import Language, languages
from verbale.model.claim import Check, Date, Figure
from verbale.model.found import Found
from verbale.model.issue import Issue
from verbale.model.record import SCHEMA, Document, Origin, Record
from verbale.model.source import Source
from verbale.model.span import hold
from verbale.model.statement import Actor, Statement
from verbale.model.structure import Exchange, Participant, Passage, Structure
from verbale.model.text import Text


def assemble(
    source: Source,
    text: Text,
    language: Language,
    structure: Structure,
    participants: tuple[Participant, ...],
    relation: tuple[str, ...],
    actors: tuple[Actor, ...],
    statements: Found[Statement],
    figures: Found[Figure],
    dates: Found[Date],
    exchanges: tuple[Exchange, ...],
    checks: tuple[Check, ...],
) -> Record:
    """The record of a source, from what each stage found.

    Raises:
        BrokenAnchor: a stage made a span whose words do not stand in the text.
    """
    by_label = {alias: actor.id for actor in actors for alias in (actor.name, *actor.aliases)}
    sides = _sides(participants, by_label)
    issues = (
        *text.issues,
        *structure.issues,
        *_of_the_whole(text, structure, language),
        *dates.issues,
        *statements.issues,
        *figures.issues,
    )
    record = Record(
        schema=SCHEMA,
        document=_document(source, structure, language, participants, relation),
        text=text.content,
        origin=tuple((run.text_start, run.source_start, run.length) for run in text.alignment.runs),
        passages=tuple(_spoken_by(passage, by_label, sides) for passage in structure.passages),
        exchanges=tuple(_between(exchange, by_label, sides) for exchange in exchanges),
        actors=actors,
        statements=statements.values,
        figures=figures.values,
        dates=dates.values,
        checks=checks,
        issues=tuple(sorted(issues, key=lambda issue: (issue.span.start, issue.span.end, issue.what))),
    )
    verify(record)
    return record


def verify(record: Record) -> None:
    """Hold every span of a record to the one law.

    Raises:
        BrokenAnchor: words do not stand where a span says.
    """
    hold(record, record.text, record.document.id)


def _document(
    source: Source,
    structure: Structure,
    language: Language,
    participants: tuple[Participant, ...],
    relation: tuple[str, ...],
) -> Document:
    head = structure.head
    return Document(
        id=source.sha256[:16],
        source=Origin(source.uri, source.sha256, source.media_type, len(source.content)),
        title=head.title,
        authors=head.authors,
        publisher=head.publisher,
        published=head.published,
        language=language.code,
        genre=head.genre,
        relation=relation,
        participants=participants,
        lineage=head.lineage,
    )


def _of_the_whole(text: Text, structure: Structure, language: Language) -> Iterator[Issue]:
    nowhere = text.span(0, 0)
    if language.code not in languages():
        yield Issue(nowhere, "language", f"no language pack for {language.code!r}: only what needs no words was read")
    if structure.head.published is None:
        yield Issue(nowhere, "metadata", "the text does not say when it was published")
    if structure.head.title is None:
        yield Issue(nowhere, "metadata", "the text has no title")


def _sides(participants: tuple[Participant, ...], by_label: dict[str, str]) -> dict[str, str | None]:
    """The actor who asks and the one who answers in an interview without labels, where there is one of each kind."""
    sides: dict[str, str | None] = {}
    for kind, part in (("question", "interviewer"), ("answer", "interviewee")):
        names = [participant.name for participant in participants if participant.part == part]
        sides[kind] = by_label.get(names[0]) if len(names) == 1 else None
    return sides


def _spoken_by(passage: Passage, by_label: dict[str, str], sides: dict[str, str | None]) -> Passage:
    return replace(passage, speaker=by_label.get(passage.speaker) if passage.speaker else sides.get(passage.kind))


def _between(exchange: Exchange, by_label: dict[str, str], sides: dict[str, str | None]) -> Exchange:
    question, answer = exchange.question, exchange.answer
    if question.speaker is answer.speaker is None:
        asks, replies = sides["question"], sides["answer"]
    else:
        asks, replies = by_label.get(question.speaker or ""), by_label.get(answer.speaker or "")
    return replace(exchange, question=replace(question, speaker=asks), answer=replace(answer, speaker=replies))
