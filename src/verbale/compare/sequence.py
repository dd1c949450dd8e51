"""A sequence is paragraphs or words in their order: two of them are matched by what they have in common.

Short stretches are matched as a whole. Long ones are cut first where both have something that occurs once in each, so
that time grows with the length and memory is bounded.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

_WHOLE = 16_000_000  # pairs of members that are matched at once: some megabytes
_ROWS = (1, 4, 12)  # members in a row that may occur only once

Pair = tuple[int, int]


def match(one: Sequence[Hashable], other: Sequence[Hashable]) -> list[Pair]:
    """Pairs (i, j) with one[i] == other[j], both rising: as many as can be, or nearly so in long sequences."""
    numbers: dict[Hashable, int] = {}
    first = [numbers.setdefault(member, len(numbers)) for member in one]
    second = [numbers.setdefault(member, len(numbers)) for member in other]
    return list(_matched(first, second, (0, len(first)), (0, len(second))))


def _matched(one: Sequence[int], other: Sequence[int], here: Pair, there: Pair) -> Iterator[Pair]:
    """The pairs in one[slice(*here)] and other[slice(*there)]: those at both ends, then those between."""
    (a, b), (c, d) = here, there
    while a < b and c < d and one[a] == other[c]:
        yield a, c
        a, c = a + 1, c + 1
    ends = 0
    while ends < min(b - a, d - c) and one[b - 1 - ends] == other[d - 1 - ends]:
        ends += 1
    yield from _between(one, other, (a, b - ends), (c, d - ends))
    yield from ((b - k, d - k) for k in range(ends, 0, -1))


def _between(one: Sequence[int], other: Sequence[int], here: Pair, there: Pair) -> Iterator[Pair]:
    (a, b), (c, d) = here, there
    if (b - a) * (d - c) <= _WHOLE:
        yield from ((a + i, c + j) for i, j in _longest(one[a:b], other[c:d]))
        return
    for i, j in _cuts(one, other, here, there):
        yield from _matched(one, other, (a, i), (c, j))
        yield i, j
        a, c = i + 1, j + 1
    if (a, c) != (here[0], there[0]):
        yield from _matched(one, other, (a, b), (c, d))


def _cuts(one: Sequence[int], other: Sequence[int], here: Pair, there: Pair) -> list[Pair]:
    """Where both stretches have a member that occurs once in each, or else a row of members that does."""
    found = (rising(_unique(one, other, here, there, size)) for size in _ROWS)
    return next(filter(None, found), [])


def _unique(one: Sequence[int], other: Sequence[int], here: Pair, there: Pair, size: int) -> list[Pair]:
    """Where rows of that size begin that occur once in each stretch."""
    ones, others = _rows(one, here, size), _rows(other, there, size)
    return [(i, others[row]) for row, i in ones.items() if i >= 0 and others.get(row, -1) >= 0]


def _rows(members: Sequence[int], ends: Pair, size: int) -> dict[tuple[int, ...], int]:
    """Where each row of that size begins, or -1 where it begins at several places."""
    found: dict[tuple[int, ...], int] = {}
    for i in range(ends[0], ends[1] - size + 1):
        row = tuple(members[i : i + size])
        found[row] = -1 if row in found else i
    return found


def rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The most of the pairs, whose first parts rise, whose second parts rise too."""
    tops: list[int] = []  # the least second part that a chain of each length can end with
    chain: list[int] = []
    before: list[int] = []
    for k, (_, j) in enumerate(pairs):
        length = bisect_left(tops, j)
        before.append(chain[length - 1] if length else -1)
        tops[length : length + 1], chain[length : length + 1] = [j], [k]
    k = chain[-1] if chain else -1
    found = []
    while k >= 0:
        found.append(pairs[k])
        k = before[k]
    return found[::-1]


def _longest(one: Sequence[int], other: Sequence[int]) -> Iterator[Pair]:
    """The longest common subsequence."""
    from rapidfuzz.distance import LCSseq

    for block in LCSseq.opcodes(one, other):
        if block.tag == "equal":
            yield from zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)


def similarity(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """How much of both they have in common, in whatever order, from 0 to 1."""
    return 2 * (Counter(one) & Counter(other)).total() / max(len(one) + len(other), 1)
