"""Where a link is typed that is to be evidence: its address, the archived copy, and the day it was read."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from factcheck.markdown import followable
from factcheck.values import Evidence, Stance
from ui.plain import PlainLabel
from ui.translation import tr


def problem_with(address: str) -> str:
    """Why an address cannot be taken; empty when it can, or when there is none."""
    fits = address.startswith(("http://", "https://")) and followable(address) and not set(address) & set(" \t\n")
    return "" if not address or fits else tr("An address begins with https:// or http://.")


def day_in(text: str) -> date | None:
    """The day that stands there as 2022-07-04; None for anything else."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


class LinkForm(QWidget):
    """The address, its archived copy and the day it was read, on three lines."""

    ready = Signal(object)  # Evidence
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.address = _line(tr("Address"), tr("Address: https://…"))
        self.archived = _line(tr("Archived copy"), tr("Archived copy, if there is one"))
        self.accessed = _line(tr("Read on"), tr("Read on, as 2022-07-04"))
        self.problem = PlainLabel(role="error", wrap=True)
        self.take, self.cancel = QToolButton(), QToolButton()
        self.take.setText(tr("Add the link"))
        self.cancel.setText(tr("Cancel"))
        row = QHBoxLayout()
        row.addStretch()
        for button in (self.take, self.cancel):
            button.setAccessibleName(button.text())
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self.address, self.archived, self.accessed, row, self.problem):
            layout.addLayout(part) if isinstance(part, QHBoxLayout) else layout.addWidget(part)
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self._leave)
        for line in (self.address, self.archived, self.accessed):
            line.returnPressed.connect(self._take)
        self._clear()

    def open(self) -> None:
        self.accessed.setText(date.today().isoformat())
        self.show()
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> bool:
        """Before a record is saved: take what is typed here. False when it cannot be taken, which is told here."""
        if self.isHidden() or not (self.address.text() or self.archived.text()):
            return True
        self._take()
        if self.problem.text():
            self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        return not self.problem.text()

    def _take(self) -> None:
        address, archived = self.address.text().strip(), self.archived.text().strip()
        day = day_in(self.accessed.text())
        problem = problem_with(address) or problem_with(archived)
        if not address:
            problem = tr("The address is missing.")
        elif not problem and self.accessed.text().strip() and day is None:
            problem = tr("The day is written as 2022-07-04.")
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if not problem:
            made = Evidence(uuid4().hex, Stance.SUPPORTS, url=address, archived=archived, accessed=day)
            self._leave()
            self.ready.emit(made)

    def _leave(self) -> None:
        self._clear()
        self.left.emit()

    def _clear(self) -> None:
        for line in (self.address, self.archived, self.accessed):
            line.clear()
        self.problem.hide()
        self.hide()


def _line(name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit(placeholderText=placeholder)
    line.setAccessibleName(name)
    return line
