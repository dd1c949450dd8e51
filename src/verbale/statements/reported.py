"""Reported speech is what somebody is said to have said, in the writer's words: the content of a word of saying."""

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.statements.quotes import Paragraph
from verbale.statements.sayings import Saying, Tree

SHORTEST = 8  # characters: less is no content worth a record


@dataclass(frozen=True, slots=True)
class Reported:
    """Offsets of the reported words, outside all quotation marks, and the saying that reports them."""

    start: int
    end: int
    saying: Saying


def find_reported(paragraph: Paragraph, tree: Tree) -> Iterator[Reported]:
    """The reported speech of a paragraph, in order, none of it overlapping another."""
    reached = paragraph.start
    for saying in paragraph.sayings:
        stretch = _content(paragraph, saying, reached, tree)
        if stretch:
            yield Reported(*stretch, saying)
            reached = stretch[1]


def _content(paragraph: Paragraph, saying: Saying, reached: int, tree: Tree) -> tuple[int, int] | None:
    """What is said, up to the first mark, without the stop that ends it."""
    if saying.content is None:
        return None
    start, end = saying.content
    marks = [q.start - 1 for q in paragraph.quoted if start < q.end and q.start < end]
    start, end = max(start, reached), min([end, paragraph.end, *marks])
    if marks:
        end = _completed(start, end, tree)
    while end > start and not paragraph.content[end - 1].isalnum():
        end -= 1
    return (start, end) if end - start >= SHORTEST else None


def _completed(start: int, end: int, tree: Tree) -> int:
    """Where words that a mark cuts off end as a clause of their own, or the start where they are none.

    A verb or preposition at the end has its object within the marks, and then the words alone say nothing.
    """
    tokens = list(tree.parse.between(start, end))
    while tokens and tokens[-1].pos in ("CCONJ", "PUNCT", "SCONJ"):
        end = tokens.pop().start
    dangling = (
        not tokens
        or tokens[-1].pos in ("ADP", "AUX", "DET", "PART")
        or (tokens[-1].pos == "VERB" and tokens[-1].end + 1 >= end and tree.child_after(tokens[-1], end))
    )
    return start if dangling or not tree.has_clause(start, end) else end
