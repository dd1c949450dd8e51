"""What is said is the complement of a word of saying: a clause, an object, or what a preposition leads to."""

from collections.abc import Sequence

from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.statements.tree import Stretch, Tree

CLAUSES = ("ccomp", "xcomp")
OBJECTS = ("dobj", "oprd")
Said = tuple[Stretch, ...]


def said_by_verb(verb: int, cue: Match, tree: Tree, language: Language) -> Said:
    """What a verb reports, parted where the saying stands within it; nothing where it is denied.

    What a cue `takes` beside quoted words: a "clause", a "name" ("called it a mistake"), a "topic" that a preposition
    leads to, those `words` alone, or "any" of clause and object.
    """
    takes = str(cue.get("takes", "any"))
    if takes == "words" or tree.child(verb, "neg") is not None:
        return ()
    if takes == "name":
        return _name(verb, tree, language)
    clause = _clause(verb, tree) if takes != "topic" else None
    if clause is not None:
        return _complement(verb, clause, takes, tree, language)
    return (
        _around(verb, tree, language)
        or (_object(verb, cue, tree) if takes == "any" else ())
        or _by_preposition(verb, cue, tree)
    )


def said_by_word(word: int, cue: Match, tree: Tree, language: Language) -> Said:
    """What a noun or adjective reports: "the hope that …", "a pledge to …", "concern about …", "confident that …"."""
    complement = tree.child(word, "acl", "ccomp", "xcomp")
    if complement is not None and (_is_complement(complement, tree) or tree.parse.tokens[complement].dep == "ccomp"):
        return _opened(tree.runs(complement), tree, language)
    return _by_preposition(word, cue, tree)


def _clause(verb: int, tree: Tree) -> int | None:
    """The clause that depends on a verb; one that begins with an infinitive only if it has no other."""
    return tree.child(verb, *CLAUSES)


def _complement(verb: int, clause: int, takes: str, tree: Tree, language: Language) -> Said:
    whom = tree.child(verb, "dobj")
    raised = whom is not None and verb < whom < clause and tree.parse.tokens[clause].dep == "xcomp"
    if raised and whom is not None and takes == "any":
        return ((tree.extent(whom)[0], tree.extent(clause)[1]),)  # "urged both sides to talk"
    return _opened(tree.runs(clause), tree, language)


def _around(verb: int, tree: Tree, language: Language) -> Said:
    """The sentence that the saying is put into: "The port, he said, is open", "as he said, the port is open"."""
    token = tree.parse.tokens[verb]
    mark = tree.child(verb, "mark")
    as_said = token.dep == "advcl" and mark is not None and tree.lemma(mark) in language.table("speech.quoting")
    if token.dep != "parataxis" and not as_said:
        return ()
    return tree.runs(token.head, but=verb)


def _name(verb: int, tree: Tree, language: Language) -> Said:
    """Something with what it is called: "called the plan a mistake", "described it as a mistake"."""
    tokens = tree.parse.tokens
    whom = tree.child(verb, "dobj", "ccomp")
    called = tree.child(verb, "oprd", "prep", "ccomp")
    if whom is None or called is None or whom < verb or called < whom:
        return ()
    if tokens[called].dep == "prep" and tree.lemma(called) not in language.table("speech.quoting"):
        return ()
    return ((tree.extent(whom)[0], tree.extent(called)[1]),)


def _object(verb: int, cue: Match, tree: Tree) -> Said:
    """The object of a verb with what a preposition says of it: "condemned the test as dangerous"."""
    best = tree.child(verb, *OBJECTS)
    if best is None or best < verb:
        return ()
    start, end = tree.extent(best)
    for i in tree.hanging(verb, "prep", "oprd"):
        if i > best and (tree.parse.tokens[i].dep == "oprd" or tree.lemma(i) in cue.get("with", ())):
            end = max(end, tree.extent(i)[1])
    return ((start, end),)


def _by_preposition(word: int, cue: Match, tree: Tree) -> Said:
    """What follows a preposition of the cue itself ("called for …"), one it goes `with` or tells `about`."""
    tokens = tree.parse.tokens
    for i in tree.hanging(word, "prep"):
        if i < word:
            continue
        start, end = tree.extent(i)
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
    """What is said without the word that opens it."""
    (start, end), *others = stretches
    first = tree.parse.tokens[tree.parse.indices(start, end).start]
    opens = first.dep == "mark" and first.lemma.lower() in language.table("speech.complementizers")
    return ((first.end + 1 if opens else start), end), *others
