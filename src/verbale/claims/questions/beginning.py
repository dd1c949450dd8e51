"""A beginning is where the first question of a sentence begins, and how it is asked."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from verbale.claims.questions.openers import Opener, inverts
from verbale.claims.questions.reading import CLOSING, CONTENT, DASHES, MARKS, QUOTES, SUBJECTS, Reading
from verbale.lang.match import Match

IN_A_ROW = 24  # characters between two cues that announce one question
NEAR = 80  # characters within which a verb follows the word that asks
SUBSTANCE = 2  # content words without which a statement puts nothing to anybody

How = Literal["put", "told", "topic", "bare", "broken"]


@dataclass(frozen=True, slots=True)
class Beginning:
    """The offset of the first word asked.

    `how`: `put` as a question, `told` ("I wonder if …"), only a `topic` named ("a question on the ban"), `bare` of
    any words that ask ("The ban stays?"), or `broken` off.
    """

    start: int
    how: How


def find_beginning(reading: Reading, announced: bool) -> Beginning | None:
    """Where the sentence begins to ask; None where it does not. A fragment asks only after questions `announced`."""
    request = reading.first("requests")
    cue = _cue(reading)
    if cue is not None and not (request and request.start < cue.start):
        return _after_cue(reading, cue, request)
    opener = _first_opener(reading)
    if request and (opener is None or request.start < opener.start):
        return Beginning(request.start, "put" if reading.put else "told")
    if opener is not None:
        return Beginning(_with_condition(reading, opener), "put" if reading.put else "broken")
    if reading.put:
        return Beginning(reading.bare(reading.span.start), "bare")
    item = _item(reading) if announced and not reading.announces else None
    return None if item is None else Beginning(item, "told")


def find_unmarked(reading: Reading) -> Beginning | None:
    """Where a sentence asks in a turn that has no question put or told: at what is in doubt, or all it says."""
    opener = next((o for o in reading.openers if o.kind != "inverts" and any(word.isalpha() for word in o.after)), None)
    if opener is not None:
        return Beginning(opener.start, "told")
    tokens = reading.tokens(reading.span.start)
    light = reading.table("light")
    substance = [t for t in tokens if t.pos in CONTENT and t.lemma.lower() not in light]
    says = len(substance) >= SUBSTANCE and any(t.pos != "PROPN" for t in substance)
    if not says or reading.announces or reading.first("courtesies"):
        return None
    states = any(t.dep in SUBJECTS for t in tokens)
    return Beginning(reading.bare(reading.span.start), "bare" if states else "topic")


def _cue(reading: Reading) -> Match | None:
    """The last of the cues that stand one after another before the question."""
    found: Match | None = None
    for match in reading.cues:
        opened = any(o.start < match.start and o.kind == "inverts" for o in reading.openers)
        if found is None and opened and not _asks_leave(reading, match):
            return None
        if found is None or match.start - found.end < IN_A_ROW:
            found = match
    return found


def _asks_leave(reading: Reading, cue: Match) -> bool:
    return any(cue.start <= o.start < cue.end for o in reading.openers) or not reading.put


def _after_cue(reading: Reading, cue: Match, request: Match | None) -> Beginning | None:
    """What is asked after "I was wondering", "my question is on": from its opener, or from the words themselves."""
    opener = next((o for o in reading.openers if o.start >= cue.end), None)
    start = reading.bare(cue.end)
    if opener is not None and (opener.start - start <= 4 or _only_aside(reading, start, opener)):
        return Beginning(opener.start, "put" if opener.kind == "inverts" else "told")
    if request and request.start >= cue.end:
        return Beginning(request.start, "told")
    rest = reading.text.content[start : reading.span.end].strip(CLOSING + "." + MARKS + QUOTES)
    if (
        not rest
        or _is_told_first(reading, cue.end, start)
        or reading.language.rules("questions.announces").at(reading.text.content, start, reading.span.end)
    ):
        return None
    return Beginning(start, "topic")


def _is_told_first(reading: Reading, end: int, start: int) -> bool:
    """Whether the cue announces a statement, "my question is: the dam leaks.", on which a question is to follow."""
    states = not reading.put and any(token.dep in SUBJECTS for token in reading.tokens(start))
    return ":" in reading.text.content[end:start] and states


def _only_aside(reading: Reading, start: int, opener: Opener) -> bool:
    """Whether the words up to the opener are an aside set off by commas: ", especially on the fund, if …"."""
    aside = reading.text.content[start : opener.start]
    return aside.rstrip().endswith((",", ":", *DASHES)) and not any(word.isalpha() for word in opener.after)


def _first_opener(reading: Reading) -> Opener | None:
    tag = reading.first("tags")
    for opener in reading.openers:
        if tag and opener.start >= tag.start:
            return None
        if opener.kind == "inverts" and (reading.put or opener.initial):
            return opener
        if opener.kind == "asks" and (_leads(reading, opener) if reading.put else _is_begun(reading, opener)):
            return opener
    return None


def _is_begun(reading: Reading, opener: Opener) -> bool:
    """Whether a sentence without a question mark asks from here: by its order of words, or until it is broken off."""
    broken = reading.span.text.rstrip().endswith(DASHES) and not reading.hangs(opener)
    return _is_inverted(reading, opener) or (broken and not any(word.isalpha() for word in opener.after))


def _leads(reading: Reading, opener: Opener) -> bool:
    """Whether a word that asks opens the question of its sentence, and not a clause that hangs on it."""
    later = [o for o in reading.openers if o.start > opener.start and o.kind == "inverts" and not any(o.after)]
    fenced = any(c == "," for c in reading.text.content[opener.start : later[0].start]) if later else False
    hangs = reading.hangs(opener)
    return (opener.initial and not (fenced and hangs)) or (not hangs or _is_inverted(reading, opener))


def _is_inverted(reading: Reading, opener: Opener) -> bool:
    """Whether a verb stands before its subject soon after the word that asks, with no comma between."""
    auxiliaries = reading.table("auxiliaries")
    for token in reading.tokens(opener.end):
        words = reading.text.content[opener.end : token.start]
        if "," in words or len(words) > NEAR:
            return False
        if token.pos == "AUX" or reading.word(token) in auxiliaries:
            return inverts(reading.parse, reading.parse.indices(token.start, token.end).start, opener.end)
        if token.dep in SUBJECTS and token.start > opener.end + 1 and token.pos == "PRON":
            return False
    return False


def _with_condition(reading: Reading, opener: Opener) -> int:
    """The start of the question, or of a shorter condition before it: "if the talks fail, will you …"."""
    start = reading.bare(reading.span.start)
    tokens = [t for t in reading.tokens(start) if t.pos not in ("CCONJ", "SPACE")]
    if not tokens or reading.word(tokens[0]) not in reading.table("conditions"):
        return opener.start
    is_preamble = opener.start - tokens[0].start > reading.span.end - opener.start
    return opener.start if is_preamble else start


def _item(reading: Reading) -> int | None:
    """Where the matter of a list's item begins, "First, the ban on herring."; None where the sentence is none."""
    tokens = reading.tokens(reading.span.start)
    if any(t.dep == "ROOT" and t.pos not in ("NOUN", "PROPN") for t in tokens):
        return None
    for first, second in pairwise(tokens):
        if first.pos not in ("ADV", "ADJ", "NUM", "CCONJ", "PUNCT"):
            return None
        if second.pos == "PUNCT":
            return reading.bare(second.end)
    return None
