"""The statements of a text: turns, replies in full, quotations and reported speech, each with its speaker."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.found import Found
from verbale.model.identity import identify
from verbale.model.issue import Issue
from verbale.model.statement import Actor, By, Statement, StatementKind
from verbale.model.structure import Participant, Passage, Structure
from verbale.model.text import Text
from verbale.statements.marks import Marks, Quoted, read_marks
from verbale.statements.quotes import Evidence, Paragraph, Quotation, find_quotations
from verbale.statements.reported import RECENT, find_reported
from verbale.statements.said import TIMES
from verbale.statements.sayings import Saying, find_sayings, is_within, outside
from verbale.statements.speakers import Directory, Floor, bound_by, resolve
from verbale.statements.tree import Tree

VERSION = "1"
JUMP = 20  # characters of the source left out between two pieces of a text: more is another place
NARRATED = frozenset({"narrative"})
HEADLINE = "title"  # it tells what the text gives in full, and nobody has the floor after it
BESIDE = frozenset({"note", "caption"})  # passages that stand beside the text and do not end a quotation in it
SPOKEN = frozenset({"turn", "answer", "question"})


@dataclass(frozen=True)
class Reading:
    """What reading a text for statements needs throughout."""

    text: Text
    structure: Structure
    tree: Tree
    directory: Directory
    parts: dict[str, Actor]
    language: Language


def find_statements(
    text: Text,
    structure: Structure,
    parse: Parse,
    actors: Sequence[Actor],
    participants: Sequence[Participant],
    language: Language,
) -> Found[Statement]:
    """The statements of a text in order; a mark that encloses nothing and a speaker not known are issues."""
    directory = Directory.of(actors, parse, language)
    parts: dict[str, Actor] = {
        p.part: directory.labels[p.name] for p in reversed(participants) if p.name in directory.labels
    }
    reading = Reading(text, structure, Tree.of(parse), directory, parts, language)
    statements: list[Statement] = []
    issues: list[Issue] = []
    floor, left_open, before = Floor(), False, None
    for passage in structure.passages:
        marks = _marks(text, passage, left_open)
        issues += (Issue(text.span(i, i + 1), "layout", "a quotation mark without its pair") for i in marks.strays)
        found, floor = _read(reading, passage, marks, floor)
        found = _continued(found, passage, marks, before)
        statements += found
        if passage.kind not in BESIDE:
            left_open = any(q.open for q in marks.quoted)
            before = found[-1] if found and (left_open or passage.kind == "quote_block") else None
    unknown = (s for s in statements if s.speaker is None and s.kind in ("direct", "block"))
    issues += (Issue(s.span, "speaker", "the text does not settle who says this") for s in unknown)
    return Found(tuple(sorted(statements, key=lambda s: (s.span.start, -s.span.end))), tuple(issues))


def _continued(found: list[Statement], passage: Passage, marks: Marks, before: Statement | None) -> list[Statement]:
    """The statements of a passage, the first as going on with the one that the passage before left open."""
    goes_on = any(q.start <= passage.span.start + 1 for q in marks.quoted[:1]) or passage.kind == "quote_block"
    if before is None or not goes_on or not found or found[0].kind == "turn":
        return found
    return [replace(found[0], continues=before.id), *found[1:]]


def _marks(text: Text, passage: Passage, left_open: bool) -> Marks:
    if passage.kind not in NARRATED | SPOKEN | {HEADLINE}:
        return Marks((), ())
    return read_marks(text.content, passage.span.start, passage.span.end, resumed=left_open)


def _read(reading: Reading, passage: Passage, marks: Marks, floor: Floor) -> tuple[list[Statement], Floor]:
    """The statements of one passage, and who has the floor after it."""
    if passage.kind == "heading":
        return [], replace(floor, since=passage.span.start)
    if passage.kind == "quote_block":
        return list(_whole(reading, passage, "block", floor.speaker, "blocks.introduced")), floor
    if passage.kind == HEADLINE:
        return _headline(reading, passage, marks, floor), floor
    if passage.kind not in NARRATED | SPOKEN:
        return [], floor
    own = _own(reading, passage) if passage.kind in SPOKEN else reading.parts.get("author")
    floor = replace(floor, own=own, since=floor.since if passage.kind in NARRATED else passage.span.start)
    paragraph = _paragraph(reading, passage, marks)
    turn = list(_whole(reading, passage, "turn", own, "turns.label")) if passage.kind in SPOKEN else []
    quotations, after = find_quotations(
        paragraph, reading.tree, reading.directory, floor, reading.language, strict=passage.kind in SPOKEN
    )
    quoted = [s for q in quotations for s in _quotation(reading, q)]
    reported = _reported(reading, paragraph, floor) if passage.kind in NARRATED else []
    return [*turn, *_placed([*quoted, *reported])], _introduced(reading, passage, after)


def _headline(reading: Reading, passage: Passage, marks: Marks, floor: Floor) -> list[Statement]:
    """The statements of a title: what its own verb of saying reports."""
    paragraph = _paragraph(reading, passage, marks)
    found, _ = find_quotations(paragraph, reading.tree, reading.directory, floor, reading.language, strict=True)
    quoted = [s for q in found if q.evidence.cue for s in _quotation(reading, q)]
    return _placed([*quoted, *_reported(reading, paragraph, floor)])


def _placed(statements: Sequence[Statement]) -> list[Statement]:
    """The statements in order, each with the one of reported speech whose words it is part of."""
    placed: list[Statement] = []
    open_: list[Statement] = []  # those of reported speech that hold the place reached, the innermost last
    for one in sorted(statements, key=lambda s: (s.span.start, -s.span.end)):
        while open_ and open_[-1].span.end <= one.span.start:
            open_.pop()
        holder = next((s for s in reversed(open_) if s.span.holds(one.span) and s.span != one.span), None)
        placed.append(replace(one, within=holder.id) if holder else one)
        if one.kind == "indirect":
            open_.append(placed[-1])
    return placed


def _own(reading: Reading, passage: Passage) -> Actor | None:
    """Whose turn it is: the label's actor, else who asks or is asked in the document."""
    if passage.speaker:
        return reading.directory.labels.get(passage.speaker)
    return reading.parts.get("interviewer" if passage.kind == "question" else "interviewee")


