"""A saying is a word of saying with the words that name who says it and the words that are said."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.statements.said import (
    OPENS,
    Said,
    is_impersonal,
    is_infinitive,
    joined_sayings,
    said_by_verb,
    said_by_word,
)
from verbale.statements.sources import Named, agent_of, named, noun_after, subject_of
from verbale.statements.tree import SUBJECTS, Stretch, Tree

COPULAS = frozenset({"acomp", "oprd"})


@dataclass(frozen=True, slots=True)
class Saying:
    """A match of a rule of saying, with who says it, if the grammar shows it, and the stretches of what is said.

    `hearer` is the head word of whoever it is said to, `scope` the words below the cue's verb; `infinitive` is whether
    it is said what is to be done, `impersonal` whether the words leave open who says it.
    """

    cue: Match
    by: Named | None
    said: Said = ()
    hearer: Stretch | None = None
    scope: Stretch | None = None
    infinitive: bool = False
    impersonal: bool = False

    @property
    def act(self) -> str:
        """What is done by saying it: of some words something else if they are followed by what is to be done."""
        return str(self.cue.get("to", self.cue["act"]) if self.infinitive else self.cue["act"])

    @property
    def start(self) -> int:
        """Where the cue begins."""
        return self.cue.start

    @property
    def end(self) -> int:
        """Where the cue ends."""
        return self.cue.end

    @property
    def source(self) -> Stretch | None:
        """Offsets of the words that name who says it."""
        return self.by.words if self.by else None

    @property
    def head(self) -> Stretch | None:
        """Offsets of the head word of those."""
        return self.by.head if self.by else None

    @property
    def weak(self) -> bool:
        """Whether the cue only reports a view or a doing."""
        return bool(self.cue.get("weak"))

    @property
    def names(self) -> bool:
        """Whether a quoted noun phrase beside the cue is the name of something rather than speech."""
        return bool(self.cue.get("names"))

    @property
    def takes(self) -> str:
        """What the cue reports: a "clause", "words" in marks alone, or "any" object."""
        return str(self.cue.get("takes", "any"))

    def governs(self, position: int) -> bool:
        """Whether a place lies among the words below the cue's verb."""
        return self.scope is not None and self.scope[0] <= position < self.scope[1]

    def reports(self, position: int) -> bool:
        """Whether a place lies in what is said."""
        return any(start <= position < end for start, end in self.said)


def find_sayings(content: str, sentence: Stretch, tree: Tree, language: Language) -> Iterator[Saying]:
    """The sayings of a sentence, in order."""
    start, end = sentence
    words = [*_by_noun(content, start, end, tree, language), *_by_adjective(content, start, end, tree, language)]
    verbs = [_yielding(saying, words) for saying in _by_verb(content, start, end, tree, language)]
    yield from sorted([*verbs, *words, *_by_phrase(content, start, end, tree, language)], key=lambda s: s.start)


def _yielding(saying: Saying, words: Sequence[Saying]) -> Saying:
    """A weak saying without its content where a noun says better what is done: "voiced her hope that …"."""
    better = saying.weak and any(saying.reports(word.start) for word in words)
    return replace(saying, said=()) if better else saying


def _by_verb(content: str, start: int, end: int, tree: Tree, language: Language) -> Iterator[Saying]:
    cues = _cues(content, start, end, tree, language)
    joined = joined_sayings(cues, tree, language)
    for verb, match in cues.items():
        if _is_possible(verb, tree, language) or (match.get("bare") and not _is_bare(content, verb, match, tree)):
            continue
        hearer = _hearer(verb, match, tree, language)
        apart = [branch for branch, main in joined.items() if main == verb]
        said = () if _is_undone(verb, match, tree, language) else said_by_verb(verb, match, tree, language, apart)
        passive = _is_passive(content, verb, match, tree, language)
        by = agent_of(verb, tree) if passive else subject_of(verb, tree, language, joined)
        impersonal = by is None and is_impersonal(verb, tree)
        infinitive = not impersonal and is_infinitive(verb, tree)
        yield Saying(match, by, said, hearer, tree.extent(verb), infinitive, impersonal)


