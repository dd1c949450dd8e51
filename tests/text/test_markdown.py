"""Golden cases of markup: the signs go, what they said is marked."""

import pytest

from verbale.model.text import Mark
from verbale.text.draft import Draft
from verbale.text.markdown import blocks, inline


def read(source: str) -> Draft:
    return inline(blocks(Draft.of(source)))


CASES = [
    (r"\$4 million \[sic\] 5\*", "$4 million [sic] 5*", "escapes"),
    ('a [good](https://x.no/a_(b) "t") port', "a good port", "a link, brackets in its address"),
    ("a [torn\nlink](https://x.no) here", "a torn\nlink here", "a link over a line"),
    ("see <https://x.no/a_b>.", "see https://x.no/a_b.", "an address by itself"),
    ("![A ship](ship.jpg) Words", " Words", "a picture"),
    ("**bold** and *fine* __too__ _x_", "bold and fine too x", "emphasis"),
    ("**Resilience ** and **growth **\n2 ** 3", "Resilience  and growth \n2 ** 3", "bold type that ends with a space"),
    ("5 * 4 * 3 and snake_case_name", "5 * 4 * 3 and snake_case_name", "stars and underscores that are not"),
    ("**open\n\nand** never", "**open\n\nand** never", "emphasis ends with its paragraph"),
    (
        "the port,<sup>2</sup> the 20<sup>th</sup>, 5 km<sup>2</sup>",
        "the port, the 20th, 5 km²",
        "notes, ordinals, units",
    ),
    ("said so.[^1] Then", "said so. Then", "a note's number"),
    ("about <s>8,000</s>\\[80,000\\]", "about 8,000 [80,000]", "a struck word and its correction"),
    ("one<br>two <!-- no --> <u>three</u>", "one\ntwo  three", "tags and comments"),
    ("a < b and c > d", "a < b and c > d", "no tags"),
    ("# Heading #", "Heading", "a heading"),
    ("Heading\n=======", "Heading\n", "a heading underlined"),
    ("> quoted\n> words", "quoted\nwords", "a quotation"),
    ("- one\n*   two\n• three", "one\ntwo\nthree", "list items"),
    ("- 5 degrees\n-5 degrees", "5 degrees\n-5 degrees", "a minus is no bullet"),
    ("[brackets] alone [^]", "[brackets] alone [^]", "brackets that link nothing"),
]


@pytest.mark.parametrize("source, words, reason", CASES, ids=[case[2] for case in CASES])
def test_markup(source: str, words: str, reason: str) -> None:
    assert read(source).content == words


def test_what_the_signs_said_is_marked() -> None:
    assert read("## Trade\n\nA **[fair](/x)** *deal*").marks == (
        Mark(0, 5, "heading", "2"),
        Mark(9, 13, "link", "/x"),
        Mark(9, 13, "strong"),
        Mark(14, 18, "emphasis"),
    )


def test_the_body_of_a_note_is_marked_with_its_number() -> None:
    assert read("[^1]: The first.\n<sup>2</sup> The second.").marks == (
        Mark(0, 10, "note", "1"),
        Mark(11, 22, "note", "2"),
    )
