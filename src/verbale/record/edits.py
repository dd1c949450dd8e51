"""Edits are the changes of a collation with their words: each says in a phrase, and in marks, what was done to them."""

from collections.abc import Iterable

from verbale.model.comparison import Edit
from verbale.model.span import Span
from verbale.record.collation import Collation, Ends


def edits_of(found: Collation, quoted: str, original: str) -> tuple[Edit, ...]:
    """The changes with the words of both texts."""
    return tuple(
        Edit(change.kind, _span(change.quoted, quoted), _span(change.original, original)) for change in found.changes
    )


def marked(edits: Iterable[Edit]) -> str:
    """The edits on one line, as `wdiff` writes them: [-left out-]{+put in+}; behind an ellipsis, […left out…]."""
    return " ".join(map(_marked, edits))


def told(edits: Iterable[Edit]) -> str:
    """What was done to the words, in phrases; nothing where all are the same."""
    return "; ".join(phrase for edit in edits if (phrase := _told(edit)))


def _span(ends: Ends | None, content: str) -> Span | None:
    return Span(*ends, content[slice(*ends)]) if ends else None


def _marked(edit: Edit) -> str:
    here, there = _line(edit.quoted), _line(edit.original)
    if edit.kind == "same":
        return here
    if edit.kind == "elided":
        return f"[…{there}…]"
    here = f"[{here}]" if here and edit.kind == "supplied" else here
    return (f"[-{there}-]" if there else "") + (f"{{+{here}+}}" if here else "")


def _told(edit: Edit) -> str:
    here, there = f"“{_line(edit.quoted)}”", f"“{_line(edit.original)}”"
    match edit.kind:
        case "elided":
            return f"{there} is left out behind the ellipsis"
        case "left_out":
            return f"{there} is left out without an ellipsis"
        case "supplied":
            return _supplied(edit, here, there)
        case "added":
            return f"{here} is put in"
        case "replaced":
            return f"{here} stands for {there}"
    return ""


def _supplied(edit: Edit, here: str, there: str) -> str:
    if edit.quoted is None:
        return f"{there} is left out beside brackets"
    return f"{here} in brackets stands for {there}" if edit.original else f"{here} is put in, in brackets"


def _line(span: Span | None) -> str:
    return " ".join(span.text.split()) if span else ""
