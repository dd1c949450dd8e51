"""Two interviews with the publisher's own turns as gold: every turn is written `name: words`, a paragraph each."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quality.score import Score, total
from quality.spoken import Labelled, who_asks, who_speaks
from verbale.source import open_source


def texts(folder: Path) -> list[Path]:
    """The interviews that have gold beside them."""
    return sorted(path for path in folder.glob("*.txt") if path.with_suffix(".gold.json").exists())


def measured(paths: list[Path]) -> list[Score]:
    """The pooled scores: turns with their speakers, and who asks where no label says so."""
    pairs = [(open_source(path), list(labelled(path))) for path in paths]
    return [
        total("turns.turns", [who_speaks(source, turns) for source, turns in pairs]),
        total("turns.unlabelled", [who_asks(source, turns) for source, turns in pairs]),
    ]


def labelled(path: Path) -> Iterator[Labelled]:
    """The turns where they stand in the text, one after the other."""
    content = path.read_bytes().decode("utf-8")
    turns = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    starts = [*_starts(content, turns), len(content)]
    for turn, start, end in zip(turns, starts, starts[1:], strict=False):
        yield Labelled(turn["senderName"], start, start + len(turn["senderName"]) + 2, end, not turn["outgoing"])


def _starts(content: str, turns: list[dict[str, Any]]) -> Iterator[int]:
    at = 0
    for turn in turns:
        at = content.index(f"{turn['senderName']}: {turn['text']}", at)
        yield at
