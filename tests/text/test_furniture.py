"""What a page says for itself is left out, and every line of the text stays."""

import pytest

from verbale.lang.pack import load
from verbale.text.draft import Draft
from verbale.text.furniture import without_furniture

BODY = (
    "The ambassador of Norway told this paper that trade had grown by a tenth since the spring of the year before.",
    "Ports on both sides will be enlarged. The work begins in June and should take no longer than two years.",
    "Asked about fish, she said that the talks went on and that nobody should expect a quick agreement on herring.",
)


def kept(*lines: str) -> list[str]:
    draft = without_furniture(Draft.of("\n".join(lines)), load("mul"))
    return [line for line in draft.content.split("\n") if line]


PAGES = [
    (["top of page", *BODY, "31 visualizzazioni2 commenti", "bottom of page"], list(BODY), "edges and counters"),
    ([BODY[0], "ADVERTISEMENT", BODY[1]], [*BODY[:2]], "an advertisement"),
    (
        [BODY[0], "RELATED", "business", "Harbour firm seeks a partner", BODY[1]],
        [*BODY[:2]],
        "other headlines in the middle",
    ),
    (
        [
            "Opinion",
            "A sea between friends",
            "Marit Solvang",
            "PUBLISHED : 4 May 2022",
            "Share",
            "Facebook",
            "Email",
            "1",
            *BODY,
        ],
        ["A sea between friends", "Marit Solvang", "PUBLISHED : 4 May 2022", *BODY],
        "headline, byline and day stay above",
    ),
    (
        [*BODY, "Most read", "Harbour firm seeks a partner", "Rain expected in the west", "More in Opinion", "Snow"],
        list(BODY),
        "other headlines below",
    ),
    (
        [
            BODY[0],
            "Dispatch",
            "Every Monday",
            "Sign up for our newsletter to stay informed.",
            "Sign Up",
            "Privacy Policy",
            BODY[1],
        ],
        [*BODY[:2]],
        "an offer in the middle",
    ),
    (
        [*BODY, "HERALD POLL", "Do you eat herring?", "Often", "Never", "Leave a comment", "(4)"],
        list(BODY),
        "a poll and comments",
    ),
    (
        ["News", "Norway", "A sea between two old friends", *BODY, "3 comments"],
        ["A sea between two old friends", *BODY],
        "sections",
    ),
    ([BODY[0], "https://herald.example/a-sea", BODY[1]], [*BODY[:2]], "an address alone"),
    ([BODY[0], "Teilen", "Drucken", BODY[1], "12 Kommentare"], [*BODY[:2]], "another language"),
    (["分享到", "大使表示，两国贸易额比上年增长了一成，双方港口将于六月开始扩建。", "阅读 1204"], None, "Chinese"),
]


@pytest.mark.parametrize("lines, left, reason", PAGES, ids=[page[2] for page in PAGES])
def test_furniture_is_left_out(lines: list[str], left: list[str] | None, reason: str) -> None:
    assert kept(*lines) == (left or lines[1:2])


TEXTS = [
    (
        ["Q Hi.", "MR. HALE: Hi. Thank you.", "Q More?", "MR. HALE: No.", "Q Next?", "Thank you.", "3:15 P.M."],
        "a transcript",
    ),
    (["Economy", "Health", BODY[0], "Trade", BODY[1]], "headings that are sections' names elsewhere"),
    (["Oslo", "May 4, 2022", "Joint statement", BODY[0], "Austria", "Belgium", "Denmark", "Norway"], "signatories"),
    ([BODY[0], "A GIFT OF SHIPS", BODY[1]], "a heading in capitals"),
    (
        [BODY[0], "She shared her views on social media such as Facebook and on our newsletter of 2019.", BODY[1]],
        "talk of such things",
    ),
    (["1", BODY[0], "2", BODY[1], "3", BODY[2]], "numbers of paragraphs"),
    (
        ["(The Northern Herald)", "By Marit Solvang", BODY[0], "Ships at anchor. (Photo: Northern Wire)", BODY[1]],
        "outlet, byline, caption",
    ),
]


@pytest.mark.parametrize("lines, reason", TEXTS, ids=[text[1] for text in TEXTS])
def test_the_text_stays(lines: list[str], reason: str) -> None:
    assert kept(*lines) == lines


def test_what_is_left_out_is_said_where_it_stood() -> None:
    draft = without_furniture(Draft.of("\n".join(["top of page", BODY[0], "2 comments"])), load("mul"))
    assert [(remark.what, remark.why) for remark in draft.remarks] == [
        ("left_out", "1 line of page furniture (menu), source 0–11"),
        ("left_out", "1 line of page furniture (counter), source 122–132"),
    ]


def test_a_text_of_nothing_but_furniture_stays() -> None:
    assert kept("Share", "Facebook") == ["Share", "Facebook"]
