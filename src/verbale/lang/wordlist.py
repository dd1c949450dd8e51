"""A word list is many words as one pattern that finds the longest of them, as fast for a thousand words as for ten."""

import re
from collections.abc import Iterable
from typing import TypeAlias

_Node: TypeAlias = "dict[str, _Node]"  # letter -> what may follow it; "" where a word ends

SPACE = r"[^\S\n]+"  # a space in a word is any white space within a paragraph


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest that fits; one that never matches where there are no words.

    Words that begin alike are written once as far as they are alike, so that a search reads each letter once. For a
    search in any case give the words in lower case.
    """
    root: _Node = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?:{_branches(root)})" if root else "(?!)"


def _branches(node: _Node) -> str:
    """The ways on from a node, single letters as one class."""
    ends = sorted(letter for letter, onward in node.items() if letter not in ("", " ") and list(onward) == [""])
    more = [letter for letter in sorted(node) if letter and letter not in ends]
    ways = [(SPACE if letter == " " else re.escape(letter)) + _onward(node[letter]) for letter in more]
    if ends:
        ways.append(re.escape(ends[0]) if len(ends) == 1 else f"[{''.join(map(re.escape, ends))}]")
    return "|".join(ways)


def _onward(node: _Node) -> str:
    if list(node) == [""]:
        return ""
    ways = _branches(node)
    return f"(?:{ways})?" if "" in node else ways if "|" not in ways else f"(?:{ways})"
