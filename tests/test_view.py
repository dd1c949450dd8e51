"""The view shows what the record holds, in any width, and leaves out what it does not hold."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from verbale.interchange import from_json
from verbale.model.claim import Figure
from verbale.model.record import Record
from verbale.view import render

RECORDS = Path(__file__).parent / "data" / "records"
SECTIONS = ("exchanges", "statements", "figures", "dates", "checks", "issues")


@pytest.fixture(params=sorted(RECORDS.glob("*.json")), ids=lambda path: path.stem.split("-")[0])
def record(request: pytest.FixtureRequest) -> Record:
    return from_json(request.param.read_bytes())


def shown(record: Record, width: int = 80, color: bool = False) -> str:
    out = StringIO()
    Console(file=out, width=width, force_terminal=color, color_system="standard" if color else None).print(
        render(record)
    )
    return out.getvalue()


def on_one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(record: Record, width: int) -> None:
    assert max(map(len, shown(record, width).splitlines())) <= width


def test_there_is_no_colour_in_a_pipe(record: Record) -> None:
    assert "\x1b" not in shown(record)
    assert "\x1b" in shown(record, color=True)


def test_the_header_says_who_when_and_about_whom(record: Record) -> None:
    head = on_one_line(shown(record, 200))
    assert record.document.title is not None
    assert record.document.title in head
    assert "2025 · BRA–NOR" in head
    assert all(p.name in head for p in record.document.participants)


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_stands_where_something_was_found_and_only_there(record: Record, name: str) -> None:
    count = len(getattr(record, name))
    assert (f"{name.capitalize()}  {count} ─" in shown(record)) == bool(count)
    assert f"{name.capitalize()}  " not in shown(replace(record, **{name: ()}))


def test_every_sub_question_stands_there_with_its_judgement(record: Record) -> None:
    text = on_one_line(shown(record, 200))
    parts = [part for exchange in record.exchanges for part in exchange.parts]
    assert all(part.span.text in text and part.why in text for part in parts)
    judged = [part.clarity for part in parts]
    assert text.count("○ ") == judged.count("clear_non_reply")
    assert text.count("◐ ") == judged.count("ambivalent")


def test_statements_stand_under_their_speaker(record: Record) -> None:
    text = shown(record, 300).partition("Statements  ")[2]
    for actor in {statement.speaker for statement in record.statements}:
        words = [s.span.text for s in record.statements if s.speaker == actor]
        places = [text.index(w) for w in words]
        assert places == sorted(places)
        others = [s.span.text for s in record.statements if s.speaker != actor]
        assert not [w for w in others if min(places) < text.index(w) < max(places)]


def test_a_statement_of_nobody_known_is_shown_as_such(record: Record) -> None:
    unknown = replace(record, statements=(replace(record.statements[0], speaker=None),))
    assert "Speaker not known" in shown(unknown)


def test_marks_of_the_terminal_library_in_a_text_are_only_text(record: Record) -> None:
    odd = replace(record, document=replace(record.document, title="[red]A title[/] \x1b[2J"))
    assert "[red]A title[/] [2J" in shown(odd)


def test_a_figure_with_nothing_but_a_value_is_shown(record: Record) -> None:
    first = record.figures[0]
    bare = Figure(first.id, first.span, 7.0, "ship", first.by)
    assert "7 ships" in shown(replace(record, figures=(bare,)))


def test_a_check_is_shown_with_its_working(record: Record) -> None:
    text = on_one_line(shown(record, 200))
    assert all(check.working in text for check in record.checks if check.working)
