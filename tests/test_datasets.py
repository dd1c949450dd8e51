"""The data and checks commands, from a file of official series to what it says of what is stated."""

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from verbale.archive.sqlite import open_archive
from verbale.cli import main
from verbale.model.claim import Figure
from verbale.model.record import SCHEMA, Document, Origin, Record
from verbale.model.source import Source
from verbale.model.span import Span
from verbale.model.statement import By

Run = Callable[..., tuple[int, str, str]]
TEXT = "By Norway's figures trade with Brazil came to $11.0 billion in 2021."
SERIES = (
    "year,flow,reporter,partner,usd\n2021,X,Norway,Brazil,4000000000\n2021,M,Norway,Brazil,6000000000\n"
    "2021,M,Norway,Atlantis,5\n"
)


@pytest.fixture
def verbale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in a folder with a file of series and an archive: exit code, output, errors."""
    monkeypatch.chdir(tmp_path)
    Path("trade.csv").write_text(SERIES, encoding="utf-8")
    source = Source("a.txt", "text/plain", TEXT.encode())
    origin = Origin("a.txt", source.sha256, source.media_type, len(source.content))
    document = Document(source.sha256[:16], origin, "Fish", (), None, "2022-03-04", "en", "article", ("BRA",), (), ())
    figure = Figure(
        *("f", Span(46, 59, "$11.0 billion"), 11e9, "USD", By("t", "t", "1")),
        **{"indicator": "goods_trade", "label": "trade", "parties": ("BRA", "NOR"), "period": "2021"},  # type: ignore[arg-type]
        reporter="NOR",
    )
    with open_archive("verbale.db", create=True) as archive:
        archive.add(Record(SCHEMA, document, TEXT, ((0, 0, len(TEXT)),), figures=(figure,)), source, "1")

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["verbale", *arguments])
        code: str | int | None = 0
        try:
            main()
        except SystemExit as end:
            code = end.code
        out, err = capfd.readouterr()
        return int(code or 0), out, err

    return run


def test_series_are_loaded_listed_and_removed(verbale: Run) -> None:
    code, out, _ = verbale("data", "add", "trade.csv", "--set", "indicator=goods_trade")
    assert (code, out.splitlines()[0].split(" [")[0]) == (0, "verbale.db: trade, 2 observations")
    assert "left out 1 row: the area has no code: Atlantis (1)" in out
    _, out, _ = verbale("data", "list")
    assert "trade.csv, SHA-256" in out
    assert "--set indicator=goods_trade" in out
    assert verbale("data", "remove", "trade")[0] == 0
    assert verbale("data", "list")[1] == ""


@pytest.mark.parametrize(
    "arguments, told",
    [
        (("add", "trade.csv"), "--set indicator=goods_trade"),
        (("add", "trade.csv", "--set", "indicator"), "--set indicator: write it as NAME=VALUE"),
        (("add", "nothing.csv"), "nothing.csv: No such file"),
        (("remove", "nothing"), "no dataset has the name or id 'nothing'"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(verbale: Run, arguments: tuple[str, ...], told: str) -> None:
    code, out, err = verbale("data", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err


def test_checks_are_listed_with_their_sums_words_and_lines(verbale: Run) -> None:
    verbale("data", "add", "trade.csv", "--set", "indicator=goods_trade")
    code, out, _ = verbale("checks")
    assert code == 0
    for told in (
        "≠ differs · series · goods trade · BRA–NOR · 2021",
        "NOR's own series gives USD 10 billion for 2021; the stated $11.0 billion is 10.0 percent more",
        "NOR's imports from BRA (CIF as a rule) 6,000,000,000 + NOR's exports to BRA (FOB as a rule) 4,000,000,000",
        "“$11.0 billion” [1] 46–59",
        "trade, lines 3, 2",
        "[1] Fish, 2022-03-04",
        "1 check: 1 differs",
    ):
        assert told in out


def test_checks_for_programs(verbale: Run) -> None:
    verbale("data", "add", "trade.csv", "--set", "indicator=goods_trade")
    whole = json.loads(verbale("checks", "--format", "json")[1])
    (check,) = whole["checks"]
    assert whole["verdicts"] == {"differs": 1}
    assert check["sides"][0]["text"] == "$11.0 billion"
    assert "characters 46–59" in check["sides"][0]["citation"]
    assert [one["citation"] for one in check["observations"]] == ["trade, line 3", "trade, line 2"]
    (row,) = csv.DictReader(io.StringIO(verbale("checks", "--format", "csv")[1]))
    assert (row["verdict"], row["kind"], row["between"], row["official"]) == (
        *("differs", "series", "BRA NOR"),
        "trade, line 3 | trade, line 2",
    )


@pytest.mark.parametrize(
    "options, count",
    [
        (("--verdict", "inconsistent"), 0),
        (("--verdict", "differs", "--kind", "series", "--relation", "NOR:BRA", "--period", "2020..2022"), 1),
        (("--relation", "NOR:PER"), 0),
        (("--indicator", "crude_oil"), 0),
        (("--tolerance", "12", "--verdict", "agrees"), 1),
    ],
)
def test_what_is_wanted(verbale: Run, options: tuple[str, ...], count: int) -> None:
    verbale("data", "add", "trade.csv", "--set", "indicator=goods_trade")
    assert len(json.loads(verbale("checks", "--format", "json", *options)[1])["checks"]) == count


def test_an_archive_without_series_counts_what_it_cannot_say(verbale: Run) -> None:
    code, out, _ = verbale("checks")
    assert (code, out.strip()) == (0, "0 checks: none")
