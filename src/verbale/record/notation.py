"""Notation is how a record's values are written for people: `USD 2.16 billion`, `Jan–Apr 2025`, `NOR → BRA`."""

import re
from calendar import month_abbr

from verbale.model.claim import Figure

_SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
_SYMBOLS = {"percent": "%", "percentage_point": " pp"}
_QUALIFIERS = {
    "about": "about ",
    "more_than": "more than ",
    "less_than": "less than ",
    "at_least": "at least ",
    "at_most": "at most ",
    "nearly": "nearly ",
}


def number(value: float) -> str:
    """The value in words of scale from a million up, otherwise with separators: `2.16 billion`, `58,600`, `−4`."""
    size = abs(value)
    scale, word = next(((s, w) for s, w in _SCALES if size >= s), (1.0, ""))
    digits = f"{size / scale:,.3f}".rstrip("0").rstrip(".")
    return ("−" if value < 0 else "") + digits + word


def quantity(figure: Figure) -> str:
    """The figure's value with its unit and qualifier; a growth or change always has its sign."""
    ends = (figure.low, figure.high)
    amount = number(figure.value) if None in ends else f"{number(ends[0] or 0)} to {number(ends[1] or 0)}"
    sign = "+" if figure.measure in ("growth", "change") and figure.value > 0 else ""
    return _QUALIFIERS.get(figure.qualifier, "") + measured(sign + amount, figure.unit, figure.value)


def measured(amount: str, unit: str, value: float) -> str:
    """An amount with its unit: a currency's code before it, a symbol or noun after it."""
    if re.fullmatch(r"[A-Z]{3}", unit):
        return f"{unit} {amount}"
    return amount + _SYMBOLS.get(unit, f" {unit if value == 1 else plural(unit)}")


def plural(unit: str) -> str:
    """A counted noun in the plural; a unit's symbol (`t`, `kWh`, `bbl`) stays as it is."""
    if unit == "person":
        return "people"
    if len(unit) < 3 or not unit.islower() or not re.search(r"[aeiou]", unit):
        return unit
    return re.sub(r"([^aeiou])y$", r"\1ie", unit) + "s"


def subject(figure: Figure) -> str:
    """What is measured: the indicator's name, or the text's own words for it; empty where it gives none."""
    return figure.indicator.replace("_", " ") if figure.indicator else plain(figure.label or "")


def whose(figure: Figure) -> str:
    """Between whom: `NOR → BRA` for a flow, `BRA–NOR` for what is shared, one code for what is national."""
    if figure.origin or figure.destination:
        return f"{figure.origin or '…'} → {figure.destination or '…'}"
    return pair(figure.parties)


def pair(codes: tuple[str, ...]) -> str:
    """Countries side by side: `BRA–NOR`."""
    return "–".join(codes)


def times(figure: Figure) -> str:
    """When: its period, and for a growth the period that it is held against: `2024 on 2023`."""
    base = f" on {time(figure.base_period)}" if figure.base_period else ""
    return (time(figure.period) if figure.period else "") + base


def time(value: str) -> str:
    """An ISO 8601 prefix or interval as people write it; what is neither stays as it is."""
    first, slash, last = value.partition("/")
    if not slash:
        return _moment(value)
    same_year = re.fullmatch(r"(\d{4})-\d\d", first) and last.startswith(f"{first[:4]}-") and len(last) == 7
    return f"{_moment(first).removesuffix(' ' + first[:4]) if same_year else _moment(first)}–{_moment(last)}"


def _moment(value: str) -> str:
    if quarter := re.fullmatch(r"(\d{4})-([QH]\d)", value):
        return f"{quarter[2]} {quarter[1]}"
    day = re.match(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?", value)
    if not day:
        return value
    return " ".join(part for part in (str(int(day[3])) if day[3] else "", month_abbr[int(day[2])], day[1]) if part)


def plain(words: str) -> str:
    """Words on one line, without characters that a terminal would obey or could not write."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def shortened(words: str, width: int) -> str:
    """Words on one line of at most `width` characters, cut at a space, an ellipsis for the rest."""
    line = plain(words)
    if len(line) <= width:
        return line
    return line[: line.rfind(" ", width // 2, width) if " " in line[width // 2 : width] else width - 1].rstrip() + "…"
