"""A neighbour is another extractor, in a process and an environment of its own."""

import json
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYTHON = HERE.parent / ".venv" / "neighbours" / "bin" / "python"


class Neighbour:
    """Texts go in, and how much it found comes out."""

    def __init__(self, name: str) -> None:
        self.name = name
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
            return int(answers.readline())
        except (BrokenPipeError, ValueError) as error:
            raise RuntimeError(errors.read().decode().strip().rpartition("\n")[2]) from error

    def end(self) -> None:
        """Let it go."""
        self._process.kill()
        self._process.communicate()
