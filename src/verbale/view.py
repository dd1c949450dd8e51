"""The view is a record as a reader meets it in the terminal: who spoke, what was asked, what was said and measured."""

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from verbale.model.claim import Check, Date, Figure
from verbale.model.issue import Issue
from verbale.model.record import Document, Record
from verbale.model.statement import Actor, Statement
from verbale.model.structure import Exchange, Participant, SubQuestion
from verbale.record.notation import pair, plain, quantity, shortened, subject, time, times, whose
from verbale.record.spoken import spoken

ANSWERED = {
    "clear_reply": ("●", "answered", "green"),
    "ambivalent": ("◐", "ambivalent", "yellow"),
    "clear_non_reply": ("○", "not answered", "red"),
}
VERDICTS = {
    "consistent": ("✓", "green"),
    "agrees": ("✓", "green"),
    "inconsistent": ("✗", "red"),
    "altered": ("✗", "red"),
    "differs": ("≠", "yellow"),
    "not_checkable": ("?", "dim"),
}
_QUOTED = {"direct": "“{}”", "mixed": "“{}”"}
_PLAIN = ("level", "growth", "change", "actual")  # what the value itself shows
WORDS = 220  # characters of a statement or an answer that are shown


def render(record: Record) -> RenderableType:
    """The whole record; sections in which nothing was found are absent."""
    statements = spoken(record)
    sections = (
        ("Exchanges", len(record.exchanges), _exchanges(record)),
        ("Statements", len(statements), _statements(record, statements)),
        ("Figures", len(record.figures), _figures(record.figures)),
        ("Dates", len(record.dates), _dates(record.dates)),
        ("Checks", len(record.checks), _checks(record)),
        ("Issues", len(record.issues), _issues(record.issues)),
    )
    shown = [_section(name, count, body) for name, count, body in sections if count]
    return Group(*_header(record.document), *shown, Text())


def _section(name: str, count: int, body: RenderableType) -> RenderableType:
    title = Text.assemble((name, "bold"), (f"  {count}", "dim"))
    return Group(Text(), Rule(title, align="left", style="dim"), Padding(body, (0, 0, 0, 1), expand=False))


def _header(document: Document) -> Iterator[RenderableType]:
    yield Text()
    yield Text(plain(document.title or "Without a title"), style="bold")
    facts = (
        document.genre.replace("_", " "),
        time(document.published) if document.published else "without a date",
        pair(document.relation),
        ", ".join(document.authors),
        document.publisher or "",
    )
    yield Text(plain(" · ".join(fact for fact in facts if fact)))
    yield Text(plain(f"{document.source.uri} · {document.language} · {document.id}"), style="dim")
    if document.participants:
        yield Text()
        yield _participants(document.participants)
    for line in document.lineage:
        day = f", {time(line.date)}" if line.date else ""
        yield Text(" " + plain(f"{line.step} by {line.by}{day}"), style="dim")


def _participants(participants: Iterable[Participant]) -> Table:
    table = Table.grid(padding=(0, 2))
    for one in participants:
        office = ", ".join(part for part in (one.role, one.country) if part)
        table.add_row(Text(" " + plain(one.name)), Text(one.part, style="dim"), Text(plain(office)))
    return table


def _exchanges(record: Record) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", style="dim")
    table.add_column()
    table.add_column()
    for exchange in record.exchanges:
        number = str(exchange.number)
        for part in exchange.parts:
            table.add_row(number, *_part(part))
            number = ""
        if not exchange.parts:
            table.add_row(number, "", Text(shortened(exchange.question.span.text, WORDS)))
        table.add_row("", Text("└", style="dim"), _answer(exchange, record))
    return table


def _answer(exchange: Exchange, record: Record) -> Text:
    speaker = record.actor(exchange.answer.speaker)
    name = f"{plain(speaker.name)}: " if speaker else ""
    return Text(name, style="dim").append(f"“{shortened(exchange.answer.span.text, WORDS)}”")


def _part(part: SubQuestion) -> tuple[Text, Text]:
    mark, word, style = ANSWERED[part.clarity]
    how = "" if part.technique == "explicit" else f" ({part.technique.replace('_', ' ')})"
    question = Text(plain(part.span.text))
    question.append(f"\n{word}{how}", style=style)
    return Text(mark, style=style), question.append(f": {plain(part.why)}" if part.why else "", style="dim")


def _statements(record: Record, statements: Iterable[Statement]) -> Group:
    said: dict[str | None, list[Statement]] = {}
    for statement in statements:
        said.setdefault(statement.speaker, []).append(statement)
    return Group(
        *(_speaker(record.actor(id), of) for id, of in sorted(said.items(), key=lambda entry: entry[0] is None))
    )


def _speaker(actor: Actor | None, said: Iterable[Statement]) -> RenderableType:
    name = Text(plain(actor.name if actor else "Speaker not known"), style="bold")
    office = " · ".join(part for part in (actor.role, actor.country) if part) if actor else ""
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", min_width=8)
    table.add_column()
    for statement in said:
        words = Text(_QUOTED.get(statement.kind, "{}").format(shortened(statement.span.text, WORDS)))
        if statement.act:
            words.append(f"  {statement.act}", style="italic cyan")
        table.add_row(statement.kind, words)
    return Group(name.append(f"  {plain(office)}", style="not bold dim"), Padding(table, (0, 0, 0, 1), expand=False))


def _figures(figures: Iterable[Figure]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for name in ("value", "what", "whose", "when", "reported by"):
        table.add_column(name, overflow="fold")
    for figure in figures:
        cells = (quantity(figure), _what(figure), whose(figure), times(figure), plain(figure.reporter or ""))
        table.add_row(*map(Text, cells))
    return table


def _what(figure: Figure) -> str:
    kinds = [kind for kind in (figure.measure, figure.modality) if kind not in _PLAIN]
    return shortened(subject(figure), 60) + (f" ({', '.join(kinds)})" if kinds else "")


def _dates(dates: Iterable[Date]) -> Table:
    told: dict[str, Counter[str]] = {}
    for date in sorted(dates, key=lambda date: date.value or "~"):
        told.setdefault(date.value or "", Counter())[plain(date.span.text)] += 1
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    for value, words in told.items():
        said = ", ".join(f"“{w}”" + (f" ×{count}" if count > 1 else "") for w, count in words.items())
        table.add_row(time(value) if value else "open", Text(said, style="dim"))
    return table


def _checks(record: Record) -> Table:
    table = Table.grid(padding=(0, 1))
    for check in record.checks:
        mark, style = VERDICTS[check.verdict]
        table.add_row(Text(mark, style=style), _check(check))
    return table


def _check(check: Check) -> Text:
    about = (check.indicator.replace("_", " ") if check.indicator else "", time(check.period) if check.period else "")
    head = " · ".join(part for part in (check.kind, *about, check.verdict.replace("_", " ")) if part)
    text = Text.assemble(head, f": {plain(check.why)}")
    if check.working:
        text.append(f"\n{plain(check.working)}", style="dim")
    if not check.figures:
        for span in check.spans:
            text.append(f"\n“{shortened(span.text, WORDS)}”", style="dim")
    return text


def _issues(issues: Iterable[Issue]) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", no_wrap=True)
    for issue in issues:
        words = f"“{shortened(issue.span.text, 60)}”: " if issue.span.text else ""
        table.add_row(issue.what.replace("_", " "), Text(words + plain(issue.why)))
    return table
