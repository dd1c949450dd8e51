"""A redline is how one version of a text became another: what both have, what was deleted and what was inserted."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from verbale.compare.sequence import Pair, match, rising, similarity
from verbale.errors import BrokenAnchor
from verbale.model.comparison import Revised, Revision
from verbale.model.span import Span

_PARAGRAPH = re.compile(r"[^\n]*(?:\n+|$)")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_TOKEN = re.compile(rf"{_WORD.pattern}|\s+|[^\w\s]")
_MANY = 8  # paragraphs: a word that stands in more tells none of them
_LABEL = 3  # words: a paragraph so short, between the same neighbours, is the same label with other words
SIMILAR = 0.5  # of the words of two paragraphs, for one to be a version of the other

Run = tuple[bool, Pair, Pair]  # whether both have it, and where it stands in either


def redline(before: str, after: str) -> tuple[Revision, ...]:
    """The revisions that lead from one text to the other: paragraph by paragraph, then word by word."""
    pieces: list[tuple[Revised, Pair, Pair]] = []
    for here, there in _regions(before, after):
        pieces += _revised(before, after, here, there)
    return tuple(_merged(pieces, before, after))


def applied(revisions: Iterable[Revision], before: str) -> str:
    """The text that the revisions make of `before`.

    Raises:
        BrokenAnchor: they are not revisions of this text.
    """
    reached, made = 0, []
    for one in revisions:
        if one.before:
            if one.before.start != reached or not one.before.stands_in(before):
                raise BrokenAnchor(f"{one.before.text[:40]!r} does not stand at {one.before.start} of this version")
            reached = one.before.end
        made.append(one.after.text if one.after else "")
    if reached != len(before):
        raise BrokenAnchor(f"this version goes on after {reached} characters, where its redline ends")
    return "".join(made)


def reversed_redline(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """The revisions that lead back."""
    back: dict[Revised, Revised] = {"same": "same", "deleted": "inserted", "inserted": "deleted"}
    return tuple(Revision(back[one.kind], one.after, one.before) for one in revisions)


def kept(revisions: Iterable[Revision]) -> float:
    """How much of both versions is the same, in words, from 0 to 1."""
    same = both = 0
    for one in revisions:
        count = sum(len(_WORD.findall(span.text)) for span in (one.before, one.after) if span)
        both += count
        same += count if one.kind == "same" else 0
    return same / both if both else 1.0


def _regions(before: str, after: str) -> Iterator[tuple[Pair, Pair]]:
    """Stretches of both texts that belong together, in order and without a gap; one of the two may be empty."""
    ones, others = _paragraphs(before), _paragraphs(after)
    a = c = 0
    for i, j in [*_paired(before, after, ones, others), (len(ones), len(others))]:
        if a < i:
            yield (ones[a][0], ones[i - 1][1]), (others[c][0] if c < len(others) else len(after),) * 2
        if c < j:
            yield (ones[i][0] if i < len(ones) else len(before),) * 2, (others[c][0], others[j - 1][1])
        if i < len(ones) and j < len(others):
            yield ones[i], others[j]
        a, c = i + 1, j + 1


def _paragraphs(text: str) -> list[Pair]:
    """The paragraphs with the line breaks after them."""
    return [m.span() for m in _PARAGRAPH.finditer(text) if m.end() > m.start()]


def _paired(before: str, after: str, ones: Sequence[Pair], others: Sequence[Pair]) -> Iterator[Pair]:
    """The paragraphs that both texts have, and between them those of which one is a version of the other."""
    a = c = 0
    here, there = ([text[slice(*ends)].strip() for ends in part] for text, part in ((before, ones), (after, others)))
    for i, j in [*match(here, there), (len(ones), len(others))]:
        for x, y in _versions(here[a:i], there[c:j]):
            yield a + x, c + y
        if i < len(ones):
            yield i, j
        a, c = i + 1, j + 1


def _versions(ones: Sequence[str], others: Sequence[str]) -> list[Pair]:
    """The paragraphs that are each other's likest by their rare words, where they have enough in common."""
    if not ones or not others:
        return []
    here, there = ([[word.lower() for word in _WORD.findall(text)] for text in part] for part in (ones, others))
    if len(ones) == len(others) == 1 and max(len(here[0]), len(there[0])) <= _LABEL:
        return [(0, 0)]
    votes = _votes(here, there)
    likest = {i: max(by, key=lambda j: (by[j], -j)) for i, by in votes.items()}
    back: dict[int, int] = {}
    for i, by in votes.items():
        for j, weight in by.items():
            if j not in back or weight > votes[back[j]][j]:
                back[j] = i
    mutual = [(i, j) for i, j in sorted(likest.items()) if back[j] == i]
    return rising([(i, j) for i, j in mutual if similarity(here[i], there[j]) >= SIMILAR])


