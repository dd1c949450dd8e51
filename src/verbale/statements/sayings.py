"""A saying is a word of saying with the words that name who says it and the words that are said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.lang.parse import Parse, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
CLAUSAL = frozenset({"nsubj", "nsubjpass", "expl"})
CLAUSES = ("ccomp", "xcomp")
OBJECTS = ("dobj", "oprd")
PASSES_ON = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep"})
APART = frozenset(
    {"relcl", "acl", "appos", "advcl", "punct", "conj", "cc"}
)  # what hangs on a name and is no part of it
FAR = 6  # verbs up to which the subject of a saying is looked for


@dataclass(frozen=True, slots=True)
class Saying:
    """A match of a rule of saying, with offsets of the words that name the source and of what is said.

    `head` is the source's head word, `hearer` that of whoever it is said to, `scope` the words below the cue's verb.
    They are absent where the grammar does not show them.
    """

    cue: Match
    source: tuple[int, int] | None
    head: tuple[int, int] | None
    content: tuple[int, int] | None = None
    hearer: tuple[int, int] | None = None
    scope: tuple[int, int] | None = None

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

    def governs(self, position: int) -> bool:
        """Whether a place lies among the words below the cue's verb."""
        return self.scope is not None and self.scope[0] <= position < self.scope[1]

    def reports(self, position: int) -> bool:
        """Whether a place lies in what is said."""
        return self.content is not None and self.content[0] <= position < self.content[1]


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

    def child(self, i: int, *dependencies: str) -> int | None:
        """The first word that depends on one in the first of these ways that any does."""
        below = self.children.get(i, ())
        return next((j for dep in dependencies for j in below if self.parse.tokens[j].dep == dep), None)

    def child_after(self, token: Token, position: int) -> bool:
        """Whether a word that depends on one stands at a place or after it."""
        i = self.parse.indices(token.start, token.end).start
        return any(self.parse.tokens[j].start >= position for j in self.children.get(i, ()))

    def has_clause(self, start: int, end: int) -> bool:
        """Whether the words hold a verb with its subject."""
        tokens = self.parse.tokens
        return any(
            tokens[i].dep in CLAUSAL and start <= tokens[tokens[i].head].start < end
            for i in self.parse.indices(start, end)
        )


def find_sayings(content: str, sentence: tuple[int, int], tree: Tree, language: Language) -> Iterator[Saying]:
    """The sayings of a sentence, in order."""
    start, end = sentence
    nouns = list(_by_noun(content, start, end, tree, language))
    verbs = [_yielding(saying, nouns) for saying in _by_verb(content, start, end, tree, language)]
    yield from sorted([*verbs, *nouns, *_by_phrase(content, start, end, tree, language)], key=lambda s: s.start)


def _yielding(saying: Saying, nouns: Sequence[Saying]) -> Saying:
    """A weak saying without its content where a noun says better what is done: "voiced her hope that …"."""
    better = saying.weak and any(saying.reports(noun.start) for noun in nouns)
    return replace(saying, content=None) if better else saying


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
        hearer = _hearer(verb, takes, tree)
        yield Saying(match, source, head, _content(verb, match, tree, language), hearer, tree.extent(verb))


def _by_noun(content: str, start: int, end: int, tree: Tree, language: Language) -> Iterator[Saying]:
    """Sayings by a noun with its complement: "the minister's hope that …", "voiced concern that …"."""
    tokens = tree.parse.tokens
    for match in language.rules("speech.noun").find(content, start, end):
        noun = next((i for i in tree.parse.indices(match.start, match.end) if tokens[i].pos == "NOUN"), None)
        complement = tree.child(noun, "acl", "ccomp") if noun is not None else None
        if noun is None or complement is None or not _is_complement(complement, tree):
            continue
        owner = tree.child(noun, "poss")
        if owner is None and tokens[noun].dep in ("dobj", "pobj"):
            owner = _subject(tokens[noun].head, tree, language)
        if owner is not None:
            said = _opened(tree.extent(complement), tree, language)
            yield Saying(match, _source(owner, tree), _word(owner, tree), said, None, tree.extent(noun))


def _is_complement(verb: int, tree: Tree) -> bool:
    """Whether a verb below a noun tells its content ("that …", "to …") and does not merely describe it."""
    tokens = tree.parse.tokens
    first = tree.child(verb, "mark", "aux")
    return first is not None and tokens[first].start < tokens[verb].start and tokens[first].pos in ("SCONJ", "PART")


def _has_clause(verb: int, tree: Tree) -> bool:
    return any(tree.parse.tokens[i].dep in CLAUSES for i in tree.children.get(verb, ()))


def _subject(verb: int, tree: Tree, language: Language) -> int | None:
    """Who says it: the verb's own subject, or that of the verb which it follows or belongs to.

    A thing that cannot speak is passed over where the verb belongs to another one further up: "he denied that it was
    closed, saying …".
    """
    first = None
    for subject, own in _subjects(verb, tree, language):
        if own or _can_speak(subject, tree, language):
            return subject
        first = subject if first is None else first
    return first


