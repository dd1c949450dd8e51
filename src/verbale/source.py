"""A source is opened here, and nowhere else: a file, standard input, or bytes that one has already."""

import re
import sys
from pathlib import Path
from typing import BinaryIO

from verbale.errors import UnreadableSource
from verbale.model.source import Source
from verbale.settings import Settings

STANDARD_INPUT = "-"
MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
}
SIGNATURES = {  # what files that are not text begin with
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document of the old kind",
    b"{\\rtf": "a rich text document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3\x00": "a database",
    b"\x7fELF": "a program",
}
SAMPLE = 4096  # bytes from the beginning that tell the media type

_URL = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n[\w-]+[ \t]*:.*?\n---[ \t]*\r?$", re.S | re.M)
_MARKDOWN = re.compile(r"^#{1,6} \S|\[[^\]\n]+\]\([^)\s]*\)", re.M)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b"))


def open_source(path: str | Path, settings: Settings | None = None) -> Source:
    """The source at a path; `-` is standard input.

    Raises:
        UnreadableSource: it is missing, not a file, empty, not text, too large, or lies on the network.
    """
    name = str(path)
    if name == STANDARD_INPUT:
        return _read(sys.stdin.buffer, name, settings)
    if _URL.match(name):
        raise UnreadableSource(f"{name}: nothing is read from the network; save the page and give its file")
    try:
        with open(path, "rb") as file:
            return _read(file, name, settings)
    except IsADirectoryError:
        raise UnreadableSource(f"{name}: is a folder; `verbale add` reads folders") from None
    except (OSError, ValueError) as error:
        raise UnreadableSource(f"{_printable(name)}: {getattr(error, 'strerror', None) or error}") from error


def source_of(content: bytes, uri: str = STANDARD_INPUT, media_type: str | None = None) -> Source:
    """The source of bytes that one has already; the media type is told from the name and the bytes if not given.

    Raises:
        UnreadableSource: there are none, or they are not text.
    """
    uri = _printable(uri)
    if not content.strip():
        raise UnreadableSource(f"{uri}: is empty")
    if kind := _not_text(content):
        raise UnreadableSource(f"{uri}: is {kind}; plain text, Markdown and HTML are read")
    return Source(uri, media_type or media_type_of(content, uri), content)


def media_type_of(content: bytes, uri: str = "") -> str:
    """The IANA media type, by what the file is called and what it begins with."""
    named = MEDIA_TYPES.get(Path(uri).suffix.lower())
    if named in ("text/markdown", "text/html"):
        return named
    head = _head(content)
    if _HTML.match(head):
        return "text/html"
    if _FRONT_MATTER.match(head) or (named is None and _MARKDOWN.search(head)):
        return "text/markdown"
    return "text/plain"


def _read(file: BinaryIO, name: str, settings: Settings | None) -> Source:
    limit = (settings or Settings.from_environment()).max_bytes
    content = file.read(limit + 1)
    if len(content) > limit:
        raise UnreadableSource(f"{_printable(name)}: is larger than {limit:,} bytes (VERBALE_MAX_BYTES sets the limit)")
    return source_of(content, name)


def _head(content: bytes) -> str:
    sample = content[:SAMPLE]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return sample.decode("utf-16", "replace").removeprefix("\ufeff")
    return sample.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _not_text(content: bytes) -> str | None:
    """What the bytes are, if they are not text: known by their first bytes or by many control characters."""
    for signature, kind in SIGNATURES.items():
        if content.startswith(signature):
            return kind
    sample = content[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "binary" if controls * 10 > len(sample) and not _two_bytes_a_character(sample) else None


def _two_bytes_a_character(sample: bytes) -> bool:
    """Whether it looks like UTF-16: a byte order mark, or NULs in every other place alone."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return sample.startswith((b"\xff\xfe", b"\xfe\xff")) or (min(even, odd) == 0 and max(even, odd) * 4 > len(sample))


def _printable(name: str) -> str:
    """A name in Unicode: what a file system allows beyond it is written out."""
    return name.encode("utf-8", "backslashreplace").decode()
