"""A comparison holds the two sides' figures of one thing and time against each other, and no others."""

from dataclasses import replace
from pathlib import Path

import pytest

from verbale.dossier.cited import Cited, cited
from verbale.dossier.compare import compare, gap
from verbale.interchange import from_json
from verbale.model.claim import Figure
from verbale.model.record import Record
from verbale.model.span import Span
from verbale.model.statement import By

RECORDS = Path(__file__).parents[1] / "data" / "records"
ARTICLE = from_json((RECORDS / "brazil-norway-relations.json").read_bytes())
PAIR = ("BRA", "NOR")


def figure(words: str, value: float, reporter: str | None, **fields: object) -> Figure:
    known = {"unit": "USD", "indicator": "goods_trade", "parties": PAIR, "period": "2024", "measure": "level"} | fields
    return Figure(
        f"figure-{words}",
        Span(0, len(words), words),
        value,
        by=By("t", "t", "1"),
        reporter=reporter,
        **known,  # type: ignore[arg-type]
    )


def found(*figures: Figure) -> list[Cited[Figure]]:
    """Figures, each at the start of a document of its own."""
    return [cited(n, of_text(one.span.text), one, (one.span,)) for n, one in enumerate(figures, 1)]


def of_text(text: str) -> Record:
    return replace(ARTICLE, text=text, origin=((0, 0, len(text)),))


def test_the_documents_of_both_sides_are_held_against_each_other() -> None:
    ours, theirs = figure("2.16 billion", 2.16e9, "BRA"), figure("2.70 billion", 2.7e9, "NOR")
    (comparison,) = compare(found(ours, theirs), PAIR)
    assert [f.value for f in comparison.first] == [ours]
    assert [f.value for f in comparison.second] == [theirs]
    (only,) = comparison.gaps
    assert (only.size, only.unit, only.larger, only.agrees) == (pytest.approx(25.0), "percent", "NOR", False)


@pytest.mark.parametrize(
    "change",
    [
        {"period": "2023"},
        {"indicator": "investment"},
        {"unit": "EUR"},
        {"measure": "growth"},
        {"reporter": "BRA"},
        {"reporter": None},
        {"reporter": "IMF"},
        {"parties": (), "origin": "NOR", "destination": "BRA"},
        {"modality": "hypothetical"},
        {"modality": "target"},
        {"period": None},
    ],
    ids=str,
)
def test_what_is_not_the_same_is_not_compared(change: dict[str, object]) -> None:
    ours, theirs = figure("2.16 billion", 2.16e9, "BRA"), figure("2.70 billion", 2.7e9, "NOR")
    assert compare(found(ours, replace(theirs, **change)), PAIR) == ()


def test_opposite_flows_counted_by_different_sides_are_no_mirror() -> None:
    flow = {"indicator": "visitors", "unit": "person", "parties": ()}
    south = figure("41,300", 41300, "BRA", origin="NOR", destination="BRA", **flow)
    north = figure("58,600", 58600, "NOR", origin="BRA", destination="NOR", **flow)
    assert compare(found(south, north), PAIR) == ()
    assert len(compare(found(south, replace(north, origin="NOR", destination="BRA")), PAIR)) == 1


def test_a_value_stated_often_is_one_gap_and_two_values_are_two() -> None:
    ours = [figure("2.16 billion", 2.16e9, "BRA"), figure("2.16 billion", 2.16e9, "BRA")]
    theirs = [figure("2.70 billion", 2.7e9, "NOR"), figure("2.69 billion", 2.69e9, "NOR")]
    (comparison,) = compare(found(*ours, theirs[0]), PAIR)
    assert len(comparison.gaps) == 1
    (comparison,) = compare(found(*ours, *theirs), PAIR)
    assert len(comparison.gaps) == 2


@pytest.mark.parametrize(
    "words,value,agrees",
    [("2.7 billion", 2.7e9, True), ("2.69 billion", 2.69e9, True), ("2.72 billion", 2.72e9, False)],
)
def test_sides_agree_within_what_rounding_leaves_open(words: str, value: float, agrees: bool) -> None:
    assert gap(figure("2.69 billion", 2.69e9, "BRA"), figure(words, value, "NOR")).agrees == agrees


def test_rates_are_apart_by_points() -> None:
    ours = figure("12.5%", 12.5, "BRA", unit="percent", measure="growth")
    theirs = figure("8.9%", 8.9, "NOR", unit="percent", measure="growth")
    apart = gap(ours, theirs)
    assert (apart.size, apart.unit, apart.larger) == (pytest.approx(3.6), "percentage_point", "BRA")


def test_nothing_is_divided_by_nought() -> None:
    assert gap(figure("0", 0, "BRA"), figure("5", 5, "NOR")).unit == "USD"
