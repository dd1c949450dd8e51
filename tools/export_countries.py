"""Writes the names that the Unicode CLDR gives to countries, by ISO 3166-1 alpha-3 code, as a language's data.

python tools/export_countries.py LANGUAGE     (needs babel; development only)
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, __version__
from babel.core import get_global

LANG = Path(__file__).resolve().parents[1] / "src" / "verbale" / "lang"
HEAD = """# The names of countries and territories in the Unicode CLDR (Unicode License v3), from babel {version}.
# Made by `python tools/export_countries.py {language}`: edit countries.toml, not this file.

[names]
"""
WITHDRAWN = (
    "ANT ATF ATN BUR BYS CSK CTE DDR DHY FQH FXX HVO JTN MID NHB NTZ PCI PCZ PUS QUU RHO ROM SCG SUN TMP VDR WAK YMD"
    " YUG ZAR"
)
OWN = {"XK": "XKX"}  # user-assigned, as the EU and the World Bank write it
NOT_COUNTRIES = "AC AQ BV CP CQ DG EA EU EZ HM IC QO TA TF UM UN XA XB ZZ"
NAMESAKES = "JE"  # the island is rarer in such texts than a state of the same name


def codes() -> dict[str, str]:
    """Alpha-2 code -> alpha-3 code."""
    aliases = get_global("territory_aliases")
    three = {targets[0]: code for code, targets in aliases.items() if _is_alpha3(code) and len(targets) == 1}
    left_out = {*NOT_COUNTRIES.split(), NAMESAKES}
    return {two: code for two, code in three.items() if two not in left_out} | OWN


def _is_alpha3(code: str) -> bool:
    return len(code) == 3 and code.isalpha() and code not in WITHDRAWN.split()


def spellings(name: str) -> Iterator[str]:
    """The name with its parts joined by a sign or a word, and without its marks of abbreviation."""
    yield name
    if "&" in name:
        yield name.replace("&", "and")
    if name.startswith("St. "):
        yield from (name.replace("St. ", "Saint ").replace("&", "and"), name.replace("St. ", "St ").replace("&", "and"))


def main(language: str) -> None:
    names = Locale(language).territories
    entries = [(code, name) for two, code in codes().items() if two in names for name in spellings(names[two])]
    lines = [f'"{name}" = "{code}"\n' for code, name in sorted(set(entries))]
    head = HEAD.format(version=__version__, language=language)
    (LANG / language / "territories.toml").write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
