"""The command line."""

import sys
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def verbale() -> None:
    """Turn what officials say into a record that can be cited, queried, checked and compared."""


@app.command()
def read(files: Annotated[list[str], typer.Argument()], format: Annotated[str, typer.Option()] = "json") -> None:
    """Read documents."""
    from verbale.interchange import to_json
    from verbale.pipeline import read as read_source
    from verbale.source import open_source

    for file in files:
        sys.stdout.buffer.write(
            to_json(read_source(open_source(file)), indent=None if format == "jsonl" else 2) + b"\n"
        )


def main() -> None:
    app()
