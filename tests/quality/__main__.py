"""Prints how well the quantities and figures of public and annotated sets are read, and pins the floors.

python tests/quality [MEASURE …] [--misses] [--pin] [--lower NAME …]

`--pin` raises the floors to what is reached, and pins those of new or changed data; `--lower NAME` is the one way to a
lower floor, and its reason belongs in the commit.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from quality.floors import digest, floors, pinned, write
from quality.measures import measures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--lower", nargs="+", default=[])
    arguments = parser.parse_args()
    entries = floors()
    print(f"{'measure':24} {'P':>6} {'R':>6} {'F1':>6}  right/found/gold")
    for measure in measures():
        if arguments.names and not any(measure.name.startswith(name) for name in arguments.names):
            continue
        if not measure.data:
            print(f"{measure.name:24} skipped: its data are not there")
            continue
        data = digest(measure.data)
        for score in measure.scores():
            print(score)
            if arguments.misses:
                print(*(f"    {miss}" for miss in score.misses), sep="\n")
            if arguments.pin or score.name in arguments.lower:
                entries[score.name] = pinned(entries.get(score.name), score, data, score.name in arguments.lower)
    if arguments.pin or arguments.lower:
        write(entries)


if __name__ == "__main__":
    main()
