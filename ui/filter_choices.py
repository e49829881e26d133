"""What opens under the filter button: a box to tick for every status, verdict, kind and source."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from factcheck.values import Decision, Kind
from ui.filters import DECIDED, UNDECIDED, Filter
from ui.names import kind_name, look_name
from ui.plain import PlainLabel
from ui.theme import LIGHT, Look
from ui.translation import tr
from ui.wording import decision_words

CALM_LOOKS = (Look.COMPATIBLE, Look.AGREEMENT, Look.SINGLE)
MOST_SOURCES = 12
SHORT = 28  # characters of a source's name


def standing_name(standing: str) -> str:
    if standing == UNDECIDED:
        return tr("Undecided")
    if standing == DECIDED:
        return tr("Decided")
    if standing == Decision.ANSWER:
        return tr("An answer chosen")
    return decision_words(Decision(standing), 3)


def choice_name(facet: str, choice: str) -> str:
    """What a chip calls a choice: "Dates", "Undecided", "Source B"."""
    if facet == "kinds":
        return kind_name(Kind(choice))
    if facet == "looks":
        return look_name(Look(choice))
    return standing_name(choice) if facet == "standings" else tr("Source {letter}", letter=choice)


class FilterChoices(QFrame):
    """Stays open while boxes are ticked; a click beside it or Esc closes it."""

    toggled = Signal(str, str)  # facet, choice
    cleared = Signal()

    def __init__(self, parent: QWidget, asked: Filter, sources: Iterable[tuple[str, str]], *, calm: bool) -> None:
        """`sources` are (letter, name) of the articles; `calm` when groups without a conflict are listed."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popover")
        self.setAccessibleName(tr("Filter by"))
        self.boxes: dict[tuple[str, str], QCheckBox] = {}
        self._asked = asked
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        looks = [look for look in Look if calm or look not in CALM_LOOKS or look in asked.looks]
        shown = list(sources)[:MOST_SOURCES]
        left = QVBoxLayout()
        self._add(left, tr("Kind"), "kinds", [(kind.value, kind_name(kind)) for kind in Kind])
        inks = [(look.value, f"{LIGHT.ink(look).glyph}  {look_name(look)}") for look in looks]
        self._add(left, tr("Status"), "looks", inks)
        right = QVBoxLayout()
        standings = (UNDECIDED, DECIDED, *(decision.value for decision in Decision))
        self._add(right, tr("Verdict"), "standings", [(each, standing_name(each)) for each in standings])
        names = [(letter, f"{letter}  {name if len(name) <= SHORT else name[:SHORT] + '…'}") for letter, name in shown]
        self._add(right, tr("Source"), "sources", names)
        for column in (left, right):
            column.addStretch()
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        clear = QPushButton(tr("Show everything"))
        clear.clicked.connect(self._clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(grid)
        layout.addWidget(clear)

    def open_below(self, widget: QWidget) -> None:
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 4)))
        self.show()
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def _add(self, column: QVBoxLayout, title: str, facet: str, choices: Iterable[tuple[str, str]]) -> None:
        column.addWidget(PlainLabel(title, role="muted"))
        for choice, name in choices:
            box = QCheckBox(name.replace("&", "&&"))
            box.setAccessibleName(f"{title}: {name}")
            box.setChecked(choice in getattr(self._asked, facet))
            box.toggled.connect(lambda _on, facet=facet, choice=choice: self.toggled.emit(facet, choice))
            self.boxes[facet, choice] = box
            column.addWidget(box)
        column.addSpacing(6)

    def _clear(self) -> None:
        self.cleared.emit()
        self.close()
