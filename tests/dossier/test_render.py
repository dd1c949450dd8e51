"""A rendered dossier cites every line, escapes what documents say, and the page needs nothing but itself."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from verbale.dossier.gather import Dossier, gather_from
from verbale.dossier.render import markdown, render
from verbale.interchange import from_json
from verbale.model.record import Record
from verbale.record.cite import resolve

RECORDS = Path(__file__).parents[1] / "data" / "records"
INTERVIEW = from_json((RECORDS / "ambassador-oslo-interview.json").read_bytes())
ARTICLE = from_json((RECORDS / "brazil-norway-relations.json").read_bytes())
VOID = {"meta", "br", "hr", "link", "img", "input"}
PLACE = re.compile(r"D(\d+) (\d+)–(\d+)")


class Page(HTMLParser):
    """What stands in a page: the tags as they nest, links, ids and the words within each id.

    The later pieces of words that were cut have the id as a class.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str | None]] = []
        self.links: list[dict[str, str | None]] = []
        self.words: dict[str, str] = {}
        self.loads: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        fields = dict(attrs)
        if tag == "a":
            self.links.append(fields)
        self.loads += [tag] if tag in {"script", "img", "link", "iframe", "object"} else []
        self.loads += [value or "" for name, value in attrs if name == "src" or name.startswith("on")]
        if fields.get("id"):
            assert fields["id"] not in self.words, "an id stands once"
            self.words[fields["id"] or ""] = ""
        if tag not in VOID:
            names = (fields.get("class") or "").split()
            self.open.append((tag, fields.get("id") or next((n for n in names if re.match(r"d\d+-", n)), None)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        for _, id_ in self.open:
            if id_:
                self.words[id_] = self.words.get(id_, "") + data


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return gather_from([INTERVIEW, ARTICLE], ("NOR", "BRA"))


@pytest.fixture(scope="module")
def html(dossier: Dossier) -> str:
    return render(dossier, "html")


@pytest.fixture(scope="module")
def md(dossier: Dossier) -> str:
    return render(dossier, "md")


def test_the_page_needs_nothing_else(html: str) -> None:
    page = Page(html)
    assert page.loads == []
    assert not re.search(r"url\(|@import|https?://", html)
    assert all((link["href"] or "").startswith("#") for link in page.links)


def test_every_link_leads_to_the_words_it_cites(html: str, dossier: Dossier) -> None:
    page = Page(html)
    cites = [link for link in page.links if link.get("class") == "at"]
    assert len(cites) > 100
    for link in cites:
        assert link["href"] is not None
        assert link["title"] is not None
        number = int(re.findall(r"\d+", link["href"])[0])
        record = dossier.records[number - 1]
        words = resolve(link["title"], record).text
        assert link["href"][1:] in page.words
        assert not words or page.words[link["href"][1:]].split() == words.split()


def test_the_texts_stand_there_in_full(html: str, dossier: Dossier) -> None:
    page = Page(html)
    for number, record in enumerate(dossier.records, 1):
        assert " ".join(record.text.split()) in " ".join(page.words[f"d{number}"].split())


def lines_of(md: str) -> list[str]:
    """The lines that tell of something found: bullets and rows, headings of tables apart."""
    body = md[md.index("## Questions") : md.index("## The words in their context")]
    rows = re.findall(r"^(?:\s*- |\| ).*$", body, re.MULTILINE)
    return [row for row in rows if not row.startswith(("| Period", "| Value"))]


def test_every_line_says_where_its_words_stand(md: str, dossier: Dossier) -> None:
    lines = lines_of(md)
    assert len(lines) > 80
    for line in lines:
        places = PLACE.findall(line)
        assert places, line
        for number, start, end in places:
            assert int(start) <= int(end) <= len(dossier.records[int(number) - 1].text)


def test_every_footnote_is_cited_and_stands_once(md: str) -> None:
    stands = re.findall(r"^\[\^(\d+)\]: ", md, re.MULTILINE)
    cited = re.findall(r"\[\^(\d+)\](?!: )", md)
    assert len(stands) == len(set(stands))
    assert set(stands) == set(cited)


@pytest.mark.parametrize("format", ["md", "html"])
def test_both_sides_stand_in_one_row_with_the_gap(md: str, html: str, format: str) -> None:
    rows = re.findall(r"<tr>.*?</tr>", html, re.DOTALL) if format == "html" else md.splitlines()
    rows = [re.sub(r"<[^>]*>", " ", row) for row in rows]
    assert any(re.search(r"2023 .*USD 1\.92 billion.*USD 2\.48 billion.*NOR 29\.2% more", row, re.S) for row in rows)
    assert any(re.search(r"1995 .*USD 310 million.*USD 310 million.*agree", row, re.S) for row in rows)
    assert not any("41,300 people" in row and "58,600 people" in row for row in rows)


def hostile(record: Record, words: str) -> Record:
    """The record of a document that says something a page must not obey."""
    odd = replace(record.document, title=words, publisher=words, authors=(words,))
    actors = tuple(replace(actor, name=words, role=words) for actor in record.actors)
    return replace(record, document=odd, actors=actors)


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", '"><img src=x onerror=a()>', "{{ 7 * 7 }}", "</style>"])
def test_what_documents_say_is_only_text_in_a_page(words: str) -> None:
    html = render(gather_from([hostile(INTERVIEW, words)], ("NOR", "BRA")), "html")
    page = Page(html)
    assert page.loads == []
    assert words in "".join(page.words.values())


@pytest.mark.parametrize("words", ["a | b", "*a*", "<b>", "[a](b)", "a\n# b", "`a`", "$a$", "&amp;", "\\"])
def test_what_documents_say_is_only_text_in_markdown(words: str) -> None:
    md = render(gather_from([hostile(INTERVIEW, words)], ("NOR", "BRA")), "md")
    assert markdown(words) in md
    assert "\n# b" not in md
    assert "<b>" not in md.replace("\\<b\\>", "")


@pytest.mark.parametrize("format", ["md", "html"])
def test_a_section_without_anything_is_absent(format: str) -> None:
    bare = replace(INTERVIEW, exchanges=(), statements=(), figures=(), dates=(), checks=(), issues=())
    text = render(gather_from([bare], ("NOR", "BRA")), format)  # type: ignore[arg-type]
    for name in ("Questions and answers", "two sides report", "Figures", "Statements", "Dates", "Checks", "settled"):
        assert name not in text


def test_the_same_records_give_the_same_dossier(dossier: Dossier, html: str, md: str) -> None:
    again = gather_from([ARTICLE, INTERVIEW], ("BRA", "NOR"))
    assert render(again, "html") == html
    assert render(again, "md") == md


def test_marks_that_cross_are_shown_whole_without_a_script() -> None:
    first = INTERVIEW.statements[0]
    start = first.span.start + 10
    end = first.span.end + 10
    crossing = replace(first, id="x", span=type(first.span)(start, end, INTERVIEW.text[start:end]))
    html = render(gather_from([replace(INTERVIEW, statements=(first, crossing))], ("NOR", "BRA")), "html")
    Page(html)
    assert f":root:has(#d1-{start}-{end}:target) .d1-{start}-{end}" in html
