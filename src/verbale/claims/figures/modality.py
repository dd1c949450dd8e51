"""A modality is whether a figure is so, planned, aimed at, or only supposed.

It is read from the words that the figure hangs on, the nearest that settles it first: the nouns and adjectives of its
own phrase ("in commitments"), then verb after verb by its auxiliaries, by its form, and by what it makes of what it
governs. Where none does, as in an item of a list, the words that lead the list in do.
"""

from collections.abc import Mapping
from typing import Literal, cast

from verbale.claims.figures.governor import CLAUSES, MODIFIERS, NOMINAL, SUBJECTS, VERBAL, Syntax
from verbale.claims.figures.period import is_ahead
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene
from verbale.model.claim import Modality

CONTENT = CLAUSES - {"relcl"} | {"dobj", "prep", "pcomp", "attr", "oprd", "dative", "nsubjpass", "dep"}
OBJECTS = frozenset({"dobj", "prep", "attr", "xcomp", "oprd", "acomp", "npadvmod", "advmod"})
NEAR = 12  # characters between a deadline and the figure behind it
FUTURE: Literal["future"] = "future"  # planned, as long as it is not past by the text's date
SAME: Literal["same"] = "same"  # as the whole that it is part of, which was told before
Said = Modality | Literal["future", "same"]


def find_modality(scene: Scene, quantity: Quantity, lead: Said | None, before: Said | None) -> Said:
    """How the figure is said to be: by the sentence, by the words that lead its list in, or as the figure before it."""
    syntax = Syntax(scene)
    top = syntax.top(*(quantity.noun or quantity.core))
    said = (_Judge(scene, syntax).of(top, quantity) if top is not None else None) or lead or "actual"
    if said == SAME:
        said = before or "actual"
    if said == "actual" and is_ahead(scene, quantity):
        return FUTURE
    if said == "planned" and quantity.kind != "money" and _has_deadline(scene, quantity):
        return "target"
    return said


def settled(scene: Scene, said: Said, period: str | None) -> Modality:
    """The modality by the figure's time: a future of what is past by the text's date is translated, and actual."""
    if said == FUTURE:
        return "actual" if _past(scene, period) else "planned"
    return "actual" if said == SAME else said


def lead_in(scene: Scene) -> Said | None:
    """What the sentence makes of the list that it leads in: "The two sides will:"."""
    syntax = Syntax(scene)
    last = syntax.last
    return _Judge(scene, syntax, leading=True).of(last) if last is not None else None


def _has_deadline(scene: Scene, quantity: Quantity) -> bool:
    """Whether what is meant to be is meant to be by a time: "committed to cut it by 40 percent by 2030"."""
    published = scene.background.published
    _, end = scene.segment(quantity)
    later = [time for time in scene.times if published and time.value > published[: len(time.value)]]
    near = [t for t in later if quantity.end <= t.start < end or 0 <= quantity.start - t.end < NEAR]
    return any(scene.ending("figures.until", time.core) for time in near)


def _past(scene: Scene, period: str | None) -> bool:
    published = scene.background.published
    if not (period and published):
        return False
    return period.rpartition("/")[2][:4] < published[:4]


