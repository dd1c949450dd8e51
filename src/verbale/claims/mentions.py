"""A mention is where a text names a country or bloc: by its name, its people or adjective, or its capital."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Literal

from verbale.lang.match import Rule
from verbale.lang.pack import Language, load
from verbale.model.claim import Mention
from verbale.model.text import Text

Form = Literal["name", "demonym", "capital"]
NEARBY = 48  # characters before a word that may tell another sense of it
SHORTEST_IN_CAPITALS = 4  # shorter words in capitals are abbreviations of something else
_TABLES: tuple[tuple[str, Form], ...] = (  # of two tables with the same word the later one counts
    ("countries.capitals", "capital"),
    ("countries.demonyms", "demonym"),
    ("territories.names", "name"),
    ("countries.names", "name"),
    ("countries.blocs", "name"),
)


def find_mentions(text: Text, language: Language) -> tuple[Mention, ...]:
    """Every mention, in order and without overlap; possessive endings are left out, both halves of a compound are in.

    Names that only hold a country's name ("New Mexico") and words that stand in another sense there are no mentions.
    """
    lexicon = _lexicon(language.code)
    content = text.content
    found = [(match.span(), sense) for match in lexicon.pattern.finditer(content) if (sense := lexicon.sense(match))]
    named = [(place, sense) for place, sense in found if not lexicon.means_another(content, *place, sense)]
    others = lexicon.named_otherwise(content, {sense for _, sense in named})
    return tuple(Mention(text.span(*place), sense.code, sense.form) for place, sense in named if sense not in others)


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word says: the country's or bloc's code, and how."""

    word: str
    code: str
    form: Form


@dataclass(frozen=True)
class Lexicon:
    """A language's words for countries as one pattern, what each says, and the rules for their other senses."""

    pattern: re.Pattern[str]
    senses: Mapping[str, Sense]
    before: Mapping[str, tuple[Rule, ...]]
    after: Mapping[str, tuple[Rule, ...]]
    elsewhere: Mapping[str, tuple[Rule, ...]]

    def sense(self, match: re.Match[str]) -> Sense | None:
        """What the matched words say, or None where they name something else."""
        return self.senses.get(" ".join(_plain(match[0]).split()))

    def means_another(self, content: str, start: int, end: int, sense: Sense) -> bool:
        """Whether the words around content[start:end] show that it names no country there."""
        near = max(0, start - NEARBY)
        before = (*self.before.get(sense.form, ()), *self.before.get(sense.word, ()))
        after = (*self.after.get(sense.form, ()), *self.after.get(sense.word, ()))
        return any(rule.pattern.match(content, end) for rule in after) or any(
            rule.pattern.search(content, near, start) for rule in before
        )

    def named_otherwise(self, content: str, senses: set[Sense]) -> set[Sense]:
        """Those that the whole text gives to something else, calling no such country by any other word."""
        doubtful = {
            sense
            for sense in senses
            if any(rule.pattern.search(content) for rule in self.elsewhere.get(sense.word, ()))
        }
        plain = {sense.code for sense in senses - doubtful}
        return {sense for sense in doubtful if sense.code not in plain}


@cache
def _lexicon(code: str) -> Lexicon:
    language = load(code)
    senses: dict[str, Sense] = {}
    for table, form in _TABLES:
        for word, country in language.table(table).items():
            sense = Sense(_plain(word), country, form)
            senses[sense.word] = sense
            if form != "capital" and len(word) >= SHORTEST_IN_CAPITALS:
                senses.setdefault(sense.word.upper(), sense)
    halves = language.table("countries.combining")
    senses |= {half: Sense(half, country, "demonym") for half, country in halves.items()}
    others = [_plain(word) for word in language.table("countries.others")]
    sides = (_by(language, side) for side in ("before", "after", "elsewhere"))
    return Lexicon(_pattern([*senses, *others], halves), senses, *sides)


def _pattern(words: Iterable[str], halves: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, longest first, as a whole word; a currency's sign after it makes it part of an amount.

    The alternatives are grouped by their first letter, so that only places with such a letter are looked at.
    """
    whole = _grouped(set(words) - set(halves), r"(?![\w$€£¥])")
    return re.compile("|".join([*whole, *_grouped(halves, r"(?=[-‐‑–])")]) or "(?!)")


def _grouped(words: Iterable[str], end: str) -> Iterator[str]:
    """A pattern for each first letter of the words, as whole words before `end`."""
    longest = sorted(words, key=lambda word: (word[0], -len(word), word))
    for initial, group in groupby(longest, key=lambda word: re.escape(word[0])):
        yield rf"{initial}(?<!\w{initial})(?:{'|'.join(_escape(word[1:]) for word in group)}){end}"


def _escape(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"[^\S\n]+").replace("'", "['’]")


def _plain(word: str) -> str:
    return word.replace("’", "'")


def _by(language: Language, side: str) -> dict[str, tuple[Rule, ...]]:
    """The rules for one side of a word, or for the whole text, by the word or form that they speak of."""
    rules = language.rules(f"countries.{side}").rules
    named = {name for rule in rules for name in rule.gives["of"]}
    return {name: tuple(rule for rule in rules if name in rule.gives["of"]) for name in named}
