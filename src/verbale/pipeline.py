"""The pipeline is the whole way from a source to its record, in one list: reading STEPS is reading the system."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from verbale.claims.dates import find_dates
from verbale.claims.figures import find_figures
from verbale.claims.mentions import find_mentions
from verbale.claims.questions import find_questions
from verbale.lang.identify import identify_language
from verbale.lang.pack import Language, load
from verbale.lang.parse import Parse, parse
from verbale.model.record import Record
from verbale.model.source import Source
from verbale.model.structure import Structure
from verbale.model.text import Text
from verbale.record.assemble import assemble
from verbale.record.check import find_checks
from verbale.statements.actors import find_actors
from verbale.statements.participants import find_participants
from verbale.statements.relation import find_relation
from verbale.statements.speech import find_statements
from verbale.structure.build import find_structure
from verbale.structure.home import find_home
from verbale.text.read import read_text


def language_of(text: Text) -> Language:
    """The language that the text is in, by its words."""
    return load(identify_language(text.content))


def parse_of(structure: Structure, language: Language) -> Parse:
    """What the NLP library says of the sentences, parsed once for every step after it."""
    return parse(structure.sentences, language.code)


@dataclass(frozen=True, slots=True)
class Step:
    """A stage: the function that `makes` one value, `gives`, of those that it `needs`, and its version."""

    gives: str
    needs: tuple[str, ...]
    makes: Callable[..., Any]
    version: str = "1"


STEPS = (
    Step("text", ("source",), read_text),
    Step("language", ("text",), language_of),
    Step("mentions", ("text", "language"), find_mentions),
    Step("structure", ("text", "language"), find_structure),
    Step("home", ("text", "structure", "language"), find_home),
    Step("parse", ("structure", "language"), parse_of),
    Step("dates", ("text", "structure", "home", "language"), find_dates),
    Step("actors", ("text", "structure", "parse", "mentions", "language"), find_actors),
    Step("participants", ("text", "structure", "actors", "mentions", "home", "language"), find_participants),
    Step("relation", ("text", "structure", "actors", "participants", "mentions", "home", "language"), find_relation),
    Step("statements", ("text", "structure", "parse", "actors", "participants", "language"), find_statements),
    Step(
        "figures",
        ("text", "structure", "parse", "mentions", "dates", "actors", "statements", "relation", "home", "language"),
        find_figures,
    ),
    Step("exchanges", ("text", "structure", "parse", "mentions", "dates", "figures", "language"), find_questions),
    Step("checks", ("text", "structure", "figures", "statements", "language"), find_checks),
    Step(
        "record",
        (
            "source",
            "text",
            "language",
            "structure",
            "participants",
            "relation",
            "actors",
            "statements",
            "figures",
            "dates",
            "exchanges",
            "checks",
        ),
        assemble,
    ),
)


def read(source: Source) -> Record:
    """The record of a source: the same bytes give the same record on every machine.

    Raises:
        UnreadableSource: the bytes cannot become text at all.
    """
    values: dict[str, Any] = {"source": source}
    for step in STEPS:
        values[step.gives] = step.makes(*(values[name] for name in step.needs))
    record: Record = values["record"]
    return record
