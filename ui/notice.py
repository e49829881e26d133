"""A quiet bar above the articles: what an import left out, where a report was written. It waits to be dismissed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.plain import PlainLabel
from ui.theme import LIGHT, Theme
from ui.translation import tr

MOST_LINES = 6


class Notice(QWidget):
    """One message at a time: a line or several, perhaps with one thing to do about it."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = LIGHT
        self._do: Callable[[], object] | None = None
        self.setAccessibleName(tr("Notice"))
        self.text = PlainLabel(wrap=True)
        self.text.setAccessibleName(tr("Message"))
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = QPushButton()
        self.dismiss = QToolButton()
        self.dismiss.setText("×")
        self.dismiss.setProperty("flat", "true")
        self.dismiss.setAccessibleName(tr("Dismiss the message"))
        row = QHBoxLayout()
        row.setContentsMargins(18, 7, 10, 8)
        row.addWidget(self.text, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self.dismiss.clicked.connect(self.hide)
        self.action.clicked.connect(self._act)
        self.hide()

    def tell(self, lines: Sequence[str], action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show these lines, with a button that does `do`."""
        shown = list(lines[:MOST_LINES])
        if len(lines) > MOST_LINES:
            shown.append(tr("… and {count} more", count=len(lines) - MOST_LINES))
        self.text.setText("\n".join(shown))
        self.text.setToolTip("")
        self._do = do
        self.action.setText(action)
        self.action.setVisible(do is not None)
        self.show()

    def hide_about(self, do: Callable[[], object]) -> None:
        """Hide the message that offers to do this: it is being done."""
        if self._do == do:
            self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("chosen"))
        painter.fillRect(0, 0, 3, self.height(), self._theme.colour("accent"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("rule"))

    def _act(self) -> None:
        if self._do is not None:
            self._do()
