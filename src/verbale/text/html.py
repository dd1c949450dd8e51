"""The main content of an HTML page is those of its blocks that belong to the article.

trafilatura judges which they are; the words and their places are the page's own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from verbale.model.text import Mark
from verbale.text.draft import Draft, Piece, Remark
from verbale.text.page import Block, Page

_WORD = re.compile(r"\w+")
_IS_PAGE = re.compile(
    r"\s*\ufeff?(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
WHOLE = "the page's main content cannot be told from the rest; all of it was read"
_SHARE = 0.7  # of a block's words, five by five, that the main content has


def is_page(content: str, media_type: str) -> bool:
    """Whether the source is an HTML page, by its type or by how it begins."""
    return media_type in ("text/html", "application/xhtml+xml") or bool(_IS_PAGE.match(content[:2000]))


def main_content(draft: Draft) -> Draft:
    """The draft of the page's main content: its blocks as paragraphs, its title and date at the head."""
    page = Page(draft.content)
    blocks = [block for block in page.blocks if _WORD.search(block.words)]
    named = [block for block in blocks if block.kind == "title"]
    blocks = [block for block in blocks if block.kind != "title"]
    main = _extracted(draft.content)
    kept = _voted(blocks, main)
    if not _WORD.search(main):
        draft = draft.remarked(Remark(0, "layout", WHOLE))
    metadata = tuple((name, value) for name, value in page.fields.items())
    return replace(_put(draft, _headed(blocks, kept, named, page.date)), metadata=draft.metadata + metadata)


def _headed(
    blocks: list[Block], kept: list[bool], named: list[Block], date: Piece | None
) -> Iterator[tuple[Block, bool]]:
    """The blocks and whether they are kept: the title first, and below it the date that the page's head gives."""
    top = next((i for i, block in enumerate(blocks) if kept[i] and (block.kind, block.value) == ("heading", "1")), None)
    dated = Block("meta", "date")
    if date:
        dated.add(date)
    if top is None:
        yield from ((block, True) for block in [*named[:1], dated])
    for i, (block, keep) in enumerate(zip(blocks, kept, strict=True)):
        if i == top:
            block.kind = "title"
        yield block, keep
        if i == top:
            yield dated, True


def _put(draft: Draft, blocks: Iterable[tuple[Block, bool]]) -> Draft:
    """The blocks that are kept put together as paragraphs, with a remark wherever others stood."""
    pieces: list[Piece] = []
    marks: list[Mark] = []
    remarks: list[Remark] = []
    place = 0
    for keep, group in groupby((entry for entry in blocks if entry[0].pieces), key=lambda entry: entry[1]):
        if not keep:
            remarks.append(_left_out(draft, place, [block for block, _ in group]))
            continue
        for block, _ in group:
            pieces += [*block.pieces, Piece(block.pieces[-1].end, block.pieces[-1].end, "\n\n")]
            marks += (replace(mark, start=mark.start + place, end=mark.end + place) for mark in block.marks)
            if block.kind:
                marks.append(Mark(place, place + block.length, block.kind, block.value))
            place += block.length + 2
    return draft.recast(pieces).marked(marks).remarked(*remarks)


def _left_out(draft: Draft, place: int, blocks: list[Block]) -> Remark:
    where = draft.source_of(blocks[0].pieces[0].start, blocks[-1].pieces[-1].end)
    count = f"{len(blocks)} block{'s' * (len(blocks) > 1)}"
    return Remark(place, "left_out", f"{count} of the page outside its main content, source {where}")


def _extracted(content: str) -> str:
    """What trafilatura takes for the main content, or nothing."""
    from trafilatura import extract

    try:
        return extract(content, include_comments=False, favor_recall=True, include_formatting=False) or ""
    except Exception:  # noqa: BLE001 - whatever its parsers trip over, the page is then read whole
        return ""


def _voted(blocks: list[Block], main: str) -> list[bool]:
    """Whether each block belongs to the main content: its words stand there, or it is the page's first heading."""
    words = _normal(main)
    if not words:
        return [True] * len(blocks)
    text = f" {' '.join(words)} "
    fives = {tuple(words[i : i + 5]) for i in range(len(words) - 4)}
    votes = [_stands(_normal(block.words), text, fives) for block in blocks]
    first = next((i for i, block in enumerate(blocks) if block.kind == "heading" and block.value == "1"), None)
    return [vote or i == first for i, vote in enumerate(votes)]


def _stands(words: list[str], text: str, fives: set[tuple[str, ...]]) -> bool:
    if len(words) < 8:
        return f" {' '.join(words)} " in text
    own = [tuple(words[i : i + 5]) for i in range(len(words) - 4)]
    return sum(five in fives for five in own) >= _SHARE * len(own)


def _normal(words: str) -> list[str]:
    return _WORD.findall(words.lower())
