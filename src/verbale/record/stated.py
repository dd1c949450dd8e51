"""A stated figure is a figure where it is stated: in which document and sentence, by whom, and per what."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale.lang.pack import Language, load
from verbale.model.claim import Figure
from verbale.model.span import Span

REACH = 40  # characters around a figure in which it can be said what it is told for each of
HEAD = "person"
_BREAK = re.compile(r"[\d.;:\n]")


@dataclass(frozen=True, slots=True)
class Stated:
    """`document` is an id, empty within one text; `place` tells its sentences apart, None where nothing does.

    `speaker` is whoever says it, by any name that tells speakers apart; `per` what it is told for each of: a person, a
    time or a thing ("$60 per barrel"). `other_terms` says of a rate that it is not that of the levels as stated: in
    constant prices, say, or in another currency; `people` that it counts the inhabitants of a country.
    """

    figure: Figure
    document: str = ""
    place: int | None = None
    speaker: str | None = None
    per: str | None = None
    other_terms: bool = False
    people: bool = False

    @property
    def order(self) -> tuple[str, Span]:
        """Where it stands among others."""
        return (self.document, self.figure.span)

    def near(self, other: "Stated") -> bool:
        """Whether both stand in one sentence, or in one document where sentences are not told apart."""
        return (self.document, self.place) == (other.document, other.place)


def stated_in(text: str, language: str, figures: Iterable[Figure], sentences: Sequence[Span] = ()) -> Iterator[Stated]:
    """The figures of a text as they stand in it; without the sentences nothing tells these apart."""
    known = load(language)
    starts = [sentence.start for sentence in sentences]
    for figure in figures:
        yield Stated(
            figure,
            place=bisect_right(starts, figure.span.start) if starts else None,
            speaker=figure.speaker,
            per=_per(text, known, figure.span),
            other_terms=figure.measure == "growth" and _in_other_terms(text, known, figure),
            people=bool(known.rules("checks.people").first(_before(text, figure.span))),
        )


def _per(text: str, language: Language, span: Span) -> str | None:
    """What a figure is told for each of, in the words right behind it or in what it is said of."""
    gap = text[span.end : span.end + REACH]
    begins = span.end + len(gap) - len(gap.lstrip(" \u00a0\n("))
    told = language.rules("checks.per").at(text, begins) if begins < len(text) else None
    if told:
        return str(told["of"])
    return HEAD if language.rules("checks.per_head").first(_before(text, span)) else None


def _before(text: str, span: Span) -> str:
    """The words before a figure, up to another number or the end of a clause."""
    return _BREAK.split(text[max(0, span.start - REACH) : span.start])[-1]


def _in_other_terms(text: str, language: Language, figure: Figure) -> bool:
    beside = language.rules("checks.terms").first(text, max(0, figure.span.start - REACH), figure.span.end + REACH)
    return beside is not None or figure.indicator in language.table("checks.constant_prices")
