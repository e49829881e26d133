"""One verdict for several conflicts that are chosen together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QPushButton, QToolButton, QVBoxLayout, QWidget

from factcheck.values import Decision
from ui.conflicts import Entry
from ui.plain import PlainLabel, confirmed, tool_tip
from ui.translation import tr, trn
from ui.wording import decision_words

MANY = 20
"""More than this must be counted by the person who decides them together."""

TOGETHER = (Decision.NOT_A_CONFLICT, Decision.UNKNOWN)


class BulkBar(QWidget):
    """Shown while several conflicts are chosen: how many, and what can be decided about all of them."""

    wanted = Signal(object)  # Decision

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Several conflicts"))
        self.count = PlainLabel()
        self.buttons = {decision: QPushButton(decision_words(decision)) for decision in TOGETHER}
        row = QHBoxLayout()
        row.setSpacing(6)
        for decision, button in self.buttons.items():
            button.setAccessibleName(tr("All chosen: {verdict}", verdict=decision_words(decision)))
            button.clicked.connect(lambda _=False, decision=decision: self.wanted.emit(decision))
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 4)
        layout.setSpacing(6)
        layout.addWidget(self.count)
        layout.addLayout(row)
        self.assign = QToolButton()
        self.assign.setText(tr("Assign…"))
        self.assign.setAccessibleName(tr("Assign all chosen"))
        self.assign.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.join = QPushButton(tr("Join the questions…"))
        self.join.setToolTip(tool_tip(tr("They are one question  ( G )")))
        more = QHBoxLayout()
        more.setSpacing(6)
        more.addWidget(self.assign)
        more.addWidget(self.join, 1)
        layout.addLayout(more)
        self.show_count(0)

    def show_count(self, count: int, rows: int = 0) -> None:
        """So many conflicts are chosen, and so many rows with a question, conflicts among them."""
        self.count.setText(
            trn("{count} conflict chosen", "{count} conflicts chosen", count)
            if count >= rows
            else trn("{count} question chosen", "{count} questions chosen", rows)
        )
        for button in self.buttons.values():
            button.setVisible(count > 1)
        self.setVisible(max(count, rows) > 1)


def agreed(parent: QWidget, decision: Decision, entries: Sequence[Entry]) -> bool:
    """Ask once before all of these get one verdict; more than MANY are counted by the person."""
    count, words = len(entries), decision_words(decision)
    replaced = sum(entry.verdict is not None for entry in entries)
    question = trn("“{verdict}” for {count} conflict?", "“{verdict}” for {count} conflicts?", count, verdict=words)
    told = [tr("Each of them gets this verdict without a note; one step takes all of them back.")]
    if replaced:
        told.append(
            trn("{count} of them has a verdict that goes.", "{count} of them have a verdict that goes.", replaced)
        )
    if count <= MANY:
        return confirmed(parent, question, " ".join(told), words)
    asked = f"{question}\n{' '.join(told)}\n" + tr("Type how many there are to go on:")
    typed, accepted = QInputDialog.getText(parent, tr("Several conflicts"), asked)
    return bool(accepted) and typed.strip() == str(count)
