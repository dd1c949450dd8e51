"""A workbook is a sheet as a spreadsheet program opens it: .xlsx, its header fixed, its columns to be filtered."""

import io

from verbale.listing.sheet import Kind, Sheet

WIDTHS: dict[Kind, int] = {"text": 18, "number": 16, "integer": 10, "list": 12}  # in characters
LONGEST = 32_767  # characters that a cell of the format can hold


def as_xlsx(sheet: Sheet) -> bytes:
    """The bytes of the workbook; words that begin with "=" stay words, and the same sheet gives the same bytes."""
    from datetime import datetime

    from xlsxwriter import Workbook

    written = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(written, plain)
    book.set_properties({"created": datetime(2000, 1, 1)})  # the time of making would make every file another
    page = book.add_worksheet(sheet.name)
    page.write_row(0, 0, [column.name for column in sheet.columns], book.add_format({"bold": True}))
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, WIDTHS[column.kind])
    rows = 0
    for rows, line in enumerate(sheet.lines(), 1):
        for place, cell in enumerate(line):
            if isinstance(cell, str):
                page.write_string(rows, place, _fitting(cell))
            elif cell is not None:
                page.write_number(rows, place, cell)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, rows, len(sheet.columns) - 1)
    book.close()
    return written.getvalue()


def _fitting(words: str) -> str:
    """The words; what the format has no room for is left out, with an ellipsis that says so."""
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
