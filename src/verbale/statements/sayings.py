"""A saying is a word of saying with the words that name who says it and the words that are said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.lang.parse import Parse

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
CLAUSES = ("ccomp", "xcomp")
OBJECTS = ("dobj", "oprd")
PASSES_ON = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep"})


@dataclass(frozen=True, slots=True)
class Saying:
    """A match of a rule of saying, with offsets of the words that name the source and of what is said.

    `head` is the source's head word, `hearer` that of whoever it is said to. They are absent where the grammar does not
    show them.
    """

    cue: Match
    source: tuple[int, int] | None
    head: tuple[int, int] | None
    content: tuple[int, int] | None = None
    hearer: tuple[int, int] | None = None

    @property
    def start(self) -> int:
        """Where the cue begins."""
        return self.cue.start

    @property
    def end(self) -> int:
        """Where the cue ends."""
        return self.cue.end

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


@dataclass(frozen=True)
class Tree:
    """A parse with the children of each of its words."""

    parse: Parse
    children: dict[int, list[int]]

    @classmethod
    def of(cls, parse: Parse) -> "Tree":
        """The parse's tree."""
        children: dict[int, list[int]] = {}
        for i, token in enumerate(parse.tokens):
            if token.head != i:
                children.setdefault(token.head, []).append(i)
        return cls(parse, children)

    def extent(self, i: int, without: frozenset[str] = frozenset()) -> tuple[int, int]:
        """Offsets of the words below and including one, leaving out branches of the dependencies `without`."""
        lowest = highest = i
        ahead = [i]
        while ahead:
            for child in self.children.get(ahead.pop(), ()):
                if self.parse.tokens[child].dep not in without:
                    lowest, highest = min(lowest, child), max(highest, child)
                    ahead.append(child)
        return self.parse.tokens[lowest].start, self.parse.tokens[highest].end


def find_sayings(content: str, sentence: tuple[int, int], tree: Tree, language: Language) -> Iterator[Saying]:
    """The sayings of a sentence, in order."""
    start, end = sentence
    found = [*_by_verb(content, start, end, tree, language), *_by_phrase(content, start, end, tree, language)]
    yield from sorted(found, key=lambda s: s.start)


def _by_verb(content: str, start: int, end: int, tree: Tree, language: Language) -> Iterator[Saying]:
    for match in language.rules("speech.cue").find(content, start, end):
        indices = tree.parse.indices(match.start, match.end)
        verb = next((i for i in indices if tree.parse.tokens[i].pos == "VERB"), None)
        if verb is None:
            continue
        if _is_possible(verb, tree, language) or (match.get("bare") and _has_clause(verb, tree)):
            continue
        subject = _subject(verb, tree, language)
        source, head = (_source(subject, tree), _word(subject, tree)) if subject is not None else (None, None)
        takes = str(match.get("takes", "any"))
        yield Saying(match, source, head, _content(verb, takes, tree, language), _hearer(verb, takes, tree))


def _has_clause(verb: int, tree: Tree) -> bool:
    return any(tree.parse.tokens[i].dep in CLAUSES for i in tree.children.get(verb, ()))


def _subject(verb: int, tree: Tree, language: Language) -> int | None:
    """Who says it: the verb's own subject, or that of the verb which it follows or belongs to."""
    tokens = tree.parse.tokens
    cue = verb
    for _ in range(6):
        below = tree.children.get(verb, ())
        own = next((i for i in below if tokens[i].dep in SUBJECTS), None)
        if own is not None and tokens[own].dep == "nsubjpass" and verb == cue:
            return next((j for i in below if tokens[i].dep == "agent" for j in tree.children.get(i, ())), None)
        if own is not None:
            return _antecedent(own, tree)
        if tokens[verb].dep in ("relcl", "acl"):
            return tokens[verb].head
        if tokens[verb].dep not in PASSES_ON:
            return None
        if tokens[verb].dep == "prep" and tokens[verb].lemma.lower() in language.table("speech.quoting"):
            quoted = (i for i in tree.children.get(tokens[verb].head, ()) if tokens[i].dep in ("dobj", "nsubjpass"))
            return next(quoted, None)
        verb = tokens[verb].head
    return None


