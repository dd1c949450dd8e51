"""What the benchmarks read, and where they tell what they found."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from neighbour import PYTHON, Neighbour
from told import Told

ROOT = Path(__file__).resolve().parents[1]

TOLD = pytest.StashKey[Told]()


def pytest_configure(config: pytest.Config) -> None:
    """Nothing has been told yet."""
    config.stash[TOLD] = Told()


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Prints what was told, and what was left out and why."""
    terminalreporter.section("told")
    for line in config.stash[TOLD].lines():
        terminalreporter.write_line(line)
    for report in terminalreporter.stats.get("skipped", ()):
        terminalreporter.write_line(f"left out: {report.longrepr[2].removeprefix('Skipped: ')}")


@pytest.fixture(scope="session")
def tell(pytestconfig: pytest.Config) -> Told:
    """Where results are told."""
    return pytestconfig.stash[TOLD]


@pytest.fixture(scope="session")
def texts() -> list[str]:
    """The examples, without the front matter, which is no prose."""
    paths = [*sorted((ROOT / "examples").glob("*.txt")), *sorted((ROOT / "examples").glob("*.md"))]
    return [re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL) for path in paths]


@pytest.fixture
def neighbour(request: pytest.FixtureRequest, texts: list[str]) -> Iterator[Neighbour]:
    """The extractor that the parameter names, warm; where it does not run, that is said and the rest goes on."""
    if not PYTHON.exists():
        pytest.skip(f"{request.param} is not installed here")
    other = Neighbour(request.param)
    try:
        other.read(texts)
    except RuntimeError as why:
        pytest.skip(f"{request.param} does not run here: {why}")
    yield other
    other.end()
