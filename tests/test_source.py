"""A source is opened or refused in one line."""

import io
import os
import sys
from pathlib import Path

import pytest

from verbale.errors import UnreadableSource
from verbale.settings import Settings
from verbale.source import media_type_of, open_source, source_of

HTML = b"<!-- saved -->\n<!DOCTYPE html>\n<html><body><p>Good day.</p></body></html>"
FRONT = b"---\ntitle: Grain and timber\ndate: 2024-03-04\n---\n\nGood day.\n"

MEDIA_TYPES = [
    ("a.txt", b"Good day.", "text/plain", "by its ending"),
    ("a.md", b"Good day.", "text/markdown", "by its ending"),
    ("A.MARKDOWN", b"Good day.", "text/markdown", "endings have no case"),
    ("a.html", b"Good day.", "text/html", "by its ending"),
    ("a.txt", HTML, "text/html", "a page saved under the wrong name"),
    ("-", b"\xef\xbb\xbf  <html><p>Good day.</p>", "text/html", "after a byte order mark and spaces"),
    ("-", '\ufeff<?xml version="1.0"?><html lang="no">'.encode("utf-16-le"), "text/html", "in UTF-16"),
    ("-", b"Good day.", "text/plain", "nothing says otherwise"),
    ("-", b"He wrote <html> on the board.", "text/plain", "a tag within the text is not a page"),
    ("a.txt", FRONT, "text/markdown", "front matter"),
    ("-", FRONT.replace(b"\n", b"\r\n"), "text/markdown", "front matter with the line ends of Windows"),
    ("-", b"---\n\nGood day.\n\n---\n", "text/plain", "a rule is not front matter"),
    ("-", b"# Grain\n\nGood day.", "text/markdown", "a heading, where no name says what it is"),
    ("a.txt", b"# Grain\n\nGood day.", "text/plain", "a plain text may have a line that begins with #"),
    ("-", b"See [the report](https://example.org/r).", "text/markdown", "a link"),
]


@pytest.mark.parametrize("name, content, expected, why", MEDIA_TYPES)
def test_the_media_type_is_told_from_the_name_and_the_bytes(name: str, content: bytes, expected: str, why: str) -> None:
    assert media_type_of(content, name) == expected, why


REFUSED = [
    (b"", "empty"),
    (b" \n\t\n", "empty"),
    (b"%PDF-1.7 ...", "PDF"),
    (b"PK\x03\x04....", "ZIP"),
    (b"\x89PNG\r\n\x1a\n....", "picture"),
    (b"SQLite format 3\x00....", "database"),
    (bytes(range(256)) * 8, "binary"),
]


@pytest.mark.parametrize("content, why", REFUSED)
def test_what_is_not_text_is_refused_in_one_line(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(UnreadableSource, match=why) as refused:
        open_source(path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)


KEPT = [
    (b"Good day.\x00 Good night.", "one NUL is the reader's matter"),
    ("Good day.".encode("utf-16-le"), "UTF-16 without a mark"),
    ("שלום וברכה".encode(), "right to left"),
    ("Доброе утро".encode("koi8-r"), "an old encoding"),
    (b"\xed\xa0\x80 Good day.", "a lone surrogate in bytes"),
    (b"\x1b[1mGood day.\x1b[0m", "a terminal's colours"),
]


@pytest.mark.parametrize("content, why", KEPT)
def test_bytes_are_kept_as_they_are(content: bytes, why: str) -> None:
    assert source_of(content, "a.txt").content == content, why


def test_what_is_not_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="No such file"):
        open_source(tmp_path / "missing.txt")
    with pytest.raises(UnreadableSource, match="is a folder"):
        open_source(tmp_path)
    with pytest.raises(UnreadableSource, match="null byte"):
        open_source("a\x00.txt")
    with pytest.raises(UnreadableSource, match="network"):
        open_source("HTTPS://example.org/interview.html")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Good day.")
    path.chmod(0)
    with pytest.raises(UnreadableSource, match="Permission denied"):
        open_source(path)


def test_a_source_may_be_as_large_as_the_limit_and_not_larger(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 10)
    assert len(open_source(path, Settings(max_bytes=10)).content) == 10
    with pytest.raises(UnreadableSource, match="larger than 9 bytes"):
        open_source(path, Settings(max_bytes=9))


def test_what_never_ends_is_refused_without_reading_it_all() -> None:
    with pytest.raises(UnreadableSource, match="larger"):
        open_source("/dev/zero", Settings(max_bytes=1000))


def test_standard_input_is_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HTML)))
    source = open_source("-")
    assert (source.uri, source.media_type, source.content) == ("-", "text/html", HTML)


def test_a_name_that_is_not_unicode_is_written_out(tmp_path: Path) -> None:
    path = os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_text("Good day.")
    assert open_source(path).uri == f"{tmp_path}/caf\\udce9.txt"
