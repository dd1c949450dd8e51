"""A designation is the words by which a text points to one person: office, honorific, name, or several of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.claim import Mention
from verbale.statements.names import Name, key, read_name
from verbale.statements.offices import Countries, Office, find_offices, is_definite

_MARKS = frozenset("\"“„«‘'")
_CLOSES = (",", ".", ";", ")", "\n", "")  # what may follow a name in apposition


@dataclass(frozen=True, slots=True)
class Designation:
    """Offsets, the words of the name if there is one, the office if there is one.

    `definite` is whether an office without a name stands for somebody known ("the Ambassador"); `label` is the label
    of a transcript that it was read from, and then the offsets are those of the label's first passage.
    """

    start: int
    end: int
    words: tuple[str, ...] = ()
    office: Office | None = None
    definite: bool = False
    label: str | None = None


def find_designations(
    content: str, parse: Parse, mentions: Sequence[Mention], language: Language
) -> tuple[Designation, ...]:
    """The designations of a text in order, none of them overlapping another."""
    countries = Countries.of(mentions)
    found: list[Designation] = []
    for office in find_offices(content, countries, language):
        if not found or office.start >= found[-1].end:
            found += _by_office(content, office, countries, language)
    found += _by_honorific(content, countries, language)
    found += _by_entity(content, parse, countries, language)
    found += _by_surname(content, found, parse, countries, language)
    return tuple(_without_overlap(found))


def _without_overlap(designations: Sequence[Designation]) -> Iterator[Designation]:
    """In order; of two that overlap, the first found, for it says more, or a later one that begins before it."""
    reached = 0
    for designation in sorted(designations, key=lambda d: (d.start, -d.end)):
        if designation.start >= reached:
            yield designation
            reached = designation.end


def designation_of(label: str, start: int, end: int, language: Language) -> Designation:
    """What the label of a transcript says of the speaker."""
    office = next(find_offices(label, Countries.of(()), language), None)
    lead = office.end if office else 0
    honorific = language.rules("names.honorific").at(label, lead)
    name = _name_after(label, honorific.end if honorific else lead, len(label), Countries.of(()), language)
    return Designation(start, end, name.words if name else (), office, definite=True, label=label)


def _by_office(content: str, office: Office, countries: Countries, language: Language) -> Iterator[Designation]:
    body = language.rules("offices.body").at(content, office.start)
    if body and body.end > office.end:
        return
    limit = _line_end(content, office.end)
    name = _name_after(content, office.end, limit, countries, language)
    if name:
        served = language.rules("offices.serves").at(content, name.end)
        mention = countries.starts.get(served.end) if served else None
        if mention and office.country is None:
            office = replace(office, country=mention.code)
        end = mention.span.end if mention and office.country == mention.code else name.end
        yield Designation(office.start, end, name.words, office, definite=True)
    elif before := _name_before(content, office, countries, language):
        yield Designation(before.start, office.end, before.words, office, definite=True)
    elif not office.named and office.role:
        definite = office.country is not None or is_definite(content, office.start, language)
        yield Designation(office.start, office.end, (), office, definite)


def _name_after(content: str, position: int, limit: int, countries: Countries, language: Language) -> Name | None:
    """The name that follows a title, possibly after a comma and an honorific."""
    joint = language.rules("offices.joins").at(content, position, limit)
    at = joint.end if joint else position
    honorific = language.rules("names.honorific").at(content, at, limit)
    at = honorific.end if honorific else at
    while at < limit and content[at].isspace():
        at += 1
    stop = min((m.span.start for m in countries.within(at, limit)), default=limit)
    name = read_name(content, at, stop, language) if stop > at else None
    if name is None or language.rules("offices.office").at(content, at, limit) or _is_body(content, name, language):
        return None
    apposed = joint is not None and "," in content[joint.start : joint.end]
    return None if apposed and (len(name.words) < 2 or content[name.end : name.end + 1] not in _CLOSES) else name


def _is_body(content: str, name: Name, language: Language) -> bool:
    return language.rules("offices.body").at(content, name.start) is not None


def _name_before(content: str, office: Office, countries: Countries, language: Language) -> Name | None:
    """The name that the office stands in apposition to: "Kari Lund, the ambassador of Norway"."""
    line = content.rfind("\n", 0, office.start) + 1
    window = max(line, office.start - 90)
    for joint in language.rules("offices.apposes").all(content, window, office.start):
        if joint.end != office.start:
            continue
        for at in _word_starts(content, max(line, joint.start - 60), joint.start):
            name = read_name(content, at, joint.start, language)
            if name and name.end == joint.start and len(name.words) > 1 and not countries.within(at, name.end):
                return name
    return None


def _word_starts(content: str, start: int, end: int) -> Iterator[int]:
    return (i for i in range(start, end) if content[i].isupper() and (i == start or not content[i - 1].isalnum()))


def _by_honorific(content: str, countries: Countries, language: Language) -> Iterator[Designation]:
    for match in language.rules("names.honorific").find(content):
        if content[match.start].isupper():
            name = _name_after(content, match.end, _line_end(content, match.end), countries, language)
            if name and not content[match.end : name.start].strip():
                yield Designation(match.start, name.end, name.words, definite=True)


def _by_entity(content: str, parse: Parse, countries: Countries, language: Language) -> Iterator[Designation]:
    end = len(content)
    for start, stop in parse.entities(0, end, "PERSON"):
        at = start + (len(h := content[start:stop]) - len(h.lstrip()))
        name = read_name(content, at, min(stop, _line_end(content, at)), language)
        if name and len(key(name.words, language)) > 1 and _is_person(content, name, countries, language):
            yield Designation(name.start, name.end, name.words, definite=True)


def _by_surname(
    content: str, found: Sequence[Designation], parse: Parse, countries: Countries, language: Language
) -> Iterator[Designation]:
    """Fuller names of those whom a title names by one word: "Ana Prado" where "Ms. Prado" stands elsewhere."""
    surnames = {d.words[0] for d in found if len(d.words) == 1 and d.definite}
    tokens = parse.tokens
    for i, token in enumerate(tokens[1:], 1):
        if content[token.start : token.end] not in surnames or tokens[i - 1].pos != "PROPN":
            continue
        first = i - 1
        while first and tokens[first - 1].pos == "PROPN" and tokens[first].start == tokens[first - 1].end + 1:
            first -= 1
        name = read_name(content, tokens[first].start, token.end, language)
        if name and name.end == token.end and len(name.words) > 1 and _is_person(content, name, countries, language):
            yield Designation(name.start, name.end, name.words, definite=True)


def _is_person(content: str, name: Name, countries: Countries, language: Language) -> bool:
    """Whether what the parser took for a person can be one: no country, no body, no article or mark before it."""
    marked = content[max(name.start - 1, 0) : name.start] in _MARKS
    known = is_definite(content, name.start, language) or countries.within(name.start, name.end)
    return not marked and not known and not _is_body(content, name, language)


def _line_end(content: str, position: int) -> int:
    found = content.find("\n", position)
    return len(content) if found < 0 else found
