"""A number is how a text writes a quantity without its unit: in digits, in words, as a fraction or as a range."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from verbale.lang.numerals import Numerals, numerals
from verbale.lang.wordlist import SPACE

Written = Literal["digits", "words", "fraction", "ratio"]

_HYPHENS = "-–—−‐‑~"
_BEFORE = re.compile(rf"[^\W\d_](?:[{_HYPHENS}]|['’])?\Z|[\d_#/\\@]\Z|\d[{_HYPHENS}:.,]\Z|\w[./:]\Z")
_AFTER = re.compile(rf"[^\W_]|[/:]\w|[{_HYPHENS}.,]\d")
_SPACE = re.compile(SPACE)
_SEPARATORS = re.compile(r"[\s'’]")
_DASH = re.compile(rf"[^\S\n]?[{_HYPHENS.replace('—', '')}][^\S\n]?|—")  # " — " breaks a sentence off


@dataclass(frozen=True, slots=True)
class Number:
    """Half-open offsets and what the words amount to; a range has `low` and `high`, and `value` is `low`.

    `mantissa` times `scale` is `value` ("22.8 billion": 22.8 and 1e9). `attached` says that letters, or more digits
    behind a hyphen, slash or colon, stand right beside it, as in names, clock times and telephone numbers.
    """

    start: int
    end: int
    value: float
    mantissa: float
    scale: float = 1
    low: float | None = None
    high: float | None = None
    written: Written = "digits"
    attached: bool = False


def numbers(content: str, language: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """The numbers of content[start:end] in order, ranges joined, years and ordinals' digits too.

    "From 5 to 7" is two numbers, "5 to 7" and "between 5 and 7" are ranges.
    """
    words = numerals(language)
    held: Number | None = None
    for number in _atoms(words, content, start, len(content) if end is None else min(end, len(content))):
        joined = _joined(words, content, held, number) if held else None
        if held and not joined:
            yield held
        held = joined or number
    if held:
        yield held


def together(low: Number, high: Number) -> Number | None:
    """The range from one number to the other, which lends its scale ("10 to 12 billion"); None where it would fall."""
    if low.low is not None or high.low is not None or low.attached or high.attached:
        return None
    shared = low.scale == 1 and high.scale != 1 and low.mantissa < high.mantissa
    scale = high.scale if shared else low.scale
    value = low.mantissa * scale
    if not value < high.value:
        return None
    return replace(low, end=high.end, value=value, scale=scale, low=value, high=high.value)


def scale_at(content: str, language: str, position: int) -> tuple[float, int]:
    """What the scale words at `position` multiply by, white space apart, and where they end; 1 where there are none."""
    return _scales(numerals(language), content, position, len(content))


def ranged(content: str, language: str, start: int, gap: str) -> bool:
    """Whether the `gap` makes a range of what begins at `start` and what follows ("$5 million to $7 million")."""
    return _ranged(numerals(language), content, start, gap)


def _atoms(words: Numerals, content: str, start: int, end: int) -> Iterator[Number]:
    position, digit = start, words.digit.search(content, start, end)
    while True:
        if digit and digit.start() < position:
            digit = words.digit.search(content, position, end)
        place = digit.start() if digit else end
        opening = words.spelled.search(content, position, place) or _in_digits(words, content, position, place, end)
        if opening is None:
            return
        number = _atom(words, content, opening, end)
        number = _ratio(words, content, number, end) or number
        yield number
        position = number.end


def _in_digits(words: Numerals, content: str, start: int, place: int, end: int) -> re.Match[str] | None:
    """The number in digits whose first is at `place`, with the point that may stand before it: ".5"."""
    point = place > start and content[place - 1] == "." and words.digits.match(content, place - 1, end)
    return point or words.digits.match(content, place, end)


def _atom(words: Numerals, content: str, opening: re.Match[str], end: int) -> Number:
    kind, start, position = opening.lastgroup, opening.start(), opening.end()
    if kind in ("half", "quarter", "part"):
        return _placed(
            words, content, _fraction(words, content, words.values[opening[kind].lower()], (start, position), end)
        )
    if kind in ("digits", "vulgar"):
        return _placed(words, content, _figures(words, content, opening, end))
    mantissa, position = _below_thousand(words, content, words.values[opening[0].lower()], position, end)
    if found := (words.part if mantissa == 1 else words.parts).match(content, position, end):
        part = mantissa * words.values[found["word"].lower()]
        return _placed(words, content, _fraction(words, content, part, (start, found.end()), end))
    mantissa, position = _and_a_half(words, content, mantissa, position, end)
    scale, position = _scales(words, content, position, end)
    if scale > 1:
        mantissa, position = _and_a_half(words, content, mantissa, position, end)
    spelled = Number(start, position, mantissa * scale, mantissa, scale, written="words")
    return _placed(words, content, _whole(words, content, spelled, end))


def _figures(words: Numerals, content: str, opening: re.Match[str], end: int) -> Number:
    """Digits with what belongs to them: "2½", "2 1/2", "3/4", "1.2 billion", "3 million and a half"."""
    position = opening.end()
    if opening.lastgroup == "vulgar":
        mantissa = words.values[opening[0]]
    elif fraction := _common_fraction(content, opening.start(), end):
        return Number(opening.start(), fraction[1], fraction[0], fraction[0], written="fraction")
    else:
        mantissa, position = _with_vulgar(words, content, _digits(opening[0]), position, end)
    mantissa, position = _and_a_half(words, content, mantissa, position, end)
    scale, position = _scales(words, content, position, end, digits=True)
    if scale > 1:
        mantissa, position = _and_a_half(words, content, mantissa, position, end)
    number = Number(opening.start(), position, mantissa * scale, mantissa, scale)
    return _with_groups(words, content, number, end)


def _with_groups(words: Numerals, content: str, number: Number, end: int) -> Number:
    """Digits with a scale and further groups with lesser scales: "6 crore 25 lakh"."""
    last = number.scale
    while last > 1 and (space := _SPACE.match(content, number.end, end)):
        group = words.digits.match(content, space.end(), end)
        scale, position = _scales(words, content, group.end(), end, digits=True) if group else (1.0, 0)
        if group is None or group.lastgroup != "digits" or not 1 < scale < last:
            break
        value = number.value + _digits(group[0]) * scale
        number, last = Number(number.start, position, value, value), scale
    return number


def _and_a_half(words: Numerals, content: str, value: float, position: int, end: int) -> tuple[float, int]:
    """ "Two and a half", "five billion and three quarters"."""
    found = words.more.match(content, position, end)
    if not found:
        return value, position
    times = words.values[found["times"].lower()] if found["times"] else 1
    return value + times * words.values[found["word"].lower()], found.end()


def _fraction(words: Numerals, content: str, part: float, place: tuple[int, int], end: int) -> Number:
    """ "Half", "a third", "two thirds", or so much of a scale: "half a million"."""
    if found := words.of_scale.match(content, place[1], end):
        scale = words.values[found["word"].lower()]
        return Number(place[0], found.end(), part * scale, part, scale, written="words")
    return Number(*place, part, part, written="fraction")


def _ratio(words: Numerals, content: str, number: Number, end: int) -> Number | None:
    """ "Nine out of ten", "one in 50": so much of a whole, where it is less than the whole."""
    if number.scale != 1 or number.written in ("fraction", "ratio") or number.attached or not 0 < number.value < 100:
        return None
    found = words.ratio.match(content, number.end, end)
    opening = found and (
        words.digits.match(content, found.end(), end) or words.spelled.match(content, found.end(), end)
    )
    if not opening:
        return None
    whole = _atom(words, content, opening, end)
    if whole.attached or not number.value < whole.value or not _divides(number, whole):
        return None
    return Number(number.start, whole.end, number.value / whole.value, number.value / whole.value, written="ratio")


def _divides(number: Number, whole: Number) -> bool:
    """Whether the second number is a whole that one divides by: round, or said of a single one; no year."""
    if whole.value != int(whole.value) or 1000 <= whole.value < 2200:
        return False
    return number.value == 1 or (whole.scale == 1 and (whole.value <= 5 or whole.value % 10 == 0))


def _digits(written: str) -> float:
    """The value of digits with separators: of two kinds of mark the last is decimal; one kind, by threes, is not."""
    if written.isdecimal():
        return float(written)
    bare = _SEPARATORS.sub("", written)
    last = max(bare.rfind("."), bare.rfind(","))
    mark = bare[last] if last >= 0 else ""
    both = "." in bare and "," in bare
    grouped = mark and not both and (bare.count(mark) > 1 or (mark == "," and len(bare) - last == 4))
    whole, part = (bare, "") if grouped or not mark else (bare[:last], bare[last + 1 :])
    return float(f"{whole.replace(',', '').replace('.', '') or '0'}.{part or '0'}")


_COMMON_FRACTION = re.compile(r"(?<![\d/.])(\d)/(10|[2-68])(?![\d/])")


def _common_fraction(content: str, position: int, end: int) -> tuple[float, int] | None:
    """A fraction in digits, less than one: "3/4"."""
    found = _COMMON_FRACTION.match(content, position, end)
    if found and 0 < int(found[1]) < int(found[2]):
        return int(found[1]) / int(found[2]), found.end()
    return None


def _with_vulgar(words: Numerals, content: str, value: float, position: int, end: int) -> tuple[float, int]:
    """Digits with what may follow them: "2½", "2 1/2"."""
    sign = content[position : min(position + 1, end)]
    if not sign.isascii() and sign in words.values:
        return value + words.values[sign], position + 1
    space = _SPACE.match(content, position, end)
    if space and (fraction := _common_fraction(content, space.end(), end)):
        return value + fraction[0], fraction[1]
    return value, position


def _below_hundred(words: Numerals, content: str, value: float, position: int, end: int) -> tuple[float, int]:
    found = words.cardinal.match(content, position, end)
    unit = words.values[found["word"].lower()] if found else 0
    if found and value >= 20 and value % 10 == 0 and 0 < unit < 10:
        return value + unit, found.end()
    return value, position


def _below_thousand(words: Numerals, content: str, value: float, position: int, end: int) -> tuple[float, int]:
    """ "Three hundred and twenty-five", of which the first word's value is given, and "two point five"."""
    value, position = _below_hundred(words, content, value, position, end)
    if found := words.hundred.match(content, position, end):
        value, position = value * words.values[found["word"].lower()], found.end()
        joint = words.addition.match(content, position, end)
        rest = words.cardinal.match(content, joint.end() if joint else position, end)
        if rest and words.values[rest["word"].lower()] < 100:
            more, position = _below_hundred(words, content, words.values[rest["word"].lower()], rest.end(), end)
            value += more
    if found := words.decimals.match(content, position, end):
        return float(f"{value:g}.{_spoken(words, found['digits'])}"), found.end()
    return value, position


