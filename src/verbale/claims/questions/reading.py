"""A reading is one sentence of a question turn taken apart: where what it asks begins, is joined, and ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from verbale.claims.questions.openers import Opener, find_openers, inverts
from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.model.span import Span
from verbale.model.structure import Asks
from verbale.model.text import Text

OPENING = " \t\n\r\u00a0\"'“‘«([—–-:,;…"
CLOSING = " \t\n\r\u00a0—–-,;:…"
MARKS = "?？؟"  # the question mark of each script
DASHES = ("—", "–", "-")
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
BROKEN_OFF = 4  # words after which a dash breaks off nothing that could be answered
IN_A_ROW = 24  # characters between two cues that announce one question
QUOTES = "\"'”’»)]*_"

How = Literal["put", "told", "topic", "bare", "broken"]


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of one sub-question and what they ask for.

    `how`: `put` as a question, `told` ("I wonder if …"), only a `topic` named ("a question on the ban"), `bare` of
    any words that ask ("The ban stays?"), or `broken` off.
    """

    span: Span
    asks: Asks
    how: How


class Reading:
    """One sentence of a question turn, as it is taken apart."""

    def __init__(self, text: Text, span: Span, parse: Parse, language: Language) -> None:
        self.text, self.span, self.parse, self.language = text, span, parse, language
        bare = span.text.rstrip(QUOTES + " \t\n\r\u00a0")
        self.put = bare.endswith(tuple(MARKS))
        cues = language.rules("questions.cues").find(text.content, span.start, span.end)
        self.cues = list(cues)
        ends = [cue.end for cue in self.cues]
        self.openers = list(find_openers(text, span, parse, language, ends))

    @property
    def announces(self) -> bool:
        """Whether the sentence says that questions come."""
        return self.language.rules("questions.announces").first(self.text.content, *self._ends) is not None

    @property
    def _ends(self) -> tuple[int, int]:
        return self.span.start, self.span.end

    def parts(self, announced: bool) -> Iterator[Asked]:
        """The sub-questions of the sentence; a fragment is one only after questions were `announced`."""
        if self.language.rules("questions.hollow").first(self.span.text):
            return
        begin = self._begin(announced)
        if begin is None:
            return
        start, how = begin
        cuts = sorted({start, *self._cuts(start)})
        for first, last in zip(cuts, [*cuts[1:], self.span.end], strict=True):
            yield from self._part(first, last, how)

    def _begin(self, announced: bool) -> tuple[int, How] | None:
        """Where the first sub-question begins, and how it is asked; None where nothing is."""
        request = self.language.rules("questions.requests").first(self.text.content, *self._ends)
        cue = self._cue()
        if cue is not None and not (request and request.start < cue.start):
            return self._after_cue(cue, request)
        opener = self._first_opener()
        if request and (opener is None or request.start < opener.start):
            return request.start, "put" if self.put else "told"
        if opener is not None:
            return self._with_condition(opener), "put" if self.put else "broken"
        if self.put:
            return self._bare_start(self.span.start), "bare"
        item = self._item() if announced and not self.announces else None
        return None if item is None else (item, "told")

    def _cue(self) -> Match | None:
        """The last of the cues that stand one after another before the question."""
        found: Match | None = None
        for match in self.cues:
            opened = any(o.start < match.start and o.kind == "inverts" for o in self.openers)
            if found is None and opened and not self._asks_leave(match):
                return None
            if found is None or match.start - found.end < IN_A_ROW:
                found = match
        return found

    def _asks_leave(self, match: Match) -> bool:
        return any(match.start <= o.start < match.end for o in self.openers) or not self.put

    def _after_cue(self, cue: Match, request: Match | None) -> tuple[int, How] | None:
        """What is asked after "I was wondering", "my question is on": from its opener, or from the words themselves."""
        opener = next((o for o in self.openers if o.start >= cue.end), None)
        start = self._bare_start(cue.end)
        if opener is not None and (opener.start - start <= 4 or self._only_aside(start, opener)):
            return opener.start, "put" if opener.kind == "inverts" else "told"
        if request and request.start >= cue.end:
            return request.start, "told"
        rest = self.text.content[start : self.span.end].strip(CLOSING + "." + MARKS + QUOTES)
        if not rest or self.language.rules("questions.announces").at(self.text.content, start, self.span.end):
            return None
        return start, "topic"

    def _only_aside(self, start: int, opener: Opener) -> bool:
        """Whether the words up to the opener are an aside set off by commas: ", especially on the fund, if …"."""
        aside = self.text.content[start : opener.start]
        return aside.rstrip().endswith((",", ":", *DASHES)) and not any(word.isalpha() for word in opener.after)

    def _first_opener(self) -> Opener | None:
        tag = self.language.rules("questions.tags").first(self.text.content, *self._ends)
        for opener in self.openers:
            if tag and opener.start >= tag.start:
                return None
            if opener.kind == "inverts" and (self.put or opener.initial):
                return opener
            if opener.kind == "asks" and (self._leads(opener) if self.put else self._is_inverted(opener)):
                return opener
        return None

    def _leads(self, opener: Opener) -> bool:
        """Whether a word that asks opens the question of its sentence, and not a clause that hangs on it."""
        later = [o for o in self.openers if o.start > opener.start and o.kind == "inverts" and not any(o.after)]
        fenced = any(c == "," for c in self.text.content[opener.start : later[0].start]) if later else False
        table = self.language.table("questions.openers")
        hangs = table.get(self.text.content[opener.word : opener.end].lower()) in ("time", "place", "person")
        return (opener.initial and not (fenced and hangs)) or (not hangs or self._is_inverted(opener))

    def _is_inverted(self, opener: Opener) -> bool:
        """Whether a verb stands before its subject soon after the word that asks, with no comma between."""
        for token in self.parse.between(opener.end, self.span.end):
            words = self.text.content[opener.end : token.start]
            if "," in words or len(words) > 80:
                return False
            if token.pos == "AUX" or self._is_auxiliary(token.start, token.end):
                return self._subject_after(token.start)
            if token.dep in ("nsubj", "nsubjpass", "expl") and token.start > opener.end + 1 and token.pos == "PRON":
                return False
        return False

    def _is_auxiliary(self, start: int, end: int) -> bool:
        return self.text.content[start:end].lower() in self.language.table("questions.auxiliaries")

    def _subject_after(self, start: int) -> bool:
        return inverts(self.parse, self.parse.indices(start, start + 1).start)

    def _with_condition(self, opener: Opener) -> int:
        """The start of the question, a condition before it included: "if the talks fail, will you …"."""
        start = self._bare_start(self.span.start)
        first = next((t for t in self.parse.between(start, self.span.end)), None)
        if first and self.text.content[first.start : first.end].lower() in self.language.table("questions.conditions"):
            return start
        return opener.start

    def _bare_start(self, start: int) -> int:
        while start < self.span.end and self.text.content[start] in OPENING:
            start += 1
        return start

    def _item(self) -> int | None:
        """Where the matter of a list's item begins, "First, the ban on herring."; None where the sentence is none."""
        tokens = self.parse.between(*self._ends)
        if any(t.dep == "ROOT" and t.pos not in ("NOUN", "PROPN") for t in tokens):
            return None
        for first, second in pairwise(tokens):
            if first.pos not in ("ADV", "ADJ", "NUM", "CCONJ", "PUNCT"):
                return None
            if second.pos == "PUNCT":
                return self._bare_start(second.end)
        return None

    def _cuts(self, start: int) -> Iterator[int]:
        """Where, after `start`, a further question is joined on."""
        kinds: list[Opener] = [o for o in self.openers if o.start <= start]
        for opener in self.openers:
            if opener.start <= start:
                continue
            if self._joins(opener, kinds):
                yield opener.start
            kinds.append(opener)
        yield from self._focused(start)

    def _joins(self, opener: Opener, before: Sequence[Opener]) -> bool:
        """Whether the opener begins a question beside the one before, not a clause or an alternative within it."""
        if not opener.after or (before and not self._is_whole(before[-1], opener)):
            return False
        alternative = any(word in self.language.table("questions.alternatives") for word in opener.after)
        joined = any(word.isalpha() for word in opener.after)
        if opener.kind == "inverts":
            return not (alternative and before and before[-1].kind == "inverts") and (self.put or joined)
        if opener.kind == "doubts":
            return not alternative and any(o.kind == "doubts" for o in before)
        return not self._relative(opener)

    def _is_whole(self, before: Opener, opener: Opener) -> bool:
        """Whether the question before has its verb, and the speaker does not just begin again after a dash."""
        between = self.parse.between(before.word, opener.start)
        words = [self.text.content[o.word : o.end].lower() for o in (before, opener)]
        again = words[0] == words[1] and not any(word.isalpha() for word in opener.after)
        return not again and any(token.pos in ("VERB", "AUX") for token in between)

    def _relative(self, opener: Opener) -> bool:
        """Whether "and who …" goes on with a clause that hangs on a noun: "those who came and who stay"."""
        word = self.text.content[opener.word : opener.end].lower()
        before = self.text.content[self.span.start : opener.word].lower().split()
        hangs = self.language.table("questions.openers").get(word) in ("person", "time", "place")
        return hangs and word in before

    def _focused(self, start: int) -> Iterator[int]:
        """Where "and, specifically, …" turns to a further point."""
        tokens = self.parse.between(start, self.span.end)
        for joint, token in pairwise(tokens):
            if joint.pos == "CCONJ":
                at = self._bare_start(token.start)
                word = next((w for w in self.language.table("questions.focus") if self._fenced(at, w)), None)
                if word is not None:
                    yield at

    def _fenced(self, at: int, word: str) -> bool:
        end = at + len(word)
        fenced = self.text.content[at:end].lower() == word and self.text.content[end : end + 1] == ","
        after = self.parse.between(end + 1, self.span.end)
        return fenced and bool(after) and after[0].pos in ("ADP", "AUX")

    def _part(self, start: int, end: int, how: How) -> Iterator[Asked]:
        start = self._bare_start(start)
        end = self._ending(start, end, whole=end == self.span.end and self.put)
        if self._says_something(start, end):
            yield Asked(self.text.span(start, end), self._asks(start, end, how), how)

    def _says_something(self, start: int, end: int) -> bool:
        """Whether the words ask more than a beginning that was broken off: "Is that —"."""
        tokens = self.parse.between(start, end)
        broken = not self.put and self.span.text.rstrip().endswith(DASHES)
        return len(tokens) > BROKEN_OFF if broken else any(token.pos in CONTENT for token in tokens) or self.put

    def _ending(self, start: int, end: int, whole: bool) -> int:
        """Without what trails off: joints, interjections and, unless the `whole` sentence asks, its last mark."""
        if whole:
            while end > start and self.text.content[end - 1] not in MARKS:
                end -= 1
            return end
        for token in reversed(self.parse.between(start, end)):
            if token.pos not in ("CCONJ", "INTJ", "SPACE", "PUNCT") or self.text.content[token.start : end] in QUOTES:
                break
            end = token.start
        while end > start and self.text.content[end - 1] in CLOSING + ".":
            end -= 1
        return end

    def _asks(self, start: int, end: int, how: How) -> Asks:
        """What is asked for, by the words that open it; on a topic a view, of a bare statement whether it is so."""
        if how == "bare":
            return "yes_no"
        told = how in ("told", "topic")
        places = [start] if told else []
        for opener in (o for o in self.openers if start <= o.start < end):
            places += [opener.start, opener.word]
        rules = self.language.rules("questions.asks")
        match = next((m for at in (places or [start]) if (m := rules.at(self.text.content, at, end))), None)
        asks: Asks = match["asks"] if match else "opinion" if told else "yes_no"
        return asks
