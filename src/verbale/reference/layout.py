"""A layout says which columns of a sheet hold what: by the names that offices use, or by what the user says."""

from collections.abc import Mapping
from dataclasses import dataclass

from verbale.errors import UnreadableSeries
from verbale.lang.pack import languages, load
from verbale.reference import codes
from verbale.reference.sheet import Sheet

FIELDS = ("reporter", "partner", "flow", "indicator", "period", "value", "unit", "scale", "valuation")
NEEDED = ("reporter", "indicator", "period", "value")


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says of a file: `columns` by field, `constants` that hold in all rows, and which rows to keep.

    `only` has, by column, the value that a row must have there.
    """

    columns: Mapping[str, str]
    constants: Mapping[str, str]
    only: Mapping[str, str]

    def lines(self) -> tuple[str, ...]:
        """What was said, as it is said on the command line."""
        kinds = (("map", self.columns), ("set", self.constants), ("only", self.only))
        return tuple(f"--{kind} {name}={value}" for kind, said in kinds for name, value in said.items())


NOTHING_SAID = Said({}, {}, {})


@dataclass(frozen=True, slots=True)
class Layout:
    """`columns` has for each field the columns that may hold it, of which the first that holds something counts.

    `units` is the unit of what stands in a column of values; `wholes` what a column that breaks down must hold.
    """

    columns: Mapping[str, tuple[str, ...]]
    constants: Mapping[str, str]
    units: Mapping[str, str]
    wholes: Mapping[str, frozenset[str]]

    def read(self, row: Mapping[str, str], field: str) -> str:
        """What a row says of a field; empty where it says nothing."""
        if field in self.constants:
            return self.constants[field]
        return next((row[name] for name in self.columns.get(field, ()) if row.get(name)), "")

    def unit(self, row: Mapping[str, str]) -> str:
        """The unit of a row's value."""
        column = next((name for name in self.columns["value"] if row.get(name)), "")
        return self.read(row, "unit") or self.units.get(column, "")


def find_layout(sheet: Sheet, said: Said, uri: str) -> Layout:
    """The layout of a sheet.

    Raises:
        UnreadableSeries: nothing says where something needed stands, or the user names a column or field that is none.
    """
    _known(sheet, said, uri)
    table = load(languages()[0]).table
    own = {codes.column(name): name for name in sheet.columns}
    usual = {
        field: tuple(own[name] for name in names if name in own) for field, names in table("reference.columns").items()
    }
    money = {own[code.lower()]: code for code in table("currencies.codes").values() if code.lower() in own}
    columns = {**usual, "value": (*usual["value"], *money), **{f: (name,) for f, name in said.columns.items()}}
    units = {own[name]: unit for name, unit in table("reference.units_of").items() if name in own} | money
    wholes = {own[name]: frozenset(held) for name, held in table("reference.wholes").items() if name in own}
    kept = {name: frozenset({value}) for name, value in said.only.items()}
    layout = Layout(columns, said.constants, units, {**wholes, **kept})
    for field in NEEDED:
        if not layout.columns.get(field) and field not in said.constants:
            raise UnreadableSeries(_missing(sheet, field, uri))
    return layout


def _known(sheet: Sheet, said: Said, uri: str) -> None:
    for field in (*said.columns, *said.constants):
        if field not in FIELDS:
            raise UnreadableSeries(f"{field}: no such field; the fields are {', '.join(FIELDS)}")
    for name in (*said.columns.values(), *said.only):
        if name not in sheet.columns:
            raise UnreadableSeries(f"{uri}: has no column {name!r}; it has {', '.join(sheet.columns)}")


def _missing(sheet: Sheet, field: str, uri: str) -> str:
    example = {"indicator": "goods_trade", "reporter": "CHN", "period": "2021"}.get(field)
    constant = f", or say it for all rows by --set {field}={example}" if example else ""
    return (
        f"{uri}: no column is known to hold the {field}; name one by --map {field}=COLUMN{constant} "
        f"(the columns are {', '.join(sheet.columns)})"
    )
