"""A neighbour is another extractor, in a process and an environment of its own."""

import json
import subprocess
from math import inf
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHON = HERE.parent / ".venv" / "neighbours" / "bin" / "python"


class Neighbour:
    """Texts go in, and how much it found comes out; `seconds` of processor time are those of its fastest reading."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.seconds = inf
        command = [str(PYTHON), "-W", "ignore", str(HERE / "extractor.py"), name]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def read(self, texts: list[str]) -> int:
        """How much it finds in the texts.

        Raises:
            RuntimeError: it does not run here, and these are its last words.
        """
        asked, answers, errors = self._process.stdin, self._process.stdout, self._process.stderr
        assert asked
        assert answers
        assert errors
        try:
            asked.write(json.dumps(texts).encode() + b"\n")
            asked.flush()
            found, seconds = json.loads(answers.readline())
        except (BrokenPipeError, ValueError) as error:
            raise RuntimeError(errors.read().decode().strip().rpartition("\n")[2]) from error
        self.seconds = min(self.seconds, seconds)
        return int(found)

    def end(self) -> None:
        """Let it go."""
        self._process.kill()
        self._process.communicate()
