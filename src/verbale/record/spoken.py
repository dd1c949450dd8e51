"""Spoken statements are those of a record that its exchanges do not show already."""

from bisect import bisect_right

from verbale.model.record import Record
from verbale.model.span import Span
from verbale.model.statement import Statement

_PLAIN = (None, "states")


def spoken(record: Record) -> tuple[Statement, ...]:
    """The statements, without the turns that merely are a part of a question or an answer."""
    turns = sorted(turn.span for exchange in record.exchanges for turn in (exchange.question, exchange.answer))
    return tuple(one for one in record.statements if not (_is_turn(one) and _within(one.span, turns)))


def _is_turn(statement: Statement) -> bool:
    return statement.kind == "turn" and statement.act in _PLAIN


def _within(span: Span, turns: list[Span]) -> bool:
    """Whether a span lies in one of the turns, which do not overlap."""
    before = bisect_right(turns, span.start, key=lambda turn: turn.start) - 1
    return before >= 0 and turns[before].holds(span)
