"""The checks of an archive side by side: for people what was found and on which words, rows for programs."""

import json
from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from verbale.crosscheck.gather import Checked
from verbale.interchange import to_mapping
from verbale.listing.sheet import Column, Sheet, as_csv
from verbale.model.claim import Verdict
from verbale.model.crosscheck import Crosscheck, Side
from verbale.model.reference import Observation
from verbale.record.cause import Cause, causes
from verbale.record.cite import cite
from verbale.record.notation import plain, shortened, time

MARKS: dict[Verdict, tuple[str, str]] = {
    "consistent": ("✓", "green"),
    "agrees": ("✓", "green"),
    "inconsistent": ("✗", "red"),
    "altered": ("✗", "red"),
    "differs": ("≠", "yellow"),
    "not_checkable": ("?", "dim"),
}
COLUMNS = (
    *(Column(name) for name in ("verdict", "kind", "indicator")),
    Column("between", "list"),
    *(Column(name) for name in ("period", "given")),
    Column("computed", "number"),
    *(Column(name) for name in ("why", "working")),
    Column("causes", "list"),
    *(Column(name) for name in ("words", "citations", "official", "id")),
)
JOINT = " | "  # between the words of a cell
WORDS, TITLE = 60, 90  # characters of a document's words and of its title that a table shows


def as_table(checked: Checked) -> RenderableType:
    """Every check with its sum and its words; below them what they lead to, and how many there are of each verdict."""
    table = Table.grid(padding=(0, 1, 1, 0))
    table.add_column(no_wrap=True)
    table.add_column()
    numbers = _numbers(checked)
    for check in checked.checks:
        mark, style = MARKS[check.verdict]
        table.add_row(Text(mark, style=style), _told(check, checked, numbers))
    return Group(table, _legend(checked, numbers), _counts(checked))


def _numbers(checked: Checked) -> dict[str, int]:
    """The documents that the checks lead to, numbered as they come."""
    ids = dict.fromkeys(side.document for check in checked.checks for side in check.sides)
    return {id: number for number, id in enumerate(ids, 1)}


def _told(check: Crosscheck, checked: Checked, numbers: dict[str, int]) -> Text:
    about = ((check.indicator or "").replace("_", " "), between(check), time(check.period) if check.period else "")
    head = " · ".join(part for part in (check.verdict.replace("_", " "), check.kind, *about) if part)
    text = Text(head, style="bold").append(f"\n{plain(check.why)}", style="not bold")
    for line in _below(check, checked, numbers):
        text.append(f"\n{line}", style="not bold dim")
    return text


def _below(check: Crosscheck, checked: Checked, numbers: dict[str, int]) -> Iterator[str]:
    """The sum, what may explain it, and the words and lines it rests on."""
    yield from plain(check.working).split("; ") if check.working else ()
    if check.causes:
        yield "may be explained by: " + ", ".join(causes()[id].name for id in check.causes if id in causes())
    words = (f"“{shortened(side.span.text, WORDS)}” {_short(side, numbers)}" for side in check.sides)
    yield ", ".join(words)
    yield from checked.lines(check)


def _short(side: Side, numbers: dict[str, int]) -> str:
    return f"[{numbers[side.document]}] {side.span.start}–{side.span.end}"


def _legend(checked: Checked, numbers: dict[str, int]) -> Text:
    """The documents by their numbers, and what the causes are that were named."""
    text = Text()
    for id, number in numbers.items():
        document = checked.records[id].document
        title = shortened(document.title or document.source.uri, TITLE)
        text.append(f"[{number}] {', '.join(part for part in (title, document.published, id) if part)}\n")
    named = {id for check in checked.checks for id in check.causes}
    for cause in causes().values():
        if cause.id in named:
            text.append(f"{cause.name}: {cause.why}{_direction(cause)}\n", style="dim")
    return text


def _direction(cause: Cause) -> str:
    """Whose count the cause makes the larger one, and by how much at most."""
    more = "" if cause.larger == "either" else f"; the {cause.larger} counts more"
    return more + (f", by up to {cause.up_to:g} percent" if cause.up_to else "")


def _counts(checked: Checked) -> Text:
    told = [f"{count} {verdict.replace('_', ' ')}" for verdict, count in checked.verdicts.items()]
    text = Text(f"{len(checked.checks)} check{'s' if len(checked.checks) != 1 else ''}: {', '.join(told) or 'none'}")
    for why, count in checked.unchecked:
        text.append(f"\nnot checked: {count} {why}", style="dim")
    return text


def between(check: Crosscheck) -> str:
    """Between whom: `NOR → BRA` for a flow, `BRA–NOR` for what runs both ways, one code for what is national."""
    return (" → " if check.flows else "–").join(check.between)


def _place(side: Side, checked: Checked) -> str:
    record = checked.records.get(side.document)
    return cite(record, side.span) if record else f"[{side.document}]"


def _line(one: Observation, checked: Checked) -> str:
    return f"{_name(one.dataset, checked)}, line {one.line}"


def _name(dataset: str, checked: Checked) -> str:
    return checked.datasets[dataset].name if dataset in checked.datasets else dataset


def written(checked: Checked, format: str) -> bytes:
    """The checks in a format for programs: json, or csv."""
    if format == "json":
        return f"{as_json(checked)}\n".encode()
    return as_csv(Sheet("checks", COLUMNS, [_row(check, checked) for check in checked.checks]))


def as_json(checked: Checked) -> str:
    """One object: the checks, how many there are of each verdict, and what is in none."""
    whole = {
        "checks": [_mapping(check, checked) for check in checked.checks],
        "verdicts": dict(checked.verdicts),
        "unchecked": [{"why": why, "figures": count} for why, count in checked.unchecked],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _mapping(check: Crosscheck, checked: Checked) -> dict[str, Any]:
    mapping = to_mapping(check)
    for side, told in zip(check.sides, mapping["sides"], strict=True):
        told["citation"] = _place(side, checked)
    for one, told in zip(check.observations, mapping["observations"], strict=True):
        told["citation"] = _line(one, checked)
    return mapping


def _row(check: Crosscheck, checked: Checked) -> dict[str, Any]:
    own = to_mapping(check)
    return {column.name: own.get(column.name) for column in COLUMNS} | {
        "words": JOINT.join(plain(side.span.text) for side in check.sides),
        "citations": JOINT.join(_place(side, checked) for side in check.sides),
        "official": JOINT.join(_line(one, checked) for one in check.observations),
    }
