"""Numerals are the words and marks of which a language makes numbers, as patterns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from verbale.lang.pack import load
from verbale.lang.wordlist import SPACE, any_of

GAP = SPACE
_LINK = rf"(?:{GAP}|-)"  # "twenty-five", "5-billion"
_DIGITS = (  # runs are bounded, so that a line of nothing but digits and marks is read in linear time
    r"\d{1,3}(?:,\d{3}){1,9}(?:\.\d{1,20})?(?!\d)"  # 1,234,567.8
    r"|\d{1,2}(?:,\d{2}){1,9},\d{3}(?:\.\d{1,20})?(?!\d)"  # 12,34,567 (India)
    r"|\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3}){1,9}(?:[.,]\d{1,20})?(?!\d)"  # 1 234 567,8
    r"|\d{1,3}(?:\.\d{3}){1,9},\d{1,20}(?!,?\d)|\d{1,3}(?:\.\d{3}){2,9}(?!\d)"  # 1.234.567,8
    r"|\d{1,20}(?:\.\d{1,20}|,\d{1,2}(?!,?\d))?"  # 1234.5 and 12,5
    r"|(?<![\w.])\.\d{1,20}"  # .5
)


@dataclass(frozen=True)
class Numerals:
    """A language's words for numbers, compiled; each pattern's `word` is looked up in `values`."""

    digit: re.Pattern[str]  # a digit or a fraction's sign, of which more may follow
    digits: re.Pattern[str]  # what begins with one, or with a point before it
    spelled: re.Pattern[str]  # whatever else a number may begin with
    cardinal: re.Pattern[str]  # a further word: "twenty-five"
    hundred: re.Pattern[str]
    scale: re.Pattern[str]
    digit_scale: re.Pattern[str]  # behind digits also "hundred", and "k" right beside them
    letter: re.Pattern[str]  # of a scale, right beside digits that money is told in: "$5m"
    part: re.Pattern[str]  # the second word of "one third"
    parts: re.Pattern[str]  # of "two thirds"
    more: re.Pattern[str]  # "and a half", "and three quarters"
    of_scale: re.Pattern[str]  # "a million" behind "half", "of a million" behind "a quarter"
    addition: re.Pattern[str]
    decimals: re.Pattern[str]  # "point five"
    ratio: re.Pattern[str]  # "out of" behind "nine"
    minus: re.Pattern[str]
    joiner: re.Pattern[str]
    pair: re.Pattern[str]
    change: re.Pattern[str]
    values: Mapping[str, float]
    pairs: Mapping[str, str]


@cache
def numerals(language: str) -> Numerals:
    """The numerals of a language; one without a pack has only digits."""
    table = load(language).table
    spelled = {**table("numbers.units"), **table("numbers.teens"), **table("numbers.tens")}
    hundreds = table("numbers.hundreds")
    scales = {**table("numbers.scales"), **table("numbers.abbreviations")}
    part, parts, vulgar = table("numbers.fractions"), table("numbers.fraction_plurals"), table("numbers.vulgar")
    article, of, addition = any_of(table("numbers.articles")), any_of(table("numbers.parts")), table("numbers.addition")
    scale, fraction, glued = any_of({**scales, **hundreds}), any_of({**part, **parts}), table("numbers.glued")
    opening = (
        rf"(?<!\w)(?:(?P<cardinal>{any_of(spelled)})"
        rf"|(?P<article>{article})(?={GAP}{scale}(?!\w))"
        rf"|(?:{article}{GAP})?(?P<half>{any_of(table('numbers.halves'))})"
        rf"|(?P<quarter>{any_of(table('numbers.quarters'))})(?={GAP}{scale}(?!\w))"
        rf"|{article}{GAP}(?P<part>{any_of(part)})(?={GAP}(?:{of}|{scale})(?!\w)))(?!\w)"
    )
    articles = dict.fromkeys(table("numbers.articles"), 1)
    values = {**spelled, **hundreds, **scales, **glued, **part, **parts, **vulgar, **articles}
    numerator = rf"(?:{article}|(?P<times>{any_of(table('numbers.units'))}))"
    return Numerals(
        digit=_compiled(rf"[\d{''.join(vulgar)}]"),
        digits=_compiled(rf"(?P<digits>{_DIGITS})|(?P<vulgar>{any_of(vulgar)})"),
        spelled=_compiled(opening),
        cardinal=_compiled(rf"{_LINK}(?P<word>{any_of(spelled)})(?!\w)"),
        hundred=_compiled(rf"{_LINK}(?P<word>{any_of(hundreds)})(?!\w)"),
        scale=_compiled(rf"{_LINK}?(?P<word>{any_of(scales)})(?!\w)"),
        digit_scale=_compiled(rf"(?:\+?{_LINK}?(?P<word>{scale})|(?P<glued>{any_of(glued)}))(?!\w)"),
        letter=_compiled(rf"{any_of(table('numbers.letters'))}(?!\w)"),
        part=_compiled(rf"{_LINK}(?P<word>{any_of(part)})(?!\w)"),
        parts=_compiled(rf"{_LINK}(?P<word>{any_of(parts)})(?!\w)"),
        more=_compiled(rf"{GAP}{any_of(addition)}{GAP}{numerator}{_LINK}(?P<word>{fraction})(?!\w)"),
        of_scale=_compiled(rf"{GAP}(?:(?:{of}{GAP})?{article}{GAP})?(?P<word>{any_of(scales)})(?!\w)"),
        addition=_compiled(rf"{GAP}{any_of(addition)}(?={GAP})"),
        decimals=_compiled(
            rf"{GAP}{any_of(table('numbers.points'))}(?P<digits>(?:{_LINK}{any_of(spelled)}){{1,20}})(?!\w)"
        ),
        ratio=_compiled(rf"{GAP}(?P<word>{any_of(table('numbers.ratios'))}){GAP}(?={any_of(spelled)}(?!\w)|\d)"),
        minus=_compiled(rf"(?<!\w){any_of(table('numbers.minus'))}{GAP}$"),
        joiner=_compiled(rf"-?{GAP}{any_of(table('numbers.joiners'))}{GAP}"),
        pair=_compiled(rf"(?<!\w)(?P<word>{any_of(table('numbers.pairs'))}){GAP}$"),
        change=_compiled(rf"(?<!\w){any_of(table('numbers.changes'))}{GAP}(?:[^\W\d]+{GAP})?$"),
        values={word.lower(): float(value) for word, value in values.items()},
        pairs={word.lower(): joiner for word, joiner in table("numbers.pairs").items()},
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
