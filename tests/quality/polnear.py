"""The attributions annotated in PolNeAR, 84 pieces of American news: who (source) says (cue) what (content).

Its pieces are parted in two by a digest of their names: one half is `open` to whoever writes the rules, of the other,
`closed`, nothing is ever told but the scores. A stretch is compared by its words alone: marks, stops, the "that" which
opens a clause and the ending of a possessive are drawn otherwise there than in a record, and content that is broken
into pieces is so many stretches. Content is `direct` if all of it stands within marks, `mixed` if some does, else
`indirect`. Turns of a conversation, which the corpus gives to nobody, are left out.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from quality.score import Pairs, Score, paired, total
from verbale.model.source import Source
from verbale.model.statement import Statement
from verbale.model.text import Text
from verbale.pipeline import STEPS

HALVES = ("open", "closed")
KINDS = ("direct", "mixed", "indirect")
PARTS = ("source", "cue", "content")
_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"[“”„«»\"]|''|``")
_WITHIN = 0.5  # the least share of the words of both that stretches have in common if they overlap
_PASSED = frozenset({"that"})  # where it opens content

Stretch = tuple[int, int]
Reading = Callable[[Source], tuple[Text, Sequence[Statement]]]


@dataclass(frozen=True)
class Words:
    """The words of a piece as it was annotated: where each begins, and the content itself."""

    content: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, content: str) -> "Words":
        return cls(content, tuple(match.start() for match in _WORD.finditer(content)))

    def within(self, stretch: Stretch, *, opens: bool = False) -> range:
        """The indices of the words in a stretch; without the word that opens content, or the end of a possessive."""
        first, last = (bisect_left(self.starts, edge) for edge in stretch)
        if opens and last - first > 1 and self._word(first).lower() in _PASSED:
            first += 1
        if (
            not opens
            and last - first > 1
            and self._word(last - 1) == "s"
            and self.content[self.starts[last - 1] - 1] in "'’"
        ):
            last -= 1
        return range(first, last)

    def _word(self, i: int) -> str:
        match = _WORD.match(self.content, self.starts[i])
        return match[0] if match else ""


@dataclass(frozen=True)
class Item:
    """The words of a stretch, and how much of it stands within marks."""

    words: range
    kind: str

    def __str__(self) -> str:
        return f"{self.kind} {self.words}"


def half_of(name: str) -> str:
    """The half that a piece belongs to."""
    return HALVES[1 - sha256(name.encode()).digest()[0] % 2]


def annotated(path: Path) -> dict[str, list[Stretch]]:
    """The stretches of a brat file by the part that they play in an attribution, each once."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    places = {line[0]: _places(line[1]) for line in lines if line[0].startswith("T")}
    parts: dict[str, set[Stretch]] = defaultdict(set)
    for key, stretches in places.values():
        parts[key.lower()].update(stretches if key == "Discard" else ())
    for line in lines:
        for role, target in (part.split(":") for part in line[1].split() if line[0].startswith("E")):
            parts[role.lower().rstrip("0123456789")].update(places[target][1])
    return {part: sorted(stretches) for part, stretches in parts.items()}


def _places(told: str) -> tuple[str, list[Stretch]]:
    kind, offsets = told.split(" ", 1)
    return kind, [(int(a), int(b)) for a, b in (piece.split() for piece in offsets.split(";"))]


def found_in(text: Text, statements: Sequence[Statement]) -> dict[str, list[Stretch]]:
    """The stretches of the source that the statements give to the same parts; of one within another's, the outer."""
    parts: dict[str, set[Stretch]] = defaultdict(set)
    by_id = {statement.id: statement for statement in statements}
    for one in statements:
        if one.kind == "turn":
            continue
        for part, span in (("source", one.source), ("cue", one.cue), ("content", one.span)):
            whole = by_id.get(one.within or "")
            if span and not (whole and whole.cue == one.cue and part == "content"):
                place = text.alignment.source_of(span.start, span.end)
                parts[part].update([place] if place else [])
    return {part: sorted(stretches) for part, stretches in parts.items()}


def kind_of(content: str, stretch: Stretch) -> str:
    """How much of a stretch stands within double marks: all of it, some, or nothing."""
    start, end = stretch
    while start and not content[start - 1].isalnum() and not content[start - 1].isspace():
        start -= 1
    while end < len(content) and not content[end].isalnum() and not content[end].isspace():
        end += 1
    parts = _MARK.split(content[start:end])
    if len(parts) == 1:
        return "indirect"
    outside = [part for i, part in enumerate(parts) if i % 2 == 0]
    return "mixed" if any(_WORD.search(part) for part in outside) else "direct"


