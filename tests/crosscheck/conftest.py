"""An archive for crosschecks: documents with figures as they would be read, and official series beside them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from verbale.archive.sqlite import open_archive
from verbale.archive.store import Archive
from verbale.model.claim import Figure
from verbale.model.record import SCHEMA, Document, Origin, Record
from verbale.model.reference import Dataset, Observation
from verbale.model.source import Source
from verbale.model.span import Span
from verbale.model.statement import Actor, By


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.db", create=True) as opened:
        yield opened


@pytest.fixture
def tell(archive: Archive) -> Callable[..., str]:
    """Adds a document that states figures: (words, value, what else is said of it); gives the document's id."""

    def add(*told: tuple[str, float, dict[str, object]], checks: tuple[object, ...] = (), by: str = "Li Wei") -> str:
        text, figures = "", []
        for words, value, said in told:
            span = Span(len(text), len(text) + len(words), words)
            usual = {"unit": "USD", "indicator": "goods_trade", "label": "trade", "parties": ("BRA", "NOR")}
            own = usual | {"period": "2021", "speaker": "actor-1", "by": By("figures", "test", "1")} | said
            figures.append(Figure(id=f"figure-{span.start}", span=span, value=value, **own))  # type: ignore[arg-type]
            text += f"{words}, said {by}. "
        source = Source(f"{by}-{len(text)}.txt", "text/plain", text.encode())
        origin = Origin(source.uri, source.sha256, source.media_type, len(source.content))
        document = Document(source.sha256[:16], origin, "Fish", (), None, None, "en", "article", ("BRA", "NOR"), (), ())
        actors = (Actor("actor-1", by, "person"),)
        runs = ((0, 0, len(text)),)
        record = Record(SCHEMA, document, text, runs, actors=actors, figures=tuple(figures), checks=checks)  # type: ignore[arg-type]
        archive.add(record, source, "1")
        return document.id

    return add


@pytest.fixture
def publish(archive: Archive) -> Callable[..., None]:
    """Adds official series: (reporter, origin, destination, period, value), each from a line of its own."""

    def add(*told: tuple[str, str, str | None, str, float], **said: object) -> None:
        usual = {"indicator": "goods_trade", "unit": "USD"} | said
        observations = [
            Observation("d1", line, reporter=who, origin=a, destination=b, period=when, value=value, **usual)  # type: ignore[arg-type]
            for line, (who, a, b, when, value) in enumerate(told, 2)
        ]
        archive.add_dataset(Dataset("d1", "offices", "o.csv", "0" * 64, len(observations)), observations)

    return add
