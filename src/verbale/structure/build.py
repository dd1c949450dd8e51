"""Structure."""

import re

from verbale.lang.pack import Language
from verbale.model.identity import identify
from verbale.model.structure import Head, Passage, Structure
from verbale.model.text import Text


def find_structure(text: Text, language: Language) -> Structure:
    spans = [text.span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text.content)]
    passages = tuple(Passage(identify("passage", span), span, "narrative") for span in spans)
    return Structure(Head(), passages, tuple(spans), ())
