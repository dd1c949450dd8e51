"""How long every step of the pipeline takes beside the parse, which stands for what the machine can do, and on twice
the text beside once."""

from time import perf_counter
from typing import Any

from told import Told

from verbale.model.source import Source
from verbale.pipeline import STEPS

COPIES = 8


def timed(source: Source) -> dict[str, float]:
    """Seconds each step takes on the source."""
    values: dict[str, Any] = {"source": source}
    seconds = {}
    for step in STEPS:
        begun = perf_counter()
        values[step.gives] = step.makes(*(values[name] for name in step.needs))
        seconds[step.gives] = perf_counter() - begun
    return seconds


def bench_steps(texts: list[str], tell: Told) -> None:
    """The interview of the examples, eight and sixteen times over as one text."""
    source = [Source("bench.txt", "text/plain", "\n\n".join([texts[0]] * n).encode()) for n in (1, COPIES, 2 * COPIES)]
    timed(source[0])  # what is loaded once is loaded here
    tell.steps(timed(source[1]), timed(source[2]))
