"""A rounding is what a number as written leaves open: the stretch of true values that are written so.

"22.8 billion" is anything from 22.75 to 22.85 billion: half a unit of the last place to either side.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import copysign, inf, isclose, isfinite, nextafter

from verbale.lang.pack import languages, load
from verbale.model.claim import Figure

SLACK = 1e-9  # relative: what floating point may lose in a quotient
TENTH = 0.1
LOOSENESS = 0.05  # "about 30" is 28.5 to 31.5: half of the ten percent that round numbers are used for in speech
_NUMERAL = re.compile(r"\d+(?:[.,' \u00a0\u202f]\d+)*")
_GROUPED = re.compile(r"(?<=\d)[,' \u00a0\u202f](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`, both included; either may be infinite."""

    low: float
    high: float

    def meets(self, other: "Interval") -> bool:
        """Whether some value lies in both, up to what floating point loses."""
        return _reaches(self.high, other.low) and _reaches(other.high, self.low)

    @property
    def bounded(self) -> bool:
        """Whether both ends are finite."""
        return -inf < self.low and self.high < inf

    def plus(self, other: "Interval") -> "Interval":
        """Every sum of a value of each."""
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: "Interval") -> "Interval":
        """Every difference of a value of this and one of the other."""
        return Interval(self.low - other.high, self.high - other.low)

    def over(self, other: "Interval") -> "Interval":
        """Every quotient of a value of this and one of the other, of which neither reaches below nought.

        Raises:
            ZeroDivisionError: the other holds nought.
        """
        return Interval(self.low / other.high if other.high < inf else 0.0, self.high / other.low)

    def times(self, factor: float) -> "Interval":
        """Every value, so many times; the factor is above nought."""
        return Interval(self.low * factor, self.high * factor)

    def __str__(self) -> str:
        if self.low == self.high:
            return written(self.low)
        if self.low == -inf or self.high == inf:
            return f"at most {written(self.high)}" if self.low == -inf else f"at least {written(self.low)}"
        return f"{written(self.low)} to {written(self.high)}"


def meet(intervals: Sequence[Interval]) -> bool:
    """Whether some value lies in all of them."""
    return _reaches(min(one.high for one in intervals), max(one.low for one in intervals))


def _reaches(high: float, low: float) -> bool:
    return high >= low or isclose(high, low, rel_tol=SLACK, abs_tol=SLACK)


def interval(figure: Figure) -> Interval | None:
    """The values that the figure's words allow: its rounding, widened or opened by its qualifier.

    None where the rounding cannot be told from the words.
    """
    low, high = figure.low, figure.high
    if low is None or high is None:
        low = high = figure.value
    if figure.measure == "growth" and (multiple := _multiple(figure)):
        return _qualified(Interval(low - multiple / 2, high + multiple / 2), figure, multiple)
    steps = [last_place(figure.span.text, value) for value in (low, high)]
    if steps[0] is None or steps[1] is None:
        return None
    whole = is_counted(figure.unit)  # of things there are no halves: "4 ships" are four
    open_ = [0.0 if whole and step <= 1 else step / 2 for step in steps if step is not None]
    written = Interval(low - open_[0], high + open_[1])
    return _qualified(written, figure, max(steps[0], steps[1]))


@cache
def is_counted(unit: str) -> bool:
    """Whether a unit is a counted noun, rather than a currency, a percentage or a physical unit."""
    tables = [load(language).table(f"units.{name}") for language in languages() for name in ("symbols", "names")]
    measures = {entry["unit"] for table in tables for entry in table.values()}
    return unit.islower() and unit not in measures and unit not in ("percent", "percentage_point")


def last_place(words: str, value: float) -> float | None:
    """The unit of the last place of `value` as the words write it: 0.1 billion for 22.8e9 in "$22.8 billion".

    The scale (billion) is the value over the numeral, whatever word stands for it. Zeros at the end of a grouped whole
    number are taken for rounding, two leading digits excepted: "477,000" is to the thousand, "900,000" to ten thousand.
    None where no numeral of the words makes the value.
    """
    for numeral in _NUMERAL.findall(words):
        plain = _GROUPED.sub("", numeral).replace(",", ".")
        if plain.count(".") > 1 or not re.fullmatch(r"\d+(?:\.\d+)?", plain) or not float(plain):
            continue
        scale = abs(value) / float(plain)
        if _is_power_of_ten(scale):
            return scale * _place(plain)
    return None if re.search(r"\d", words) else _spelt_place(value)


def _multiple(figure: Figure) -> float | None:
    """What a growth told as a multiple leaves open, in percent: "4.5-fold" is 350 percent, to the tenth of the factor.

    A multiple in a word ("doubled") is meant to a tenth of itself to either side. None where it is no multiple.
    """
    factor = figure.value / 100 + 1
    for numeral in _NUMERAL.findall(figure.span.text):
        plain = _GROUPED.sub("", numeral).replace(",", ".")
        if plain.count(".") < 2 and isclose(float(plain), factor) and not isclose(float(plain), figure.value):
            return 100 * _place(plain)
    spelt = not re.search(r"\d", figure.span.text) and figure.value >= 100 and figure.value % 100 == 0
    return 100 * factor * 2 * TENTH if spelt else None


def _place(plain: str) -> float:
    whole, _, decimals = plain.partition(".")
    if decimals or len(whole) < 4:
        return float(10 ** -len(decimals))
    zeros = len(whole) - len(whole.rstrip("0"))
    return float(10 ** min(zeros, len(whole) - 2))


def _spelt_place(value: float) -> float | None:
    """The place of the last digit that is not nought, for a number in words; to the unit below a thousand."""
    if not value or value != int(value):
        return None
    digits = str(abs(int(value)))
    return 1.0 if len(digits) < 4 else float(10 ** (len(digits) - len(digits.rstrip("0"))))


def _is_power_of_ten(scale: float) -> bool:
    return scale > 0 and float(f"{scale:.6e}".partition("e")[0]) == 1.0


def _qualified(written: Interval, figure: Figure, step: float) -> Interval:
    """The interval under its qualifier; of a fall the magnitude is meant: "fell more than 5 percent" is below -5."""
    if figure.value < 0:
        mirrored = _opened(Interval(-written.high, -written.low), -figure.value, figure.qualifier, step)
        return Interval(-mirrored.high, -mirrored.low)
    return _opened(written, figure.value, figure.qualifier, step)


def _opened(written: Interval, value: float, qualifier: str, step: float) -> Interval:
    loose = max(step, LOOSENESS * value)
    return {
        "exact": written,
        "about": Interval(value - loose, value + loose),
        "nearly": Interval(value - loose, value),
        "more_than": Interval(nextafter(value, inf), inf),
        "at_least": Interval(value, inf),
        "less_than": Interval(0.0, nextafter(value, 0.0)),
        "at_most": Interval(0.0, value),
    }[qualifier]


def growth(now: Interval, base: Interval, years: int = 1) -> Interval:
    """Growth in percent from any value of `base` to any value of `now`; both are above nought.

    Over several `years` it is that of each of them, were it the same in all.
    """
    return Interval(*(((quotient ** (1 / years)) - 1) * 100 for quotient in (now.low / base.high, now.high / base.low)))


def written(number: float) -> str:
    """A number for a working: grouped, ten significant digits at most, with a sign only for a fall."""
    rounded = float(f"{number:.10g}")
    if not isfinite(rounded):
        return str(rounded)
    if rounded == int(rounded) and abs(rounded) < 1e16:
        return f"{int(copysign(abs(rounded), rounded)):,}"
    return f"{rounded:,.10g}"
