"""A label is the words before a turn that say whose it is: a letter, the name of a part, a name or initials."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from verbale.lang.pack import Language
from verbale.structure.paragraphs import Paragraph

Role = Literal["asks", "replies", "moderates", "interprets"]

_NAME = re.compile(r"(?P<name>[^\n:：()]{1,70}?)[^\S\n]*(?:\([^()\n]{1,40}\))?[^\S\n]*(?::(?=\s|$|[A-Z])|：)\s*")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}")
_LONGEST_NAME = 8  # words
_LONGEST_ONCE = 4  # words of a label in capitals that stands once, in a text that may be no transcript
_LEAST_SHARE = 1 / 3  # of the paragraphs from the first label on: below it, mixed-case labels are lead-ins of a list


@dataclass(frozen=True, slots=True)
class Label:
    """`name` as the text writes it; `role` where the words say it; the turn begins `length` characters further on."""

    name: str
    length: int
    role: Role | None = None


def find_labels(paragraphs: Sequence[Paragraph], language: Language) -> dict[int, Label]:
    """The labels of a transcript by the index of their paragraph; none where the text is not one.

    Words before a colon are labels when the same words come back, name an office, or stand among such labels.
    """
    parts: dict[int, Label] = {}
    names: dict[int, Label] = {}
    for i, paragraph in enumerate(paragraphs):
        if paragraph.is_a("title", "heading", "note", "caption", "meta"):
            continue
        if label := _part(paragraph.words, language):
            parts[i] = label
        elif label := _name(paragraph.words, language):
            names[i] = label
    counts = Counter(label.name for label in names.values())
    if sum(label.role == "asks" for label in parts.values()) == 1 and not _is_sure(names, counts, language):
        parts = {i: label for i, label in parts.items() if len(label.name) > 1}
    found = parts | _capitals(names, counts, bool(parts), language)
    return dict(sorted((found or _mixed(names, counts, len(paragraphs))).items())) if found or names else {}


def _part(words: str, language: Language) -> Label | None:
    match = language.rules("turns.labels").at(words, 0)
    return Label(words[: match.end].rstrip(" \t\u00a0\n:：.)"), match.end, match["role"]) if match else None


def _name(words: str, language: Language) -> Label | None:
    match = _NAME.match(words)
    if match is None or not _is_name(match["name"], language):
        return None
    return Label(" ".join(match["name"].split()), match.end())


def _is_name(name: str, language: Language) -> bool:
    if _DOMAIN.fullmatch(name):
        return True
    particles = language.table("turns.particles")
    words = name.strip("[]").split()
    fits = (word[0].isupper() or word[0] == "[" or (i and word.lower() in particles) for i, word in enumerate(words))
    return bool(words) and len(words) <= _LONGEST_NAME and all(fits) and not re.search(r"[?!;…“”\"]|\.\s*$|,$", name)


def _capitals(
    names: Mapping[int, Label], counts: Mapping[str, int], is_transcript: bool, language: Language
) -> dict[int, Label]:
    """Labels in capitals: those that come back or name an office, and then all the others."""
    capitals = {i: label for i, label in names.items() if label.name.upper() == label.name}
    sure = {i for i, label in capitals.items() if counts[label.name] > 1 or _names_office(label.name, language)}
    if not sure and not is_transcript:
        return {}
    longest = _LONGEST_NAME if is_transcript else _LONGEST_ONCE
    return {i: label for i, label in capitals.items() if i in sure or len(label.name.split()) <= longest}


def _is_sure(names: Mapping[int, Label], counts: Mapping[str, int], language: Language) -> bool:
    """Whether a name comes back or is an office in capitals, so that a single letter beside it may be a label."""
    capitals = {label.name for label in names.values() if label.name.upper() == label.name}
    return any(n > 1 for n in counts.values()) or any(_names_office(name, language) for name in capitals)


def _names_office(name: str, language: Language) -> bool:
    words = name.lower().removeprefix("the ").strip("[]").split()
    first = any(" ".join(words[:n]) in language.table("turns.offices") for n in (1, 2, 3))
    return first and len(words) <= 5 and not re.search(r"['’]S\b", name)


def _mixed(names: Mapping[int, Label], counts: Mapping[str, int], paragraphs: int) -> dict[int, Label]:
    """Labels in upper and lower case: two or more that come back, over a fair share of the text."""
    again = {i: label for i, label in names.items() if counts[label.name] > 1}
    if len({label.name for label in again.values()}) < 2:
        return {}
    return again if len(again) >= _LEAST_SHARE * (paragraphs - min(again)) / 2 else {}
