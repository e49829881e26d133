"""Hands for a dialog that keeps its opener waiting until it is closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

LOOKS, PAUSE = 500, 20  # so often, so many milliseconds apart


def in_next_dialog(act: Callable[[QDialog], object], looks: int = LOOKS) -> None:
    """Do something in the dialog that opens next, once the keyboard is its own; until then keys reach the window.

    Should that fail the dialog is closed, so that the test fails and does not hang.
    """

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not (isinstance(dialog, QDialog) and dialog.isActiveWindow()):
            assert looks, "no dialog was opened"
            in_next_dialog(act, looks - 1)
            return
        try:
            act(dialog)
        except BaseException:
            dialog.reject()
            raise

    QTimer.singleShot(0 if looks == LOOKS else PAUSE, look)
