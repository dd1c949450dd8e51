"""A label is the text's own words for what a figure measures."""

from verbale.claims.figures.quantity import Quantity
from verbale.claims.figures.scene import Scene
from verbale.claims.figures.subject import Subject
from verbale.lang.parse import Token


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
