"""A sheet is a file's rows under the names of its columns, each row with the line at which it begins."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from verbale.errors import UnreadableSeries

DELIMITERS = ",;\t|"
_FIELD = 1_000_000  # characters that a field may have


@dataclass(frozen=True, slots=True)
class Sheet:
    """`columns` are the names as the file writes them; `content` is the whole file as text."""

    columns: tuple[str, ...]
    delimiter: str
    content: str

    def rows(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        """Every row but the header and empty ones: its first line, counted from 1, and its fields by column."""
        csv.field_size_limit(_FIELD)
        reader = csv.reader(io.StringIO(self.content, newline=""), delimiter=self.delimiter)
        next(reader)
        line = reader.line_num + 1
        for fields in reader:
            if any(fields):
                yield line, dict(zip(self.columns, (field.strip() for field in fields), strict=False))
            line = reader.line_num + 1


def open_sheet(content: bytes, uri: str) -> Sheet:
    """The sheet in a file's bytes, its columns set apart by whichever of the usual signs its first line has most of.

    Raises:
        UnreadableSeries: it is no text in UTF-8, or its first line does not name columns, or names one twice.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableSeries(f"{uri}: is not a table in UTF-8") from error
    header = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=header.count)
    columns = tuple(name.strip() for name in next(csv.reader([header], delimiter=delimiter), []))
    if len(columns) < 2 or "\0" in text:
        raise UnreadableSeries(f"{uri}: is not a table; its first line should name its columns")
    twice = next((name for name in columns if columns.count(name) > 1), None)
    if twice is not None:
        raise UnreadableSeries(f"{uri}: has two columns {twice!r}")
    return Sheet(columns, delimiter, text)
