"""Breaking a text into the few lines a painted row has for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics


def in_lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """The text broken at words into at most so many lines; what the last cannot hold is elided.

    Scripts without spaces are broken anywhere.
    """
    metrics, rest = QFontMetrics(font), text
    lines: list[str] = []
    while len(lines) < most - 1 and metrics.horizontalAdvance(rest) > width:
        cut = _fitting(rest, metrics, width)
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*lines, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def _fitting(text: str, metrics: QFontMetrics, width: int) -> int:
    """How many characters of a text fit, back to the last space if there is one; at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if metrics.horizontalAdvance(text[:middle]) <= width else (low, middle - 1)
    return text.rfind(" ", 0, low + 1) + 1 or low
