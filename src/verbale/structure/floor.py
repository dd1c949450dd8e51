"""The floor is the right to speak: words that give it, prompt for more or close the whole answer nothing."""

from verbale.lang.pack import Language
from verbale.structure.sentences import split_sentences
from verbale.structure.utterance import asks, says_something, spoken

_LONGEST_CALL = 600  # characters
_LONGEST_PROMPT = 60


def gives_floor(words: str, language: Language) -> bool:
    """Whether every sentence is a courtesy, somebody's name, a call for the next question or a leave-taking."""
    if len(words) > _LONGEST_CALL:
        return False
    return all(_is_formal(words[start:end], language) for start, end in split_sentences(words, language))


def opens_floor(words: str, language: Language) -> bool:
    """Whether words call for a question, wherever in them they do."""
    return language.rules("turns.floor").first(words) is not None


def closes(words: str, language: Language) -> bool:
    """Whether words close the whole: the first sentence that is more than a courtesy takes leave."""
    for start, end in split_sentences(words, language):
        sentence = words[start:end]
        if language.rules("turns.closings").first(sentence):
            return True
        if says_something(sentence, language, names=False):
            return False
    return False


def is_prompt(words: str, language: Language) -> bool:
    """Whether words only bid an asker go on: "Yes?", "Go ahead"."""
    said = spoken(words).strip()
    if len(said) > _LONGEST_PROMPT or asks(said.rstrip("?？"), language):
        return False
    return gives_floor(said, language)


def bids(words: str, language: Language) -> bool:
    """Whether words are a prompt that could be no answer: "Go ahead", not "Yes"."""
    return is_prompt(words, language) and language.rules("turns.prompts").first(spoken(words)) is not None


def _is_formal(sentence: str, language: Language) -> bool:
    return (
        language.rules("turns.call_outs").at(sentence, 0) is not None
        or opens_floor(sentence, language)
        or language.rules("turns.closings").first(sentence) is not None
        or not says_something(sentence, language, names=False)
    )
