"""One verdict for several conflicts that are chosen together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QPushButton, QVBoxLayout, QWidget

from factcheck.values import Conflict, Decision
from ui.bridge import Bridge
from ui.conflicts import Entry
from ui.plain import PlainLabel, confirmed
from ui.translation import tr, trn
from ui.wording import decision_words

MANY = 20
"""More than this must be counted by the person who decides them together."""

TOGETHER = (Decision.NOT_A_CONFLICT, Decision.UNKNOWN)


class Together:
    """Gives several conflicts one verdict, and takes all of them back in one step."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._given: list[str] = []  # ids of the verdicts given together last

    def decide(self, conflicts: Sequence[Conflict], decision: Decision) -> int:
        """How many got it. What listens to the bridge hears of it once, at the end."""
        given = []
        with QSignalBlocker(self._bridge):
            for conflict in conflicts:
                verdict = self._bridge.decide(conflict, decision, None, "")
                if verdict is None:
                    break
                given.append(verdict)
        self._given = [verdict.id for verdict in given]
        self._bridge.review_changed.emit(self._bridge.review)
        if len(given) < len(conflicts):
            said = trn(
                "{count} verdict was saved, the rest was not.",
                "{count} verdicts were saved, the rest was not.",
                len(given),
            )
            self._bridge.problem_raised.emit(said)
        elif given:
            self._bridge.verdict_saved.emit(given[-1])
        return len(given)

    def undo(self) -> None:
        """Take back the last verdict, or all that were given together with it."""
        last = self._bridge.undoable
        if last is None or last.id not in self._given:
            self._bridge.undo()
            return
        before = last
        with QSignalBlocker(self._bridge):
            while self._bridge.undoable and self._bridge.undoable.id in self._given:
                before = self._bridge.undoable
                self._bridge.undo()
                if self._bridge.undoable is before:  # it could not be taken back
                    break
        self._bridge.review_changed.emit(self._bridge.review)
        self._bridge.verdict_withdrawn.emit(before)


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
        self.show_count(0)

    def show_count(self, count: int) -> None:
        self.count.setText(trn("{count} conflict chosen", "{count} conflicts chosen", count))
        self.setVisible(count > 1)


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
