"""Transcripts whose publisher labels every turn: the labels are the gold, read here from the format alone.

A label begins a paragraph, or a line after a hard break: `Q`, or a name in capitals before a colon. `transcripts.toml`
lists the documents, twelve of each kind by the digest of their names, in two halves: those of `open` may be read while
rules are written, those of `shut` are only scored.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from quality.score import Score, total
from quality.spoken import Labelled, who_asks, who_speaks
from verbale.source import open_source

HALVES = tomllib.loads(Path(__file__).with_name("transcripts.toml").read_text(encoding="utf-8"))

LABEL = re.compile(
    r"[ \t\xa0]*\**(?:(?P<q>Q)\**(?:[ \t\xa0]|:|(?=[–—]))|(?P<name>[^\s:?!“”\"][^\n:?!“”\"]{1,70}):(?=[\s*]))[\s*]*"
)
CAPITALS = 0.6  # of a name's letters are capitals: there is PRESIDENT von der LEYEN
NO_NAME = re.compile(r"\d:|\d$|^END")
ASKERS = re.compile(r"Q|QUESTION\b.*|REPORTER\b.*|PRESS\b.*|PARTICIPANT\b.*")
INTERPRETERS = re.compile(r".*(?:INTERPRETER|TRANSLATOR).*")


def measured(half: str, paths: list[Path]) -> list[Score]:
    """The pooled scores of one half: turns with their speakers, and who asks where no label says so."""
    sources = [open_source(path) for path in paths]
    gold = [labelled(source.content.decode("utf-8")) for source in sources]
    pairs = list(zip(sources, gold, strict=True))
    return [
        total(f"transcripts.{half}.turns", [who_speaks(source, turns) for source, turns in pairs]),
        total(f"transcripts.{half}.unlabelled", [who_asks(source, turns) for source, turns in pairs]),
    ]


def labelled(markdown: str) -> list[Labelled]:
    """The turns of a transcript, by its labels; a name that is a label elsewhere is one at any line's start."""
    lines = [(m, own) for at, own in _line_starts(markdown) if (m := LABEL.match(markdown, at)) and _name(m)]
    names = {_name(match) for match, own in lines if own is not None and not match["q"]}
    found = [(match, bool(own)) for match, own in lines if own is not None or _name(match) in names]
    ends = [*(match.start() for match, _ in found[1:]), len(markdown)]
    return [_labelled(match, own, end) for (match, own), end in zip(found, ends, strict=False)]


def _labelled(match: re.Match[str], own: bool, end: int) -> Labelled:
    name = _name(match)
    asks = None if INTERPRETERS.fullmatch(name) else bool(ASKERS.fullmatch(name))
    return Labelled(name, match.start(), match.end(), end, asks, own)


def _line_starts(markdown: str) -> Iterator[tuple[int, bool | None]]:
    """Where lines begin below the front matter: with a paragraph, or else after a hard break, or neither (None)."""
    at = markdown.index("\n---") + 4
    before = ""
    for line in markdown[at:].splitlines(keepends=True):
        yield at, True if not before.strip() else False if before.endswith("  \n") else None
        at, before = at + len(line), line


def _name(match: re.Match[str]) -> str:
    """The name of a label; empty where the words are none."""
    if match["q"]:
        return "Q"
    name = " ".join(match["name"].replace("*", " ").split())
    letters = [char for char in name.partition("(")[0] if char.isalpha()]
    in_capitals = len(letters) > 1 and sum(map(str.isupper, letters)) >= CAPITALS * len(letters)
    return name if in_capitals and not NO_NAME.search(name) else ""
