"""A language is a folder of TOML: rules beside their examples, and tables of words and what they mean.

An array of tables is a set of rules, an ordinary table a lexicon: `[[says]]` in `cues.toml` is
`language.rules("cues.says")`, `[months]` in `calendar.toml` is `language.table("calendar.months")`. What stands in
`common/` holds in every language.

    [[about]]                              # cues.about
    id = "about"                           # unique within the file
    words = ["about", "some"]              # whole words, longest first, in any case; or instead:
    pattern = '(?:about|some) {numbers}'   # a regular expression; {table} or {file.table} is any key of that table,
                                           # {name} also the pattern of that name in the file's table [fragments]
    case = true                            # optional: upper and lower case differ
    yes = ["it fell by [about] 5%"]        # must match; brackets, if any, hold exactly what is matched
    no = ["roundabout"]                    # must not match
    qualifier = "about"                    # everything else is what the rule gives
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from verbale.errors import LanguageError
from verbale.lang.match import Matcher, Rule

_RESERVED = frozenset({"id", "words", "pattern", "case", "yes", "no"})
_REFERENCE = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)?)\}")


@dataclass(frozen=True)
class Language:
    """A language's wording, common data included; `code` is ISO 639-1."""

    code: str
    matchers: Mapping[str, Matcher]
    tables: Mapping[str, Mapping[str, Any]]

    def rules(self, name: str) -> Matcher:
        """The rules of that name ("cues.says"); a language without them has none that match."""
        return self.matchers.get(name, _NO_RULES)

    def table(self, name: str) -> Mapping[str, Any]:
        """The lexicon of that name ("calendar.months"); empty where the language has none."""
        return self.tables.get(name, {})


_NO_RULES = Matcher("none", ())


def languages() -> tuple[str, ...]:
    """The codes of the languages that have a pack."""
    folders = files("verbale.lang").iterdir()
    return tuple(sorted(f.name for f in folders if f.is_dir() and re.fullmatch(r"[a-z]{2}", f.name)))


@cache
def load(code: str) -> Language:
    """The language of that code; one without a pack has the common data alone.

    Raises:
        LanguageError: a file of the pack is malformed.
    """
    own = _read(code) if code in languages() else {}
    return compiled(code, _read("common"), own)


def compiled(code: str, common: Mapping[str, Any], own: Mapping[str, Any]) -> Language:
    """The language of the sections read from `common/` and from its own folder, its own rules first.

    Raises:
        LanguageError: a rule has no id, no words, or a pattern that cannot be compiled.
    """
    sections = dict(common)
    for name, section in own.items():
        sections[name] = _merged(sections[name], section, name) if name in sections else section
    tables = {name: section for name, section in sections.items() if isinstance(section, dict)}
    matchers = {
        name: Matcher(name, tuple(_rule(name, entry, tables) for entry in section))
        for name, section in sections.items()
        if isinstance(section, list)
    }
    return Language(code, matchers, tables)


def _read(folder: str) -> dict[str, Any]:
    sections: dict[str, Any] = {}
    for path in sorted((files("verbale.lang") / folder).iterdir(), key=lambda p: p.name):
        if not path.name.endswith(".toml"):
            continue
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise LanguageError(f"{folder}/{path.name}: {error}") from error
        sections |= {f"{path.name.removesuffix('.toml')}.{name}": section for name, section in content.items()}
    return sections


def _merged(common: Any, own: Any, name: str) -> Any:
    if isinstance(common, dict) and isinstance(own, dict):
        return common | own
    if isinstance(common, list) and isinstance(own, list):
        return own + common
    raise LanguageError(f"{name} is rules in one place and a table in another")


def _rule(section: str, entry: dict[str, Any], tables: Mapping[str, Mapping[str, Any]]) -> Rule:
    where = f"{section}.{entry.get('id', '?')}"
    if "id" not in entry or ("words" in entry) == ("pattern" in entry):
        raise LanguageError(f"{where}: a rule has an id and either words or a pattern")
    if "words" in entry:
        pattern = rf"(?<!\w)(?:{_alternatives(entry['words'])})(?!\w)"
    else:
        pattern = _expanded(entry["pattern"], section, tables, where)
    try:
        compiled = re.compile(pattern, 0 if entry.get("case") else re.IGNORECASE)
    except re.error as error:
        raise LanguageError(f"{where}: {error}") from error
    gives = {key: value for key, value in entry.items() if key not in _RESERVED}
    return Rule(where, compiled, gives, tuple(entry.get("yes", ())), tuple(entry.get("no", ())))


def _expanded(pattern: str, section: str, tables: Mapping[str, Mapping[str, Any]], where: str) -> str:
    return _REFERENCE.sub(lambda m: _keys(m[1], section, tables, where), pattern)


def _keys(name: str, section: str, tables: Mapping[str, Mapping[str, Any]], where: str) -> str:
    fragment = tables.get(f"{section.partition('.')[0]}.fragments", {}).get(name)
    if fragment is not None:
        return f"(?:{_expanded(fragment, section, tables, where)})"
    table = tables.get(name) or tables.get(f"{section.partition('.')[0]}.{name}")
    if table is None:
        raise LanguageError(f"{where}: there is no table {name}")
    return f"(?:{_alternatives(table)})"


def _alternatives(words: Any) -> str:
    """Any of the words, a longer one before those that it begins with; a space is any white space within a paragraph.

    Single words with the same first letter share it, so that where none of them stands few need be tried.
    """
    ordered = sorted(words, key=lambda w: (" " not in w, -len(w), w))
    alike: dict[str, list[str]] = {}
    for word in ordered:
        alike.setdefault(word if " " in word else word[0].lower(), []).append(word)
    return "|".join(map(_sharing_initial, alike.values()))


def _sharing_initial(words: list[str]) -> str:
    if len(words) == 1 or len({word[0] for word in words}) > 1:
        return "|".join(map(_spelled, words))
    return f"{_spelled(words[0][0])}(?:{'|'.join(_spelled(word[1:]) for word in words)})"


def _spelled(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"[^\S\n]+")
