"""Above the list: words to look for, the filter and the order, and chips that show what is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from factcheck.values import Kind
from ui.filter_choices import FilterChoices, choice_name
from ui.filters import ORDERS, Filter, Order, Shown
from ui.flow import Flow
from ui.icons import icon
from ui.names import kind_name
from ui.plain import tool_tip
from ui.saved_filters import SavedFilters
from ui.theme import Theme
from ui.translation import tr, trn

if TYPE_CHECKING:
    from ui.rating_choices import RatingChoices

FACETS = (
    "looks",
    "standings",
    "ratings",
    "states",
    "people",
    "sources",
)  # kinds have chips of their own, with their counts


class FilterBar(QWidget):
    """Holds the filter and the order. `changed` tells that either did."""

    changed = Signal()
    unlikely_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Filter and order"))
        self.filter, self.order = Filter(), Order.CONFIDENCE
        self._sources: tuple[tuple[str, str], ...] = ()
        self._calm = self._people = False
        self.kept: SavedFilters | None = None
        self.ratings: RatingChoices | None = None
        self.rated: Mapping[str, int] = {}  # how many rows have each rating
        self.chips: dict[tuple[str, str], QToolButton] = {}
        self._build()
        self.field.textChanged.connect(lambda words: self._set(replace(self.filter, words=words)))
        self.choose.clicked.connect(self.open_choices)

    def _build(self) -> None:
        self.field = QLineEdit(placeholderText=tr("Filter  ( / )"), clearButtonEnabled=True)
        self.field.setAccessibleName(tr("Filter conflicts"))
        self.field.setAcceptDrops(False)
        self.choose, self.sort = QToolButton(), QToolButton()
        for button, name in ((self.choose, tr("Filter by kind, status, verdict or source")), (self.sort, tr("Order"))):
            button.setProperty("flat", "true")
            button.setAccessibleName(name)
            button.setToolTip(tool_tip(name))
        self.sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort.setMenu(self._orders())
        self.unlikely = QToolButton()
        self.unlikely.setProperty("role", "link")
        self.unlikely.clicked.connect(self.unlikely_wanted)
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.field, 1)
        top.addWidget(self.choose)
        top.addWidget(self.sort)
        self._lines = Flow(gap=5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addLayout(self._lines)
        layout.addWidget(self.unlikely, 0, Qt.AlignmentFlag.AlignLeft)

    def _orders(self) -> QMenu:
        menu, group = QMenu(self), QActionGroup(self)
        self.orders: dict[Order, QAction] = {}
        for order, name in ORDERS.items():
            action = menu.addAction(tr(name), partial(self.set_order, order))
            action.setCheckable(True)
            action.setChecked(order is self.order)
            group.addAction(action)
            self.orders[order] = action
        return menu

    # --- what is asked for ------------------------------------------------------------------------

    def set_filter(self, asked: Filter) -> None:
        with QSignalBlocker(self.field):
            self.field.setText(asked.words)
        self._set(asked)

    def set_order(self, order: Order) -> None:
        self.orders[order].setChecked(True)
        if order is not self.order:
            self.order = order
            self.changed.emit()

    def toggle(self, facet: str, choice: str) -> None:
        self._set(self.filter.toggled(facet, choice))

    def clear(self) -> None:
        self.set_filter(Filter())

    def set_sources(self, sources: Iterable[tuple[str, str]], *, calm: bool, people: bool = False) -> None:
        """(letter, name) of the articles that can be chosen, whether groups without a conflict are listed, and whether
        several people work at them.
        """
        self._sources, self._calm, self._people = tuple(sources), calm, people

    def open_choices(self) -> None:
        self.choices().open_below(self.choose)

    def choices(self) -> FilterChoices:
        """The boxes to tick, as things stand now."""
        made = FilterChoices(
            *(self, self.filter, self._sources),
            calm=self._calm,
            people=self._people,
            kept=self.kept,
            ratings=self._offered_ratings(),
        )
        made.keep_wanted.connect(self.keep_filter)
        made.kept_chosen.connect(self.choose_kept)
        made.toggled.connect(self.toggle)
        made.cleared.connect(self.clear)
        return made

    def _offered_ratings(self) -> list[tuple[str, str]]:
        """(choice, name with how many rows have it)."""
        if self.ratings is None:
            return []
        offered = self.ratings.offered({*self.rated, *self.filter.ratings})
        return [(choice, f"{name}  {self.rated.get(choice, 0)}") for choice, name in offered]

    def _name(self, facet: str, choice: str) -> str:
        """What a chip calls a choice."""
        if facet == "ratings":
            return self.ratings.name(choice) if self.ratings else choice
        return choice_name(facet, choice)

    def keep_filter(self) -> None:
        """Give the filter a name, under which it can be chosen again."""
        from ui.dialogs import asked_name  # the first paint need not wait for dialogs

        if self.kept is None or not self.filter.narrows:
            return
        name = asked_name(self, tr("Keep the filter"), tr("What is it to be called?"))
        if name:
            self.kept.keep(name, self.filter, self.order)

    def choose_kept(self, name: str) -> None:
        """Ask for what was kept under this name."""
        found = self.kept.all().get(name) if self.kept else None
        if found:
            self.set_filter(found[0])
            self.set_order(found[1])

    def _set(self, asked: Filter) -> None:
        if asked != self.filter:
            self.filter = asked
            self.changed.emit()

    # --- what came of it --------------------------------------------------------------------------

    def show_result(self, shown: Shown) -> None:
        """A chip for every kind there is, with its count, and one for every other choice that is made."""
        wanted: dict[tuple[str, str], str] = {}
        for kind in Kind:
            if shown.counts.get(kind) or kind in self.filter.kinds:
                wanted["kinds", kind.value] = f"{kind_name(kind)} {shown.counts.get(kind, 0)}"
        for facet in FACETS:
            for choice in sorted(getattr(self.filter, facet)):
                wanted[facet, choice] = f"{self._name(facet, choice)} ✕"
        if self.filter.narrows:
            wanted["", ""] = tr("Clear")
        self._show_chips(wanted)
        self.unlikely.setVisible(bool(shown.unlikely))
        self.unlikely.setText(
            trn("{count} hidden as unlikely: show it", "{count} hidden as unlikely: show them", shown.unlikely)
        )

    def _show_chips(self, wanted: dict[tuple[str, str], str]) -> None:
        if list(wanted) != list(self.chips):
            for chip in self.chips.values():
                self._lines.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self.chips = {key: self._chip(*key) for key in wanted}
        for key, text in wanted.items():
            facet, choice = key
            self.chips[key].setText(text)
            self.chips[key].setChecked(bool(facet) and choice in getattr(self.filter, facet))
        self._lines.invalidate()
        self.updateGeometry()

    def _chip(self, facet: str, choice: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setProperty("role", "chip" if facet else "link")
        chip.setCheckable(bool(facet))
        chip.setAccessibleName(
            tr("Show only: {choice}", choice=self._name(facet, choice)) if facet else tr("Clear the filter")
        )
        chip.clicked.connect(partial(self.toggle, facet, choice) if facet else self.clear)
        chip.show()
        self._lines.addWidget(chip)
        return chip

    def set_theme(self, theme: Theme) -> None:
        self.choose.setIcon(icon("filter", theme, "muted"))
        self.sort.setIcon(icon("sort", theme, "muted"))