def _cues(content: str, start: int, end: int, tree: Tree, language: Language) -> dict[int, Match]:
    """The verbs of saying with the cues that they are."""
    found: dict[int, Match] = {}
    for match in language.rules("speech.cue").find(content, start, end):
        indices = tree.parse.indices(match.start, match.end)
        verb = next((i for i in indices if tree.parse.tokens[i].pos == "VERB"), None)
        if verb is not None:
            found.setdefault(verb, match)
    return found


def _is_bare(content: str, verb: int, match: Match, tree: Tree) -> bool:
    """Whether a verb has no clause of its own but words in marks."""
    return tree.child(verb, "ccomp", "xcomp") is None or not OPENS.isdisjoint(content[match.end : match.end + 4])


def _by_noun(content: str, start: int, end: int, tree: Tree, language: Language) -> Iterator[Saying]:
    """Sayings by a noun with its complement: "the minister's hope that …", "voiced concern that …"."""
    tokens = tree.parse.tokens
    for match in language.rules("speech.noun").find(content, start, end):
        noun = next((i for i in tree.parse.indices(match.start, match.end) if tokens[i].pos == "NOUN"), None)
        said = said_by_word(noun, match, tree, language) if noun is not None else ()
        by = _owner(noun, tree, language) if noun is not None and said else None
        if noun is not None and by is not None:
            yield Saying(match, by, said, None, tree.extent(noun))


def _owner(noun: int, tree: Tree, language: Language) -> Named | None:
    """Whose word a noun of saying is: of the possessor, of whoever it is `by`, or of the subject of its verb."""
    tokens = tree.parse.tokens
    owner = tree.child(noun, "poss")
    if owner is not None:
        return named(owner, tree)
    for i in tree.hanging(noun, "prep", "agent"):
        if tree.lemma(i) in language.table("speech.authored"):
            by = tree.child(i, "pobj")
            return named(by, tree) if by is not None else None
    if tokens[noun].dep == "dobj" or (tokens[noun].dep == "pobj" and tokens[tokens[noun].head].head < noun):
        verb = tokens[noun].head if tokens[noun].dep == "dobj" else tokens[tokens[noun].head].head
        return subject_of(verb, tree, language) if tokens[verb].pos == "VERB" else None
    return None


def _by_adjective(content: str, start: int, end: int, tree: Tree, language: Language) -> Iterator[Saying]:
    """Sayings by an adjective with its complement: "is confident that …"."""
    tokens = tree.parse.tokens
    for match in language.rules("speech.adjective").find(content, start, end):
        word = tree.parse.indices(match.start, match.end).start
        if tokens[word].dep not in COPULAS and tokens[tokens[word].head].lemma != "be":
            continue
        verb = tokens[word].head if tokens[word].dep in COPULAS else word
        if tree.child(verb, "neg") is not None or _is_possible(verb, tree, language):
            continue
        said = said_by_word(word, match, tree, language)
        by = subject_of(verb, tree, language) if said else None
        if by is not None:
            yield Saying(match, by, said, None, tree.extent(word))


def _hearer(verb: int, cue: Match, tree: Tree, language: Language) -> Stretch | None:
    """Whom it is said to: "told the minister that", "urged Norway to", "called on Norway to", "said to her"."""
    tokens = tree.parse.tokens
    takes = str(cue.get("takes", "any"))
    clausal = takes == "clause" or bool(cue.get("hears")) or is_infinitive(verb, tree)
    whom = next((i for i in tree.hanging(verb, "dative", *(("dobj",) if clausal else ())) if i > verb), None)
    for i in tree.hanging(verb, "prep", "dative"):
        towards = takes == "clause" and tree.lemma(i) in language.table("speech.towards")
        own = tokens[i].start < cue.end and is_infinitive(verb, tree)
        if whom in (None, i) and i > verb and tokens[i].pos == "ADP" and (own or towards):
            whom = tree.child(i, "pobj")
    if whom is None and is_impersonal(verb, tree) and tree.child(verb, "ccomp") is not None:
        told = tree.child(verb, "nsubjpass")  # "Norway was told that …"
        whom = told if told is not None and tokens[told].pos != "PRON" else None
    return tree.word(whom) if whom is not None else None


