"""Words in the room there is for them: what does not fit ends in an ellipsis, and all of it is in the tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ui.lines import in_lines
from ui.plain import PlainLabel, tool_tip

LEAST = 120  # pixels of a line


class Elided(PlainLabel):
    """A label of at most `lines` lines. With one line it is no wider than its words; with more it takes the width."""

    def __init__(self, role: str = "", lines: int = 1) -> None:
        super().__init__(role=role)
        self._whole, self._lines = "", lines
        across = QSizePolicy.Policy.Maximum if lines == 1 else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)

    def show_words(self, words: str) -> None:
        self._whole = words
        self.setToolTip(tool_tip(words))
        self.setAccessibleName(words)
        self.updateGeometry()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, self._height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _height(self) -> int:
        """All its lines, so that what stands around it stays where it is."""
        return self.fontMetrics().lineSpacing() * self._lines

    def _fit(self) -> None:
        self.setText("\n".join(in_lines(self._whole, self.font(), self.width(), self._lines)))
