"""The data commands load, list and remove the official series that stated figures are checked against."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.errors import VerbaleError

if TYPE_CHECKING:
    from verbale.model.reference import Dataset

app = typer.Typer(no_args_is_help=True, help="Official series: load, list and remove them.", rich_markup_mode=None)

Archived = Annotated[Path, typer.Option("--archive", metavar="PATH", help="The archive's file.")]
Pairs = list[str] | None


@app.command()
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="SDMX-CSV, UN Comtrade's CSV, or any table.")],
    map: Annotated[Pairs, typer.Option(metavar="FIELD=COLUMN", help="Which column holds what: period=jahr.")] = None,
    set: Annotated[Pairs, typer.Option(metavar="FIELD=VALUE", help="What holds in all rows: unit=USD.")] = None,
    only: Annotated[Pairs, typer.Option(metavar="COLUMN=VALUE", help="Which rows to take: sector=_T.")] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="What to call it; else as the file.")] = None,
    archive: Archived = Path("verbale.db"),
) -> None:
    """Load official series from a file.

    The columns of SDMX-CSV and of UN Comtrade are known; of other tables those that are named as one would. Fields are
    reporter, partner, flow, indicator, period, value, unit, scale and valuation. Rows that are left out are counted.
    """
    from verbale.archive.sqlite import open_archive
    from verbale.reference.layout import Said
    from verbale.reference.load import load_series

    said = Said(_pairs("map", map or ()), _pairs("set", set or ()), _pairs("only", only or ()))
    try:
        content = file.read_bytes()
    except OSError as error:
        raise VerbaleError(f"{file}: {error.strerror}") from error
    loaded = load_series(content, str(file), name, said)
    with open_archive(archive, create=True) as opened:
        opened.add_dataset(loaded.dataset, loaded.observations)
    print(f"{archive}: {_line(loaded.dataset)}")
    _left_out(loaded.dataset)


@app.command("list")
def list_(archive: Archived = Path("verbale.db")) -> None:
    """List the official series in an archive."""
    from verbale.archive.sqlite import open_archive

    with open_archive(archive) as opened:
        for dataset in opened.datasets():
            print(_line(dataset))
            print(f"  {dataset.uri}, SHA-256 {dataset.sha256} {' '.join(dataset.mapping)}".rstrip())
            _left_out(dataset)


@app.command()
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name or id, as `data list` shows them.")],
    archive: Archived = Path("verbale.db"),
) -> None:
    """Remove official series from an archive."""
    from verbale.archive.sqlite import open_archive

    with open_archive(archive) as opened:
        print(f"{archive}: removed {_line(opened.remove_dataset(name))}")


def _pairs(option: str, said: Sequence[str]) -> dict[str, str]:
    for pair in said:
        if not all(part.strip() for part in pair.partition("=")):
            raise VerbaleError(f"--{option} {pair}: write it as NAME=VALUE")
    return {name.strip(): value.strip() for name, _, value in (pair.partition("=") for pair in said)}


def _line(dataset: "Dataset") -> str:
    return f"{dataset.name}, {dataset.rows:,} observations [{dataset.id}]"


def _left_out(dataset: "Dataset") -> None:
    for line in dataset.left_out:
        print(f"  left out {line}")
