"""Official series are kept, asked by relation and indicator, replaced and let go of."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.archive.sqlite import open_archive
from verbale.archive.store import Archive
from verbale.archive.wanted import WantedSeries
from verbale.errors import ArchiveError
from verbale.model.reference import Dataset, Observation


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.db", create=True) as opened:
        yield opened


def one(line: int, origin: str, destination: str | None, **said: object) -> Observation:
    usual = {"indicator": "goods_trade", "reporter": "NOR", "period": "2021", "value": 5.0, "unit": "USD"}
    return Observation("d1", line, origin=origin, destination=destination, **(usual | said))  # type: ignore[arg-type]


OBSERVATIONS = (
    one(2, "NOR", "BRA"),
    one(3, "BRA", "NOR", valuation="CIF"),
    one(4, "NOR", "WLD"),
    one(5, "NOR", None, indicator="gdp"),
    one(6, "NOR", "PER"),
    one(7, "NOR", "BRA", period="2022"),
)
DATASET = Dataset("d1", "norway", "norway.csv", "0" * 64, 6, ("--set unit=USD",), ("1 row: nothing",))


@pytest.mark.parametrize(
    "wanted, lines",
    [
        (WantedSeries(), [2, 3, 4, 5, 6, 7]),
        (WantedSeries(("BRA", "NOR")), [2, 3, 7]),
        (WantedSeries(("BRA", "NOR"), "goods_trade", "2021"), [2, 3]),
        (WantedSeries(("NOR",)), [4, 5]),
        (WantedSeries(("NOR",), "gdp"), [5]),
        (WantedSeries(None, "gdp"), [5]),
        (WantedSeries(("BRA", "PER")), []),
    ],
)
def test_what_is_wanted(archive: Archive, wanted: WantedSeries, lines: list[int]) -> None:
    archive.add_dataset(DATASET, OBSERVATIONS)
    assert [found.line for found in archive.observations(wanted)] == lines


def test_they_are_kept_as_they_are_and_replaced(archive: Archive) -> None:
    archive.add_dataset(DATASET, OBSERVATIONS[:1])
    archive.add_dataset(DATASET, OBSERVATIONS)
    assert archive.datasets() == (DATASET,)
    assert tuple(archive.observations()) == OBSERVATIONS


def test_a_name_is_one_dataset(archive: Archive) -> None:
    archive.add_dataset(DATASET, OBSERVATIONS)
    archive.add_dataset(Dataset("d2", "norway", "new.csv", "1" * 64, 0), ())
    assert [dataset.id for dataset in archive.datasets()] == ["d2"]
    assert not list(archive.observations())


@pytest.mark.parametrize("name", ["norway", "d1"])
def test_it_is_let_go_of_by_name_or_id(archive: Archive, name: str) -> None:
    archive.add_dataset(DATASET, OBSERVATIONS)
    assert archive.remove_dataset(name) == DATASET
    assert not archive.datasets()
    assert not list(archive.observations())
    with pytest.raises(ArchiveError, match="no dataset has the name"):
        archive.remove_dataset(name)
