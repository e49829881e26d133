"""A selection that begins or ends within a word, widened to whole words. Pure."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from factcheck.values import Span

UNSPACED = ("CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts whose words no blank sets apart, or (Hangul) that write particles onto them: a person says where one ends."""

APOSTROPHES = "'’ʼ＇"
POINTS = ".,:/’'٫٬\u202f\u00a0"
"""What stands between the digits of one number, time or date."""


def whole_words(text: str, span: Span) -> Span:
    """The span without white space at its ends, and with all of the words it begins and ends within."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = max(start, span.start + len(words.rstrip()))
    if start == end:
        return Span(start, end)
    while _within(text, start):
        start -= 1
    while _within(text, end):
        end += 1
    return Span(start, end)


def _within(text: str, at: int) -> bool:
    """Whether the place before the code point `at` is one within a word."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if _clings(after):  # a combining character is never taken from the one it stands on
        return not before.isspace()
    if _clings(before):
        return _base(text, at) and _is_spaced(after)
    if _is_spaced(before) and _is_spaced(after):
        return True
    return _joins(text, at) or _joins(text, at - 1)


def _joins(text: str, at: int) -> bool:
    """Whether the sign at this place stands within one word or number: “don’t”, “1,100”."""
    if not 0 < at < len(text) - 1:
        return False
    before, sign, after = text[at - 1], text[at], text[at + 1]
    if before.isdigit() and after.isdigit():
        return sign in POINTS
    return sign in APOSTROPHES and _is_letter(before) and _is_letter(after)


def _base(text: str, at: int) -> bool:
    """Whether what the combining characters before this place stand on belongs to a spaced word."""
    while at > 0 and _clings(text[at - 1]):
        at -= 1
    return at > 0 and _is_spaced(text[at - 1])


def _is_letter(sign: str) -> bool:
    return (_is_spaced(sign) and not sign.isdigit()) or _clings(sign)


@lru_cache(maxsize=4096)
def _clings(sign: str) -> bool:
    """Combining characters, soft hyphens and joiners."""
    return unicodedata.category(sign) in {"Mn", "Mc", "Me"} or sign in "\u00ad\u200c\u200d\u2060"


@lru_cache(maxsize=4096)
def _is_spaced(sign: str) -> bool:
    """A letter or digit of a script that sets its words apart with blanks."""
    if unicodedata.category(sign)[0] not in "LN":
        return False
    return not unicodedata.name(sign, "").startswith(UNSPACED)
