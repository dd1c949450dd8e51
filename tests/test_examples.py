"""The example documents give what a careful reader finds in them: tests/data holds the reading, item by item.

What is known to fail stands in the reading's `known`, as `section: item` with the reason.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from verbale.model.record import Record
from verbale.pipeline import read
from verbale.source import open_source

ROOT = Path(__file__).parents[1]
STEMS = ("ambassador-oslo-interview", "brazil-norway-relations")
FIELDS = ("unit", "qualifier", "measure", "indicator", "origin", "destination", "period", "base_period", "reporter")


def any_of(value: Any) -> list[Any]:
    """The readings that are right, where there is more than one."""
    return value if isinstance(value, list) else [value]


@cache
def expected(stem: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((ROOT / "tests" / "data" / f"{stem}.json").read_text(encoding="utf-8"))
    return content


@cache
def record_of(stem: str) -> Record:
    return read(open_source(ROOT / expected(stem)["source"]))


def items(section: str) -> list[Any]:
    """Each item of a section of both readings, one test each, named by its words."""
    return [
        pytest.param(stem, item, id=f"{stem.partition('-')[0]}-{name_of(item)}", marks=known(stem, section, item))
        for stem in STEMS
        for item in expected(stem)[section]
    ]


def known(stem: str, section: str, item: Any) -> tuple[pytest.MarkDecorator, ...]:
    """What is known to fail is marked with its reason, and must fail: when it passes, its line in `known` goes."""
    reason = expected(stem)["known"].get(f"{section}: {name_of(item)}")
    return (pytest.mark.xfail(strict=True, reason=reason),) if reason else ()


def name_of(item: Any) -> str:
    if isinstance(item, dict):
        return " ".join(
            str(any_of(item[key])[0]) for key in ("text", "kind", "given", "period", "reporter") if key in item
        )
    words = item if isinstance(item, str) else next(word for word in item if isinstance(word, str))
    return str(words[:40])


@pytest.mark.parametrize("stem", STEMS)
def test_the_document_says_who_when_and_about_whom(stem: str) -> None:
    wanted, document = expected(stem)["document"], record_of(stem).document
    for field in ("title", "published", "language", "genre"):
        assert getattr(document, field) == wanted.get(field, getattr(document, field))
    assert set(document.relation) == set(wanted["relation"])
    assert document.authors == ((wanted["author"],) if "author" in wanted else ())


@pytest.mark.parametrize("stem", STEMS)
def test_the_one_who_is_asked_is_known_with_his_country(stem: str) -> None:
    wanted = expected(stem)["document"]
    asked = [p for p in record_of(stem).document.participants if p.part == "interviewee"]
    assert [(p.name, p.country) for p in asked] == [(wanted["interviewee"]["name"], wanted["interviewee"]["country"])]


@pytest.mark.parametrize("stem,name", items("interviewers"))
def test_the_one_who_asks_is_known(stem: str, name: str) -> None:
    assert [p.name for p in record_of(stem).document.participants if p.part == "interviewer"] == [name]


@pytest.mark.parametrize("stem,words", items("clutter"))
def test_the_page_is_not_part_of_the_text(stem: str, words: str) -> None:
    assert words not in record_of(stem).text


@pytest.mark.parametrize("stem,wanted", items("figures"))
def test_a_figure_is_read_with_its_fields(stem: str, wanted: dict[str, Any]) -> None:
    found = [f for f in record_of(stem).figures if wanted["text"] in f.span.text]
    found = [f for f in found if f.value == pytest.approx(wanted["value"])]
    assert found, f"{wanted['text']!r} is not found with its value"
    fields = {field: wanted[field] for field in FIELDS if field in wanted} | {
        "modality": wanted.get("modality", "actual")
    }
    said = [{field: getattr(figure, field) for field in fields} for figure in found]
    assert any(all(one[field] in any_of(value) for field, value in fields.items()) for one in said), said
    if "parties" in wanted:
        assert any(set(f.parties) == set(wanted["parties"]) for f in found)


@pytest.mark.parametrize("stem", STEMS)
def test_no_figure_is_found_where_the_reader_finds_none(stem: str) -> None:
    wanted = [figure["text"] for figure in expected(stem)["figures"]]
    found = [f.span.text for f in record_of(stem).figures]
    assert [words for words in found if not any(words in w or w in words for w in wanted)] == []


@pytest.mark.parametrize("stem,words", items("not_figures"))
def test_a_trap_is_no_figure(stem: str, words: str) -> None:
    assert not [f for f in record_of(stem).figures if words in f.span.text or f.span.text == words]


@pytest.mark.parametrize("stem", [stem for stem in STEMS if expected(stem)["exchanges"]])
def test_exchanges_are_numbered(stem: str) -> None:
    numbers = [exchange.number for exchange in record_of(stem).exchanges]
    assert numbers == list(range(1, expected(stem)["exchanges"] + 1))


@pytest.mark.parametrize("stem,part", items("parts"))
def test_a_sub_question_is_found_and_judged(stem: str, part: tuple[int, str, list[str]]) -> None:
    number, words, techniques = part
    asked = [p for e in record_of(stem).exchanges if e.number == number for p in e.parts]
    judged = {p.technique for p in asked if p.span.text.strip("?, ").endswith(words.strip("?"))}
    assert judged, f"not found among {[p.span.text for p in asked]}"
    assert judged <= set(techniques)


@pytest.mark.parametrize("stem,quote", items("quotes"))
def test_a_quotation_is_found_with_its_speaker(stem: str, quote: tuple[str, Any, str]) -> None:
    words, kind, speaker = quote
    record = record_of(stem)
    found = [s for s in record.statements if s.kind in ("direct", "mixed", "block") and words in s.span.text]
    assert found
    said = [(s.kind, getattr(record.actor(s.speaker), "name", None)) for s in found]
    assert len(said) == 1
    assert said[0][0] in any_of(kind)
    assert said[0][1] == speaker


@pytest.mark.parametrize("stem,words", items("not_quotes"))
def test_marks_that_are_not_speech_are_no_statement(stem: str, words: str) -> None:
    assert not [s for s in record_of(stem).statements if s.span.text.strip(",.") == words.strip(",.")]


@pytest.mark.parametrize("stem,date", items("dates"))
def test_a_date_stands_on_the_calendar(stem: str, date: tuple[str, Any]) -> None:
    words, value = date
    found = [d for d in record_of(stem).dates if words in d.span.text or d.span.text in words]
    assert {d.value for d in found} & set(any_of(value))


@pytest.mark.parametrize("stem,wanted", items("checks"))
def test_what_was_said_is_checked(stem: str, wanted: dict[str, Any]) -> None:
    keys = [key for key in ("kind", "indicator", "period", "given") if key in wanted]
    found = [c for c in record_of(stem).checks if all(getattr(c, key) == wanted[key] for key in keys)]
    if wanted["verdict"] is None:
        assert not [c for c in found if c.verdict != "not_checkable"]
        return
    assert wanted["verdict"] in [c.verdict for c in found]
    if "computed" in wanted:
        assert any(c.computed == pytest.approx(wanted["computed"], abs=0.05) for c in found)
