"""A source is whoever the grammar shows to say something: the words that name them, and their head word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from verbale.lang.pack import Language
from verbale.statements.tree import SUBJECTS, Stretch, Tree

PASSES_ON = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep"})
APART = frozenset({"relcl", "acl", "appos", "advcl", "punct", "conj", "cc"})  # hangs on a name and is no part of it
BARE = frozenset({"relcl", "acl", "advcl", "appos", "punct"})
FAR = 6  # verbs up to which the subject of a saying is looked for


@dataclass(frozen=True, slots=True)
class Named:
    """Offsets of the words that name a source, of its head word, and of all that is said there of who it is.

    `others` are the head words of those who say it with the source.
    """

    words: Stretch
    head: Stretch
    whole: Stretch
    others: tuple[Stretch, ...] = ()


def subject_of(
    verb: int, tree: Tree, language: Language, joined: Mapping[int, int] = MappingProxyType({})
) -> Named | None:
    """Who says it: the verb's own subject, or that of the verb which it follows or belongs to, or is `joined` to.

    A thing that cannot speak is passed over where the verb belongs to another one further up: "he denied that it was
    closed, saying …".
    """
    first = None
    for subject, own in _subjects(verb, tree, language, joined):
        if own or _can_speak(subject, tree, language):
            return named(subject, tree, verb)
        first = subject if first is None else first
    return named(first, tree, verb) if first is not None else None


def named(subject: int, tree: Tree, verb: int | None = None) -> Named:
    """A source by its head word, as it stands beside the verb of saying; a relative pronoun by what it stands for."""
    meant = _antecedent(subject, tree)
    words = _words(meant, tree)
    whole = words if meant == subject else tree.word(subject)
    if meant == subject:
        whole = _whole(subject, words, tree, verb)
    return Named(words, tree.word(meant), whole, tuple(tree.word(i) for i in _joined(meant, tree)))


def _joined(subject: int, tree: Tree) -> Iterator[int]:
    for i in tree.hanging(subject, "conj"):
        yield i
        yield from _joined(i, tree)


def noun_after(position: int, end: int, tree: Tree) -> Named | None:
    """The noun phrase that follows a preposition."""
    for i in tree.parse.indices(position, end):
        token = tree.parse.tokens[i]
        if token.pos in ("NOUN", "PROPN", "PRON") and token.dep not in ("compound", "poss"):
            first, last = tree.extent(i, BARE)
            words = max(first, position), last
            return Named(words, tree.word(i), _whole(i, words, tree, None))
    return None


def _subjects(verb: int, tree: Tree, language: Language, joined: Mapping[int, int]) -> Iterator[tuple[int, bool]]:
    """The subjects of a verb and of those that it belongs to, nearest first, and whether it is the verb's own."""
    tokens = tree.parse.tokens
    cue = verb
    for _ in range(FAR):
        own = tree.child(verb, "nsubj", "nsubjpass", "csubj")
        if own is not None and tokens[own].dep == "nsubjpass" and verb == cue:
            by = _agent(verb, tree)
            if by is not None:
                yield by, True
            return
        if own is not None:
            yield own, verb == cue
        if verb in joined:
            verb = joined[verb]
            continue
        if tokens[verb].dep in ("relcl", "acl"):
            noun = tokens[verb].head
            if language.table("speech.writings").get(tree.lemma(noun)) != "" or tokens[noun].dep != "dobj":
                yield noun, False
                return
            verb = noun  # "published an article saying …": whose article it is
        elif tokens[verb].dep not in PASSES_ON:
            return
        elif tokens[verb].dep == "prep" and tree.lemma(verb) in language.table("speech.quoting"):
            quoted = tree.child(tokens[verb].head, "dobj", "nsubjpass")
            if quoted is not None:
                yield quoted, True
            return
        verb = tokens[verb].head


def agent_of(verb: int, tree: Tree) -> Named | None:
    """Who does it where the verb is passive: "announced by the ministry"."""
    by = _agent(verb, tree)
    return named(by, tree) if by is not None else None


def _agent(verb: int, tree: Tree) -> int | None:
    agent = tree.child(verb, "agent")
    return next(iter(tree.children.get(agent, ())), None) if agent is not None else None


def _can_speak(subject: int, tree: Tree, language: Language) -> bool:
    lemma = tree.lemma(subject)
    known = lemma in language.table("speech.voices") or lemma in language.table("offices.titles")
    return tree.parse.tokens[subject].pos != "NOUN" or known or lemma in language.table("offices.bodies")


def _antecedent(subject: int, tree: Tree) -> int:
    """What a relative pronoun stands for, else the subject itself."""
    tokens = tree.parse.tokens
    verb = tokens[subject].head
    relative = tokens[subject].dep in SUBJECTS and tokens[verb].dep == "relcl" and tokens[subject].pos == "PRON"
    noun = tokens[verb].head
    return noun if relative and noun < subject and noun + 3 > subject else subject


def _words(subject: int, tree: Tree) -> Stretch:
    """The words that name the source: what goes with the noun before it, up to a pause, and what it is of or from."""
    tokens = tree.parse.tokens
    start, end = tree.extent(subject, APART)
    indices = tree.parse.indices(start, tokens[subject].start)
    pauses = [i for i in indices if tokens[i].pos == "PUNCT" and tokens[i].end < tokens[i + 1].start]
    return (tokens[pauses[-1] + 1].start if pauses else start), end


def _whole(subject: int, words: Stretch, tree: Tree, verb: int | None) -> Stretch:
    """The source with what stands beside its name: who else, and what they are, up to the verb of saying."""
    tokens = tree.parse.tokens
    below = tree.below(subject)
    if verb is not None:
        below = [i for i in below if (i < verb) == (subject < verb)]
    first = next(i for i in below if tokens[i].start >= words[0])
    inside = [i for i in below if i >= first]
    while len(inside) > 1 and tokens[inside[-1]].pos in ("PUNCT", "CCONJ"):
        inside.pop()
    last = inside[-1]
    closes = last + 1 < len(tokens) and tokens[last + 1].lemma == ")" and any(tokens[i].lemma == "(" for i in inside)
    return words[0], max(tokens[last + closes].end, words[1])
