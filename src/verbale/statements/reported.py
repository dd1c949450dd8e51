"""Reported speech is what somebody is said to have said, in the writer's words: the content of a word of saying."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.statements.marks import Quoted
from verbale.statements.quotes import Paragraph
from verbale.statements.sayings import Saying
from verbale.statements.tree import Stretch, Tree

RECENT = 16  # stretches back to which others may hold or cross what is said
SHORTEST = 4  # characters: less is no content worth a record
_STOPS = frozenset(".,;:!?…-–—(")
_MARKS = frozenset("\"“”„«»‘’'`")


@dataclass(frozen=True, slots=True)
class Reported:
    """The stretches of the reported words, with the marks of what they quote, and the saying that reports them."""

    stretches: tuple[Stretch, ...]
    saying: Saying


def find_reported(paragraph: Paragraph, tree: Tree) -> Iterator[Reported]:
    """The reported speech of a paragraph, in order; it stands apart from other such speech or within it."""
    taken: deque[Stretch] = deque(maxlen=RECENT)
    for saying in paragraph.sayings:
        if saying.weak and any(a <= saying.start < b for a, b in taken):
            continue  # what somebody is said to want or think is the other's word
        stretches = [
            s for said in saying.said if (s := _bounded(paragraph, said, tree)) and _is_content(paragraph, s, tree)
        ]
        kept = tuple(s for s in stretches if s not in taken and not any(_crosses(s, other) for other in taken))
        if kept:
            taken.extend(kept)
            yield Reported(kept, saying)


def _crosses(a: Stretch, b: Stretch) -> bool:
    """Whether two stretches share words and neither holds the other."""
    return a[0] < b[0] < a[1] < b[1] or b[0] < a[0] < b[1] < a[1]


def _bounded(paragraph: Paragraph, said: Stretch, tree: Tree) -> Stretch | None:
    """The words with the whole of what they quote, and without the stops around them."""
    start, end = max(said[0], paragraph.start), min(said[1], paragraph.end)
    for quoted in paragraph.quoted_near(start, end):
        if quoted.start <= start < quoted.end:
            start = quoted.start
            end = quoted.end if paragraph.content[quoted.end - 1 : quoted.end] == "," else end  # “…,” and who says it
        colon = paragraph.content[end : quoted.start - 1] == ": " and tree.has_clause(start, end)
        if quoted.start < end <= quoted.end or colon:
            end = max(quoted.end, _after_mark(paragraph, quoted, tree))
    start, end = _trimmed(paragraph, start, end)
    tokens = tree.parse.between(start, end)
    if end - start < SHORTEST or all(t.pos in ("PRON", "DET", "PUNCT") for t in tokens):
        return None
    return _enclosed(paragraph, start, end)


def _after_mark(paragraph: Paragraph, quoted: Quoted, tree: Tree) -> int:
    """Where the phrase ends that goes on behind the closing mark with what was quoted: "a “breach” of the treaty"."""
    following = tree.parse.indices(quoted.end + 1, min(quoted.end + 3, paragraph.end))
    apart = quoted.open or not paragraph.content[quoted.end - 1 : quoted.end].isalnum()
    if apart or not following or tree.parse.tokens[following.start].pos != "ADP":
        return quoted.end
    i = following.start
    inside = quoted.start <= tree.parse.tokens[tree.parse.tokens[i].head].start < quoted.end
    return tree.extent(i)[1] if inside or tree.parse.tokens[i].dep == "prep" else quoted.end


def _trimmed(paragraph: Paragraph, start: int, end: int) -> Stretch:
    content = paragraph.content
    while start < end and (content[start].isspace() or content[start] in _STOPS or content[start] in _MARKS):
        start += 1
    while end > start and (content[end - 1].isspace() or content[end - 1] in _STOPS or content[end - 1] in _MARKS):
        end -= 1
    if end < paragraph.end and content[end] == ")" and "(" in content[start:end]:
        end += 1
    return start, end


def _enclosed(paragraph: Paragraph, start: int, end: int) -> Stretch:
    """The words with the marks of a quotation that begins or ends with them."""
    for quoted in paragraph.quoted_near(start, end):
        if quoted.start <= start < quoted.end < end:
            start = max(quoted.start - 1, paragraph.start)
        if start < quoted.start < end <= quoted.end:
            end = quoted.end if quoted.open else min(quoted.end + 1, paragraph.end)
    return start, end


def _is_content(paragraph: Paragraph, stretch: Stretch, tree: Tree) -> bool:
    """Whether the words are more than one quotation, which is a statement by itself."""
    inside = [q for q in paragraph.quoted_near(*stretch) if q.start < stretch[1] and stretch[0] < q.end]
    if not inside:
        return True
    if any(q.start <= stretch[0] and stretch[1] <= q.end for q in inside):
        return False
    return _has_words(paragraph, stretch, inside, tree)


def _has_words(paragraph: Paragraph, stretch: Stretch, inside: Sequence[Quoted], tree: Tree) -> bool:
    """Whether words of the writer's own stand outside the marks."""
    tokens = tree.parse.between(*stretch)
    return any(
        t.pos not in ("PUNCT", "SPACE") and not any(q.start - 1 <= t.start < q.end + 1 for q in inside) for t in tokens
    )
