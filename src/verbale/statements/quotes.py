"""A quotation is quoted words that somebody is on record as having said, told from titles and terms by evidence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.lang.pack import Language
from verbale.lang.parse import Token
from verbale.model.statement import Actor, StatementKind
from verbale.statements.marks import Quoted
from verbale.statements.sayings import Saying
from verbale.statements.speakers import Directory, Floor, resolve
from verbale.statements.tree import CLAUSAL, Tree

_PAUSES = ",.!?…—–-"
_DASH = re.compile(r"[\"”»’]?\s*[—–―-]\s*(?=[^\W\d_])")
_COLON = re.compile(r":\s*[\"“„«‘]$")
SHORT = 3  # words: a noun phrase up to that length after an article is a term, not speech
LONG = 5  # words: a fragment from that length on may go on with what a speaker said before
AROUND = 8  # sayings before and after one that may report it
TAG = 60  # characters: a sentence no longer than that may only say who asked
AFTER = 90  # characters from a closing mark within which its clause of saying begins


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that words are somebody's: the rule, offsets of the source's words and of the cue, the act.

    `hearer` and `others` are head words of those to whom it is said, and of those who say it too.
    """

    rule: str
    source: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    act: str | None = None
    hearer: tuple[int, int] | None = None
    others: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, saying: Saying, source: tuple[int, int] | None) -> "Evidence":
        """What a saying with these words for its source shows."""
        cue, others = saying.cue, saying.by.others if saying.by else ()
        return cls(cue.rule.id, source, (cue.start, cue.end), saying.act, saying.hearer, others)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch with its speaker and the evidence for it."""

    quoted: Quoted
    kind: StatementKind
    speaker: Actor | None
    evidence: Evidence


@dataclass(frozen=True)
class Paragraph:
    """What is known of one paragraph: its stretches between marks, its sentences and its sayings outside the marks."""

    content: str
    start: int
    end: int
    quoted: tuple[Quoted, ...]
    breaks: tuple[int, ...]
    sayings: tuple[Saying, ...]

    def around(self, quoted: Quoted) -> tuple[int, int]:
        """The sentence that the quoted stretch stands in, whose ends lie outside all marks."""
        i = bisect_right(self.breaks, max(quoted.start - 1, self.start))
        last = bisect_right(self.breaks, quoted.end)
        start = self.breaks[i - 1] if i else self.start
        return start, self.breaks[last] if last < len(self.breaks) else self.end

    def quoted_near(self, start: int, end: int) -> tuple[Quoted, ...]:
        """The quoted stretches that share words with [start, end), with those just before and after it."""
        first = max(bisect_left(self.quoted, start, key=lambda q: q.end) - 1, 0)
        return self.quoted[first : bisect_right(self.quoted, end, key=lambda q: q.start) + 1]

    def sayings_between(self, start: int, end: int) -> tuple[Saying, ...]:
        """The sayings whose cue begins in [start, end)."""
        first = bisect_left(self.sayings, start, key=lambda s: s.start)
        return self.sayings[first : bisect_left(self.sayings, end, key=lambda s: s.start)]

    def sayings_around(self, i: int) -> tuple[Saying, ...]:
        """The sayings near one of them, in whose words it may stand."""
        return self.sayings[max(i - AROUND, 0) : i + AROUND]

    def words_before(self, quoted: Quoted) -> str:
        """The sentence's words before the opening mark and outside other marks."""
        start, _ = self.around(quoted)
        before = [q.end + 1 for q in self.quoted_near(start, quoted.start) if start <= q.end < quoted.start]
        return self.content[max([start, *before]) : max(quoted.start - 1, start)]


