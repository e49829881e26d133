"""The bar above the articles: which view is shown, and the way to everything else."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget


class TopBar(QWidget):
    """Buttons for some of the window's actions: the views as one switch on the left, the rest on the right."""

    def __init__(self, name: str, views: Iterable[QAction], others: Iterable[QAction]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(4)
        for action in views:
            row.addWidget(_button(action, "tab"))
        row.addStretch()
        for action in others:
            row.addWidget(_button(action, "tool"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().window())
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.palette().midlight())


def _button(action: QAction, role: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setProperty("flat", "true")
    button.setProperty("role", role)
    button.setToolButtonStyle(
        Qt.ToolButtonStyle.ToolButtonTextOnly if role == "tab" else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    )
    button.setAccessibleName(action.text().rstrip("…"))
    return button
