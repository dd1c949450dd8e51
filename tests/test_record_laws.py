"""The laws of a record: it comes back whole from JSON and from the database, and the same in is the same out."""

import os
import subprocess
import sys
from dataclasses import is_dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.archive.sqlite import open_archive
from verbale.archive.store import Archive
from verbale.errors import BrokenAnchor
from verbale.interchange import from_json, to_json, to_mapping
from verbale.model.field import Field, fields_of
from verbale.model.record import Origin, Record
from verbale.model.source import Source
from verbale.model.span import Span, spans_of
from verbale.pipeline import read
from verbale.pool import Failure, read_all

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.*"))
CORPUS = Path(__file__).parents[2] / "shared" / "corpora" / "us-briefings"
SCALARS = {
    str: st.text(max_size=8),
    int: st.integers(0, 2**40),
    float: st.floats(allow_nan=False, allow_infinity=False).map(lambda x: x + 0.0),  # the database knows one nought
}
SLOW = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture], deadline=None)


def things(kind: Any, spans: st.SearchStrategy[Span]) -> st.SearchStrategy[Any]:
    """Anything that the model allows: a kind or field added to the record is held to the laws without a word here."""
    if kind is Span:
        return spans
    if is_dataclass(kind):
        return st.builds(kind, **{field.name: parts(field, spans) for field in fields_of(kind)})
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) is tuple and get_args(kind)[-1] is Ellipsis:
        return st.lists(things(get_args(kind)[0], spans), max_size=2).map(tuple)
    if get_origin(kind) is tuple:
        return st.tuples(*(things(inner, spans) for inner in get_args(kind)))
    return SCALARS[kind]


def parts(field: Field, spans: st.SearchStrategy[Span]) -> st.SearchStrategy[Any]:
    strategy = things(field.kind, spans)
    return st.none() | strategy if field.optional else strategy


@st.composite
def records(draw: st.DrawFn) -> Record:
    text = draw(st.text(max_size=60))
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    record: Record = draw(things(Record, bounds.map(lambda b: Span(b[0], b[1], text[b[0] : b[1]]))))
    source = Source(record.document.source.uri, record.document.source.media_type, text.encode())
    origin = Origin(source.uri, source.sha256, source.media_type, len(source.content))
    return replace(record, text=text, document=replace(record.document, id=source.sha256[:16], source=origin))


def source_of(record: Record) -> Source:
    return Source(record.document.source.uri, record.document.source.media_type, record.text.encode())


@given(records())
@SLOW
def test_a_record_comes_back_from_json(record: Record) -> None:
    assert from_json(to_json(record)) == record


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with open_archive(tmp_path_factory.mktemp("laws") / "laws.db", create=True) as opened:
        yield opened


@given(record=records())
@SLOW
def test_a_record_comes_back_from_its_rows(archive: Archive, record: Record) -> None:
    archive.add(record, source_of(record), "1")
    back = archive.record(record.document.id)
    assert back == record
    assert to_json(back) == to_json(record)
    assert archive.source(record.document) == source_of(record)


@given(record=records(), data=st.data())
@SLOW
def test_no_broken_anchor_is_stored(archive: Archive, record: Record, data: st.DataObject) -> None:
    words = data.draw(st.text(min_size=1, max_size=8).filter(lambda words: words != record.text[: len(words)]))
    broken = replace(record, passages=(*record.passages, _passage(Span(0, len(words), words))))
    with pytest.raises(BrokenAnchor):
        archive.add(broken, source_of(broken), "broken")
    assert not archive.has(source_of(broken).sha256, "broken")


def _passage(span: Span) -> Any:
    from verbale.model.structure import Passage

    return Passage("passage-0", span, "narrative")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_real_record_comes_back(archive: Archive, path: Path) -> None:
    source = Source(path.name, "text/plain", path.read_bytes())
    record = read(source)
    archive.add(record, source, "1")
    assert from_json(to_json(record)) == record == archive.record(record.document.id)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_same_bytes_give_the_same_json_whatever_the_hash_seed(path: Path) -> None:
    command = [sys.executable, "-c", "from verbale.cli import main; main()", "read", "--format", "json", str(path)]
    digests = {
        sha256(
            subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        ).digest()
        for seed in ("1", "2")
    }
    assert len(digests) == 1


INSERTED = "\n\nThe hall was quiet, and the lamps were lit.\n\n"
ARTICLE = [
    "Grain and timber",
    "The ambassador of Norway, Kari Lund, spoke with the Harbour Courier on 4 March 2024.",
    "“Our exports of timber to Brazil rose to 40 million dollars in 2023,” said Ambassador Lund.",
    "Trade in grain fell by 3 percent in 2022. The two sides met in May 2021.",
    "She added that Norway would open an office in Recife in 2025.",
]


@pytest.mark.parametrize("place", [3, 4])
def test_inserting_a_paragraph_shifts_all_later_anchors_by_its_length(place: int) -> None:
    before, after = "\n\n".join(ARTICLE[:place]), "\n\n".join(ARTICLE[place:])
    plain = _found(before + "\n\n" + after)
    longer = _found(before + INSERTED + after)
    shift = len(INSERTED) - 2
    shifted = {
        (name, s + shift, e + shift, words) if s > len(before) else (name, s, e, words) for name, s, e, words in plain
    }
    assert plain
    assert shifted == longer


def _found(text: str) -> set[tuple[str, int, int, str]]:
    record = read(Source("article.txt", "text/plain", text.encode()))
    found = {"figures": record.figures, "dates": record.dates, "statements": record.statements, "actors": record.actors}
    return {(name, s.start, s.end, s.text) for name, values in found.items() for s in spans_of(values)}


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"there is no folder {CORPUS}: nothing to sample")
def test_every_anchor_of_a_sample_of_real_documents_reads_back() -> None:
    paths = sorted(map(str, CORPUS.glob("*.md")))
    sample = paths[:: max(len(paths) // 200, 1)][:200]
    anchors = 0
    for reading in read_all(sample, workers=2):
        assert not isinstance(reading, Failure), reading
        mapping = to_mapping(reading.record)
        for start, end, words in _anchors({name: part for name, part in mapping.items() if name != "text"}):
            assert mapping["text"][start:end] == words
            anchors += 1
    assert anchors > 10 * len(sample)


def _anchors(value: Any) -> Any:
    """Every start, end and text in the JSON, wherever they stand: told without the model's help."""
    if isinstance(value, list):
        for inner in value:
            yield from _anchors(inner)
    elif isinstance(value, dict):
        if "start" in value:
            yield value["start"], value["end"], value["text"]
        for inner in value.values():
            yield from _anchors(inner)
