"""The waiting cursor, while much is written at one stroke."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

MOST_AT_ONCE = 200
"""Acts at one stroke that take longer to write and to show than a moment: a thousand take a third of a second."""


@contextmanager
def waiting(acts: int) -> Iterator[None]:
    """Show that the program is at work while so many acts are written; a few are done before one could see it."""
    if acts <= MOST_AT_ONCE:
        yield
        return
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
