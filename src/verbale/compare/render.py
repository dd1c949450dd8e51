"""The view of a comparison in the terminal: what changed, and how each document has the words that the other quotes."""

import re
from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from verbale.model.comparison import Comparison, Edit, Rendition, Revision
from verbale.model.record import Document
from verbale.model.span import Span
from verbale.record.edits import marked
from verbale.record.notation import plain, shortened, time

FIDELITY = {"identical": ("✓", "green"), "elided": ("…", "yellow"), "altered": ("✗", "red"), "absent": ("–", "dim")}
_STYLES = {
    "deleted": "red strike",
    "inserted": "green underline",
    "left_out": "red",
    "elided": "yellow",
    "replaced": "red",
    "added": "green",
    "supplied": "cyan",
}
_AROUND = 60  # characters of what is the same that are shown beside a change
_SPACES = re.compile(r"[^\S\n]+")
_NOWHERE = Span(0, 0, "")
WORDS = 220  # characters of a quotation that are shown


def render(comparison: Comparison) -> RenderableType:
    """The whole comparison; sections in which there is nothing are absent."""
    a, b = comparison.a, comparison.b
    parts: list[RenderableType] = [Text(), _named("A", a), _named("B", b)]
    if comparison.redline is not None:
        changes = list(_changes(comparison.redline))
        parts.append(_section("Redline from A to B", _count(comparison.redline), Group(*changes)))
    for name, found in (
        ("Quoted in A, as B has it", comparison.a_in_b),
        ("Quoted in B, as A has it", comparison.b_in_a),
    ):
        if found:
            parts.append(_section(name, len(found), _renditions(found)))
    if len(parts) == 3:
        parts.append(Text("\nNeither quotes anything, and neither is a version of the other."))
    return Group(*parts, Text())


def _named(letter: str, document: Document) -> Text:
    facts = (document.publisher, time(document.published) if document.published else None, document.source.uri)
    title = plain(document.title or "Without a title")
    return Text.assemble(
        (f"{letter}  ", "dim"), (title, "bold"), ("\n   " + plain(" · ".join(filter(None, facts))), "dim")
    )


def _section(name: str, count: int, body: RenderableType) -> RenderableType:
    title = Text.assemble((name, "bold"), (f"  {count}", "dim"))
    return Group(Text(), Rule(title, align="left", style="dim"), Padding(body, (0, 0, 0, 1), expand=False))


def _count(revisions: Iterable[Revision]) -> int:
    """How many places are changed: what is deleted and inserted at one place counts once."""
    count, before = 0, "same"
    for one in revisions:
        count += one.kind != "same" and before == "same"
        before = one.kind
    return count


def _changes(revisions: Iterable[Revision]) -> Iterator[Text]:
    """The changes, each with a few of the words around it; those close to each other stand on one line."""
    line, changed = Text(), False
    for one in revisions:
        words = _shown((one.before or one.after or _NOWHERE).text)
        if one.kind != "same":
            line.append_text(_changed(one.kind, words))
            changed = True
        elif changed and len(words) <= 2 * _AROUND and "\n" not in words:
            line.append(words)
        else:
            if changed:
                yield line.append(_opening(words))
            line, changed = Text(_closing(words)), False
    if changed:
        yield line


def _changed(kind: str, words: str) -> Text:
    marks = ("[-", "-]") if kind == "deleted" else ("{+", "+}")
    lines = " ¶ ".join(" ".join(line.split()) for line in words.splitlines() if line.strip())
    return Text(f"{marks[0]}{lines or '¶'}{marks[1]}", style=_STYLES[kind])


def _opening(words: str) -> str:
    """The first words of what is the same, to the end of the paragraph at the most."""
    line = words.partition("\n")[0]
    return line if len(line) <= _AROUND else line[:_AROUND].rpartition(" ")[0] + " …"


def _closing(words: str) -> str:
    line = words.rpartition("\n")[2]
    return line if len(line) <= _AROUND else "… " + line[-_AROUND:].partition(" ")[2]


def _shown(words: str) -> str:
    """The words without what a terminal would obey, line breaks apart."""
    return _SPACES.sub(" ", "".join(c if c.isprintable() or c == "\n" else " " for c in words))


def _renditions(found: Iterable[Rendition]) -> Table:
    table = Table.grid(padding=(0, 1))
    for one in found:
        mark, style = FIDELITY[one.fidelity]
        table.add_row(Text(mark, style=style), _rendition(one))
    return table


def _rendition(one: Rendition) -> Text:
    silent = " without an ellipsis" if one.silent and one.fidelity == "elided" else ""
    voices = " / ".join(dict.fromkeys(plain(name) for name in (one.speaker, one.said_by) if name))
    head = " · ".join(part for part in (one.fidelity + silent, voices, _where(one)) if part)
    text = Text(f"“{shortened(one.span.text, WORDS)}”\n").append(head, style="dim")
    if one.fidelity in ("elided", "altered"):
        text.append("\n").append_text(_edited(one.edits))
    return text


def _edited(edits: Iterable[Edit]) -> Text:
    return Text(" ").join(Text(marked([edit]), style=_STYLES.get(edit.kind, "")) for edit in edits)


def _where(one: Rendition) -> str:
    there = ", ".join(_characters(place.span) for place in one.originals)
    return f"characters {_characters(one.span)}" + (f" ← {there}" if there else "")


def _characters(span: Span) -> str:
    return f"{span.start}–{span.end}"