def _paragraph(reading: Reading, passage: Passage, marks: Marks) -> Paragraph:
    span = passage.span
    sentences = reading.structure.sentences
    lo = bisect_left(sentences, span.start, key=lambda s: s.start)
    hi = bisect_left(sentences, span.end, key=lambda s: s.start)
    inside = [(q.start, q.end) for q in marks.quoted]
    sayings: list[Saying] = []
    for s in sentences[lo:hi]:
        sayings += find_sayings(reading.text.content, (s.start, s.end), reading.tree, reading.language)
    breaks = tuple(s.start for s in sentences[lo:hi] if not is_within(s.start, inside))
    return Paragraph(reading.text.content, span.start, span.end, marks.quoted, breaks, tuple(outside(sayings, inside)))


def _introduced(reading: Reading, passage: Passage, floor: Floor) -> Floor:
    """The floor, given to the one whose reply the passage brings in at its end."""
    content = reading.text.content
    match = reading.language.rules("speech.introduces").first(content, passage.span.start, passage.span.end)
    if match is None:
        return floor
    if "holder" in match.groups:
        places = reading.directory.between(*match.groups["holder"])
        return floor.given_to(places[-1].actor, match.end) if places else floor
    word = content[slice(*match.groups["whose"])].lower()
    gender = str(reading.language.table("speech.possessives").get(word, "male"))
    place = reading.directory.last(match.start, passage.span.start, gender)
    return floor.given_to(place.actor, match.end) if place else floor


def _whole(
    reading: Reading, passage: Passage, kind: StatementKind, speaker: Actor | None, rule: str
) -> Iterator[Statement]:
    span = passage.span
    yield from _statements(reading, span.start, span.end, kind, speaker, Evidence(rule))


def _quotation(reading: Reading, quotation: Quotation) -> Iterator[Statement]:
    quoted = _trimmed(reading.text.content, quotation.quoted)
    yield from _statements(reading, quoted.start, quoted.end, quotation.kind, quotation.speaker, quotation.evidence)


