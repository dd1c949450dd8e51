"""A structure is built from the paragraphs up: turns, masthead, exchanges, block replies, passages, sentences."""

from collections.abc import Iterator, Sequence

from verbale.lang.pack import Language
from verbale.model.issue import Issue
from verbale.model.span import Span
from verbale.model.structure import Exchange, Genre, Passage, Structure, Turn
from verbale.model.text import Text
from verbale.structure.blocks import find_passages
from verbale.structure.exchanges import RawExchange, is_question, pair
from verbale.structure.labelled import labelled_turns
from verbale.structure.masthead import find_masthead
from verbale.structure.metadata import find_head
from verbale.structure.paragraphs import Paragraph, find_paragraphs
from verbale.structure.replies import BlockReply, find_replies
from verbale.structure.sentences import split_sentences
from verbale.structure.turns import RawTurn
from verbale.structure.unlabelled import bare_turns, set_turns
from verbale.structure.voiced import voiced_turns

_OPENING = 8  # paragraphs in which a text says that it is an interview
_LINE = 160  # characters of a title or a line above the text


def find_structure(text: Text, language: Language) -> Structure:
    """How a text is built: what it says of itself, its passages, their sentences, its questions with their answers."""
    paragraphs = find_paragraphs(text)
    turns = turns_of(text, paragraphs, language)
    begins = min((piece.paragraph for turn in turns for piece in turn.pieces), default=len(paragraphs))
    masthead = find_masthead(paragraphs, begins, language)
    exchanges = list(_numbers(pair(turns, language)))
    taken = dict(masthead.lines) | {piece.paragraph: "byline" for turn in turns for piece in turn.pieces}
    replies = find_replies(paragraphs, taken, language)
    passages = find_passages(text, paragraphs, masthead, turns, exchanges, replies)
    return Structure(
        head=find_head(text, paragraphs, masthead, _layout(turns, exchanges), bool(turns), language),
        passages=passages,
        sentences=tuple(_sentences(text, passages, language)),
        exchanges=(*_of_turns(text, exchanges), *_of_replies(text, paragraphs, replies, len(exchanges))),
        issues=tuple(_unanswered(text, turns, exchanges, language)),
    )


def turns_of(text: Text, paragraphs: Sequence[Paragraph], language: Language) -> list[RawTurn]:
    """The turns of a text, in order, by the surest signs that it has; none where nobody asks and replies in it."""
    opening = paragraphs[:_OPENING]
    is_interview = any(language.rules("structure.opening").first(paragraph.words) for paragraph in opening)
    return (
        labelled_turns(paragraphs, language)
        or set_turns(paragraphs, language)
        or voiced_turns(paragraphs, language, is_interview or _is_headed_as_talk(opening, language))
        or (bare_turns(paragraphs, language) if is_interview else [])
    )


def _is_headed_as_talk(opening: Sequence[Paragraph], language: Language) -> bool:
    """Whether a title or a line above the text calls it an interview or a press conference."""
    lines = (paragraph.words for paragraph in opening if len(paragraph.words) <= _LINE)
    genres = (match["genre"] for words in lines for match in language.rules("structure.genres").all(words))
    return any(genre in ("interview", "press_conference") for genre in genres)


def _numbers(exchanges: Sequence[RawExchange]) -> Iterator[tuple[int, RawExchange]]:
    """The exchanges with their numbers: the text's own, else counted from 1."""
    for count, exchange in enumerate(exchanges, 1):
        yield exchange.question.number or count, exchange


def _layout(turns: Sequence[RawTurn], exchanges: Sequence[tuple[int, RawExchange]]) -> Genre | None:
    """The genre that the turns show: several questioners without names make a press conference."""
    if len(exchanges) < 2:
        return None
    moderated = any(turn.role == "moderates" for turn in turns)
    return "press_conference" if moderated else "interview"


def _sentences(text: Text, passages: Sequence[Passage], language: Language) -> Iterator[Span]:
    for passage in passages:
        for start, end in split_sentences(text.content, language, passage.span.start, passage.span.end):
            yield text.span(start, end)


def _of_turns(text: Text, exchanges: Sequence[tuple[int, RawExchange]]) -> Iterator[Exchange]:
    for number, raw in exchanges:
        question = Turn(text.span(raw.question.start, raw.question.end), raw.question.label)
        answer = Turn(text.span(raw.reply[0].start, raw.reply[-1].end), raw.reply[0].label)
        yield Exchange(number, question, answer)


def _of_replies(
    text: Text, paragraphs: Sequence[Paragraph], replies: Sequence[BlockReply], before: int
) -> Iterator[Exchange]:
    """The block replies of which the text says what was asked."""
    asked = [(reply, reply.question) for reply in replies if reply.question]
    for number, (reply, (start, end)) in enumerate(asked, before + 1):
        answer = text.span(paragraphs[reply.first].start, paragraphs[reply.last].end)
        yield Exchange(number, Turn(text.span(start, end)), Turn(answer, reply.speaker))


def _unanswered(
    text: Text, turns: Sequence[RawTurn], exchanges: Sequence[tuple[int, RawExchange]], language: Language
) -> Iterator[Issue]:
    """The questions that nobody replies to before the next, and what nobody is known to say."""
    answered = {piece.start for _, exchange in exchanges for piece in exchange.question.pieces}
    for turn in turns:
        if turn.role is None:
            yield Issue(
                text.span(turn.start, turn.end), "layout", "no label says who speaks, and the words do not settle it"
            )
        elif turn.role == "asks" and turn.start not in answered and is_question(turn, language):
            yield Issue(text.span(turn.start, turn.end), "layout", "a question that no turn replies to")
