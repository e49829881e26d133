"""The table of actions, and docs/keyboard.md that is made from it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from factcheck.values import Decision
from tests.ui.conftest import Bench
from ui.action_table import ACTIONS, ICONS
from ui.keys import keyboard_page
from ui.wording import ANSWER_KEYS, DECISION_KEYS

PAGE = Path(__file__).parents[2] / "docs" / "keyboard.md"


def test_the_page_of_keys_is_the_table() -> None:
    assert PAGE.read_text("utf-8") == keyboard_page(), "write it anew: python -m ui.keys > docs/keyboard.md"


def test_no_key_does_two_things() -> None:
    keys = Counter(QKeySequence(key).toString() for action in ACTIONS for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_name_is_used_once() -> None:
    assert len({action.name for action in ACTIONS}) == len(ACTIONS)


def test_every_key_can_be_typed() -> None:
    assert all(not QKeySequence(key).isEmpty() for action in ACTIONS for key in action.keys)


def test_every_verdict_has_a_key_of_its_own() -> None:
    keys = (*ANSWER_KEYS, *DECISION_KEYS.values())
    assert len(set(keys)) == len(keys) == 10
    assert set(DECISION_KEYS) == set(Decision) - {Decision.ANSWER, Decision.OPEN}


def test_every_action_stands_in_a_menu(bench: Bench) -> None:
    window = bench.open()
    shown = {action.objectName() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    assert {action.name for action in ACTIONS} <= shown


def test_no_menu_is_taller_than_a_small_screen(bench: Bench) -> None:
    window = bench.open()
    heights = {menu.title(): menu.sizeHint().height() for menu in window.menuBar().findChildren(QMenu)}
    assert {title: height for title, height in heights.items() if height > 800} == {}
    assert heights["&View"] < 500


def test_the_view_menu_parts_its_submenus_by_what_they_are_for(bench: Bench) -> None:
    window = bench.open()
    (view,) = (menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == "&View")
    shown = [action.menu().title() if action.menu() else action.text() for action in view.actions()]  # type: ignore[attr-defined]
    assert shown == [
        *("Reading", "Matrix", "Timeline", ""),
        *("Compare the sources", "Copy the comparison", "Show what agrees or stands alone", ""),
        *("Go to", "Find", "Filter the list", "", "Panes", "Marks", "", "Text size", "Theme"),
    ]


def test_the_icons_beside_the_actions_take_the_colours_of_the_theme(bench: Bench) -> None:
    window = bench.open()

    def darkest() -> int:
        image = window.actions_by_name["undo"].icon().pixmap(16, 16).toImage()
        inked = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
        return min(c.lightness() for c in inked if c.alpha() > 200)

    assert set(ICONS) <= set(window.actions_by_name)
    window.appearance.choose("light")
    light = darkest()
    window.appearance.choose("dark")
    assert darkest() > light
