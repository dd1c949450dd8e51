"""The language of a text, told from its letters and words."""

SAMPLE = 20_000  # characters: more does not change the answer


def identify_language(content: str) -> str:
    """The ISO 639-1 code of the language that most of `content` is in, or `und` for a text without letters."""
    sample = content[:SAMPLE]
    if not any(character.isalpha() for character in sample):
        return "und"
    from py3langid import classify

    return str(classify(sample)[0])
