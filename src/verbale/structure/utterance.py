"""An utterance is what somebody says at one go: it asks, thanks, greets, or says something beside that."""

import re

from verbale.lang.pack import Language
from verbale.structure.paragraphs import QUESTION_MARKS

LAST_WORDS = 300  # characters at a turn's end in which an interviewer's question stands
_DIRECTION = re.compile(r"[(\[][^()\[\]]*[)\]][.—–-]*")
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def asks(words: str, language: Language) -> bool:
    """Whether words ask something: by a question mark that is no mere tag ("right?"), or a phrase of asking."""
    tags = {match.end - 1 for match in language.rules("turns.tags").find(words)}
    marked = any(char in QUESTION_MARKS and i not in tags for i, char in enumerate(words))
    return marked or language.rules("turns.asking").first(words) is not None


def says_something(words: str, language: Language, least: int = 1, *, names: bool = True) -> bool:
    """Whether `least` words remain of a turn when courtesies and stage directions are taken out, and `names` too."""
    return weight(words, language, names=names) >= least


def weight(words: str, language: Language, *, names: bool = True) -> int:
    """How many words remain of a turn when courtesies and stage directions are taken out, and `names` too.

    For a name counts whatever begins with a capital, and the small words that join names.
    """
    words = spoken(words)
    kept, reached = [], 0
    for match in language.rules("turns.courtesies").find(words):
        kept.append(words[reached : match.start])
        reached = match.end
    left = _WORD.findall(" ".join([*kept, words[reached:]]))
    if not names:
        joins = language.table("turns.joins")
        left = [word for word in left if not word[0].isupper() and word not in joins]
    return len(left)


def parts(words: str, language: Language) -> bool:
    """Whether words thank or greet: with them one exchange is often over, or another begins."""
    return any(match.get("parts") for match in language.rules("turns.courtesies").find(words))


def spoken(words: str) -> str:
    """The words without stage directions in brackets."""
    return _DIRECTION.sub(" ", words)
