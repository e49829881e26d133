"""How the parts of a window stand beside and below each other."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget


def stack(widget: QWidget, parts: Mapping[QWidget, bool]) -> None:
    """Lay parts out below each other without a gap; those that are True share what room is left."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part, grows in parts.items():
        column.addWidget(part, int(grows))


def columns(widths: Mapping[QWidget, int], grows: QWidget) -> QSplitter:
    """Parts beside each other, with their first widths in pixels; one of them takes what room is left."""
    splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
    for widget in widths:
        splitter.addWidget(widget)
    splitter.setStretchFactor(splitter.indexOf(grows), 1)
    splitter.setSizes(list(widths.values()))
    for widget in reversed(list(widths)):  # else screen readers are told the splitter's children in reverse
        widget.lower()
    return splitter
