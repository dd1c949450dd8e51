"""Reading a source gives its text."""

from verbale.model.source import Source
from verbale.model.text import Alignment, Run, Text


def read_text(source: Source) -> Text:
    content = source.content.decode("utf-8")
    return Text(content, Alignment((Run(0, 0, len(content)),)))
