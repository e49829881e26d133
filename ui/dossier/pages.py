"""The pages there are, by the name of the action that shows each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

PAGES: dict[str, Callable[[], QWidget]] = {}
