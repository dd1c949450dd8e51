"""An attribution is where a text says whose statistics a figure comes from: "according to Norwegian customs"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from verbale.claims.figures.governor import SUBJECTS, VERBAL, Syntax
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Place, Scene
from verbale.lang.match import Match
from verbale.lang.parse import Token
from verbale.model.structure import Passage

_NAME = re.compile(r"[A-Z][\w.&’'-]*(?: (?:\w{1,3} ){0,2}[A-Z][\w.&’'-]*)*")
_SHORT = re.compile(r"\(([A-Z]{2,8})\)")
LONGEST = 120  # characters of a name that is abbreviated behind it
NARRATIVE = "narrative"
TOLD = frozenset({"ccomp", "dobj", "xcomp", "attr", "prep", "acomp", "advcl"})  # what hangs so on a verb, it tells


@dataclass(frozen=True, slots=True)
class Attribution:
    """The source's words at [start, end) and whose statistics they are: a country's code, or the source's name.

    `lasting` is that of a document, which goes on telling; what somebody says ends with the clause.
    """

    start: int
    end: int
    reporter: str | None
    lasting: bool = True


class Attributions:
    """The attributions of a text as it is read, sentence by sentence.

    Each governs the figures of its clause. That of a document holds on till another, till a sentence without figures,
    or the passage's end; beyond that for one narrative passage that goes on with what it spoke of.
    """

    def __init__(self, content: str) -> None:
        self._names = _abbreviated(content)
        self._document: str | None = None
        self._passage: Passage | None = None
        self._held: Attribution | None = None

    def read(self, scene: Scene, passage: Passage) -> list[Attribution]:
        """The attributions beside the clauses of the sentence, in order."""
        if passage is not self._passage:
            goes_on = self._passage is not None and self._passage.kind == passage.kind == NARRATIVE
            self._held = self._held if goes_on and self._is_near(passage) and _takes_up(scene) else None
            self._passage = passage
        return [self._beside(scene, match) for match in scene.matches("figures.attributions")]

    def of(self, scene: Scene, quantity: Quantity, found: Sequence[Attribution]) -> Attribution | None:
        """What governs a figure: one beside it before, else what tells of it, else the one held, else one behind."""
        before = [a for a in found if a.start < quantity.start]
        if before:
            return before[-1]
        governing = self._governing(scene, quantity)
        if governing and governing.lasting:
            self._held = governing
        return governing or self._held or next(iter(found), None)

    def close(self, scene: Scene, found: Sequence[Attribution]) -> None:
        """Ends the sentence: its last attribution holds for those that follow at once."""
        if found:
            self._held = found[-1]
        elif not scene.quantities:
            self._held = self._told(scene, scene.span.end)

    def _is_near(self, passage: Passage) -> bool:
        """Whether the source was named in the passage right before."""
        if self._held is None or self._passage is None:
            return False
        return self._passage.span.start <= self._held.start

    def _beside(self, scene: Scene, match: Match) -> Attribution:
        """The source that is named beside a clause; where no comma ends its words, the clause's own begin does."""
        start, end = match.groups["who"]
        words = scene.background.parse.between(start, end)
        end = next((word.start for word in words if word.pos == "PRON" and word.dep in SUBJECTS), end)
        return self._named(scene, start, start + len(scene.content[start:end].rstrip()))

    def _governing(self, scene: Scene, quantity: Quantity) -> Attribution | None:
        """The source that is the subject of what tells of the figure: "a survey by the Board found that …"."""
        syntax = Syntax(scene)
        top = syntax.of(quantity)
        governors = syntax.governors(top) if top is not None else ()
        told = (self._teller(scene, syntax, child, verb) for child, verb in governors)
        return next((found for found in told if found), None) or self._told(scene, quantity.start)

    def _told(self, scene: Scene, end: int) -> Attribution | None:
        """The document from which a sentence tells something up to there."""
        syntax = Syntax(scene)
        words = scene.background.parse.indices(scene.span.start, end)
        clauses = ((word, syntax[word].head) for word in words if syntax[word].dep == "ccomp")
        told = (self._teller(scene, syntax, child, verb) for child, verb in clauses)
        return next((found for found in told if found and found.lasting), None)

    def _teller(self, scene: Scene, syntax: Syntax, child: int, verb: int) -> Attribution | None:
        """The source that is the subject of a verb by which it tells what hangs on it."""
        way = scene.table("attribution.telling").get(syntax.lemma(verb))
        if way is None or syntax[verb].pos not in VERBAL or syntax[child].dep not in TOLD:
            return None
        free = way == "figure" or (way in ("clause", "finding") and syntax[child].dep == "ccomp")
        lasting = way in ("figure", "finding")
        found = (self._subject(scene, syntax, subject, free, lasting) for subject in syntax.children(verb, "nsubj"))
        source = next((attribution for attribution in found if attribution), None)
        return replace(source, lasting=source.lasting or _in_document(syntax, verb)) if source else None

    def _subject(self, scene: Scene, syntax: Syntax, subject: int, free: bool, lasting: bool) -> Attribution | None:
        """The subject as a source: a document, or, where the verb is `free`, an institution or a country."""
        inner = scene.table("attribution.inner")
        if syntax.is_in(subject, "attribution.documents"):
            found = self._named(scene, *syntax.phrase(subject, scene.table("attribution.links"), inner))
            self._document = found.reporter or self._document
            return replace(found, reporter=found.reporter or self._document)
        start, end = syntax.phrase(subject, inner, inner)
        if not free or not self._is_institution(scene, syntax[subject], start, end):
            return None
        return replace(self._named(scene, start, end), lasting=lasting)

    def _is_institution(self, scene: Scene, subject: Token, start: int, end: int) -> bool:
        """Whether the subject is an organisation, by itself or by its abbreviation, or stands for a country."""
        if subject.entity == "ORG" or any(start <= place.start < end for place in scene.places):
            return True
        return scene.content[subject.start : subject.end] in self._names

    def _named(self, scene: Scene, start: int, end: int) -> Attribution:
        words = scene.content[start:end]
        places = [place for place in scene.places if start <= place.start < end]
        named = any(token.pos == "PROPN" for token in scene.background.parse.between(start, end))
        reporter = _reporter(places) or (self._known(scene, words) if named else None)
        if reporter:
            self._learn(reporter, _name(words, scene.table("attribution.determiners")))
        return Attribution(start, end, reporter)

    def _learn(self, reporter: str, name: str) -> None:
        """Takes note of what may stand for the source later: "the CBS", "the Secretariat", "the Department"."""
        words = name.split()
        if reporter != name:
            self._names[name] = reporter
        if short := _initials(name):
            self._names[short] = reporter
        for word in (*words[-1:], *words[:1]):
            self._names.setdefault(word, reporter)

    def _known(self, scene: Scene, words: str) -> str | None:
        """The source of an abbreviation met before, or a name of its own: "the World Bank"."""
        name = _name(words, scene.table("attribution.determiners"))
        if known := self._names.get(name):
            full = self._names.get(known, known)
            return _own(scene, full) or full
        own = (*scene.table("figures.sources"), *scene.table("attribution.nameless"))
        capital = [word for word in name.split() if word[:1].isupper() and word.lower() not in own]
        return (_own(scene, words) or name) if capital and not name.isspace() else None


