"""A turn is what one side says before another takes over."""

from dataclasses import dataclass

from verbale.lang.pack import Language
from verbale.structure.labels import Role
from verbale.structure.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of one paragraph of a turn, its label or number excluded; `paragraph` is the paragraph's index."""

    paragraph: int
    start: int
    words: str

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.start + len(self.words)


@dataclass(frozen=True, slots=True)
class RawTurn:
    """A turn's pieces, who has it (the label as written) and what that side does; `guessed` where no word says so.

    `interprets` where an interpreter gives the words of the turn before: the role is then that turn's.
    """

    pieces: tuple[Piece, ...]
    role: Role | None
    label: str | None = None
    number: int | None = None
    guessed: bool = False
    interprets: bool = False

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.pieces[-1].end

    @property
    def words(self) -> str:
        """All its words."""
        return "\n".join(piece.words for piece in self.pieces)


def piece_of(i: int, paragraph: Paragraph, length: int = 0) -> Piece:
    """The words of a paragraph, but for the `length` characters of its label."""
    return Piece(i, paragraph.start + length, paragraph.words[length:])


def is_furniture(paragraph: Paragraph, language: Language) -> bool:
    """Whether a paragraph belongs to the page or transcript, not to anybody's turn."""
    return paragraph.is_a("title", "heading", "note", "caption", "meta") or bool(
        len(paragraph.words) <= 80 and language.rules("turns.furniture").at(paragraph.words, 0)
    )
