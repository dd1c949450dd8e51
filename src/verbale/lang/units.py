"""A unit is what a number counts when that is not a noun: money, percent, a physical unit, or time."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from verbale.lang.pack import load
from verbale.lang.wordlist import SPACE, any_of

Kind = Literal["money", "percent", "physical", "duration"]
Tables = Callable[[str], Mapping[str, Any]]

DOLLAR = "$"
REACH = 12  # characters within which a sign or code stands before its number
_JOINT = r"(?:[^\S\n]*|[-‐‑])"  # between a number and its unit: "5 km", "5km", "5-km"
_LETTER = 2  # a dollar's letters with a space behind them are at least so many: "a $5 bill" is no "A$"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit at [start, end): its code as the record has it, and how many of it the text's unit makes.

    `choices` are the currencies that the words may mean where that is open; `code` is then the one meant by default.
    `other` is the physical unit of the same name, if there is one. `sign` says that it is no name but a sign, a code
    or a symbol.
    """

    start: int
    end: int
    code: str
    kind: Kind
    factor: float = 1
    choices: tuple[str, ...] = ()
    other: "Unit | None" = None
    sign: bool = False

    def at(self, start: int, end: int) -> "Unit":
        """The same unit at another place."""
        return Unit(start, end, self.code, self.kind, self.factor, self.choices, self.other, self.sign)


@dataclass(frozen=True)
class _Wording:
    before: re.Pattern[str]  # signs and codes that stand before a number
    after: re.Pattern[str]  # signs, codes and symbols behind one, upper and lower case distinct
    names: re.Pattern[str]
    letters: re.Pattern[str]
    per: re.Pattern[str]  # "per year", "/d"
    symbols: Mapping[str, Unit]
    named: Mapping[str, Unit]
    scales: Mapping[str, float]
    homes: Mapping[str, str]
    whole: Mapping[str, str]  # what stands behind "per" -> how the record has it; nothing where that is the period


def sign_before(content: str, language: str, position: int) -> Unit | None:
    """The currency whose sign or code ends at `position`, white space apart."""
    words = _wording(language)
    found = words.before.search(content, max(0, position - REACH), position)
    return _unit(words.symbols[_spaced(found["unit"])], found) if found else None


def unit_after(content: str, language: str, position: int) -> Unit | None:
    """The unit that begins at `position`, white space or a hyphen apart; the longest where there are several."""
    words = _wording(language)
    symbol = words.after.match(content, position)
    name = words.names.match(content, position)
    if name and (not symbol or name.end() > symbol.end()):
        return _unit(words.named[_spaced(name["unit"]).lower()], name)
    return _unit(words.symbols[_spaced(symbol["unit"])], symbol) if symbol else None


def letter_scale(content: str, language: str, position: int) -> tuple[float, int]:
    """What a letter right at `position` multiplies money by ("$5m"), and where it ends; 1 where there is none."""
    words = _wording(language)
    found = words.letters.match(content, position)
    return (words.scales[found[0].lower()], found.end()) if found else (1, position)


def compounded(unit: Unit, content: str, language: str) -> Unit:
    """The physical unit with what it is per: "barrels a day" is bbl/d; a year is the figure's period, and left out."""
    words = _wording(language)
    found = words.per.match(content, unit.end) if unit.kind == "physical" else None
    if not found:
        return unit
    whole = words.whole[_spaced(found["whole"]).lower()]
    return replace(unit, end=found.end(), code=f"{unit.code}/{whole}" if whole else unit.code)


def chosen(unit: Unit, language: str, countries: Iterable[str]) -> Unit:
    """The unit with its currency settled by the first of the countries (alpha-3) that has one of the choices."""
    if not unit.choices and not unit.other:
        return unit
    homes = {_wording(language).homes.get(code): code for code in unit.choices}
    code = next((homes[country] for country in countries if country in homes), None)
    if code is None and unit.other:
        return unit.other.at(unit.start, unit.end)
    return replace(unit, code=code or unit.code, choices=(), other=None)


@cache
def _wording(language: str) -> _Wording:
    table = load(language).table
    money = _signs(table)
    symbols = {**money, **{symbol: _measure(entry, sign=True) for symbol, entry in table("units.symbols").items()}}
    named = {
        **{word.lower(): _shared(word, codes, table) for word, codes in table("currencies.short").items()},
        **{name.lower(): _money(code) for name, code in table("currencies.names").items()},
        **{name.lower(): _money(code) for name, code in table("currencies.also").items()},
        **{name.lower(): _money(code, 0.01) for name, code in table("currencies.minor").items()},
        **{name.lower(): _measure(entry) for name, entry in table("units.names").items()},
    }
    whole = {word.lower(): str(unit) for word, unit in table("units.whole").items()}
    per = rf"(?:{SPACE}{any_of(table('units.per'))}{SPACE}|[^\S\n]?/[^\S\n]?)(?P<whole>{any_of(whole)})(?!\w)"
    return _Wording(
        before=re.compile(rf"(?<![^\W_])(?P<unit>{any_of(money)})[^\S\n]?\Z"),
        after=re.compile(rf"{_JOINT}(?P<unit>{any_of(symbols)})(?![^\W_])"),
        names=re.compile(rf"{_JOINT}(?P<unit>{any_of(named)})(?!\w)", re.IGNORECASE),
        letters=re.compile(rf"{any_of(table('numbers.letters'))}(?!\w)", re.IGNORECASE),
        per=re.compile(per, re.IGNORECASE),
        symbols=symbols,
        named=named,
        scales=table("numbers.letters"),
        homes=table("currencies.home"),
        whole=whole,
    )


def _signs(table: Tables) -> dict[str, Unit]:
    """Every sign and code of a currency, those of the dollars put together from their letters."""
    codes = {**table("currencies.symbols"), **table("currencies.signs"), **table("currencies.codes")}
    for letters, code in table("currencies.dollars").items():
        codes[letters + DOLLAR] = code
        if len(letters.replace(".", "")) >= _LETTER:
            codes[f"{letters} {DOLLAR}"] = code
    dollars = set(table("currencies.dollars").values())
    codes |= {form + DOLLAR: code for code in dollars for form in (code, f"{code} ", code.lower())}
    choices = table("currencies.open")
    signs = {_spaced(sign): _money(code, sign=True) for sign, code in codes.items()}
    signs |= {sign: replace(_money(of[0], sign=True), choices=tuple(of)) for sign, of in choices.items()}
    return signs | {sign: _money(code, 1e6, sign=True) for sign, code in table("currencies.millions").items()}


def _money(code: str, factor: float = 1, sign: bool = False) -> Unit:
    return Unit(0, 0, code, "money", factor, sign=sign)


def _shared(word: str, codes: list[str], table: Tables) -> Unit:
    other = table("units.shared").get(word)
    code = table("currencies.default").get(word, codes[0])
    choices = tuple(codes) if len(codes) > 1 else ()
    return Unit(0, 0, code, "money", 1, choices, _measure(other) if other else None)


def _measure(entry: Mapping[str, Any], sign: bool = False) -> Unit:
    return Unit(0, 0, entry["unit"], entry["kind"], float(entry.get("factor", 1)), sign=sign)


def _spaced(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def _unit(unit: Unit, found: re.Match[str]) -> Unit:
    return unit.at(*found.span("unit"))
