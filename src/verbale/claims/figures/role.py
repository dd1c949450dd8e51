"""A role is how a country's words stand in their sentence: as subject, object, possessor, or behind a preposition."""

from dataclasses import dataclass

from verbale.claims.figures.scene import Place, Scene

REACH = 60  # characters before a country in which its preposition stands
CLIMB = 5  # steps from a word to the head of its phrase

_INNER = frozenset({"compound", "amod", "nmod", "conj", "appos", "poss", "det", "nummod", "quantmod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Role:
    """The `preposition` that governs the place, if any; `qualifies` says that it stands right before a noun."""

    preposition: str | None = None
    possessive: bool = False
    qualifies: bool = False
    subject: bool = False
    object: bool = False


def find_role(scene: Scene, place: Place) -> Role:
    """The role of a place, by the words before it and by the parse."""
    token = _token(scene, place)
    if token is None:
        return Role(_beside(scene, place))
    possessive, qualifies = _possessive(scene, token), _qualifies(scene, token)
    top = _top(scene, token)
    head = scene.background.parse.tokens[scene.background.parse.tokens[top].head]
    dep = scene.background.parse.tokens[top].dep
    beside = _beside(scene, place)
    if beside is None and _acts(scene, token):
        return Role(None, possessive, qualifies, subject=True)
    above = scene.content[head.start : head.end].lower() if dep == "pobj" else None
    return Role(beside or above, possessive, qualifies, dep in ("nsubj", "nsubjpass"), dep in ("dobj", "dative"))


def _token(scene: Scene, place: Place) -> int | None:
    """The last word of the place."""
    found = scene.background.parse.indices(place.start, place.end)
    return found[-1] if found else None


def _possessive(scene: Scene, token: int) -> bool:
    tokens = scene.background.parse.tokens
    return tokens[token].dep == "poss" and token + 1 < len(tokens) and tokens[token + 1].dep == "case"


def _acts(scene: Scene, token: int) -> bool:
    """Whether a verb follows at once, whatever the parse makes of the place: "… and Peru will"."""
    tokens = scene.background.parse.tokens
    following = tokens[token + 1] if token + 1 < len(tokens) else None
    return following is not None and following.pos in ("AUX", "VERB") and following.dep != "amod"


def _qualifies(scene: Scene, token: int) -> bool:
    tokens = scene.background.parse.tokens
    following = tokens[token + 1] if token + 1 < len(tokens) else None
    return following is not None and following.pos in _NOMINAL and following.start <= tokens[token].end + 1


def _top(scene: Scene, token: int) -> int:
    """The head of the phrase that the word belongs to."""
    tokens = scene.background.parse.tokens
    for _ in range(CLIMB):
        if tokens[token].dep not in _INNER:
            break
        token = tokens[token].head
    return token


def _beside(scene: Scene, place: Place) -> str | None:
    """The preposition right before the place, articles and the like apart; "than" stands for the one it repeats."""
    word = _word_before(scene, place)
    if word not in scene.table("figures.comparing"):
        return word
    words = (_word_before(scene, other) for other in reversed(scene.places) if other.start < place.start)
    return next((other for other in words if other), word)


def _word_before(scene: Scene, place: Place) -> str | None:
    window = max(scene.span.start, place.start - REACH)
    for found in scene.language.rules("figures.prepositions").all(scene.content, window, place.start):
        start, end = found.groups["word"]
        return scene.content[start:end].lower()
    return None
