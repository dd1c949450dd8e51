"""An acronym is the short name that a text gives a body in brackets behind its name, and by which it speaks after."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.statements.bodies import Body

_BRACKETED = re.compile(r"[^\S\n]*\((?:[“\"‘']?)(?P<short>[A-Z][A-Za-z&-]{1,7})(?:[”\"’']?)\)")


def with_acronyms(content: str, bodies: Sequence[Body]) -> list[Body]:
    """The bodies, each also where its acronym stands for it."""
    named = {short: body for body in bodies if (short := _acronym(content, body))}
    known = [
        replace(body, name=named[body.name].name, country=named[body.name].country) if body.name in named else body
        for body in bodies
    ]
    taken = {body.start for body in known}
    return [*known, *(body for body in _places(content, named) if body.start not in taken)]


def _acronym(content: str, body: Body) -> str | None:
    """The acronym in brackets behind a body's name, if its capitals are initials of the name in order."""
    match = _BRACKETED.match(content, body.end)
    if match is None or sum(c.isupper() for c in match["short"]) < 2:
        return None
    initials = iter(word[0].upper() for word in re.findall(r"\w+", content[body.start : body.end]))
    return match["short"] if all(c in initials for c in match["short"] if c.isupper()) else None


def _places(content: str, named: dict[str, Body]) -> Iterator[Body]:
    if not named:
        return
    for match in re.finditer(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(named)))})(?![\w-])", content):
        yield replace(named[match[0]], start=match.start(), end=match.end())
