"""An archive in SQLite is one file that may be copied, mailed and opened anywhere."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import URL

from verbale.archive import rows
from verbale.archive.store import Archive, told
from verbale.errors import ArchiveError

SCHEMA = f"verbale.archive/1 {rows.layout()}"
HEADER = b"SQLite format 3\x00"
PATIENCE = 30  # seconds to wait for another process that is writing


def open_archive(path: str | Path, create: bool = False) -> Archive:
    """The archive at a path; with `create`, a new one where nothing lies yet.

    Raises:
        ArchiveError: there is none, the file is not an archive, or another version of Verbale made it.
    """
    path, name = Path(path), str(path)
    new = not path.exists() or (path.is_file() and path.stat().st_size == 0)
    if new and not create:
        raise ArchiveError(f"{name}: there is no archive here; `verbale add` makes one")
    if new and not path.absolute().parent.is_dir():
        raise ArchiveError(f"{name}: there is no folder {path.parent}")
    if path.is_dir():
        raise ArchiveError(f"{name}: is a folder, not an archive")
    if not new and not _is_sqlite(path):
        raise ArchiveError(f"{name}: is not an archive")
    engine = _engine(path)
    try:
        with told(name):
            _make(engine) if new else _known(engine, name)
    except ArchiveError:
        engine.dispose()
        raise
    return Archive(engine, name)


def _is_sqlite(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(HEADER)) == HEADER
    except OSError as error:
        raise ArchiveError(f"{path}: {error.strerror}") from error


def _engine(path: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, _: Any) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")  # in WAL a crash of the process loses nothing that was stored


def _make(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")  # readers and the writer do not wait for each other
    with engine.begin() as connection:
        rows.metadata.create_all(connection)
        connection.execute(insert(rows.about), {"name": "schema", "value": SCHEMA})


def _known(engine: Engine, name: str) -> None:
    if not inspect(engine).has_table(rows.about.name):
        raise ArchiveError(f"{name}: is a database, but not an archive of Verbale")
    with engine.connect() as connection:
        schema = connection.scalar(select(rows.about.c.value).where(rows.about.c.name == "schema"))
    if schema != SCHEMA:
        raise ArchiveError(f"{name}: was made by another version of Verbale; add the documents to a new archive")
