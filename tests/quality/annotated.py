"""Annotated documents: the figures that a careful reader finds in whole texts, scored by the shared folder's scorer.

`gold/dev` of the shared folder holds its own; `annotated/` here holds what was annotated for this project, in `learned`
what rules were written from, in `held_out` what nobody opened before they were: the source's name in the shared folder
and its SHA-256, figures as offsets and fields, what is no figure as offsets, and no words. The words are put back from
the source before scoring, and a source that has changed is an error.
"""

import importlib.util
import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from quality.score import Score, total
from verbale.interchange import to_json
from verbale.pipeline import read
from verbale.source import open_source

SECTIONS = ("figures", "figures_full", "not_figures")
ITEMS = ("figures", "not_figures")


def annotations(folder: Path) -> list[Path]:
    """The annotation files of a folder, in order."""
    return sorted(folder.glob("*.json"))


def measured(name: str, folder: Path, shared: Path) -> list[Score]:
    """The pooled scores of a folder's documents, one a section; `not_figures` is the share left alone."""
    scorer = _scorer(shared / "tools" / "score.py")
    scores: dict[str, list[Score]] = {section: [] for section in SECTIONS}
    for path in annotations(folder):
        gold, source = with_words(json.loads(path.read_text(encoding="utf-8")), shared)
        rows, misses = scorer.score(gold, json.loads(to_json(read(open_source(source)))))
        for score in _scores(rows, tuple(f"{path.stem}: {miss}" for miss in misses if miss.startswith("figures"))):
            scores[score.name].append(score)
    return [total(f"{name}.{section}", scores[section]) for section in SECTIONS]


def with_words(annotation: dict[str, Any], shared: Path) -> tuple[dict[str, Any], Path]:
    """The annotation with the words at its offsets, and its source."""
    source = shared / annotation["source"]
    if "sha256" in annotation and sha256(source.read_bytes()).hexdigest() != annotation["sha256"]:
        raise ValueError(f"{source} is not the text that was annotated")
    content = source.read_bytes().decode("utf-8")
    told = {key: annotation.get(key, []) for key in ITEMS}
    for items in told.values():
        for item in items:
            item["text"] = content[item["start"] : item["end"]]
    return {"document": {}, **told}, source


def _scores(rows: list[Any], misses: tuple[str, ...]) -> Iterator[Score]:
    for row in rows:
        if row.section in SECTIONS:
            found = row.gold if row.found is None else row.found
            told = misses if row.section == SECTIONS[1] else (f"{row.note}",) if row.section == SECTIONS[2] else ()
            yield Score(row.section, int(row.right), int(found), int(row.gold), {}, told)


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("quality_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module