def _spoken(words: Numerals, decimals: str) -> str:
    """The digits of spoken decimals: "zero three", "seventy-one"."""
    digits = ""
    for word in re.split(r"[\s-]+", decimals.strip(" -")):
        value = str(int(words.values[word.lower()]))
        ten = len(digits) > 1 and digits.endswith("0") and len(value) == 1 and value != "0"
        digits = digits[:-1] + value if ten else digits + value
    return digits


def _scales(words: Numerals, content: str, position: int, end: int, digits: bool = False) -> tuple[float, int]:
    """The product of the scale words that follow: "million", "thousand million", "lakh crore"."""
    pattern, scale = words.digit_scale if digits else words.scale, 1.0
    while found := pattern.match(content, position, end):
        scale, position = scale * words.values[found[found.lastgroup or 0].lower()], found.end()
    return scale, position


def _whole(words: Numerals, content: str, number: Number, end: int) -> Number:
    """The number with its further groups: "two million three hundred thousand and six"."""
    last = number.scale
    while last >= 1000:
        joint = words.addition.match(content, number.end, end)
        found = words.cardinal.match(content, joint.end() if joint else number.end, end)
        if not found:
            break
        group, position = _below_thousand(words, content, words.values[found["word"].lower()], found.end(), end)
        scale, position = _scales(words, content, position, end)
        if group * scale >= last:
            break
        value = number.value + group * scale
        number, last = Number(number.start, position, value, value, written="words"), scale
    return number


