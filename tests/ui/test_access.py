"""What a screen reader is told, and what the keyboard shows: the whole tree of the window, in every view."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Bench
from ui.key_page import KeyPage
from ui.keys import BY_NAME
from ui.palette import Palette, commands_of
from ui.preferences import Preferences
from ui.reading.text import ArticleText
from ui.window import Window

R = QAccessible.Role
CONTROLS = {
    R.Button, R.ButtonMenu, R.CheckBox, R.ComboBox, R.EditableText, R.List, R.MenuItem, R.PageTab, R.RadioButton,
    R.Slider, R.SpinBox, R.Table, R.Tree,
}  # fmt: skip


def tree(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """The root and all below it that can be seen."""
    yield root
    for number in range(root.childCount()):
        child = root.child(number)
        if child and child.isValid() and not child.state().invisible:
            yield from tree(child)


def unnamed(widget: QWidget) -> list[str]:
    found = []
    for each in tree(QAccessible.queryAccessibleInterface(widget)):
        if each.role() in CONTROLS and not each.text(QAccessible.Text.Name).strip():
            held = each.object()
            found.append(f"{each.role()} {type(held).__name__} in {type(held.parent()).__name__}" if held else "?")
    return found


def with_search(window: Window) -> None:
    window.searching.search_here()


def with_card(window: Window) -> None:
    window.drawer.set_open(True)


def with_tour(window: Window) -> None:
    window.program.show_tour()


@pytest.mark.parametrize("view", ["reading", "matrix", "timeline"])
@pytest.mark.parametrize("act", [with_card, with_search, with_tour])
def test_no_control_of_a_view_is_without_a_name(bench: Bench, view: str, act: Callable[[Window], None]) -> None:
    window = bench.open()
    window.show_view(view)
    act(window)
    assert unnamed(window) == []


def dialogs(window: Window) -> Iterator[QDialog]:
    from ui.dialogs import ArticleDetails, Cases

    assert window.bridge.case
    menus = {name: entry.menu for name, entry in BY_NAME.items()}
    yield Palette(commands_of(window.actions_by_name.values(), menus), window)
    yield KeyPage(window.keys, window)
    yield Preferences(window, language="en", theme="light", text_size=16, advance=True, calm=False)
    yield Cases(window, window.bridge.workspace.cases())
    yield ArticleDetails(window, window.bridge.case.articles[0])


def test_no_control_of_a_dialog_is_without_a_name(bench: Bench) -> None:
    window = bench.open()
    for dialog in dialogs(window):
        dialog.show()
        assert unnamed(dialog) == [], type(dialog).__name__
        dialog.close()


def test_lists_tables_and_fields_have_the_roles_of_what_they_are(bench: Bench) -> None:
    window = bench.open()
    roles = {
        window.conflicts.view: {R.List},
        window.conflicts.filter: {R.EditableText},
        window.verdict.note: {R.EditableText},
        window.others.matrix.table: {R.Table},
        window.others.matrix.singles: {R.CheckBox},
    }
    for widget, fitting in roles.items():
        assert QAccessible.queryAccessibleInterface(widget).role() in fitting, type(widget).__name__


@pytest.mark.parametrize("view", ["reading", "matrix", "timeline"])
def test_tab_goes_from_the_list_to_the_verdict_and_then_to_the_views(bench: Bench, view: str) -> None:
    window = bench.open()
    window.show_view(view)
    window.focus_list()
    parts = {"list": window.conflicts, "verdict": window.verdict, "views": window.top_bar, view: window.views[view]()}
    met: list[str] = []
    for _ in range(40):
        name = next((name for name, part in parts.items() if part.isAncestorOf(bench.focused)), "")
        if name and name not in met:
            met.append(name)
        bench.press(Qt.Key.Key_Tab)
    assert met == ["list", "verdict", "views", view]


@pytest.mark.parametrize("view", ["reading", "matrix", "timeline"])
def test_whatever_has_the_keyboard_looks_different_from_when_it_has_not(bench: Bench, view: str, qtbot: QtBot) -> None:
    window = bench.open()
    window.show_view(view)
    window.focus_list()
    qtbot.waitUntil(lambda: min(window.drawer.sizes()) > 0)  # everything has its place
    same = []
    for _ in range(25):
        qtbot.wait(20)  # what is reached by Tab is scrolled to
        focused = bench.focused
        # An article shows in its heading that it has the keyboard.
        shown = (focused.parentWidget() if isinstance(focused, ArticleText) else None) or focused
        rect = shown.rect().translated(shown.mapTo(window, QPoint(0, 0)))
        with_keyboard = window.grab(rect).toImage()
        bench.press(Qt.Key.Key_Tab)
        if window.grab(rect).toImage() == with_keyboard:
            same.append(f"{type(focused).__name__} {focused.accessibleName()}")
    assert same == [], same
