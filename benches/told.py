"""What the benchmarks tell when all are over: words a second, and ratios within the one run."""

from collections.abc import Iterator
from typing import Any

OURS = "figures and dates"


class Told:
    """The results, as lines to be printed."""

    def __init__(self) -> None:
        self._speeds: dict[str, float] = {}
        self._seconds: dict[str, dict[int, float]] = {}
        self._lines: list[str] = []

    def speed(self, name: str, texts: list[str], seconds: float) -> None:
        """The processor time that the fastest round took."""
        self._speeds[name] = sum(len(text.split()) for text in texts) / seconds

    def length(self, name: str, megabytes: int, benchmark: Any) -> None:
        """How long a line of so many megabytes took."""
        self._seconds.setdefault(name, {})[megabytes] = benchmark.stats.stats.min

    def memory(self, name: str, peaks: list[float]) -> None:
        """What was held at most, in megabytes, on a line and on one of twice its length."""
        self._lines.append(f"{name}: {peaks[0]:.2f} MB held at most, {peaks[1]:.2f} MB on twice the line")

    def steps(self, once: dict[str, float], twice: dict[str, float]) -> None:
        """How long each step took."""
        self._lines.append(f"{'step':14}{'to the parse':>14}{'twice to once':>16}")
        for name, seconds in once.items():
            ratio = twice[name] / max(seconds, 1e-9)
            self._lines.append(f"{name:14}{seconds / once['parse']:14.3f}{ratio:16.2f}")
        whole, double = sum(once.values()), sum(twice.values())
        self._lines.append(f"{'all':14}{whole / once['parse']:14.3f}{double / whole:16.2f}")

    def lines(self) -> Iterator[str]:
        """All of it."""
        ours = self._speeds.get(OURS, 0.0)
        for name, speed in self._speeds.items():
            ratio = f", {ours / speed:,.0f} times fewer" if speed < ours else ""
            yield f"{name:18}{speed:12,.0f} words a second{ratio}"
        for name, seconds in self._seconds.items():
            (short, before), (long, after) = sorted(seconds.items())
            yield f"{name}: a line of {long} MB takes {after / before:.2f} times one of {short} MB ({after:.0f} s)"
        yield from self._lines
