"""Two documents are compared by what they quote of each other, and by their redline if they are versions of one."""

from verbale.compare.redline import kept, redline
from verbale.compare.renditions import renditions
from verbale.model.comparison import SCHEMA, Comparison
from verbale.model.record import Record

VERSION = 0.5  # of the words of two documents, for one to be a version of the other


def compare_records(a: Record, b: Record) -> Comparison:
    """The quotations of each as the other has them, and the redline where they are versions of one document."""
    revisions = redline(a.text, b.text)
    return Comparison(
        schema=SCHEMA,
        a=a.document,
        b=b.document,
        a_in_b=tuple(renditions(a, b)),
        b_in_a=tuple(renditions(b, a)),
        redline=revisions if kept(revisions) >= VERSION else None,
    )
