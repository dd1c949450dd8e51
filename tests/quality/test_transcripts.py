"""The gold of transcripts: what the format alone says of labels, on transcripts written for this test."""

from quality.spoken import unlabelled, who_asks, who_speaks
from quality.transcripts import labelled
from verbale.model.source import Source

MARKDOWN = """---
title: Remarks on fish
---

Oslo

5:39 P.M. CET

MINISTER AAS:  Good
evening.

Second: it is late.

 Q   Will it open?  (Laughter.)
Jo said: no.

PRESIDENT van der MEER:  (As interpreted.)  In
May.\x20\x20
**Q** — of this year?

INTERPRETER:  It will.

END 5:50 P.M. CET
"""


def test_labels_by_the_format() -> None:
    gold = labelled(MARKDOWN)
    assert [(turn.name, turn.asks, turn.own) for turn in gold] == [
        ("MINISTER AAS", False, True),
        ("Q", True, True),
        ("PRESIDENT van der MEER", False, True),
        ("Q", True, False),
        ("INTERPRETER", None, True),
    ]
    assert [MARKDOWN[turn.words :].split()[0] for turn in gold] == ["Good", "Will", "(As", "—", "It"]


def test_labels_taken_out() -> None:
    content, paragraphs, left_out = unlabelled(MARKDOWN, labelled(MARKDOWN))
    assert not labelled(content)
    assert [(content[at:].split()[0], asks) for at, asks in paragraphs] == [
        ("Good", False),
        ("Second:", False),
        ("Will", True),
        ("(As", False),
    ]
    assert left_out == {"runs on from the turn before": 1, "an interpreter's": 1, "a clock": 1}


def test_scores_of_labels_and_without() -> None:
    source = Source("x.md", "text/markdown", MARKDOWN.encode())
    speaks, asks = who_speaks(source, labelled(MARKDOWN)), who_asks(source, labelled(MARKDOWN))
    assert (speaks.right, speaks.found, speaks.gold) == (5, 5, 5)
    assert asks.gold == 4
    assert len(asks.misses) == 4 - asks.right
