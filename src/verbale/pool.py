"""A pool is processes that read sources side by side and give what they read in the order of the list.

At most a few sources are under way at once. A process that dies takes only the source with it that it was reading. When
the pool's owner stops or is killed the processes end with it: each holds one end of a pipe, and ends when it closes.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from traceback import extract_tb

from verbale.errors import VerbaleError
from verbale.model.record import Record
from verbale.model.source import Source

AHEAD = 4  # sources under way for each process: long ones do not hold up short ones for long


@dataclass(frozen=True, slots=True)
class Reading:
    """A source and its record."""

    source: Source
    record: Record


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no record of what lies at a path, in one line."""

    path: str
    reason: str


Read = Callable[[str], Reading | Failure]


def read_one(path: str) -> Reading | Failure:
    """What reading a path gives. Whatever goes wrong within is the path's own failure, not that of the others."""
    from verbale.pipeline import read
    from verbale.source import open_source

    try:
        source = open_source(path)
        return Reading(source, read(source))
    except VerbaleError as error:
        return Failure(path, str(error))
    except Exception as error:  # noqa: BLE001 - a defect met in one document must not lose the others
        return Failure(path, f"{path}: {_defect(error)}")


def read_all(paths: Sequence[str], workers: int, read: Read = read_one) -> Iterator[Reading | Failure]:
    """What reading each path gives, in the order of the paths."""
    if workers <= 1:
        yield from map(read, paths)
        return
    waiting = deque(paths)
    while waiting:
        under_way: deque[tuple[str, Future[Reading | Failure]]] = deque()
        try:
            with _processes(workers) as pool:
                yield from _in_order(pool, read, waiting, under_way, workers * AHEAD)
        except BrokenProcessPool:
            for path, future in under_way:
                yield _saved(future) or _alone(read, path)


def _in_order(
    pool: ProcessPoolExecutor,
    read: Read,
    waiting: deque[str],
    under_way: deque[tuple[str, Future[Reading | Failure]]],
    most: int,
) -> Iterator[Reading | Failure]:
    while waiting or under_way:
        while waiting and len(under_way) < most:
            under_way.append((waiting[0], _submitted(pool, read, waiting[0])))
            waiting.popleft()
        found = under_way[0][1].result()
        under_way.popleft()
        yield found


def _submitted(pool: ProcessPoolExecutor, read: Read, path: str) -> Future[Reading | Failure]:
    """Processes begin when there is work: they never see Ctrl-C, which a terminal sends to all of them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(read, path)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _saved(future: Future[Reading | Failure]) -> Reading | Failure | None:
    """What was read before another source broke the pool."""
    return future.result() if future.done() and not future.cancelled() and not future.exception() else None


def _alone(read: Read, path: str) -> Reading | Failure:
    """What reading a path gives in a process of its own, which may die of it."""
    try:
        with _processes(1) as pool:
            return _submitted(pool, read, path).result()
    except BrokenProcessPool:
        return Failure(path, f"{path}: the process that read it died")


@contextmanager
def _processes(workers: int) -> Iterator[ProcessPoolExecutor]:
    context = get_context("spawn")
    reader, lifeline = context.Pipe(duplex=False)
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(reader,))
    try:
        yield pool
    except BaseException:
        lifeline.close()  # what they are reading is no longer wanted
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        lifeline.close()
        reader.close()


def _begin(lifeline: Connection) -> None:
    Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    """End this process when the other end of the pipe is closed, by the owner or by its death."""
    try:
        lifeline.recv()
    except (EOFError, OSError):
        os._exit(1)


def _defect(error: Exception) -> str:
    """An unforeseen error as one line: what it was and where."""
    frames = extract_tb(error.__traceback__)
    where = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}{where}"
