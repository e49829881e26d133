"""Why it is no conflict: one quiet line below the choices, and the menu of grounds behind it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidgetAction

from factcheck.values import Decision, Ground, Verdict
from ui.plain import PlainLabel, tool_tip
from ui.translation import tr
from ui.wording import ground_words

HEADING = (10, 6, 10, 4)  # pixels around the words above the grounds
SIDE = 12  # pixels that the words leave at the edges, together
DISMISSALS = (Decision.ALL_HOLD, Decision.NOT_A_CONFLICT)
"""The decisions that a ground belongs to."""


class GroundLine(QPushButton):
    """Shown after a dismissal. Its menu opens at any conflict: a ground chosen there dismisses it."""

    ground_chosen = Signal(object)  # Ground

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "link")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._said = ""
        self.clicked.connect(self.open)
        self.show_verdict(None)

    def show_verdict(self, verdict: Verdict | None) -> None:
        dismissed = verdict is not None and verdict.decision in DISMISSALS
        self._ground = verdict.ground if verdict and dismissed else None
        self._said = tr("because {ground}", ground=ground_words(self._ground)) if self._ground else tr("because …")
        self.setAccessibleName(self._said)
        self.setToolTip(tool_tip(self._said))
        self.setVisible(dismissed)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        key = "  ( B )"
        metrics = QFontMetrics(self.font())
        room = self.width() - metrics.horizontalAdvance(key) - SIDE
        self.setText(metrics.elidedText(self._said, Qt.TextElideMode.ElideRight, room) + key)

    def menu_of_grounds(self) -> QMenu:
        menu = QMenu(self)
        menu.setTitle(tr("Why it is no conflict"))
        menu.setAccessibleName(menu.title())
        heading = QWidgetAction(menu)
        heading.setDefaultWidget(_heading(menu.title()))
        heading.setEnabled(False)
        menu.addAction(heading)
        for ground in Ground:
            action = menu.addAction(ground_words(ground))
            action.setCheckable(True)
            action.setChecked(ground is self._ground)
            action.triggered.connect(lambda _=False, ground=ground: self.ground_chosen.emit(ground))
        menu.setActiveAction(menu.actions()[1])  # below the heading
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def open(self) -> None:
        self.menu_of_grounds().popup(self.mapToGlobal(QPoint(0, 0)))


def _heading(words: str) -> PlainLabel:
    """What the menu asks: opened by its key it stands beside nothing that would tell."""
    label = PlainLabel(words, role="muted")
    label.setContentsMargins(*HEADING)
    return label
