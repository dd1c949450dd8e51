"""The why of a reply is one plain sentence: what was asked for, and what the answer gives instead or in full."""

from collections.abc import Sequence

from verbale.claims.questions.asked import Asked
from verbale.claims.questions.reply import Reply
from verbale.model.span import Span

ASKED = {
    "yes_no": "a yes or no",
    "quantity": "a quantity",
    "time": "a time",
    "place": "a place",
    "person": "a name",
    "list": "a list",
    "manner": "a way",
    "reason": "a reason",
    "opinion": "a view",
    "status": "the state of things",
}
GIVEN = {
    "explicit": "the answer gives it",
    "implicit": "the answer bears on it without saying it",
    "general": "the answer stays general",
    "partial": "the answer gives part of it",
    "dodging": "nothing in the answer takes it up",
    "deflection": "the answer sends it elsewhere",
    "declining": "the answer withholds it",
    "claims_ignorance": "the answer says that it is not known",
    "clarification": "the answer asks back",
}
WORDS = 90  # characters of the evidence that are quoted
NAMED = 4  # content words that name the subject


def explain(asked: Asked, subject: Sequence[str], reply: Reply, instead: Sequence[Span] = ()) -> str:
    """The sentence; `instead` are figures or dates of the answer that are not what was asked for."""
    about = f" on {', '.join(subject[:NAMED])}" if subject else ""
    shown = _quoted(reply.found[:1] or reply.evidence[:1])
    others = f"; it gives {', '.join(span.text for span in instead[:NAMED])} instead" if instead else ""
    return f"asks for {ASKED[asked.asks]}{about}; {GIVEN[reply.technique]}{shown}{others}"


def _quoted(spans: Sequence[Span]) -> str:
    if not spans:
        return ""
    words = " ".join(spans[0].text.split())
    return f": “{words if len(words) <= WORDS else words[: WORDS - 1].rstrip() + '…'}”"