def items(words: Words, stretches: Sequence[Stretch], part: str) -> list[Item]:
    """The stretches by their words, in order and each once."""
    seen: dict[range, Item] = {}
    for stretch in stretches:
        inside = words.within(stretch, opens=part == "content")
        if inside:
            seen.setdefault(inside, Item(inside, kind_of(words.content, stretch)))
    return list(seen.values())


def likeness(a: range, b: range) -> float:
    """The share of the words of two stretches that is common to both."""
    common = max(0, min(a.stop, b.stop) - max(a.start, b.start))
    return common / (len(a) + len(b) - common)


def scores_of(
    words: Words, gold: dict[str, list[Stretch]], found: dict[str, list[Stretch]], told: Callable[[str], str]
) -> Iterator[Score]:
    """The scores of one piece, exact and overlapping, content also by its kind."""
    for part in PARTS:
        wanted, had = items(words, gold.get(part, []), part), items(words, found.get(part, []), part)
        had = [item for item in had if not any(set(item.words) & set(words.within(d)) for d in gold.get("discard", []))]
        for way, least in (("exact", 1.0), ("overlap", _WITHIN)):
            pairs = paired(wanted, had, lambda g, f: _alike(g, f, least))  # noqa: B023 used before the next
            yield _score(f"{part}.{way}", pairs, wanted, had, words, told)
            for kind in KINDS if part == "content" else ():
                of = [pair for pair in pairs if pair[0].kind == kind]
                taken = {id(pair[1]) for pair in pairs}
                ours = [pair[1] for pair in of] + [f for f in had if id(f) not in taken and f.kind == kind]
                yield _score(f"{kind}.{way}", of, [g for g in wanted if g.kind == kind], ours, words, told)


def _alike(a: Item, b: Item, least: float) -> float:
    share = likeness(a.words, b.words)
    return share if share >= least else 0


def _score(
    name: str, pairs: Pairs, wanted: Sequence[Item], had: Sequence[Item], words: Words, told: Callable[[str], str]
) -> Score:
    missed = [g for g in wanted if all(g is not pair[0] for pair in pairs)]
    spurious = [f for f in had if all(f is not pair[1] for pair in pairs)]
    lines = [told(f"missed {_shown(words, g)}") for g in missed] + [
        told(f"spurious {_shown(words, f)}") for f in spurious
    ]
    return Score(name, len(pairs), len(had), len(wanted), {}, tuple(line for line in lines if line))


def _shown(words: Words, item: Item) -> str:
    first, last = words.starts[item.words.start], words.starts[item.words.stop - 1]
    end = _WORD.match(words.content, last)
    around = words.content[max(first - 60, 0) : first], words.content[first : end.end() if end else last]
    return f"{item.kind}: …{around[0]}[{around[1]}]".replace("\n", " ")


def read_statements(source: Source) -> tuple[Text, Sequence[Statement]]:
    """A source as far as its statements."""
    values: dict[str, Any] = {"source": source}
    for step in STEPS:
        values[step.gives] = step.makes(*(values[name] for name in step.needs))
        if step.gives == "statements":
            break
    return values["text"], values["statements"].values


def measured(folder: Path, read: Reading = read_statements) -> list[Score]:
    """The pooled scores of both halves; of a piece that several annotated, by the first."""
    scores: dict[str, list[Score]] = defaultdict(list)
    for name, path in pieces(folder):
        half = half_of(name)
        content = path.read_bytes()
        text, statements = read(Source(path.name, "text/plain", content))
        gold = annotated(sorted((folder / "attributions").glob(f"{name}_*.ann"))[0])
        told = _open(name) if half == "open" else _closed
        for score in scores_of(Words.of(content.decode("utf-8")), gold, found_in(text, statements), told):
            scores[f"polnear.{half}.{score.name}"].append(score)
    return [total(name, entries) for name, entries in scores.items()]


def pieces(folder: Path) -> list[tuple[str, Path]]:
    """The names and texts of the corpus, the open half first."""
    names = sorted((path.stem, path) for path in (folder / "text").glob("*.txt"))
    return sorted(names, key=lambda entry: HALVES.index(half_of(entry[0])))


def _open(name: str) -> Callable[[str], str]:
    return lambda line: f"{name[:20]}: {line}"


def _closed(_: str) -> str:
    return ""  # its misses are nobody's to read
