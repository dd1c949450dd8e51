"""Reading a source gives its text: decoded, freed of markup and furniture, each step a repair with a name."""

from collections.abc import Callable
from dataclasses import replace

from verbale.errors import UnreadableSource
from verbale.lang.pack import load
from verbale.model.source import Source
from verbale.model.text import Mark, Text
from verbale.text import characters, html, layout, markdown
from verbale.text.decode import decode
from verbale.text.draft import Draft, Remark, Repair
from verbale.text.frontmatter import front_matter
from verbale.text.furniture import captions, without_furniture

Step = Callable[[Draft], Draft]
_COMMON = "mul"  # what language a page's furniture is in, nobody knows yet: the words of all of them hold


def repaired(repair: Repair) -> Step:
    """The step that makes a repair's edits."""
    return lambda draft: draft.edited(repair(draft.content))


def counted(repair: Repair, what: str) -> Step:
    """The step that makes a repair's edits and says how many there were."""

    def step(draft: Draft) -> Draft:
        edits = list(repair(draft.content))
        why = f"{sum(edit.end - edit.start for edit in edits)} {what}"
        return draft.remarked(Remark(edits[0].start, "encoding", why)).edited(edits) if edits else draft

    return step


def surrogates_replaced(draft: Draft) -> Draft:
    """The draft with a remark for each entity that names a surrogate, which is no character."""
    edits = list(characters.surrogate_entities(draft.content))
    remarks = (Remark(edit.start, "encoding", "a lone surrogate is now \ufffd") for edit in edits)
    return draft.remarked(*remarks).edited(edits)


FIRST: tuple[Step, ...] = (
    repaired(characters.line_ends),
    counted(characters.stray_controls, "control characters, which are no part of a text, left out"),
)
MARKDOWN: tuple[Step, ...] = (
    front_matter,
    repaired(layout.wraps),
    markdown.blocks,
    markdown.inline,
)
HTML: tuple[Step, ...] = (html.main_content,)
LAST: tuple[Step, ...] = (
    surrogates_replaced,
    repaired(characters.entities),
    repaired(characters.invisible),
    repaired(characters.spaces),
    repaired(characters.single_spaces),
    repaired(characters.line_edges),
    repaired(layout.ornaments),
    lambda draft: without_furniture(draft, load(_COMMON)),
    lambda draft: layout.healed(draft, load(_COMMON).table("clutter.ordinals")),
    repaired(characters.single_spaces),
    repaired(characters.blank_lines),
    lambda draft: captions(draft, load(_COMMON)),
)


def read_text(source: Source) -> Text:
    """The text of a source: plain, Markdown or HTML.

    Raises:
        UnreadableSource: the bytes cannot become text: none are there, or they are something else.
    """
    decoded = decode(source)
    draft = Draft.of(decoded.content).remarked(*(Remark(0, "encoding", why) for why in decoded.why))
    page = html.is_page(decoded.content, source.media_type)
    for step in (*FIRST, *(HTML if page else MARKDOWN), *LAST):
        draft = step(draft)
    if not draft.content.strip():
        raise UnreadableSource(f"{source.uri}: there is no text in it")
    return titled(draft).text()


def titled(draft: Draft) -> Draft:
    """The draft with its first heading, or its first line if that is bold, as the title, where none is marked."""
    if any(mark.kind == "title" for mark in draft.marks):
        return draft
    end = draft.content.find("\n") if "\n" in draft.content else len(draft.content)
    for mark in draft.marks:
        if mark.start == 0 and mark.kind == "heading" and mark.value in ("1", ""):
            others = tuple(other for other in draft.marks if other is not mark)
            return replace(draft, marks=others).marked([Mark(0, mark.end, "title", "1")])
        if mark.kind == "strong" and mark.start == 0 and mark.end >= end:
            return draft.marked([Mark(0, end, "title")])
    return draft
