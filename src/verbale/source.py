"""A source is opened here, and nowhere else."""

import sys
from pathlib import Path

from verbale.errors import UnreadableSource
from verbale.model.source import Source
from verbale.settings import Settings

MEDIA_TYPES = {".md": "text/markdown", ".markdown": "text/markdown", ".html": "text/html", ".htm": "text/html"}


def open_source(path: str | Path, settings: Settings | None = None) -> Source:
    """The source at a path; `-` is standard input.

    Raises:
        UnreadableSource: it is missing, empty or too large.
    """
    limit = (settings or Settings.from_environment()).max_bytes
    if str(path) == "-":
        return Source("-", "text/plain", sys.stdin.buffer.read(limit + 1))
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise UnreadableSource(f"{path}: {error.strerror}") from error
    return Source(str(path), MEDIA_TYPES.get(Path(path).suffix.lower(), "text/plain"), content)
