"""The command line prints what was asked for, or one clear line and an exit code."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from verbale.archive.sqlite import open_archive
from verbale.archive.store import Archive
from verbale.cli import main
from verbale.interchange import from_json
from verbale.model.claim import Figure
from verbale.model.record import SCHEMA, Document, Origin, Record
from verbale.model.source import Source
from verbale.model.span import Span
from verbale.model.statement import By

TEXT = "Oslo, 4 March 2024. Norway sold 5 tonnes of fish to Brazil in 2021."
HEAVY = {
    *("spacy", "sqlalchemy", "jinja2", "trafilatura", "py3langid", "msgspec", "yaml"),
    *("altair", "vl_convert", "pyarrow", "xlsxwriter"),
}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def verbale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in an empty folder: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["verbale", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code: str | int | None = 0
        try:
            main()
        except SystemExit as end:
            code = end.code
        out, err = capfd.readouterr()
        return int(code or 0), out, err

    return run


def test_help_and_version_import_nothing_heavy() -> None:
    script = (
        "import sys; from verbale.cli import main\n"
        "try: main()\n"
        "finally: print('modules', *sys.modules, file=sys.stderr)"
    )
    for arguments in (["--help"], ["--version"], ["read", "--help"], ["add", "--help"]):
        done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
        loaded = {name.partition(".")[0] for name in done.stderr.split()}
        assert "modules" in loaded
        assert not loaded & HEAVY, arguments
        assert done.stdout


def test_the_package_imports_nothing_until_it_is_used() -> None:
    script = "import sys, verbale; dir(verbale); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {name.partition(".")[0] for name in done.stdout.split()} & (HEAVY | {"typer", "rich"})


def test_every_public_name_is_there() -> None:
    import verbale

    assert {name for name in verbale.__all__ if getattr(verbale, name, None) is None} == set()
    assert verbale.__all__ == sorted(verbale.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        _ = verbale.nothing


def test_every_command_and_option_has_its_help(verbale: Run) -> None:
    code, out, _ = verbale("--help")
    assert code == 0
    for command in ("read", "add", "figures", "dossier"):
        assert f"  {command} " in out
        code, told, _ = verbale(command, "--help")
        assert code == 0
        assert told


def test_a_record_is_shown_or_printed_as_json(verbale: Run) -> None:
    Path("a.txt").write_text(TEXT)
    code, out, err = verbale("read", "a.txt")
    assert (code, err) == (0, "")
    assert "a.txt" in out
    code, out, _ = verbale("read", "a.txt", "--format", "json")
    assert code == 0
    assert from_json(out.encode()).text == TEXT


def test_many_records_are_one_a_line_in_the_order_of_the_files(verbale: Run) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        Path(name).write_text(f"{TEXT} {name}")
    code, out, _ = verbale("read", "b.txt", "a.txt", "c.txt", "--format", "jsonl")
    assert code == 0
    assert [json.loads(line)["document"]["source"]["uri"] for line in out.splitlines()] == ["b.txt", "a.txt", "c.txt"]


def test_many_records_are_not_one_object(verbale: Run) -> None:
    code, out, err = verbale("read", "a.txt", "b.txt", "--format", "json")
    assert (code, out) == (2, "")
    assert "jsonl" in err
    assert err.count("\n") == 1


def test_standard_input_is_read(verbale: Run) -> None:
    code, out, _ = verbale("read", "-", "--format", "json", stdin=b"# Fish\n\n" + TEXT.encode())
    assert code == 0
    assert json.loads(out)["document"]["source"]["media_type"] == "text/markdown"


def test_the_good_files_are_printed_and_the_bad_one_is_reported(verbale: Run) -> None:
    Path("a.txt").write_text(TEXT)
    Path("c.txt").write_text(TEXT)
    code, out, err = verbale("read", "a.txt", "missing.txt", "c.txt", "--format", "jsonl")
    assert code == 2
    assert len(out.splitlines()) == 2
    assert err == "verbale: missing.txt: No such file or directory\n"


BAD = [
    ("missing", None, "No such file"),
    ("empty", b"", "is empty"),
    ("binary", bytes(range(256)) * 20, "is binary"),
    ("a picture", b"\x89PNG\r\n\x1a\n", "is a picture"),
    ("too large", b"a" * 25_000_000, "is larger than 20,000,000 bytes"),
]


@pytest.mark.parametrize("name, content, why", BAD, ids=[bad[0] for bad in BAD])
def test_bad_input_is_one_line_and_exit_code_2(verbale: Run, name: str, content: bytes | None, why: str) -> None:
    if content is not None:
        Path("a.txt").write_bytes(content)
    code, out, err = verbale("read", "a.txt")
    assert (code, out) == (2, "")
    assert why in err
    assert err.count("\n") == 1


ODD = [
    ("a NUL byte", TEXT.encode().replace(b"4", b"4\x00")),
    ("no date", b"Norway sold 5 tonnes of fish to Brazil last year."),
    ("lone surrogates", TEXT.encode() + b" \xed\xa0\x80\xed\xb0\x80 end."),
    ("right to left", "שגרירת נורווגיה דיברה עם העיתון ביום 4 במרץ 2024.".encode()),
    ("an old encoding", "Посол рассказал газете о торговле рыбой в 2021 году.".encode("cp1251")),
    ("one long line", TEXT.encode() * 300),
    ("no letters", b"1 2 3 !!!"),
]


@pytest.mark.parametrize("name, content", ODD, ids=[odd[0] for odd in ODD])
def test_odd_input_gives_a_record_that_says_what_was_odd(verbale: Run, name: str, content: bytes) -> None:
    Path("a.txt").write_bytes(content)
    code, out, err = verbale("read", "a.txt", "--format", "json")
    assert (code, err) == (0, "")
    record = from_json(out.encode())
    assert record.document.source.bytes == len(content)
    assert record.issues
    assert verbale("read", "a.txt")[0] == 0


def test_documents_are_added_once(verbale: Run) -> None:
    Path("documents").mkdir()
    Path("documents/a.txt").write_text(TEXT)
    code, out, err = verbale("add", "documents")
    assert (code, err) == (0, "")
    assert "1 added" in out
    code, out, _ = verbale("add", "documents")
    assert code == 0
    assert "0 added; 1 there already" in out
    assert [path.name for path in Path().iterdir() if path.is_file()] == ["verbale.db"]


def test_adding_what_is_there_loads_no_extraction_library_and_begins_no_process(verbale: Run, tmp_path: Path) -> None:
    Path("a.txt").write_text(TEXT)
    assert verbale("add", "a.txt")[0] == 0
    script = (
        "import sys; from verbale.cli import main\n"
        "try: main()\n"
        "finally: print('modules', *sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, "add", "a.txt"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert "1 there already" in done.stdout
    loaded = set(done.stderr.split())
    assert "modules" in loaded
    assert not {"spacy", "trafilatura", "py3langid", "multiprocessing.popen_spawn_posix"} & loaded


def test_standard_input_is_not_added(verbale: Run) -> None:
    code, _, err = verbale("add", "-", stdin=TEXT.encode())
    assert code == 1
    assert "save it and give its file" in err


def test_what_could_not_be_added_is_listed_with_exit_code_1(verbale: Run) -> None:
    Path("documents").mkdir()
    Path("documents/a.txt").write_text(TEXT)
    Path("documents/b.txt").write_bytes(b"")
    code, out, err = verbale("add", "documents", "nowhere", "--archive", "mine.db")
    assert code == 1
    assert out.startswith("mine.db: 1 added")
    assert err == "verbale: documents/b.txt: is empty\nverbale: nowhere: No such file or directory\n"


def test_a_folder_without_documents_is_told(verbale: Run) -> None:
    Path("documents").mkdir()
    code, _, err = verbale("add", "documents")
    assert code == 2
    assert "there is no document" in err


@pytest.fixture
def filled(tmp_path: Path) -> Archive:
    """An archive with one figure of known fields."""
    source = Source("a.txt", "text/plain", TEXT.encode())
    origin = Origin("a.txt", source.sha256, source.media_type, len(TEXT))
    about = Document(
        source.sha256[:16], origin, "=Fish", (), None, "2024-03-04", "en", "article", ("BRA", "NOR"), (), ()
    )
    start = TEXT.index("5 tonnes")
    figure = Figure(
        "figure-1",
        Span(start, start + 8, "5 tonnes"),
        5.0,
        "t",
        By("figures", "figures.test", "1"),
        indicator="goods_trade",
        origin="NOR",
        destination="BRA",
        period="2021",
    )
    record = Record(SCHEMA, about, TEXT, ((0, 0, len(TEXT)),), figures=(figure,))
    with open_archive(tmp_path / "verbale.db", create=True) as archive:
        archive.add(record, source, "1")
    return archive


def test_figures_are_a_table(verbale: Run, filled: Archive) -> None:
    code, out, _ = verbale("figures", "--relation", "bra:nor", "--period", "2021", "--indicator", "goods_trade")
    assert code == 0
    assert "NOR → BRA" in out
    assert "5 tonnes" in out


def test_figures_are_json(verbale: Run, filled: Archive) -> None:
    code, out, _ = verbale("figures", "--format", "json")
    (figure,) = json.loads(out)
    assert code == 0
    assert TEXT[figure["start"] : figure["end"]] == figure["text"] == "5 tonnes"
    assert figure["document"]["published"] == "2024-03-04"
    assert f"[{figure['document']['id']}]" in figure["citation"]


def test_figures_are_csv(verbale: Run, filled: Archive) -> None:
    code, out, _ = verbale("figures", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(out))
    assert code == 0
    assert (row["value"], row["unit"], row["origin"], row["destination"]) == ("5.0", "t", "NOR", "BRA")
    assert (row["words"], row["published"], row["uri"]) == ("5 tonnes", "2024-03-04", "a.txt")


def test_no_figures_are_an_empty_list_and_a_word(verbale: Run, filled: Archive) -> None:
    assert verbale("figures", "--period", "1999") == (0, "", "verbale: there are no such figures\n")
    assert verbale("figures", "--period", "1999", "--format", "json")[:2] == (0, "[]\n")


@pytest.mark.parametrize("format", ["json", "csv", "xlsx", "parquet"])
def test_figures_go_into_a_file_in_the_format_of_its_name(verbale: Run, filled: Archive, format: str) -> None:
    assert verbale("figures", "-o", f"a.{format}")[:2] == (0, f"a.{format} is written\n")
    assert Path(f"a.{format}").read_bytes()
    with_name = verbale("figures", "--format", "sdmx-csv", "-o", "a.txt")
    assert with_name[0] == 0
    assert "COUNTERPART_AREA" in Path("a.txt").read_text()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["--period", "2020..2022"], True),
        (["--period", "2022..2023"], False),
        (["--reporter", "NOR"], False),
    ],
)
def test_figures_of_a_range_of_years_or_a_reporter(
    verbale: Run, filled: Archive, asked: list[str], found: bool
) -> None:
    assert bool(json.loads(verbale("figures", "--format", "json", *asked)[1])) == found


@pytest.mark.parametrize(("format", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("html", b"<!doctype html>")])
def test_a_chart_is_drawn_in_the_format_of_its_name(verbale: Run, filled: Archive, format: str, begins: bytes) -> None:
    assert verbale("chart", "bra", "nor", "goods_trade", "-o", f"a.{format}")[:2] == (0, f"a.{format} is written\n")
    assert Path(f"a.{format}").read_bytes().startswith(begins)


WRONG = [
    (["chart", "NOR", "BRA", "goods_trade", "-o", "a.pdf"], "FILE.svg, FILE.png or FILE.html"),
    (["chart", "NOR", "BRA", "coal", "-o", "a.svg"], "no figure of coal"),
    (["figures", "-o", "a.doc"], "say which --format"),
    (["figures", "-o", "a.txt", "--format", "table"], "a table is for the terminal"),
    (["figures", "-o", "nowhere/a.csv"], "No such file or directory"),
    (["figures", "--relation", "BRA"], "two different countries"),
    (["figures", "--relation", "BRA:BRA"], "two different countries"),
    (["figures", "--relation", "BRA:XQX"], "XQX: no such country"),
    (["figures", "--period", "last year"], "last year: not a time"),
    (["figures", "--archive", "nowhere.db"], "there is no archive here"),
    (["dossier", "NOR", "XQX"], "XQX: no such country"),
    (["dossier", "NOR", "CHL"], "nothing in the archive concerns"),
    (["dossier", "NOR", "BRA", "-o", "a.pdf"], "FILE.md or FILE.html"),
    (["dossier", "NOR", "BRA", "-o", "nowhere/a.md"], "No such file or directory"),
    (["read", "https://example.org/a.html"], "nothing is read from the network"),
    (["read", "."], "is a folder"),
]


@pytest.mark.parametrize("arguments, why", WRONG, ids=[" ".join(wrong[0]) for wrong in WRONG])
def test_a_call_that_cannot_be_carried_out_is_one_line(
    verbale: Run, filled: Archive, arguments: list[str], why: str
) -> None:
    code, out, err = verbale(*arguments)
    assert (code, out) == (2, "")
    assert why in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_a_dossier_is_printed_or_written(verbale: Run, filled: Archive) -> None:
    code, out, _ = verbale("dossier", "nor", "bra")
    assert code == 0
    assert "5 tonnes" in out
    code, _, _ = verbale("dossier", "NOR", "BRA", "--output", "d.html")
    assert code == 0
    assert "5 tonnes" in Path("d.html").read_text(encoding="utf-8")


def test_a_setting_that_is_no_number_is_one_line(verbale: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBALE_MAX_BYTES", "many")
    Path("a.txt").write_text(TEXT)
    assert verbale("read", "a.txt") == (2, "", "verbale: VERBALE_MAX_BYTES is a number of bytes, not 'many'\n")


def test_a_reader_that_stops_listening_is_no_error(filled: Archive, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from verbale.cli import main; main()", "figures", "--format", "json"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.wait()
