"""What is said is the complement of a word of saying: a clause, an object, or what a preposition leads to."""

from collections.abc import Collection, Mapping, Sequence

from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.statements.tree import SUBJECTS, Stretch, Tree

CLAUSES = ("ccomp", "xcomp")
OBJECTS = ("dobj", "oprd")
BRANCHES = ("advcl", "conj")
DEEP = 4  # words between a saying and a branch that hangs in what it reports
TIMES = frozenset({"DATE", "TIME"})
OPENS = frozenset("\"“„«‘'`([")
Said = tuple[Stretch, ...]


def said_by_verb(verb: int, cue: Match, tree: Tree, language: Language, apart: Collection[int] = ()) -> Said:
    """What a verb reports, parted where the saying stands within it; nothing where it is denied.

    What a cue `takes` beside quoted words: a "clause", a "name" ("called it a mistake"), a "topic" that a preposition
    leads to, a "feeling", those `words` alone, or "any" of clause and object; `apart` are sayings that go on with it.
    """
    takes = str(cue.get("takes", "any"))
    if takes == "words" or tree.child(verb, "neg") is not None:
        return ()
    if takes == "name":
        return _name(verb, tree, language)
    if is_impersonal(verb, tree):
        return _raised(verb, tree, language)
    clause = tree.child(verb, *CLAUSES) if takes not in ("topic", "feeling") else None
    if clause is not None:
        return _complement(verb, clause, cue, tree, language, apart)
    return (
        (_around(verb, cue, tree, language) if takes in ("clause", "any") else ())
        or (_mistaken(verb, tree, language) if takes == "clause" else ())
        or (
            _object(verb, cue, tree, language, apart) if takes == "any" or _is_felt(verb, takes, tree, language) else ()
        )
        or _by_preposition(verb, cue, tree)
    )


def said_by_word(word: int, cue: Match, tree: Tree, language: Language) -> Said:
    """What a noun or adjective reports: "the hope that …", "a pledge to …", "concern about …", "confident that …"."""
    complement = tree.child(word, "acl", "ccomp", "xcomp")
    if complement is not None and (_is_complement(complement, tree) or tree.parse.tokens[complement].dep == "ccomp"):
        return _opened(tree.runs(complement), tree, language)
    return _by_preposition(word, cue, tree)


def is_impersonal(verb: int, tree: Tree) -> bool:
    """Whether it is not told who says it: "it was said that …", "Norway is said to …"."""
    return tree.child(verb, "nsubjpass") is not None and tree.child(verb, "agent") is None


def _raised(verb: int, tree: Tree, language: Language) -> Said:
    """What is said by nobody in particular: the clause, or the subject with what is said of it."""
    tokens = tree.parse.tokens
    clause, subject = tree.child(verb, "ccomp", "xcomp"), tree.child(verb, "nsubjpass")
    if clause is None or subject is None:
        return ()
    own = tokens[clause].dep == "ccomp" or tokens[subject].pos == "PRON"
    return _opened(tree.runs(clause), tree, language) if own else (tree.extent(subject), tree.extent(clause))


def is_infinitive(verb: int, tree: Tree) -> bool:
    """Whether a verb is followed by what is to be done: "told them to leave"."""
    clause = tree.child(verb, *CLAUSES)
    if clause is None or tree.child(clause, "mark") is not None:
        return False
    return any(tree.parse.tokens[i].pos == "PART" for i in tree.hanging(clause, "aux"))


def joined_sayings(cues: Mapping[int, Match], tree: Tree, language: Language) -> dict[int, int]:
    """Verbs of saying that the parser put into what another reports, and that one: "said it was small and warned"."""
    joined: dict[int, int] = {}
    for verb, cue in cues.items():
        main = _reporting(verb, cues, tree)
        if main is not None and _goes_on(verb, cue, tree, language):
            joined[verb] = main
    return joined


