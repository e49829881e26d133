"""Menus made when they are asked for: lines with what they do, and the claims over the same words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from ui.reading.claims_list import Told
from ui.translation import tr

MOST_CLAIMS = 9  # of those over the same words


@dataclass(frozen=True, slots=True)
class Deed:
    """A line of a menu; without `do` it is grey."""

    words: str
    do: Callable[[], object] | None


def menu_of(parent: QWidget, *parts: Sequence[Deed]) -> QMenu:
    """A menu with a line between its parts. It goes when it is closed."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    for part in parts:
        if part and not menu.isEmpty():
            menu.addSeparator()
        add_to(menu, part)
    return menu


def add_to(menu: QMenu, deeds: Sequence[Deed]) -> None:
    for deed in deeds:
        action = menu.addAction(deed.words.replace("&", "&&"))
        action.setEnabled(deed.do is not None)
        if deed.do is not None:
            action.triggered.connect(partial(_run, deed.do))


def _run(do: Callable[[], object], _checked: bool = False) -> None:
    do()


def add_submenu(menu: QMenu, title: str, deeds: Sequence[Deed]) -> None:
    """A menu inside another one; without lines it is grey."""
    inside = menu.addMenu(title)
    add_to(inside, deeds)
    inside.setEnabled(bool(deeds))


def claims_menu(parent: QWidget, claims: Sequence[Told], go: Callable[[str], object]) -> QMenu:
    """The claims over the same words, to choose from."""
    menu = menu_of(parent, [Deed(each.line, partial(go, each.claim)) for each in claims[:MOST_CLAIMS]])
    menu.setAccessibleName(tr("Claims here"))
    return menu
