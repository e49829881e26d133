"""What concerns the program rather than a case: commands by name, keys, preferences, the tour, what it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from factcheck import __version__
from ui.action_table import SUBMENUS
from ui.appearance import SYSTEM
from ui.conflicts import identity
from ui.keys import BY_NAME
from ui.saved_filters import SavedFilters
from ui.state import USUAL_SCALE, State
from ui.theme import Theme
from ui.translation import SOURCE, tr
from ui.wording import letter

if TYPE_CHECKING:  # what is opened later than the window is read when it is opened
    from ui.palette import Command, Palette
    from ui.tour import Tip, Tour
    from ui.window import Window


class ProgramDesk(QObject):
    """One method an entry of the menus, over one window."""

    def __init__(self, window: Window, state: State) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        self.tour: Tour | None = None

    def show_palette(self) -> None:
        palette = self.palette()
        if palette.exec() and palette.chosen:
            palette.chosen.run()
        palette.deleteLater()

    def palette(self) -> Palette:
        """The palette over the window, not yet shown."""
        from ui.palette import Palette, commands_of

        menus = {name: _path(entry.menu) for name, entry in BY_NAME.items()}
        actions = commands_of(self._window.actions_by_name.values(), menus)
        return Palette((*actions, *self._places()), self._window)

    def _places(self) -> Iterator[Command]:
        """Where the palette can go: the conflicts and groups of the list, the articles, the other cases."""
        from ui.palette import Command

        window = self._window
        for entry in window.conflicts.model.rows:
            if not entry.heading:
                yield Command(entry.title, tr("Conflict"), partial(window.conflicts.choose, identity(entry)))
        for number, article in enumerate(window.bridge.case.articles if window.bridge.case else ()):
            about = tr("Article {letter}", letter=letter(number))
            yield Command(article.label, about, partial(window.show_article, number))
        for name in SavedFilters(self._state).all():
            yield Command(name, tr("Filter"), partial(window.conflicts.filters.choose_kept, name))
        for case in window.cases.others():
            yield Command(case.name, tr("Case"), partial(window.cases.open_case, case.id))

    def show_keys(self) -> None:
        from ui.key_page import KeyPage

        KeyPage(self._window.keys, self._window).exec()

    def show_preferences(self) -> None:
        from ui.preferences import Preferences

        window = self._window
        advance, name = window.actions_by_name["advance"], window.bridge.ledger.reviewer.name
        dialog = Preferences(
            window,
            language=self._state.read("language", SOURCE),
            theme=self._state.read("theme", SYSTEM),
            text_size=window.text_size.px,
            advance=advance.isChecked(),
            calm=window.conflicts.calm.isChecked(),
            scales=window.bridge.scales(),
            scale=self._state.read("scale", USUAL_SCALE),
            reviewer=name,
        )
        if dialog.exec():
            if dialog.chosen_reviewer not in {"", name}:
                window.bridge.set_reviewer(dialog.chosen_reviewer)
            self._state.write("language", dialog.chosen_language)
            window.appearance.choose(dialog.chosen_theme)
            window.text_size.choose(dialog.chosen_text_size)
            advance.setChecked(dialog.advance.isChecked())
            window.show_calm(dialog.calm.isChecked())
            if window.bridge.keep_scales(dialog.scale.made):
                self._state.write("scale", dialog.scale.chosen)
                window.dossier.renew()

    def show_tour(self) -> None:
        """The five tips, from the first."""
        from ui.tour import Tour

        if self.tour is not None:
            self.tour.end()
        self.tour = Tour(self._window, self._tips(), self._window.appearance.theme)
        self.tour.ended.connect(self._end_tour)

    def set_theme(self, theme: Theme) -> None:
        if self.tour is not None:
            self.tour.set_theme(theme)

    def offer_tour(self) -> None:
        """The five tips when nobody has seen them yet."""
        if not self._state.read("tour_seen", False):
            self.show_tour()

    def _end_tour(self) -> None:
        self.tour = None
        self._state.write("tour_seen", True)
        self._window.focus_list()

    def _tips(self) -> tuple[Tip, ...]:
        from ui.tour import Tip

        window = self._window
        return (
            Tip(
                lambda: window.conflicts.view,
                tr("Where the accounts cannot all be true"),
                tr("Each row is a question they answer differently. J and K go through them."),
            ),
            Tip(
                lambda: window.reading,
                tr("The words themselves"),
                tr("The passages stand level, joined by a ribbon. Click any marked words to see what meets them."),
            ),
            Tip(
                lambda: window.card,
                tr("Compared word by word"),
                tr("What each source says, with the words that differ, and who says nothing. C opens and folds it."),
            ),
            Tip(
                lambda: window.verdict,
                tr("You decide"),
                tr(
                    "A digit gives the verdict, N goes to the note. When “Saved” is shown it is on disk; Ctrl+Z undoes."
                ),
            ),
            Tip(
                lambda: window.top_bar,
                tr("Three views and every command"),
                tr("Ctrl+1 articles, Ctrl+2 matrix, Ctrl+3 timeline. Ctrl+K finds all by its name, ? shows the keys."),
            ),
        )

    def show_about(self) -> None:
        name = tr("About Factcheck")
        box = QMessageBox(QMessageBox.Icon.NoIcon, name, f"Factcheck {__version__}", parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(
            tr(
                "A workbench for checking facts across several accounts of one event. "
                "Everything stays on this computer."
            )
        )
        box.exec()


def _path(menu: str) -> str:
    """Where a command is found in the menus: "View › Marks"."""
    return f"{_path(SUBMENUS[menu])} › {tr(menu)}" if menu in SUBMENUS else tr(menu)
