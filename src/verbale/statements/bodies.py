"""A body is an organisation, a state or a bloc that speaks or is spoken of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verbale.lang.pack import Language
from verbale.model.claim import Mention
from verbale.model.statement import ActorKind
from verbale.statements.offices import Countries, is_definite


@dataclass(frozen=True, slots=True)
class Body:
    """Offsets of the words, the name, what kind of body it is and the state that it belongs to."""

    start: int
    end: int
    name: str
    kind: ActorKind
    country: str | None


def find_bodies(content: str, mentions: Sequence[Mention], language: Language) -> Iterator[Body]:
    """Organisations and outlets, then every country and bloc that is mentioned by name."""
    countries = Countries.of(mentions)
    named: dict[str, Body] = {}
    for match in language.rules("offices.body").find(content):
        start, end = match.start, match.end
        before = countries.before(content, start, language)
        within = countries.within(start, end)
        start = before.span.start if before else start
        name = content[start:end]
        proper = name[0].isupper()
        head = content[slice(*match.groups["head"])].lower()
        country = before or (within[0] if within else None)
        if proper and name.isupper() and " " in name:
            continue  # the label of a transcript or a heading
        again = head in named and is_definite(content, start, language) and (not proper or name.lower() == head)
        if again:
            yield Body(start, end, named[head].name, "organisation", named[head].country)
        elif proper:
            organ = head in language.table("offices.organs")
            own = language.table("bodies.agencies").get(name)  # an organ that needs no state beside it
            body = Body(start, end, name, "organisation", country.code if country and organ else own)
            named[head] = body
            yield body
    for match in language.rules("offices.outlet").find(content):
        start, end = match.groups.get("name", (match.start, match.end))
        if content[start:end].split()[-1][0].isupper():
            yield Body(start, end, content[start:end], "organisation", None)
    yield from _states(mentions, frozenset(language.table("countries.blocs").values()))


def _states(mentions: Sequence[Mention], blocs: frozenset[str]) -> Iterator[Body]:
    names = names_of(mentions)
    for mention in mentions:
        if mention.form == "pronoun" or mention.code not in names:
            continue
        kind: ActorKind = "bloc" if mention.code in blocs else "country"
        span = mention.span
        yield Body(span.start, span.end, names[mention.code], kind, mention.code if kind == "country" else None)


def names_of(mentions: Sequence[Mention]) -> Mapping[str, str]:
    """Code -> the first name that the text gives the country or bloc, written out if it ever is."""
    names: dict[str, str] = {}
    for mention in mentions:
        known, name = names.get(mention.code), mention.span.text
        if mention.form == "name" and (known is None or (_is_short(known) and not _is_short(name))):
            names[mention.code] = name
    return names


def _is_short(name: str) -> bool:
    """Whether a name is only initials: "US", "U.K."."""
    return name.isupper() and " " not in name
