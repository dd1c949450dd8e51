"""Places are the words of a sentence that stand for a country: its names, organs and firms, "its", "both sides"."""

from collections.abc import Iterator, Sequence

from verbale.claims.figures.scene import Place
from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.span import Span

PAIR = 2
WORLD = "WLD"
POSSESSED = 4  # characters at most from a possessor to what is its own


def find_places(
    content: str,
    sentence: Span,
    language: Language,
    parse: Parse,
    named: Sequence[Place],
    relation: Sequence[str],
    home: str | None,
    topic: str | None,
) -> list[Place]:
    """The places of a sentence in order; `named` are those that its names, offices and first persons make."""
    found = list(named)
    found += _apart(found, _bodies(content, sentence, language))
    organs = _organs(content, sentence, language, home)
    found += _apart(found, [organ for organ in organs if not _is_of_another(organ, named, home)])
    found += _apart(found, _world(content, sentence, language))
    if len(relation) == PAIR:
        pairs = language.rules("flows.pairs").find(content, sentence.start, sentence.end)
        found = [*_apart(pair := [Place(m.start, m.end, "", m["form"]) for m in pairs], found), *pair]
    found += _apart(found, _anaphors(content, sentence, language, parse, sorted(found, key=_start), topic))
    return sorted(found, key=_start)


def _start(place: Place) -> int:
    return place.start


def _apart(places: Sequence[Place], others: Iterator[Place] | Sequence[Place]) -> list[Place]:
    """Those of the others that share no character with the places."""
    return [o for o in others if not any(p.start < o.end and o.start < p.end for p in places)]


def _bodies(content: str, sentence: Span, language: Language) -> Iterator[Place]:
    """Firms and agencies that are known by their names."""
    for match in language.rules("flows.bodies").find(content, sentence.start, sentence.end):
        names = language.table(match["names"])
        yield Place(match.start, match.end, str(names[content[match.start : match.end]]), match["form"])


def _is_of_another(organ: Place, named: Sequence[Place], home: str | None) -> bool:
    """Whether another country stands right before the organ as its own: "Peru's Department of Trade"."""
    return any(place.code != home and 0 <= organ.start - place.end <= POSSESSED for place in named)


def _world(content: str, sentence: Span, language: Language) -> Iterator[Place]:
    """ "Around the world"."""
    for match in language.rules("flows.world").find(content, sentence.start, sentence.end):
        yield Place(match.start, match.end, WORLD, "world")


def _organs(content: str, sentence: Span, language: Language, home: str | None) -> Iterator[Place]:
    """ "The Department of Trade", in the text of the state that it belongs to."""
    if home is None:
        return
    for match in language.rules("flows.organs").find(content, sentence.start, sentence.end):
        yield Place(match.start, match.end, home, "organ")


def _anaphors(
    content: str, sentence: Span, language: Language, parse: Parse, places: Sequence[Place], topic: str | None
) -> Iterator[Place]:
    """ "Its", for the last country before it that is no object in the sentence, else for that of the passage."""
    for match in language.rules("flows.anaphors").find(content, sentence.start, sentence.end):
        before = [place for place in places if place.end <= match.start and place.code not in ("", WORLD)]
        agents = [place for place in before if not _is_object(parse, place)]
        code = (agents or before)[-1].code if before else topic if not match.get("here") else None
        if code:
            yield Place(match.start, match.end, code, "anaphor")


def _is_object(parse: Parse, place: Place) -> bool:
    return any(token.dep in ("pobj", "dobj", "dative") for token in parse.between(place.start, place.end))
