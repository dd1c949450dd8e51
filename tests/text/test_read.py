"""Sources become texts whatever is in them, and nothing that is found is lost in silence."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.errors import UnreadableSource
from verbale.model.source import Source
from verbale.model.text import Text
from verbale.text.read import read_text

SHARED = Path(__file__).resolve().parents[3] / "shared"


def read(content: bytes | str, media_type: str = "text/plain") -> Text:
    data = content.encode() if isinstance(content, str) else content
    return read_text(Source("note.txt", media_type, data))


def test_the_byte_order_mark_is_counted_and_not_kept() -> None:
    text = read("\ufeffThe envoy spoke.")
    assert text.content == "The envoy spoke."
    assert text.alignment.source_of(0, 3) == (1, 4)


def test_a_nul_is_dropped_with_an_issue() -> None:
    text = read(b"The en\x00voy spoke.")
    assert text.content == "The envoy spoke."
    assert [issue.what for issue in text.issues] == ["encoding"]


def test_line_ends_of_windows() -> None:
    assert read("One.\r\n\r\nTwo.\r\nThree.").content == "One.\n\nTwo.\nThree."


def test_a_text_from_right_to_left_is_unharmed() -> None:
    words = "قال السفير إن التجارة بين البلدين ارتفعت.\n\nהשגריר אמר כי הסחר גדל."
    assert read(words).content == words


def test_a_lone_surrogate_never_reaches_the_text() -> None:
    for source in ("a &#xD800; b", b"a \xed\xa0\x80 b"):
        text = read(source)
        assert text.content == "a \ufffd b"
        assert text.issues[0].what == "encoding"


@pytest.mark.parametrize("content", [b"", b" \n ", b"\xef\xbb\xbf", b"***\n", b"&nbsp;"])
def test_nothing_to_read_is_said_in_one_line(content: bytes) -> None:
    with pytest.raises(UnreadableSource, match=r"^note\.txt: "):
        read(content)


def test_a_bold_first_line_is_the_title() -> None:
    text = read("**Envoy visits Oslo**\n\nShe came on Monday.")
    assert [(mark.start, mark.end) for mark in text.marked("title")] == [(0, 17)]


def test_a_picture_and_its_credit_are_a_caption() -> None:
    text = read("Ships lie at anchor off the port.\n(AFP/Ola Berg)\nThe envoy came on Monday to see them all.")
    assert [text.content[mark.start : mark.end] for mark in text.marked("caption")] == [
        "Ships lie at anchor off the port.\n(AFP/Ola Berg)"
    ]


@pytest.mark.parametrize("sign", ["*", "_", "[", "](", "<", "<!--", "&", "\\", "<sup>", "![", "(", "\n", "- ", "#"])
def test_a_line_of_one_sign_is_read_in_linear_time(sign: str) -> None:
    """A quadratic step would take so long here that the test would never end."""
    assert read("Words. " + sign * (300_000 // len(sign)) + " more words").content.startswith("Words.")


def test_five_megabytes_of_one_line_are_read() -> None:
    words = "The envoy said, and said again, that 5 ships had come. " * 90_000
    assert read(words).content == words.strip()


@settings(max_examples=200)
@given(
    st.text(alphabet="ab.A1 \n\t*_#>-[](){}<>&;!\\/sup^:'\"\u00a0\f\r|=", max_size=120),
    st.sampled_from(["plain", "html"]),
)
def test_whatever_is_read_leads_back(content: str, kind: str) -> None:
    try:
        text = read(content, f"text/{kind}")
    except UnreadableSource:
        return
    assert text.content == text.content.strip("\n")
    assert "\n\n\n" not in text.content
    for run in text.alignment.runs:
        assert run.text_start + run.length <= len(text.content)
        assert run.source_start + run.length <= len(content)
    sources = [i for run in text.alignment.runs for i in range(run.source_start, run.source_start + run.length)]
    assert len(sources) == len(set(sources)), "a character of the source stands twice in the text"
    for mark in text.marks:
        assert 0 <= mark.start < mark.end <= len(text.content)


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        text = read(content)
    except UnreadableSource as error:
        text = read(str(error).replace("\n", "two lines"))
    text.content.encode()
    assert "two lines" not in text.content


SEEDS = {
    "ambassador-israel.md": ("China's Ambassador to Israel", ("<sup>", "---", "\\$", "](#)", "**")),
    "ambassador-russia.txt": ("Does China plan", ("top of page", "visualizzazioni")),
}


@pytest.mark.parametrize("name", SEEDS)
def test_the_seeds_are_clean(name: str) -> None:
    path = SHARED / "seeds" / name
    if not path.exists():
        pytest.skip("there is no shared folder beside the checkout")
    text = read_text(Source(name, "text/markdown", path.read_bytes()))
    start, signs = SEEDS[name]
    assert text.content.startswith(start)
    assert not [sign for sign in signs if sign in text.content]