def _subjects(verb: int, tree: Tree, language: Language) -> Iterator[tuple[int, bool]]:
    """The subjects of a verb and of those that it belongs to, nearest first, and whether it is the verb's own."""
    tokens = tree.parse.tokens
    cue = verb
    for _ in range(FAR):
        own = next((i for i in tree.children.get(verb, ()) if tokens[i].dep in SUBJECTS), None)
        if own is not None and tokens[own].dep == "nsubjpass" and verb == cue:
            agent = tree.child(verb, "agent")
            by = next(iter(tree.children.get(agent, ())), None) if agent is not None else None
            if by is not None:
                yield by, True
            return
        if own is not None:
            yield _antecedent(own, tree), verb == cue
        if tokens[verb].dep in ("relcl", "acl"):
            noun = tokens[verb].head
            if language.table("speech.writings").get(tokens[noun].lemma.lower()) != "" or tokens[noun].dep != "dobj":
                yield noun, False
                return
            verb = noun  # "published an article saying …": whose article it is
        elif tokens[verb].dep not in PASSES_ON:
            return
        elif tokens[verb].dep == "prep" and tokens[verb].lemma.lower() in language.table("speech.quoting"):
            quoted = tree.child(tokens[verb].head, "dobj", "nsubjpass")
            if quoted is not None:
                yield quoted, True
            return
        verb = tokens[verb].head


def _can_speak(subject: int, tree: Tree, language: Language) -> bool:
    token = tree.parse.tokens[subject]
    lemma = token.lemma.lower()
    known = lemma in language.table("speech.voices") or lemma in language.table("offices.titles")
    return token.pos != "NOUN" or known or lemma in language.table("offices.bodies")


def _antecedent(subject: int, tree: Tree) -> int:
    """What a relative pronoun stands for, else the subject itself."""
    tokens = tree.parse.tokens
    verb = tokens[subject].head
    relative = tokens[verb].dep == "relcl" and tokens[subject].pos == "PRON" and tokens[verb].head < subject
    between = relative and tokens[verb].head + 3 > subject
    return tokens[verb].head if between else subject


def _source(subject: int, tree: Tree) -> tuple[int, int]:
    """The words that name the source: what goes with the noun before it, up to a pause, and what it is of or from."""
    tokens = tree.parse.tokens
    start, end = tree.extent(subject, APART)
    indices = tree.parse.indices(start, tokens[subject].start)
    pauses = [i for i in indices if tokens[i].pos == "PUNCT" and tokens[i].end < tokens[i + 1].start]
    return (tokens[pauses[-1] + 1].start if pauses else start), end


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


def _content(verb: int, cue: Match, tree: Tree, language: Language) -> tuple[int, int] | None:
    """What is said: the clause or object of the verb, without the word that opens it; nothing where it is denied."""
    takes = str(cue.get("takes", "any"))
    if takes == "words" or tree.child(verb, "neg") is not None:
        return None
    best = tree.child(verb, *CLAUSES, *(() if takes == "clause" else OBJECTS))
    if best is None:
        return _by_preposition(verb, cue, tree)
    start, end = tree.extent(best)
    whom = tree.child(verb, "dobj")
    if takes != "clause" and whom is not None and verb < whom < best and tree.parse.tokens[best].dep == "xcomp":
        return tree.extent(whom)[0], end  # "urged both sides to talk"
    return _opened((start, end), tree, language)


def _opened(stretch: tuple[int, int], tree: Tree, language: Language) -> tuple[int, int]:
    """What is said without the word that opens it."""
    first = tree.parse.tokens[tree.parse.indices(*stretch).start]
    opens = first.dep == "mark" and first.lemma.lower() in language.table("speech.complementizers")
    return (first.end + 1 if opens else stretch[0]), stretch[1]


def _by_preposition(verb: int, cue: Match, tree: Tree) -> tuple[int, int] | None:
    """What follows a preposition of the cue itself ("called for …") or one that it goes `with` ("warned against …")."""
    tokens = tree.parse.tokens
    for i in tree.children.get(verb, ()):
        if tokens[i].dep != "prep" or i < verb:
            continue
        start, end = tree.extent(i)
        if tokens[i].start < cue.end and tokens[i].end < end:
            return tokens[i].end + 1, end
        if tokens[i].lemma.lower() in cue.get("with", ()):
            return start, end
    return None


def _by_phrase(content: str, start: int, end: int, tree: Tree, language: Language) -> Iterator[Saying]:
    matches = list(language.rules("speech.according").find(content, start, end))
    told = any(language.rules("speech.interviewed").find(content, start, end))  # where it appeared, not what it says
    for i, match in enumerate(matches):
        source = _noun_after(match.end, end, tree)
        if source:
            limit = matches[i + 1].start if i + 1 < len(matches) else end
            rest = None if told else _rest(content, (start, limit), match.start, source[0][1], tree)
            yield Saying(match, *source, rest)
    for match in language.rules("speech.view").find(content, start, end):
        source = _noun_after(match.end, end, tree)
        if source:
            yield Saying(match, *source)


def _rest(content: str, sentence: tuple[int, int], cue: int, source_end: int, tree: Tree) -> tuple[int, int] | None:
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
