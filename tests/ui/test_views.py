"""Matrix and timeline in the window, worked by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Bench
from ui.filters import Filter
from ui.reading.text import ArticleText

CTRL = Qt.KeyboardModifier.ControlModifier
FIRST, SECOND = "How many cosmonauts?", "What exactly did NASA say?"


def test_ctrl_2_shows_the_matrix_at_the_chosen_conflict_with_the_keyboard_in_it(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_2, CTRL)
    assert window.middle.currentWidget() is window.others.matrix
    assert bench.focused is window.others.matrix.table
    assert window.others.matrix.chosen() == "c1"


def test_the_list_follows_the_matrix_and_the_matrix_the_list(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_2, CTRL)
    bench.press(Qt.Key.Key_Down)
    assert bench.chosen == SECOND
    bench.press(Qt.Key.Key_K)
    assert bench.chosen == FIRST
    assert window.others.matrix.chosen() == "c1"


def test_enter_on_a_cell_reads_its_words_in_its_article(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_2, CTRL)
    bench.press(Qt.Key.Key_Right)
    bench.press(Qt.Key.Key_Return)
    assert window.middle.currentWidget() is window.reading
    assert isinstance(bench.focused, ArticleText)
    assert window.reading._focused == 1
    assert bench.chosen == FIRST


def test_a_row_the_list_does_not_show_leaves_no_conflict_chosen_that_a_key_could_decide(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_2, CTRL)
    window.others.matrix.choose("c3")
    bench.press(Qt.Key.Key_Down)
    assert window.others.matrix.chosen() == "g4"
    assert bench.chosen == ""
    bench.press(Qt.Key.Key_1)
    assert window.bridge.review.by_conflict == {}


def test_a_verdict_given_over_the_matrix_stands_in_its_row(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_2, CTRL)
    bench.press(Qt.Key.Key_1)
    row = next(row for row in window.others.matrix.model.rows if row.id == "c1")
    assert row.badge == "three"


def test_the_filter_of_the_list_narrows_the_matrix(bench: Bench, qtbot: QtBot) -> None:
    window = bench.open()

    def shown() -> list[str]:
        return [row.id for row in window.others.matrix.model.rows if row.id]

    bench.press(Qt.Key.Key_2, CTRL)
    window.focus_filter()
    bench.type("liberation")
    qtbot.waitUntil(lambda: shown() == ["c3"])
    window.conflicts.filter.clear()
    qtbot.waitUntil(lambda: len(shown()) == 4)


def test_ctrl_3_shows_the_timeline_and_enter_goes_to_the_words_of_a_date(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_3, CTRL)
    timeline = window.others.timeline
    assert bench.focused is timeline.canvas
    assert timeline.canvas.count == 1
    assert timeline.canvas.mark(0).mark.words == "July 3"
    bench.press(Qt.Key.Key_Right)
    bench.press(Qt.Key.Key_Return)
    assert window.middle.currentWidget() is window.reading
    assert isinstance(bench.focused, ArticleText)


def test_back_to_the_articles_gives_the_list_the_keyboard(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_2, CTRL)
    bench.press(Qt.Key.Key_1, CTRL)
    assert QApplication.focusWidget() is window.conflicts.view


def test_a_hidden_view_is_not_filled(bench: Bench) -> None:
    window = bench.open()
    assert not window.others.matrix.model.rows
    assert window.others.timeline.canvas.count == 0


def test_a_filter_over_very_many_questions_is_answered_in_steps(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.views.STEP", 1)
    window = bench.open()
    window.show_view("matrix")
    rows = window.others.matrix.model
    all_of_them = len(rows.rows)
    window.conflicts.filters.set_filter(Filter("cosmonauts"))
    qtbot.waitUntil(lambda: len(rows.rows) < all_of_them)
    assert rows.row_of("c1") is not None
