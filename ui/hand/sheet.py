"""A small dialog beside the words it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLayout, QVBoxLayout, QWidget

from factcheck.values import Change
from ui.plain import PlainLabel
from ui.translation import tr

Record = Callable[[Sequence[Change]], bool]
"""Writes changes down; False when that failed."""

WIDTH = 420
BESIDE = 8  # pixels between the words and the dialog


class Sheet(QDialog):
    """Asks what is to be done. It stays open, with all that was typed, until that is recorded or given up."""

    def __init__(self, parent: QWidget, title: str, yes: str, record: Record) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._record = record
        self.fault = PlainLabel("", "error", wrap=True)
        self.fault.setAccessibleName(tr("What is wrong"))
        self.fault.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.yes = self.buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self.fault)
        self._column.addWidget(self.buttons)
        self.setMinimumWidth(WIDTH)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.yes.setDefault(True)  # only a button that stands in its dialog becomes the one of the Enter key

    def add(self, *parts: QWidget | QLayout) -> None:
        """Above the buttons."""
        for part in parts:
            place = self._column.count() - 2
            if isinstance(part, QLayout):
                self._column.insertLayout(place, part)
            else:
                self._column.insertWidget(place, part)

    def add_answer(self, words: str, changes: Callable[[], Sequence[Change]]) -> None:
        """One more button, which records something else."""
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._finish(changes()))

    def changes(self) -> Sequence[Change]:
        """What is to be recorded. Raises ValueError, in words for the person, for what cannot be."""
        raise NotImplementedError

    def keep_typed(self) -> None:
        """The program ends before the person has answered: record what would be missed most, if it can be."""

    def accept(self) -> None:
        try:
            changes = self.changes()
        except ValueError as why:
            self.show_fault(str(why))
            return
        self._finish(changes)

    def _finish(self, changes: Sequence[Change]) -> None:
        if not changes or self._record(changes):
            super().accept()
        else:
            self.show_fault(tr("It was not saved. The message above the articles says why."))

    def show_fault(self, why: str) -> None:
        self.fault.setText(why)
        self.fault.setVisible(bool(why))

    def open_at(self, place: QPoint | None) -> None:
        """Open below this place of the screen, else above it; anywhere when there is none."""
        self.adjustSize()
        if place is not None:
            self.move(_inside(self, place))
        self.open()


def _inside(dialog: QWidget, place: QPoint) -> QPoint:
    """Where the dialog is wholly on the screen, as near to the place as can be without covering it."""
    screen = dialog.screen().availableGeometry()
    size = dialog.sizeHint().expandedTo(dialog.minimumSize())
    left = max(screen.left(), min(place.x(), screen.right() - size.width()))
    below = place.y() + BESIDE
    top = below if below + size.height() <= screen.bottom() else max(screen.top(), place.y() - size.height() - 40)
    return QPoint(left, top)