def _reporting(branch: int, cues: Collection[int], tree: Tree) -> int | None:
    """The verb of saying in whose complement a branch hangs on a verb that says nothing itself."""
    tokens = tree.parse.tokens
    if tokens[branch].dep not in BRANCHES:
        return None
    above = tokens[branch].head
    near = True  # whether only the complement itself stands between
    for _ in range(DEEP):
        if above in cues:
            break
        near = near and tokens[above].dep == ("ccomp" if tokens[above].head in cues else "conj")
        above = tokens[above].head
    if above not in cues or above == tokens[branch].head or above > branch:
        return None
    bare = tokens[branch].dep == "conj" and tree.child(branch, *SUBJECTS) is None
    return above if near or (bare and tree.child(above, "ccomp") is None) else None


def _goes_on(branch: int, cue: Match, tree: Tree, language: Language) -> bool:
    """Whether a branch is a saying of the writer's own: one with its own speaker, or told in the same form."""
    token = tree.parse.tokens[branch]
    mark, own = tree.child(branch, "mark"), tree.child(branch, *SUBJECTS) is not None
    if cue.get("weak"):
        return False
    if token.dep == "advcl":
        contrasts = mark is not None and tree.lemma(mark) in language.table("speech.contrasts")
        follows = token.start > tree.parse.tokens[token.head].start
        return contrasts or (follows and tree.child(branch, "mark", "aux", *SUBJECTS) is None)
    inflected = token.end - token.start != len(token.lemma)
    return mark is None and tree.child(branch, "aux") is None and (own or inflected)


def _complement(verb: int, clause: int, cue: Match, tree: Tree, language: Language, apart: Collection[int]) -> Said:
    tokens = tree.parse.tokens
    whom = tree.child(verb, "dobj")
    for i in tree.hanging(verb, "prep"):
        if verb < i and tokens[i].start < cue.end:
            whom = tree.child(i, "pobj")  # "called on both sides to talk"
    if whom is not None and verb < whom < clause and tokens[clause].dep == "xcomp":
        return ((tree.extent(whom)[0], tree.extent(clause)[1]),)  # "urged both sides to talk"
    found = _opened(tree.runs(clause, (*apart, *_without_time(verb, clause, tree))), tree, language)
    joined = _joined(verb, clause, tree)
    return (*found[:-1], (found[-1][0], tree.extent(joined)[1])) if found and joined is not None else found


def _joined(verb: int, clause: int, tree: Tree) -> int | None:
    """A clause of its own that the parser joined with the saying: "said it was small and the harbour was closed"."""
    tokens = tree.parse.tokens
    branch = tree.child(verb, "conj")
    if branch is None or branch < clause or tokens[clause].dep != "ccomp" or clause < verb:
        return None
    joint = tree.child(verb, "cc")
    plain = joint is not None and tokens[joint - 1].pos != "PUNCT" and tokens[branch].pos in ("VERB", "AUX")
    return branch if plain and tree.child(branch, *SUBJECTS) is not None else None


def _without_time(verb: int, clause: int, tree: Tree) -> list[int]:
    """The words of time between a verb and its clause that belong to the verb: "told them this week it was so"."""
    tokens = tree.parse.tokens
    subject = tree.child(clause, *SUBJECTS)
    if subject is None or tree.child(clause, "mark") is not None:
        return []
    return [i for i in tree.hanging(clause, "npadvmod") if verb < i < subject and tokens[i + 1].pos != "PUNCT"]


def _around(verb: int, cue: Match, tree: Tree, language: Language) -> Said:
    """The sentence that the saying is put into: "The port, he said, is open", "as he said, the port is open"."""
    token = tree.parse.tokens[verb]
    mark = tree.child(verb, "mark")
    as_said = token.dep == "advcl" and mark is not None and tree.lemma(mark) in language.table("speech.quoting")
    named = tree.child(verb, *SUBJECTS) is not None
    if (
        not named
        or cue.get("weak")
        or tree.child(verb, "dobj") is not None
        or not (token.dep == "parataxis" or as_said)
    ):
        return ()
    head = token.head
    while tree.parse.tokens[head].dep == "conj" and not as_said:
        head = tree.parse.tokens[head].head
    return _opened(tree.runs(head, (verb,)), tree, language)