def _trimmed(content: str, quoted: Quoted) -> Quoted:
    start, end = quoted.start, quoted.end
    while start < end and content[start].isspace():
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    return replace(quoted, start=start, end=end)


def _reported(reading: Reading, paragraph: Paragraph, floor: Floor) -> list[Statement]:
    found: list[Statement] = []
    within: deque[tuple[int, int]] = deque(
        maxlen=RECENT
    )  # what somebody is said to say in them takes the floor from nobody
    for reported in find_reported(paragraph, reading.tree):
        saying = reported.saying
        speaker, source = resolve(saying, paragraph.content, reading.directory, floor, reading.language)
        if speaker is None and not _may_speak(saying, paragraph.content, reading):
            continue
        if not any(a <= saying.start < b for a, b in within):
            floor = floor.given_to(speaker, reported.stretches[-1][1])
        within += reported.stretches
        evidence = Evidence.of(saying, source)
        before: str | None = None
        for start, end in reported.stretches:
            pieces = list(_statements(reading, start, end, "indirect", speaker, evidence, before))
            before = pieces[-1].id if pieces else before
            found += pieces
    return found


def _may_speak(saying: Saying, content: str, reading: Reading) -> bool:
    """Whether somebody unknown says it, rather than something that cannot speak."""
    if saying.head is None:
        return saying.impersonal and not saying.weak and saying.takes in ("clause", "any")
    tokens = reading.tree.parse.between(*saying.head)
    named = tokens[0].pos == "PROPN" if tokens else False
    speaks = named or content[slice(*saying.head)].lower() in reading.language.table("speech.voices")
    thinks = bool(saying.cue.get("mind")) and any(t.pos in ("NOUN", "PROPN") and t.entity not in TIMES for t in tokens)
    at = saying.said[0][0] if saying.said else 0
    if saying.weak:
        clause = saying.infinitive or any(reading.tree.has_clause(*stretch) for stretch in saying.said)
        return clause and (thinks or (speaks and saying.takes == "clause"))
    opened = any(t.pos == "SCONJ" and t.end + 1 == at for t in reading.tree.parse.between(max(at - 12, 0), at))
    return opened or saying.takes == "clause" or speaks


def _statements(
    reading: Reading,
    start: int,
    end: int,
    kind: StatementKind,
    speaker: Actor | None,
    evidence: Evidence,
    before: str | None = None,
) -> Iterator[Statement]:
    """One statement, or one for each stretch of the source that the words stand in, each continuing the one before."""
    text = reading.text
    for a, b in _stretches(text, start, end):
        span = text.span(a, b)
        who = speaker.id if speaker else None
        statement = Statement(
            id=identify("statement", kind, a, span.text, who),
            span=span,
            kind=kind,
            by=By("statements", evidence.rule, VERSION),
            speaker=who,
            source=text.span(*evidence.source) if evidence.source else None,
            cue=text.span(*evidence.cue) if evidence.cue else None,
            joint=_joint(reading, speaker, evidence),
            bound=bound_by(speaker, reading.language),
            addressee=_addressee(reading, evidence),
            act=evidence.act,
            continues=before,
        )
        yield statement
        before = statement.id


def _joint(reading: Reading, speaker: Actor | None, evidence: Evidence) -> tuple[str, ...]:
    """The ids of the actors who say it with the speaker."""
    places = (reading.directory.named_in(head, head) for head in evidence.others)
    ids = (place.actor.id for place in places if place and place.actor != speaker)
    return tuple(dict.fromkeys(ids)) if speaker else ()


def _addressee(reading: Reading, evidence: Evidence) -> str | None:
    """The id of the actor to whom it is said."""
    place = reading.directory.named_in(evidence.hearer, evidence.hearer) if evidence.hearer else None
    return place.actor.id if place else None


def _stretches(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of the parts of text[start:end] that lie together in the source; a link's target parts nothing."""
    links = {edge for mark in text.marked("link") for edge in (mark.start, mark.end)}
    position, reached, origin = start, start, None
    for a, b in text.alignment.pieces(start, end):
        if origin is not None and a - origin > JUMP and reached not in links:
            yield from _bare(text.content, position, reached)
            position = reached
        reached += b - a
        origin = b
    yield from _bare(text.content, position, end)


def _bare(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and content[start].isspace():
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
