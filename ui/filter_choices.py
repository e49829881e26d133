"""What opens under the filter button: a box to tick for every status, verdict, kind and source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from factcheck.values import Decision, Kind, ReportState
from ui.dossier.fields import Link
from ui.filters import DECIDED, UNDECIDED, Filter
from ui.names import kind_name, look_name
from ui.plain import PlainLabel
from ui.saved_filters import SavedFilters
from ui.team_marks import CHOICES
from ui.theme import LIGHT, Look
from ui.translation import tr
from ui.wording import STATES, decision_words

CALM_LOOKS = (Look.COMPATIBLE, Look.AGREEMENT, Look.SINGLE)
MANY = 12  # sources that are seen at once; of more the rest is scrolled to, or found by its name
SHORT = 28  # characters of a source's name
SMALLEST = 120  # pixels of the boxes, however low the screen is


def standing_name(standing: str) -> str:
    if standing == UNDECIDED:
        return tr("Undecided")
    if standing == DECIDED:
        return tr("Decided")
    if standing == Decision.OPEN:
        return tr("A record alone")
    if standing == Decision.ANSWER:
        return tr("An answer chosen")
    return decision_words(Decision(standing), 3)


def choice_name(facet: str, choice: str) -> str:
    """What a chip calls a choice: "Dates", "Undecided", "Source B"."""
    if facet == "kinds":
        return kind_name(Kind(choice))
    if facet == "looks":
        return look_name(Look(choice))
    if facet == "people":
        return tr(CHOICES[choice])
    if facet == "states":
        return tr(STATES[ReportState(choice)])
    return standing_name(choice) if facet == "standings" else tr("Source {letter}", letter=choice)


class FilterChoices(QFrame):
    """Stays open while boxes are ticked; a click beside it or Esc closes it."""

    toggled = Signal(str, str)  # facet, choice
    cleared = Signal()
    keep_wanted = Signal()  # the filter, under a name
    kept_chosen = Signal(str)  # the name of a kept filter

    def __init__(
        self,
        parent: QWidget | None,
        asked: Filter,
        sources: Iterable[tuple[str, str]],
        *,
        calm: bool,
        people: bool = False,
        kept: SavedFilters | None = None,
        ratings: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`sources` are (letter, name) of the articles; `calm` when groups without a conflict are listed; `people` when
        several work at the case; `ratings` are (choice, name).
        """
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popover")
        self.setAccessibleName(tr("Filter by"))
        self.boxes: dict[tuple[str, str], QCheckBox] = {}
        self._asked = asked
        self.field = QLineEdit(
            placeholderText=tr("Find a source"), clearButtonEnabled=True
        )  # shown where there are many
        self.field.setAccessibleName(tr("Find a source"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        looks = [look for look in Look if calm or look not in CALM_LOOKS or look in asked.looks]
        left = QVBoxLayout()
        self._add(left, tr("Kind"), "kinds", [(kind.value, kind_name(kind)) for kind in Kind])
        inks = [(look.value, f"{LIGHT.ink(look).glyph}  {look_name(look)}") for look in looks]
        self._add(left, tr("Status"), "looks", inks)
        self._add(left, tr("Report"), "states", [(state.value, tr(name)) for state, name in STATES.items()])
        right = QVBoxLayout()
        standings = (UNDECIDED, DECIDED, *(decision.value for decision in Decision))
        self._add(right, tr("Verdict"), "standings", [(each, standing_name(each)) for each in standings])
        if people or asked.people:
            self._add(right, tr("People"), "people", [(each, tr(name)) for each, name in CHOICES.items()])
        rated = QVBoxLayout()
        if ratings:
            self._add(rated, tr("Rating"), "ratings", ratings)
        self._add_sources(rated, sources)
        for number, column in enumerate((left, right, rated)):
            column.addStretch()
            grid.addLayout(column, 0, number)
        self._boxes = QWidget()
        self._boxes.setProperty("role", "paper")
        self._boxes.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        self._area = _scrolled(self._boxes)
        clear = QPushButton(tr("Show everything"))
        clear.clicked.connect(self._clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self._area)
        if kept is not None:
            layout.addLayout(self._kept(kept))
        layout.addWidget(clear)

    def _kept(self, kept: SavedFilters) -> QVBoxLayout:
        """The filters that have a name, and a way to give one to this."""
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(PlainLabel(tr("Kept filters"), role="muted"))
        for name in kept.all():
            column.addWidget(self._kept_row(kept, name))
        self.keep = Link(tr("Keep this filter…"))
        self.keep.setEnabled(self._asked.narrows)
        self.keep.clicked.connect(self.keep_wanted)
        column.addWidget(self.keep)
        return column

    def _kept_row(self, kept: SavedFilters, name: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        choose, forget = Link(name.replace("&", "&&"), tr("Filter: {name}", name=name)), Link("✕")
        forget.setAccessibleName(tr("Forget the filter {name}", name=name))
        choose.clicked.connect(lambda: self.kept_chosen.emit(name))
        choose.clicked.connect(self.close)
        forget.clicked.connect(lambda: kept.forget(name))
        forget.clicked.connect(row.hide)
        line.addWidget(choose)
        line.addStretch()
        line.addWidget(forget)
        return row

    def open_below(self, widget: QWidget) -> None:
        """Wholly on the screen: where it is low, what is below the boxes stays and the boxes are scrolled."""
        screen = widget.screen().availableGeometry()
        self.fit(screen.height())
        place = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        lowest, rightmost = screen.bottom() - self.height(), screen.right() - self.width()
        self.move(max(screen.left(), min(place.x(), rightmost)), max(screen.top(), min(place.y(), lowest)))
        self.show()
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self, height: int) -> None:
        """Before it is shown: be as high as what is in it, and at most so many pixels."""
        wanted = self._boxes.sizeHint().height()
        self._area.setFixedHeight(wanted)
        self._area.setFixedHeight(max(SMALLEST, wanted - max(0, self.sizeHint().height() - height)))
        self.resize(self.sizeHint())

    def _add(
        self,
        column: QVBoxLayout,
        title: str,
        facet: str,
        choices: Iterable[tuple[str, str]],
        within: QVBoxLayout | None = None,
    ) -> None:
        """A title with the boxes of a facet below it, those in a layout of their own where one is given."""
        column.addWidget(PlainLabel(title, role="muted"))
        for choice, name in choices:
            box = QCheckBox(name.replace("&", "&&"))
            box.setAccessibleName(f"{title}: {name}")
            box.setChecked(choice in getattr(self._asked, facet))
            box.toggled.connect(lambda _on, facet=facet, choice=choice: self.toggled.emit(facet, choice))
            self.boxes[facet, choice] = box
            (within or column).addWidget(box)
        (within or column).addSpacing(6)

    def _add_sources(self, column: QVBoxLayout, sources: Iterable[tuple[str, str]]) -> None:
        named = {letter: " ".join(name.split()) for letter, name in sources}
        names = [
            (letter, f"{letter}  {name if len(name) <= SHORT else name[:SHORT] + '…'}")
            for letter, name in named.items()
        ]
        if len(named) <= MANY:
            self._add(column, tr("Source"), "sources", names)
            return
        held, listed = QWidget(), QVBoxLayout()
        held.setProperty("role", "paper")
        held.setLayout(listed)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(0)
        self._add(column, tr("Source"), "sources", names, within=listed)
        listed.addStretch()
        self.field.textChanged.connect(lambda words: self._show_sources(named, words))
        column.addWidget(self.field)
        area = _scrolled(held)
        area.setFixedHeight(MANY * next(iter(self.boxes.values())).sizeHint().height())
        column.addWidget(area)

    def _show_sources(self, named: Mapping[str, str], words: str) -> None:
        """Leave those whose name or letter has these words."""
        for letter, name in named.items():
            self.boxes["sources", letter].setVisible(words.lower() in name.lower() or words.upper() == letter)

    def _clear(self) -> None:
        self.cleared.emit()
        self.close()


def _scrolled(held: QWidget) -> QScrollArea:
    """As wide as what it holds."""
    area = QScrollArea(widgetResizable=True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(held)
    area.setMinimumWidth(held.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
    return area
