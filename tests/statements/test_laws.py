"""What holds of the statements of any text, whatever its marks."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

Read = Callable[[str], Any]

SHARED = [HealthCheck.function_scoped_fixture]  # the fixture is a pure function
WORDS = [
    "Ambassador Lund",
    "said",
    "the port is open",
    "Brazil",
    "warned",
    "that",
    "it",
    "according to",
    ",",
    ".",
    ":",
    "\n\n",
]
MARKS = ['"', "“", "”", "‘", "’", "'", "«", "»", "„", "''", "``", "—", "(", ")"]
PIECES = st.lists(st.sampled_from([*WORDS, *MARKS]), max_size=24)


@settings(max_examples=40, deadline=None, suppress_health_check=SHARED)
@given(pieces=PIECES)
@example(pieces=["said", "warned", "„", "»", "„", "said"])  # a mark taken for an object
def test_any_marks_give_statements_that_stand_in_the_text(reading: Read, pieces: list[str]) -> None:
    found = reading("# Ties grow\n\n" + " ".join(pieces))
    content = found.values["text"].content
    statements = found.statements()
    by_id = {s.id: s for s in statements}
    assert len(by_id) == len(statements)
    for one in statements:
        for span in (one.span, one.source, one.cue):
            assert span is None or content[span.start : span.end] == span.text
        assert one.span.text.strip() == one.span.text != ""
        assert one.within is None or by_id[one.within].span.holds(one.span)
        assert one.continues is None or one.continues in by_id


@settings(max_examples=25, deadline=None, suppress_health_check=SHARED)
@given(at=st.integers(0, 60), mark=st.sampled_from(MARKS))
def test_one_stray_mark_never_loses_what_stands_in_another_paragraph(reading: Read, at: int, mark: str) -> None:
    first = "The port was closed for a week, and nobody in the town knew why."
    broken = f"{first[:at]}{mark}{first[at:]}"
    found = reading(f"# Ties grow\n\n{broken}\n\nThe Norwegian Ambassador to Brazil Kari Lund said, “We go on.”\n")
    assert "We go on." in [s.span.text for s in found.statements("direct")]
