"""What the page of the history lists, as plain values, and how a row of it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.history import Event, Fate
from factcheck.values import Act, Verdict
from ui.days import lately
from ui.lines import in_lines
from ui.theme import LIGHT, Theme, interface_font
from ui.told import told
from ui.translation import mark, tr

FATES = {Fate.STANDS: "", Fate.REPLACED: mark("replaced"), Fate.TAKEN_BACK: mark("taken back")}
"""What became of it, in a word."""

SIDE, PADDING, MOST_LINES = 16, 7, 3  # pixels beside the words, above and below them; lines of the reason


@dataclass(frozen=True, slots=True)
class Past:
    """One thing that somebody did. `verdict` is what it said when it was a verdict."""

    id: str
    name: str
    at: str
    fate: str
    what: str
    why: str
    stands: bool
    verdict: Verdict | None = None
    before: str | None = None

    @property
    def spoken(self) -> str:
        return ". ".join(part for part in (f"{self.name}, {self.at}", self.what, self.fate, self.why) if part)


def past(events: Sequence[Event]) -> tuple[Past, ...]:
    """Newest first."""
    acts = {event.act.id: event.act for event in events}
    return tuple(_past(event, [acts[id] for id in event.of if id in acts]) for event in reversed(events))


def _past(event: Event, of: Sequence[Act]) -> Past:
    act = event.act
    what, why = told(act, of)
    fate = FATES[event.fate]
    return Past(
        act.id,
        act.by.name,
        lately(act.at, date.today()),
        tr(fate) if fate else "",
        what,
        " ".join(why.split()),
        event.fate is Fate.STANDS,
        event.said if isinstance(event.said, Verdict) else None,
        act.before,
    )


class Role(IntEnum):
    PAST = int(Qt.ItemDataRole.UserRole)


class PastRow(QStyledItemDelegate):
    """Who and when; what was done; why. What does not stand any more is quiet, and says so."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = LIGHT
        self.set_text_size(13)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def set_text_size(self, px: int) -> None:
        self._bold, self._plain, self._small = interface_font(px, bold=True), interface_font(px), interface_font(px - 1)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Past = index.data(Role.PAST)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        height = sum(QFontMetrics(font).height() + 1 for _, font, _ in self._lines(entry, width))
        return QSize(width, height + 2 * PADDING)

    def _lines(self, entry: Past, width: int) -> list[tuple[str, QFont, str]]:
        """Each line with its font and the name of its colour."""
        room = width - 2 * SIDE
        rest = "".join(f" · {part}" for part in (entry.at, entry.fate) if part)
        small = QFontMetrics(self._small)
        name = small.elidedText(entry.name, Qt.TextElideMode.ElideRight, room - small.horizontalAdvance(rest))
        ink = "text" if entry.stands else "muted"
        what = in_lines(entry.what, self._bold if entry.stands else self._plain, room, 2)
        why = in_lines(entry.why, self._small, room, MOST_LINES) if entry.why else []
        return [
            (name + rest, self._small, "muted"),
            *((line, self._bold if entry.stands else self._plain, ink) for line in what),
            *((line, self._small, "muted") for line in why),
        ]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Past = index.data(Role.PAST)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.colour("chosen" if chosen else "hover"))
        if chosen:
            painter.fillRect(rect.left(), rect.top() + 4, 3, rect.height() - 8, self._theme.colour("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.colour("accent"))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        line = rect.adjusted(SIDE, PADDING, -SIDE, 0)
        for text, font, ink in self._lines(entry, rect.width()):
            painter.setFont(font)
            painter.setPen(self._theme.colour(ink))
            painter.drawText(line, Qt.AlignmentFlag.AlignTop, text)
            line.translate(0, QFontMetrics(font).height() + 1)
        painter.restore()
