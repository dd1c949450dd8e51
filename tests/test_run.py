"""A run reads what is new, keeps what it read, and loses nothing to one bad document, a death or an interrupt."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from verbale import run
from verbale.archive.sqlite import open_archive
from verbale.archive.store import Archive
from verbale.errors import ArchiveError
from verbale.model.source import Source
from verbale.pool import Failure, Reading, read_all, read_one

COUNT = 24  # documents: enough for a run to be stopped in the midst of it
WORKER = '''
import os, time
from verbale.pool import read_one

def read(path):
    """Reads as the pool does, unless the file says that reading it kills the process."""
    if "kill" in open(path).read():
        time.sleep(0.2)
        os._exit(9)
    return read_one(path)
'''


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "verbale.db", create=True) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three documents, one of them deep, and what is none: hidden files and folders, other endings."""
    folder = tmp_path / "documents"
    for name in ("a.txt", "deep/er/b.md", "c.HTML", ".hidden.txt", ".git/d.txt", "e.csv"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Norway sold {len(name)} tonnes to Brazil in 2021.")
    return folder


def names(paths: Iterable[str], folder: Path) -> list[str]:
    return [str(Path(path).relative_to(folder)) for path in paths]


def test_folders_are_searched_for_documents_in_the_order_of_their_names(folder: Path) -> None:
    found, passed_over = run.sources_in([folder])
    assert names(found, folder) == ["a.txt", "c.HTML", "deep/er/b.md"]
    assert passed_over == 1, "e.csv is told of; what is hidden is not"


def test_a_file_that_is_named_is_read_whatever_its_ending(folder: Path) -> None:
    found, passed_over = run.sources_in([folder / "e.csv", folder / "none.txt"])
    assert (names(found, folder), passed_over) == (["e.csv", "none.txt"], 0)


def test_what_is_there_is_not_read_again(archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run.add(archive, [folder], workers=1)
    assert (first.added, first.known, first.failures) == (3, 0, ())
    before = list(archive.records())

    def none_is_read(paths: list[str], *_: object) -> Iterator[Reading]:
        assert paths == []
        return iter(())

    monkeypatch.setattr(run, "read_all", none_is_read)
    again = run.add(archive, [folder, folder / "a.txt"])
    assert (again.added, again.known, again.failures) == (0, 4, ())
    assert list(archive.records()) == before


def test_the_same_bytes_are_read_once_and_known_by_their_first_place(archive: Archive, folder: Path) -> None:
    (folder / "z.txt").write_bytes((folder / "a.txt").read_bytes())
    report = run.add(archive, [folder], workers=1)
    assert (report.added, report.known) == (3, 1)
    assert str(folder / "z.txt") not in {document.source.uri for document in archive.documents()}


def test_another_version_reads_anew(archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run.add(archive, [folder], workers=1)
    monkeypatch.setattr(run, "pipeline_version", lambda: "later")
    assert run.add(archive, [folder], workers=1).added == 3
    assert len(archive.documents()) == 3
    assert len(archive.digests("later")) == 3


def test_processes_give_the_same_archive_as_one(tmp_path: Path, folder: Path) -> None:
    filled = []
    for workers in (1, 2):
        with open_archive(tmp_path / f"{workers}.db", create=True) as archive:
            run.add(archive, [folder], workers=workers)
            filled.append(list(archive.records()))
    assert filled[0] == filled[1]
    assert len(filled[0]) == 3


def test_what_cannot_be_read_is_told_and_the_rest_goes_in(archive: Archive, folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"")
    report = run.add(archive, [folder / "missing.txt", folder], workers=1)
    assert report.added == 3
    assert [Path(failure.path).name for failure in report.failures] == ["missing.txt", "b.txt"]
    assert all("\n" not in failure.reason and failure.path in failure.reason for failure in report.failures)


def test_a_defect_met_in_one_document_is_that_documents_failure(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from verbale import pipeline

    whole = pipeline.read

    def defective(source: Source) -> object:
        if source.uri.endswith("a.txt"):
            raise RecursionError("too\ndeep")
        return whole(source)

    monkeypatch.setattr(pipeline, "read", defective)
    report = run.add(archive, [folder], workers=1)
    assert report.added == 2
    assert "RecursionError: too deep (test_run.py:" in report.failures[0].reason


def test_a_record_with_a_broken_anchor_is_a_failure(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    def broken(paths: list[str], *_: object) -> Iterator[Reading | Failure]:
        for path in paths:
            reading = read_one(path)
            assert isinstance(reading, Reading)
            yield Reading(
                reading.source, replace(reading.record, text="?") if path.endswith("a.txt") else reading.record
            )

    monkeypatch.setattr(run, "read_all", broken)
    report = run.add(archive, [folder])
    assert report.added == 2
    assert "does not stand at" in report.failures[0].reason


def test_an_archive_that_cannot_be_written_stops_the_run(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise ArchiveError("the disk is full")

    monkeypatch.setattr(archive, "add", full)
    with pytest.raises(ArchiveError, match="full"):
        run.add(archive, [folder], workers=1)


def test_progress_is_told_from_nought_to_all(archive: Archive, folder: Path) -> None:
    told: list[tuple[int, int]] = []
    run.add(archive, [folder], workers=1, told=lambda done, of: told.append((done, of)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("paths, alone", [(["a"] * 3, True), (["a"] * 50, False), ([*["a"] * 50, "-"], True)])
def test_many_files_are_read_side_by_side_unless_one_is_standard_input(
    paths: list[str], alone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "read_all", lambda paths, workers: iter([workers]))
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    assert list(run.readings(paths)) == [1 if alone else 3]


def test_a_process_that_dies_takes_only_its_own_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deadly.py").write_text(WORKER)
    monkeypatch.syspath_prepend(tmp_path)
    from deadly import read  # type: ignore[import-not-found]

    paths = []
    for number, words in enumerate(["Good day.", "kill", "Good night.", "kill", "Good morning."]):
        path = tmp_path / f"{number}.txt"
        path.write_text(words)
        paths.append(str(path))
    found = list(read_all(paths, workers=2, read=read))
    assert [isinstance(one, Reading) for one in found] == [True, False, True, False, True]
    assert [one.source.uri if isinstance(one, Reading) else one.path for one in found] == paths
    assert isinstance(found[1], Failure)
    assert found[1].reason == f"{paths[1]}: the process that read it died"


def documents(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(f"Norway sold {number} tonnes of fish to Brazil in 2021.\n\n" * 4)
    return folder


def adding(folder: Path, archive: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", "from verbale.cli import main; main()", "add", str(folder)]
    options = ["--archive", str(archive), "--processes", "2"]
    return subprocess.Popen([*command, *options], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def stored(archive: Path) -> int:
    try:
        with open_archive(archive) as opened:
            return len(opened.documents())
    except ArchiveError:
        return 0


def wait_until(true: Callable[[], bool]) -> None:
    for _ in range(6000):
        if true():
            return
        time.sleep(0.01)
    raise AssertionError("it never came true")


def children(process: int) -> list[int]:
    return [
        int(pid) for task in Path(f"/proc/{process}/task").iterdir() for pid in (task / "children").read_text().split()
    ]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="there is no /proc to see processes in")
def test_a_run_that_is_stopped_goes_on_where_it_stopped(tmp_path: Path) -> None:
    folder, archive = documents(tmp_path / "documents", COUNT), tmp_path / "verbale.db"
    killed, _ = stopped(adding(folder, archive), signal.SIGKILL, lambda: stored(archive) > 0)
    assert killed == -signal.SIGKILL
    first = stored(archive)
    assert 0 < first < COUNT
    code, complaints = stopped(adding(folder, archive), signal.SIGINT, lambda: stored(archive) > first)
    assert code == 130
    assert complaints.count("\n") == 1
    assert complaints.startswith("verbale: stopped")
    second = stored(archive)
    assert first < second < COUNT
    last = adding(folder, archive)
    summary, _ = last.communicate()
    assert last.returncode == 0
    assert f"{COUNT - second} added" in summary
    assert f"{second} there already" in summary
    assert stored(archive) == COUNT


def stopped(process: "subprocess.Popen[str]", by: signal.Signals, when: Callable[[], bool]) -> tuple[int, str]:
    """The exit code and complaints of a run that is stopped at some moment; its processes end with it."""
    wait_until(when)
    workers = children(process.pid)
    process.send_signal(by)
    _, complaints = process.communicate()
    wait_until(lambda: not any(alive(pid) for pid in workers))
    return process.returncode, complaints


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