def _votes(here: Sequence[Sequence[str]], there: Sequence[Sequence[str]]) -> dict[int, dict[int, float]]:
    """How many words, the rarer ones counting more, the paragraphs have in common; words of many paragraphs, none."""
    homes: defaultdict[str, list[int]] = defaultdict(list)
    for j, words in enumerate(there):
        for word in dict.fromkeys(words):
            homes[word].append(j)
    votes: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for i, words in enumerate(here):
        for word in dict.fromkeys(words):
            if len(homes.get(word, ())) <= _MANY:
                for j in homes.get(word, ()):
                    votes[i][j] = votes[i].get(j, 0.0) + 1 / len(homes[word])
    return votes


def _revised(before: str, after: str, here: Pair, there: Pair) -> Iterator[tuple[Revised, Pair, Pair]]:
    """A region word by word."""
    if before[slice(*here)] == after[slice(*there)]:
        yield "same", here, there
        return
    ones, others = _tokens(before, here), _tokens(after, there)
    pairs = match([before[a:b] for a, b in ones], [after[c:d] for c, d in others])
    i = j = 0
    for x, y in [*pairs, (len(ones), len(others))]:
        yield "deleted", (_at(ones, i, here), _at(ones, x, here)), (_at(others, j, there),) * 2
        yield "inserted", (_at(ones, x, here),) * 2, (_at(others, j, there), _at(others, y, there))
        if x < len(ones):
            yield "same", ones[x], others[y]
        i, j = x + 1, y + 1


def _tokens(text: str, ends: Pair) -> list[Pair]:
    return [m.span() for m in _TOKEN.finditer(text, *ends)]


def _at(tokens: Sequence[Pair], k: int, ends: Pair) -> int:
    return tokens[k][0] if k < len(tokens) else ends[1]


def _merged(pieces: Iterable[tuple[Revised, Pair, Pair]], before: str, after: str) -> Iterator[Revision]:
    """The pieces in runs: what is deleted at one place, then what is inserted there."""
    trimmed = (part for run in _joined(_runs(pieces), before) for part in _trimmed(run, before, after))
    for same, here, there in trimmed:
        if same:
            yield Revision("same", _span(before, here), _span(after, there))
            continue
        if here[0] < here[1]:
            yield Revision("deleted", before=_span(before, here))
        if there[0] < there[1]:
            yield Revision("inserted", after=_span(after, there))


def _runs(pieces: Iterable[tuple[Revised, Pair, Pair]]) -> Iterator[Run]:
    """The pieces that follow each other and are all the same, or all changed; empty ones are left out."""
    full = (piece for piece in pieces if piece[1][0] < piece[1][1] or piece[2][0] < piece[2][1])
    for same, group in groupby(full, key=lambda piece: piece[0] == "same"):
        yield _hull(same, [(here, there) for _, here, there in group])


def _joined(runs: Iterable[Run], before: str) -> list[Run]:
    """The runs; marks and spaces alone do not part two changes."""
    found: list[Run] = []
    for run in runs:
        parted = len(found) > 1 and not run[0] and found[-1][0] and _parts_nothing(before[slice(*found[-1][1])])
        if parted:
            between, changed = found.pop(), found.pop()
            run = _hull(False, [changed[1:], between[1:], run[1:]])
        found.append(run)
    return found


def _trimmed(run: Run, before: str, after: str) -> Iterator[Run]:
    """A change, without the line breaks that both versions end it with: these are the same."""
    same, (a, b), (c, d) = run
    ends = 0
    while not same and ends < min(b - a, d - c) and before[b - 1 - ends] == "\n" == after[d - 1 - ends]:
        ends += 1
    yield same, (a, b - ends), (c, d - ends)
    if ends:
        yield True, (b - ends, b), (d - ends, d)


def _parts_nothing(words: str) -> bool:
    return "\n" not in words and not _WORD.search(words)


def _hull(same: bool, parts: Sequence[tuple[Pair, Pair]]) -> Run:
    (first, after_first), (last, after_last) = parts[0], parts[-1]
    return same, (first[0], last[1]), (after_first[0], after_last[1])


def _span(text: str, ends: Pair) -> Span:
    return Span(*ends, text[slice(*ends)])
