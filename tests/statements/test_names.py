"""Names of many shapes are read whole, and end where the name ends."""

import pytest

from verbale.lang.pack import load
from verbale.statements.names import fits, key, read_name

EN = load("en")

CASES = [
    ("two words", "Kari Lund said", "Kari Lund"),
    ("possessive ends it", "Kari Lund’s plan", "Kari Lund"),
    ("particle", "Ana da Silva said", "Ana da Silva"),
    ("bin", "Omar bin Faris arrived", "Omar bin Faris"),
    ("hyphen", "Jean-Luc O’Neal left", "Jean-Luc O’Neal"),
    ("initial", "John A. Moss left", "John A. Moss"),
    ("suffix", "John Moss Jr. of Norway", "John Moss Jr."),
    ("suffix after a comma", "John Moss, Jr. left", "John Moss, Jr."),
    ("nickname", "Ivo “Ivi” Brandt left", "Ivo “Ivi” Brandt"),
    ("a weekday is no name", "Lund Monday", "Lund"),
    ("end of a sentence", "Kari Lund. Then", "Kari Lund"),
    ("hyphenated particle", "Omar al-Faris left", "Omar al-Faris"),
]


@pytest.mark.parametrize("why, content, expected", CASES, ids=[case[0] for case in CASES])
def test_a_name_is_read_whole(why: str, content: str, expected: str) -> None:
    name = read_name(content, 0, len(content), EN)
    assert name is not None
    assert content[: name.end] == expected


def test_no_name_begins_with_a_small_letter() -> None:
    assert read_name("the envoy", 0, 9, EN) is None


def test_short_forms_fit_full_names() -> None:
    full = key(("Wen", "Hai", "Lo"), EN)
    assert fits(key(("Wen",), EN), full)
    assert fits(key(("Lo",), EN), full)
    assert not fits(key(("Hai",), EN), full)
    assert key(("John", "A.", "Moss", "Jr."), EN) == ("john", "moss")
