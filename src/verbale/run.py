"""A run reads many sources into an archive: on every core, in a fixed order, and only what is not there yet."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.metadata import version as package_version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from verbale.archive.store import Archive
from verbale.errors import BrokenAnchor, RefusedRecord, UnreadableSource
from verbale.model.record import Record
from verbale.model.source import Source
from verbale.pool import Failure, Reading, read_all
from verbale.source import MEDIA_TYPES, STANDARD_INPUT, open_source, source_of

MANY = 12  # sources: fewer are read sooner than further processes are ready
Told = Callable[[int, int], None]  # is told how many sources are done, of how many


@dataclass(frozen=True, slots=True)
class Report:
    """How a run went: how many documents it `added`, how many were `known` already, and what could not be read.

    `passed_over` counts the files in folders whose endings name no kind of document that is read.
    """

    added: int
    known: int
    failures: tuple[Failure, ...]
    passed_over: int = 0


def read(source: str | Path | bytes | Source) -> Record:
    """The record of a file, of standard input (`-`), of bytes, or of a source.

    Raises:
        UnreadableSource: it is missing, empty, binary or too large.
    """
    from verbale import pipeline

    if isinstance(source, Source):
        return pipeline.read(source)
    return pipeline.read(source_of(source) if isinstance(source, bytes) else open_source(source))


def readings(paths: Sequence[str]) -> Iterator[Reading | Failure]:
    """What reading each path gives, in the order of the paths; many are read side by side."""
    alone = len(paths) < MANY or STANDARD_INPUT in paths
    return read_all(paths, 1 if alone else _workers(len(paths)))


def add(archive: Archive, paths: Iterable[str | Path], workers: int | None = None, told: Told | None = None) -> Report:
    """Read files, and the documents in folders, into an archive; what it has of this version already is not read again.

    Sources are told apart by their bytes. Each document is stored as it is read: a run that is stopped goes on where it
    stopped when it is begun again. `workers` is the number of processes, one a core if not given.
    """
    version = pipeline_version()
    sources, passed_over = sources_in(paths)
    new, known, failures = _new(sources, archive.digests(version))
    added = 0
    told = told or (lambda done, of: None)
    told(0, len(new))
    for done, found in enumerate(read_all(new, _workers(len(new), workers)), 1):
        if isinstance(found, Failure):
            failures.append(found)
        else:
            try:
                archive.add(found.record, found.source, version)
                added += 1
            except (BrokenAnchor, RefusedRecord) as error:
                failures.append(Failure(found.source.uri, f"{found.source.uri}: {error}"))
        told(done, len(new))
    return Report(added, known, tuple(failures), passed_over)


def sources_in(paths: Iterable[str | Path]) -> tuple[list[str], int]:
    """The files at the paths, and how many were passed over: of those in folders, whose ending names no document.

    Folders are read to any depth, in the order of their names; what begins with a dot is left out.
    """
    found: list[str] = []
    passed_over = 0
    for path in map(Path, paths):
        if not path.is_dir():
            found.append(str(path))
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            open_names = sorted(name for name in names if not name.startswith("."))
            documents = [str(Path(folder, name)) for name in open_names if _is_document(name)]
            found += documents
            passed_over += len(open_names) - len(documents)
    return found, passed_over


@cache
def pipeline_version() -> str:
    """What makes records: a digest of the package's version, of every step's, and of the language packs."""
    from verbale.pipeline import STEPS

    digest = blake2b(package_version("verbale").encode(), digest_size=8)
    for step in STEPS:
        digest.update(f"{step.gives} {step.version}\n".encode())
    for file in _packs(files("verbale.lang")):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def _new(paths: Iterable[str], known: frozenset[str]) -> tuple[list[str], int, list[Failure]]:
    """The paths whose bytes are not known, each content once; how many are; and what cannot be opened."""
    new: dict[str, str] = {}
    met, failures = 0, []
    for path in paths:
        try:
            digest = _opened(path).sha256
        except UnreadableSource as error:
            failures.append(Failure(path, str(error)))
            continue
        met += digest in known or digest in new
        if digest not in known:
            new.setdefault(digest, path)
    return list(new.values()), met, failures


def _opened(path: str) -> Source:
    if path == STANDARD_INPUT:
        raise UnreadableSource(f"{path}: standard input can be read, not added; save it and give its file")
    return open_source(path)


def _is_document(name: str) -> bool:
    return Path(name).suffix.lower() in MEDIA_TYPES


def _packs(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _packs(entry)
        elif entry.name.endswith(".toml"):
            yield entry


def _workers(sources: int, asked: int | None = None) -> int:
    """As many processes as were asked for, or one a core, but not more than there are sources."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(asked or cores, sources)
