"""Text that came from outside is only ever shown as plain text: Qt's labels and tool tips would load its images."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget


class PlainLabel(QLabel):
    """A label that never takes its text for markup. `role` is "title", "heading", "muted" or "error"."""

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)


def isolated(name: str) -> str:
    """A name within a sentence of ours, whose direction it must not turn: one in Arabic would."""
    return f"\u2068{name}\u2069"


def tool_tip(text: str) -> str:
    """A tool tip that shows exactly this text, broken into lines where needed."""
    return f"<qt>{escape(text)}</qt>" if text else ""


def confirmed(parent: QWidget, question: str, explained: str, yes: str) -> bool:
    """Ask before something is thrown away; the safe answer is the default."""
    box = QMessageBox(QMessageBox.Icon.Question, question, question, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(explained)
    accepting = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    return box.clickedButton() is accepting
