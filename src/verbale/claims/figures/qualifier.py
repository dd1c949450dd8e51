"""A qualifier is the words beside a quantity that make it more than a plain number: "about", "at least", "or so"."""

import re

from verbale.lang.match import Match
from verbale.lang.pack import Language

FILLERS = 3  # words that may stand between a qualifier and its number
_NEVER = re.compile(r"[\d,;:!?)\]$€£¥%]")  # what no qualifier ends with
REACH = 60  # characters in which a qualifier, or a filler, ends before what it qualifies


def qualifier_before(content: str, language: Language, position: int, start: int) -> Match | None:
    """The qualifier that ends before `position` and begins from `start` on, fillers apart."""
    for _ in range(FILLERS):
        position = _back_over_space(content, position, start)
        if position == start or _NEVER.match(content, position - 1):
            return None
        if found := _ending(content, language, "quantities.before", position, start):
            return found
        filler = _ending(content, language, "quantities.fillers", position, start)
        if filler is None:
            return None
        position = filler.start
    return None


def qualifier_behind(content: str, language: Language, position: int, end: int) -> Match | None:
    """The qualifier that begins at `position`, white space apart."""
    return language.rules("quantities.behind").at(content, position, end)


def _ending(content: str, language: Language, rules: str, position: int, start: int) -> Match | None:
    window = language.rules(rules).all(content, max(start, position - REACH), position)
    return next((match for match in window if match.end == position), None)


def _back_over_space(content: str, position: int, start: int) -> int:
    while position > start and content[position - 1].isspace():
        position -= 1
    return position
