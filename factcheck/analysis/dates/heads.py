"""What a compiled pattern can begin with, so that only the rules a word may open are tried at it.

The language is that of `patterns`: classes of codes in brackets, groups, alternatives, `?`, `*`, and `(?!)` for what
never matches.
"""

from __future__ import annotations

Heads = tuple[set[str], bool, int]
"""The codes a part may begin with, whether it may be empty, and where it ends."""


def heads(expression: str) -> frozenset[str]:
    """The first characters of all that `expression` matches: "[ab]?(?:[c]|[d])" begins with a, b, c or d."""
    return frozenset(_alternatives(expression, 0)[0])


def _alternatives(expression: str, position: int) -> Heads:
    first, empty, position = _sequence(expression, position)
    while expression[position : position + 1] == "|":
        more, may_be_empty, position = _sequence(expression, position + 1)
        first, empty = first | more, empty or may_be_empty
    return first, empty, position


def _sequence(expression: str, position: int) -> Heads:
    first: set[str] = set()
    empty = True
    while position < len(expression) and expression[position] not in "|)":
        more, may_be_empty, position = _part(expression, position)
        if empty:
            first |= more
        empty = empty and may_be_empty
    return first, empty, position


def _part(expression: str, position: int) -> Heads:
    first: set[str] = set()
    empty = False
    if expression.startswith("(?!)", position):
        position += 4
    elif expression[position] == "[":
        end = expression.index("]", position)
        first, position = set(expression[position + 1 : end]), end + 1
    else:
        inside = expression.index(">" if expression.startswith("(?P", position) else ":", position) + 1
        first, empty, position = _alternatives(expression, inside)
        position += 1
    while expression[position : position + 1] in ("?", "*"):
        empty, position = True, position + 1
    return first, empty, position
