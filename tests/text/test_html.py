"""A saved page is read as its article, each character of it led back to the file."""

import pytest

from verbale.model.source import Source
from verbale.model.text import Text
from verbale.text.read import read_text

PAGE = """<!doctype html>
<html lang="en"><head><title>Envoy: ports &amp; trade | The Northern Herald</title>
<meta property="article:published_time" content="2023-05-04T08:00:00Z">
<meta property="og:site_name" content="The Northern Herald">
<script type="application/ld+json">
{"@type": "NewsArticle", "headline": "Envoy: ports", "author": [{"name": "Marit Solvang"}]}</script>
<style>p { color: red }</style></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Envoy: ports &amp; trade</h1>
<p>The ambassador of Norway said on Thursday that trade reached <b>$4.2&nbsp;billion</b> in 2022,<sup>1</sup> up from
3.9&nbsp;billion a year before, and that ports on both sides would be <a href="/x">enlarged</a> by the
20<sup>th</sup> of June next year.</p>
<blockquote>We shall keep the sea lanes open for every honest ship that wants to sail.</blockquote>
<p>Asked about fisheries, she said talks were under way and that an agreement would be signed before the winter comes.
<br>It was a good year for the herring, she added, and for those who eat it.</p></article>
<aside><p>Related: ten things to see in Oslo</p></aside><footer>All rights reserved</footer></body></html>
"""


def read(source: str, media_type: str = "text/html") -> Text:
    return read_text(Source("page.html", media_type, source.encode()))


@pytest.fixture(scope="module")
def text() -> Text:
    return read(PAGE)


def test_the_article_is_kept_and_the_page_is_not(text: Text) -> None:
    assert text.content.startswith("Envoy: ports & trade\n\n2023-05-04T08:00:00Z\n\nThe ambassador of Norway said")
    assert "trade reached $4.2 billion in 2022, up from 3.9 billion" in text.content
    assert "the 20th of June" in text.content
    assert "comes.\nIt was" in text.content
    for word in ("Home", "Related", "rights", "color", "headline"):
        assert word not in text.content


def test_what_the_tags_said_is_marked(text: Text) -> None:
    marked = {(mark.kind, mark.value, text.content[mark.start : mark.end]) for mark in text.marks}
    assert ("title", "1", "Envoy: ports & trade") in marked
    assert ("strong", "", "$4.2 billion") in marked
    assert ("link", "/x", "enlarged") in marked
    assert any(kind == "quote_block" and words.startswith("We shall") for kind, _, words in marked)


def test_the_head_of_the_page_is_metadata(text: Text) -> None:
    assert {("language", "en"), ("author", "Marit Solvang"), ("publisher", "The Northern Herald")} <= set(text.metadata)


def test_every_character_leads_back_to_the_page(text: Text) -> None:
    for run in text.alignment.runs:
        words = text.content[run.text_start : run.text_start + run.length]
        origin = PAGE[run.source_start : run.source_start + run.length]
        assert all(
            a == b or (a.isspace() and b.isspace()) or b == "&" or b == "<" for a, b in zip(words, origin, strict=True)
        )


def test_what_is_left_out_is_said(text: Text) -> None:
    assert all(issue.what == "left_out" for issue in text.issues)


@pytest.mark.parametrize(
    "source, words",
    [
        ("<p>Only a fragment", "Only a fragment"),
        ("<p>Unclosed <b>bold<p>Next</i>", "Unclosed bold\n\nNext"),
        ("<html><body>A &unknown; B &#xD800; C</body></html>", "A &unknown; B \ufffd C"),
        ("<table><tr><td>one</td><td>two</td></tr></table>", "one\n\ntwo"),
    ],
)
def test_broken_pages_are_read(source: str, words: str) -> None:
    assert read(source).content == words


def test_a_page_is_known_by_how_it_begins() -> None:
    assert read(PAGE, "text/plain").content.startswith("Envoy: ports & trade\n\n2023")


def test_a_page_whose_main_content_cannot_be_told_is_read_whole_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> str:
        raise ValueError("a page that the parser trips over")

    monkeypatch.setattr("trafilatura.extract", fails)
    whole = read(PAGE)
    assert "trade reached $4.2 billion" in whole.content
    assert [issue.what for issue in whole.issues] == ["layout"]


def test_a_page_whose_main_content_is_told_has_no_such_issue(text: Text) -> None:
    assert "layout" not in {issue.what for issue in text.issues}
