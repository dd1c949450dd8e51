"""An archive in SQLite is opened, made or refused in one line."""

import sqlite3
from pathlib import Path

import pytest

from verbale.archive.rows import KINDS, tables
from verbale.archive.sqlite import open_archive
from verbale.errors import ArchiveError
from verbale.model.record import Record


def test_an_archive_is_made_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with pytest.raises(ArchiveError, match="there is no archive here"):
        open_archive(path)
    assert not path.exists()
    open_archive(path, create=True).close()
    with open_archive(path) as archive:
        assert archive.documents() == ()


def test_an_empty_file_may_become_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.touch()
    with open_archive(path, create=True) as archive:
        assert archive.documents() == ()


@pytest.mark.parametrize("create", [False, True])
def test_what_is_not_an_archive_is_refused_and_left_as_it_is(tmp_path: Path, create: bool) -> None:
    text, other = tmp_path / "a.txt", tmp_path / "other.db"
    text.write_text("Good day. " * 100)
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE things (name)")
    connection.close()
    before = other.read_bytes()
    for path in (text, other, tmp_path):
        with pytest.raises(ArchiveError, match=r"^.*archive.*$") as refused:
            open_archive(path, create=create)
        assert "\n" not in str(refused.value)
    assert other.read_bytes() == before


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no folder"):
        open_archive(tmp_path / "nowhere" / "a.db", create=True)


def test_an_archive_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_archive(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE about SET value = 'verbale.archive/0'")
    connection.close()
    with pytest.raises(ArchiveError, match="another version of Verbale"):
        open_archive(path)


def test_a_damaged_archive_is_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_archive(path, create=True).close()
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 4000)
    with pytest.raises(ArchiveError) as refused:
        open_archive(path)
    assert "\n" not in str(refused.value)


def test_a_closed_archive_is_one_file(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.db", create=True) as archive:
        archive.documents()
    assert [path.name for path in tmp_path.iterdir()] == ["a.db"]


def test_every_kind_of_thing_in_a_record_has_its_table() -> None:
    many = {name for name, value in Record.__dataclass_fields__.items() if "tuple" in str(value.type)} - {"origin"}
    assert set(KINDS) == set(tables) == many
