"""Which theme the window wears: the one chosen, or the one the system asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui import theme as themes
from ui.state import State
from ui.theme import DARK, LIGHT, THEMES, Theme

SYSTEM = "system"


class Dressed(Protocol):
    """A part of the window that paints in the theme's colours itself."""

    @property
    def set_theme(self) -> Callable[[Theme], None]: ...


class Appearance(QObject):
    """Dresses the application and the parts that paint themselves, and remembers the choice."""

    theme_chosen = Signal(str)  # "light", "dark" or "system"

    def __init__(self, state: State, parts: Iterable[Dressed], parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._parts = state, tuple(parts)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def restore(self) -> None:
        self.choose(self._state.read("theme", SYSTEM))

    def choose(self, name: str) -> None:
        """ "light", "dark" or "system"."""
        self._state.write("theme", name)
        self._dress(THEMES.get(name) or system_theme())
        self.theme_chosen.emit(name)

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        if self._state.read("theme", SYSTEM) == SYSTEM:
            self._dress(system_theme())

    def _dress(self, theme: Theme) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        themes.apply(app, theme)
        for part in self._parts:
            part.set_theme(theme)


def system_theme() -> Theme:
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
