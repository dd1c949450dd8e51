"""Whether time grows with the length of a line and no faster, and what is held in memory, on the worst of lines."""

import random
import tracemalloc
from collections.abc import Callable
from time import process_time
from typing import Any

import pytest
from told import Told

from verbale.claims.dates.find import find_expressions
from verbale.claims.figures.grammar import quantities_of
from verbale.lang.pack import load
from verbale.model.structure import Head, Structure

ENGLISH = load("en")
NO_STRUCTURE = Structure(Head(), (), (), ())
SIGNS = "0123456789" * 3 + ",,,,$€£"
MEGABYTES = (5, 10)


def line(megabytes: float) -> str:
    """So many megabytes of digits, commas and currency signs."""
    return "".join(random.Random(1).choices(SIGNS, k=int(megabytes * 1_000_000)))


def figures(content: str) -> int:
    """How many quantities there are."""
    return sum(1 for _ in quantities_of(content, ENGLISH))


def dates(content: str) -> int:
    """How many expressions of time there are."""
    return len(find_expressions(content, NO_STRUCTURE, ENGLISH))


@pytest.mark.benchmark(timer=process_time)  # whatever else the machine does meanwhile
@pytest.mark.parametrize("megabytes", MEGABYTES)
@pytest.mark.parametrize("read", [figures, dates])
def bench_a_line(benchmark: Any, read: Callable[[str], int], megabytes: int, tell: Told) -> None:
    """A line, and one of twice its length."""
    read(line(0.01))
    benchmark.pedantic(read, (line(megabytes),), rounds=1)
    tell.length(read.__name__, megabytes, benchmark)


@pytest.mark.parametrize("read", [figures, dates])
def bench_memory(read: Callable[[str], int], tell: Told) -> None:
    """What is held at most while a line is read, and one of twice its length; being watched makes it slow."""
    peaks = []
    for megabytes in (0.1, 0.2):
        content = line(megabytes)
        tracemalloc.start()
        read(content)
        peaks.append(tracemalloc.get_traced_memory()[1] / 1_000_000)
        tracemalloc.stop()
    tell.memory(read.__name__, peaks)
