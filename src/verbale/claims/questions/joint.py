"""A joint is where a further question is tied on to the one before it in the same sentence."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from verbale.claims.questions.beginning import Beginning
from verbale.claims.questions.openers import Opener
from verbale.claims.questions.reading import SUBJECTS, Reading

POINTS = frozenset({"DET", "PRON"})
HANGING = frozenset({"relcl", "advcl", "acl"})  # clauses whose verbs ask nothing of their own
NAMES = frozenset({"NOUN", "PROPN"})  # of which a verb phrase has one if it is asked about by itself
PHRASE = 5  # words of a verb phrase that is long enough for it


def find_joints(reading: Reading, beginning: Beginning) -> list[int]:
    """Where, after the beginning, a further question begins, in order."""
    kinds: list[Opener] = [o for o in reading.openers if o.start <= beginning.start]
    joints: set[int] = set()
    for opener in reading.openers:
        if opener.start <= beginning.start:
            continue
        if _joins(reading, opener, kinds) and not _goes_on(reading, beginning, opener):
            joints.add(opener.start)
        kinds.append(opener)
    joints.update(_focused(reading, beginning.start))
    joints.update(_coordinated(reading, beginning.start, joints))
    return sorted(joints)


def _joins(reading: Reading, opener: Opener, before: Sequence[Opener]) -> bool:
    """Whether the opener begins a question beside the one before, not a clause or an alternative within it."""
    if not opener.after or (before and not _is_whole(reading, before[-1], opener)):
        return False
    alternative = any(word in reading.table("alternatives") for word in opener.after)
    joined = any(word.isalpha() for word in opener.after)
    if opener.kind == "inverts":
        return not (alternative and before and before[-1].kind == "inverts") and (reading.put or joined)
    if opener.kind == "doubts":
        return not alternative and (_is_apart(reading, opener) or any(o.kind == "doubts" for o in before))
    return not _relative(reading, opener)


def _goes_on(reading: Reading, beginning: Beginning, opener: Opener) -> bool:
    """Whether the opener takes up the topic just named: "the ban and how that may change the talks"."""
    named, after = reading.tokens(beginning.start, opener.start), reading.tokens(opener.end)
    asking = {*reading.table("openers"), *reading.table("doubts")}
    is_topic = beginning.how in ("topic", "told") and not any(reading.word(token) in asking for token in named)
    return is_topic and bool(after) and after[0].pos in POINTS and not _is_apart(reading, opener)


def _is_apart(reading: Reading, opener: Opener) -> bool:
    """Whether a comma parts the opener's conjunction from what stands before it: ", and whether …"."""
    before = [t for t in reading.tokens(reading.span.start, opener.start) if t.pos != "SPACE"][-2:]
    return len(before) > 1 and before[1].pos == "CCONJ" and reading.word(before[0]) == ","


def _is_whole(reading: Reading, before: Opener, opener: Opener) -> bool:
    """Whether the question before has its verb, and the speaker does not just begin again after a dash."""
    again = reading.word(before) == reading.word(opener) and not any(word.isalpha() for word in opener.after)
    return not again and any(t.pos in ("VERB", "AUX") for t in reading.tokens(before.word, opener.start))


def _relative(reading: Reading, opener: Opener) -> bool:
    """Whether "and who …" goes on with a clause that hangs on a noun: "those who came and who stay"."""
    before = reading.text.content[reading.span.start : opener.word].lower().split()
    return reading.hangs(opener) and reading.word(opener) in before


def _focused(reading: Reading, start: int) -> Iterator[int]:
    """Where "and, specifically, …" turns to a further point."""
    for joint, token in pairwise(reading.tokens(start)):
        if joint.pos == "CCONJ":
            at = reading.bare(token.start)
            if any(_fenced(reading, at, word) for word in reading.table("focus")):
                yield at


def _fenced(reading: Reading, at: int, word: str) -> bool:
    end = at + len(word)
    fenced = reading.text.content[at:end].lower() == word and reading.text.content[end : end + 1] == ","
    after = reading.tokens(end + 1)
    return fenced and bool(after) and after[0].pos in ("ADP", "AUX")


def _coordinated(reading: Reading, start: int, joints: set[int]) -> Iterator[int]:
    """Where a second verb phrase begins under what asks the first: "raising the toll …" "or closing the port …"."""
    tokens, part = reading.parse.tokens, reading.parse.indices(start, reading.span.end)
    for i in part:
        at = _after_conjunction(reading, i, part.start) if _is_second(reading, i, part.start) else None
        if at is None or any(tokens[tokens[i].head].start < joint <= tokens[i].start for joint in joints):
            continue
        own = any(t.dep in SUBJECTS and t.head == i for t in tokens[at:i])
        named = any(t.pos in NAMES for t in tokens[tokens[i].head + 1 : at])
        if named and not own and part.stop - at > PHRASE:
            yield tokens[at].start


def _is_second(reading: Reading, i: int, first: int) -> bool:
    """Whether a verb is joined to one before it that does not hang on another word."""
    token = reading.parse.tokens[i]
    return token.dep == "conj" and token.pos == "VERB" and first < token.head < i and not _hangs(reading, token.head)


def _after_conjunction(reading: Reading, i: int, first: int) -> int | None:
    """The index of the first word of the verb's phrase, right after the conjunction before it, adverbs passed."""
    at = i
    while at > first and reading.parse.tokens[at - 1].pos in ("ADV", "AUX", "PART"):
        at -= 1
    return at if at > first and reading.parse.tokens[at - 1].pos == "CCONJ" else None


def _hangs(reading: Reading, i: int) -> bool:
    """Whether a verb stands in a clause that hangs on another word: "farmers who wait and lose …"."""
    tokens, seen = reading.parse.tokens, 0
    while tokens[i].head != i and seen < len(HANGING) + PHRASE:
        if tokens[i].dep in HANGING:
            return True
        i, seen = tokens[i].head, seen + 1
    return False
