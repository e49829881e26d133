"""How a script is read and set: its direction, the fonts that suit it, and what its length is counted in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from unicodedata import bidirectional

from PySide6.QtGui import QFont, QFontDatabase

from ui.theme import READING_PX, reading_font
from ui.translation import trn

# So many letters with a direction of their own decide; a foreign name in the headline does not.
_DECIDING = 100

# Blocks of letters -> the fonts made for them, the most bookish first; those the system lacks are passed over.
_ARABIC = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF))
_HEBREW = ((0x0590, 0x05FF), (0xFB1D, 0xFB4F))
_KANA = ((0x3040, 0x30FF),)
_HANGUL = ((0x1100, 0x11FF), (0xAC00, 0xD7AF))
_HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
_FAMILIES = (
    (_ARABIC, ("Noto Naskh Arabic", "Amiri", "Geeza Pro", "Traditional Arabic", "Noto Sans Arabic", "DejaVu Sans")),
    (_HEBREW, ("Noto Serif Hebrew", "Frank Ruehl CLM", "New Peninim MT", "David", "Noto Sans Hebrew", "DejaVu Sans")),
    (_KANA, ("Noto Serif CJK JP", "Source Han Serif", "Hiragino Mincho ProN", "Yu Mincho", "Noto Sans CJK JP")),
    (_HANGUL, ("Noto Serif CJK KR", "AppleMyungjo", "Batang", "Noto Sans CJK KR")),
    (_HAN, ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", "Noto Sans CJK SC")),
)
_EMOJI = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")
# No block begins before this letter, so that of most texts hardly a letter has to be looked at.
_FIRST = chr(min(low for blocks, _ in _FAMILIES for low, _ in blocks))
# This share of a text's letters makes it a text of that script.
_SHARE = 0.2


def is_right_to_left(text: str) -> bool:
    """Whether the first letters that have a direction mostly run from right to left."""
    if text.isascii():
        return False
    found: list[bool] = []
    for character in text:
        direction = bidirectional(character)
        if direction in ("L", "R", "AL"):
            found.append(direction != "L")
            if len(found) == _DECIDING:
                break
    return 2 * sum(found) > len(found)


def article_font(text: str, px: int = READING_PX) -> QFont:
    """The font an article is set in: the reading font, behind one of its own script where it has another one."""
    font = reading_font(px)
    if text.isascii():
        return font
    own = _installed(next((fonts for blocks, fonts in _FAMILIES if _share(text, blocks) >= _SHARE), ()))
    font.setFamilies([*own[:1], *font.families(), *_installed(_EMOJI)])
    return font


@lru_cache(maxsize=64)
def _length(text: str) -> tuple[int, bool]:
    """How many words a text has, or characters where words are not parted by spaces, and which of the two."""
    if _share(text, (*_HAN, *_KANA)) < _SHARE:
        return len(text.split()), True
    return sum(not character.isspace() for character in text), False


def length_words(text: str) -> str:
    """How long a text is: "412 words"; where words are not parted by spaces, "1,034 characters"."""
    count, in_words = _length(text)
    if in_words:
        return trn("{number} word", "{number} words", count, number=f"{count:,}")
    return trn("{number} character", "{number} characters", count, number=f"{count:,}")


def _share(text: str, blocks: tuple[tuple[int, int], ...]) -> float:
    """Which share of the letters at the beginning of a text lies in these blocks."""
    beginning = text[:2000]
    letters = [ord(character) for character in beginning if character >= _FIRST and character.isalpha()]
    there = sum(any(low <= letter <= high for low, high in blocks) for letter in letters)
    return there / max(1, sum(map(str.isalpha, beginning)))


def _installed(families: Iterable[str]) -> list[str]:
    known = _known()
    return [family for family in families if family in known]


@cache
def _known() -> frozenset[str]:
    return frozenset(QFontDatabase.families())
