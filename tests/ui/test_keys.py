"""A person's own keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Bench
from ui.key_page import KeyPage
from ui.keys import KeyMap
from ui.state import State

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def keys(tmp_path: Path) -> KeyMap:
    return KeyMap(State(tmp_path / "window.ini"))


def test_a_chosen_key_works_at_once_and_is_kept(keys: KeyMap, tmp_path: Path) -> None:
    action = QAction()
    keys.dress({"next_conflict": action})
    keys.set("next_conflict", ("Ctrl+J",))
    assert action.shortcut().toString() == "Ctrl+J"
    assert KeyMap(State(tmp_path / "window.ini")).keys("next_conflict") == ("Ctrl+J",)


def test_a_key_that_does_something_else_is_refused_by_name(keys: KeyMap) -> None:
    with pytest.raises(ValueError, match="“K” is already “Previous conflict”"):
        keys.set("next_conflict", ("K",))
    assert keys.keys("next_conflict") == ("J",)


def test_an_action_can_be_without_a_key(keys: KeyMap) -> None:
    keys.set("next_conflict", ())
    assert keys.keys("next_conflict") == ()
    keys.reset("next_conflict")
    assert keys.keys("next_conflict") == ("J",)


def test_the_usual_key_is_not_taken_back_from_an_action_that_has_it_now(keys: KeyMap) -> None:
    keys.set("next_conflict", ())
    keys.set("previous_conflict", ("J",))
    with pytest.raises(ValueError, match="already"):
        keys.reset("next_conflict")
    keys.reset_all()
    assert (keys.keys("next_conflict"), keys.keys("previous_conflict")) == (("J",), ("K",))


def test_the_page_changes_the_key_of_the_chosen_row(bench: Bench, qtbot: QtBot) -> None:
    window = bench.open()
    page = KeyPage(window.keys, window)
    page.filter.setText("next conflict")
    row = next(item for item in page.table.findItems("Next conflict", CONTAINS, 0) if not item.isHidden())
    page.table.setCurrentItem(row)
    page.show()
    page.field.setFocus()
    QTest.keyClick(page.field, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: page.fault.text() == "“K” is already “Previous conflict”.")
    QTest.keyClick(page.field, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: row.text(1) == "Y")
    page.close()
    window.focus_list()
    first = bench.chosen
    bench.press(Qt.Key.Key_Y)
    assert bench.chosen != first


CONTAINS = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
