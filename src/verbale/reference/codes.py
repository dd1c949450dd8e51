"""A code of an office is what its files call a country, a flow, a unit, an indicator or a period; ours is looked up."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from verbale.lang.pack import languages, load

_YEAR = re.compile(r"(\d{4})(?:-A1)?")
_MONTH = re.compile(r"(\d{4})-?M?(0[1-9]|1[0-2])")
_PART = re.compile(r"(\d{4})-?([QHS])([1-4])")
_SPAN = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-01/P([1-9]\d?)([MY])")  # from a day on, for so long
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


def area(written: str) -> str | None:
    """The code of a country, a bloc or the world, by any code or name that an office gives it."""
    plain = (written.lstrip("0") or "0") if written.isdigit() else written
    spellings = dict.fromkeys((written, plain, _code(plain)))
    tables = (_offices(), _areas())
    return next((own for form in spellings for known in tables if (own := known.get(form.casefold()))), None)


def flow(written: str) -> str | None:
    """X for what the reporter sends, M for what it receives; None for neither."""
    known = _table("flows")
    return known.get(written.casefold()) or known.get(_code(written).casefold())


def unit(written: str) -> str | None:
    """The unit as figures have it; a counted noun in small letters is its own."""
    known, own = _units(), _code(written)
    noun = own if re.fullmatch(r"[a-z]{3,}", own) else None
    return known.get(written) or known.get(written.casefold()) or known.get(own.casefold()) or noun


def indicator(written: str) -> Mapping[str, str] | None:
    """What a code stands for: the indicator, and what else it says: flow, unit, valuation."""
    own = _code(written)
    if own in indicators():
        return {"indicator": own}
    return _table("indicators").get(own.casefold())


def period(written: str) -> str | None:
    """A period as ISO 8601 writes it, from how SDMX and others do: `2021`, `2021M03`, `202103`, `2021-Q1`."""
    own = _code(written)
    if year := _YEAR.fullmatch(own):
        return year[1]
    if month := _MONTH.fullmatch(own):
        return f"{month[1]}-{month[2]}"
    if part := _PART.fullmatch(own):
        kind = part[2].replace("S", "H")  # SDMX calls a half a semester
        return f"{part[1]}-{kind}{part[3]}" if kind == "Q" or part[3] in "12" else None
    if span := _SPAN.fullmatch(own):
        first, months = int(span[1]) * 12 + int(span[2]) - 1, int(span[3]) * (12 if span[4] == "Y" else 1)
        return _months(first, first + months - 1)
    return own if _DAY.fullmatch(own) else None


def _months(first: int, last: int) -> str:
    """The months from one to another, both counted from the beginning of the calendar, as a year if they are one."""
    ends = [f"{month // 12:04}-{month % 12 + 1:02}" for month in (first, last)]
    if last - first == 11 and first % 12 == 0:
        return ends[0][:4]
    return ends[0] if first == last else "/".join(ends)


def scale(written: str) -> float | None:
    """What a value is multiplied by: ten to the power that is written in digits or named."""
    if re.fullmatch(r"-?\d{1,2}", written):
        return float(10 ** int(written))
    power = _table("scales").get(written.casefold())
    return None if power is None else float(10**power)


@cache
def indicators() -> frozenset[str]:
    """The indicators that figures have."""
    terms = (rule for language in languages() for rule in load(language).rules("indicators.terms").rules)
    return frozenset(rule.gives["indicator"] for rule in terms)


def column(name: str) -> str:
    """A column's name for comparing; SDMX may write `REF_AREA: Reference area`."""
    return _code(name).lower()


def _code(written: str) -> str:
    """The code of `CN: China`, where code and name are written together."""
    return written.partition(":")[0].strip()


@cache
def _table(name: str) -> Mapping[str, Any]:
    """A table of the language data, in all languages, by keys in lower case."""
    return {
        key.casefold(): value
        for language in languages()
        for key, value in load(language).table(f"reference.{name}").items()
    }


@cache
def _offices() -> Mapping[str, str]:
    """What offices write otherwise than others do."""
    return {**_table("names"), **_table("areas")}


@cache
def _areas() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for language in languages():
        table = load(language).table
        named = {**table("territories.names"), **table("countries.names"), **table("countries.blocs")}
        coded = {**table("areas.alpha2"), **{code.lstrip("0"): own for code, own in table("areas.numeric").items()}}
        known |= {own: own for own in named.values()} | named | coded
    return {key.casefold(): own for key, own in known.items()}


@cache
def _units() -> Mapping[str, str]:
    table = load(languages()[0]).table
    currencies = table("currencies.codes")
    symbols = {symbol: entry["unit"] for symbol, entry in table("units.symbols").items() if entry.get("factor", 1) == 1}
    return {**{code.casefold(): code for code in currencies.values()}, **symbols, **_table("units")}
