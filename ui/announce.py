"""Speaking to screen readers, which see neither painted marks nor a row that was chosen by a key elsewhere."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say `text` when it has finished what it is saying."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # the first paint need not wait for them

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
