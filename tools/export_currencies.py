"""Exports what the CLDR knows of currencies in use into lang/common/currencies.toml and lang/en/currencies.toml.

python tools/export_currencies.py       (at development time; needs babel)
"""

import json
from collections import defaultdict
from pathlib import Path

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

LANG = Path(__file__).resolve().parents[1] / "src" / "verbale" / "lang"
HAND = "# Below this line: exported by tools/export_currencies.py from the CLDR (Unicode licence); do not edit.\n"
ALSO = {"XDR": "WLD", "EUR": "EU"}  # no territory's own
NOT_ALONE = {"gold", "rights", "mark", "marks", "real", "reals", "sol", "soles", "som", "soms", "lev", "lei", "pula"}
NOT_CODES = {"ALL", "TOP"}  # words that headlines write in capitals


def homes() -> dict[str, str]:
    """Currency -> the territory (alpha-3) that it is named after, or the first that uses it."""
    alpha3 = {new[0]: old for old, new in get_global("territory_aliases").items() if len(old) == 3 and old.isalpha()}
    users = defaultdict(list)
    for territory, code in sorted(alpha3.items()):
        for currency in get_territory_currencies(territory):
            users[currency].append((not currency.startswith(territory), code))
    return {currency: min(codes)[1] for currency, codes in sorted(users.items())} | ALSO


def names(language: str, codes: list[str]) -> dict[str, str]:
    """Every name, in the singular and plural and lower case, of the currencies in a language -> code."""
    found = {}
    for code in codes:
        for count in (None, 1, 2):
            found[get_currency_name(code, count, language).lower()] = code
    return found


def short(full: dict[str, str]) -> dict[str, list[str]]:
    """The last word of the names ("baht", "dollars") -> the currencies that it may mean."""
    found = defaultdict(set)
    for name, code in full.items():
        found[name.split()[-1].strip("()")].add(code)
    return {word: sorted(codes) for word, codes in sorted(found.items()) if word.isalpha() and word not in NOT_ALONE}


def table(name: str, entries: dict[str, object]) -> str:
    lines = "".join(f"{json.dumps(k, ensure_ascii=False)} = {json.dumps(v)}\n" for k, v in sorted(entries.items()))
    return f"\n[{name}]\n{lines}"


def write(path: Path, tables: str) -> None:
    hand = path.read_text(encoding="utf-8").partition(HAND)[0] if path.exists() else ""
    path.write_text(hand + HAND + tables, encoding="utf-8")


def main() -> None:
    home = homes()
    symbols = {s: c for c, s in Locale("en").currency_symbols.items() if c in home and not s.isalpha()}
    codes = {code: code for code in home if code not in NOT_CODES}
    common = table("codes", codes) + table("home", home) + table("symbols", symbols)
    write(LANG / "common" / "currencies.toml", common)
    full = names("en", list(home))
    write(LANG / "en" / "currencies.toml", table("names", full) + table("short", short(full)))


if __name__ == "__main__":
    main()
