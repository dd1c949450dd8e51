"""A code is what a record calls a country (ISO 3166-1 alpha-3), a bloc (its name) or the world (WLD)."""

from functools import cache

from verbale.lang.pack import languages, load

WORLD = "WLD"
_TABLES = ("territories.names", "countries.names", "countries.blocs")


@cache
def codes() -> frozenset[str]:
    """Every code that the language packs know a name for, and the world's."""
    tables = (load(language).table(name) for language in languages() for name in _TABLES)
    return frozenset({WORLD}.union(*(table.values() for table in tables)))
