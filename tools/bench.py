"""Runs the benchmarks of benches/, beside other extractors where they install (`make bench`).

    python tools/bench.py [OPTIONS OF PYTEST]

The others are installed once, into an environment of their own within .venv, so that nothing of the project rests on
them.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv" / "neighbours"
PINNED = ROOT / "requirements" / "neighbours.txt"


def install() -> None:
    """Installs the neighbours; where that fails, they are left out and the rest goes on."""
    uv, done = str(Path(sys.executable).with_name("uv")), ENVIRONMENT / PINNED.name
    if done.exists() and done.read_bytes() == PINNED.read_bytes():
        return
    python = ["--python", str(ENVIRONMENT / "bin" / "python"), "--require-hashes"]
    try:
        subprocess.run([uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(ENVIRONMENT)], check=True)
        subprocess.run([uv, "pip", "install", "--quiet", *python, "-r", str(PINNED)], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"the neighbours do not install here: {error}")
    else:
        done.write_bytes(PINNED.read_bytes())


if __name__ == "__main__":
    install()
    sys.exit(subprocess.call([sys.executable, "-m", "pytest", str(ROOT / "benches"), *sys.argv[1:]]))
