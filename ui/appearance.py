"""How the window looks: its theme, the one chosen or the one the system asks for, and the size of its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui import theme as themes
from ui.state import State
from ui.theme import DARK, LIGHT, READING_PX, THEMES, Theme

SYSTEM = "system"
TEXT_SIZES = (12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 28, 32)  # pixels


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
        self.theme, self._chosen = LIGHT, ""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def restore(self) -> None:
        self.choose(self._state.read("theme", SYSTEM))

    def choose(self, name: str) -> None:
        """ "light", "dark" or "system". To choose what is chosen already does nothing: windows follow each other."""
        if name == self._chosen:
            return
        self._chosen = name
        self._state.write("theme", name)
        self._dress(theme_called(name))
        self.theme_chosen.emit(name)

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        if self._chosen == SYSTEM:
            self._dress(system_theme())

    def _dress(self, theme: Theme) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.theme = theme
        themes.apply(app, theme)
        for part in self._parts:
            part.set_theme(theme)


class Sized(Protocol):
    """A part of the window whose words grow with the articles'."""

    @property
    def set_text_size(self) -> Callable[[int], None]: ...


class TextSize:
    """How large the articles are set, in pixels; the list and the verdict follow. Remembered."""

    def __init__(self, state: State, parts: Iterable[Sized]) -> None:
        self._state, self._parts = state, tuple(parts)
        self.px = READING_PX

    def restore(self) -> None:
        self.choose(self._state.read("text_size", READING_PX))

    def step(self, by: int) -> None:
        """The next larger (1) or smaller (-1) size."""
        ahead = [size for size in TEXT_SIZES if (size - self.px) * by > 0]
        if ahead:
            self.choose(min(ahead) if by > 0 else max(ahead))

    def reset(self) -> None:
        self.choose(READING_PX)

    def choose(self, px: int) -> None:
        """This size, or the nearest there is."""
        px = min(TEXT_SIZES, key=lambda size: abs(size - px))
        if px != self.px:
            self.px = px
            self._state.write("text_size", px)
            for part in self._parts:
                part.set_text_size(px)


def theme_called(name: str) -> Theme:
    """ "light", "dark" or "system"; anything else is taken for "system"."""
    return THEMES.get(name) or system_theme()


def dress(state: State) -> None:
    """Dress the application as it was chosen to look, before there are parts that would each be dressed once more."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    themes.apply(app, theme_called(state.read("theme", SYSTEM)))


def system_theme() -> Theme:
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
