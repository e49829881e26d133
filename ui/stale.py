"""Somebody changed a thing while a person was at it: both are shown side by side, and nothing typed is lost."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from factcheck.errors import StaleEdit
from factcheck.history import Difference, said_in
from factcheck.scales import Scale
from factcheck.values import Act, Reviewer, Verdict
from ui.compared import DECIDED, ComparedFields, differences
from ui.days import lately
from ui.plain import PlainLabel
from ui.told import told
from ui.translation import tr

WIDTH, MOST, SIDE = 720, 420, 20  # pixels: of the dialog, of the fields in it at most in height, of its margins


class StaleDialog(QDialog):
    """Theirs at the left, one's own at the right. Accepted: one's own is put on top."""

    def __init__(self, parent: QWidget, stale: StaleEdit, me: Reviewer, scales: tuple[Scale, ...] = ()) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Changed meanwhile"))
        theirs = stale.theirs[-1] if stale.theirs else None
        mine = _as_act(stale, me)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 16, SIDE, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(_what_happened(theirs, me), "heading"))
        column.addWidget(PlainLabel(tr("Nothing was replaced, and what you typed stays where it is.")))
        column.addLayout(_heads(theirs, mine))
        self.fields = ComparedFields(beside=True)
        self.fields.show_fields(_differences(theirs, mine, scales))
        self._area = _scrolled(self.fields)
        column.addWidget(self._area)
        self.buttons = QDialogButtonBox()
        own = theirs is not None and theirs.by.id == me.id
        kept = tr("Keep what is saved") if own else tr("Keep theirs")
        self.keep = self.buttons.addButton(kept, QDialogButtonBox.ButtonRole.RejectRole)
        self.put = self.buttons.addButton(tr("Put mine on top"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.put.setToolTip(tr("What was saved before stays in the history"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        self.setFixedWidth(WIDTH)
        self.keep.setDefault(True)
        self.keep.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as what differs: only now is it known in which letters."""
        for label in self.fields.findChildren(QLabel):
            label.ensurePolished()
        self._area.setFixedHeight(min(MOST, self.fields.heightForWidth(WIDTH - 2 * SIDE) + SIDE))
        self.adjustSize()
        super().showEvent(event)


def _what_happened(theirs: Act | None, me: Reviewer) -> str:
    if theirs is None:
        return tr("It was taken away while you were at it.")
    if theirs.by.id == me.id:
        return tr("You changed it in another window, or on another computer.")
    return tr("{name} changed it while you were at it.", name=theirs.by.name)


def _as_act(stale: StaleEdit, me: Reviewer) -> Act:
    """What was refused, as if it had been recorded now."""
    mine = stale.mine
    subject = mine.subject or ""
    return Act("", mine.sort, subject, mine.before, "", me, datetime.now(UTC), mine.content)


def _heads(theirs: Act | None, mine: Act) -> QGridLayout:
    """Who, when, and what became of it, on either side."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(2)
    saved = tr("Saved by {name}, {day}", name=theirs.by.name, day=lately(theirs.at, date.today())) if theirs else ""
    for side, (title, act) in enumerate(((saved, theirs), (tr("Yours, not saved yet"), mine))):
        grid.addWidget(PlainLabel(title, "muted"), 0, side)
        grid.addWidget(PlainLabel(told(act)[0] if act else tr("Taken away"), "name", wrap=True), 1, side)
        grid.setColumnStretch(side, 1)
    return grid


def _differences(theirs: Act | None, mine: Act, scales: tuple[Scale, ...]) -> tuple[Difference, ...]:
    """Field by field where both are verdicts; else the words that were given."""
    there, here = (said_in(theirs) if theirs else None), said_in(mine)
    if isinstance(there, Verdict) and isinstance(here, Verdict):
        return differences(there, here, scales, but=DECIDED)
    words = (told(theirs)[1] if theirs else "", told(mine)[1])
    return (Difference(tr("Words"), *words),) if any(words) else ()


def _scrolled(fields: QWidget) -> QScrollArea:
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(fields)
    return area
