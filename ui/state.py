"""How the window was left: geometry, theme, text size, filter, keys, the chosen conflict of each case. An ini file."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

from factcheck.settings import data_folder

USUAL_SCALE = "five-step"
"""The scale of ratings until another one is chosen."""

T = TypeVar("T", str, int, bool)


def state_path() -> Path:
    return data_folder() / "window.ini"


class State:
    """Typed reading and writing; a value of the wrong type in a file edited by hand counts as missing."""

    def __init__(self, path: Path | None = None) -> None:
        self._settings = QSettings(str(path or state_path()), QSettings.Format.IniFormat)

    def read(self, name: str, default: T) -> T:
        value = self._settings.value(name, default, type(default))
        return value if isinstance(value, type(default)) else default

    def bytes(self, name: str) -> QByteArray:
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def write(self, name: str, value: str | int | bool | QByteArray) -> None:
        self._settings.setValue(name, value)

    def remove(self, name: str) -> None:
        self._settings.remove(name)

    def close(self) -> None:
        self._settings.sync()
