"""A verb says, by its form, its auxiliaries and its kind, whether what hangs on it is so, planned or supposed."""

from collections.abc import Mapping
from typing import Literal, cast

from verbale.claims.figures.governor import CLAUSES, SUBJECTS, Syntax
from verbale.claims.figures.scene import Scene
from verbale.model.claim import Modality

FUTURE: Literal["future"] = "future"  # planned, as long as it is not past by the text's date
SAME: Literal["same"] = "same"  # as the whole that it is part of, which was told before
ABLE: Literal["able"] = "able"  # what something can do: supposed of money, and a capacity of what is counted
PRESENT: Literal["present"] = "present"  # actual, unless its time is still to come
FORECAST: Literal["forecast"] = "forecast"  # planned, and no target, whatever its time
Said = Modality | Literal["future", "same", "able", "present", "forecast"]

CONTENT = CLAUSES - {"relcl"} | {"dobj", "prep", "pcomp", "attr", "oprd", "dative", "nsubjpass", "dep", "npadvmod"}
OBJECTS = frozenset({"dobj", "prep", "attr", "xcomp", "oprd", "acomp", "npadvmod", "advmod"})


class Verbs:
    """The verbs of a sentence, by their indices in the text's parse."""

    def __init__(self, scene: Scene, syntax: Syntax) -> None:
        self._scene = scene
        self._syntax = syntax

    def table(self, name: str) -> Mapping[str, Said]:
        return cast(Mapping[str, Said], self._scene.table(f"modality.{name}"))

    # --- what a verb says

    def modal(self, verb: int) -> Said | None:
        """What its auxiliaries and the head of its clause say."""
        if any(self._syntax.said(i) in self.table("suppositions") for i in self._syntax.children(verb, "mark")):
            return "hypothetical"
        said = next((s for i in self._syntax.children(verb, "aux") if (s := self.auxiliary(i))), None)
        if said == FUTURE and self.kind(verb) == "actual":
            return "actual"
        return "planned" if said == "hypothetical" and self._is_told_ahead(verb) else said

    def auxiliary(self, word: int) -> Said | None:
        return self.table("auxiliaries").get(self._syntax.said(word))

    def kind(self, verb: int) -> Said | None:
        """What a verb makes of what it governs."""
        return self.table("verbs").get(self._syntax.lemma(verb))

    def content(self, child: int, verb: int, kind: str | None) -> Said | None:
        """What it makes of this child, unless that is its agent or a clause beside it; `kind` is the quantity's.

        Who is spared or hit is there already, and so is what is announced, unless it is to be handed over or done;
        smoke that is prevented is prevented.
        """
        if self._syntax[child].dep not in CONTENT:
            return None
        if kind == "physical" and self.kind(verb) == "hypothetical":
            return None
        if kind == "count" and self._syntax.is_in(verb, "modality.uncounted"):
            ahead = self._syntax[child].dep in CLAUSES or self._syntax.is_in(child, "modality.handing")
            return self.kind(verb) if ahead and self.kind(verb) == "planned" else None
        phrasal = self.table("verbs").get(f"{self._syntax.lemma(verb)} {self._syntax.said(child)}")
        said = phrasal or self.kind(verb)
        if said == "target" and self._is_drafted(verb):
            return "planned"
        return None if said == "actual" and (self.is_infinitive(verb) or self.is_gerund(verb)) else said

    def presents(self, child: int, verb: int) -> bool:
        """Whether the verb only shows what there is: "to highlight the $3 million"."""
        return self._syntax[child].dep in ("dobj", "prep") and self._syntax.is_in(verb, "modality.presenting")

    def aimed(self, verb: int) -> Said | None:
        """What its object says of an infinitive that is said of it: "set a target to reach"."""
        nouns = (self._syntax.lemma(i) for i in self._syntax.children(verb, "dobj"))
        return next((said for noun in nouns if (said := self.table("nouns").get(noun))), None)

    def measured(self, child: int, verb: int) -> Said | None:
        """What is so much: "the target is $3 million", "raised its pledge to $3 million", "the budget provides"."""
        dep = self._syntax[child].dep
        if dep not in OBJECTS:
            return None
        if dep == "prep" and self._syntax.said(child) in self.table("reached") and (said := self.aimed(verb)):
            return said
        for subject in self._syntax.subjects(verb) if self._syntax.is_in(verb, "modality.measuring") else ():
            if said := self.table("nouns").get(self._syntax.lemma(subject)):
                return said
        return "planned" if self.is_present(verb) and self._is_drafted(verb) else None

    def finite(self, verb: int, is_new: bool) -> Said:
        """What a verb in the present or past says that nothing else decides; `is_new`: it adds to what there was."""
        if self._syntax.is_in(verb, "modality.composing") and self._takes_up(verb):
            return "planned" if is_new else SAME
        if is_new and self.is_progressive(verb) and self._syntax.is_in(verb, "modality.giving"):
            return "planned"
        if self.is_progressive(verb) and self._syntax.is_in(verb, "modality.beginning"):
            return "planned"
        above = self._syntax[verb].head
        if self._syntax[verb].dep == "ccomp" and self.is_present(verb):
            told = self._syntax.is_in(above, "modality.reporting") and not self.is_progressive(verb)
            said = self.kind(above)
            if said in ("planned", "target", FORECAST) and not told:
                return said
        return PRESENT if self.is_present(verb) else "actual"

    # --- what it is like

    def is_fact(self, verb: int, infinitive: int) -> bool:
        """Whether the infinitive is as real as the verb that governs it: "helped to create", "said to be"."""
        if self._syntax.is_in(verb, "modality.held") and self._syntax.is_in(infinitive, "modality.states"):
            return True
        return self._syntax.is_in(verb, "modality.facts")

    def is_done(self, verb: int) -> bool:
        """Whether its infinitive is done, unless its time is still to come: "worked with others to build"."""
        return self._syntax.is_in(verb, "modality.done") and not self.is_present(verb) and not self.is_gerund(verb)

    def is_raised(self, verb: int) -> bool:
        """Whether its subject is that of an infinitive to come: "300 visas were going to be granted"."""
        words = (verb, *self._syntax.children(verb, "acomp"))
        raising = [word for word in words if self._syntax.is_in(word, "modality.raising")]
        return any(self.is_infinitive(i) for word in raising for i in self._syntax.children(word, "xcomp"))

    def is_infinitive(self, verb: int) -> bool:
        """Whether it has the particle, or stands bare in a clause of its own: "letters to each provide"."""
        helpers = self._syntax.children(verb, "aux", "auxpass")
        base = len(helpers) > 1 or self._syntax.said(verb) == self._syntax.lemma(verb)
        if base and any(self._syntax.said(i) in self.table("infinitives") for i in helpers):
            return True
        return self._syntax[verb].dep in CLAUSES and self.is_bare(verb)

    def is_bare(self, verb: int) -> bool:
        return self._is_alone(verb) and self._syntax.said(verb) == self._syntax.lemma(verb)

    def is_gerund(self, verb: int) -> bool:
        return self._is_ing(verb) and not self._syntax.children(verb, "aux", "auxpass")

    def is_progressive(self, verb: int) -> bool:
        return self._is_ing(verb) and bool(self._syntax.children(verb, "aux"))

    def is_present(self, verb: int) -> bool:
        past = self._scene.language.rules("modality.pasts").at(self._syntax.said(verb), 0)
        present = self._syntax.said(verb).startswith(self._syntax.lemma(verb)) and past is None
        return self.is_progressive(verb) or present

    def is_joined(self, verb: int) -> bool:
        """Whether it is no sentence of its own: a participle, or a verb that shares the auxiliaries of another."""
        if self._is_caused(verb):
            return True
        if not self._is_alone(verb):
            return self.is_gerund(verb)
        return self.is_bare(verb) or self.is_gerund(verb) or self._syntax[verb].dep in ("acl", "amod")

    def _is_caused(self, verb: int) -> bool:
        """Whether it is as its governor is: "to see trade exceed $3 million", "to ensure that none makes less"."""
        if self._syntax[verb].dep != "ccomp":
            return False
        head, bare = self._syntax[verb].head, self._syntax.said(verb) == self._syntax.lemma(verb)
        ensured = self._syntax.is_in(head, "modality.ensuring") and self.is_present(verb)
        return ensured or (bare and self._syntax.is_in(head, "modality.causing"))

    def _is_ing(self, verb: int) -> bool:
        return self._scene.language.rules("modality.gerunds").at(self._syntax.said(verb), 0) is not None

    def _is_alone(self, verb: int) -> bool:
        return not self._syntax.subjects(verb) and not self._syntax.children(verb, "aux", "auxpass")

    def _is_told_ahead(self, verb: int) -> bool:
        """Whether a "would" tells what somebody said will be, or what a draft holds."""
        words = [self._syntax.said(i) for i in self._syntax.children(verb, "aux")]
        if not any(word in self.table("futures_past") for word in words):
            return False
        reported = self._syntax[verb].dep in CLAUSES
        reported = reported and self._syntax.is_in(self._syntax[verb].head, "modality.reporting")
        return reported or self._is_drafted(verb)

    def _is_drafted(self, verb: int) -> bool:
        """Whether it tells what a draft holds: "the budget", "the supplemental"."""
        above = (*self._syntax.subjects(verb), *self._syntax.children(verb, "amod"))
        return any(self._syntax.is_in(i, "modality.drafts") for i in above)

    def _takes_up(self, verb: int) -> bool:
        """Whether its subject stands for what was told before: "this includes", "the package includes"."""
        if not self.is_present(verb):
            return False
        subjects = self._syntax.subjects(verb)
        pronouns = any(self._syntax.said(i) in self.table("anaphora") for i in subjects)
        return pronouns or any(self._syntax.is_in(i, "modality.packages") for i in subjects)


__all__ = ["ABLE", "CLAUSES", "FORECAST", "FUTURE", "PRESENT", "SAME", "SUBJECTS", "Said", "Verbs"]
