"""Writes what the Unicode CLDR knows of countries, by ISO 3166-1 alpha-3 code, as data of the language packs.

python tools/export_countries.py LANGUAGE     their names in a language (needs babel; development only)
python tools/export_countries.py codes        their other codes, alpha-2 and numeric
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
CODES = """# The codes of ISO 3166-1 as alpha-3, from the Unicode CLDR (Unicode License v3) in babel {version}.
# Made by `python tools/export_countries.py codes`: what offices write otherwise stands in reference.toml.
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


def other_codes() -> str:
    """The alpha-2 and the numeric codes (those of the UN's M49, too)."""
    named = Locale("en").territories
    three = {two: code for two, code in codes().items() if two in named}
    numeric = {
        code: three[targets[0]]
        for code, targets in get_global("territory_aliases").items()
        if code.isdigit() and len(targets) == 1 and targets[0] in three
    }
    tables = {"alpha2": three, "numeric": numeric}
    return "".join(f"\n[{name}]\n" + "".join(map(_entry, sorted(table.items()))) for name, table in tables.items())


def _entry(pair: tuple[str, str]) -> str:
    return f'{pair[0]} = "{pair[1]}"\n'


def main(language: str) -> None:
    if language == "codes":
        content = CODES.format(version=__version__) + other_codes()
        (LANG / "common" / "areas.toml").write_text(content, encoding="utf-8")
        return
    names = Locale(language).territories
    entries = [(code, name) for two, code in codes().items() if two in names for name in spellings(names[two])]
    lines = [f'"{name}" = "{code}"\n' for code, name in sorted(set(entries))]
    head = HEAD.format(version=__version__, language=language)
    (LANG / language / "territories.toml").write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
