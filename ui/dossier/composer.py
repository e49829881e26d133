"""Where words to others are typed: a draft on disk within two seconds, an act when they are sent."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.dossier.fields import Growing, Link
from ui.translation import tr
from ui.verdict import DRAFT_AFTER, DRAFT_AT_LATEST


class Composer(QWidget):
    """A field with its button. Tells what is to be kept and what is to be sent; stores nothing."""

    kept = Signal(str)  # the words as they are by now, for the draft
    sent = Signal(str)
    left = Signal()  # it is not wanted any more

    def __init__(self, *, leavable: bool) -> None:
        super().__init__()
        self._edited = False  # since it was last handed over
        self._wordless = False
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_AFTER)
        self._longest = QTimer(self, singleShot=True, interval=DRAFT_AT_LATEST)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.keep)
        self.field = Growing("", least=2, most=12)
        self.button = QPushButton()
        self.leave = Link(tr("Cancel"))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addLayout(row)
        self.leave.setVisible(leavable)
        self.field.textChanged.connect(self._note_edited)
        self.button.clicked.connect(self.send)
        self.leave.clicked.connect(self.left)
        self.dress("", "")

    def dress(self, name: str, button: str, placeholder: str = "", *, wordless: bool = False) -> None:
        """What it is for; `wordless` when it can be sent without a word."""
        self._wordless = wordless
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(placeholder or name)
        self.field.fit()
        self.button.setText(button)
        self.button.setAccessibleName(f"{name}: {button}")
        self._offer()

    def fill(self, text: str) -> None:
        """Show a draft, without keeping it once more."""
        self.field.blockSignals(True)
        self.field.set_text(text)
        self.field.blockSignals(False)
        self.field.fit()
        self._edited = False
        self._offer()

    @property
    def text(self) -> str:
        return self.field.text()

    def keep(self) -> None:
        """Hand the words over for the disk if they were edited since they last were."""
        self._pause.stop()
        self._longest.stop()
        if self._edited:
            self._edited = False
            self.kept.emit(self.text)

    def send(self) -> None:
        if self.button.isEnabled():
            self.keep()
            self.sent.emit(self.text.strip())

    def focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_edited(self) -> None:
        self._edited = True
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()
        self._offer()

    def _offer(self) -> None:
        self.button.setEnabled(self._wordless or bool(self.text.strip()))
