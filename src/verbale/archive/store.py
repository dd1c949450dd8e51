"""An archive is many records in one database, with the sources that they were read from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby, islice
from types import TracebackType
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, Engine, delete, insert, or_, select
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, SQLAlchemyError

from verbale.archive import rows
from verbale.archive.wanted import WantedFigures, WantedSeries
from verbale.errors import ArchiveError, RefusedRecord
from verbale.model.claim import Check, Figure
from verbale.model.record import Document, Record
from verbale.model.reference import Dataset, Observation
from verbale.model.source import Source
from verbale.model.span import hold

T = TypeVar("T")
BATCH = 100  # records read at once: bounded memory, and few queries


@dataclass(frozen=True, slots=True)
class Finding(Generic[T]):
    """Something found, and the record it stands in: its document, text and origin alone, so that it can be cited."""

    record: Record
    value: T


class Archive:
    """Records by document; each source is kept, byte for byte, beside what was read from it.

    Documents are given in the order of their day of publication, then of their place and id, however the archive
    was filled. Every anchor is checked when it is written and when it is read.

    Raises:
        BrokenAnchor: from every method that reads or writes records, where words do not stand where a span says.
        ArchiveError: from every method, when the database cannot be read or written.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self.name = name

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def add(self, record: Record, source: Source, version: str) -> None:
        """Keep a record and its source, in place of what was read earlier from the same bytes.

        `version` says what read it: a record made by another version can be told and made anew.
        """
        hold(record, record.text, record.document.id)
        with self._writing() as connection:
            connection.execute(delete(rows.documents).where(rows.documents.c.id == record.document.id))
            connection.execute(delete(rows.sources).where(rows.sources.c.sha256 == source.sha256))
            connection.execute(insert(rows.sources), rows.source_row(source))
            connection.execute(insert(rows.documents), rows.document_row(record, version))
            for name, table in rows.tables.items():
                if found := rows.rows_of(record, name):
                    connection.execute(insert(table), found)

    def has(self, sha256: str, version: str) -> bool:
        """Whether these bytes have been read by this version."""
        return sha256 in self.digests(version)

    def digests(self, version: str) -> frozenset[str]:
        """The SHA-256 of every source that has been read by this version."""
        digest = rows.documents.c.source_sha256
        with self._reading() as connection:
            return frozenset(connection.scalars(select(digest).where(rows.documents.c.version == version)))

    def documents(self) -> tuple[Document, ...]:
        """What every document is."""
        query = select(*rows.own_columns()).order_by(*rows.ORDER)
        with self._reading() as connection:
            return tuple(rows.thing(Document, row) for row in connection.execute(query).mappings())

    def record(self, id: str) -> Record:
        """The record of the document of that id.

        Raises:
            ArchiveError: there is none.
        """
        for record in self._records([id]):
            return record
        raise ArchiveError(f"{self.name}: no document has the id {id!r}")

    def records(self) -> Iterator[Record]:
        """Every record."""
        with self._reading() as connection:
            ids = connection.scalars(select(rows.documents.c.id).order_by(*rows.ORDER)).all()
        for first in range(0, len(ids), BATCH):
            yield from self._records(ids[first : first + BATCH])

    def source(self, document: Document) -> Source:
        """The bytes that a document was read from."""
        query = select(rows.sources).where(rows.sources.c.sha256 == document.source.sha256)
        with self._reading() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            raise ArchiveError(f"{self.name}: no source of the document {document.id!r}")
        return rows.source_of(row)

    def figures(self, wanted: WantedFigures | None = None) -> Iterator[Finding[Figure]]:
        """The figures that are wanted, or all, in the order of the documents and of their texts."""
        wanted = wanted or WantedFigures()
        found = self._findings(Figure, "figures", *wanted.conditions(rows.tables["figures"]))
        return (finding for finding in found if wanted.accepts(finding.value))

    def checks(self) -> Iterator[Finding[Check]]:
        """What was checked within each document, in the order of the documents and of their texts."""
        return self._findings(Check, "checks")

    def names(self) -> dict[tuple[str, str], str]:
        """What everybody who speaks or is spoken of is called, by the ids of the document and of the actor."""
        table = rows.tables["actors"]
        with self._reading() as connection:
            found = connection.execute(select(table.c.document, table.c.id, table.c.name))
            return {(document, id): name for document, id, name in found}

    def _findings(self, kind: type[T], name: str, *conditions: ColumnElement[bool]) -> Iterator[Finding[T]]:
        """The things in the table of a kind, each with the record it stands in, without the others of that record."""
        table = rows.tables[name]
        query = (
            select(table)
            .join(rows.documents)
            .where(*conditions)
            .order_by(*rows.ORDER, table.c.document, table.c.position)
        )
        with self._reading() as connection:
            found = connection.execute(query).mappings().all()
            for id, group in groupby(found, key=lambda row: row["document"]):
                home = connection.execute(select(rows.documents).where(rows.documents.c.id == id)).mappings().one()
                things: tuple[T, ...] = tuple(rows.thing(kind, row) for row in group)
                hold(things, home["text"], id)
                record = rows.record_of(home, {})
                yield from (Finding(record, thing) for thing in things)

    def add_dataset(self, dataset: Dataset, observations: Iterable[Observation]) -> None:
        """Keep official series, in place of what was taken earlier from the same bytes or under the same name."""
        table = rows.datasets
        with self._writing() as connection:
            connection.execute(delete(table).where(or_(table.c.id == dataset.id, table.c.name == dataset.name)))
            connection.execute(insert(table), rows.flat(dataset))
            for batch in _batches(map(rows.flat, observations)):
                connection.execute(insert(rows.observations), batch)

    def datasets(self) -> tuple[Dataset, ...]:
        """The official series that are kept, by name."""
        with self._reading() as connection:
            found = connection.execute(select(rows.datasets).order_by(rows.datasets.c.name)).mappings()
            return tuple(rows.thing(Dataset, row) for row in found)

    def remove_dataset(self, name: str) -> Dataset:
        """Let go of the official series of that name or id, and say which they were.

        Raises:
            ArchiveError: there are none.
        """
        found = next((dataset for dataset in self.datasets() if name in (dataset.name, dataset.id)), None)
        if found is None:
            raise ArchiveError(f"{self.name}: no dataset has the name or id {name!r}")
        with self._writing() as connection:
            connection.execute(delete(rows.datasets).where(rows.datasets.c.id == found.id))
        return found

    def observations(self, wanted: WantedSeries | None = None) -> Iterator[Observation]:
        """The values of official series that are wanted, or all, in the order of the datasets and of their lines."""
        wanted = wanted or WantedSeries()
        table = rows.observations
        query = select(table).join(rows.datasets).where(*wanted.conditions(table))
        with self._reading() as connection:
            for row in connection.execute(query.order_by(rows.datasets.c.name, table.c.line)).mappings():
                one: Observation = rows.thing(Observation, row)
                if wanted.accepts(one):
                    yield one

    def _records(self, ids: Sequence[str]) -> Iterator[Record]:
        query = select(rows.documents).where(rows.documents.c.id.in_(ids)).order_by(*rows.ORDER)
        with self._reading() as connection:
            documents = connection.execute(query).mappings().all()
            found = {name: self._rows(connection, name, ids) for name in rows.KINDS}
        for document in documents:
            id = document["id"]
            record = rows.record_of(document, {name: by_document[id] for name, by_document in found.items()})
            hold(record, record.text, id)
            yield record

    def _rows(self, connection: Connection, name: str, ids: Sequence[str]) -> defaultdict[str, list[rows.Row]]:
        table = rows.tables[name]
        query = select(table).where(table.c.document.in_(ids)).order_by(table.c.document, table.c.position)
        by_document: defaultdict[str, list[rows.Row]] = defaultdict(list)
        for row in connection.execute(query).mappings():
            by_document[row["document"]].append(row)
        return by_document

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.name), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, or nothing."""
        with told(self.name), self._engine.begin() as connection:
            yield connection


def _batches(found: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """What is found, some thousands at a time."""
    waiting = iter(found)
    while batch := list(islice(waiting, BATCH * BATCH)):
        yield batch


@contextmanager
def told(name: str) -> Iterator[None]:
    """What the database objects to, as one line."""
    try:
        yield
    except (IntegrityError, DataError, UnicodeError) as error:
        raise RefusedRecord(f"{name}: the record cannot be kept: {_line(getattr(error, 'orig', error))}") from error
    except DBAPIError as error:
        raise ArchiveError(f"{name}: {_line(error.orig)}") from error
    except SQLAlchemyError as error:
        raise ArchiveError(f"{name}: {_line(error)}") from error


def _line(error: Any) -> str:
    return " ".join(str(error).split())
