"""Moving, hiding and showing articles: by menu, by key, and by dragging a heading. Their letters stay."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QFrame, QMenu

from ui.announce import announce
from ui.reading import spine
from ui.reading.menus import Deed, menu_of
from ui.reading.spine import HiddenStrip
from ui.theme import Theme
from ui.translation import tr
from ui.wording import letter

if TYPE_CHECKING:
    from ui.reading.area import ReadingArea
    from ui.reading.pane import ArticlePane

_LINE = 3  # pixels: where a dragged article would go


class Shifting(QObject):
    """Keeps the strip of hidden articles beside the others, and carries out what menus and drags ask for."""

    def __init__(self, area: ReadingArea) -> None:
        super().__init__(area)
        self._area = area
        self.strip = HiddenStrip(area.theme, area)
        self.strip.hide()
        self.strip.clicked.connect(
            lambda: self._show_hidden(self.strip.mapToGlobal(QPoint(0, self.strip.height() // 8)))
        )
        self.strip.menu_wanted.connect(self._show_hidden)
        self._line = QFrame(area)
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line.hide()
        self.set_theme(area.theme)

    def set_theme(self, theme: Theme) -> None:
        self.strip.set_theme(theme)
        self._line.setStyleSheet(f"background: {theme.accent}; border: none;")

    def set_text_size(self, px: int) -> None:
        self.strip.set_text_size(px)

    def lay_out(self) -> None:
        """Give the strip its room at the right, and the articles the rest."""
        hidden, area = len(self._area.shelf.order.hidden), self._area
        self.strip.show_count(hidden)
        beside = spine.WIDTH if hidden else 0
        area.shelf.setGeometry(0, 0, area.width() - beside, area.height())
        self.strip.setGeometry(area.width() - beside, 0, spine.WIDTH, area.height())

    def welcome(self, pane: ArticlePane) -> None:
        """Listen to the heading of an article that was opened for the first time."""
        heading, number = pane.heading, pane.number
        heading.menu_wanted.connect(lambda at: self.show_menu(number, at))
        heading.dragged.connect(self._show_line)
        heading.dropped.connect(lambda at: self._drop(number, at))

    # --- what is asked for --------------------------------------------------------------------------

    def move(self, by: int) -> None:
        """Put the article with the keyboard on the other side of its right (1) or left (-1) neighbour."""
        self._move(self._area.focused, by)

    def hide_focused(self) -> None:
        self.hide(self._area.focused)

    def hide(self, number: int) -> None:
        """Take an article out of sight; the last one stays."""
        if not self._area.shelf.order.hide(number):
            announce(self._area, tr("The last article cannot be hidden"))
            return
        had_keyboard = number == self._area.focused or self._area.isAncestorOf(self._area.focusWidget() or self._area)
        self._changed(tr("Article {letter} is hidden", letter=letter(number)))
        if had_keyboard:
            self._area.focus_pane(self._area.focused)

    def show_again(self, number: int) -> None:
        """Bring a hidden article back; one that is shown stays as it is."""
        order = self._area.shelf.order
        if number in order.hidden:
            order.hidden.discard(number)
            self._changed(tr("Article {letter} is shown", letter=letter(number)))

    def show_all(self) -> None:
        """Bring all hidden articles back."""
        if self._area.shelf.order.hidden:
            self._area.shelf.order.hidden.clear()
            self._changed(tr("All articles are shown"))

    def usual_order(self) -> None:
        """The order of the letters again."""
        self._area.shelf.order.numbers.sort()
        self._changed(tr("The articles stand in the order of their letters"))

    def _move(self, number: int, by: int) -> None:
        order = self._area.shelf.order
        if order.can_move(number, by):
            order.move(number, by)
            self._changed(tr("Article {letter} is moved", letter=letter(number)))

    def _changed(self, told: str) -> None:
        """The order is another one, or something else is hidden."""
        area = self._area
        focus = area.window().focusWidget()  # Qt takes the keyboard from what is put elsewhere
        area.shelf.reorder()
        self.lay_out()
        area.arrange()
        if focus is not None and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        area.show_who_takes_part()
        area.tandem.renew()
        announce(area, told)

    # --- menus ------------------------------------------------------------------------------------

    def show_menu(self, number: int, at: QPoint) -> None:
        """What can be done with an article, at this place of the screen."""
        self.menu(number).popup(at)

    def menu(self, number: int) -> QMenu:
        area, order = self._area, self._area.shelf.order

        def movable(by: int) -> Callable[[], object] | None:
            return (lambda: self._move(number, by)) if order.can_move(number, by) else None

        straight = order.numbers == sorted(order.numbers)
        menu = menu_of(
            area,
            [
                Deed(tr("Article details…"), lambda: self._ask_details(number)),
                Deed(tr("Claims of {letter}…", letter=letter(number)), lambda: area.pointing.list_claims(number)),
            ],
            [
                Deed(tr("Move left"), movable(-1)),
                Deed(tr("Move right"), movable(1)),
                Deed(tr("Order of the letters"), None if straight else self.usual_order),
            ],
            [
                Deed(tr("Hide this article"), (lambda: self.hide(number)) if len(order.shown()) > 1 else None),
                Deed(tr("Show all articles"), self.show_all if order.hidden else None),
            ],
        )
        menu.setAccessibleName(tr("Menu of article {letter}", letter=letter(number)))
        return menu

    def _ask_details(self, number: int) -> None:
        self._area.focus_pane(number)
        self._area.pane_focused.emit(number)
        self._area.details_wanted.emit(number)

    def _show_hidden(self, at: QPoint) -> None:
        self.hidden_menu().popup(at)

    def hidden_menu(self) -> QMenu:
        """The hidden articles, to be brought back."""
        places = self._area.shelf.places
        hidden = sorted(self._area.shelf.order.hidden)
        deeds = [
            Deed(
                tr("Show {letter}: {source}", letter=letter(number), source=places[number].article.label),
                partial(self._area.focus_pane, number),
            )
            for number in hidden
        ]
        menu = menu_of(self._area, deeds, [Deed(tr("Show all articles"), self.show_all)] if len(hidden) > 1 else [])
        menu.setAccessibleName(tr("Hidden articles"))
        return menu

    # --- dragging ---------------------------------------------------------------------------------

    def _show_line(self, at: QPoint) -> None:
        _, x = self._area.shelf.position_at(self._area.shelf.mapFromGlobal(at))
        self._line.setGeometry(x, 0, _LINE, self._area.height())
        self._line.show()
        self._line.raise_()

    def _drop(self, number: int, at: QPoint) -> None:
        self._line.hide()
        order = self._area.shelf.order
        position, _ = self._area.shelf.position_at(self._area.shelf.mapFromGlobal(at))
        before = order.shown().index(number)
        position -= position > before  # it leaves its own place first
        if position != before:
            order.place(number, position)
            self._changed(tr("Article {letter} is moved", letter=letter(number)))
