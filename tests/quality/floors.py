"""A floor is what a measure has reached once and may not fall below: it rises by itself, and is lowered by a word."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from quality.score import Score

FLOORS = Path(__file__).with_name("floors.toml")
PLACES = 4
HEAD = "# What each measure has reached, beside a digest of the data it was measured on: see floors.py.\n"


@dataclass(frozen=True)
class Floor:
    """The lowest F1 that passes, and the digest of the data for which it holds."""

    f1: float
    digest: str


def digest(paths: list[Path]) -> str:
    """The SHA-256 of the files' contents, one after the other."""
    whole = sha256()
    for path in paths:
        whole.update(path.read_bytes())
    return whole.hexdigest()


def floors() -> dict[str, Floor]:
    """The pinned floors by the names of their measures."""
    if not FLOORS.exists():
        return {}
    return {name: Floor(**entry) for name, entry in tomllib.loads(FLOORS.read_text(encoding="utf-8")).items()}


def verdict(score: Score, data: str, floor: Floor | None) -> str | None:
    """What is wrong with the score, in a line; None where it holds its floor."""
    if floor is None:
        return f"{score.name}: no floor is pinned; pin it with: python tests/quality --pin"
    if floor.digest != data:
        return f"{score.name}: the data changed; look at the misses, then: python tests/quality --pin"
    if score.f1 < floor.f1:
        return f"{score.name}: F1 {score.f1:.4f} is below the floor of {floor.f1:.4f}"
    return None


def pinned(old: Floor | None, score: Score, data: str, lower: bool) -> Floor:
    """The floor after a measurement: the higher of the two on the same data, the new one where it may be lowered."""
    reached = int(score.f1 * 10**PLACES) / 10**PLACES
    if old and old.digest == data and not lower:
        return Floor(max(old.f1, reached), data)
    return Floor(reached, data)


def write(entries: Mapping[str, Floor]) -> None:
    """Writes the floors, by name."""
    told = [f'["{name}"]\nf1 = {floor.f1}\ndigest = "{floor.digest}"\n' for name, floor in sorted(entries.items())]
    FLOORS.write_text("\n".join([HEAD, *told]), encoding="utf-8")
