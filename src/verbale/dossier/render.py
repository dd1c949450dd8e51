"""Rendering writes a dossier as one document: Markdown with footnotes, or one HTML page that needs nothing else."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any, Literal

from verbale.dossier.cited import Citation, Cited
from verbale.dossier.compare import Comparison, Gap
from verbale.dossier.gather import Dossier
from verbale.dossier.marked import Piece, Stretch, nested, pieces
from verbale.model.claim import Check, Date, Figure
from verbale.model.crosscheck import Crosscheck
from verbale.model.record import Document, Record
from verbale.model.span import Span
from verbale.model.statement import Statement
from verbale.model.structure import Exchange, Participant
from verbale.record import notation
from verbale.record.cause import Cause, causes

Format = Literal["md", "html"]

CLARITY = {"clear_reply": "answered", "ambivalent": "ambivalent", "clear_non_reply": "not answered"}
MARKS = {"clear_reply": "●", "ambivalent": "◐", "clear_non_reply": "○"}
VERDICTS = {
    "consistent": "✓",
    "agrees": "✓",
    "inconsistent": "✗",
    "altered": "✗",
    "differs": "≠",
    "not_checkable": "?",
}
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~^$&#])")
_SHOWN = ("title", "heading", "byline", "note", "question")  # kinds of passage that look different in the texts


def render(dossier: Dossier, format: Format) -> str:
    """The dossier as text of that format; what documents say is always escaped."""
    cites = list(_citations(dossier))
    template = _environment().get_template(f"dossier.{format}.j2")
    texts = [_Marked(number, record, cites) for number, record in enumerate(dossier.records, 1)]
    notes = {cite.anchor: number for number, cite in enumerate(cites, 1)}
    cut = [name for text in texts for name in sorted(text.cut)]
    page: str = template.render(
        dossier=dossier,
        sections=_sections(dossier),
        texts=texts,
        cites=cites,
        notes=notes,
        cut=cut,
        turns={cite.anchor for exchange in dossier.exchanges for cite in exchange.citations},
        calendar=_calendar(dossier),
        causes=named_causes(dossier),
    )
    return page


def _sections(dossier: Dossier) -> tuple[tuple[str, str, tuple[Any, ...]], ...]:
    """What the dossier holds: an id, a name and the things themselves."""
    return (
        ("exchanges", "Questions and answers", dossier.exchanges),
        ("sides", "What the two sides report", dossier.comparisons),
        ("figures", "Other figures" if dossier.comparisons else "Figures", dossier.figures),
        ("statements", "Statements", tuple(one for speaker in dossier.speakers for one in speaker.statements)),
        ("dates", "Dates", dossier.dates),
        ("checks", "Checks", dossier.checks),
        ("crosschecks", "Across documents and official series", dossier.crosschecks),
        ("issues", "What could not be read or settled", dossier.issues),
    )


@cache
def _environment() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("verbale.dossier"),
        autoescape=lambda name: bool(name) and str(name).endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    writers = (notation.quantity, notation.subject, notation.whose, notation.times, notation.time, notation.plain)
    environment.filters |= {writer.__name__: writer for writer in writers}
    environment.filters |= {"short": notation.shortened, "md": markdown, "groups": _by_series}
    environment.filters |= {
        writer.__name__: writer for writer in (kinds, gap, facts, office, quoted, about, answerer, explained)
    }
    environment.globals |= {"CLARITY": CLARITY, "MARKS": MARKS, "VERDICTS": VERDICTS, "shown": _SHOWN, "place": place}
    return environment


def markdown(words: str) -> str:
    """Words on one line that Markdown takes for nothing but words."""
    return _MARKDOWN.sub(r"\\\1", notation.plain(words))


def kinds(figure: Figure) -> str:
    """What the value alone does not show: a share, a rate, a plan."""
    shown = [kind for kind in (figure.measure, figure.modality) if kind not in ("level", "growth", "change", "actual")]
    return f" ({', '.join(shown)})" if shown else ""


def gap(gaps: tuple[Gap, ...]) -> str:
    """How far the sides are apart: `NOR 25.0% more`; a range where a side gives several values."""
    if all(one.agrees for one in gaps):
        return "agree"
    unit = "%" if gaps[0].unit == "percent" else " pp" if gaps[0].unit == "percentage_point" else f" {gaps[0].unit}"
    sizes = sorted({f"{one.size:.1f}" for one in gaps}, key=float)
    larger = {one.larger for one in gaps if not one.agrees}
    who = f"{larger.pop()} " if len(larger) == 1 else ""
    return f"{who}{'–'.join((sizes[0], sizes[-1]) if len(sizes) > 1 else sizes)}{unit} more"


def facts(document: Document) -> list[str]:
    """What a document is, in a few words each."""
    day = notation.time(document.published) if document.published else "without a date"
    known = (document.genre.replace("_", " "), day, notation.pair(document.relation), ", ".join(document.authors))
    return [fact for fact in (*known, document.publisher) if fact]


def office(participant: Participant) -> str:
    """A participant's name, role and country."""
    return ", ".join(part for part in (participant.name, participant.role, participant.country) if part)


