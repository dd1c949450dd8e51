"""A row is a thing of the record as the database keeps it; this is the one place that knows the columns.

The tables follow from the model: one for each kind of thing that a record holds many of, named as the record names it,
with a column a field; beside them the datasets of official series and their observations. A span is three columns
(`start`, `end`, `text`), another thing's fields stand under its name (`by_rule`, `question_speaker`), and what repeats
within a thing is JSON. A kind added to the record has its table.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import blake2b
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Column, Double, ForeignKey, Index, LargeBinary, MetaData, Table, Text

from verbale.model.field import Field, fields_of
from verbale.model.record import Document, Record
from verbale.model.reference import Dataset, Observation
from verbale.model.source import Source

Row = Mapping[Any, Any]

KINDS = {field.name: field.repeats for field in fields_of(Record) if hasattr(field.repeats, "__dataclass_fields__")}
_OF_THE_RECORD = [field for field in fields_of(Record) if field.name not in KINDS and field.name != "document"]
_TYPES = {int: BigInteger, float: Double}

metadata = MetaData()


def _columns(kind: type, prefix: str = "", nullable: bool = False) -> Iterator[Column[Any]]:
    for field in fields_of(kind):
        optional = nullable or field.optional
        if field.nests:
            yield from _columns(field.kind, _under(prefix, field.name), optional)
        else:
            yield Column(prefix + field.name, _TYPES.get(field.kind, Text), nullable=optional)


def _under(prefix: str, name: str) -> str:
    """What the columns of a thing's field begin with; a thing's own span is plainly `start`, `end`, `text`."""
    return prefix if name == "span" else f"{prefix}{name}_"


def _table(name: str, kind: type) -> Table:
    home = ForeignKey("documents.id", ondelete="CASCADE")
    return Table(
        name,
        metadata,
        Column("document", Text, home, primary_key=True),
        Column("position", BigInteger, primary_key=True, autoincrement=False),
        *_columns(kind),
    )


about = Table("about", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))
sources = Table(
    "sources",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("uri", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("source_sha256", Text, ForeignKey("sources.sha256"), nullable=False, index=True),
    Column("version", Text, nullable=False),
    *(Column(field.name, Text, nullable=False) for field in _OF_THE_RECORD),
    *(column for column in _columns(Document) if column.name not in ("id", "source_sha256")),
)
datasets = Table(
    "datasets",
    metadata,
    Column("id", Text, primary_key=True),
    *(column for column in _columns(Dataset) if column.name != "id"),
)
observations = Table(
    "observations",
    metadata,
    Column("dataset", Text, ForeignKey("datasets.id", ondelete="CASCADE"), primary_key=True),
    Column("line", BigInteger, primary_key=True, autoincrement=False),
    *(column for column in _columns(Observation) if column.name not in ("dataset", "line")),
)
tables = {name: _table(name, kind) for name, kind in KINDS.items()}
ORDER = (documents.c.published.nulls_last(), documents.c.source_uri, documents.c.id)
Index("figures_by_indicator", tables["figures"].c.indicator)
Index("observations_by_flow", observations.c.origin, observations.c.destination, observations.c.indicator)


def layout() -> str:
    """A digest of all tables and columns: archives with the same layout can be read by the same code."""
    columns = [column for table in metadata.sorted_tables for column in table.c]
    names = [f"{column.table.name}.{column.name} {column.type!r} {column.nullable}" for column in columns]
    return blake2b("\n".join(names).encode(), digest_size=4).hexdigest()


def flat(value: Any, prefix: str = "") -> dict[str, Any]:
    """A thing as columns."""
    columns: dict[str, Any] = {}
    for field in fields_of(type(value)):
        inner = getattr(value, field.name)
        if not field.nests:
            columns[prefix + field.name] = _packed(inner, field)
        elif inner is not None:
            columns |= flat(inner, _under(prefix, field.name))
        else:
            columns |= dict.fromkeys(_names(field.kind, _under(prefix, field.name)))
    return columns


def thing(kind: type, row: Row, prefix: str = "") -> Any:
    """The thing of a kind whose columns stand in a row."""
    values: dict[str, Any] = {}
    for field in fields_of(kind):
        if not field.nests:
            values[field.name] = _unpacked(row[prefix + field.name], field)
        elif field.optional and _absent(field.kind, row, _under(prefix, field.name)):
            values[field.name] = None
        else:
            values[field.name] = thing(field.kind, row, _under(prefix, field.name))
    return kind(**values)


def _absent(kind: type, row: Row, prefix: str) -> bool:
    return all(row[name] is None for name in _names(kind, prefix))


@cache
def _names(kind: type, prefix: str) -> tuple[str, ...]:
    return tuple(column.name for column in _columns(kind, prefix))


def _packed(value: Any, field: Field) -> Any:
    return msgspec.json.encode(value).decode() if field.repeats else value


def _unpacked(column: Any, field: Field) -> Any:
    return msgspec.json.decode(column, type=field.kind) if field.repeats else column


def document_row(record: Record, version: str) -> dict[str, Any]:
    """A record's row in `documents`."""
    own = {field.name: _packed(getattr(record, field.name), field) for field in _OF_THE_RECORD}
    return {"version": version, **own, **flat(record.document)}


def source_row(source: Source) -> dict[str, Any]:
    """A source's row in `sources`."""
    return {"sha256": source.sha256, "uri": source.uri, "media_type": source.media_type, "content": source.content}


def source_of(row: Row) -> Source:
    """The source whose columns stand in a row."""
    return Source(row["uri"], row["media_type"], row["content"])


def own_columns() -> list[Column[Any]]:
    """The columns that say what a document is, without its text."""
    return [documents.c[column.name] for column in _columns(Document)]


def rows_of(record: Record, name: str) -> list[dict[str, Any]]:
    """A record's rows in the table of a kind."""
    return [
        {"document": record.document.id, "position": position, **flat(value)}
        for position, value in enumerate(getattr(record, name))
    ]


def record_of(document: Row, found: Mapping[str, Iterable[Row]]) -> Record:
    """The record that a row of `documents` and the rows of each kind, in order, were made from."""
    own: dict[str, Any] = {field.name: _unpacked(document[field.name], field) for field in _OF_THE_RECORD}
    many: dict[str, Any] = {
        name: tuple(thing(kind, row) for row in found.get(name, ())) for name, kind in KINDS.items()
    }
    return Record(document=thing(Document, document), **own, **many)
