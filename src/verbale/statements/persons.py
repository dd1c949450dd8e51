"""A person is everything by which one text points to one human being, joined."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.lang.pack import Language
from verbale.statements.designations import Designation
from verbale.statements.names import fits, key

DOMINANT = 2


@dataclass(frozen=True, slots=True)
class Person:
    """The designations of one person; those with the fullest name first seen give its name."""

    designations: tuple[Designation, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the fullest name; of equally full ones the first that is not in capitals."""
        named = [d.words for d in self.designations if d.words]
        return max(named, key=lambda w: (len(w), not " ".join(w).isupper()), default=())

    @property
    def titles(self) -> frozenset[str]:
        """The head words of all the person's offices."""
        return frozenset(t for d in self.designations if d.office for t in d.office.titles)

    @property
    def role(self) -> str | None:
        """The fullest words for the office that stands with the name most often; without a name for any office."""
        named = [d.office.role for d in self.designations if d.office and d.words]
        roles = named or [d.office.role for d in self.designations if d.office]
        common = max(roles, key=lambda role: sum(r.casefold() == role.casefold() for r in roles), default="")
        fuller = (r for r in roles if common.casefold() in r.casefold())
        return max(fuller, key=len, default=None)

    @property
    def country(self) -> str | None:
        """The state that the person's offices serve."""
        return next((d.office.country for d in self.designations if d.office and d.office.country), None)


def join_designations(designations: Sequence[Designation], language: Language) -> tuple[Person, ...]:
    """One person for all designations that point to the same one, in the order of their first words.

    Full names come first, then surnames with or without titles, then offices alone, each to the nearest before it.
    """
    groups: list[list[Designation]] = []
    by_fullness = sorted((d for d in designations if d.words), key=lambda d: -min(len(key(d.words, language)), 2))
    for designation in by_fullness:
        group = _namesake(designation, groups, language)
        if group is None:
            groups.append([designation])
        else:
            group.append(designation)
    for designation in designations:
        if not designation.words and designation.office and designation.definite:
            _place(designation, groups)
    people = (Person(tuple(sorted(g, key=lambda d: (d.label is not None, d.start, d.end)))) for g in groups)
    return tuple(sorted(people, key=lambda p: p.designations[0].start))


def _namesake(
    designation: Designation, groups: list[list[Designation]], language: Language
) -> list[Designation] | None:
    """The group whose name this is; where several could be, one of the same office, then the nearest."""
    found = [group for group in groups if _same_name(designation, group, language)]
    if not found:
        return None
    return min(found, key=lambda g: (not _shares_title(designation, g), _distance(designation, g)))


def _same_name(designation: Designation, group: list[Designation], language: Language) -> bool:
    mine = key(designation.words, language)
    for other in group:
        theirs = key(other.words, language)
        if fits(mine, theirs) or fits(theirs, mine):
            return True
        if mine[-1:] == theirs[-1:] and len(mine) > 1 and designation.office and other.office:
            return designation.office.titles == other.office.titles
    return False


def _shares_title(designation: Designation, group: list[Designation]) -> bool:
    return designation.office is not None and any(
        d.office and d.office.titles & designation.office.titles for d in group
    )


def _distance(designation: Designation, group: list[Designation]) -> int:
    return min(abs(designation.start - d.start) for d in group)


def _place(designation: Designation, groups: list[list[Designation]]) -> None:
    """Put an office without a name where its holder is, or by itself where it has a country and no known holder.

    Holders of just that office come before those of one with the same head word: "the Vice President" is no President.
    Of several it is the one who is called so most, if twice as often as any other; else the last before it.
    """
    holders = [group for group in groups if _holds(designation, group)]
    holders = [group for group in holders if _is_called(designation, group)] or holders
    if designation.office and designation.office.country and len(holders) > 1:
        holders = [group for group in holders if _country(group) == designation.office.country]
    if holders:
        called = sorted((_times(designation, group) for group in holders), reverse=True)
        most = max(holders, key=lambda g: _times(designation, g))
        clear = len(called) == 1 or called[0] >= DOMINANT * called[1]
        (most if clear else min(holders, key=lambda g: _behind(designation, g))).append(designation)
    elif designation.office and designation.office.country:
        groups.append([designation])


def _times(designation: Designation, group: list[Designation]) -> int:
    """How often the group's name stands with the designation's title."""
    return sum(1 for d in group if d.words and _shares_title(designation, [d]))


def _country(group: list[Designation]) -> str | None:
    return next((d.office.country for d in group if d.office and d.office.country), None)


def _holds(designation: Designation, group: list[Designation]) -> bool:
    office = designation.office
    if office is None or not _shares_title(designation, group):
        return False
    country = _country(group)
    if office.country is None or office.country == country:
        return True
    return country is None and any(d.office and d.office.role.casefold() == office.role.casefold() for d in group)


def _is_called(designation: Designation, group: list[Designation]) -> bool:
    """Whether somebody of the group is called by the very words of the office."""
    role = designation.office.role.casefold() if designation.office else ""
    return any(d.office.role.casefold() == role for d in group if d.office)


def _behind(designation: Designation, group: list[Designation]) -> int:
    """How far back the group was last pointed to; those that come only later are farthest."""
    return min(
        (designation.start - d.start if d.start < designation.start else d.start - designation.start + 10**9)
        for d in group
    )


def surname_forms(person: Person, language: Language) -> Iterator[str]:
    """The single words by which the text may name the person alone: the name's first and last, and what it uses."""
    words = [w for w in person.words if w.lower() not in language.table("names.suffixes") and not w.endswith(".")]
    used = [d.words[0] for d in person.designations if len(d.words) == 1]
    yield from dict.fromkeys([*used, *words[:1], *words[-1:]] if words else used)