def quoted(statement: Statement) -> str:
    """A statement's words, in marks where they are the speaker's own within another's text."""
    words = notation.plain(statement.span.text)
    return f"“{words}”" if statement.kind in ("direct", "mixed") else words


def answerer(exchange: Cited[Exchange]) -> str:
    """The name of the one who answers, before the answer."""
    speaker = exchange.own.record.actor(exchange.value.answer.speaker)
    return f"{speaker.name}: " if speaker else ""


def about(check: Check | Crosscheck) -> str:
    """What was checked: its kind, the indicator and the period."""
    period = notation.time(check.period) if check.period else ""
    return " · ".join(part for part in (check.kind, (check.indicator or "").replace("_", " "), period) if part)


def explained(check: Check | Crosscheck) -> str:
    """What may explain that two sides count differently; empty where nothing is known to."""
    known = causes()
    return ", ".join(known[id].name for id in check.causes if id in known)


def named_causes(dossier: Dossier) -> list[Cause]:
    """The causes that the dossier's checks name."""
    named = {id for one in dossier.checks for id in one.value.causes}
    named |= {id for one in dossier.crosschecks for id in one.cited.value.causes}
    return [cause for cause in causes().values() if cause.id in named]


class _Marked:
    """A document's text with its cited words marked."""

    def __init__(self, number: int, record: Record, cites: list[Citation]) -> None:
        own = [cite for cite in cites if cite.number == number and cite.span.text]
        stretches = [Stretch(cite.span.start, -cite.span.end, cite.anchor) for cite in own]
        stretches += [Stretch(p.span.start, -p.span.end, p.kind) for p in record.passages if p.kind in _SHOWN]
        self.number = number
        self.record = record
        self._nested, self.cut = nested(stretches)
        self.cut -= set(_SHOWN)

    def pieces(self) -> Iterator[Piece]:
        """The text in pieces."""
        return pieces(self.record, self._nested)


def _by_series(comparisons: tuple[Comparison, ...]) -> list[list[Comparison]]:
    """Comparisons of the same thing together."""
    return [list(group) for _, group in groupby(comparisons, key=lambda c: c.measured.topic)]


def _calendar(dossier: Dossier) -> list[tuple[str, list[Cited[Date]]]]:
    """Dates by their value, in the order of the calendar."""
    return [(value, list(same)) for value, same in groupby(dossier.dates, key=lambda date: date.value.value or "")]


def _citations(dossier: Dossier) -> Iterator[Citation]:
    """Everything that the dossier cites, each place once."""
    seen: set[str] = set()
    for cite in _all(dossier):
        if cite.anchor not in seen:
            seen.add(cite.anchor)
            yield cite


def _all(dossier: Dossier) -> Iterator[Citation]:
    for exchange in dossier.exchanges:
        yield exchange.own
        yield from (place(exchange, span) for part in exchange.value.parts for span in (part.span, *part.evidence))
        yield from exchange.citations
    for comparison in dossier.comparisons:
        yield from (cite for one in (*comparison.first, *comparison.second) for cite in one.citations)
    yield from (cite for one in dossier.figures for cite in one.citations)
    for speaker in dossier.speakers:
        yield from (cite for statement in speaker.statements for cite in statement.citations)
    for group in (dossier.dates, dossier.checks, [one.cited for one in dossier.crosschecks], dossier.issues):
        yield from (cite for one in group for cite in one.citations)


def place(cited: Cited[Any], span: Span) -> Citation:
    """Other words of the document that a cited thing stands in."""
    return Citation(cited.own.number, cited.own.record, span)
