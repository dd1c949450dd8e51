"""The money, percentages and quantities annotated in MEANTIME, 120 pieces of Wikinews.

Its annotation gives words, not values: `meantime.csv` holds the value and unit of each, read by hand, or why it is left
out (no number, two amounts in one, an age, an ordinal). Only the first sentences of each piece are annotated, and only
those are measured. Its quantities have no units: there the value alone counts.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from quality.score import Score, close, overlap, paired
from verbale.claims.figures.grammar import Grammar
from verbale.claims.figures.quantity import Quantity
from verbale.lang.pack import load
from verbale.lang.parse import Parse, parse
from verbale.model.span import Span

VALUES = Path(__file__).with_name("meantime.csv")
PENN = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")", "#": "£"}  # how the Penn Treebank writes characters
TIGHT_BEFORE = frozenset({",", ".", ":", ";", "?", "!", ")", "%", "”", "'s", "’s", "n't"})
TIGHT_AFTER = frozenset({"$", "£", "(", "“", "US$", "AU$"})
MONEY = frozenset({"MONEY", "PERCENT"})


@dataclass(frozen=True)
class Value:
    """An annotated value at [start, end) of the text; `why` says why it is left out."""

    kind: str
    place: tuple[int, int]
    words: str
    value: float | None
    high: float | None
    unit: str
    why: str


@dataclass(frozen=True)
class Piece:
    """A text as far as it is annotated, with its sentences and values."""

    content: str
    sentences: tuple[Span, ...]
    values: tuple[Value, ...]


def pieces(folder: Path) -> Iterator[Piece]:
    """The annotated beginnings of the corpus's texts."""
    with VALUES.open(encoding="utf-8") as file:
        known = {(row["document"], row["markable"]): row for row in csv.DictReader(file)}
    for path in sorted(folder.glob("*/*.xml")):
        yield _piece(ElementTree.parse(path).getroot(), known)


def _piece(root: ElementTree.Element, known: dict[tuple[str, str], dict[str, str]]) -> Piece:
    sentence = {token.get("t_id"): int(token.get("sentence") or 0) for token in root.findall("token")}
    anchors = [anchor.get("t_id") for anchor in root.iterfind("Markables/*/token_anchor")]
    last = max(sentence[anchor] for anchor in anchors)
    content, places, spans = _laid_out([t for t in root.findall("token") if sentence[t.get("t_id")] <= last])
    values = [
        _value(mark, places, content, known[root.get("doc_id") or "", mark.get("m_id") or ""])
        for mark in root.iter("VALUE")
        if mark.find("token_anchor") is not None
    ]
    return Piece(content, spans, tuple(values))


def _value(mark: ElementTree.Element, places: dict[str, tuple[int, int]], content: str, row: dict[str, str]) -> Value:
    words = [places[anchor.get("t_id") or ""] for anchor in mark.findall("token_anchor")]
    place = min(start for start, _ in words), max(end for _, end in words)
    value, high = (float(row[name]) if row[name] else None for name in ("value", "high"))
    return Value(mark.get("type") or "", place, content[slice(*place)], value, high, row["unit"], row["left_out"])


def _laid_out(tokens: Sequence[ElementTree.Element]) -> tuple[str, dict[str, tuple[int, int]], tuple[Span, ...]]:
    """The tokens as a text, one sentence a line, with where each stands."""
    content, places, lines = "", {}, []
    before: ElementTree.Element | None = None
    for token in tokens:
        word = PENN.get(token.text or "", token.text or "")
        anew = before is None or before.get("sentence") != token.get("sentence")
        if anew:
            content += "\n" if content else ""
            lines.append(len(content))
        elif word not in TIGHT_BEFORE and PENN.get(before.text or "", before.text) not in TIGHT_AFTER:
            content += " "
        places[token.get("t_id") or ""] = (len(content), len(content) + len(word))
        content, before = content + word, token
    ends = [*(line - 1 for line in lines[1:]), len(content)]
    return content, places, tuple(Span(a, b, content[a:b]) for a, b in zip(lines, ends, strict=True))


def measured(folder: Path) -> list[Score]:
    """The scores of money and percentages, and of other quantities."""
    money: Counter[str] = Counter()
    other: Counter[str] = Counter()
    misses: tuple[list[str], list[str]] = ([], [])
    for piece in pieces(folder):
        found = _found(piece)
        for counts, told, kinds in ((money, misses[0], True), (other, misses[1], False)):
            read = [q for q in found if (q.kind in ("money", "percent") and not q.growth) == kinds]
            _count(counts, told, piece, read, found, kinds)
    names = ("meantime.money_percent", "meantime.quantity")
    return [_score(*entry) for entry in zip(names, (money, other), misses, strict=True)]


def _score(name: str, counts: Counter[str], misses: list[str]) -> Score:
    left_out = {why.removeprefix("-"): n for why, n in counts.items() if why.startswith("-")}
    return Score(name, counts["right"], counts["found"], counts["gold"], left_out, tuple(misses))


def _found(piece: Piece) -> list[Quantity]:
    language = load("en")
    grammar = Grammar(piece.content, language, _parsed(piece), ())
    return [q for sentence in piece.sentences for q in grammar.quantities(sentence, (), ())[0]]


def _parsed(piece: Piece) -> Parse:
    return parse(piece.sentences, "en")


def _count(
    counts: Counter[str],
    told: list[str],
    piece: Piece,
    read: Sequence[Quantity],
    found: Sequence[Quantity],
    money: bool,
) -> None:
    here = [value for value in piece.values if (value.kind in MONEY) == money]
    must = [value for value in here if not value.why]
    counts.update(f"-{value.why}" for value in here if value.why)
    pairs = paired(must, found, lambda g, f: overlap(g.place, f.core) if _same(g, f) else 0)
    taken = [f for _, f in pairs]
    annotated = [value.place for value in piece.values if value not in must]
    extra = [q for q in read if q not in taken and not any(overlap(q.core, place) for place in annotated)]
    counts.update(right=len(pairs), found=len(pairs) + len(extra), gold=len(must))
    told += [f"missed {g.words!r} in {_around(piece, g.place)!r}" for g in must if all(g is not p[0] for p in pairs)]
    told += [f"spurious {q.value} {q.unit} in {_around(piece, q.core)!r}" for q in extra]


def _around(piece: Piece, place: tuple[int, int]) -> str:
    return piece.content[max(0, place[0] - 40) : place[1] + 40]


def _same(gold: Value, found: Quantity) -> bool:
    if gold.high is not None:
        return close(gold.value, found.low) and close(gold.high, found.high)
    same = close(gold.value, found.value)
    return same and (not gold.unit or gold.unit == found.unit) and (gold.kind not in MONEY or bool(gold.unit))
