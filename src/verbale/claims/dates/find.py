"""Finding dates is reading a text from its beginning, each expression resolved by what stands before it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from verbale.claims.dates.now import SIDES, Now, Side, Unsettled
from verbale.claims.dates.periods import first_day
from verbale.claims.dates.resolve import RESOLUTIONS, Words
from verbale.lang.calendar import explicit_value
from verbale.lang.match import Match, Matcher
from verbale.lang.pack import Language, load
from verbale.model.claim import Date, DateKind
from verbale.model.found import Found
from verbale.model.identity import identify
from verbale.model.issue import Issue
from verbale.model.span import Span
from verbale.model.statement import By
from verbale.model.structure import Structure
from verbale.model.text import Text

STEP, VERSION = "dates", "1"
EXPLICIT, TRAPS = "calendar.explicit", "dates.traps"
_PIECE = re.compile(  # a passage, or of a longer one some sentences, or words, or characters
    r"[\s\S]{1,20000}(?:(?<=[.?!])\s|\Z)|[\s\S]{1,20000}(?!\S)|[\s\S]{1,20000}"
)
NEARBY = 48  # characters around an expression in which words of the sentence tell that it looks ahead


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that speak of calendar time: an explicit date has its `value` already, the others the match to resolve."""

    start: int
    end: int
    rule: str
    value: str | None = None
    match: Match | None = None


def find_dates(text: Text, structure: Structure, home: str | None, language: Language) -> Found[Date]:
    """Every expression of calendar time, resolved against the document's own date and the periods named before it.

    Fiscal years are those of `home`, the state whose own text it is; without one, they are told as calendar years.
    Nothing is counted from today: what needs a date that the document does not give has no value, and an issue.
    """
    expressions = find_expressions(text.content, structure, language)
    reading = Reading(text, structure, home, language, _years_of_months(expressions))
    dates: list[Date] = []
    issues: list[Issue] = []
    for expression in expressions:
        try:
            value = reading.value(expression)
        except Unsettled as why:
            value = None
            issues.append(Issue(text.span(expression.start, expression.end), "date", f"{why}"))
        except (ValueError, OverflowError):
            continue  # no day of the calendar: a number that only looked like one
        dates.append(_date(text.span(expression.start, expression.end), expression, value))
        reading.go_on(dates[-1])
    return Found(tuple(dates), tuple(issues))


def find_expressions(content: str, structure: Structure, language: Language) -> list[Expression]:
    """The expressions in order and without overlap: leftmost first, of those the longest, explicit dates before others.

    None of them reaches from one passage into the next.
    """
    chosen: list[Expression] = []
    for start, end in _stretches(content, structure):
        candidates = _candidates(content, start, end, language)
        for candidate in sorted(candidates, key=lambda e: (e.start, -e.end, bool(e.rule), e.value is None)):
            if not chosen or candidate.start >= chosen[-1].end:
                chosen.append(candidate)
    return [expression for expression in chosen if expression.rule]


def _stretches(content: str, structure: Structure) -> Iterator[tuple[int, int]]:
    """The passages, and what lies between them if it is not blank, in pieces of bounded length."""
    spans = [(passage.span.start, passage.span.end) for passage in structure.passages]
    reached = 0
    for start, end in [*spans, (len(content), len(content))]:
        if reached < start and not content[reached:start].isspace():
            yield from _pieces(content, reached, start)
        yield from _pieces(content, start, end)
        reached = end


def _pieces(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return (piece.span() for piece in _PIECE.finditer(content, start, end))


def _candidates(content: str, start: int, end: int, language: Language) -> Iterator[Expression]:
    """Whatever may be an expression in content[start:end]; what is a trap for them has no rule."""
    for match in _rules(language.code).all(content, start, end):
        if match.rule.id.startswith(EXPLICIT):
            if value := explicit_value(match, content, language):
                yield Expression(match.start, match.end, EXPLICIT, value)
        else:
            trap = match.rule.id.startswith(TRAPS)
            yield Expression(match.start, match.end, "" if trap else match.rule.id, None, match)


@cache
def _rules(code: str) -> Matcher:
    """All the rules in one set, so that a text is looked through once."""
    names = (EXPLICIT, "dates.expressions", TRAPS)
    return Matcher("dates", tuple(rule for name in names for rule in load(code).rules(name).rules))


def _years_of_months(expressions: Sequence[Expression]) -> dict[int, list[int]]:
    """The years that the text itself gives to each month."""
    known: dict[int, list[int]] = {}
    for expression in expressions:
        if expression.value:
            day = first_day(expression.value)
            known.setdefault(day.month, []).append(day.year)
    return known


class Reading:
    """A text being read: what a relative date can be counted from at each place."""

    def __init__(
        self,
        text: Text,
        structure: Structure,
        home: str | None,
        language: Language,
        known: Mapping[int, Sequence[int]],
    ) -> None:
        self._content = text.content
        self._language = language
        self._published = structure.head.published
        self._known = known
        self._sentences = structure.sentences
        self._starts = [sentence.start for sentence in structure.sentences]
        self._latest: Date | None = None
        self._fiscal = language.table("calendar.fiscal").get(home or "")

    def go_on(self, date: Date) -> None:
        """Has read a date; those after it may be counted from it."""
        if date.value and date.kind != "anniversary":
            self._latest = date

    def value(self, expression: Expression) -> str:
        """The ISO 8601 value of an expression, given what was read before it.

        Raises:
            Unsettled: the text does not say what it would be counted from.
            ValueError, OverflowError: there is no such day.
        """
        if expression.value or expression.match is None:
            return expression.value or ""
        words = Words(expression.match, self._content, self._language)
        return RESOLUTIONS[expression.match["resolve"]](words, self._now(expression))

    def _now(self, expression: Expression) -> Now:
        start, end = self._sentence(expression)
        latest = self._latest
        here = latest.value if latest and latest.span.start >= start else None
        said = expression.match is not None and "year" in expression.match.groups
        side = None if said else self._side(expression, start, end)
        return Now(self._published, latest.value if latest else None, here, self._known, side, self._fiscal)

    def _side(self, expression: Expression, start: int, end: int) -> Side | None:
        """Whether the words nearest to an expression in its sentence speak of what has been or of what will be."""
        near = max(start, expression.start - NEARBY), min(end, expression.end + NEARBY)
        cues: list[tuple[int, Side]] = [
            (max(expression.start - cue.end, cue.start - expression.end), side)
            for side in SIDES
            for cue in self._language.rules(f"dates.{side}").find(self._content, *near)
        ]
        return min(cues)[1] if cues else None

    def _sentence(self, expression: Expression) -> tuple[int, int]:
        """The sentence that an expression stands in, or its line where no sentence holds it."""
        i = bisect_right(self._starts, expression.start) - 1
        if i >= 0 and expression.end <= self._sentences[i].end:
            return self._sentences[i].start, self._sentences[i].end
        end = self._content.find("\n", expression.end)
        return self._content.rfind("\n", 0, expression.start) + 1, len(self._content) if end < 0 else end


def _date(span: Span, expression: Expression, value: str | None) -> Date:
    by = By(STEP, expression.rule, VERSION)
    given = expression.match.get("kind") if expression.match else None
    kind: DateKind = given or ("date" if value and len(value) == len("2024-05-07") else "period")
    return Date(identify("date", span.start, span.end, value), span, kind, by, value)