def _reporter(places: Sequence[Place]) -> str | None:
    return places[-1].code or None if places else None


def _own(scene: Scene, words: str) -> str | None:
    """The state whose own text it is, where its organ is the source: "the Bureau of Statistics"."""
    return scene.background.home if scene.language.rules("attribution.organs").first(words) else None


def _in_document(syntax: Syntax, verb: int) -> bool:
    """Whether somebody tells it in a document: "in a report in April, the Board said"."""
    links = syntax.children(verb, "prep")
    return any(syntax.is_in(i, "attribution.documents") for link in links for i in syntax.children(link, "pobj"))


def _takes_up(scene: Scene) -> bool:
    """Whether the sentence's subject stands for what was spoken of: "the ships", "they"."""
    syntax = Syntax(scene)
    subject = next((i for i in scene.tree.words if syntax[i].dep in SUBJECTS), None)
    words = (syntax.said(i) for i in (subject, *syntax.children(subject, "det"))) if subject is not None else ()
    return any(word in scene.table("attribution.definites") for word in words)


def _name(words: str, determiners: Mapping[str, object]) -> str:
    """The first run of words with capitals, small words within it included: "World Bank", "Ministry of Trade"."""
    for found in _NAME.finditer(words):
        name = found[0].split()
        while name and (name[0].lower() in determiners or not name[0][0].isupper()):
            name.pop(0)
        if name:
            return " ".join(name)
    return ""


def _abbreviated(content: str) -> dict[str, str]:
    """Names by what stands for them in brackets behind them: "the World Customs Board (WCB)"."""
    names: dict[str, str] = {}
    for found in _SHORT.finditer(content):
        before = content[max(0, found.start() - LONGEST) : found.start()].rstrip().split()[-2 * len(found[1]) :]
        starts = (i for i, word in enumerate(before) if word[0].isupper())
        first = next((i for i in starts if found[1] in _shortened(before[i:])), None)
        if first is not None:
            names[found[1]] = " ".join(before[first:])
    return names


def _shortened(words: Sequence[str]) -> tuple[str, str]:
    """A name's initials, without its small words and with them: "DC" and "DOC" for "Department of Commerce"."""
    letters = [word[0] for word in words]
    return "".join(letter for letter in letters if letter.isupper()), "".join(letters).upper()


def _initials(words: str) -> str:
    """ "Norwegian Central Bureau of Statistics": CBS, the nationality left out."""
    letters = [part[0] for part in re.findall(r"[A-Z][\w’'-]+", words)]
    return "".join(letters[-3:]) if len(letters) > 3 else "".join(letters)
