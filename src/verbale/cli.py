"""The command line: every command reads its arguments, calls the package, and prints.

Exit codes: 0 all is done; 1 `add` left out what it could not read; 2 the call cannot be carried out, or `read` could
not read a file; 130 stopped by Ctrl-C. What is heavy is imported by the command that needs it, so that help is quick.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from verbale import datasets
from verbale.errors import VerbaleError
from verbale.model.claim import CheckKind, Verdict

if TYPE_CHECKING:
    from rich.console import Console

    from verbale.chart.points import Chart
    from verbale.model.record import Record
    from verbale.run import Report, Told

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
app.add_typer(datasets.app, name="data")
WIDE = 160  # columns of a table that is not printed to a terminal

Archived = Annotated[Path, typer.Option("--archive", metavar="PATH", help="The archive's file.")]


class RecordFormat(StrEnum):
    """How a record is printed."""

    view = "view"
    json = "json"
    jsonl = "jsonl"


class CompareFormat(StrEnum):
    """How a comparison is printed."""

    view = "view"
    json = "json"


class ListFormat(StrEnum):
    """How findings are written."""

    table = "table"
    json = "json"
    csv = "csv"
    xlsx = "xlsx"
    parquet = "parquet"
    sdmx_csv = "sdmx-csv"


class CheckFormat(StrEnum):
    """How checks are written."""

    table = "table"
    json = "json"
    csv = "csv"


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        print(f"verbale {version('verbale')}")
        raise typer.Exit


@app.callback()
def verbale(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show which version this is.")
    ] = False,
) -> None:
    """Turn what officials say into a record that can be cited, queried, checked and compared."""


@app.command()
def read(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Text, Markdown or HTML; - is standard input.")],
    format: Annotated[RecordFormat, typer.Option(help="For readers, or for programs.")] = RecordFormat.view,
) -> None:
    """Show what documents say.

    Who asks and who answers, each statement, figure and date, and what was checked. Exit code 2 if one cannot be read.
    """
    from verbale.pool import Failure
    from verbale.run import readings

    if format is RecordFormat.json and len(files) > 1:
        raise VerbaleError("--format json is one object for one file; --format jsonl prints one record a line")
    failed = False
    for reading in readings(files):
        if isinstance(reading, Failure):
            failed = True
            _complain(reading.reason)
        else:
            _print(reading.record, format)
    if failed:
        raise typer.Exit(2)


@app.command()
def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATHS…", help="Files, and folders with documents in them.")],
    archive: Archived = Path("verbale.db"),
    processes: Annotated[int | None, typer.Option(min=1, help="How many read side by side; one a core.")] = None,
) -> None:
    """Read documents into an archive.

    What is there already is not read again. What cannot be read is listed at the end, with exit code 1.
    """
    from verbale import run
    from verbale.archive.sqlite import open_archive

    began = monotonic()
    with open_archive(archive, create=True) as opened:
        try:
            with _progress() as told:
                report = run.add(opened, paths, processes, told)
        except KeyboardInterrupt:
            _complain(f"stopped; what was read is in {archive}, and the same command goes on from there")
            raise typer.Exit(130) from None
    _tell(report, archive, monotonic() - began)


@app.command()
def figures(
    archive: Archived = Path("verbale.db"),
    relation: Annotated[str | None, typer.Option(metavar="A:B", help="About both countries, as CHN:RUS.")] = None,
    indicator: Annotated[str | None, typer.Option(metavar="NAME", help="What is measured, as goods_trade.")] = None,
    reporter: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose statistics: a country's code, or a source's name.")
    ] = None,
    period: Annotated[
        str | None, typer.Option(metavar="TIME", help="A time it falls in: 2021, 2024-Q1, 2015..2021.")
    ] = None,
    format: Annotated[
        ListFormat | None, typer.Option(help="For readers, or for programs; else by the name of FILE.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Else the terminal.")] = None,
) -> None:
    """List the figures in an archive.

    Each with its words and where they stand.
    """
    from verbale.archive.sqlite import open_archive
    from verbale.archive.wanted import WantedFigures
    from verbale.listing import figures as listing

    chosen = _list_format(format, output)
    pair = _pair(*relation.split(":")) if relation else None
    wanted = WantedFigures(pair, indicator, _period(period), reporter)
    with open_archive(archive) as opened:
        found = list(opened.figures(wanted))
    if not found:
        _complain("there are no such figures")
    if chosen is not ListFormat.table:
        _deliver(listing.written(found, chosen.value), output)
    elif found:
        _console().print(listing.as_table(found))


def _list_format(format: ListFormat | None, output: Path | None) -> ListFormat:
    """The format asked for, or the one that the file's name tells.

    Raises:
        VerbaleError: a table is for the terminal, or the name tells none.
    """
    if format is None and output is None:
        return ListFormat.table
    chosen = format or next((one for one in ListFormat if output and output.suffix.lower() == f".{one.value}"), None)
    if chosen is None:
        raise VerbaleError(f"{output}: say which --format; the name ends in none of theirs")
    if chosen is ListFormat.table and output:
        raise VerbaleError("a table is for the terminal; files are json, csv, xlsx, parquet or sdmx-csv")
    if chosen in (ListFormat.xlsx, ListFormat.parquet) and output is None and sys.stdout.isatty():
        raise VerbaleError(f"{chosen.value} is not for the terminal: name a file with -o")
    return chosen


def _deliver(content: bytes, output: Path | None) -> None:
    """Into the file, or on standard output where none is named."""
    if output is None:
        _write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise VerbaleError(f"{output}: {error.strerror}") from error
    print(f"{output} is written")


@app.command()
def checks(
    archive: Archived = Path("verbale.db"),
    verdict: Annotated[Verdict | None, typer.Option(help="Of one verdict alone.")] = None,
    kind: Annotated[CheckKind | None, typer.Option(help="Of one kind alone.")] = None,
    relation: Annotated[str | None, typer.Option(metavar="A:B", help="About both countries, as CHN:RUS.")] = None,
    indicator: Annotated[str | None, typer.Option(metavar="NAME", help="What is measured, as goods_trade.")] = None,
    period: Annotated[
        str | None, typer.Option(metavar="TIME", help="A time it falls in: 2021, 2024-Q1, 2015..2021.")
    ] = None,
    tolerance: Annotated[
        float, typer.Option(min=0, metavar="PERCENT", help="How far from an official value is no difference.")
    ] = 2,
    format: Annotated[CheckFormat, typer.Option(help="For readers, or for programs.")] = CheckFormat.table,
) -> None:
    """List what agrees and what does not.

    Rates, totals, shares and repetitions within documents and across them, both sides of one flow, and what is stated
    against the official series that `data add` loaded. Each with its sum and its words.
    """
    from verbale.archive.sqlite import open_archive
    from verbale.crosscheck.gather import WantedChecks, gather_checks
    from verbale.listing import checks as listing

    pair = _pair(*relation.split(":")) if relation else None
    wanted = WantedChecks(verdict, kind, pair, indicator, _period(period))
    with open_archive(archive) as opened:
        checked = gather_checks(opened, wanted, tolerance)
    if format is CheckFormat.table:
        _console().print(listing.as_table(checked))
    else:
        _write(listing.written(checked, format.value))


@app.command()
def chart(
    a: Annotated[str, typer.Argument(metavar="A", help="A country's code: ISO 3166-1 alpha-3, as CHN.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other's.")],
    indicator: Annotated[str, typer.Argument(metavar="INDICATOR", help="What is measured, as goods_trade.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="FILE.svg, FILE.png or FILE.html.")],
    archive: Archived = Path("verbale.db"),
) -> None:
    """Draw what two countries state over time.

    Both sides' figures, each as its statistics have it, beside the official series that the archive holds.
    """
    from verbale.archive.sqlite import open_archive
    from verbale.chart.points import gather

    format, pair = output.suffix.lower(), _pair(a, b)
    if format not in (".svg", ".png", ".html"):
        raise VerbaleError(f"{output}: a chart is written as FILE.svg, FILE.png or FILE.html")
    with open_archive(archive) as opened:
        drawn = gather(opened, pair, indicator)
    _deliver(_drawn(drawn, format), output)
    for line in drawn.left_out:
        _complain(f"not drawn: {line}")


def _drawn(chart: "Chart", format: str) -> bytes:
    from verbale.chart.draw import as_png, as_svg
    from verbale.chart.page import as_html

    if format == ".png":
        return as_png(chart)
    return (as_html(chart) if format == ".html" else as_svg(chart)).encode()


@app.command()
def dossier(
    a: Annotated[str, typer.Argument(metavar="A", help="A country's code: ISO 3166-1 alpha-3, as CHN.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other's.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="FILE.md or FILE.html; else the terminal.")
    ] = None,
    archive: Archived = Path("verbale.db"),
) -> None:
    """Write what two countries said.

    What they said to and of each other, every line with the words that it rests on.
    """
    from verbale.archive.sqlite import open_archive
    from verbale.dossier.gather import gather
    from verbale.dossier.render import render

    pair = _pair(a, b)
    format = _dossier_format(output)
    with open_archive(archive) as opened:
        written = render(gather(opened, pair), format)
    _deliver(written.encode(), output)


def _dossier_format(output: Path | None) -> Literal["md", "html"]:
    match output and output.suffix.lower():
        case None | ".md":
            return "md"
        case ".html":
            return "html"
    raise VerbaleError(f"{output}: a dossier is written as FILE.md or FILE.html")


@app.command()
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A file, or with --archive a document's id.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other.")],
    archive: Annotated[
        Path | None, typer.Option("--archive", metavar="PATH", help="The archive that holds both documents.")
    ] = None,
    format: Annotated[CompareFormat, typer.Option(help="For readers, or for programs.")] = CompareFormat.view,
) -> None:
    """Hold two documents against each other.

    How each has the words that the other quotes, and what changed where they are versions of one.
    """
    from verbale.compare.documents import compare_records

    found = compare_records(*_compared(a, b, archive))
    if format is CompareFormat.json:
        from verbale.interchange import to_json

        _write(to_json(found, indent=2) + b"\n")
        return
    from verbale.compare.render import render

    _console().print(render(found))


def _compared(a: str, b: str, archive: Path | None) -> "tuple[Record, Record]":
    if archive is None:
        from verbale.run import read

        return read(a), read(b)
    from verbale.archive.sqlite import open_archive

    with open_archive(archive) as opened:
        return opened.record(a), opened.record(b)


def _print(record: "Record", format: RecordFormat) -> None:
    if format is RecordFormat.view:
        from verbale.view import render

        _console().print(render(record))
        return
    from verbale.interchange import to_json

    _write(to_json(record, indent=2 if format is RecordFormat.json else None) + b"\n")


def _write(content: bytes) -> None:
    """What programs read is UTF-8, whatever the terminal is set to."""
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _console(stderr: bool = False) -> "Console":
    from rich.console import Console

    console = Console(stderr=stderr, highlight=False)
    return console if console.is_terminal else Console(stderr=stderr, highlight=False, width=WIDE)


def _pair(*codes: str) -> tuple[str, str]:
    from verbale.lang.codes import codes as known

    pair = tuple(code.strip().upper() for code in codes)
    if len(pair) != 2 or pair[0] == pair[1]:
        raise VerbaleError(f"{':'.join(codes)}: a relation is two different countries, as CHN:RUS")
    for code in pair:
        if code not in known():
            raise VerbaleError(f"{code}: no such country; codes are those of ISO 3166-1 alpha-3, as CHN")
    return pair[0], pair[1]


def _period(asked: str | None) -> str | None:
    from verbale.archive.period import days

    period = asked and asked.replace("..", "/")
    if period is not None and days(period) is None:
        raise VerbaleError(f"{asked}: not a time; write 2021, 2021-03, 2024-Q1 or an interval such as 2015..2021")
    return period


@contextmanager
def _progress() -> Iterator["Told"]:
    """A bar on standard error while documents are read, if that is a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    rate = TextColumn("{task.fields[rate]}")
    columns = (BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task("", total=None, rate="")
        began = monotonic()

        def told(done: int, of: int) -> None:
            rate = f"{done / (monotonic() - began):.1f} documents/s" if done else ""
            progress.update(task, completed=done, total=of, rate=rate)

        yield told


def _tell(report: "Report", archive: Path, seconds: float) -> None:
    """What an `add` did; without a single document there, that is said, and with failures it ends with exit code 1."""
    from verbale.source import MEDIA_TYPES

    if not (report.added or report.known or report.failures):
        raise VerbaleError(f"there is no document at these paths: {', '.join(MEDIA_TYPES)} are read")
    rate = f" in {seconds:.0f} s, {report.added / seconds:.1f} documents/s" if report.added else ""
    others = f"; {report.passed_over} of kinds that are not read" if report.passed_over else ""
    print(
        f"{archive}: {report.added} added{rate}; {report.known} there already; {len(report.failures)} not read{others}"
    )
    for failure in report.failures:
        _complain(failure.reason)
    if report.failures:
        raise typer.Exit(1)


def _complain(line: str) -> None:
    print(f"verbale: {line}", file=sys.stderr)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot write a letter says which it is
    try:
        app()
    except VerbaleError as error:
        _complain(" ".join(str(error).split()))
        sys.exit(2)
