"""A stated figure is a figure where it is stated: in which document and sentence, by whom, and per what."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from verbale.lang.pack import load
from verbale.model.claim import Figure
from verbale.model.span import Span

REACH = 40  # characters behind a figure in which it can be said what it is told for each of


@dataclass(frozen=True, slots=True)
class Stated:
    """`document` is an id, empty within one text; `place` tells the sentences of a document apart.

    `speaker` is whoever says it, by any name that tells speakers apart; `per` what it is told for each of: a person, a
    time or a thing ("$60 per barrel"). `other_terms` says of a rate that it is not that of the levels as stated: in
    constant prices, say, or in another currency.
    """

    figure: Figure
    document: str = ""
    place: int = 0
    speaker: str | None = None
    per: str | None = None
    other_terms: bool = False

    @property
    def order(self) -> tuple[str, Span]:
        """Where it stands among others."""
        return (self.document, self.figure.span)

    def near(self, other: "Stated") -> bool:
        """Whether both stand in one sentence, or in one document where sentences are not told apart."""
        return (self.document, self.place) == (other.document, other.place)


def stated_in(text: str, language: str, figures: Iterable[Figure], sentences: Sequence[Span] = ()) -> Iterator[Stated]:
    """The figures of a text as they stand in it; those that count none of the sentences stand in one."""
    per, terms = (load(language).rules(f"checks.{name}") for name in ("per", "terms"))
    constant = load(language).table("checks.constant_prices")
    starts = [sentence.start for sentence in sentences]
    for figure in figures:
        place = bisect_right(starts, figure.span.start)
        gap = text[figure.span.end : figure.span.end + REACH]
        begins = figure.span.end + len(gap) - len(gap.lstrip(" \u00a0\n("))
        told = per.at(text, begins) if begins < len(text) else None
        beside = terms.first(text, max(0, figure.span.start - REACH), figure.span.end + REACH)
        other_terms = figure.measure == "growth" and (beside is not None or figure.indicator in constant)
        yield Stated(figure, "", place, figure.speaker, told["of"] if told else None, other_terms)
