"""A subject is what a figure is a figure of: its indicator, and the text's words for it."""

from dataclasses import dataclass

from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene
from verbale.lang.match import Match
from verbale.lang.parse import Token

BESIDE = 40  # characters behind a figure within which a term is taken to be what the figure is of


@dataclass(frozen=True, slots=True)
class Subject:
    """The indicator by its code, the words at [start, end) that say so, and whether they tell of trade both ways."""

    indicator: str | None
    start: int
    end: int
    two_way: bool = False


def find_subject(scene: Scene, quantity: Quantity) -> Subject | None:
    """What the figure is of, by the words nearest to it that fit its unit; None where its own words do not say."""
    ranked = [
        (rank, bool(term.get("general")), max(term.start - quantity.end, quantity.start - term.end), term)
        for term in scene.matches("indicators.terms")
        if quantity.kind in term["kinds"]
        and _fits(scene, quantity, term)
        and (rank := _rank(scene, quantity, term)) is not None
    ]
    if not ranked:
        return _by_unit(scene, quantity)
    term = min(ranked, key=lambda entry: entry[:3])[3]
    return Subject(term["indicator"], term.start, term.end, bool(term.get("two_way")))


def _fits(scene: Scene, quantity: Quantity, term: Match) -> bool:
    """Whether the term names no source of statistics, and what it needs beside it is there."""
    if any(a <= term.start < b for a, b in (m.groups["who"] for m in scene.matches("figures.attributions"))):
        return False
    if scene.content[term.start - 1 : term.start] == "-":  # "active-duty" is no duty
        return False
    frame = term.get("only")
    if frame is None:
        return True
    if term.start < quantity.end:
        return False
    return any(m.rule.id.endswith(f".{frame}") and m.start != term.start for m in scene.matches("figures.frames"))


def _rank(scene: Scene, quantity: Quantity, term: Match) -> int | None:
    """How near: in the figure's own words, behind it, before it in its segment, or elsewhere up to other figures."""
    noun = quantity.noun or quantity.core
    if any(start < term.end and term.start < end for start, end in (noun, quantity.core)):
        return 0
    if quantity.kind == "count":
        return None
    if _is_whole(scene, quantity, term):
        return 0
    start, end = scene.segment(quantity)
    left, right = scene.room(quantity)
    right = min(right, _next_clause(scene, quantity))
    if _is_example(scene, quantity, term):
        return 5
    if quantity.end <= term.start < min(right, end, quantity.end + BESIDE):
        return 2 if scene.within("figures.breaks", quantity.end, term.start) else 1
    if max(left, start) <= term.start < quantity.start:
        return 1
    if left <= term.start < quantity.start or quantity.end <= term.start < min(right, end):
        return 2
    if quantity.end <= term.start < right:
        return 3 if scene.previous(quantity) is None else None
    return 4 if term.start < quantity.start and scene.previous(quantity) is None else None


def _is_whole(scene: Scene, quantity: Quantity, term: Match) -> bool:
    """Whether the term is what the figure is a share of: "40 percent of its exports"."""
    behind = scene.content[quantity.end : quantity.end + BESIDE].split()
    of = bool(behind) and behind[0].lower() in scene.table("figures.shares") and quantity.kind == "percent"
    near = quantity.end <= term.start < quantity.end + BESIDE
    return of and near and not scene.within("figures.breaks", quantity.end, term.start)


def _next_clause(scene: Scene, quantity: Quantity) -> int:
    """Where another verb is joined on behind the figure: "… $3 billion and invest"."""
    parse = scene.background.parse
    following = parse.indices(quantity.end, scene.span.end)
    joined = (
        i for i in following[:-1] if parse.tokens[i].pos == "CCONJ" and parse.tokens[i + 1].pos in ("VERB", "AUX")
    )
    place = next(joined, None)
    return scene.span.end if place is None else parse.tokens[place].start


def _is_example(scene: Scene, quantity: Quantity, term: Match) -> bool:
    """Whether the term only names an example of what is measured: "goods, including timber, worth …"."""
    if term.start > quantity.start:
        return False
    left, _ = scene.room(quantity)
    return bool(scene.within("figures.examples", left, term.start))


def _by_unit(scene: Scene, quantity: Quantity) -> Subject | None:
    indicator = scene.table("indicators.by_unit").get(quantity.unit)
    return Subject(str(indicator), *quantity.core) if indicator else None


def find_label(scene: Scene, quantity: Quantity, subject: Subject | None) -> str | None:
    """The text's words for what is measured: the noun phrase of the subject, of the count, or of what stands behind."""
    if quantity.noun and quantity.kind == "count":
        return scene.content[quantity.noun[0] : quantity.noun[1]]
    if subject and (subject.start, subject.end) != quantity.core:
        return _phrase(scene, subject.start, subject.end)
    return _behind(scene, quantity)


def _phrase(scene: Scene, start: int, end: int) -> str:
    """The words with the modifiers right before them and what they are of: "imports of Chilean wine"."""
    parse = scene.background.parse
    place = parse.indices(start, end).start
    while place > 0 and parse.tokens[place - 1].start >= scene.span.start:
        token = parse.tokens[place - 1]
        hyphen = scene.content[token.start : token.end] == "-"
        if not (hyphen or token.pos in ("ADJ", "NOUN", "PROPN")) or token.end + 1 < parse.tokens[place].start:
            break
        if any(quantity.start <= token.start < quantity.end for quantity in scene.quantities):
            break
        place -= 1
    start = min(start, parse.tokens[place].start) if parse.tokens else start
    return scene.content[start : _complement(scene, end) or end]


def _complement(scene: Scene, start: int) -> int | None:
    """Where the noun phrase ends that says of what a term is; a time or another figure is no such thing."""
    tokens = list(scene.background.parse.between(start, scene.span.end))
    if not tokens or scene.content[tokens[0].start : tokens[0].end].lower() not in scene.table("figures.genitives"):
        return None
    last = None
    for token in tokens[1:]:
        if token.pos == "NOUN" or (token.pos == "PROPN" and last is not None):
            last = token.end
        elif token.pos not in ("DET", "ADJ", "PROPN", "CCONJ", "PUNCT") or scene.content[token.start] in ",;:.()":
            break
    others = [(one.start, one.end) for one in scene.quantities] + [(time.start, time.end) for time in scene.times]
    return last if last and not any(begins < last and start < ends for begins, ends in others) else None


def _behind(scene: Scene, quantity: Quantity) -> str | None:
    """The noun phrase behind the figure: "$3 million in rural credit"."""
    parse = scene.background.parse
    words: list[Token] = []
    for token in parse.between(quantity.end, scene.span.end):
        if token.pos == "ADP" and not words and token.start <= quantity.end + 1:
            continue
        if token.pos not in ("ADJ", "NOUN", "PROPN") and scene.content[token.start : token.end] != "-":
            break
        words.append(token)
    while words and words[-1].pos not in ("NOUN", "PROPN"):
        words.pop()
    return scene.content[words[0].start : words[-1].end] if words else None
