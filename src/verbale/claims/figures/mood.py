"""A mood is what the words that a figure hangs on make of it, the nearest that settle it first.

These are the nouns and adjectives of its own phrase ("in commitments"), then word after word upwards: nouns by what
they are ("a plan to"), verbs by their form and their kind. An infinitive waits for the verb that governs it.
"""

from verbale.claims.figures.governor import CLAUSES, MODIFIERS, NOMINAL, SUBJECTS, VERBAL, Syntax
from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene
from verbale.claims.figures.verb import ABLE, FORECAST, PRESENT, Said, Verbs

COMMA = ","
Ruling = tuple[Said | None, int | None]  # what is said, and the infinitive that still waits for its governor


class Mood:
    """Finds what the words of a sentence make of a figure, or, `leading`, of the list that it leads in."""

    def __init__(self, scene: Scene, leading: bool = False) -> None:
        self._scene = scene
        self._syntax = Syntax(scene)
        self._verbs = Verbs(scene, self._syntax)
        self._table = self._verbs.table
        self._leading = leading
        self._top: int | None = None  # the word that the figure hangs on the others by
        self._kind: str | None = None  # what kind of quantity the figure is
        self._is_share = False  # whether it is a percentage, of which the whole is no part
        self._is_new = False  # whether it adds to what there was

    def of(self, quantity: Quantity) -> Said | None:
        """What the sentence makes of a figure, or nothing."""
        top = self._syntax.of(quantity)
        if top is None:
            return None
        self._top, self._kind = top, quantity.kind
        self._is_share = quantity.kind == "percent"
        self._is_new = self._has_new(top)
        if self._counted and self._is_known(top):
            return "actual"
        said = self._phrase(top, named=not self._counted, own=True) or self._climb(self._worth(top))
        if said == "hypothetical" and self._is_estimated(top):
            return FORECAST
        if said == ABLE:
            return "hypothetical" if quantity.kind in ("money", "percent") else "actual"
        return said

    @property
    def _counted(self) -> bool:
        return self._kind == "count"

    def lead(self) -> Said | None:
        """What the sentence makes of what follows: "The two sides will:"."""
        tail = next(iter(self._scene.matches("modality.lead_tails")), None)
        last = self._syntax.last(tail.start if tail else self._scene.span.end)
        if last is None:
            return None
        return self._phrase(last) or self._composed(last) or self._climb(last)

    def _composed(self, verb: int) -> Said | None:
        """What is said of the whole whose parts follow: "the assistance committed to Peru includes:"."""
        wholes = self._syntax.subjects(verb) if self._syntax.is_in(verb, "modality.composing") else ()
        return next((said for whole in wholes if (said := self._phrase(whole))), None)

    def _is_estimated(self, top: int) -> bool:
        """Whether what could be is told by an estimate: "could create an estimated 300 jobs"."""
        words = {top, *self._syntax.children(top, "amod")}
        for _, head in self._syntax.governors(top):
            words |= {head, *self._syntax.subjects(head)}
        return any(self._syntax.lemma(i) in self._table("estimating") for i in words)

    def _worth(self, top: int) -> int:
        """The noun whose worth the figure is, where there is one: "goods worth $3 million"."""
        above = self._syntax[top].head
        if not self._syntax.is_in(above, "modality.worths") or above == top or self._syntax[above].pos == "VERB":
            return top
        return above - 1 if self._syntax[above - 1].pos in NOMINAL else top

    # --- the figure's own phrase

    def _is_known(self, top: int) -> bool:
        """Whether a count is one of what there is already: "our 30 members", "a group of 30 nations"."""
        if self._is_definite(top):
            return True
        link = self._syntax[top].head
        whole = self._syntax[link].head
        if self._syntax[top].dep != "pobj" or self._syntax[link].dep != "prep":
            return False
        return self._syntax.is_in(whole, "modality.collectives") or self._is_definite(whole)

    def _is_definite(self, noun: int) -> bool:
        counts = self._syntax.children(noun, "nummod")
        words = (self._syntax.said(i) for i in self._syntax.children(noun, "det", "poss"))
        return bool(counts) and any(word in self._table("definites") for word in words)

    def _has_new(self, noun: int) -> bool:
        """Whether the figure, or what it is of, is new: "$3 million in new assistance"."""
        links = self._syntax.children(noun, "prep")
        whole = (self._syntax[noun].head,) if self._syntax[noun].dep == "nummod" else ()
        nouns = (noun, *whole, *(other for link in links for other in self._syntax.children(link, "pobj")))
        beside = (i for other in nouns for i in self._syntax.children(other, "amod", "det"))
        return any(self._syntax.is_in(i, "modality.new") for i in beside)

    def _phrase(self, noun: int, named: bool = True, own: bool = False) -> Said | None:
        """What a noun makes of its figure, by its name, its adjectives, its clauses and the nouns behind it."""
        if named and (said := self._table("nouns").get(self._syntax.lemma(noun))):
            return said
        beside = self._beside(noun)
        return (beside if beside != "actual" or not own else None) or self._clause(noun) or self._behind(noun)

    def _beside(self, noun: int) -> Said | None:
        words = (self._syntax.said(i) for i in self._syntax.children(noun, "amod", "compound"))
        return next((said for word in words if (said := self._table("adjectives").get(word))), None)

    def _clause(self, noun: int) -> Said | None:
        """ "$3 million pledged by Peru", "the $3 million that Peru has pledged"."""
        for verb in self._syntax.children(noun, "relcl"):
            if self._is_object(verb) and not self._syntax.children(verb, "neg"):
                return self._verbs.modal(verb) or self._verbs.kind(verb) or self._purpose(verb) or "actual"
        for verb in self._syntax.children(noun, "acl"):
            if self._syntax.subjects(verb) and (said := self._verbs.kind(verb)):
                return said
            if self._is_participle(verb, noun):
                said = self._verbs.kind(verb)
                return None if said == "target" and self._is_loose(verb) else said
        return None

    def _is_loose(self, verb: int) -> bool:
        """Whether a comma parts it from what it seems to tell of: "an exercise of 30 ships, aimed at …"."""
        before = self._syntax[verb - 1]
        return self._scene.content[before.start : before.end] == COMMA

    def _is_participle(self, verb: int, noun: int) -> bool:
        """Whether the noun is what was done: "$3 million pledged by", not "30 nations committed to"."""
        if self._verbs.is_infinitive(verb) or self._verbs.is_gerund(verb) or self._syntax.children(verb, "xcomp"):
            return False
        if self._syntax.is_in(noun, "modality.packages"):
            return True  # "assistance committed to Peru"
        links = (self._syntax.said(i) for i in self._syntax.children(verb, "prep"))
        return not any(link in self._table("infinitives") for link in links)

    def _purpose(self, verb: int) -> Said | None:
        """ "the 300 jobs that Peru is going to create"."""
        found = any(self._verbs.is_infinitive(i) for i in self._syntax.children(verb, "xcomp"))
        return "planned" if found and not self._syntax.is_in(verb, "modality.facts") else None

    def _is_object(self, verb: int) -> bool:
        """Whether the noun of a relative clause is its object: its subject is named, no preposition leads to it."""
        subjects = self._syntax.subjects(verb)
        links = (link for word in (verb, *subjects) for link in self._syntax.children(word, "prep"))
        oblique = any(self._is_relative(i) for link in links for i in self._syntax.children(link, "pobj"))
        return bool(subjects) and not oblique and not any(self._is_relative(i) for i in subjects)

    def _is_relative(self, word: int) -> bool:
        return self._syntax.said(word) in self._table("relatives")

    def _behind(self, noun: int) -> Said | None:
        """ "$3 million in commitments"."""
        words = [word for word, whole in self._table("contents").items() if not (whole and self._is_share)]
        links = (i for i in self._syntax.children(noun, "prep") if self._syntax.said(i) in words)
        others = (other for link in links for other in self._syntax.children(link, "pobj"))
        nouns = (other for other in others if self._syntax[other].pos in NOMINAL and other != self._top)
        return next((said for other in nouns if (said := self._named(other))), None)

    def _named(self, noun: int) -> Said | None:
        """What a noun behind the figure makes of it, by its name, its adjectives and its clauses."""
        name = self._table("nouns").get(self._syntax.lemma(noun))
        return name or self._beside(noun) or self._clause(noun)

    # --- what the phrase hangs on

    def _climb(self, place: int) -> Said | None:
        """What the first governor says that says anything; `place` itself where it is an auxiliary left alone."""
        if self._syntax[place].pos in VERBAL and (said := self._self(place)):
            return said
        waiting: int | None = None
        for child, head in self._syntax.governors(place):
            said, waiting = self._governor(child, head, waiting)
            if said:
                return said
        return "planned" if waiting is not None or (not self._leading and self._is_bidden(place)) else None

    def _self(self, verb: int) -> Said | None:
        said = self._verbs.auxiliary(verb) or self._verbs.modal(verb)
        if said or not self._leading:
            return said
        giving = self._verbs.is_progressive(verb) and self._syntax.is_in(verb, "modality.giving")
        return self._verbs.kind(verb) or ("planned" if giving else None)

    def _is_bidden(self, place: int) -> bool:
        """Whether a verb without subject is at the top: "Provide $3 million", in a list of what is to be done."""
        top = next((head for _, head in self._syntax.governors(place) if self._syntax[head].head == head), None)
        if top is None or self._syntax[top].pos != "VERB" or not self._verbs.is_bare(top):
            return False
        return self._syntax[top].start == self._scene.span.start

    def _governor(self, child: int, head: int, waiting: int | None) -> Ruling:
        pos = self._syntax[head].pos
        given = self._syntax.said(head) in self._table("givens")
        if given or (not self._counted and self._is_levied(child, head)):
            return "actual", waiting
        if pos in VERBAL:
            return self._verb(child, head, waiting)
        if pos in NOMINAL or pos in ("ADJ", "PRON"):
            return self._nominal(child, head, waiting)
        return None, waiting

    def _is_levied(self, link: int, levy: int) -> bool:
        """Whether a tariff or the like lies on what the figure is the worth of."""
        return self._syntax.said(link) in self._table("against") and self._syntax.is_in(levy, "modality.levies")

    def _nominal(self, child: int, head: int, waiting: int | None) -> Ruling:
        """What a noun or adjective says, or one that the figure only describes: "those with over $3 million"."""
        dep = self._syntax[child].dep
        describes = dep == "prep" or (dep == "acl" and self._verbs.is_gerund(child))
        if describes and waiting is None and self._syntax.is_in(head, "modality.described"):
            return "actual", None
        if dep in CLAUSES and waiting is not None:
            if self._syntax.is_in(head, "modality.facts"):
                return None, None
            return self._table("nouns").get(self._syntax.lemma(head)) or self._verbs.kind(head) or "planned", None
        if dep in MODIFIERS or (dep == "prep" and (self._leading or self._is_linked(child))):
            counted = any(i != child for i in self._syntax.children(head, "nummod"))
            return self._phrase(head, named=not counted), waiting
        return None, waiting

    def _is_linked(self, link: int) -> bool:
        """Whether it leads what its noun is about: "a target of", "commitments, including"; not "including by"."""
        ways = self._table("links").get(self._syntax.said(link))
        return ways is not None and bool(self._syntax.children(link, "pobj", *(["pcomp"] if ways else [])))

    def _verb(self, child: int, verb: int, waiting: int | None) -> Ruling:
        if waiting is not None:
            if self._verbs.is_fact(verb, waiting):
                waiting = None
            elif self._verbs.is_done(verb) and self._verbs.modal(verb) is None:
                return PRESENT, None
            elif said := self._verbs.aimed(verb):
                return said, None
        if said := self._ruled(child, verb, waiting):
            return said, None
        if self._verbs.is_infinitive(verb):
            # who is helped to do something is there already: "helped 300 firms to grow"
            agent = self._syntax[child].dep == "nsubj" and self._syntax[verb].dep in CLAUSES
            return None, None if agent else verb
        if self._verbs.is_joined(verb):
            return None, None
        return self._verbs.measured(child, verb) or self._verbs.finite(verb, self._is_new), None

    def _ruled(self, child: int, verb: int, waiting: int | None) -> Said | None:
        """What a verb says by its kind and its auxiliaries, or of an infinitive that has waited for it."""
        if self._is_upon(child, verb) or self._verbs.presents(child, verb):
            return "actual"
        modal, kind = self._verbs.modal(verb), self._verbs.content(child, verb, self._kind)
        if kind:
            return kind if modal is None or kind == "target" else modal
        if modal:
            return modal
        raised = self._syntax[child].dep in SUBJECTS and self._verbs.is_raised(verb)
        if raised or waiting is not None:
            return self._verbs.measured(child, verb) or "planned"
        return None

    def _is_upon(self, child: int, verb: int) -> bool:
        """Whether the verb takes the figure as it is: "builds on the $3 million"."""
        key = f"{self._syntax.lemma(verb)} {self._syntax.said(child)}"
        return not self._is_new and self._syntax[child].dep == "prep" and key in self._table("upon")
