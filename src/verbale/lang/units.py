"""A unit is what a number counts when that is not a noun: money, percent, a physical unit, or time."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from verbale.lang.pack import load

Kind = Literal["money", "percent", "physical", "duration"]

_JOINT = r"(?:[^\S\n]*|[-‐‑])"  # between a number and its unit: "5 km", "5km", "5-km"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit at [start, end): its code as the record has it, and how many of it the text's unit makes.

    `choices` are the currencies that the words may mean where that is open; `code` is then the one meant by default.
    `other` is the physical unit of the same name, if there is one.
    """

    start: int
    end: int
    code: str
    kind: Kind
    factor: float = 1
    choices: tuple[str, ...] = ()
    other: "Unit | None" = None


@dataclass(frozen=True)
class _Wording:
    before: re.Pattern[str]  # signs and codes that stand before a number
    after: re.Pattern[str]  # signs, codes and symbols behind one, upper and lower case distinct
    names: re.Pattern[str]
    letters: re.Pattern[str]
    symbols: Mapping[str, Unit]
    named: Mapping[str, Unit]
    scales: Mapping[str, float]
    homes: Mapping[str, str]


def sign_before(content: str, language: str, position: int) -> Unit | None:
    """The currency whose sign or code ends at `position`, white space apart."""
    words = _wording(language)
    start = max(0, position - 12)
    found = words.before.search(content, start, position)
    return _unit(words.symbols[found["unit"]], found) if found else None


def unit_after(content: str, language: str, position: int) -> Unit | None:
    """The unit that begins at `position`, white space or a hyphen apart; the longest where there are several."""
    words = _wording(language)
    symbol = words.after.match(content, position)
    name = words.names.match(content, position)
    if name and (not symbol or name.end() >= symbol.end()):
        return _unit(words.named[re.sub(r"\s+", " ", name["unit"]).lower()], name)
    return _unit(words.symbols[symbol["unit"]], symbol) if symbol else None


def letter_scale(content: str, language: str, position: int) -> tuple[float, int]:
    """What a letter right at `position` multiplies money by ("$5m"), and where it ends; 1 where there is none."""
    words = _wording(language)
    found = words.letters.match(content, position)
    return (words.scales[found[0].lower()], found.end()) if found else (1, position)


def chosen(unit: Unit, language: str, countries: Iterable[str]) -> Unit:
    """The unit with its currency settled by the first of the countries (alpha-3) that has one of the choices."""
    homes = {_wording(language).homes.get(code): code for code in unit.choices}
    code = next((homes[country] for country in countries if country in homes), None)
    if code is None and unit.other:
        return replace(unit.other, start=unit.start, end=unit.end)
    return replace(unit, code=code or unit.code, choices=(), other=None)


@cache
def _wording(language: str) -> _Wording:
    table = load(language).table
    signs = {**table("currencies.symbols"), **table("currencies.signs"), **table("currencies.open")}
    money = {sign: _money(code) for sign, code in {**signs, **table("currencies.codes")}.items()}
    symbols = {**money, **{symbol: _measure(entry) for symbol, entry in table("units.symbols").items()}}
    named = {
        **{word: _shared(word, codes, table) for word, codes in table("currencies.short").items()},
        **{name: _money(code) for name, code in {**table("currencies.names"), **table("currencies.also")}.items()},
        **{name: _money(code, 0.01) for name, code in table("currencies.minor").items()},
        **{name: _measure(entry) for name, entry in table("units.names").items()},
    }
    return _Wording(
        before=re.compile(rf"(?<![^\W_])(?P<unit>{_any(money)})[^\S\n]?$"),
        after=re.compile(rf"{_JOINT}(?P<unit>{_any(symbols)})(?![^\W_])"),
        names=re.compile(rf"{_JOINT}(?P<unit>{_any(named)})(?!\w)", re.IGNORECASE),
        letters=re.compile(rf"(?:{_any(table('numbers.letters'))})(?!\w)", re.IGNORECASE),
        symbols=symbols,
        named={name.lower(): unit for name, unit in named.items()},
        scales=table("numbers.letters"),
        homes=table("currencies.home"),
    )


def _money(code: str, factor: float = 1) -> Unit:
    return Unit(0, 0, code, "money", factor)


def _shared(word: str, codes: list[str], table: Callable[[str], Mapping[str, Any]]) -> Unit:
    other = table("units.shared").get(word)
    code = table("currencies.default").get(word, codes[0])
    choices = tuple(codes) if len(codes) > 1 else ()
    return Unit(0, 0, code, "money", 1, choices, _measure(other) if other else None)


def _measure(entry: Mapping[str, Any]) -> Unit:
    return Unit(0, 0, entry["unit"], entry["kind"], float(entry.get("factor", 1)))


def _any(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("\\ ", r"[^\S\n]+") for word in ordered) or "(?!)"


def _unit(unit: Unit, found: re.Match[str]) -> Unit:
    return replace(unit, start=found.start("unit"), end=found.end("unit"))