def find_quotations(
    paragraph: Paragraph, tree: Tree, directory: Directory, floor: Floor, language: Language, *, strict: bool
) -> tuple[list[Quotation], Floor]:
    """The paragraph's quotations, and who has the floor after it; `strict` asks for a cue in the same sentence."""
    found: list[Quotation] = []
    reached = paragraph.start
    for quoted in paragraph.quoted:
        if directory.holds(quoted.start, quoted.end):
            continue  # a nickname within a name
        floor = _listen(paragraph, reached, quoted.start, directory, floor, language)
        reached = quoted.start
        quotation = _by_place(paragraph, quoted, directory, tree) or _by_cue(
            paragraph, quoted, tree, directory, floor, language
        )
        if quotation is None and not strict:
            quotation = _by_floor(paragraph, quoted, tree, found, floor, language)
        if quotation:
            found.append(quotation)
            if quotation.speaker:
                floor = floor.given_to(quotation.speaker, quoted.end)
    return found, _listen(paragraph, reached, paragraph.end, directory, floor, language)


def _listen(
    paragraph: Paragraph, since: int, until: int, directory: Directory, floor: Floor, language: Language
) -> Floor:
    """The floor after the sayings of the paragraph up to `until`; those up to `since` were heard, but for the last."""
    first = max(bisect_left(paragraph.sayings, since, key=lambda s: s.start) - AROUND, 0)
    for i, saying in enumerate(paragraph.sayings[first:], first):
        if saying.end > until:
            break
        if any(other.reports(saying.start) for other in paragraph.sayings_around(i) if other is not saying):
            continue  # what somebody is said to say takes the floor from nobody
        speaker, _ = resolve(saying, paragraph.content, directory, floor, language)
        if speaker and speaker.kind in ("person", "organisation"):
            floor = floor.given_to(speaker, _heard(paragraph, saying, until))
    return floor


def _heard(paragraph: Paragraph, saying: Saying, until: int) -> int:
    """Where the words end that a saying reports, at the most at `until`."""
    ends = saying.scope or (saying.said[-1] if saying.said else (saying.start, saying.end))
    return min(ends[1], until, paragraph.end)


def _by_cue(
    paragraph: Paragraph, quoted: Quoted, tree: Tree, directory: Directory, floor: Floor, language: Language
) -> Quotation | None:
    resolved = [
        (saying, *resolve(saying, paragraph.content, directory, floor, language))
        for saying in _candidates(paragraph, quoted)
        if _is_speech(paragraph, quoted, saying, tree, language)
    ]
    known = [entry for entry in resolved if entry[1]]
    unknown = [entry for entry in resolved if entry[2] and _may_speak(entry[0], paragraph, quoted, tree, language)]
    nearest = [entry for entry in unknown if entry == resolved[0] and entry[0].governs(quoted.start)]
    unsaid = [entry for entry in resolved if entry[0].impersonal and entry[0].governs(quoted.start)]
    for saying, speaker, source in nearest or known or unknown or unsaid:
        evidence = Evidence.of(saying, source)
        return Quotation(quoted, _kind(quoted, tree), speaker, evidence)
    return None


def _may_speak(saying: Saying, paragraph: Paragraph, quoted: Quoted, tree: Tree, language: Language) -> bool:
    """Whether somebody unknown says it: a noun for those who speak, or words that are a clause of their own."""
    head = paragraph.content[slice(*saying.head)].lower() if saying.head else ""
    return not saying.weak and (head in language.table("speech.voices") or _is_clause(quoted, tree))


def _by_place(paragraph: Paragraph, quoted: Quoted, directory: Directory, tree: Tree) -> Quotation | None:
    """Words with the name of who says them beside the marks: "“…” — Kari Lund", "Kari Lund: “…”"."""
    dash = _DASH.match(paragraph.content, quoted.end, paragraph.end)
    colon = _COLON.search(paragraph.content, max(quoted.start - 6, paragraph.start), quoted.start)
    after = directory.between(dash.end(), dash.end() + 1) if dash else ()
    before = directory.ending(colon.start()) if colon else ()
    for place in (*after, *before):
        if place.actor.kind in ("person", "organisation"):
            evidence = Evidence("quotes.beside", (place.start, place.end))
            return Quotation(quoted, _kind(quoted, tree), place.actor, evidence)
    return None