def _antecedent(subject: int, tree: Tree) -> int:
    """What a relative pronoun stands for, else the subject itself."""
    tokens = tree.parse.tokens
    verb = tokens[subject].head
    relative = tokens[verb].dep == "relcl" and tokens[subject].pos == "PRON" and tokens[verb].head < subject
    between = relative and tokens[verb].head + 3 > subject
    return tokens[verb].head if between else subject


def _source(subject: int, tree: Tree) -> tuple[int, int]:
    return tree.extent(subject, frozenset({"relcl", "acl", "appos", "advcl", "punct", "conj", "cc"}))


def _word(subject: int, tree: Tree) -> tuple[int, int]:
    return tree.parse.tokens[subject].start, tree.parse.tokens[subject].end


def _hearer(verb: int, takes: str, tree: Tree) -> tuple[int, int] | None:
    """Whom it is said to: "told the minister that", "urged Norway to"."""
    tokens = tree.parse.tokens
    below = tree.children.get(verb, ())
    objects = ("dative", "dobj") if takes == "clause" else ("dative",)
    found = next((i for i in below if i > verb and tokens[i].dep in objects), None)
    return _word(found, tree) if found is not None else None


def _is_possible(verb: int, tree: Tree, language: Language) -> bool:
    """Whether the saying is only possible: "could offer"."""
    modals = language.table("speech.modals")
    return any(
        tree.parse.tokens[i].dep == "aux" and tree.parse.tokens[i].lemma.lower() in modals
        for i in tree.children.get(verb, ())
    )


def _content(verb: int, takes: str, tree: Tree, language: Language) -> tuple[int, int] | None:
    """What is said: the clause or object of the verb, without the word that opens it; nothing where it is denied."""
    tokens = tree.parse.tokens
    below = tree.children.get(verb, ())
    if takes == "words" or any(tokens[i].dep == "neg" for i in below):
        return None
    allowed = CLAUSES if takes == "clause" else (*CLAUSES, *OBJECTS)
    best = next((i for dep in allowed for i in below if tokens[i].dep == dep), None)
    if best is None:
        return None
    start, end = tree.extent(best)
    first = tokens[tree.parse.indices(start, end).start]
    opens = first.dep == "mark" and first.lemma.lower() in language.table("speech.complementizers")
    return (first.end + 1 if opens else start), end


def _by_phrase(content: str, start: int, end: int, tree: Tree, language: Language) -> Iterator[Saying]:
    for match in language.rules("speech.according").find(content, start, end):
        source = _noun_after(match.end, end, tree)
        if source:
            yield Saying(match, *source, _rest(content, start, end, match.start, source[0][1]))
    for match in language.rules("speech.view").find(content, start, end):
        source = _noun_after(match.end, end, tree)
        if source:
            yield Saying(match, *source)


def _rest(content: str, start: int, end: int, cue: int, source_end: int) -> tuple[int, int] | None:
    """What is said beside "according to …": the sentence before it, or after the comma where it comes first."""
    if content[start:cue].strip():
        return start, cue
    comma = content.find(",", source_end, end)
    return (comma + 2, end) if 0 <= comma < source_end + len(", ") else None


def _noun_after(position: int, end: int, tree: Tree) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The noun phrase that follows a preposition, and its head word."""
    for i in tree.parse.indices(position, end):
        token = tree.parse.tokens[i]
        if token.pos in ("NOUN", "PROPN", "PRON") and token.dep != "compound" and token.dep != "poss":
            first, last = tree.extent(i, frozenset({"relcl", "acl", "advcl", "appos", "punct"}))
            return (max(first, position), last), (token.start, token.end)
    return None


def outside(sayings: Sequence[Saying], stretches: Sequence[tuple[int, int]]) -> list[Saying]:
    """The sayings whose cue lies in none of the stretches."""
    return [s for s in sayings if not any(a <= s.start < b for a, b in stretches)]
