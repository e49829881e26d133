"""Finding words with the bar above the articles."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factcheck.search import Query
from tests.ui.conftest import Bench
from ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def searched(bench: Bench, qtbot: QtBot, typed: str, modifiers: Qt.KeyboardModifier = CTRL) -> Window:
    """The window after Ctrl+F (with Shift: in all cases) and these words."""
    window = bench.window
    bench.press(Qt.Key.Key_F, modifiers)
    with qtbot.waitSignal(window.bridge.found, check_params_cb=lambda query, _: query.text == typed, timeout=10_000):
        bench.type(typed)
    return window


def rows(window: Window) -> list[str]:
    return [window.search.results.item(row).text() for row in window.search.results.hits()]


def test_words_of_the_open_case_are_found_as_they_are_typed(bench: Bench, qtbot: QtBot) -> None:
    bench.open()
    window = searched(bench, qtbot, "fundamentally inconsistent")
    assert len(rows(window)) == 2
    assert all("fundamentally inconsistent" in row for row in rows(window))
    assert window.search.count.text() == "2 found"


def test_enter_goes_from_place_to_place_and_the_article_follows(bench: Bench, qtbot: QtBot) -> None:
    bench.open()
    window = searched(bench, qtbot, "fundamentally")
    bench.press(Qt.Key.Key_Return)
    assert window.search.count.text() == "1 of 2"
    first = window.search.results.chosen()
    bench.press(Qt.Key.Key_Return)
    second = window.search.results.chosen()
    assert first is not None
    assert second is not None
    assert first[0].article != second[0].article
    bench.press(Qt.Key.Key_F3, SHIFT)
    assert window.search.results.chosen() == first


def test_escape_closes_the_bar_and_takes_the_tints_away(bench: Bench, qtbot: QtBot) -> None:
    bench.open()
    window = searched(bench, qtbot, "cosmonauts")
    bench.press(Qt.Key.Key_Escape)
    assert not window.search.isVisible()
    assert window.searching._found == {}


def test_a_search_that_is_done_after_the_bar_was_left_tints_nothing(bench: Bench, qtbot: QtBot) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_F, CTRL)
    with qtbot.waitSignal(window.bridge.found, timeout=10_000):
        window.bridge.search(Query("cosmonauts"), everywhere=False)
        bench.press(Qt.Key.Key_Escape)
    assert window.searching._found == {}


def test_a_broken_pattern_is_said_in_the_bar(bench: Bench, qtbot: QtBot) -> None:
    bench.open()
    window = searched(bench, qtbot, "[0-9")
    with qtbot.waitSignal(window.bridge.search_failed, timeout=10_000):
        window.search.pattern.click()
    assert window.search.count.text().startswith("not a regular expression")


def test_a_place_in_another_case_opens_that_case(bench: Bench, qtbot: QtBot, tmp_path: Path) -> None:
    window = bench.open()
    (tmp_path / "ferry.txt").write_text("A ferry sank.\n\nFour people were killed.", "utf-8")
    ferry = window.bridge.workspace.create_case("The ferry")
    window.bridge.workspace.import_files(ferry.id, [tmp_path / "ferry.txt"])
    searched(bench, qtbot, "were killed", CTRL | SHIFT)
    assert rows(window) == ["Four people were killed."]
    with qtbot.waitSignal(window.bridge.case_settled, timeout=10_000):
        bench.press(Qt.Key.Key_Return)
    assert window.windowTitle().startswith("The ferry")
    assert window.search.isVisible()


def test_words_selected_in_an_article_are_looked_for(bench: Bench, qtbot: QtBot) -> None:
    window = bench.open()
    with qtbot.waitSignal(window.bridge.found, timeout=10_000):
        window.reading.search_wanted.emit("a liberation day")
    assert window.search.field.text() == '"a liberation day"'
    assert len(rows(window)) >= 2


def test_searches_are_remembered_and_can_be_saved(bench: Bench, qtbot: QtBot) -> None:
    bench.open()
    window = searched(bench, qtbot, "cosmonauts")
    bench.press(Qt.Key.Key_Return)
    menu = window.search.kept.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text().startswith("Save")).trigger()
    again = bench.open()
    menu = again.search.kept.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()].count("cosmonauts") == 2, "saved and recent"
    again.show_view("reading")


def test_a_pattern_comes_back_as_a_pattern(bench: Bench, qtbot: QtBot) -> None:
    bench.open()
    window = searched(bench, qtbot, "cosmonauts?")
    window.search.pattern.click()
    qtbot.waitUntil(lambda: len(rows(window)) > 0)
    bench.press(Qt.Key.Key_Return)
    window.search.take(Query("cosmonauts"))
    menu = window.search.kept.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text().endswith("cosmonauts?")).trigger()
    assert window.search.query == Query("cosmonauts?", pattern=True)
