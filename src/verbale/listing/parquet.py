"""Parquet is a sheet as data frames read it, with the type of every column."""

import io

from verbale.listing.sheet import Sheet


def as_parquet(sheet: Sheet) -> bytes:
    """The bytes of the file: texts, doubles, 64-bit integers and lists of texts, each of which may be absent."""
    import pyarrow
    from pyarrow import parquet

    kinds = {
        "text": pyarrow.string(),
        "number": pyarrow.float64(),
        "integer": pyarrow.int64(),
        "list": pyarrow.list_(pyarrow.string()),
    }
    schema = pyarrow.schema([(column.name, kinds[column.kind]) for column in sheet.columns])
    rows = [{column.name: row.get(column.name) for column in sheet.columns} for row in sheet.rows]
    written = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows, schema=schema), written)
    return written.getvalue()
