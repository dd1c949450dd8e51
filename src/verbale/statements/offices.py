"""An office is what somebody is: the words for it, the state that it serves and the states that it is sent to."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.model.claim import Mention


@dataclass(frozen=True, slots=True)
class Office:
    """Offsets of the whole phrase, with its countries, and of the `role` within it.

    `titles` are its head words in lower case, `country` the code of the state it serves, `hosts` of those it is
    sent to.
    `named` says that it is an office only beside a name.
    """

    start: int
    end: int
    role: str
    titles: frozenset[str]
    binds: str
    country: str | None
    hosts: tuple[str, ...]

    @property
    def named(self) -> bool:
        """Whether the words are an office only beside a name."""
        return self.binds == "rank"


@dataclass(frozen=True)
class Countries:
    """Mentions of countries, found by where they begin and end."""

    starts: dict[int, Mention]
    ends: dict[int, Mention]
    order: tuple[int, ...]

    @classmethod
    def of(cls, mentions: Sequence[Mention]) -> "Countries":
        """The mentions, with an index of both ends."""
        ordered = sorted((m for m in mentions if m.form != "pronoun"), key=lambda m: m.span.start)
        return cls(
            {m.span.start: m for m in ordered},
            {m.span.end: m for m in ordered},
            tuple(m.span.start for m in ordered),
        )

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in [start, end)."""
        lo, hi = bisect_left(self.order, start), bisect_left(self.order, end)
        return [self.starts[position] for position in self.order[lo:hi]]

    def before(self, content: str, position: int, language: Language) -> Mention | None:
        """The mention that stands just before `position`, as an adjective or a possessive."""
        near = self.within(max(position - 60, 0), position)
        if not near:
            return None
        gap = content[near[-1].span.end : position]
        possessive = language.rules("offices.possessive").at(gap, 0)
        rest = gap[possessive.end :] if possessive else gap
        return near[-1] if gap[-1:].isspace() and not rest.strip() and "\n" not in gap else None


def find_offices(
    content: str, countries: Countries, language: Language, start: int = 0, end: int | None = None
) -> Iterator[Office]:
    """Every office that content[start:end] names, in order."""
    held: Office | None = None
    for match in language.rules("offices.office").find(content, start, end):
        office = _office(content, match, countries, language)
        joined = _joined(content, held, match, office, language) if held else None
        if held and joined is None:
            yield held
        held = joined or office
    if held:
        yield held


def _office(content: str, match: Match, countries: Countries, language: Language) -> Office:
    title = " ".join(content[slice(*match.groups["title"])].lower().split())
    before = countries.before(content, match.start, language)
    start, end = before.span.start if before else match.start, match.end
    past = _past(content, start, language) if before else None
    start, role = (past, content[past : match.end]) if past is not None else (start, content[match.start : match.end])
    served, end = _after("offices.serves", content, end, countries, language)
    hosts, end = _after("offices.posted", content, end, countries, language)
    if hosts and not served:
        served, end = _after("offices.serves", content, end, countries, language)
    binds = str(language.table("offices.titles")[title])
    country = before.code if before else (served[0] if served else None)
    return Office(start, end, role, frozenset({title}), binds, country, hosts)


def _past(content: str, position: int, language: Language) -> int | None:
    """Where the word begins before `position` by which an office is held no longer: "former Brazilian President"."""
    before = max(position - 12, 0)
    last = list(language.rules("offices.past").find(content, before, position))[-1:]
    return last[0].start if last and content[last[0].end : position] == " " else None


def _joined(content: str, first: Office, match: Match, second: Office, language: Language) -> Office | None:
    """Two offices of one holder, "Premier and Trade Minister"; after an article they are those of two persons."""
    joint = language.rules("offices.joint").at(content, first.end)
    if (
        joint is None
        or joint.end != second.start
        or first.titles == second.titles
        or is_definite(content, first.start, language)
    ):
        return None
    role = (
        content[first.end - len(first.role) : match.end] if content[: first.end].endswith(first.role) else second.role
    )
    return Office(
        first.start,
        second.end,
        role,
        first.titles | second.titles,
        first.binds,
        first.country or second.country,
        first.hosts + second.hosts,
    )


def is_definite(content: str, position: int, language: Language) -> bool:
    """Whether an article or the like that points to somebody known stands just before."""
    before = content[max(0, position - 12) : position].split()
    after_space = content[position - 1 : position].isspace()
    return bool(before and after_space and language.rules("offices.definite").at(before[-1], 0))


def _after(rules: str, content: str, end: int, countries: Countries, language: Language) -> tuple[tuple[str, ...], int]:
    """The codes of the countries that a rule's words lead to from `end`, and where the last of them ends."""
    codes: list[str] = []
    lead = language.rules(rules).at(content, end)
    while lead and (mention := _first_in(countries, lead)):
        codes.append(mention.code)
        end = mention.span.end
        lead = language.rules("offices.also").at(content, end)
    return tuple(codes), end


def _first_in(countries: Countries, lead: Match) -> Mention | None:
    """The mention that ends what the lead begins: it starts where the lead ends, or within it, as a longer name."""
    if lead.end in countries.starts:
        return countries.starts[lead.end]
    return next((m for m in countries.within(lead.start, lead.end) if m.span.end > lead.end), None)
