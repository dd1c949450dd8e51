"""Reported speech is what somebody is said to have said, in the writer's words: the content of a word of saying."""

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.statements.quotes import Paragraph
from verbale.statements.sayings import Saying

SHORTEST = 8  # characters: less is no content worth a record


@dataclass(frozen=True, slots=True)
class Reported:
    """Offsets of the reported words, outside all quotation marks, and the saying that reports them."""

    start: int
    end: int
    saying: Saying


def find_reported(paragraph: Paragraph) -> Iterator[Reported]:
    """The reported speech of a paragraph, in order, none of it overlapping another."""
    reached = paragraph.start
    for saying in paragraph.sayings:
        stretch = _content(paragraph, saying, reached)
        if stretch:
            yield Reported(*stretch, saying)
            reached = stretch[1]


def _content(paragraph: Paragraph, saying: Saying, reached: int) -> tuple[int, int] | None:
    """What is said, up to the first mark, without the stop that ends it."""
    if saying.content is None:
        return None
    start, end = saying.content
    for quoted in paragraph.quoted:
        if start < quoted.end and quoted.start < end:
            end = min(end, quoted.start - 1)
    start, end = max(start, reached), min(end, paragraph.end)
    while end > start and not paragraph.content[end - 1].isalnum():
        end -= 1
    return (start, end) if end - start >= SHORTEST else None
