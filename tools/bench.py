"""Times every step on the example documents, as ratios within one run: a step to the parse, and twice the text to once.

    python tools/bench.py [COPIES]     (`make bench`)

The examples are read one after another COPIES times over (8 unless said) as one text. A step of linear time takes about
twice as long on twice the text; the parse is what the NLP library takes, and stands for what the machine can do.
"""

import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from verbale.model.source import Source
from verbale.pipeline import STEPS

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def source_of(copies: int) -> Source:
    """The examples that are plain text, `copies` times over."""
    words = b"\n\n".join(path.read_bytes() for path in sorted(EXAMPLES.glob("*.txt")))
    return Source("bench.txt", "text/plain", b"\n\n".join([words] * copies))


def timed(source: Source) -> dict[str, float]:
    """Seconds each step takes on the source."""
    values: dict[str, Any] = {"source": source}
    seconds = {}
    for step in STEPS:
        begun = perf_counter()
        values[step.gives] = step.makes(*(values[name] for name in step.needs))
        seconds[step.gives] = perf_counter() - begun
    return seconds


def main() -> None:
    copies = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    timed(source_of(1))  # what is loaded once is loaded here
    once, twice = timed(source_of(copies)), timed(source_of(2 * copies))
    print(f"{'step':14}{'to the parse':>14}{'twice to once':>16}")
    for name, seconds in once.items():
        print(f"{name:14}{seconds / once['parse']:14.3f}{twice[name] / max(seconds, 1e-9):16.2f}")
    print(f"{'all':14}{sum(once.values()) / once['parse']:14.3f}{sum(twice.values()) / sum(once.values()):16.2f}")


if __name__ == "__main__":
    main()