def _placed(words: Numerals, content: str, number: Number) -> Number:
    """The number with its sign, and whether something is attached to it."""
    before, after = content[max(0, number.start - 12) : number.start], content[number.end : number.end + 2]
    sign = 0
    if before[-1:] in ("-", "−") and number.written == "digits" and not before[-2:-1].strip(" ([$€£¥\n\t"):
        sign = 1
    elif before[-1:].isspace() and (found := words.minus.search(before)):
        sign = len(found[0])
    if sign:
        value, mantissa = -number.value, -number.mantissa
        return replace(number, start=number.start - sign, value=value, mantissa=mantissa)
    attached = _AFTER.match(after) or _BEFORE.search(before[-3:])
    return replace(number, attached=True) if attached else number


def _joined(words: Numerals, content: str, low: Number, high: Number) -> Number | None:
    """The range of two numbers that stand on either side of a word or dash for it."""
    gap = content[low.end : high.start]
    if not gap or len(gap) > 12 or not _ranged(words, content, low.start, gap):
        return None
    if not _DASH.fullmatch(gap):
        return together(low, high)
    # the dash is what is attached to both: what stands beyond them counts, but for the letter of a scale
    letter = words.letter.match(content, high.end)
    before, after = content[max(0, low.start - 3) : low.start], content[high.end : high.end + 2]
    if _BEFORE.search(before) or (_AFTER.match(after) and not letter):
        return None
    joined = together(replace(low, attached=False), replace(high, attached=False))
    return replace(joined, attached=True) if joined and letter else joined


def _ranged(words: Numerals, content: str, start: int, gap: str) -> bool:
    before = content[max(0, start - 30) : start]
    if found := words.pair.search(before):
        return gap.strip().lower() == words.pairs[re.sub(SPACE, " ", found["word"]).lower()]
    return bool(_DASH.fullmatch(gap) or (words.joiner.fullmatch(gap) and not words.change.search(before)))
