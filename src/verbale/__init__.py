"""Verbale turns what officials say into a record that can be cited, queried, checked and compared.

    import verbale

    record = verbale.read("interview.txt")
    with verbale.open_archive("verbale.db", create=True) as archive:
        verbale.add(archive, ["interviews/"])
        dossier = verbale.gather(archive, ("CHN", "RUS"))
    page = verbale.render(dossier, "html")

The names below are imported when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verbale.archive.sqlite import open_archive
    from verbale.archive.store import Archive, Finding
    from verbale.archive.wanted import WantedFigures, WantedSeries
    from verbale.compare.documents import compare_records
    from verbale.crosscheck.gather import Checked, WantedChecks, gather_checks
    from verbale.dossier.gather import Dossier, gather
    from verbale.dossier.render import render
    from verbale.errors import ArchiveError, BrokenAnchor, UnreadableSource, VerbaleError
    from verbale.interchange import from_json, to_json
    from verbale.model.claim import Check, Date, Figure
    from verbale.model.comparison import Comparison
    from verbale.model.crosscheck import Crosscheck
    from verbale.model.issue import Issue
    from verbale.model.record import Document, Record
    from verbale.model.reference import Dataset, Observation
    from verbale.model.source import Source
    from verbale.model.span import Span
    from verbale.model.statement import Actor, Statement
    from verbale.model.structure import Exchange, Passage, SubQuestion
    from verbale.record.cite import cite, resolve
    from verbale.reference.load import load_series
    from verbale.run import add, read
    from verbale.source import open_source

_HOMES = {
    "archive.sqlite": ("open_archive",),
    "archive.store": ("Archive", "Finding"),
    "archive.wanted": ("WantedFigures", "WantedSeries"),
    "crosscheck.gather": ("Checked", "WantedChecks", "gather_checks"),
    "compare.documents": ("compare_records",),
    "dossier.gather": ("Dossier", "gather"),
    "dossier.render": ("render",),
    "errors": ("ArchiveError", "BrokenAnchor", "UnreadableSource", "VerbaleError"),
    "interchange": ("from_json", "to_json"),
    "model.claim": ("Check", "Date", "Figure"),
    "model.comparison": ("Comparison",),
    "model.crosscheck": ("Crosscheck",),
    "model.issue": ("Issue",),
    "model.record": ("Document", "Record"),
    "model.reference": ("Dataset", "Observation"),
    "model.source": ("Source",),
    "model.span": ("Span",),
    "model.statement": ("Actor", "Statement"),
    "model.structure": ("Exchange", "Passage", "SubQuestion"),
    "record.cite": ("cite", "resolve"),
    "reference.load": ("load_series",),
    "run": ("add", "read"),
    "source": ("open_source",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Actor",
    "Archive",
    "ArchiveError",
    "BrokenAnchor",
    "Check",
    "Checked",
    "Comparison",
    "Crosscheck",
    "Dataset",
    "Date",
    "Document",
    "Dossier",
    "Exchange",
    "Figure",
    "Finding",
    "Issue",
    "Observation",
    "Passage",
    "Record",
    "Source",
    "Span",
    "Statement",
    "SubQuestion",
    "UnreadableSource",
    "VerbaleError",
    "WantedChecks",
    "WantedFigures",
    "WantedSeries",
    "add",
    "cite",
    "compare_records",
    "from_json",
    "gather",
    "gather_checks",
    "load_series",
    "open_archive",
    "open_source",
    "read",
    "render",
    "resolve",
    "to_json",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return __all__