class _Judge:
    """Who says of each governor in turn what it makes of the figure."""

    def __init__(self, scene: Scene, syntax: Syntax, leading: bool = False) -> None:
        self._scene = scene
        self._syntax = syntax
        self._is_new = False  # whether the figure adds to what there was
        self._leading = leading  # whether all nouns lead the list in, however the last word hangs on them

    def of(self, top: int, quantity: Quantity | None = None) -> Said | None:
        """What the words say that `top`, the head of the figure's words, hangs on."""
        if quantity and self._is_given(top, quantity):
            return "actual"
        self._is_new = self._has_new(top)
        return self._phrase(top, named=quantity is None or quantity.kind != "count") or self._climb(top)

    def _climb(self, place: int) -> Said | None:
        """What the first governor says that says anything; `place` itself where it is an auxiliary left alone."""
        said: Said | None
        waiting: int | None = None  # an infinitive, till its governor tells whether it is so
        if self._syntax[place].pos in VERBAL:
            said = self._auxiliary(place) or self._modal(place) or (self._kinds(place) if self._leading else None)
            if said:
                return said
        for child, head in self._syntax.governors(place):
            said, waiting = self._governor(child, head, waiting)
            if said:
                return said
        return "planned" if waiting is not None else None

    def _governor(self, child: int, head: int, waiting: int | None) -> tuple[Said | None, int | None]:
        pos = self._syntax[head].pos
        if pos in VERBAL:
            return self._verb(child, head, waiting)
        if pos in NOMINAL or pos == "ADJ":
            return self._nominal(child, head, waiting)
        given = self._syntax.said(head) in self._table("givens") or self._is_origin(head)
        return ("actual" if given else None), waiting

    def _is_origin(self, link: int) -> bool:
        """Whether it leads what a change begins with: "from 25 percent to 50"."""
        if self._syntax.said(link) not in self._table("origins"):
            return False
        others = (i for i in self._syntax.children(self._syntax[link].head, "prep") if i > link)
        return any(self._syntax.said(i) in self._table("infinitives") for i in others)

    def _table(self, name: str) -> Mapping[str, Said]:
        return cast(Mapping[str, Said], self._scene.table(f"modality.{name}"))

    # --- the figure's own phrase

    def _is_given(self, top: int, quantity: Quantity) -> bool:
        """Whether a count is one of what there is already: "our 30 members", "a group of 30 nations"."""
        counted = quantity.kind == "count"
        if counted and self._is_definite(top):
            return True
        link = self._syntax[top].head
        whole = self._syntax[link].head
        if not counted or self._syntax[top].dep != "pobj" or self._syntax[link].dep != "prep":
            return False
        return self._syntax.lemma(whole) in self._table("collectives") or self._is_definite(whole)

    def _is_definite(self, noun: int) -> bool:
        """Whether a count is one that is known: "our 30 members"."""
        counts = self._syntax.children(noun, "nummod")
        words = (self._syntax.said(i) for i in self._syntax.children(noun, "det", "poss"))
        return bool(counts) and any(word in self._table("definites") for word in words)

    def _phrase(self, noun: int, named: bool = True) -> Said | None:
        """What a noun makes of its figure, by its name, its adjectives, its clauses and the nouns behind it."""
        if named and (said := self._table("nouns").get(self._syntax.lemma(noun))):
            return said
        return self._beside(noun) or self._clause(noun) or self._behind(noun)

    def _beside(self, noun: int) -> Said | None:
        words = (self._syntax.said(i) for i in self._syntax.children(noun, "amod"))
        return next((said for word in words if (said := self._table("adjectives").get(word))), None)

    def _has_new(self, noun: int) -> bool:
        """Whether the figure, or what it is of, is new: "$3 million in new assistance"."""
        links = self._syntax.children(noun, "prep")
        nouns = (noun, *(other for link in links for other in self._syntax.children(link, "pobj")))
        beside = (i for other in nouns for i in self._syntax.children(other, "amod", "det"))
        return any(self._syntax.is_in(i, "modality.new") for i in beside)

    def _clause(self, noun: int) -> Said | None:
        """ "$3 million pledged by Peru", "the $3 million that Peru has pledged"."""
        for verb in self._syntax.children(noun, "relcl"):
            if self._is_object(noun, verb):
                return self._modal(verb) or self._kinds(verb) or self._purpose(verb) or "actual"
        for verb in self._syntax.children(noun, "acl"):
            if (
                not self._is_infinitive(verb)
                and not self._is_gerund(verb)
                and not self._syntax.children(verb, "xcomp", "prep")
            ):
                return self._kinds(verb)
        return None

    def _purpose(self, verb: int) -> Said | None:
        """ "the 300 jobs that Peru is going to create"."""
        found = any(self._is_infinitive(i) for i in self._syntax.children(verb, "xcomp"))
        return "planned" if found and self._syntax.lemma(verb) not in self._table("facts") else None

    def _is_object(self, noun: int, verb: int) -> bool:
        """Whether the noun is the object of its relative clause, whose subject is named in it."""
        subjects = self._syntax.subjects(verb)
        return bool(subjects) and all(self._syntax.said(i) not in self._table("relatives") for i in subjects)

    def _behind(self, noun: int) -> Said | None:
        """ "$3 million in commitments"."""
        links = (i for i in self._syntax.children(noun, "prep") if self._syntax.said(i) in self._table("contents"))
        others = (other for link in links for other in self._syntax.children(link, "pobj"))
        nouns = (other for other in others if self._syntax[other].pos in NOMINAL)
        return next((said for other in nouns if (said := self._phrase(other))), None)

    # --- what the phrase hangs on

    def _nominal(self, child: int, head: int, waiting: int | None) -> tuple[Said | None, int | None]:
        """What a noun or adjective says, and the infinitive that still waits for its governor."""
        dep = self._syntax[child].dep
        if dep in CLAUSES and waiting is not None:
            if self._syntax.lemma(head) in self._table("facts"):
                return None, None
            return self._table("nouns").get(self._syntax.lemma(head)) or self._kinds(head) or "planned", None
        linked = dep == "prep" and (self._leading or self._syntax.said(child) in self._table("links"))
        if linked or dep in MODIFIERS:
            counted = any(i != child for i in self._syntax.children(head, "nummod"))
            return self._phrase(head, named=not counted), waiting
        return None, waiting

    def _verb(self, child: int, verb: int, waiting: int | None) -> tuple[Said | None, int | None]:
        """What a verb says, and the infinitive that still waits for its governor."""
        if said := self._modal(verb) or self._kind(child, verb):
            return said, None
        if self._syntax[child].dep in SUBJECTS and self._is_raised(verb):
            return "planned", None
        if waiting is not None and not self._is_fact(verb, waiting):
            return self._aimed(verb) or self._subject(verb, child) or "planned", None
        if self._is_infinitive(verb):
            agent = (
                self._syntax[child].dep == "nsubj" and self._syntax[verb].dep in CLAUSES
            )  # "helped 300 firms to grow"
            return None, None if agent else verb
        if self._is_joined(verb):
            return None, None
        return self._subject(verb, child) or self._finite(verb), None

    def _is_raised(self, verb: int) -> bool:
        """Whether its subject is that of an infinitive to come: "300 visas were going to be granted"."""
        words = (verb, *self._syntax.children(verb, "acomp"))
        raising = [word for word in words if self._syntax.is_in(word, "modality.raising")]
        return any(self._is_infinitive(i) for word in raising for i in self._syntax.children(word, "xcomp"))

    def _finite(self, verb: int) -> Said:
        """What a verb in the present or past says that nothing else decides."""
        if self._syntax.lemma(verb) in self._table("composing") and self._is_taken_up(verb):
            return SAME
        if self._is_new and self._is_progressive(verb) and self._syntax.is_in(verb, "modality.giving"):
            return "planned"
        above = self._syntax[verb].head
        if self._syntax[verb].dep == "ccomp" and self._is_present(verb):
            said = self._kinds(above)
            if said in ("planned", "target") and (
                self._is_progressive(verb) or self._syntax.lemma(above) not in self._table("reporting")
            ):
                return said
        return "actual"

    def _is_taken_up(self, verb: int) -> bool:
        """Whether its subject stands for what was told before: "this includes", "the package includes"."""
        pronouns, wholes = self._table("anaphora"), self._table("packages")
        return any(
            self._syntax.said(i) in pronouns or self._syntax.lemma(i) in wholes for i in self._syntax.subjects(verb)
        )

    def _is_present(self, verb: int) -> bool:
        past = self._scene.language.rules("modality.pasts").at(self._syntax.said(verb), 0)
        present = self._syntax.said(verb).startswith(self._syntax.lemma(verb)) and past is None
        return self._is_progressive(verb) or present

    def _is_progressive(self, verb: int) -> bool:
        gerund = self._scene.language.rules("modality.gerunds").at(self._syntax.said(verb), 0)
        return gerund is not None and bool(self._syntax.children(verb, "aux"))

    def _modal(self, verb: int) -> Said | None:
        """What its auxiliaries and the head of its clause say."""
        if any(self._syntax.said(i) in self._table("suppositions") for i in self._syntax.children(verb, "mark")):
            return "hypothetical"
        said = next((s for i in self._syntax.children(verb, "aux") if (s := self._auxiliary(i))), None)
        if said == FUTURE and self._kinds(verb) == "actual":
            return "actual"
        return "planned" if said == "hypothetical" and self._is_reported(verb) else said

    def _auxiliary(self, place: int) -> Said | None:
        return self._table("auxiliaries").get(self._syntax.said(place))

    def _is_reported(self, verb: int) -> bool:
        """Whether a "would" tells what somebody said will be."""
        words = [self._syntax.said(i) for i in self._syntax.children(verb, "aux")]
        if self._syntax[verb].dep not in CLAUSES or not any(word in self._table("futures_past") for word in words):
            return False
        return self._syntax.lemma(self._syntax[verb].head) in self._table("reporting")

    def _kinds(self, verb: int) -> Said | None:
        return self._table("verbs").get(self._syntax.lemma(verb))

    def _kind(self, child: int, verb: int) -> Said | None:
        """What it makes of what it governs; its agent and the clauses beside it it does not govern."""
        if self._syntax[child].dep not in CONTENT:
            return None
        said = self._kinds(verb)
        if said == "target" and self._is_drafted(verb):
            return "planned"
        open_ = self._is_infinitive(verb) or self._is_gerund(verb)
        return None if said == "actual" and open_ else said

    def _is_drafted(self, verb: int) -> bool:
        above = (*self._syntax.subjects(verb), *self._syntax.children(verb, "amod"))
        return any(self._syntax.lemma(i) in self._table("drafts") for i in above)

    def _aimed(self, verb: int) -> Said | None:
        """What the object says of an infinitive that is said of it: "set a target to reach"."""
        nouns = (self._syntax.lemma(i) for i in self._syntax.children(verb, "dobj"))
        return next((said for noun in nouns if (said := self._table("nouns").get(noun))), None)

    def _subject(self, verb: int, child: int) -> Said | None:
        """What its subject makes of its figure: "the target is $3 million", "the budget provides $3 million"."""
        if self._syntax[child].dep not in OBJECTS:
            return None
        for subject in self._syntax.subjects(verb):
            if said := self._table("nouns").get(self._syntax.lemma(subject)):
                return said
        return "planned" if self._is_present(verb) and self._is_drafted(verb) else None

    def _is_fact(self, verb: int, infinitive: int) -> bool:
        """Whether the infinitive is as real as the verb that governs it: "helped to create", "said to be"."""
        held = self._syntax.lemma(verb) in self._table("held") and self._syntax.lemma(infinitive) in self._table(
            "states"
        )
        return held or self._syntax.lemma(verb) in self._table("facts")

    # --- the form of a verb

    def _is_infinitive(self, verb: int) -> bool:
        """Whether it has the particle, or stands bare in a clause of its own: "letters to each provide"."""
        if any(self._syntax.said(i) in self._table("infinitives") for i in self._syntax.children(verb, "aux")):
            return True
        return self._syntax[verb].dep in CLAUSES and self._is_bare(verb)

    def _is_bare(self, verb: int) -> bool:
        alone = not self._syntax.subjects(verb) and not self._syntax.children(verb, "aux", "auxpass")
        return alone and self._syntax.said(verb) == self._syntax.lemma(verb)

    def _is_gerund(self, verb: int) -> bool:
        found = self._scene.language.rules("modality.gerunds").at(self._syntax.said(verb), 0)
        return found is not None and not self._syntax.children(verb, "aux", "auxpass")

    def _is_joined(self, verb: int) -> bool:
        """Whether it is no sentence of its own: a participle, or a verb that shares the auxiliaries of another."""
        if self._syntax.subjects(verb) or self._syntax.children(verb, "aux", "auxpass"):
            return self._is_gerund(verb)
        return self._is_bare(verb) or self._is_gerund(verb) or self._syntax[verb].dep in ("acl", "amod")
