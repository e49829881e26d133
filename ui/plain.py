"""Text that came from outside is only ever shown as plain text: Qt's labels and tool tips would load its images."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from ui.translation import tr


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


class TypedConfirmation(QDialog):
    """Asks before much is thrown away: the button works when the word is typed that is asked for."""

    def __init__(self, parent: QWidget, question: str, explained: str, word: str, yes: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self._word = word
        asked = tr("Type {word} to go on:", word=word)
        self.field = QLineEdit()
        self.field.setAccessibleName(asked)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.yes = buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self.yes.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(question, "heading", wrap=True))
        layout.addWidget(PlainLabel(explained, wrap=True))
        layout.addWidget(PlainLabel(asked))
        layout.addWidget(self.field)
        layout.addWidget(buttons)
        self.setFixedWidth(480)
        self.field.textChanged.connect(lambda text: self.yes.setEnabled(text.strip() == self._word))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.field.setFocus()


def confirmed_by_typing(parent: QWidget, question: str, explained: str, word: str, yes: str) -> bool:
    dialog = TypedConfirmation(parent, question, explained, word, yes)
    accepted = bool(dialog.exec())
    dialog.deleteLater()
    return accepted
