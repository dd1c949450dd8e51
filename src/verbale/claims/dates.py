"""Dates."""

from verbale.lang.pack import Language
from verbale.model.claim import Date
from verbale.model.found import Found
from verbale.model.structure import Structure
from verbale.model.text import Text


def find_dates(text: Text, structure: Structure, language: Language) -> Found[Date]:
    return Found()
