"""Comparisons: each quotation as the other document has it, with both anchors, as a view and as JSON."""

import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

import verbale
from verbale.cli import main
from verbale.compare.documents import compare_records
from verbale.compare.redline import applied
from verbale.compare.render import render
from verbale.interchange import to_json
from verbale.model.comparison import Comparison
from verbale.model.record import Record
from verbale.model.span import hold
from verbale.record.edits import marked

TRANSCRIPT = """
# Interview with Kari Lund, Ambassador of Norway to Brazil

May 7, 2024

Q: How do you see trade between the two countries?

A: Our trade has grown steadily for five years, and I think that it will go on growing, because both sides want it.
We are not afraid of competition. It makes us better.

Q: And the forest?

A: The forest is not a bargaining chip between governments, and it should never be treated as one. (Laughter.)
We will pay for results, as we always have.
"""
ARTICLE = """
# Norway "not afraid" of competition, envoy says

By Ana Souza | May 8, 2024

Norway's ambassador to Brazil, Kari Lund, said that "our trade has grown steadily for five years ... because both
sides want it."

"The forest is not a bargaining chip between governments," Lund said, "and it must never be treated as one. We will
pay for results, as we always have."

She said that Norway had "no plans to leave the fund." Lund added: "We are not afraid of competition. [Competition]
makes us better."
"""
CORRECTED = ARTICLE.replace("five years", "six years") + "\nCorrection: an earlier version said five years.\n"


@pytest.fixture(scope="session")
def transcript() -> Record:
    return verbale.read(TRANSCRIPT.encode())


@pytest.fixture(scope="session")
def article() -> Record:
    return verbale.read(ARTICLE.encode())


@pytest.fixture(scope="session")
def corrected() -> Record:
    return verbale.read(CORRECTED.encode())


WANTED = [
    ("not afraid", "identical", "not afraid"),
    (
        "our trade has grown",
        "elided",
        "five years […and I think that it will go on growing…] because both sides want it",
    ),
    ("The forest is not", "identical", "The forest is not a bargaining chip between governments"),
    ("and it must never", "altered", "and it [-should-]{+must+} never be treated as one"),
    ("no plans to leave", "absent", ""),
    ("We are not afraid", "elided", "We are not afraid of competition [-It-]{+[Competition]+} makes us better"),
]


def shown(comparison: Comparison, width: int = 100) -> str:
    out = StringIO()
    Console(file=out, width=width, highlight=False).print(render(comparison))
    return " ".join(out.getvalue().split())


@pytest.mark.parametrize("words, fidelity, line", WANTED)
def test_an_article_against_the_transcript(
    transcript: Record, article: Record, words: str, fidelity: str, line: str
) -> None:
    (one,) = (r for r in compare_records(article, transcript).a_in_b if r.span.text.startswith(words))
    assert one.fidelity == fidelity
    assert line in marked(one.edits)
    assert one.speaker in ("Kari Lund", None)
    assert bool(one.originals) == (fidelity != "absent")


def test_every_anchor_stands_and_leads_to_its_source(transcript: Record, article: Record) -> None:
    comparison = compare_records(article, transcript)
    assert comparison.a_in_b
    for one in comparison.a_in_b:
        hold(one.span, article.text, "A")
        hold(one.originals, transcript.text, "B")
        assert one.source is not None
        assert ARTICLE[slice(*one.source)].split() == one.span.text.split()
        for place in one.originals:
            assert place.source is not None
            assert TRANSCRIPT[slice(*place.source)].split() == place.span.text.split()


def test_it_is_the_same_the_other_way_round(transcript: Record, article: Record) -> None:
    there, back = compare_records(article, transcript), compare_records(transcript, article)
    assert (there.a_in_b, there.b_in_a) == (back.b_in_a, back.a_in_b)
    assert there.b_in_a == ()  # the transcript quotes nothing: its turns are what was said
    assert there.redline is None


def test_versions_have_a_redline(article: Record, corrected: Record) -> None:
    redline = compare_records(article, corrected).redline
    assert redline is not None
    assert applied(redline, article.text) == corrected.text
    changed = [(one.before or one.after) for one in redline if one.kind != "same"]
    assert [span.text.strip() for span in changed if span] == [
        "five", "six", "Correction: an earlier version said five years."
    ]  # fmt: skip


def test_the_view_shows_both_places_and_what_changed(transcript: Record, article: Record, corrected: Record) -> None:
    view = shown(compare_records(article, transcript))
    assert "Quoted in A, as B has it 6" in view
    assert "Quoted in B" not in view
    assert "Redline" not in view
    assert "[-should-]{+must+}" in view
    assert "characters" in view
    versions = shown(compare_records(article, corrected))
    assert "Redline from A to B 2" in versions
    assert "grown steadily for [-five-]{+six+} years" in versions


def test_no_line_is_wider_than_the_terminal(article: Record, corrected: Record) -> None:
    out = StringIO()
    Console(file=out, width=60, highlight=False).print(render(compare_records(article, corrected)))
    assert max(map(len, out.getvalue().splitlines())) <= 60


def test_json_has_both_documents_and_all_that_was_found(article: Record, corrected: Record) -> None:
    written = json.loads(to_json(compare_records(article, corrected)))
    assert written["schema"] == "verbale.comparison/1"
    assert written["a"]["id"] == article.document.id
    assert len(written["a_in_b"]) == 6
    assert written["a_in_b"][0].keys() >= {"start", "end", "text", "fidelity", "originals", "edits", "source"}
    assert "".join(one["after"]["text"] for one in written["redline"] if one["kind"] != "deleted") == corrected.text


def test_texts_with_nothing_in_common(article: Record) -> None:
    other = verbale.read(b"# Fish\n\nFish is sold in the market of Bergen. It is fresh.")
    comparison = compare_records(other, article)
    assert comparison.a_in_b == ()
    assert {one.fidelity for one in comparison.b_in_a} == {"absent"}
    assert "neither is a version of the other" in shown(compare_records(other, other)) or comparison.redline is None


def test_the_command(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / name for name in ("article.md", "corrected.md")]
    for path, text in zip(paths, (ARTICLE, CORRECTED), strict=True):
        path.write_text(text, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["verbale", "compare", *map(str, paths), "--format", "json"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert not ended.value.code
    assert json.loads(capsysbinary.readouterr().out)["schema"] == "verbale.comparison/1"


def test_the_command_on_an_archive(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "article.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "transcript.md").write_text(TRANSCRIPT, encoding="utf-8")
    archive = tmp_path / "a.db"
    with verbale.open_archive(archive, create=True) as opened:
        verbale.add(opened, [tmp_path / "article.md", tmp_path / "transcript.md"])
        ids = [document.id for document in opened.documents()]
    monkeypatch.setattr("sys.argv", ["verbale", "compare", *ids, "--archive", str(archive)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert not ended.value.code
    assert "Quoted in B, as A has it" in capsysbinary.readouterr().out.decode()
    monkeypatch.setattr("sys.argv", ["verbale", "compare", ids[0], "none", "--archive", str(archive)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
