"""Keeps the switches of the reading area in the menus: which marks are shown, and whether articles scroll together."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from ui.plain import tool_tip
from ui.reading.area import ReadingArea
from ui.reading.shown import KINDS, STATUSES, Shown
from ui.state import State
from ui.translation import tr

_KEPT = "marks/hidden"


class ReadingSwitches(QObject):
    """The actions show what the area does; which marks are hidden is remembered for all cases."""

    def __init__(self, state: State, reading: ReadingArea, actions: Mapping[str, QAction]) -> None:
        super().__init__(reading)
        self._state, self._reading, self._actions = state, reading, actions
        self._words = actions["scroll_together"].text()
        reading.marks_changed.connect(self._show_marks)
        reading.together_offered.connect(self._offer_together)
        reading.show_only(Shown.read(state.read(_KEPT, "")))
        self._show_marks()
        self._offer_together(reading.tandem.hindrance)

    def _show_marks(self) -> None:
        shown = self._reading.shown_marks
        for name in (*STATUSES, *KINDS):
            self._actions[f"marks_{name}"].setChecked(name not in shown.hidden)
        self._actions["all_marks"].setEnabled(bool(shown.hidden))
        self._state.write(_KEPT, shown.written())

    def _offer_together(self, hindrance: str) -> None:
        """Grey with the reason beside it, rather than a switch that does nothing."""
        action = self._actions["scroll_together"]
        action.setEnabled(not hindrance)
        words = tr("{action} ({reason})", action=self._words, reason=hindrance) if hindrance else self._words
        action.setText(words)
        action.setToolTip(tool_tip(hindrance or action.statusTip()))
        action.setChecked(self._reading.tandem.is_on)
