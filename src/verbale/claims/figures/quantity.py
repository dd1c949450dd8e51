"""A quantity is a number with its unit and qualifier: what a figure says before one knows what it measures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from verbale.claims.figures.amount import LARGE, Amount, Amounts, exact
from verbale.claims.figures.counted import Counted, Counting
from verbale.claims.figures.multiple import Multiple, multiples
from verbale.claims.figures.qualifier import qualifier_before, qualifier_behind
from verbale.claims.figures.stretches import Stretches
from verbale.lang.match import Match
from verbale.lang.numbers import Number, numbers, ranged, together
from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.lang.units import DOLLAR
from verbale.model.claim import Date, Mention, Qualifier
from verbale.model.span import Span

Kind = Literal["money", "percent", "physical", "count"]

SLIGHT = 10  # counts below this part no other figures from their words
ABOVE: frozenset[str] = frozenset({"more_than", "at_least"})
BELOW: frozenset[str] = frozenset({"less_than", "at_most"})
ABOUT: Qualifier = "about"
TIMES = "time"  # the unit of what is so many times as large
YEARS = range(1700, 2150)  # bare numbers that are more likely years
GAP = 12  # characters between the ends of a range
_STRETCH = re.compile(  # lines or sentences together; one no longer than the sentences of a structure may be
    r"[\s\S]{1,1000}(?:\n|(?<=[.?!])\s|\Z)|[\s\S]{1,4000}(?!\S)|[\s\S]{1,4000}"
)


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
    amounts: Amounts = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "amounts", Amounts(self.content, self.language, self.homes))

    def quantities(
        self, sentence: Span, mentions: Sequence[Mention], dates: Sequence[Date]
    ) -> tuple[list[Quantity], list[Number]]:
        """The quantities of a sentence in their order, and the large numbers that have no unit."""
        return Reading(self, sentence, mentions, dates).quantities()


class Reading:
    """The reading of one sentence: its numbers, what they are numbers of, and how they hang together."""

    def __init__(self, grammar: Grammar, sentence: Span, mentions: Sequence[Mention], dates: Sequence[Date]) -> None:
        self._content, self._language, self._amounts = grammar.content, grammar.language, grammar.amounts
        self._sentence = sentence
        self._numbers = list(numbers(grammar.content, grammar.language.code, sentence.start, sentence.end))
        self._dates = Stretches((date.span.start, date.span.end) for date in dates)
        self._counting = Counting(grammar.content, grammar.language, grammar.parse, mentions, sentence)
        self._names: Stretches | None = None

    def quantities(self) -> tuple[list[Quantity], list[Number]]:
        """The quantities in their order, and the large numbers that have no unit."""
        told = list(multiples(self._content, self._language, self._sentence.start, self._sentence.end, self._numbers))
        quantities: list[Quantity] = []
        loose: list[Number] = []
        for item in self._joined(self._shared(list(self._measured(told)))):
            before = quantities[-1] if quantities else None
            quantity = item if isinstance(item, Quantity) else self._unmeasured(item, before)
            if quantity:
                quantities.append(self._qualified(quantity))
            elif isinstance(item, Number) and self._large(item):
                loose.append(item)
        quantities += [self._qualified(_multiple(multiple)) for multiple in told]
        return _bounded(self._content, self._language, _apart(sorted(quantities, key=lambda q: q.start))), loose

    def _measured(self, told: Sequence[Multiple]) -> Iterator[Quantity | Number]:
        """The numbers with the units beside them, and those without; neither durations nor dates nor names."""
        factors = Stretches((multiple.start, multiple.end) for multiple in told)
        for number in self._numbers:
            if factors.meet(number.start, number.end):
                continue
            amount = self._amounts.amount(number, self._sentence.end)
            if amount is None and not self._dates.meet(number.start, number.end):
                yield number
            elif amount and amount.kind != "duration" and not self._trapped.hold(amount.start, number.end):
                yield _quantity(amount)

    @property
    def _trapped(self) -> Stretches:
        """Where names, ordinals and the like stand, in which a number is no figure; looked for when there is need."""
        if self._names is None:
            found = self._language.rules("quantities.traps").all(
                self._content, self._sentence.start, self._sentence.end
            )
            self._names = Stretches((match.start, match.end) for match in found)
        return self._names

    def _shared(self, found: Sequence[Quantity | Number]) -> list[Quantity | Number]:
        """Numbers that stand before another with a unit take that unit: "from 18 to 20 percent", "5, 6 and 7 km"."""
        shared: list[Quantity | Number] = []
        following: Quantity | Number | None = None
        for item in reversed(found):
            if isinstance(item, Number) and isinstance(following, Quantity) and self._leads(item, following):
                item = _like(item, following)
            shared.append(item)
            following = item
        return shared[::-1]

    def _leads(self, number: Number, following: Quantity) -> bool:
        if number.end >= following.core[0] or number.attached or self._year(number):
            return False
        gap = self._content[number.end : self._qualified(following).start].strip().lower()
        if gap != "," and gap.strip(",").strip() not in self._language.table("quantities.joins"):
            return False
        return not self._trapped.meet(number.start, number.end)

    def _joined(self, found: Sequence[Quantity | Number]) -> list[Quantity | Number]:
        """Two quantities that are one: "$5 million to $7 million", "3 dollars 50 cents"."""
        joined: list[Quantity | Number] = []
        for item in found:
            before = joined[-1] if joined else None
            whole = self._whole(before, item) if isinstance(before, Quantity) else None
            joined[-1:] = [whole] if whole else [*joined[-1:], item]
        return joined

    def _whole(self, before: Quantity, item: Quantity | Number) -> Quantity | None:
        if isinstance(item, Number):
            return self._with_hundredths(before, item)
        return self._range(before, item) or self._with_coins(before, item)

    def _range(self, low: Quantity, high: Quantity) -> Quantity | None:
        gap = self._content[low.end : high.start]
        same = low.unit == high.unit or (low.kind == high.kind == "money" and self._content[high.start] == DOLLAR)
        if not same or len(gap) > GAP or not ranged(self._content, self._language.code, low.start, gap):
            return None
        number = together(low.number, high.number)
        if number is None:
            return None
        factor = high.value / high.number.value
        ends = exact(number.value * factor), high.value
        place = (low.start, high.end)
        return replace(low, end=high.end, core=place, number=number, value=ends[0], low=ends[0], high=ends[1])

    def _with_coins(self, notes: Quantity, coins: Quantity) -> Quantity | None:
        """ "3 dollars and 50 cents"."""
        if notes.unit != coins.unit or not 0 < coins.value < 1 <= coins.number.value:
            return None
        return self._together(notes, coins.value, coins.start, coins.end)

    def _with_hundredths(self, notes: Quantity, number: Number) -> Quantity | None:
        """ "3 dollars and 50", where nothing that is counted follows."""
        if notes.number.value % 1 or not 0 < number.value < 100 or number.value % 1 or number.attached:
            return None
        over = self._content[number.end : number.end + 2].strip(",;.!?)")
        return None if over.strip() else self._together(notes, number.value / 100, number.start, number.end)

    def _together(self, notes: Quantity, hundredths: float, start: int, end: int) -> Quantity | None:
        gap = self._content[notes.end : start]
        joint = gap.strip().lower()
        if notes.kind != "money" or not gap or (joint and joint not in self._language.table("numbers.addition")):
            return None
        place = (notes.start, end)
        return replace(notes, end=end, core=place, value=exact(notes.value + hundredths))

    def _unmeasured(self, number: Number, before: Quantity | None) -> Quantity | None:
        """A share, or a count of things; None where the number is part of a name, a year, or counts nothing."""
        if number.written in ("fraction", "ratio"):
            share = self._share(number)
            return None if share is None or self._trapped.hold(number.start, number.end) else share
        if not self._countable(number):
            return None
        if counted := self._counting.counted(number):
            return None if self._trapped.meet(number.start, number.end) else _count(number, counted)
        same = self._same(number, before) if before else None
        return None if same is None or self._trapped.meet(number.start, number.end) else same

    def _share(self, number: Number) -> Quantity | None:
        """ "Half of", "two-thirds of", "half the …", "one in five": so much of a whole."""
        if number.written == "fraction" and not self._language.rules("quantities.portions").at(
            self._content, number.end
        ):
            return None
        place = (number.start, number.end)
        return Quantity(*place, place, number, exact(number.value * 100), "percent", "percent", fraction=True)

    def _same(self, number: Number, before: Quantity) -> Quantity | None:
        """What the quantity before it counts, where it stands alone: "and 200 from Peru", "another 5 billion"."""
        if before.noun and self._counting.elliptic(number, (before.start, before.end)):
            return _count(number, Counted(*before.noun, before.unit))
        if before.kind == "money" and number.scale >= LARGE and self._counting.alone(number):
            return _like(number, before)
        return None

    def _large(self, number: Number) -> bool:
        """Whether the number is written as statistics are: with a scale or thousands set apart."""
        grouped = number.value >= 1000 and not self._content[number.start : number.end].isdigit()
        large = number.written == "digits" and (number.scale > 1 or grouped) and self._countable(number)
        return large and not self._trapped.meet(number.start, number.end)

    def _countable(self, number: Number) -> bool:
        if number.attached or self._counting.labelled(number):
            return False
        return not self._year(number) or self._qualifier(number.start) is not None

    def _year(self, number: Number) -> bool:
        """Whether the number is written like a year, or like years."""
        ends = re.split(r"\D+", self._content[number.start : number.end])
        return all(end.isdigit() and len(end) == 4 and int(end) in YEARS for end in ends)

    def _qualified(self, quantity: Quantity) -> Quantity:
        before = self._qualifier(quantity.start)
        if before is None or before["qualifier"] == ABOUT:
            behind = qualifier_behind(self._content, self._language, quantity.end, self._sentence.end)
            if behind:
                start = before.start if before else quantity.start
                return replace(quantity, start=start, end=behind.end, qualifier=behind["qualifier"])
        return replace(quantity, start=before.start, qualifier=before["qualifier"]) if before else quantity

    def _qualifier(self, position: int) -> Match | None:
        return qualifier_before(self._content, self._language, position, self._sentence.start)

    def bare(self) -> list[Quantity]:
        """The numbers by themselves, each with its qualifier."""
        found = [number for number in self._numbers if not number.attached]
        return _bounded(self._content, self._language, _apart([self._qualified(_bare(number)) for number in found]))


def quantities_of(content: str, language: Language, homes: Sequence[str] = ()) -> Iterator[Quantity]:
    """The quantities that the words alone show, without parse or structure: money, percent, units, shares, multiples.

    `homes` are countries (alpha-3) that settle which dollar or pound is meant. Nothing is held of what was read before.
    """
    grammar = Grammar(content, language, Parse(), homes)
    for stretch in _stretches(content):
        yield from grammar.quantities(stretch, (), ())[0]


def bounds_of(content: str, language: Language) -> list[Quantity]:
    """The numbers of a text, with a unit or without, each with the qualifier and range that the words give it."""
    grammar = Grammar(content, language, Parse(), ())
    return [quantity for stretch in _stretches(content) for quantity in Reading(grammar, stretch, (), ()).bare()]


def _stretches(content: str) -> Iterator[Span]:
    return (Span(stretch.start(), stretch.end(), stretch[0]) for stretch in _STRETCH.finditer(content))


def _quantity(amount: Amount) -> Quantity:
    place = (amount.start, amount.end)
    assert amount.kind != "duration"
    return Quantity(*place, place, amount.number, amount.value, amount.unit, amount.kind, amount.low, amount.high)


def _count(number: Number, counted: Counted) -> Quantity:
    place, noun = (number.start, max(number.end, counted.end)), (counted.start, counted.end)
    return Quantity(*place, place, number, number.value, counted.unit, "count", number.low, number.high, noun=noun)


def _bare(number: Number) -> Quantity:
    place = (number.start, number.end)
    return Quantity(*place, place, number, number.value, "", "count", number.low, number.high)


def _multiple(multiple: Multiple) -> Quantity:
    place = (multiple.start, multiple.end)
    if multiple.percent is None:
        return Quantity(*place, place, multiple.number, multiple.number.value, TIMES, "count")
    return Quantity(*place, place, multiple.number, exact(multiple.percent), "percent", "percent", growth=True)


def _like(number: Number, other: Quantity) -> Quantity:
    """The number with the unit of another quantity, and with its scale where it has none: "5 and 7 billion dollars"."""
    scale = other.number.scale if number.scale == 1 and number.value < 1000 else 1
    factor = scale * (abs(other.value / other.number.value) if other.number.value else 1)
    low, high = (None if end is None else exact(end * factor) for end in (number.low, number.high))
    place = (number.start, number.end)
    return Quantity(*place, place, number, exact(number.value * factor), other.unit, other.kind, low, high)


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


def _bounded(content: str, language: Language, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities with a lower and an upper bound of one thing as one: "more than 5 but less than 10 percent"."""
    bounded: list[Quantity] = []
    for quantity in quantities:
        last = bounded[-1] if bounded else None
        if last and _between(content, language, last, quantity):
            low, high = sorted((last, quantity), key=lambda q: q.value)
            ends = (low.value, high.value)
            place = (last.start, quantity.end)
            last = replace(
                quantity, start=place[0], core=place, value=ends[0], low=ends[0], high=ends[1], qualifier="exact"
            )
            bounded[-1:] = [last]
        else:
            bounded.append(quantity)
    return bounded


def _between(content: str, language: Language, first: Quantity, second: Quantity) -> bool:
    """Whether the first is bounded on the side away from the second, and the second on the other."""
    if first.unit != second.unit or first.low is not None or second.low is not None:
        return False
    low, high = sorted((first, second), key=lambda q: q.value)
    gap = content[first.end : second.start].strip().strip(",").strip().lower()
    apart = low.value < high.value and low.qualifier in ABOVE and high.qualifier in BELOW
    return apart and (not gap or gap in language.table("quantities.both"))
