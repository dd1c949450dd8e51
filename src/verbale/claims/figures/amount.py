"""An amount is a number with the unit that stands right beside it: money, percent, a physical unit, or time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from verbale.lang.numbers import Number, numbers, scale_at
from verbale.lang.pack import Language
from verbale.lang.units import DOLLAR, Kind, Unit, chosen, compounded, letter_scale, sign_before, unit_after

DOLLARS = "USD"  # what a dollar is where nothing says otherwise
UNITED_STATES = "USA"
LARGE = 1e6  # so many pounds, of nothing, are money
_NEXT = re.compile(r"\d")
_NEXT_ON = re.compile(r"[^\S\n]?\d")
_MINUS = re.compile(r"[ (][-−]\Z")


@dataclass(frozen=True, slots=True)
class Amount:
    """Half-open offsets of number and unit, and what they amount to in the base unit; a range has `low` and `high`."""

    start: int
    end: int
    number: Number
    value: float
    low: float | None
    high: float | None
    unit: str
    kind: Kind


@dataclass(frozen=True)
class Amounts:
    """How the amounts of one text are read; `homes` are the countries that it names, which settle currencies."""

    content: str
    language: Language
    homes: Sequence[str]
    _dollars: dict[float, str] = field(default_factory=dict, compare=False, repr=False)

    def amount(self, number: Number, end: int) -> Amount | None:
        """The number with its unit, which ends before `end`; None where it has none right beside it."""
        code = self.language.code
        sign = sign_before(self.content, code, number.start)
        scale, place = letter_scale(self.content, code, number.end)
        behind = self._behind(number, sign, place, end)
        if sign and (behind is None or behind.kind != "percent"):
            named = behind if behind and behind.kind == "money" and not self._otherwise(sign, behind) else None
            unit = self._settled(named or sign, number, scale)
            return self._read(number, unit.at(unit.start, named.end if named else place), scale, sign.start)
        if behind is None or (number.attached and not self._glued(number, behind, place)):
            return None
        if behind.kind == "money":
            after, stop = self._scale_behind(number, behind)
            unit = self._settled(behind, number, scale * after)
            return self._read(number, unit.at(unit.start, stop), scale * after, number.start)
        if behind.end <= place:  # "155mm": what looks like the letters of a scale is the unit
            scale = 1
        if scale > 1 and behind.kind != "physical":
            return None
        unit = compounded(self._settled(behind, number, scale), self.content, code)
        return self._read(number, unit, scale, number.start)

    def _behind(self, number: Number, sign: Unit | None, place: int, end: int) -> Unit | None:
        """The unit behind the number; a sign that the next digits follow is theirs."""
        code = self.language.code
        behind = unit_after(self.content, code, place) or unit_after(self.content, code, number.end)
        if behind is None and number.written == "fraction":
            behind = self._after_article(place)
        if behind is None or behind.end > end:
            return None
        theirs = (_NEXT_ON if sign else _NEXT).match(self.content, behind.end)
        return None if theirs and behind.sign and behind.kind == "money" else behind

    def _after_article(self, place: int) -> Unit | None:
        """The unit of "half a percent", "a quarter of a tonne"."""
        article = self.language.rules("quantities.article").at(self.content, place)
        return unit_after(self.content, self.language.code, article.end) if article else None

    def _glued(self, number: Number, behind: Unit, place: int) -> bool:
        """Whether what is attached to the number is its unit, or the letter of a scale before it."""
        return self.content[number.end] == self.content[behind.start] or place > number.end

    def _scale_behind(self, number: Number, unit: Unit) -> tuple[float, int]:
        """The scale that stands behind a code: "75 USD million"."""
        if not unit.sign or number.scale > 1:
            return 1, unit.end
        return scale_at(self.content, self.language.code, unit.end)

    def _otherwise(self, sign: Unit, behind: Unit) -> bool:
        """Whether the currency behind the number is another than the sign's: it is then the next number's."""
        return behind.code != sign.code and self.content[sign.start : sign.end] != DOLLAR

    def _settled(self, unit: Unit, number: Number, scale: float) -> Unit:
        """The unit with its currency, as far as text and document settle it."""
        if unit.code == DOLLARS and self.content[unit.start : unit.end].strip() == DOLLAR:
            code = self._dollar(number.value * scale)
            return unit if code == unit.code else replace(unit, code=code)
        if unit.other and number.value >= LARGE and not self._of(unit.end):
            unit = replace(unit, other=None)
        return chosen(unit, self.language.code, self.homes)

    def _of(self, place: int) -> bool:
        behind = self.content[place : place + 12].split()
        return bool(behind) and behind[0].lower() in self.language.table("figures.shares")

    def _dollar(self, value: float) -> str:
        """Which dollar a bare sign means: that of the same amount written out elsewhere, or the text's only one."""
        if not self._dollars:
            self._dollars.update(self._written_out())
            self._dollars.setdefault(0, DOLLARS)
        return self._dollars.get(value, self._dollars[0])

    def _written_out(self) -> dict[float, str]:
        """The amounts whose dollars are told by letters; 0 stands for all others, where only one dollar is told."""
        told: dict[float, str] = {}
        position = self.content.find(DOLLAR)
        while position >= 0:
            sign = sign_before(self.content, self.language.code, position + 1)
            number = next(numbers(self.content, self.language.code, position + 1, position + 40), None)
            if sign and number and sign.start < position:
                told[number.value * letter_scale(self.content, self.language.code, number.end)[0]] = sign.code
            position = self.content.find(DOLLAR, position + 1)
        codes = set(told.values())
        told = {value: code for value, code in told.items() if code != DOLLARS}
        return told | {0: next(iter(codes))} if len(codes) == 1 and UNITED_STATES not in self.homes else told

    def _read(self, number: Number, unit: Unit, scale: float, start: int) -> Amount:
        factor = unit.factor * scale
        if start < number.start and _MINUS.search(self.content, max(0, start - 2), start):
            start, factor = start - 1, -factor
        low, high = (None if end is None else exact(end * factor) for end in (number.low, number.high))
        return Amount(start, unit.end, number, exact(number.value * factor), low, high, unit.code, unit.kind)


def exact(value: float) -> float:
    """The value without the noise of binary fractions."""
    return float(f"{value:.12g}")
