"""A voice is somebody who speaks and holds no office or body that the lists know: "observers", "Statistics Norway"."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verbale.lang.pack import Language
from verbale.model.claim import Mention
from verbale.model.span import Span
from verbale.model.statement import ActorKind
from verbale.statements.bodies import Body, names_of
from verbale.statements.offices import Countries, is_definite
from verbale.statements.sayings import Saying, find_sayings
from verbale.statements.tree import Tree

LONGEST = 80  # characters: longer words for a source are a description, of which the noun with what precedes it is kept
_LEADS = frozenset({"DET", "PUNCT", "ADP"})
_KINDS: dict[str, ActorKind] = {"person": "person", "organisation": "organisation"}


@dataclass(frozen=True)
class Taken:
    """Stretches that name actors already, in order and apart."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, spans: Sequence[Span]) -> "Taken":
        """The stretches of these spans, of which none begins within another that is longer."""
        ordered = sorted({(s.start, s.end) for s in spans}, key=lambda s: (s[0], -s[1]))
        reached, apart = -1, []
        for start, end in ordered:
            if end > reached:
                apart.append((start, end))
                reached = end
        return cls(tuple(s for s, _ in apart), tuple(e for _, e in apart))

    def holds(self, position: int) -> bool:
        """Whether a place lies in one of them."""
        i = bisect_right(self.starts, position) - 1
        return i >= 0 and position < self.ends[i]


def find_voices(
    content: str,
    sentences: Sequence[Span],
    tree: Tree,
    taken: Taken,
    mentions: Sequence[Mention],
    language: Language,
) -> Iterator[Body]:
    """Whoever says something in the text and is not among the actors that are `taken`, named by the text's words."""
    countries, names = Countries.of(mentions), names_of(mentions)
    last: dict[str, Body] = {}
    for sentence in sentences:
        for saying in find_sayings(content, (sentence.start, sentence.end), tree, language):
            if saying.head is None or saying.source is None or taken.holds(saying.head[0]):
                continue
            capital = _capital(saying.head, countries, names)
            body = (
                capital
                or _named(content, saying.head, tree, countries, language)
                or _unnamed(content, saying, tree, language)
            )
            if body is None:
                continue
            word = content[slice(*saying.head)].lower()
            before = last.get(word)
            if before and body.name.lower() == word and is_definite(content, body.start, language):
                body = Body(body.start, body.end, before.name, before.kind, None)
            last[word] = body
            yield body


def _capital(head: tuple[int, int], countries: Countries, names: Mapping[str, str]) -> Body | None:
    """The state for which its capital speaks: "Oslo said"."""
    for mention in countries.within(max(head[0] - 30, 0), head[1]):
        if mention.form == "capital" and mention.span.end == head[1]:
            span = mention.span
            return Body(span.start, span.end, names.get(mention.code, span.text), "country", mention.code)
    return None


def _named(content: str, head: tuple[int, int], tree: Tree, countries: Countries, language: Language) -> Body | None:
    """A proper name that the parser takes for an organisation, though a country may be part of it."""
    tokens = tree.parse.tokens
    i = tree.parse.indices(*head).start
    if tokens[i].pos != "PROPN" or tokens[i].entity not in ("ORG", "PERSON"):
        return None
    first = i
    while first and tokens[first - 1].pos == "PROPN" and content[tokens[first - 1].end : tokens[first].start] == " ":
        first -= 1
    start, end = tokens[first].start, tokens[i].end
    covered = any(m.span.start <= start and m.span.end >= end for m in countries.within(max(start - 60, 0), end))
    kind: ActorKind = "organisation" if tokens[i].entity == "ORG" else "person"
    alone = kind == "person" and first == i
    office = kind == "organisation" and language.rules("offices.office").first(content, start, end) is not None
    if covered or alone or office or not content[start].isupper() or "\n" in content[start:end]:
        return None
    return Body(start, end, content[start:end], kind, None)


def _unnamed(content: str, saying: Saying, tree: Tree, language: Language) -> Body | None:
    """Those who speak under no name, by the words for them without their article."""
    if saying.head is None or saying.source is None:
        return None
    tokens = tree.parse.tokens
    i = tree.parse.indices(*saying.head).start
    word = content[slice(*saying.head)].lower()
    kind = _KINDS.get(str(language.table("speech.voices").get(word, "")))
    kind = "person" if kind is None and word in language.table("offices.titles") else kind
    if kind is None or tokens[i].pos != "NOUN" or _stands_in(content, tokens[i].start, saying.head[1], language):
        return None
    inside = list(tree.parse.indices(saying.source[0], saying.head[1]))
    while inside and (
        tokens[inside[0]].pos in ("DET", "PUNCT", "ADP") or _is_cue(content, tokens[inside[0]].start, language)
    ):
        inside.pop(0)
    start = tokens[inside[0]].start if inside else saying.head[0]
    end = saying.source[1] if saying.source[1] - start <= LONGEST else saying.head[1]
    return Body(start, end, content[start:end], kind, None) if start < end and "\n" not in content[start:end] else None


def _stands_in(content: str, start: int, end: int, language: Language) -> bool:
    """Whether the words stand for a body that was heard before: "the newspaper"."""
    return content[start:end].lower() in language.table("speech.writings") and is_definite(content, start, language)


def _is_cue(content: str, position: int, language: Language) -> bool:
    return language.rules("speech.cue").at(content, position) is not None
