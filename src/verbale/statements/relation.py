"""A relation is the pair of countries or blocs that a text is mainly about, where there is one such pair."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from verbale.lang.pack import Language
from verbale.model.claim import Mention
from verbale.model.span import Span
from verbale.model.statement import Actor
from verbale.model.structure import Participant, Structure
from verbale.model.text import Text
from verbale.statements.offices import Countries, Office, find_offices

Pair = tuple[str, ...]
CENTRAL = 0.5  # a third country mentioned this often, as a share of the second's mentions, is as central as the pair
PARTNERS = frozenset({"ASEAN", "AU", "EU", "GCC"})  # blocs that have relations of their own; others are forums
HOSTED = 0.4  # a host mentioned this often, as a share of the mentions of the foreign country named most, is the pair's
MEETINGS = frozenset({"readout", "joint_statement", "speech"})  # their titles name who met, whatever they spoke of
FEWEST = 3  # mentions of the second country; fewer show no pair


def find_relation(
    text: Text,
    structure: Structure,
    actors: Sequence[Actor],
    participants: Sequence[Participant],
    mentions: Sequence[Mention],
    home: str | None,
    language: Language,
) -> Pair:
    """The pair's codes, the speaking side first, or () where three countries are as central or no pair shows.

    The evidence, best first: the post of whoever answers or writes; the title; the side that speaks or publishes with
    the country spoken of most; the two countries mentioned most.
    """
    forums = {"WLD", *language.table("countries.blocs").values()} - PARTNERS
    mentions = [m for m in mentions if m.code not in forums]
    counts = Counter(m.code for m in mentions)
    sides = [p.country for p in participants if p.country and p.part in ("interviewee", "speaker", "author")]
    side = next(iter(sides), home)
    posted = _by_post(text, actors, participants, mentions, language, counts)
    if posted:
        return posted
    titled = _titled(text, structure, actors, mentions, language)
    meeting = structure.head.genre in MEETINGS
    if len(titled) > 2 or (len(titled) == 2 and meeting and home not in (None, *titled)):
        return ()  # three who met
    pair = _by_title(titled, home or side, counts, meeting=meeting)
    if pair is None and not (structure.head.genre == "press_conference" and side in (home, None)):
        pair = _by_counts(counts, side)
    return pair or ()


def _by_post(
    text: Text,
    actors: Sequence[Actor],
    participants: Sequence[Participant],
    mentions: Sequence[Mention],
    language: Language,
    counts: Counter[str],
) -> Pair | None:
    """The state that a participant's office serves and the one that it is sent to; of several hosts the most named."""
    countries = Countries.of(mentions)
    parts = {p.name for p in participants if p.part in ("interviewee", "speaker", "author")}
    for actor in (a for a in actors if a.kind == "person" and a.name in parts):
        offices = chain.from_iterable(_offices(text, s.start, s.end, countries, language) for s in actor.mentions)
        for office in offices:
            hosts = [host for host in office.hosts if host != (office.country or actor.country)]
            country = office.country or actor.country
            host = max(hosts, key=lambda code: counts[code], default=None)
            if country and host and counts[host] >= HOSTED * max(_others(counts, country), default=0):
                return country, host
    return None


def _others(counts: Counter[str], country: str) -> list[int]:
    return [n for code, n in counts.items() if code != country]


def _offices(text: Text, start: int, end: int, countries: Countries, language: Language) -> list[Office]:
    return list(find_offices(text.content, countries, language, start, end))


def _titled(
    text: Text,
    structure: Structure,
    actors: Sequence[Actor],
    mentions: Sequence[Mention],
    language: Language,
) -> list[str]:
    """The countries that the title names, and those that the persons whom it names serve."""
    codes: list[str] = []
    for span in (p.span for p in structure.passages if p.kind == "title"):
        codes += (m.code for m in _parties(text, span, [m for m in mentions if span.holds(m.span)], language))
        named = (a for a in actors if a.kind == "person" and any(span.holds(m) for m in a.mentions))
        codes += (actor.country for actor in named if actor.country)
    return list(dict.fromkeys(codes))


def _by_title(titled: list[str], home: str | None, counts: Counter[str], *, meeting: bool) -> Pair | None:
    """The two countries of the title, or its one and the home of who publishes or speaks."""
    if len(titled) == 1 and home and home != titled[0]:
        pair = (home, titled[0])
        return pair if meeting or _dominant(pair, counts, home) else None
    if len(titled) != 2:
        return None
    named = tuple(sorted(titled, key=lambda code: code != home))
    rivalled = home is not None and home not in named and not _dominant(named, counts, None)
    return None if rivalled and not meeting else named


def _parties(text: Text, title: Span, mentions: Sequence[Mention], language: Language) -> Iterator[Mention]:
    """The countries of a title, but for those that it names only as the place where something happens."""
    city: Mention | None = None
    for mention in mentions:
        before = text.content[title.start : mention.span.start]
        of_city = city is not None and 0 < mention.span.start - city.span.end <= len(", ")
        place = language.rules("speech.located").first(before, max(len(before) - 24, 0))
        city = mention if mention.form == "capital" else None
        if not place and not of_city:
            yield mention


def _by_counts(counts: Counter[str], side: str | None) -> Pair | None:
    """The speaking side with the country named most beside it, or else the two named most, if no third rivals them."""
    ranked = [code for code, _ in counts.most_common()]
    if side in ranked:
        ranked = [side, *(code for code in ranked if code != side)]
    pair = tuple(code for code in ranked[:2] if code)
    if len(pair) < 2 or counts[pair[1]] < FEWEST:
        return None
    return pair if _dominant(pair, counts, side) else None


def _dominant(pair: Pair, counts: Counter[str], home: str | None) -> bool:
    """Whether no third country is named nearly as often as the less named of the pair; home may go unnamed."""
    third = max((n for code, n in counts.items() if code not in pair), default=0)
    weaker = min(counts[code] for code in pair if code != home)
    return third <= CENTRAL * weaker
