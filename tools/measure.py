"""Scores the records of annotated documents with the scorer of a shared folder, when there is one beside the checkout.

python tools/measure.py [--misses] [SOURCE-STEM …]     (`make score` for all)
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from verbale.interchange import to_json
from verbale.pipeline import read
from verbale.source import open_source

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def gold_sources() -> dict[str, tuple[Path, Path]]:
    """Stem -> (gold file, source file), the two seeds first."""
    found = {}
    for gold in [*sorted((SHARED / "gold").glob("*.json")), *sorted((SHARED / "gold" / "dev").glob("*.json"))]:
        name = json.loads(gold.read_text(encoding="utf-8"))["source"]
        found[gold.stem] = (gold, SHARED / name if "/" in name else SHARED / "seeds" / name)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stems", nargs="*")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--keep", type=Path, help="keep the records in this folder")
    arguments = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit(f"nothing to measure against: there is no {SHARED.name} folder beside the checkout")
    more = ["--misses"] if arguments.misses else []
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        (folder / "dev").mkdir(parents=True, exist_ok=True)
        for stem, (gold, source) in gold_sources().items():
            if arguments.stems and stem not in arguments.stems:
                continue
            dev = gold.parent.name == "dev"
            record = (folder / "dev" if dev else folder) / f"{stem}.json"
            record.write_bytes(to_json(read(open_source(source))))
            if not dev or arguments.stems:
                print(f"--- {stem}", flush=True)
                subprocess.run([sys.executable, SHARED / "tools" / "score.py", gold, record, *more], check=True)
        if not arguments.stems:
            print("--- gold/dev", flush=True)
            subprocess.run(
                [sys.executable, SHARED / "tools" / "score_all.py", SHARED / "gold" / "dev", folder / "dev", *more],
                check=True,
            )


if __name__ == "__main__":
    main()
