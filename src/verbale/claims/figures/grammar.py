"""The grammar of quantities reads a sentence: its numbers, what they are numbers of, and how they hang together."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from verbale.claims.figures.amount import LARGE, Amounts, exact
from verbale.claims.figures.counted import Counting
from verbale.claims.figures.multiple import Multiple, multiples
from verbale.claims.figures.noun import Noun
from verbale.claims.figures.qualifier import qualifier_before, qualifier_behind
from verbale.claims.figures.quantity import (
    Quantity,
    apart,
    bare,
    bounded,
    count,
    counted_like,
    like,
    measured,
    multiplied,
)
from verbale.claims.figures.stretches import Stretches
from verbale.lang.match import Match
from verbale.lang.numbers import Number, numbers, ranged, together
from verbale.lang.pack import Language
from verbale.lang.parse import Parse
from verbale.lang.units import DOLLAR, letter_scale
from verbale.model.claim import Date, Mention, Qualifier
from verbale.model.span import Span

ABOUT: Qualifier = "about"
YEARS = range(1700, 2150)  # bare numbers that are more likely years
GAP = 12  # characters between the ends of a range
_STRETCH = re.compile(  # lines or sentences together; one no longer than the sentences of a structure may be
    r"[\s\S]{1,1000}(?:\n|(?<=[.?!])\s|\Z)|[\s\S]{1,4000}(?!\S)|[\s\S]{1,4000}"
)


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
        for item in self._together_counted(self._joined(self._shared(list(self._measured(told))))):
            if isinstance(item, Quantity):
                quantities.append(self._qualified(item))
            elif self._large(item):
                loose.append(item)
        quantities += [self._qualified(multiplied(multiple)) for multiple in told]
        return bounded(self._content, self._language, apart(sorted(quantities, key=lambda q: q.start))), loose

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
                yield measured(amount)

    @property
    def _trapped(self) -> Stretches:
        """Where names, ordinals and the like stand, in which a number is no figure; looked for when there is need."""
        if self._names is None:
            found = self._language.rules("quantities.traps").all(
                self._content, self._sentence.start, self._sentence.end
            )
            self._names = Stretches((match.start, match.end) for match in found)
        return self._names

    def _shared(
        self, found: Sequence[Quantity | Number], as_other: Callable[[Number, Quantity], Quantity | None] = like
    ) -> list[Quantity | Number]:
        """Numbers that stand before another with a unit take that unit: "from 18 to 20 percent", "5, 6 and 7 km"."""
        shared: list[Quantity | Number] = []
        following: Quantity | Number | None = None
        for item in reversed(found):
            if isinstance(item, Number) and isinstance(following, Quantity) and self._leads(item, following):
                item = as_other(item, following) or item
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

    def _together_counted(self, found: Sequence[Quantity | Number]) -> list[Quantity | Number]:
        """The numbers as counts where they are counts; one before another counts the same: "102 and 21 people"."""
        counted: list[Quantity | Number] = []
        before: Quantity | None = None
        for item in found:
            quantity = item if isinstance(item, Quantity) else self._unmeasured(item, before)
            if quantity and before and self._listed(before, quantity):
                counted[-1] = counted_like(before.number, quantity) or before
            counted.append(quantity or item)
            before = quantity or before
        return self._shared(counted, counted_like)

    def _listed(self, before: Quantity, quantity: Quantity) -> bool:
        """Whether two numbers are told with the noun of the second: "102 and 21 people"."""
        gap = self._content[before.number.end : quantity.number.start].strip(" ,").lower()
        same = before.noun is not None and before.noun == quantity.noun and before.end > quantity.start
        return same and gap in self._language.table("quantities.joins")

    def _unmeasured(self, number: Number, before: Quantity | None) -> Quantity | None:
        """A share, or a count of things; None where the number is part of a name, a year, or counts nothing."""
        if number.written in ("fraction", "ratio"):
            share = self._share(number)
            return None if share is None or self._trapped.hold(number.start, number.end) else share
        number = self._lettered(number)
        if not self._countable(number):
            return None
        if counted := self._counting.counted(number, self._has_qualifier):
            return None if self._trapped.meet(number.start, number.end) else count(number, counted)
        same = self._same(number, before) if before else None
        return None if same is None or self._trapped.meet(number.start, number.end) else same

    def _lettered(self, number: Number) -> Number:
        """The number with the letter of a scale that is attached to it: "2.3m phones"."""
        scale, end = letter_scale(self._content, self._language.code, number.end)
        apart = number.start == self._sentence.start or self._content[number.start - 1].isspace()
        if not number.attached or scale == 1 or not apart or not self._content[end : end + 1].isspace():
            return number
        value, low, high = (
            None if part is None else exact(part * scale) for part in (number.value, number.low, number.high)
        )
        return replace(number, end=end, value=value or 0, scale=scale, low=low, high=high, attached=False)

    def _share(self, number: Number) -> Quantity | None:
        """ "Half of", "two-thirds of", "half the …", "one in five": so much of a whole."""
        portion = self._language.rules("quantities.portions").at(self._content, number.end)
        if number.written == "fraction" and not portion and not self._part(number):
            return None
        place = (number.start, number.end)
        return Quantity(*place, place, number, exact(number.value * 100), "percent", "percent", fraction=True)

    def _part(self, number: Number) -> bool:
        """Whether parts of a whole stand alone: "two thirds were lost"; quarters may be those of a year."""
        last = self._content[number.start : number.end].split()[-1].lower()
        other = last in self._language.table("units.names") or last in self._language.table("numbers.halves")
        return not other and self._counting.alone(number)

    def _same(self, number: Number, before: Quantity) -> Quantity | None:
        """What the quantity before it counts, where it stands alone: "and 200 from Peru", "another 5 billion"."""
        if before.noun and self._counting.elliptic(number, self._start(number), before.end, before.value):
            return count(number, Noun(*before.noun, before.unit))
        if before.kind == "money" and number.scale >= LARGE and self._counting.alone(number):
            return like(number, before)
        return None

    def _large(self, number: Number) -> bool:
        """Whether the number is written as statistics are: with a scale or thousands set apart."""
        grouped = number.value >= 1000 and not self._content[number.start : number.end].isdigit()
        large = number.written == "digits" and (number.scale > 1 or grouped) and self._countable(number)
        return large and not self._trapped.meet(number.start, number.end)

    def _countable(self, number: Number) -> bool:
        if number.attached or self._counting.labelled(number):
            return False
        return not self._year(number) or self._has_qualifier(number.start)

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

    def _has_qualifier(self, position: int) -> bool:
        return self._qualifier(position) is not None

    def _start(self, number: Number) -> int:
        """Where the number begins with its qualifier."""
        qualifier = self._qualifier(number.start)
        return qualifier.start if qualifier else number.start

    def _qualifier(self, position: int) -> Match | None:
        return qualifier_before(self._content, self._language, position, self._sentence.start)

    def bare(self) -> list[Quantity]:
        """The numbers by themselves, each with its qualifier."""
        found = [number for number in self._numbers if not number.attached]
        return bounded(self._content, self._language, apart([self._qualified(bare(number)) for number in found]))


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
