"""A sheet is findings as rows under named columns, as spreadsheets and databases take them."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["text", "number", "integer", "list"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name, and what its cells hold; a `list` is one of texts, an absent value is None in every kind."""

    name: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows by the names of their columns; `name` says of what they are."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Mapping[str, Any]]

    def lines(self) -> Iterable[list[Any]]:
        """The rows as cells in the order of the columns; the texts of a list are joined by a space."""
        for row in self.rows:
            yield [_cell(row.get(column.name), column.kind) for column in self.columns]


def as_csv(sheet: Sheet) -> bytes:
    """UTF-8 with a header; one line a row, for which line breaks within a text become spaces."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(column.name for column in sheet.columns)
    writer.writerows([_on_one_line(cell) for cell in line] for line in sheet.lines())
    return written.getvalue().encode()


def _cell(value: Any, kind: Kind) -> Any:
    return " ".join(value) if kind == "list" and value is not None else value


def _on_one_line(cell: Any) -> Any:
    return cell.replace("\r", " ").replace("\n", " ") if isinstance(cell, str) else cell
