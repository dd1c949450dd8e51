"""How fast figures and dates are read, beside two other extractors: the same texts, one run, all warm."""

import re
from time import process_time
from typing import Any

import pytest
from neighbour import Neighbour
from told import Told

from verbale.claims.dates import find_dates
from verbale.claims.figures.grammar import quantities_of
from verbale.lang.pack import load
from verbale.model.structure import Head, Passage, Structure
from verbale.model.text import Alignment, Run, Text

ENGLISH = load("en")
by_processor_time = pytest.mark.benchmark(timer=process_time)  # whatever else the machine does meanwhile


def figures(texts: list[str]) -> int:
    """How many quantities the words alone show."""
    return sum(1 for text in texts for _ in quantities_of(text, ENGLISH))


def dates(texts: list[tuple[Text, Structure]]) -> int:
    """How many expressions of time there are, each resolved against a day of publication."""
    return sum(len(tuple(find_dates(text, structure, None, ENGLISH))) for text, structure in texts)


def built(content: str) -> tuple[Text, Structure]:
    """A text whose lines are its passages and sentences."""
    text = Text(content, Alignment((Run(0, 0, len(content)),)))
    lines = tuple(text.span(*line.span()) for line in re.finditer(r"[^\n]+", content))
    passages = tuple(Passage(f"{line.start}", line, "narrative") for line in lines)
    return text, Structure(Head(published="2025-03-31"), passages, lines, ())


@by_processor_time
def bench_figures_and_dates(benchmark: Any, texts: list[str], tell: Told) -> None:
    """Verbale's two grammars."""
    structures = [built(text) for text in texts]
    found = benchmark.pedantic(lambda: figures(texts) + dates(structures), rounds=30, warmup_rounds=3)
    assert found
    tell.speed("figures and dates", texts, benchmark.stats.stats.min)


@by_processor_time
def bench_figures(benchmark: Any, texts: list[str], tell: Told) -> None:
    """The one of them."""
    benchmark.pedantic(figures, (texts,), rounds=30, warmup_rounds=3)
    tell.speed("figures", texts, benchmark.stats.stats.min)


@by_processor_time
def bench_dates(benchmark: Any, texts: list[str], tell: Told) -> None:
    """The other."""
    benchmark.pedantic(dates, ([built(text) for text in texts],), rounds=30, warmup_rounds=3)
    tell.speed("dates", texts, benchmark.stats.stats.min)


@pytest.mark.parametrize("neighbour, rounds", [("quantulum3", 5), ("recognizers-text", 2)], indirect=["neighbour"])
def bench_neighbour(benchmark: Any, neighbour: Neighbour, rounds: int, texts: list[str], tell: Told) -> None:
    """Another extractor, in a process of its own; the texts are sent to it, which takes no time beside the reading."""
    benchmark.pedantic(neighbour.read, (texts,), rounds=rounds)
    tell.speed(neighbour.name, texts, neighbour.seconds)
