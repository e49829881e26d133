"""One key for all spellings of a word: colour and color, twelve and 12, cannot and can't."""

from __future__ import annotations

import re
from functools import cache

from factcheck.shipped import lexicon


@cache
def _table() -> dict[str, str]:
    return dict(lexicon("spellings")["same"])


_RULES = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"is(e|ed|es|ing|er|ers|ation|ations)$", r"iz\1"),
        (r"ys(e|ed|es|ing)$", r"yz\1"),
        (r"(?<=[a-z]{2})our(?=$|s$|ed$|ing$|ite|able|ful|less|er|ist|hood)", "or"),
        (r"ll(ed|ing|er|ers|or|ors)$", r"l\1"),
        (r"(?<=[a-z]{3})tre(s?)$", r"ter\1"),
        (r"(?<=[a-z]{3})ogue(s?)$", r"og\1"),
        (r"(?<=[def])ence$", "ense"),
    )
)


@cache
def canonical(word: str) -> str:
    """The form under which spellings of one word meet: `Colour` and `color`, `twelve` and `12`, `don’t` and `don't`."""
    key = word.lower().replace("’", "'").replace("‘", "'").replace(",", "")
    if key in _table():
        return _table()[key]
    tens, _, ones = key.partition("-")
    if ones in _table() and _table().get(tens, "").endswith("0"):
        return _table()[tens][:-1] + _table()[ones]  # "twenty-five"
    stem, owner, rest = key.partition("'s")
    stem = _table().get(stem, stem)
    for rule, new in _RULES:
        stem = rule.sub(new, stem)
    return stem + owner + rest
