"""A quantity is a number with its unit and qualifier: what a figure says before one knows what it measures."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from verbale.claims.figures.counted import Counted, Counting
from verbale.lang.match import Match
from verbale.lang.numbers import Number, numbers, ranged, together
from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.lang.units import Unit, chosen, letter_scale, sign_before, unit_after
from verbale.model.claim import Date, Mention, Qualifier
from verbale.model.span import Span

Kind = Literal["money", "percent", "physical", "duration", "count"]

FILLERS = 3  # words that may stand between a qualifier and its number
_LINE = re.compile(r"[^\n]{1,4000}(?!\S)|[^\n]{1,4000}")  # no longer than the sentences of a structure may be
SLIGHT = 10  # counts below this part no other figures from their words
YEARS = range(1700, 2150)  # bare numbers that are more likely years


@dataclass(frozen=True, slots=True)
class Quantity:
    """Half-open offsets of the number with unit and qualifier, and what they amount to, in base units.

    `core` is where number and unit stand without the qualifier; `noun` where the counted noun stands. `growth`
    says that the word itself tells of growth ("doubled"), `fraction` that it is a part of a whole ("half").
    """

    start: int
    end: int
    core: tuple[int, int]
    number: Number
    value: float
    unit: str
    kind: Kind
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = "exact"
    noun: tuple[int, int] | None = None
    fraction: bool = False
    growth: bool = False

    @property
    def slight(self) -> bool:
        """Whether it is so small a count that what stands around it belongs to other figures as well."""
        return self.kind == "count" and self.value < SLIGHT


@dataclass(frozen=True)
class Grammar:
    """How the quantities of one text are read; `homes` are the countries that it names."""

    content: str
    language: Language
    parse: Parse
    homes: Sequence[str]

    def quantities(
        self, sentence: Span, mentions: Sequence[Mention], dates: Sequence[Date]
    ) -> tuple[list[Quantity], list[Number]]:
        """The quantities of a sentence in their order, and the large numbers that have no unit."""
        start, end = sentence.start, sentence.end
        written = list(numbers(self.content, self.language.code, start, end))
        names = self.language.rules("quantities.traps").all(self.content, start, end) if written else []
        traps = [(name.start, name.end) for name in names]
        barred = [*traps, *((date.span.start, date.span.end) for date in dates)]
        found: list[Quantity | Number] = []
        for number in written:
            measured = self._measured(number, end)
            if measured and measured.kind == "duration":
                continue
            if any(a <= (measured or number).start and number.end <= b for a, b in traps):
                continue
            if measured is None and _overlaps(number, barred):
                continue
            found.append(measured or number)
        found = self._shared(found)
        counting = Counting(self.content, self.language, self.parse, mentions, sentence)
        quantities: list[Quantity] = []
        loose: list[Number] = []
        for item in found:
            before = quantities[-1] if quantities else None
            quantity = item if isinstance(item, Quantity) else self._counted(item, counting, traps, before)
            quantities += [self._with_qualifier(quantity, sentence)] if quantity else []
            if quantity is None and isinstance(item, Number) and self._large(item, counting):
                loose.append(item)
        quantities += [self._with_qualifier(multiple, sentence) for multiple in self._multiples(sentence)]
        return _apart(sorted(quantities, key=lambda quantity: quantity.start)), loose

    def bare(self, number: Number) -> Quantity:
        """The number by itself, with its qualifier."""
        place = (number.start, number.end)
        quantity = Quantity(*place, place, number, number.value, "", "count", number.low, number.high)
        return self._with_qualifier(quantity, Span(0, len(self.content), self.content))

    def _large(self, number: Number, counting: Counting) -> bool:
        """Whether the number is written as statistics are: with a scale or thousands set apart."""
        grouped = number.value >= 1000 and not self.content[number.start : number.end].isdigit()
        return number.written == "digits" and (number.scale > 1 or grouped) and self._countable(number, counting)

    def _multiples(self, sentence: Span) -> Iterable[Quantity]:
        """Growth told by a word: "doubled"."""
        stretch = self.content, sentence.start, sentence.end
        multiples = list(self.language.rules("quantities.multiples").find(*stretch))
        idioms = self.language.rules("quantities.not_multiples").all(*stretch) if multiples else []
        for match in multiples:
            if not any(idiom.start <= match.start < idiom.end for idiom in idioms):
                percent = float(match["percent"])
                number = Number(match.start, match.end, percent, percent, written="words")
                place = (match.start, match.end)
                yield Quantity(*place, place, number, percent, "percent", "percent", growth=True)

    def _measured(self, number: Number, end: int) -> Quantity | None:
        """Money, percent or physical units; None where the number has no such unit right beside it."""
        code = self.language.code
        sign = sign_before(self.content, code, number.start)
        scale, place = letter_scale(self.content, code, number.end)
        behind = unit_after(self.content, code, place)
        if behind and behind.end > end:
            behind = None
        if sign and (behind is None or behind.kind != "percent"):
            stop = behind.end if behind and behind.kind == "money" else place
            return self._quantity(number, replace(sign, end=stop), scale, sign.start)
        if behind and (behind.kind == "money" or scale == 1):
            if number.attached and self.content[number.end] != self.content[behind.start]:
                return None
            return self._quantity(number, chosen(behind, code, self.homes), scale, number.start)
        return None

    def _quantity(self, number: Number, unit: Unit, scale: float, start: int) -> Quantity:
        factor = unit.factor * scale
        low, high = (None if end is None else _exact(end * factor) for end in (number.low, number.high))
        if low is not None and high is not None and scale > 1 and number.low == number.mantissa:
            low, high = number.low, high
        value = _exact(number.value * factor)
        return Quantity(start, unit.end, (start, unit.end), number, value, unit.code, unit.kind, low, high)

    def _shared(self, found: Sequence[Quantity | Number]) -> list[Quantity | Number]:
        """Numbers that stand before another with a unit take that unit: "from 18 to 20 percent", "5, 6 and 7 km"."""
        shared: list[Quantity | Number] = []
        following: Quantity | Number | None = None
        for item in reversed(found):
            if isinstance(item, Number) and isinstance(following, Quantity) and self._leads(item, following):
                item = self._like(item, following)
            shared.append(item)
            following = item
        return self._ranges(shared[::-1])

    def _leads(self, number: Number, following: Quantity) -> bool:
        gap = self.content[number.end : following.core[0]].strip().strip(",").strip().lower()
        joins = self.language.table("quantities.joins")
        apart = number.end < following.core[0] and not number.attached and not self._year(number)
        return apart and (gap in joins or not gap)

    def _like(self, number: Number, other: Quantity) -> Quantity:
        scale = other.number.scale if number.scale == 1 and number.value < 1000 else 1
        factor = other.value / other.number.value if other.number.value else 1
        unit = factor / other.number.scale * other.number.scale
        value = _exact(number.value * scale * unit)
        place = (number.start, number.end)
        return Quantity(*place, place, number, value, other.unit, other.kind)

    def _ranges(self, found: Sequence[Quantity | Number]) -> list[Quantity | Number]:
        """Two quantities of one unit become a range where the words between them say so: "$5 million to $7 million"."""
        joined: list[Quantity | Number] = []
        for item in found:
            before = joined[-1] if joined else None
            whole = self._range(before, item) if isinstance(before, Quantity) and isinstance(item, Quantity) else None
            joined[-1:] = [whole] if whole else [*joined[-1:], item]
        return joined

    def _range(self, low: Quantity, high: Quantity) -> Quantity | None:
        gap = self.content[low.end : high.start]
        if low.unit != high.unit or len(gap) > 12 or not ranged(self.content, self.language.code, low.start, gap):
            return None
        number = together(low.number, high.number)
        if number is None:
            return None
        factor = high.value / high.number.value
        ends = _exact(number.value * factor), high.value
        place = (low.start, high.end)
        return replace(low, end=high.end, core=place, number=number, value=ends[0], low=ends[0], high=ends[1])

    def _counted(
        self, number: Number, counting: Counting, traps: Sequence[tuple[int, int]], before: Quantity | None
    ) -> Quantity | None:
        """A share, or a count of things; None where the number is part of a name, a year, or counts nothing."""
        if number.written == "fraction":
            return self._fraction(number)
        if _overlaps(number, traps) or not self._countable(number, counting):
            return None
        if counted := counting.counted(number):
            return self._count(number, counted)
        if before and before.noun and counting.elliptic(number, (before.start, before.end)):
            return self._count(number, Counted(*before.noun, before.unit))
        return None

    def _fraction(self, number: Number) -> Quantity | None:
        behind = self.content[number.end : number.end + 12].split()
        if not behind or behind[0].lower() not in self.language.table("figures.shares"):
            return None
        place = (number.start, number.end)
        return Quantity(*place, place, number, _exact(number.value * 100), "percent", "percent", fraction=True)

    def _countable(self, number: Number, counting: Counting) -> bool:
        if number.attached or counting.labelled(number):
            return False
        return not self._year(number) or self._qualifier(number.start, counting.sentence) is not None

    def _year(self, number: Number) -> bool:
        """Whether the number is written like a year, or like years."""
        ends = re.split(r"\D+", self.content[number.start : number.end])
        return all(end.isdigit() and len(end) == 4 and int(end) in YEARS for end in ends)

    def _count(self, number: Number, counted: Counted) -> Quantity:
        end = max(number.end, counted.end)
        place = (number.start, end)
        return Quantity(
            *place,
            place,
            number,
            number.value,
            counted.unit,
            "count",
            number.low,
            number.high,
            noun=(counted.start, counted.end),
        )

    def _with_qualifier(self, quantity: Quantity, sentence: Span) -> Quantity:
        if before := self._qualifier(quantity.start, sentence):
            return replace(quantity, start=before.start, qualifier=before["qualifier"])
        place = quantity.end + 1
        behind = self.language.rules("quantities.behind").at(self.content, place, sentence.end)
        if behind:
            return replace(quantity, end=behind.end, qualifier=behind["qualifier"])
        return quantity

    def _qualifier(self, position: int, sentence: Span) -> Match | None:
        """The qualifier that ends before `position`, fillers apart."""
        for _ in range(FILLERS):
            position = self._back_over_space(position, sentence.start)
            if found := self._ending("before", position, sentence.start):
                return found
            filler = self._ending("fillers", position, sentence.start)
            if filler is None:
                return None
            position = filler.start
        return None

    def _ending(self, rules: str, position: int, start: int) -> Match | None:
        window = self.language.rules(f"quantities.{rules}").all(self.content, max(start, position - 40), position)
        return next((match for match in window if match.end == position), None)

    def _back_over_space(self, position: int, start: int) -> int:
        while position > start and self.content[position - 1].isspace():
            position -= 1
        return position


def quantities_of(content: str, language: Language, homes: Sequence[str] = ()) -> list[Quantity]:
    """The quantities that the words alone show, without parse or structure: money, percent, units, shares, multiples.

    `homes` are countries (alpha-3) that settle which dollar or pound is meant.
    """
    grammar = Grammar(content, language, Parse(), homes)
    found: list[Quantity] = []
    for line in _LINE.finditer(content):
        found += grammar.quantities(Span(line.start(), line.end(), line[0]), (), ())[0]
    return found


def bounds_of(content: str, language: Language) -> list[Quantity]:
    """The numbers of a text, with a unit or without, each with the qualifier and range that the words give it."""
    grammar = Grammar(content, language, Parse(), ())
    return [grammar.bare(number) for number in numbers(content, language.code) if not number.attached]


def _apart(quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities without those that reach over the next; a qualifier that does so is the next one's."""
    apart: list[Quantity] = []
    for quantity in quantities:
        last = apart[-1] if apart else None
        if last and last.end > quantity.start:
            fits = last.core[1] <= quantity.start
            apart[-1:] = [replace(last, end=last.core[1], qualifier="exact")] if fits else []
        apart.append(quantity)
    return apart


def _overlaps(number: Number, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(number.start < end and start < number.end for start, end in stretches)


def _exact(value: float) -> float:
    """The value without the noise of binary fractions."""
    return float(f"{value:.12g}")
