"""A reading is one sentence of a question turn with its signs of asking: cues, openers and its last mark."""

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.claims.questions.openers import Opener, find_openers
from verbale.lang.match import Match
from verbale.lang.pack import Language
from verbale.lang.parse import Parse, Token
from verbale.model.span import Span
from verbale.model.text import Text

OPENING = " \t\n\r\u00a0\"'“‘«([—–-:,;…"
CLOSING = " \t\n\r\u00a0—–-,;:…"
MARKS = "?？؟"  # the question mark of each script
DASHES = ("—", "–", "-")
QUOTES = "\"'”’»)*_"
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


@dataclass(frozen=True, slots=True)
class Reading:
    """The sentence, `put` as a question if it ends in a question mark, with its cues and openers in their order."""

    text: Text
    span: Span
    parse: Parse
    language: Language
    put: bool
    cues: tuple[Match, ...]
    openers: tuple[Opener, ...]

    @property
    def ends(self) -> tuple[int, int]:
        """Its offsets into the text."""
        return self.span.start, self.span.end

    @property
    def announces(self) -> bool:
        """Whether the sentence says that questions come."""
        return self.first("announces") is not None

    @property
    def is_hollow(self) -> bool:
        """Whether it only has the form of a question: "Can I ask a follow-up?"."""
        return self.language.rules("questions.hollow").first(self.span.text) is not None

    def first(self, rules: str) -> Match | None:
        """The first match of a set of the question rules in the sentence."""
        return self.language.rules(f"questions.{rules}").first(self.text.content, *self.ends)

    def table(self, name: str) -> Sequence[str]:
        """The words of a table of the question rules."""
        return tuple(self.language.table(f"questions.{name}"))

    def asks(self, opener: Opener) -> str | None:
        """What an opener asks for by itself."""
        kind: str | None = self.language.table("questions.openers").get(self.word(opener))
        return kind

    def hangs(self, opener: Opener) -> bool:
        """Whether the opener is of a kind that also begins a clause hanging on a noun or verb: who, when, where."""
        return self.asks(opener) in ("time", "place", "person")

    def word(self, item: Opener | Token) -> str:
        """The word of an opener or token, in lower case."""
        start = item.word if isinstance(item, Opener) else item.start
        return self.text.content[start : item.end].lower()

    def tokens(self, start: int, end: int | None = None) -> Sequence[Token]:
        """The tokens from `start` to `end`, or to the end of the sentence."""
        return self.parse.between(start, self.span.end if end is None else end)

    def bare(self, start: int) -> int:
        """The offset of the first word at or after `start`."""
        while start < self.span.end and self.text.content[start] in OPENING:
            start += 1
        return start


def read_sentence(text: Text, span: Span, parse: Parse, language: Language) -> Reading:
    """The reading of a sentence."""
    put = span.text.rstrip(QUOTES + " \t\n\r\u00a0").endswith(tuple(MARKS))
    cues = tuple(language.rules("questions.cues").find(text.content, span.start, span.end))
    openers = tuple(find_openers(text, span, parse, language, [cue.end for cue in cues]))
    return Reading(text, span, parse, language, put, cues, openers)
