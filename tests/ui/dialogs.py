"""Hands for a dialog that keeps its opener waiting until it is closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

LOOKS, PAUSE = 500, 20  # so often, so many milliseconds apart
LONGEST = 20_000  # milliseconds that a dialog stands before it is closed from outside


def in_next_dialog(act: Callable[[QDialog], object], looks: int = LOOKS) -> None:
    """Do something in the dialog that opens next, once the keyboard is its own; until then keys reach the window.

    Whatever fails, the dialog is closed, so that the test fails and does not hang.
    """

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not (isinstance(dialog, QDialog) and dialog.isActiveWindow()):
            if looks:
                in_next_dialog(act, looks - 1)
                return
            if isinstance(dialog, QDialog):
                dialog.reject()
            raise AssertionError(f"no dialog got the keyboard; in front is {dialog}")
        QTimer.singleShot(LONGEST, dialog, lambda: _end(dialog))
        try:
            act(dialog)
        except BaseException:
            dialog.reject()
            raise

    QTimer.singleShot(0 if looks == LOOKS else PAUSE, look)


def _end(dialog: QDialog) -> None:
    if dialog.isVisible():
        dialog.reject()
        raise AssertionError(f"nobody closed the {type(dialog).__name__}")
