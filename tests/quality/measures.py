"""The measures: each a name, the data it needs, and the scores it gives."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from quality import annotated, meantime, polnear, recognizers, transcripts, turns
from quality.score import Score

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"  # beside the checkout
OWN = HERE / "annotated"


@dataclass(frozen=True)
class Measure:
    """`data` are the files that the scores are measured on; a measure without data is skipped."""

    name: str
    data: list[Path]
    scores: Callable[[], list[Score]]


def measures() -> Iterator[Measure]:
    """All of them; those whose data are not there have none."""
    for name, (file, *how) in recognizers.MEASURES.items():
        path = SHARED / "eval" / "recognizers" / file
        yield Measure(name, [path] if path.exists() else [], partial(_one, name, path, how))
    corpus = SHARED / "eval" / "meantime"
    texts = sorted(corpus.glob("*/*.xml"))
    yield Measure("meantime", [*texts, meantime.VALUES] if texts else [], partial(meantime.measured, corpus))
    corpus = SHARED / "eval" / "polnear-dev"
    files = sorted(corpus.glob("*/*.*"))
    yield Measure("polnear", files, partial(polnear.measured, corpus))
    for name, folder in (
        ("development", SHARED / "gold" / "dev"),
        ("learned", OWN / "learned"),
        ("held_out", OWN / "held_out"),
    ):
        files = annotated.annotations(folder) if SHARED.is_dir() else []
        yield Measure(name, files, partial(annotated.measured, name, folder, SHARED))
    briefings = SHARED / "corpora" / "us-briefings"
    for half, names in transcripts.HALVES.items():
        files = [briefings / f"{name}.md" for name in names] if briefings.is_dir() else []
        yield Measure(f"transcripts.{half}", files, partial(transcripts.measured, half, files))
    interviews = turns.texts(SHARED / "eval" / "turns")
    yield Measure("turns", interviews, partial(turns.measured, interviews))


def _one(name: str, path: Path, how: Sequence[Any]) -> list[Score]:
    return [recognizers.measured(name, path, *how)]
