"""Golden cases of the repairs of characters, each with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.text import characters
from verbale.text.draft import Draft, Repair

CASES = [
    (characters.line_ends, "a\r\nb\rc\u2028d", "a\nb\nc\nd", "Windows, old Macs, Unicode"),
    (characters.stray_controls, "a\x00b\x07c\td\fe", "abc\td\fe", "tabs and form feeds are layout"),
    (
        characters.invisible,
        "COVID-\u206019 co\u00adoperate\ufeff",
        "COVID-19 cooperate",
        "invisible characters break words",
    ),
    (characters.invisible, "می‌رود \u200fשלום", "می‌رود \u200fשלום", "joiners and direction marks are the script's own"),
    (characters.spaces, "5\u00a0km\t1\u202f000", "5 km 1 000", "a space of any width"),
    (characters.single_spaces, "MR. HALE:   Yes.  No.", "MR. HALE: Yes. No.", "typists' double spaces"),
    (characters.line_edges, "  a b  \n   \nc", "a b\n\nc", "indents and trailing spaces"),
    (characters.blank_lines, "\n\na\n\n\n\nb\nc\n", "a\n\nb\nc", "one empty line between paragraphs"),
    (characters.entities, "R&amp;D&nbsp;&#8364;5 &lt;b&gt; &hellip;", "R&D\u00a0€5 <b> …", "named and numbered"),
    (characters.entities, "AT&T; Q&A &unknown; &#x110000;", "AT&T; Q&A &unknown; \ufffd", "what is no entity stays"),
    (characters.surrogate_entities, "x&#xD800;y&#56320;", "x\ufffdy\ufffd", "half a character is none"),
]


@pytest.mark.parametrize("repair, before, after, reason", CASES, ids=[case[3] for case in CASES])
def test_a_repair(repair: Repair, before: str, after: str, reason: str) -> None:
    assert Draft.of(before).edited(repair(before)).content == after


REPAIRS = sorted({case[0] for case in CASES}, key=lambda repair: repair.__name__)


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.__name__)
@given(content=st.text(alphabet="a&;#xDamp80\r\n\t\x00\u00a0\u2060 \f."))
def test_a_repair_made_twice_is_made_once(repair: Repair, content: str) -> None:
    if repair in (characters.entities, characters.surrogate_entities):
        return  # `&amp;amp;` is `&amp;` once unescaped: the writer's own
    once = Draft.of(content).edited(repair(content)).content
    assert Draft.of(once).edited(repair(once)).content == once
