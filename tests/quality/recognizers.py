"""The cases of Recognizers-Text: short English sentences with the currencies, percentages, numbers and ranges in them.

What counts as a quantity is decided by what the annotation says, never by what is missed. Left out, and counted:
results without a value (a currency's name alone), powers ("1.1^23"), currencies that ISO 4217 does not have, and
intervals that close on one number ("equal to 30"), which state no bound.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.score import Score, close, overlap, paired
from verbale.claims.figures.grammar import bounds_of, quantities_of
from verbale.claims.figures.quantity import Quantity
from verbale.lang.numbers import numbers
from verbale.lang.pack import load

UNITS = tomllib.loads(Path(__file__).with_name("recognizers.toml").read_text(encoding="utf-8"))
ENGLISH = load("en")
INTERVAL = re.compile(r"(?P<opens>[\[(])(?P<low>[^,]*),(?P<high>[^,]*)(?P<closes>[\])])")


@dataclass(frozen=True)
class Item:
    """A stretch with its value, or its ends, and the units that are right for it."""

    place: tuple[int, int]
    value: float | None = None
    units: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None


Reading = Callable[[str], list[Item]]
Gold = Callable[[dict[str, Any]], Item | str]  # the item, or why it is left out


def cases(path: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The sentences of a file with what is annotated in them."""
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        yield case["Input"], case["Results"]


def measured(name: str, path: Path, gold: Gold, reading: Reading, alike: Callable[[Item, Item], bool]) -> Score:
    """The score of one file."""
    right = found = wanted = 0
    left_out: Counter[str] = Counter()
    misses: list[str] = []
    for content, results in cases(path):
        items = [gold(result) for result in results]
        left_out.update(item for item in items if isinstance(item, str))
        spared = [place(result) for result, item in zip(results, items, strict=True) if isinstance(item, str)]
        must = [item for item in items if isinstance(item, Item)]
        read = reading(content)
        pairs = paired(must, read, lambda g, f: overlap(g.place, f.place) if alike(g, f) else 0)
        extra = [f for f in read if all(f is not p[1] for p in pairs) and not any(overlap(f.place, s) for s in spared)]
        right, wanted, found = right + len(pairs), wanted + len(must), found + len(pairs) + len(extra)
        misses += [f"missed {g} in {content[:90]!r}" for g in must if all(g is not p[0] for p in pairs)]
        misses += [f"spurious {f} in {content[:90]!r}" for f in extra]
    return Score(name, right, found, wanted, dict(left_out), tuple(misses))


def place(result: dict[str, Any]) -> tuple[int, int]:
    return result["Start"], result["End"] + 1


def currency(result: dict[str, Any]) -> Item | str:
    resolution = result["Resolution"]
    if resolution.get("value") is None:
        return "a currency without a number"
    if resolution["unit"] in UNITS["not_iso"]:
        return "no currency of ISO 4217"
    known = UNITS["units"].get(resolution["unit"], {})
    codes = (resolution["isoCurrency"],) if "isoCurrency" in resolution else tuple(known.get("codes", ()))
    return Item(place(result), float(resolution["value"]) * known.get("factor", 1), codes)


def percent(result: dict[str, Any]) -> Item | str:
    value = result["Resolution"]["value"]
    return Item(place(result), float(value.rstrip("%"))) if value != "null" else "a percent sign without a number"


def number(result: dict[str, Any]) -> Item | str:
    resolution = result["Resolution"]
    if resolution.get("subtype") == "power":
        return "a power"
    return Item(place(result), float(resolution["value"]))


def interval(result: dict[str, Any]) -> Item | str:
    found = INTERVAL.fullmatch(result["Resolution"]["value"])
    assert found, result
    low, high = (float(found[end]) if found[end] else None for end in ("low", "high"))
    return Item(place(result), low=low, high=high) if low != high else "a single number"


def _money(content: str) -> list[Item]:
    found = quantities_of(content, ENGLISH)
    return [Item((q.start, q.end), q.value, (q.unit,)) for q in found if q.kind == "money"]


def _percentages(content: str) -> list[Item]:
    found = quantities_of(content, ENGLISH)
    return [Item((q.start, q.end), q.value) for q in found if q.kind == "percent" and not q.fraction]


def _numbers(content: str) -> list[Item]:
    return [Item((n.start, n.end), n.value) for n in numbers(content, "en") if not n.attached]


def _intervals(content: str) -> list[Item]:
    found = [(q, _ends(q)) for q in bounds_of(content, ENGLISH)]
    return [Item((q.start, q.end), low=ends[0], high=ends[1]) for q, ends in found if ends]


def _ends(quantity: Quantity) -> tuple[float | None, float | None] | None:
    if quantity.low is not None:
        return quantity.low, quantity.high
    if quantity.qualifier in ("more_than", "at_least"):
        return quantity.value, None
    return (None, quantity.value) if quantity.qualifier in ("less_than", "at_most") else None


def _same(a: Item, b: Item) -> bool:
    return close(a.value, b.value) and (not b.units or b.units[0] in a.units)


def _same_ends(a: Item, b: Item) -> bool:
    return all(x == y or close(x, y) for x, y in ((a.low, b.low), (a.high, b.high)))


MEASURES: dict[str, tuple[str, Gold, Reading, Callable[[Item, Item], bool]]] = {
    "recognizers.currency": ("NumberWithUnit-English-CurrencyModel.json", currency, _money, _same),
    "recognizers.percent": ("Number-English-PercentModel.json", percent, _percentages, _same),
    "recognizers.number": ("Number-English-NumberModel.json", number, _numbers, _same),
    "recognizers.range": ("Number-English-NumberRangeModel.json", interval, _intervals, _same_ends),
}
