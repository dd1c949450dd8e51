"""A name is the words that name one person: capitalised, with the particles, initials and nicknames among them."""

import re
from dataclasses import dataclass

from verbale.lang.pack import Language

# A word of a name: initials ("J.", "J.R."), or letters with hyphens and apostrophes within ("Jean-Pierre", "O’Neal").
_WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_](?:[\w-]|['’](?=\w\w))*")
_NICKNAME = re.compile(r"[^\S\n]+[\"“”‘'(][^\W\d_][\w-]*[\"“”’')](?=[^\S\n]+[^\W\d_])")
_SPACE = re.compile(r"[^\S\n]+")
_COMMA = re.compile(r",[^\S\n]+(?P<suffix>\w+\.?)")
LONGEST = 6  # words; longer runs of capitals are headings, not names


@dataclass(frozen=True, slots=True)
class Name:
    """Offsets of a name and its words, without nicknames."""

    start: int
    end: int
    words: tuple[str, ...]


def read_name(content: str, start: int, end: int, language: Language) -> Name | None:
    """The name that begins exactly at `start`, at most up to `end`."""
    words: list[str] = []
    reached = position = start
    particles: list[str] = []
    while len(words) < LONGEST and (word := _WORD.match(content, position, end)):
        if _belongs(word[0], language):
            end_of_word = _with_stop(content, word.end(), word[0], end, language)
            words += [*particles, content[word.start() : end_of_word]]
            particles, reached = [], end_of_word
        elif word[0].lower() in language.table("names.particles"):
            particles.append(word[0])
        else:
            break
        follows = _next(content, max(word.end(), reached), end, language)
        if follows is None:
            break
        position = follows
    return Name(start, reached, tuple(words)) if words and not _only_particles(words, language) else None


def _belongs(word: str, language: Language) -> bool:
    head, _, rest = word.partition("-")
    if word[0].islower():
        return head in language.table("names.particles") and rest[:1].isupper()
    return word.lower() not in language.table("names.barred")


def _with_stop(content: str, position: int, word: str, end: int, language: Language) -> int:
    """Where a word ends, with the full stop that belongs to a suffix."""
    stop = content[position : position + 1] == "." and position < end
    return position + 1 if stop and f"{word.lower()}." in language.table("names.suffixes") else position


def _next(content: str, position: int, end: int, language: Language) -> int | None:
    """Where the next word of a name may begin: after a space, a nickname, or a comma before a suffix."""
    nickname = _NICKNAME.match(content, position, end)
    space = _SPACE.match(content, nickname.end() if nickname else position, end)
    if space:
        return space.end()
    comma = _COMMA.match(content, position, end)
    return comma.start("suffix") if comma and comma["suffix"].lower() in language.table("names.suffixes") else None


def _only_particles(words: list[str], language: Language) -> bool:
    return all(word.lower() in language.table("names.particles") for word in words)


def key(words: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """A name's words as they are compared: without case, initials and suffixes."""
    suffixes = language.table("names.suffixes")
    bare = tuple(w.casefold() for w in words if w.lower() not in suffixes and not w.endswith("."))
    return bare or tuple(w.casefold() for w in words)


def fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name's key can be the short form of another: its first or last words, or both of them."""
    n = len(short)
    return n <= len(full) and (short in (full[:n], full[-n:]) or (n == 2 and short == (full[0], full[-1])))
