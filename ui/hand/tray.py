"""The tray: what has lost its words waits here until a person gives it a place or takes it away."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.anchors import CONTEXT
from ui.hand.lost import Lost
from ui.plain import PlainLabel, isolated
from ui.translation import tr, trn

MOST_SAID = 400  # characters of a note that are shown


class TrayLine(QToolButton):
    """At the foot of the list while something has no place."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "link")
        self.setToolTip(tr("What people left on words that are not found any more"))
        self.show_count(0)

    def show_count(self, count: int) -> None:
        self.setText(trn("{count} thing has lost its words…", "{count} things have lost their words…", count))
        self.setVisible(count > 0)


class Tray(QDialog):
    """Each thing with what it was, its old words in context, and what can be done about it."""

    place_wanted = Signal(object)  # Lost
    gone = Signal(object)  # Lost, to be taken away

    def __init__(self, parent: QWidget, things: Sequence[Lost]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What has lost its words"))
        self.rows: list[TrayRow] = []
        told = tr("The words are not found for certain, or are said to be no claim. Nothing of it is gone.")
        self._inside = QWidget()
        self._inside.setProperty("role", "paper")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(14, 4, 14, 4)
        self._column.setSpacing(0)
        self._column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self._inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(told, wrap=True))
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)
        self.resize(640, 460)
        self.show_things(things)

    def show_things(self, things: Sequence[Lost]) -> None:
        """Show these; the dialog closes when nothing is left."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for thing in things:
            row = TrayRow(thing, is_first=not self.rows)
            row.place.clicked.connect(lambda _=False, thing=thing: self._place(thing))
            row.take_away.clicked.connect(lambda _=False, thing=thing: self.gone.emit(thing))
            self._column.insertWidget(len(self.rows), row)
            self.rows.append(row)
        if not self.rows:
            self.accept()
        else:
            self.rows[0].place.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard; there is none of its own."""
        pressed = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(pressed, QPushButton):
            pressed.click()
        else:
            super().keyPressEvent(event)

    def _place(self, thing: Lost) -> None:
        self.accept()
        self.place_wanted.emit(thing)


class TrayRow(QFrame):
    """One thing without a place."""

    def __init__(self, thing: Lost, *, is_first: bool) -> None:
        super().__init__()
        self.thing = thing
        self.setAccessibleName(thing.what)
        what = PlainLabel(thing.what, "heading", wrap=True)
        self.place = QPushButton(tr("Place it…"))
        self.place.setAccessibleName(tr("Place it: {what}", what=thing.what))
        self.take_away = QPushButton(tr("Take it away"))
        self.take_away.setAccessibleName(tr("Take it away: {what}", what=thing.what))
        for button in (self.place, self.take_away):
            button.setAutoDefault(False)
        parts: list[QWidget] = [what]
        if thing.anchors:
            words = PlainLabel(in_context(thing), wrap=True)
            words.setAccessibleName(tr("The words it stood on"))
            parts.append(words)
        if thing.why:
            parts.append(PlainLabel(thing.why, wrap=True))
        if thing.said:
            parts.append(PlainLabel(thing.said[:MOST_SAID], "muted", wrap=True))
        if thing.who:
            parts.append(PlainLabel(tr("by {name}", name=isolated(thing.who)), "muted"))
        left = QVBoxLayout()
        left.setSpacing(3)
        for part in parts:
            left.addWidget(part)
        row = QHBoxLayout()
        row.setContentsMargins(0, 10, 0, 12)
        row.setSpacing(10)
        row.addLayout(left, 1)
        row.addWidget(self.place, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.take_away, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if not is_first:
            rule = QFrame()
            rule.setProperty("role", "rule")
            rule.setFixedHeight(1)
            column.addWidget(rule)
        column.addLayout(row)


def in_context(thing: Lost) -> str:
    """The old words between those that stood beside them: "… of them [seven people] were hurt …"."""
    anchor = thing.anchors[0]
    before, after = (re.sub(r"\s+", " ", part) for part in (anchor.prefix, anchor.suffix))
    if len(before) >= CONTEXT:  # cut within a word
        before = before.partition(" ")[2]
    if len(after) >= CONTEXT:
        after = after.rpartition(" ")[0]
    words = " ".join(anchor.quote.split())
    shown = words if len(words) <= 160 else words[:160].rsplit(" ", 1)[0] + " …"
    more = len(thing.anchors) - 1
    told = f"… {before}{tr('“{answer}”', answer=shown)}{after} …"
    return f"{told} {trn('and {count} more passage', 'and {count} more passages', more)}" if more else told
