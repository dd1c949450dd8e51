"""The why of a reply is one plain sentence: what was asked, in its own words, and what the answer does with it."""

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
DONE = {
    "explicit": "the answer gives it",
    "implicit": "the answer speaks of the matter without saying it",
    "general": "the answer stays general",
    "partial": "the answer gives part of it",
    "dodging": "no sentence of the answer takes it up",
    "deflection": "the answer sends it elsewhere",
    "declining": "the answer withholds it",
    "claims_ignorance": "the answer says that it is not known",
    "clarification": "the answer asks back",
}
ASKING, ANSWERING = 60, 90  # characters that are quoted of question and answer
OTHERS = 4  # things named that were given instead


def explain(asked: Asked, reply: Reply, others: Sequence[Span] = ()) -> str:
    """The sentence; `others` are figures or dates of the answer that are not what was asked for."""
    done = f"the answer says {reply.polarity}" if reply.polarity else DONE[reply.technique]
    shown = [f": “{_shortened(span, ANSWERING)}”" for span in (reply.found or reply.evidence)[:1]]
    given = f"; it gives {', '.join(span.text for span in others[:OTHERS])} instead" if others else ""
    return f"asks for {ASKED[asked.asks]} (“{_shortened(asked.span, ASKING)}”); {done}{''.join(shown)}{given}"


def _shortened(span: Span, length: int) -> str:
    """The words on one line, cut between two of them where they are longer."""
    words = " ".join(span.text.split())
    if len(words) <= length:
        return words
    return words[:length].rpartition(" ")[0].rstrip(",;:—–- ") + "…"
