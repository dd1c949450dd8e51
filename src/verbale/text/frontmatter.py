"""Front matter is the block of YAML at the head of a Markdown file: fields, each led back to its characters."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from verbale.model.text import Mark
from verbale.text.draft import Draft, Piece, Remark

if TYPE_CHECKING:
    from yaml import MappingNode, ScalarNode

_BLOCK = re.compile(r"\A\ufeff?---[ \t]*\n((?:.*\n){1,400}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"(?m)^[A-Za-z_][\w-]*[ \t]*:")
_DATES = ("date", "published", "published_time", "publish_date", "pubdate", "date_published")
_FOLD = r"[ \t]*\n[ \t\n]*"
_SCALARS = {  # what stands in a scalar of each style for something else than itself
    '"': re.compile(rf'\A"|"\Z|\\\n[ \t]*|{_FOLD}|\\(?:x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}}|.)'),
    "'": re.compile(rf"\A'|'\Z|''|{_FOLD}"),
    "|": re.compile(rf"\A[|>][^\n]*\n[ \t]*|[ \t\n]+\Z|{_FOLD}"),
    "": re.compile(_FOLD),
}
_ESCAPES = {"n": " ", "t": " ", "N": " ", "_": "\u00a0", "L": " ", "P": " ", "0": "", "a": "", "b": "", "e": ""}


def front_matter(draft: Draft) -> Draft:
    """The draft with the title and the date as its first lines, and the other fields as metadata."""
    found = _BLOCK.match(draft.content)
    if not found or not _FIELD.search(found[1]):
        return draft
    fields = _fields(found[1])
    if isinstance(fields, str):
        return draft.remarked(Remark(0, "metadata", f"the front matter is not YAML and stays in the text: {fields}"))
    pieces, marks = _lines(draft.content, found.start(1), fields)
    body = Piece(found.end(), len(draft.content), draft.content[found.end() :])
    metadata = tuple((key.lower(), node.value) for key, node in fields.items())
    return replace(draft.recast([*pieces, body]), metadata=draft.metadata + metadata).marked(marks)


def _fields(block: str) -> "dict[str, ScalarNode] | str":
    """The fields that have one value, by name; or what is wrong, in a line."""
    import yaml

    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return " ".join(str(error).split())[:200]
    return dict(_scalars(node)) if isinstance(node, yaml.MappingNode) else "it has no fields"


def _scalars(node: "MappingNode") -> "Iterator[tuple[str, ScalarNode]]":
    from yaml import ScalarNode

    for key, value in node.value:
        if isinstance(key, ScalarNode) and isinstance(value, ScalarNode):
            yield key.value, value


def _lines(content: str, offset: int, fields: "dict[str, ScalarNode]") -> tuple[list[Piece], list[Mark]]:
    """The title and the date of publication, each a paragraph of its own."""
    pieces: list[Piece] = []
    marks: list[Mark] = []
    place = 0
    dated = next((name for name in _DATES if name in fields), "")
    for name, kind in (("title", "title"), (dated, "meta")):
        if name not in fields or not fields[name].value.strip():
            continue
        words = list(scalar(content, offset, fields[name]))
        end = place + sum(len(piece.words) for piece in words)
        marks.append(Mark(place, end, "title") if kind == "title" else Mark(place, end, "meta", "date"))
        pieces += [*words, Piece(words[-1].end, words[-1].end, "\n\n")]
        place = end + 2
    return pieces, marks


def scalar(content: str, offset: int, node: "ScalarNode") -> Iterator[Piece]:
    """The words of a scalar, which stands in the YAML that begins at `offset` of the content."""
    start, end = offset + node.start_mark.index, offset + node.end_mark.index
    raw, reached = content[start:end], 0
    for m in _SCALARS["|" if node.style in ("|", ">") else node.style or ""].finditer(raw):
        if reached < m.start():
            yield Piece(start + reached, start + m.start(), raw[reached : m.start()])
        yield Piece(start + m.start(), start + m.end(), _stands_for(m[0], m.start() == 0 or m.end() == len(raw)))
        reached = m.end()
    if reached < len(raw):
        yield Piece(start + reached, end, raw[reached:])


def _stands_for(written: str, edge: bool) -> str:
    """The character that YAML means: an edge or an escaped line break is nothing, a fold is a space."""
    if (edge and not written.startswith("\\")) or written.startswith("\\\n"):
        return ""
    if written.startswith("\\"):
        if written[1] in "xuU":
            code = int(written[2:], 16)
            return chr(code) if not 0xD800 <= code < 0xE000 and code < 0x110000 else "\ufffd"
        return _ESCAPES.get(written[1], written[1])
    return "'" if written == "''" else " "