def _mistaken(verb: int, tree: Tree, language: Language) -> Said:
    """A clause that the parser hung on the one to whom it is said: "told a meeting of ministers that it was so"."""
    tokens = tree.parse.tokens
    whom = tree.child(verb, "dobj", "dative")
    for i in tree.below(whom) if whom is not None else ():
        mark = tree.child(i, "mark") if tokens[i].dep in ("relcl", "acl", "ccomp") else None
        if mark is not None and tree.lemma(mark) in language.table("speech.complementizers"):
            return _opened(tree.runs(i), tree, language)
    return ()


def _is_felt(verb: int, takes: str, tree: Tree, language: Language) -> bool:
    felt = tree.child(verb, "dobj", "nsubjpass")
    return takes == "feeling" and felt is not None and tree.lemma(felt) in language.table("speech.feelings")


def _name(verb: int, tree: Tree, language: Language) -> Said:
    """Something with what it is called: "called the plan a mistake", "described it as a mistake"."""
    tokens = tree.parse.tokens
    whom = tree.child(verb, "dobj", "ccomp")
    if whom is None or whom < verb:
        return ()
    called = tree.child(verb, "oprd", "prep", "ccomp")
    called = tree.child(whom, "appos") if called is None else called
    if called is None or called < whom:
        return ()
    if tokens[called].dep == "prep" and tree.lemma(called) not in language.table("speech.quoting"):
        return ()
    return ((tree.extent(whom)[0], tree.extent(called)[1]),)


def _object(verb: int, cue: Match, tree: Tree, language: Language, apart: Collection[int]) -> Said:
    """The object of a verb with what a preposition says of it: "condemned the test as dangerous"."""
    tokens = tree.parse.tokens
    passive = tree.child(verb, "nsubjpass") if tree.child(verb, "agent") is not None else None
    if passive is not None:
        return (tree.extent(passive),)
    best = tree.child(verb, *OBJECTS)
    if best is None or best < verb or tokens[best].entity in TIMES:
        return ()
    runs = tree.runs(best, apart)
    if not runs:  # a stray mark, taken for an object
        return ()
    start, end = runs[0]
    if tokens[best].start < cue.end:  # "expressed appreciation for …"
        return _by_preposition(best, cue, tree)
    for i in tree.hanging(verb, "prep", "oprd"):
        if i > best and (tokens[i].dep == "oprd" or tree.lemma(i) in cue.get("with", ())):
            end = max(end, tree.extent(i)[1])
    return _opened([(start, end)], tree, language)


def _by_preposition(word: int, cue: Match, tree: Tree) -> Said:
    """What follows a preposition of the cue itself ("called for …"), one it goes `with` or tells `about`."""
    tokens = tree.parse.tokens
    for i in tree.hanging(word, "prep"):
        if i < word:
            continue
        start, end = tree.extent(i)
        led = tree.child(i, "pobj", "pcomp")
        if led is None or tokens[led].entity in TIMES:
            continue
        own = tokens[i].start < cue.end or tree.lemma(i) in cue.get("about", ())
        if own and tokens[i].end < end:
            return ((tokens[i].end + 1, end),)
        if tree.lemma(i) in cue.get("with", ()):
            return ((start, end),)
    return ()


def _is_complement(verb: int, tree: Tree) -> bool:
    """Whether a verb below a noun tells its content ("that …", "to …") and does not merely describe it."""
    tokens = tree.parse.tokens
    first = tree.child(verb, "mark", "aux")
    return first is not None and tokens[first].start < tokens[verb].start and tokens[first].pos in ("SCONJ", "PART")


def _opened(stretches: Sequence[Stretch], tree: Tree, language: Language) -> Said:
    """What is said without the word that opens it, the joints at its ends, and pronouns that stand alone."""
    found = []
    for n, (start, end) in enumerate(stretches):
        tokens = list(tree.parse.between(start, end))
        first = tokens[0]
        if n == 0 and first.dep == "mark" and first.lemma.lower() in language.table("speech.complementizers"):
            tokens.pop(0)
        while tokens and tokens[0].dep in ("cc", "punct") and tokens[0].lemma not in OPENS:
            tokens.pop(0)
        while tokens and tokens[-1].pos in ("CCONJ", "SCONJ", "SPACE"):
            tokens.pop()
        if tokens and not (len(tokens) == 1 and tokens[0].pos in ("PRON", "DET", "PUNCT")):
            found.append((tokens[0].start, tokens[-1].end))
    return tuple(found)
