"""Waits for an edit that is refused because somebody else was quicker, and lets the person choose."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from factcheck.errors import StaleEdit
from ui.bridge import Bridge


class StaleDesk(QObject):
    """Opens the dialog when an edit is refused, and makes it once more when the person insists."""

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._window = bridge, window
        bridge.ledger.edit_was_stale.connect(self.show)

    def show(self, stale: StaleEdit) -> None:
        from ui.stale import StaleDialog  # it brings the history and with it the analysis: 170 ms of the first paint

        dialog = StaleDialog(self._window, stale, self._bridge.ledger.reviewer, self._bridge.scales())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._bridge.ledger.insist)
        dialog.open()