def _candidates(paragraph: Paragraph, quoted: Quoted) -> list[Saying]:
    """The sayings of the sentence, best first: just after a pause within the marks, else nearest before, else after."""
    start, end = paragraph.around(quoted)
    content = paragraph.content
    before = [s for s in paragraph.sayings_between(start, quoted.start) if s.end <= quoted.start]
    after = paragraph.sayings_between(quoted.end, _end_of_tag(paragraph, quoted, end))
    pause = content[quoted.end - 1 : quoted.end] in ",?!…—" or content[quoted.end + 1 : quoted.end + 2] == ","
    leads = bool(paragraph.words_before(quoted).strip())
    close = [s for s in after if s.start - quoted.end < AFTER and _uninterrupted(paragraph, quoted.end, s.start)]
    if leads:  # somebody named before the marks says in a later verb something else
        close = [s for s in close if s.source is None or s.source[0] > quoted.start or s.reports(quoted.start)]
    first = close if pause and not (leads and before) else []
    nearest = sorted(before, key=lambda s: (s.governs(quoted.start), s.start), reverse=True)
    return [*first, *nearest, *(s for s in close if s not in first)]


def _end_of_tag(paragraph: Paragraph, quoted: Quoted, end: int) -> int:
    """Where the sentence ends, or the next if it says no more than who asked or called it: "“Why?” Lund demanded."."""
    i = bisect_right(paragraph.breaks, end)
    following = paragraph.breaks[i] if i < len(paragraph.breaks) else paragraph.end
    asked = paragraph.content[quoted.end - 1 : quoted.end] in ("?", "!") and end - quoted.end <= 2
    return following if asked and following - end <= TAG else end


def _uninterrupted(paragraph: Paragraph, start: int, end: int) -> bool:
    return not any(start < q.start < end for q in paragraph.quoted_near(start, end))


def _by_floor(
    paragraph: Paragraph, quoted: Quoted, tree: Tree, found: Sequence[Quotation], floor: Floor, language: Language
) -> Quotation | None:
    """Words of whoever has the floor in this paragraph, or, in a paragraph of quoted words alone, had it before."""
    heard = found[-1].speaker if found else None
    spoke = heard or (floor.speaker if any(s.end <= quoted.start for s in paragraph.sayings) else None)
    if spoke is None and _is_whole(paragraph, quoted):
        spoke = floor.speaker
    if spoke is None or _is_name(paragraph, quoted) or _is_proverb(paragraph, quoted, language):
        return None
    whole = _is_closed(paragraph, quoted) and not paragraph.words_before(quoted).strip()
    long = _count(paragraph, quoted) >= LONG and (_is_clause(quoted, tree) or _is_closed(paragraph, quoted))
    if not (whole or long):
        return None
    return Quotation(quoted, _kind(quoted, tree), spoke, Evidence("quotes.floor"))


def _is_whole(paragraph: Paragraph, quoted: Quoted) -> bool:
    """Whether the paragraph consists of the quoted words, or they began in the paragraph before."""
    return quoted.resumes or (quoted.start - paragraph.start <= 2 and quoted.end >= paragraph.end - 2)


def _is_closed(paragraph: Paragraph, quoted: Quoted) -> bool:
    """Whether the words end with a stop within the marks, as writers of American English close speech and not terms."""
    return paragraph.content[quoted.end - 1 : quoted.end] in _PAUSES


def _is_speech(paragraph: Paragraph, quoted: Quoted, saying: Saying, tree: Tree, language: Language) -> bool:
    if _is_proverb(paragraph, quoted, language) or not _may_carry(quoted, saying):
        return False
    near = 0 <= quoted.start - saying.end <= 3 or 0 <= saying.start - quoted.end < AFTER
    clause, words = _is_clause(quoted, tree), _count(paragraph, quoted)
    if words > 1 and _is_name(paragraph, quoted):
        return False
    if _is_ascribed(quoted, saying, tree, language) or (words > 1 and _is_own_wording(quoted, saying, tree)):
        return True
    if clause and (near or words >= LONG):
        return True
    if saying.names and not _is_verbal(quoted, tree):
        return False
    if saying.takes == "words" or _is_verbal(quoted, tree) or words > SHORT:
        return True
    return near if words == 1 else not _has_article(quoted, tree)


