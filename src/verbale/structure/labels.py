"""A label is the words before a turn that say whose it is: a letter, the name of a part, a name or initials."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from verbale.lang.pack import Language
from verbale.structure.paragraphs import Paragraph

Role = Literal["asks", "replies", "moderates", "interprets"]

_NAME = re.compile(r"(?P<name>[^\n:：()]{1,70}?)[^\S\n]*(?:\([^()\n]{1,40}\))?[^\S\n]*(?::(?=\s|$|[A-Z])|：)\s*")
_DASHED = re.compile(r"(?P<name>[^\n:：()—–]{1,50}?)[^\S\n]+[—–-][^\S\n]+")
_COUNT = re.compile(r"#?\d{1,2}")  # tells officials without names apart
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}")
_LONGEST_NAME = 8  # words
_LONGEST_ONCE = 4  # words of a label in capitals that stands once, in a text that may be no transcript
_LONGEST_ALONE = 60  # characters of a label that is a paragraph of its own
_LEAST_ALONE = 4  # such labels
_LEAST_SHARE = 1 / 3  # of the paragraphs from the first label on: below it, mixed-case labels are lead-ins of a list


@dataclass(frozen=True, slots=True)
class Label:
    """`name` as the text writes it; `role` where the words say it; the turn begins `length` characters further on."""

    name: str
    length: int
    role: Role | None = None


def find_labels(paragraphs: Sequence[Paragraph], language: Language) -> dict[int, Label]:
    """The labels of a transcript by the index of their paragraph; none where the text is not one.

    Words before a colon are labels when the same voice comes back, when they name an office, or stand among such
    labels. Names in paragraphs of their own are labels where they take turns.
    """
    parts: dict[int, Label] = {}
    names: dict[int, Label] = {}
    for i, paragraph in enumerate(paragraphs):
        if paragraph.is_a("title", "heading", "note", "caption", "meta"):
            continue
        if label := label_of(paragraph.words, language):
            (parts if label.role else names)[i] = label
    parts |= _letters(paragraphs, parts, language)
    counts = _counts([label.name for label in names.values()])
    asked = sum(label.role == "asks" for label in parts.values())
    if asked == 0 or (asked == 1 and not _is_sure(names, counts, language)):
        parts = {i: label for i, label in parts.items() if len(label.name) > 1}
    found = parts | _capitals(names, counts, bool(parts), language)
    if any(label.role != "moderates" for label in found.values()):
        found |= _beside(names, counts, language)
    else:
        found |= _mixed(paragraphs, names, counts, language)
    return dict(sorted((found or _dashed(paragraphs, language) or _alone(paragraphs, language)).items()))


def _letters(paragraphs: Sequence[Paragraph], parts: Mapping[int, Label], language: Language) -> dict[int, Label]:
    """Letters without a point that stand after most of the questions: elsewhere they would be words."""
    asked = [i for i, label in parts.items() if label.role == "asks" and i + 1 < len(paragraphs)]
    bare = language.rules("turns.bare_letters")
    found = {i + 1: match for i in asked if (match := bare.at(paragraphs[i + 1].words, 0))}
    if 2 * len(found) <= len(asked) or len(found) < 2:
        return {}
    return {i: Label(paragraphs[i].words[: match.end].strip(), match.end, match["role"]) for i, match in found.items()}


def voices(names: Iterable[str]) -> dict[str, str]:
    """Each name with its voice: what labels of one person share, be it the surname or the initials."""
    known = dict.fromkeys(names)
    initials = {"".join(word[0] for word in name.split()): name for name in known if len(name.split()) > 1}
    return {name: _surname(initials.get(name, name)) for name in known}


def _surname(name: str) -> str:
    bare = name.partition(" (")[0].partition(",")[0].split()
    if not bare or _COUNT.fullmatch(bare[-1]):
        return name.casefold()
    return bare[-1].casefold()


def _counts(names: Sequence[str]) -> dict[str, int]:
    """How often the voice of each name is heard."""
    voice_of = voices(names)
    heard = Counter(voice_of[name] for name in names)
    return {name: heard[voice] for name, voice in voice_of.items()}


def label_of(words: str, language: Language) -> Label | None:
    """What may be a label at the start of words, by its form alone."""
    return _part(words, language) or _name(words, language)


def _part(words: str, language: Language) -> Label | None:
    match = language.rules("turns.labels").at(words, 0)
    if match is None:
        return None
    name = words[: match.end].rstrip(" \t\u00a0\n:：.")
    return Label(name if "(" in name else name.rstrip(")"), match.end, match["role"])


def _name(words: str, language: Language, form: re.Pattern[str] = _NAME) -> Label | None:
    match = form.match(words)
    if match is None or not _is_name(match["name"], language):
        return None
    return Label(" ".join(match["name"].split()), match.end())


def _is_name(name: str, language: Language) -> bool:
    if _DOMAIN.fullmatch(name):
        return True
    particles = language.table("turns.particles")
    words = name.strip("[]").split()
    fits = (
        word[0].isupper() or word[0] == "[" or (i and (word.lower() in particles or _COUNT.fullmatch(word)))
        for i, word in enumerate(words)
    )
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


def _beside(names: Mapping[int, Label], counts: Mapping[str, int], language: Language) -> dict[int, Label]:
    """Labels in upper and lower case in a transcript: those that come back or name somebody in office."""
    offices = {label.name for label in names.values() if " " in label.name and _names_office(label.name, language)}
    sure = _recognised(names, language)
    voice_of = voices([label.name for label in names.values()])
    joins = language.table("turns.joins")
    met = {name for name, voice in voice_of.items() if counts[name] > 1 and voice in sure}
    again = {name for name in met if name.split()[0].lower() not in joins}
    return {i: label for i, label in names.items() if label.name in again or label.name in offices}


def _mixed(
    paragraphs: Sequence[Paragraph], names: Mapping[int, Label], counts: Mapping[str, int], language: Language
) -> dict[int, Label]:
    """Labels in upper and lower case: two or more voices that come back over a fair share of the text, or one that
    replies to others who each ask once.
    """
    sure = _recognised(names, language)
    voice_of = voices([label.name for label in names.values()])
    again = {i: label for i, label in names.items() if counts[label.name] > 1 and voice_of[label.name] in sure}
    order = sorted(names)
    beside = {k for i, j in pairwise(order) for k in (i, j) if i in again or j in again}
    once = {i for i in beside if i not in again and "?" in paragraphs[i].words}
    two = len({voice_of[label.name] for label in again.values()}) >= 2
    once = once if len(once) >= 2 else {i for i in once if two and i + 1 in again}
    if not again or (not two and len(once) < 2):
        return {}
    if len(again) + len(once) < _LEAST_SHARE * (len(paragraphs) - min(again)) / 2:
        return {}
    asking = {i: names[i] for i in once}
    return again | asking | _beside(names, counts, language)


def _dashed(paragraphs: Sequence[Paragraph], language: Language) -> dict[int, Label]:
    """Labels before a dash instead of a colon."""
    found = ((i, _name(paragraph.words, language, _DASHED)) for i, paragraph in enumerate(paragraphs))
    names = {i: label for i, label in found if label}
    return _mixed(paragraphs, names, _counts([label.name for label in names.values()]), language)


def _recognised(names: Mapping[int, Label], language: Language) -> set[str]:
    """The voices that one and the same label comes back for, or a label with an office."""
    times = Counter(label.name for label in names.values())
    voice_of = voices(times)
    return {voice_of[name] for name, n in times.items() if n > 1 or _names_office(name, language)}


def _alone(paragraphs: Sequence[Paragraph], language: Language) -> dict[int, Label]:
    """Names in paragraphs of their own: two or more that come back, no two of them next to each other."""
    short = {
        i: Label(" ".join(paragraph.words.split()), len(paragraph.words))
        for i, paragraph in enumerate(paragraphs)
        if len(paragraph.words) <= _LONGEST_ALONE
        and not paragraph.is_a("title", "note", "caption", "meta", "list_item")
        and _is_name(paragraph.words, language)
    }
    counts = _counts([label.name for label in short.values()])
    again = {i: label for i, label in short.items() if counts[label.name] > 1}
    order = sorted(again)
    takes_turns = all(j > i + 1 and again[i].name != again[j].name for i, j in pairwise(order))
    return again if takes_turns and len(again) >= _LEAST_ALONE else {}
