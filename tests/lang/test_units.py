"""Every currency is read by code, sign and name, every unit by its name and symbol, and the longest of them wins."""

import pytest

from verbale.lang.pack import load
from verbale.lang.units import Unit, chosen, compounded, letter_scale, sign_before, unit_after

ENGLISH = load("en")


def behind(words: str) -> Unit:
    """The unit of so much of it."""
    content = f"5 {words} in all"
    unit = unit_after(content, "en", 1)
    assert unit is not None, words
    assert content[unit.start : unit.end] == words
    return unit


@pytest.mark.parametrize("code", ENGLISH.table("currencies.codes"))
def test_every_code_stands_before_or_behind(code: str) -> None:
    before = sign_before(f"of {code} 5", "en", len(f"of {code} "))
    assert before is not None
    assert before.code == behind(code).code == code


@pytest.mark.parametrize("sign", [*ENGLISH.table("currencies.symbols"), *ENGLISH.table("currencies.signs")])
def test_every_sign_stands_before(sign: str) -> None:
    unit = sign_before(f"of {sign}5", "en", len(f"of {sign}"))
    assert unit is not None
    known = {**ENGLISH.table("currencies.symbols"), **ENGLISH.table("currencies.signs")}
    assert unit.code == known[sign] or sign in ENGLISH.table("currencies.open")


@pytest.mark.parametrize("letters", ENGLISH.table("currencies.dollars"))
def test_every_dollar_has_its_letters(letters: str) -> None:
    code = ENGLISH.table("currencies.dollars")[letters]
    for sign in (f"{letters}$", f"{letters}$ ", *([f"{letters} $"] if len(letters.replace(".", "")) > 1 else [])):
        unit = sign_before(f"of {sign}5", "en", len(f"of {sign}"))
        assert unit is not None
        assert unit.code == code


def test_every_name_is_that_of_its_currency() -> None:
    named = {**ENGLISH.table("currencies.names"), **ENGLISH.table("currencies.also")}
    read = {name: behind(name).code for name in named}
    assert read == named


def test_every_unit_has_its_name_and_symbol() -> None:
    known = {**ENGLISH.table("units.symbols"), **ENGLISH.table("units.names")}
    assert {words: behind(words).code for words in known} == {words: entry["unit"] for words, entry in known.items()}


@pytest.mark.parametrize(
    "words, code",
    [
        ("barrels a day", "bbl/d"),
        ("barrels per day", "bbl/d"),
        ("tonnes/year", "t"),
        ("tonnes per annum", "t"),
        ("km per hour", "km/h"),
        ("kWh per square metre", "Wh/m2"),
        ("kg/ha", "kg/ha"),
    ],
)
def test_a_unit_may_be_per_another_and_a_year_is_the_period(words: str, code: str) -> None:
    unit = unit_after(f"5 {words}", "en", 1)
    assert unit is not None
    whole = compounded(unit, f"5 {words}", "en")
    assert (whole.code, whole.end) == (code, len(f"5 {words}"))


@pytest.mark.parametrize(
    "words, homes, code",
    [
        ("pesos", ("PHL",), "PHP"),
        ("pesos", (), "MXN"),
        ("dinars", ("JOR", "IRQ"), "JOD"),
        ("pounds", ("EGY",), "EGP"),
        ("pounds", (), "pound"),
    ],
)
def test_a_shared_name_is_settled_by_the_first_home_that_is_named(
    words: str, homes: tuple[str, ...], code: str
) -> None:
    assert chosen(behind(words), "en", homes).code == code


def test_a_letter_multiplies_right_beside_the_digits() -> None:
    assert letter_scale("$5m in all", "en", 2) == (1e6, 3)
    assert letter_scale("$5 m", "en", 2) == (1, 2)
    assert letter_scale("$5 metres", "en", 2) == (1, 2)


def test_another_language_has_the_common_signs_and_no_names() -> None:
    assert unit_after("5 %", "xx", 1) is not None
    assert unit_after("5 percent", "xx", 1) is None
