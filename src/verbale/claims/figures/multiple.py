"""A multiple tells of growth, or of how much larger one thing is, as a factor: "doubled", "fourfold", "4.5 times"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbale.lang.numbers import Number
from verbale.lang.pack import Language

BEFORE = 60  # characters in which the word of growth stands before "4.5 times"


@dataclass(frozen=True, slots=True)
class Multiple:
    """A factor at [start, end); `percent` is the growth that it makes, None where nothing grows: "4 times as many"."""

    start: int
    end: int
    number: Number
    percent: float | None


def multiples(content: str, language: Language, start: int, end: int, numbers: Sequence[Number]) -> Iterator[Multiple]:
    """The multiples of content[start:end], those in a word and those made of its `numbers`."""
    yield from _words(content, language, start, end)
    for number in numbers:
        behind = language.rules("quantities.factors").at(content, number.end, end)
        if behind and number.value > 0 and number.written != "fraction":
            grown = behind.get("grown") or _grows(content, language, start, number)
            if grown or behind.get("compared"):
                stop = behind.start + len(content[behind.start : behind.end].rstrip())
                yield Multiple(number.start, stop, number, (number.value - 1) * 100 if grown else None)


def _words(content: str, language: Language, start: int, end: int) -> Iterator[Multiple]:
    found = list(language.rules("quantities.multiples").find(content, start, end))
    idioms = language.rules("quantities.not_multiples").all(content, start, end) if found else []
    table = language.table("quantities.grown")
    for match in found:
        if not any(idiom.start <= match.start < idiom.end for idiom in idioms):
            place = match.groups["word"]
            percent = float(table[content[slice(*place)].lower()])
            yield Multiple(*place, Number(*place, percent, percent, written="words"), percent)


def _grows(content: str, language: Language, start: int, number: Number) -> bool:
    """Whether something is said to grow that many times."""
    window = language.rules("quantities.growing").all(content, max(start, number.start - BEFORE), number.start)
    return any(match.end == number.start for match in window)
