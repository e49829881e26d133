"""The fields a record is written in: texts that grow, a choice among a few, and the titles above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.flow import Flow
from ui.plain import PlainLabel, tool_tip
from ui.translation import tr

LINK = 5  # pixels at either side of a link's words
FRAME = 14  # pixels above and below the words of a field, together
FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class Growing(QPlainTextEdit):
    """Plain text, as high as its lines within bounds. Tab leaves it."""

    def __init__(self, name: str, placeholder: str = "", *, least: int = 1, most: int = 8) -> None:
        """`least` and `most` are lines."""
        super().__init__(placeholderText=placeholder)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # files dropped here are meant for the window
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines are wrapped
        self._least, self._most = least, most
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.fit())
        self.fit()

    def fit(self) -> None:
        """Take the height the words need."""
        lines = max(self._least, min(self._most, self._wanted()))
        height = lines * QFontMetrics(self.font()).lineSpacing() + FRAME
        if height != self.height():
            self.setFixedHeight(height)
        whole = self.document().size().height() <= self._most
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)

    def _wanted(self) -> int:
        """How many lines the words take, or what stands there while there are none."""
        if not self.document().isEmpty():
            return round(self.document().size().height())
        metrics, room = QFontMetrics(self.font()), QRect(0, 0, self.viewport().width(), 10_000)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.placeholderText()).height() // metrics.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.height())

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show another text; the cursor stays where it is in the same one."""
        if text != self.toPlainText():
            self.setPlainText(text)


@dataclass(frozen=True, slots=True)
class Option:
    """One of a few. `key` is what it stands for, `glyph` tells it apart without words."""

    key: str
    label: str
    glyph: str = ""
    meaning: str = ""


class OneOf(QWidget):
    """At most one of a few is chosen. One Tab stop; the arrow keys go through them, Space chooses and lets go."""

    changed = Signal()

    def __init__(self, title: str, options: Iterable[Option] = ()) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._title = title
        self.buttons: dict[str, QToolButton] = {}
        self._flow = Flow(self, gap=5)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.offer(options)

    @property
    def chosen(self) -> str:
        """The key of the chosen one, empty when none is."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Without telling anybody."""
        for each, button in self.buttons.items():
            button.setChecked(each == key)
        self._stop_at(key if key in self.buttons else next(iter(self.buttons), ""))

    def offer(self, options: Iterable[Option]) -> None:
        """Other options; none of them is chosen."""
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {option.key: self._button(option) for option in options}
        self._stop_at(next(iter(self.buttons), ""))

    def _button(self, option: Option) -> QToolButton:
        button = _Chip(f"{option.glyph} {option.label}" if option.glyph else option.label)
        button.setAccessibleName(f"{self._title}: {option.label}")
        button.setAccessibleDescription(option.meaning)
        button.setToolTip(tool_tip(option.meaning))
        button.clicked.connect(lambda on, key=option.key: self._take(key if on else ""))
        button.stepped.connect(lambda by, key=option.key: self._step(key, by))
        self._flow.addWidget(button)
        return button

    def _take(self, key: str) -> None:
        self.choose(key)
        self.changed.emit()

    def _step(self, key: str, by: int) -> None:
        keys = list(self.buttons)
        there = keys[(keys.index(key) + by) % len(keys)]
        self._stop_at(there)
        self.buttons[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, key: str) -> None:
        for each, button in self.buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == key else Qt.FocusPolicy.ClickFocus)


class _Chip(QToolButton):
    """A button with words that turn bold when it is chosen, in a room that is wide enough for both."""

    stepped = Signal(int)

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setText(words.replace("&", "&&"))
        self.setCheckable(True)
        self.setProperty("role", "choice")

    def sizeHint(self) -> QSize:
        font = self.font()
        font.setBold(True)
        room = QFontMetrics(font).horizontalAdvance(self.text().replace("&&", "&")) + 22
        return QSize(room, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*FORWARD, *BACK):
            self.stepped.emit(1 if event.key() in FORWARD else -1)
        else:
            super().keyPressEvent(event)


class Titled(QWidget):
    """A field under its title; what can be done with it stands at the title's right."""

    def __init__(self, title: str, field: QWidget, *beside: QWidget) -> None:
        super().__init__()
        self.field = field
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, -LINK, 0)
        head.setSpacing(6)
        head.addWidget(PlainLabel(title, role="muted"), 1)
        for widget in beside:
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(field)


class Section(QWidget):
    """A part of a page under its heading."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(0, 0, -LINK, 0)
        self._head.setSpacing(6)
        self.heading = PlainLabel(title, role="heading")
        self._head.addWidget(self.heading, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)
        self._layout.addLayout(self._head)

    def add_beside(self, widget: QWidget) -> None:
        """At the right of the heading."""
        self._head.addWidget(widget)

    def add(self, *parts: QWidget | QLayout) -> None:
        for part in parts:
            if isinstance(part, QLayout):
                self._layout.addLayout(part)
            else:
                self._layout.addWidget(part)


class Link(QToolButton):
    """A quiet button that looks like a link, no wider than its words; `name` says in full what it does."""

    def __init__(self, words: str, name: str = "") -> None:
        super().__init__()
        self.setText(words)
        self.setProperty("role", "link")
        self.setAccessibleName(name or words)
        self.setToolTip(tool_tip(name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        font = self.font()
        font.setBold(self.isCheckable())  # the checked one is
        return QSize(QFontMetrics(font).horizontalAdvance(self.text()) + 2 * LINK, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def in_order(layout: QLayout) -> Iterator[QWidget]:
    """What can have the keyboard in a layout, as it is read; Qt goes by the order in which widgets were made."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                yield widget
            inner = widget.layout()
        if inner is not None:
            yield from in_order(inner)


def listed(text: str, mark: str = "\n") -> tuple[str, ...]:
    """The entries of a list as it was typed, each once, in order."""
    return tuple(dict.fromkeys(" ".join(entry.split()) for entry in text.split(mark) if entry.strip()))


class Suggesting(Growing):
    """A text that shows a suggestion while it is empty. It is taken by its button or Ctrl+Space, never by itself."""

    def __init__(self, name: str, *, least: int = 1) -> None:
        super().__init__(name, least=least)
        self.suggestion = ""
        self.take = Link(tr("Take"), tr("{field}: take the suggestion", field=name))
        self.take.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # else Tab stops here, and what is typed judges
        self.take.setToolTip(tool_tip(tr("Takes over the suggestion (Ctrl+Space)")))
        self.take.clicked.connect(self.take_suggestion)
        self.textChanged.connect(self._offer)
        self._offer()

    def suggest(self, text: str) -> None:
        self.suggestion = text
        self.setPlaceholderText(text)
        self._offer()

    def take_suggestion(self) -> None:
        if self.suggestion and not self.toPlainText():
            self.setPlainText(self.suggestion)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.take_suggestion()
        else:
            super().keyPressEvent(event)

    def _offer(self) -> None:
        self.take.setVisible(bool(self.suggestion) and not self.toPlainText())
        self.fit()