def _may_carry(quoted: Quoted, saying: Saying) -> bool:
    """Whether a saying can be that of the words: one of a view must report them, or stand beside them."""
    beside = 0 <= quoted.start - saying.end <= 4 or 0 <= saying.start - quoted.end <= 4
    return not saying.weak or saying.reports(quoted.start) or beside


def _is_ascribed(quoted: Quoted, saying: Saying, tree: Tree, language: Language) -> bool:
    """Whether the words are what something is called: "dismissed the claims as “ludicrous”"."""
    before = tree.parse.indices(max(quoted.start - 40, 0), quoted.start - 1)
    links = (i for i in before[-2:] if tree.parse.tokens[i].lemma.lower() in language.table("speech.quoting"))
    return any(saying.start <= tree.parse.tokens[tree.parse.tokens[i].head].start < saying.end for i in links)


def _is_own_wording(quoted: Quoted, saying: Saying, tree: Tree) -> bool:
    """Whether the words are a phrase of their own in what somebody says, not the name that stands before a noun."""
    if saying.weak or saying.names or not saying.reports(quoted.start) or _is_term(quoted, saying, tree):
        return False
    indices = tree.parse.indices(quoted.start, quoted.end)
    tokens = tree.parse.tokens
    return bool(indices) and not any(
        tokens[i].dep in ("compound", "amod", "nmod") and tokens[tokens[i].head].start >= quoted.end for i in indices
    )


def _is_term(quoted: Quoted, saying: Saying, tree: Tree) -> bool:
    """Whether the words name what is spoken of, and no clause tells that they were said: "spoke of a “milk run”"."""
    clausal = any(tree.has_clause(*stretch) for stretch in saying.said)
    return not clausal and _has_article(quoted, tree) and not _is_verbal(quoted, tree)


def _has_article(quoted: Quoted, tree: Tree) -> bool:
    """Whether an article or the like stands before the opening mark, as before a term."""
    before = tree.parse.indices(max(quoted.start - 40, 0), quoted.start - 1)
    return bool(before) and tree.parse.tokens[before[-1]].pos in ("DET", "NUM")


def _is_proverb(paragraph: Paragraph, quoted: Quoted, language: Language) -> bool:
    lead = paragraph.words_before(quoted)[-60:]
    return language.rules("speech.proverb").first(lead) is not None


def _words(paragraph: Paragraph, quoted: Quoted) -> list[str]:
    return re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", paragraph.content[quoted.start : quoted.end])


def _count(paragraph: Paragraph, quoted: Quoted) -> int:
    return len(_words(paragraph, quoted))


def _is_name(paragraph: Paragraph, quoted: Quoted) -> bool:
    """Whether the words are written as a title is: all of them with capitals, but for short ones."""
    words = _words(paragraph, quoted)
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return 2 * capitals > len(words) and all(not word[0].islower() or len(word) < 4 for word in words)


def _tokens(quoted: Quoted, tree: Tree) -> Sequence[Token]:
    return tree.parse.between(quoted.start, quoted.end)


def _is_verbal(quoted: Quoted, tree: Tree) -> bool:
    return any(token.pos in ("VERB", "AUX") for token in _tokens(quoted, tree))


def _is_clause(quoted: Quoted, tree: Tree) -> bool:
    """Whether the words hold a verb with its subject."""
    return tree.has_clause(quoted.start, quoted.end)


def _kind(quoted: Quoted, tree: Tree) -> StatementKind:
    """Direct for words that say it with a subject of their own; mixed for what the writer's sentence needs."""
    tokens = tree.parse.tokens
    inside = tree.parse.indices(quoted.start, quoted.end)
    tops = [i for i in inside if tokens[i].head not in inside or tokens[i].head == i]
    subjects = [j for i in tops for j in tree.children.get(i, ()) if tokens[j].dep in CLAUSAL]
    borrowed = bool(subjects) and all(tokens[j].start < quoted.start for j in subjects)
    return "direct" if _is_clause(quoted, tree) and not borrowed else "mixed"
