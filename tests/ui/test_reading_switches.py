"""Marks, scrolling together and the articles' order, by menu and keyboard in the whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Bench
from ui.reading.claims_list import ClaimsList

SHIFT_ALT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier


def order(bench: Bench) -> str:
    """The open articles from left to right, by their letters."""
    return "".join(pane.accessibleName()[8] for pane in bench.window.reading.shelf.panes())


def test_marks_hidden_in_the_menu_stay_hidden_at_the_next_start(bench: Bench) -> None:
    window = bench.open()
    assert window.actions_by_name["marks_single"].isChecked()
    window.actions_by_name["marks_single"].trigger()
    window.actions_by_name["marks_date"].trigger()
    again = bench.open()
    assert again.reading.shown_marks.hidden == {"single", "date"}
    assert not again.actions_by_name["marks_date"].isChecked()
    assert again.actions_by_name["all_marks"].isEnabled()
    again.actions_by_name["all_marks"].trigger()
    assert again.actions_by_name["marks_date"].isChecked()
    assert again.reading.shown_marks.hidden == frozenset()


def test_articles_that_cannot_scroll_together_say_why(bench: Bench, qtbot: QtBot) -> None:
    action = bench.open().actions_by_name["scroll_together"]
    assert not action.isEnabled()
    why = "Scroll together (The articles tell things in different orders)"
    qtbot.waitUntil(lambda: action.text() == why)  # the claims are shown part after part


def test_an_article_is_moved_hidden_and_shown_by_keyboard(bench: Bench) -> None:
    window = bench.open()
    window.activateWindow()
    bench.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    bench.press(Qt.Key.Key_Right, SHIFT_ALT)
    assert order(bench) == "BA"
    bench.press(Qt.Key.Key_H)
    assert order(bench) == "B"
    bench.press(Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert order(bench) == "BA"


@pytest.mark.qt_log_ignore("does not support")
def test_the_claims_of_an_article_are_reached_by_keyboard(bench: Bench) -> None:
    window = bench.open()
    window.activateWindow()
    bench.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    bench.press(Qt.Key.Key_L)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, ClaimsList)
    assert opened.accessibleName() == "Claims of B"
    assert len(opened.lines()) > 1
    opened.close()
