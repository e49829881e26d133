"""Five short tips over the sample case, shown once; Help shows them again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.announce import announce
from ui.plain import PlainLabel
from ui.theme import LIGHT, Theme
from ui.translation import tr

WIDTH, GAP, MARGIN, LINE = 330, 10, 16, 3  # pixels
FLAT = 3  # times as wide as high


@dataclass(frozen=True, slots=True)
class Tip:
    """What is pointed at (None while it is not shown), and what is said about it."""

    about: Callable[[], QWidget | None]
    title: str
    text: str


class Ring(QWidget):
    """Outlines the part of the window a tip is about; clicks go through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.theme = LIGHT
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.colour("accent"), LINE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(LINE / 2, LINE / 2, -LINE / 2, -LINE / 2), 6, 6)


class Tour(QWidget):
    """A card that goes from tip to tip. Enter goes on, Escape or the button leaves."""

    ended = Signal()

    def __init__(self, window: QWidget, tips: Sequence[Tip], theme: Theme) -> None:
        super().__init__(window)
        self._tips, self._at, self._theme = tuple(tips), -1, theme
        self._ring = Ring(window)
        self._ring.theme = theme
        self.setAccessibleName(tr("Tour"))
        self.title, self.text = PlainLabel("", "heading", wrap=True), PlainLabel("", wrap=True)
        self.count = PlainLabel("", "muted")
        self.leave, self.further = QPushButton(tr("Skip")), QPushButton(tr("Next"))
        self.further.setProperty("primary", "true")
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(self.leave)
        row.addWidget(self.further)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(8)
        for part in (self.title, self.text):
            column.addWidget(part)
        column.addLayout(row)
        self.setFixedWidth(WIDTH)
        self.leave.clicked.connect(self.end)
        self.further.clicked.connect(self.step)
        self._watched: list[QWidget] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._settle)
        self.step()

    def step(self) -> None:
        """The next tip about something that is shown; after the last the tour ends."""
        self._at += 1
        while self._at < len(self._tips) and self._place() is None:
            self._at += 1
        if self._at >= len(self._tips):
            self.end()
            return
        tip = self._tips[self._at]
        self.title.setText(tip.title)
        self.text.setText(tip.text)
        self.count.setText(tr("{at} of {of}", at=self._at + 1, of=len(self._tips)))
        last = self._at == len(self._tips) - 1
        self.further.setText(tr("Done") if last else tr("Next"))
        self.leave.setVisible(not last)
        self._watch()
        self._settle()
        self.further.setFocus()
        announce(self, f"{tip.title}. {tip.text}")

    def end(self) -> None:
        self._later.stop()
        self._unwatch()
        for part in (self._ring, self):
            part.hide()
            part.deleteLater()
        self.ended.emit()

    def set_theme(self, theme: Theme) -> None:
        self._theme = self._ring.theme = theme
        for part in (self, self._ring):
            part.update()

    def _watch(self) -> None:
        """Follow the part, and all that it stands in: its place changes when its neighbours grow."""
        self._unwatch()
        part = self._tips[self._at].about()
        while part is not None:
            part.installEventFilter(self)
            self._watched.append(part)
            part = None if part.isWindow() else part.parentWidget()

    def _unwatch(self) -> None:
        for part in self._watched:
            part.removeEventFilter(self)
        self._watched = []

    def _place(self) -> QRect | None:
        """Where what is seen of the part the tip is about stands in the window."""
        about = self._tips[self._at].about()
        if about is None or not about.isVisible():
            return None
        seen = QRect(about.mapTo(self.window(), QPoint(0, 0)), about.size())
        around = about.parentWidget()
        while around is not None:
            seen &= QRect(around.mapTo(self.window(), QPoint(0, 0)), around.size())
            around = None if around.isWindow() else around.parentWidget()
        return seen if seen.isValid() else None

    def _settle(self) -> None:
        """Stand beside the part, where there is room."""
        place = self._place() if 0 <= self._at < len(self._tips) else None
        if place is None:
            return
        self._ring.setGeometry(place)
        layout = self.layout()
        assert layout is not None
        self.setFixedHeight(layout.totalHeightForWidth(WIDTH))  # adjustSize would cut a third line
        self.move(beside(place, self.size(), self.window().rect()))
        for part in (self._ring, self):
            part.show()
            part.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("border"), 1))
        painter.setBrush(self._theme.colour("paper"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.step()
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # while a tip is read, single letters do nothing
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._later.start()  # when all that moves with it has its place
        return super().eventFilter(watched, event)


def beside(place: QRect, card: QSize, window: QRect) -> QPoint:
    """Where the card stands: right or left of the part, below or above a flat one, else within its lower end."""
    room = window.adjusted(GAP, GAP, -GAP, -GAP)
    middle = place.center().x() - card.width() // 2
    right, left = place.right() + GAP, place.left() - GAP - card.width()
    at_sides = QPoint(right, place.top() + GAP), QPoint(left, place.top() + GAP)
    level = QPoint(middle, place.bottom() + GAP), QPoint(middle, place.top() - GAP - card.height())
    for at in (*level, *at_sides) if place.width() > FLAT * place.height() else (*at_sides, *level):
        x = max(room.left(), min(at.x(), room.right() - card.width()))
        y = max(room.top(), min(at.y(), room.bottom() - card.height()))
        if not QRect(QPoint(x, y), card).intersects(place):
            return QPoint(x, y)
    inside = place.bottom() - 2 * GAP - card.height()
    return QPoint(max(room.left(), middle), max(room.top(), min(inside, room.bottom() - card.height())))
