"""The painted timeline: scrolled and zoomed by mouse and keyboard; one mark at a time is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from ui.announce import announce
from ui.plain import tool_tip
from ui.theme import Theme
from ui.timeline.lanes import Flag, Lane
from ui.timeline.layout import Placed
from ui.timeline.scene import MARGIN, Scene, Seen
from ui.translation import tr

ZOOM_STEP, MOST_ZOOM = 1.5, 400.0
CLOSE = 4  # pixels the mouse may move in a click


class Canvas(QAbstractScrollArea):
    """Says which mark is chosen and which a person wants to read."""

    mark_chosen = Signal(object)  # Placed
    mark_wanted = Signal(object)
    zoomed = Signal(float)  # 1 shows everything

    def __init__(self) -> None:
        super().__init__()
        self._scene = Scene()
        self._chosen: Placed | None = None
        self._spoken: Callable[[Placed], str] = lambda placed: placed.mark.moment.words
        self.zoom = 1.0
        self._grabbed: QPoint | None = None
        self._moved = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Timeline"))
        self.viewport().setMouseTracking(True)

    # --- what is shown ----------------------------------------------------------------------------

    def showing(self, lanes: Sequence[Lane], flags: Sequence[Flag], spoken: Callable[[Placed], str]) -> Iterator[None]:
        """Show these lanes, in steps of some milliseconds: until the last nothing is seen of them. `spoken` tells a
        mark in plain English, for tool tips and screen readers."""
        content = yield from self._scene.prepared(lanes, flags)
        kept = self._chosen.mark if self._chosen else None
        self._chosen = None
        self._scene.show(content)
        self._spoken = spoken
        self._arrange()
        self._chosen = self._scene.placed(kept) if kept else None

    def set_theme(self, theme: Theme) -> None:
        self._scene.brush.theme = theme
        self.viewport().update()

    def set_text_size(self, px: int) -> None:
        """`px` is the size of the interface's words."""
        self._scene.brush.set_text_size(px)
        self._arrange()

    @property
    def count(self) -> int:
        """How many marks there are."""
        return len(self._scene.order)

    def mark(self, number: int) -> Placed:
        """The mark with this number in the order of time; from the end where it is negative."""
        lane, at = self._scene.order[number]
        return self._scene.sheet.of(lane)[at]

    @property
    def chosen(self) -> Placed | None:
        return self._chosen

    def lane_of(self, placed: Placed) -> Lane:
        return self._scene.lanes[placed.lane]

    def _arrange(self) -> None:
        """Place everything anew for the zoom and the width there is."""
        width = max(200.0, self.viewport().width() - self._seen().left - 2 * MARGIN)
        chosen = self._scene.place_in_time(self._chosen) if self._chosen else None
        self._scene.arrange(width * self.zoom)
        self._chosen = self.mark(chosen) if chosen is not None else None
        self._set_bars()
        self.viewport().update()

    def _set_bars(self) -> None:
        seen, scene = self._seen(), self._scene
        room, height = seen.width - seen.left, seen.height - scene.top
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(scene.axis.width + 2 * MARGIN - room)) if self.zoom > 1 else 0)
        across.setPageStep(room)
        across.setSingleStep(40)
        down.setRange(0, max(0, round(scene.sheet.height - height)))
        down.setPageStep(height)
        down.setSingleStep(round(scene.brush.measures.row))

    # --- zoom -------------------------------------------------------------------------------------

    def zoom_by(self, factor: float, at: float | None = None) -> None:
        """Stretch the axis about a place of the viewport: by itself about the chosen mark, else the middle."""
        seen = self._seen()
        if at is None:
            at = self.place_of(self._chosen).x() if self._chosen else -1.0
            at = at if seen.left < at < seen.width else (seen.left + seen.width) / 2
        day = self._scene.axis.day(at + seen.origin)
        self.zoom = min(max(1.0, self.zoom * factor), MOST_ZOOM)
        self._arrange()
        self.horizontalScrollBar().setValue(round(self._scene.axis.x(day) + seen.left + MARGIN - at))
        self.zoomed.emit(self.zoom)

    def fit(self) -> None:
        """Show the whole axis."""
        self.zoom_by(0.0)

    # --- choosing ---------------------------------------------------------------------------------

    def choose(self, placed: Placed | None, *, tell: bool = True) -> None:
        """Choose a mark and bring it onto the screen."""
        self._chosen = placed
        self.viewport().update()
        self.setAccessibleDescription(self._spoken(placed) if placed else "")
        if placed is None:
            return
        self._show(placed)
        if tell:
            announce(self, self._spoken(placed))
            self.mark_chosen.emit(placed)

    def step(self, by: int) -> None:
        """The next mark in time, or with -1 the one before."""
        if not self.count:
            return
        at = self._scene.place_in_time(self._chosen) + by if self._chosen else (0 if by > 0 else self.count - 1)
        self.choose(self.mark(min(max(at, 0), self.count - 1)))

    def step_lane(self, by: int) -> None:
        """The mark nearest in time in the next lane, or with -1 in the one above."""
        if self._chosen is None:
            self.step(1)
            return
        lane = min(max(self._chosen.lane + by, 0), len(self._scene.lanes) - 1)
        here = self._chosen.box.center().x()
        if lane != self._chosen.lane:
            there = self._scene.sheet.of(lane)
            self.choose(min(there, key=lambda placed: abs(placed.box.center().x() - here)))

    def choose_lane(self, id: str) -> bool:
        """Choose the first mark of a conflict or group without telling anybody, none where it has no date; False
        then."""
        if self._chosen and self.lane_of(self._chosen).id == id:
            return True
        lane = next((number for number, lane in enumerate(self._scene.lanes) if id and lane.id == id), None)
        self.choose(self._scene.sheet.of(lane)[0] if lane is not None else None, tell=False)
        return lane is not None

    def _show(self, placed: Placed) -> None:
        """Scroll until a mark is seen."""
        across, down, seen = self.horizontalScrollBar(), self.verticalScrollBar(), self._seen()
        band, room = self._scene.sheet.bands[placed.lane], seen.width - seen.left
        box = placed.box.translated(MARGIN, 0)
        if box.left() < seen.across + MARGIN or min(box.right(), box.left() + 60) > seen.across + room - MARGIN:
            across.setValue(round(box.left() - room / 3))
        height = seen.height - self._scene.top
        if band.top < seen.down:
            down.setValue(round(band.top))
        elif band.top + band.height > seen.down + height:
            down.setValue(round(band.top + band.height - height))

    # --- places and painting ----------------------------------------------------------------------

    def mark_at(self, place: QPoint) -> Placed | None:
        """The mark under a place of the viewport."""
        return self._scene.mark_at(place, self._seen())

    def place_of(self, placed: Placed) -> QPointF:
        """The middle of a mark in the viewport."""
        seen, middle = self._seen(), placed.box.center()
        return QPointF(middle.x() - seen.origin, middle.y() + self._scene.top - seen.down)

    def _seen(self) -> Seen:
        view = self.viewport()
        return Seen(view.width(), view.height(), self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._scene.paint(painter, self._seen(), self._chosen, focused=self.hasFocus())
        painter.end()

    # --- mouse and keyboard -----------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._tell_place(event)
            return True
        return super().viewportEvent(event)

    def _tell_place(self, event: QHelpEvent) -> None:
        place, seen = event.pos(), self._seen()
        placed, flag = self.mark_at(place), self._scene.flag_at(place, seen)
        words = self._spoken(placed) if placed else self._scene.question_at(place, seen)
        if flag:
            words = tr("Published: {sources}", sources="; ".join(flag.told))
        QToolTip.showText(event.globalPos(), tool_tip(words), self.viewport())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grabbed, self._moved = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._grabbed is None:
            pointing = self.mark_at(here) or self._scene.aside_at(here, self._seen())
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor)
        elif self._moved or (here - self._grabbed).manhattanLength() > CLOSE:
            self._moved = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(self._grabbed.x() - here.x(), self._grabbed.y() - here.y())
            self._grabbed = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        placed = self.mark_at(event.position().toPoint())
        clicked = self._grabbed is not None and not self._moved
        self._grabbed = None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        aside = self._scene.aside_at(event.position().toPoint(), self._seen())
        if clicked and placed:
            self.choose(placed)
            self.mark_wanted.emit(placed)
        elif clicked and aside:
            self.choose(aside)

    def pan(self, across: int, down: int) -> None:
        """Move what is seen by so many pixels."""
        for bar, step in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(ZOOM_STEP ** (event.angleDelta().y() / 120), event.position().x())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        act = SHIFTED.get(Qt.Key(event.key())) if shifted else None
        act = act or KEYS.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act(self)

    def want_chosen(self) -> None:
        if self._chosen:
            self.mark_wanted.emit(self._chosen)

    def choose_end(self, at: int) -> None:
        """The first mark in time (0), or the last (-1)."""
        if self.count:
            self.choose(self.mark(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
        else:  # a scroll bar came or went
            self._set_bars()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()


Act = Callable[[Canvas], None]

KEYS: dict[Qt.Key, Act] = {
    Qt.Key.Key_Right: lambda canvas: canvas.step(1),
    Qt.Key.Key_Left: lambda canvas: canvas.step(-1),
    Qt.Key.Key_Down: lambda canvas: canvas.step_lane(1),
    Qt.Key.Key_Up: lambda canvas: canvas.step_lane(-1),
    Qt.Key.Key_Home: lambda canvas: canvas.choose_end(0),
    Qt.Key.Key_End: lambda canvas: canvas.choose_end(-1),
    Qt.Key.Key_Plus: lambda canvas: canvas.zoom_by(ZOOM_STEP),
    Qt.Key.Key_Equal: lambda canvas: canvas.zoom_by(ZOOM_STEP),
    Qt.Key.Key_Minus: lambda canvas: canvas.zoom_by(1 / ZOOM_STEP),
    Qt.Key.Key_Backspace: lambda canvas: canvas.fit(),
    Qt.Key.Key_Return: lambda canvas: canvas.want_chosen(),
    Qt.Key.Key_Enter: lambda canvas: canvas.want_chosen(),
    Qt.Key.Key_Space: lambda canvas: canvas.want_chosen(),
}
SHIFTED: dict[Qt.Key, Act] = {
    Qt.Key.Key_Right: lambda canvas: canvas.pan(80, 0),
    Qt.Key.Key_Left: lambda canvas: canvas.pan(-80, 0),
    Qt.Key.Key_Down: lambda canvas: canvas.pan(0, 60),
    Qt.Key.Key_Up: lambda canvas: canvas.pan(0, -60),
}
