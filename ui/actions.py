"""The menus and the QActions made from the table of actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from ui.action_table import ACTIONS, ICONS, PARTED, SUBMENUS, Action
from ui.icons import icon
from ui.plain import tool_tip
from ui.theme import Theme
from ui.translation import tr


def make_menus(window: QMainWindow, views: Iterable[QWidget]) -> dict[str, QAction]:
    """Fill the menu bar from the table; the actions by name. Slots are joined by `join`, keys given by `Keys`."""
    menus: dict[str, QMenu] = {}
    groups: dict[str, QActionGroup] = {}
    made: dict[str, QAction] = {}
    for entry in ACTIONS:
        action = made[entry.name] = _make(entry, window, views)
        if entry.group:
            groups.setdefault(entry.group, QActionGroup(window)).addAction(action)
        menu = _menu(window, menus, entry.menu)
        if entry.parted:
            menu.addSeparator()
        menu.addAction(action)
    return made


def _menu(window: QMainWindow, menus: dict[str, QMenu], title: str) -> QMenu:
    if title not in menus:
        parent = SUBMENUS.get(title)
        if parent and title in PARTED:
            menus[parent].addSeparator()
        menus[title] = menus[parent].addMenu(tr(title)) if parent else window.menuBar().addMenu(f"&{tr(title)}")
    return menus[title]


def _make(entry: Action, window: QMainWindow, views: Iterable[QWidget]) -> QAction:
    action = QAction(tr(entry.text), window)
    action.setObjectName(entry.name)
    action.setCheckable(entry.checkable)
    action.setStatusTip(tr(entry.tip))
    action.setToolTip(tool_tip(tr(entry.tip or entry.text)))
    if entry.views_only:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for view in views:
            view.addAction(action)
    else:
        window.addAction(action)
    return action


class Drawings:
    """The icons beside the actions, drawn anew for each theme."""

    def __init__(self, made: Mapping[str, QAction]) -> None:
        self._made = made

    def set_theme(self, theme: Theme) -> None:
        for name, drawing in ICONS.items():
            self._made[name].setIcon(icon(drawing, theme, "muted"))


def join(window: QMainWindow, made: dict[str, QAction]) -> None:
    """Connect every action to the slot the table names."""
    for entry in ACTIONS:
        slot, action = attrgetter(entry.slot)(window), made[entry.name]
        if entry.argument is not None:
            action.triggered.connect(lambda _checked, slot=slot, argument=entry.argument: slot(argument))
        elif entry.checkable:
            action.toggled.connect(slot)
        else:
            action.triggered.connect(lambda _checked, slot=slot: slot())
