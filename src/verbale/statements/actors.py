"""An actor is somebody who speaks or is spoken of: a person with all the names the text has for them, or a body."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.claim import Mention
from verbale.model.identity import identify
from verbale.model.span import Span
from verbale.model.statement import Actor
from verbale.model.structure import Structure
from verbale.model.text import Text
from verbale.statements.acronyms import with_acronyms
from verbale.statements.bodies import Body, find_bodies
from verbale.statements.designations import Designation, designation_of, find_designations
from verbale.statements.names import key, read_name
from verbale.statements.persons import Person, join_designations, surname_forms
from verbale.statements.tree import Tree
from verbale.statements.voices import Taken, find_voices

_NICKNAME = re.compile(r"[\"“”‘(]([^\W\d_][\w-]*)[\"“”’)]")


def find_actors(
    text: Text, structure: Structure, parse: Parse, mentions: Sequence[Mention], language: Language
) -> tuple[Actor, ...]:
    """Everybody who speaks or is spoken of, persons first, each with every place that names them.

    A person's `aliases` hold the labels of a transcript exactly as they are written, and the other names of the text.
    """
    content = text.content
    labels = list(_labels(structure, language))
    found = find_designations(content, parse, mentions, language)
    designations = [
        *_trimmed(found, labels, structure, language),
        *labels,
        *_authors(text, structure, found, language),
    ]
    people = [_person(text, p, language) for p in join_designations(designations, language)]
    unnamed = [_unnamed(label) for label in _unknown(structure, people)]
    people = _with_surnames(text, [*people, *unnamed], parse, language)
    found_bodies = with_acronyms(content, list(find_bodies(content, mentions, language)))
    bodies = list(_bodies(text, found_bodies))
    taken = Taken.of([span for a in (*people, *bodies) if a.kind in ("person", "organisation") for span in a.mentions])
    voices = find_voices(content, list(_narrated(structure)), Tree.of(parse), taken, mentions, language)
    heard = [body for body in with_acronyms(content, list(voices)) if not taken.holds(body.start)]
    return tuple(_distinct([*people, *bodies, *_bodies(text, heard)]))


def _narrated(structure: Structure) -> Iterator[Span]:
    """The sentences of the writer, in which alone somebody unknown is brought in to speak."""
    passages = [p.span for p in structure.passages if p.kind == "narrative"]
    starts = [span.start for span in passages]
    for sentence in structure.sentences:
        i = bisect_right(starts, sentence.start) - 1
        if i >= 0 and sentence.start < passages[i].end:
            yield sentence


def _labels(structure: Structure, language: Language) -> Iterator[Designation]:
    """One designation for each label of the transcript."""
    seen: set[str] = set()
    for passage in structure.passages:
        if passage.speaker and passage.speaker not in seen:
            seen.add(passage.speaker)
            yield designation_of(passage.speaker, passage.span.start, passage.span.end, language)


def _trimmed(
    found: Sequence[Designation], labels: Sequence[Designation], structure: Structure, language: Language
) -> Iterator[Designation]:
    """The designations, those of titles without the capitalised words that follow a name which the text knows."""
    titles = [p.span for p in structure.passages if p.kind in ("title", "heading")]
    titled = {d for d in found if any(t.start <= d.start < t.end for t in titles)}
    known = {key(d.words, language)[-1] for d in (*found, *labels) if d.words and d not in titled}
    for designation in found:
        yield _cut(designation, known) if designation in titled else designation


def _cut(designation: Designation, known: set[str]) -> Designation:
    words = designation.words
    last = next((i for i, word in enumerate(words) if word.casefold() in known), None)
    if last is None or last == len(words) - 1 or words[last + 1].endswith("."):
        return designation
    over = sum(len(word) + 1 for word in words[last + 1 :])
    return replace(designation, words=words[: last + 1], end=designation.end - over)


def _authors(
    text: Text, structure: Structure, found: Sequence[Designation], language: Language
) -> Iterator[Designation]:
    """The authors that the head names, and the office that a note gives the writer."""
    notes = [match.end for match in language.rules("offices.author").find(text.content)]
    offices = [d for d in found if d.office and not d.words and any(d.start == at for at in notes)]
    bylines = [passage.span for passage in structure.passages if passage.kind == "byline"]
    for author in structure.head.authors:
        name = read_name(author, 0, len(author), language)
        if name is None:
            continue
        at = next((line.start for line in bylines if author in line.text), 0)
        yield Designation(at, at, name.words, definite=True, label=author)
        for d in offices if len(structure.head.authors) == 1 else ():
            yield replace(d, words=name.words)


def _person(text: Text, person: Person, language: Language) -> Actor:
    labels = [d.label for d in person.designations if d.label]
    spans = tuple(dict.fromkeys(text.span(d.start, d.end) for d in person.designations if d.label is None))
    role = person.role
    name = _written(person, text) or (labels[0] if labels else role or "")
    others = dict.fromkeys([*labels, *(s.text for s in spans)])
    return Actor(
        id=identify("actor", "person", name),
        name=name,
        kind="person",
        role=role,
        country=person.country,
        mentions=spans,
        aliases=tuple(alias for alias in others if alias != name),
    )


def _written(person: Person, text: Text) -> str:
    """The fullest name; one that stands in capitals alone is written as names are."""
    words = person.words
    if not words:
        return next((text.content[d.start : d.end] for d in person.designations if d.label is None), "")
    name = " ".join(words)
    return name.title() if len(name) > 1 and name.isupper() else name


def _unknown(structure: Structure, people: Sequence[Actor]) -> Iterator[str]:
    known = {alias for actor in people for alias in (actor.name, *actor.aliases)}
    labels = (p.speaker for p in structure.passages if p.speaker)
    turns = (t.speaker for e in structure.exchanges for t in (e.question, e.answer) if t.speaker)
    yield from (label for label in dict.fromkeys([*labels, *turns]) if label not in known)


def _unnamed(label: str) -> Actor:
    """A speaker whom the transcript does not name: "Q", "MODERATOR"."""
    return Actor(identify("actor", "person", label), label, "person")


def _with_surnames(text: Text, people: Sequence[Actor], parse: Parse, language: Language) -> list[Actor]:
    """The people with the places that name them by one word of their name."""
    owners: dict[str, list[int]] = {}
    for i, actor in enumerate(people):
        for word in _short_forms(actor, language):
            owners.setdefault(word, []).append(i)
    taken = sorted((s.start, s.end) for actor in people for s in actor.mentions)
    more: list[list[Span]] = [[] for _ in people]
    for start, end in _places(text.content, owners, taken, parse):
        among = owners[text.content[start:end]]
        more[min(among, key=lambda i: _nearest(people[i], start))].append(text.span(start, end))
    return [
        replace(actor, mentions=tuple(sorted({*actor.mentions, *spans})))
        for actor, spans in zip(people, more, strict=True)
    ]


def _short_forms(actor: Actor, language: Language) -> list[str]:
    name = read_name(actor.name, 0, len(actor.name), language)
    if name is None:
        return []
    person = Person((Designation(0, 0, name.words),))
    nicknames = [match[1] for span in actor.mentions for match in _NICKNAME.finditer(span.text)]
    return [word for word in dict.fromkeys([*surname_forms(person, language), *nicknames]) if len(word) > 1]


def _places(
    content: str, owners: dict[str, list[int]], taken: Sequence[tuple[int, int]], parse: Parse
) -> Iterator[tuple[int, int]]:
    """Where one of the words stands by itself as a name, outside what is taken already."""
    if not owners:
        return
    starts = [start for start, _ in taken]
    words = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(owners, key=len, reverse=True)))})(?![\w-])")
    for match in words.finditer(content):
        i = bisect_right(starts, match.start()) - 1
        inside = i >= 0 and match.start() < taken[i][1]
        tokens = parse.between(match.start(), match.end())
        if not inside and (not tokens or tokens[0].pos in ("PROPN", "NOUN", "X")):
            yield match.start(), match.end()


def _nearest(actor: Actor, position: int) -> int:
    """How far the nearest earlier place is that names the actor; later places count only where there is none."""
    return min(
        (position - s.start if s.start <= position else s.start - position + 10**9 for s in actor.mentions),
        default=10**12,
    )


def _bodies(text: Text, bodies: Iterable[Body]) -> Iterator[Actor]:
    """One actor a body, with all the places that name it."""
    groups: dict[tuple[str, str], list[Body]] = {}
    for body in bodies:
        groups.setdefault((body.kind, _plain(body.name)), []).append(body)
    for (kind, _), group in groups.items():
        name = group[0].name
        spans = sorted({text.span(b.start, b.end) for b in group})
        yield Actor(
            id=identify("actor", kind, name),
            name=name,
            kind=group[0].kind,
            country=next((b.country for b in group if b.country), None),
            mentions=tuple(spans),
            aliases=tuple(dict.fromkeys(s.text for s in spans if s.text != name)),
        )


def _plain(name: str) -> str:
    return " ".join(name.lower().split())


def _distinct(actors: Sequence[Actor]) -> Iterator[Actor]:
    """Actors of one id are one."""
    seen: dict[str, Actor] = {}
    for actor in actors:
        other = seen.get(actor.id)
        seen[actor.id] = _merged(other, actor) if other else actor
    yield from seen.values()


def _merged(one: Actor, other: Actor) -> Actor:
    return replace(
        one,
        role=one.role or other.role,
        country=one.country or other.country,
        mentions=tuple(sorted({*one.mentions, *other.mentions})),
        aliases=tuple(dict.fromkeys([*one.aliases, *other.aliases])),
    )