def _is_undone(verb: int, cue: Match, tree: Tree, language: Language) -> bool:
    """Whether the saying is only what somebody wants, tries, refuses or is there to do: "declined to say"."""
    token = tree.parse.tokens[verb]
    if token.dep == "xcomp":
        return tree.lemma(token.head) in language.table("speech.undone")
    to = any(tree.parse.tokens[i].pos == "PART" for i in tree.hanging(verb, "aux"))
    purpose = token.dep == "acl" or (token.dep == "advcl" and bool(cue.get("weak")))
    return to and purpose and not cue.get("purpose")


def _is_passive(content: str, verb: int, cue: Match, tree: Tree, language: Language) -> bool:
    """Whether the verb is a participle of what is said to somebody: "asked about it, he left"."""
    token = tree.parse.tokens[verb]
    hangs = token.dep in ("advcl", "acl", "ccomp") and tree.child(verb, "aux", "mark", *SUBJECTS) is None
    return hangs and language.rules("speech.active").first(content, cue.start, token.end) is None


def _is_possible(verb: int, tree: Tree, language: Language) -> bool:
    """Whether the saying is only possible: "could offer"."""
    return any(tree.lemma(i) in language.table("speech.modals") for i in tree.hanging(verb, "aux"))


def _by_phrase(content: str, start: int, end: int, tree: Tree, language: Language) -> Iterator[Saying]:
    matches = list(language.rules("speech.according").find(content, start, end))
    told = any(language.rules("speech.interviewed").find(content, start, end))  # where it appeared, not what it says
    for i, match in enumerate(matches):
        source = noun_after(match.end, end, tree)
        if source:
            limit = matches[i + 1].start if i + 1 < len(matches) else end
            rest = None if told else _rest(content, (start, limit), match.start, source.whole[1], tree)
            yield Saying(match, source, (rest,) if rest else ())
    for match in language.rules("speech.wording").find(content, start, end):
        source = _owner_of_words(match, tree)
        if source:
            rest = _rest(content, (start, end), match.start, match.end, tree)
            yield Saying(match, source, (rest,) if rest else ())
    for match in language.rules("speech.view").find(content, start, end):
        source = noun_after(match.end, end, tree)
        if source:
            yield Saying(match, source)


def _owner_of_words(cue: Match, tree: Tree) -> Named | None:
    """Whose words they are: "in the minister's words"."""
    start, end = cue.groups["owner"]
    inside = [i for i in tree.parse.indices(start, end) if tree.parse.tokens[i].pos in ("NOUN", "PROPN", "PRON")]
    return Named((start, end), tree.word(inside[-1]), (start, end)) if inside else None


def _rest(content: str, sentence: Stretch, cue: int, source_end: int, tree: Tree) -> Stretch | None:
    """What is said beside "according to …": the clause before it, or after the comma where it comes first."""
    start, end = sentence
    before = tree.parse.between(start, cue)
    leads = not before or before[-1].pos in ("CCONJ", "SCONJ") or content[before[-1].start] in ":;"
    if not leads:
        breaks = [token.end + 1 for token in before if content[token.start] in ";:"]
        return max([start, *breaks]), cue
    comma = content.find(",", source_end, end)
    follows = 0 <= comma < source_end + len(", ") or content[source_end:end][:1] == " "
    begin = comma + 2 if 0 <= comma < source_end + len(", ") else source_end + 1
    return (begin, _without_joint(begin, end, tree)) if follows and begin < end else None


def _without_joint(start: int, end: int, tree: Tree) -> int:
    """Where words end without the conjunction and the stops that lead to what follows them."""
    tokens = list(tree.parse.between(start, end))
    while tokens and tokens[-1].pos in ("CCONJ", "PUNCT", "SCONJ"):
        tokens.pop()
    return tokens[-1].end if tokens else start


def outside(sayings: Sequence[Saying], stretches: Sequence[Stretch]) -> list[Saying]:
    """The sayings whose cue lies in none of the stretches, which are in order and apart."""
    return [saying for saying in sayings if not is_within(saying.start, stretches)]


def is_within(position: int, stretches: Sequence[Stretch]) -> bool:
    """Whether a place lies in one of the stretches, which are in order and apart."""
    i = bisect_right(stretches, position, key=lambda stretch: stretch[0]) - 1
    return i >= 0 and position < stretches[i][1]
