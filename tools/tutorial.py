"""Runs the commands of docs/tutorial.md and writes what they print below them: the tutorial shows nothing else.

python tools/tutorial.py [--check]     (with --check it writes nothing, and fails where the page differs)
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "tutorial.md"
SPEED = re.compile(r" in [\d.]+ s(, [\d.]+ documents/s)?")  # differs from run to run
BLOCK = re.compile(r"^```console\n\$ (.*)\n(?:.*\n)*?```$", re.MULTILINE)


def written(page: str) -> str:
    """The page with the output of every command as it is now, the commands run in order in a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        return BLOCK.sub(lambda block: f"```console\n$ {block[1]}\n{output(block[1], folder)}```", page)


def output(command: str, folder: str) -> str:
    """What a command prints on a plain terminal of 80 columns."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    terminal = {"TERM": "dumb", "TTY_COMPATIBLE": "1", "COLUMNS": "80", "PATH": path}
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=os.environ | terminal, capture_output=True, text=True, check=True
    )
    lines = [SPEED.sub("", line).rstrip() for line in done.stdout.splitlines()]
    shown = "\n".join(lines).strip("\n")
    return f"{shown}\n" if shown else ""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    page = PAGE.read_text(encoding="utf-8")
    now = written(page)
    if check and now != page:
        sys.exit("docs/tutorial.md does not show what its commands print: run tools/tutorial.py")
    if not check:
        PAGE.write_text(now, encoding="utf-8")


if __name__ == "__main__":
    main()
