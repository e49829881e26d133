"""A whole working session by keyboard alone: no test here touches the mouse, nor calls what an action does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from factcheck.values import Decision
from factcheck.workspace import Workspace
from tests.ui.conftest import AtOnce, Bench
from tests.ui.dialogs import in_next_dialog
from ui.action_table import ACTIONS
from ui.bridge import Bridge
from ui.state import State
from ui.window import Window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
}
FIRST, SECOND, THIRD = "How many cosmonauts?", "What exactly did NASA say?", "Who said “a liberation day”?"


class NoMouse(QObject):
    """Remembers every use of the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.used: list[QEvent.Type] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in MOUSE:
            self.used.append(event.type())
        return False


@pytest.fixture(autouse=True)
def no_mouse(qapp: QApplication) -> Iterator[NoMouse]:
    watcher = NoMouse()
    qapp.installEventFilter(watcher)
    yield watcher
    qapp.removeEventFilter(watcher)
    assert not watcher.used


def in_dialog(*typed: str | Qt.Key) -> None:
    """Type this into the next dialog, each piece where its keyboard is by then."""

    def type_all(dialog: QDialog) -> None:
        for piece in typed:
            place = QApplication.focusWidget() or dialog
            if isinstance(piece, str):
                QTest.keyClicks(place, piece)
            else:
                QTest.keyClick(place, piece)

    in_next_dialog(type_all)


def tab_to(bench: Bench, name: str) -> None:
    """Press Tab until the part with this accessible name has the keyboard."""
    for _ in range(60):
        interface = QAccessible.queryAccessibleInterface(bench.focused)
        if interface.text(QAccessible.Text.Name) == name:
            return
        bench.press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {name}")


def visible(window: Window) -> str:
    return next(name for name, view in window.views.items() if view() is window.middle.currentWidget())


def test_a_key_before_the_case_is_there_goes_to_the_list_and_not_into_the_filter(bench: Bench) -> None:
    bench.open()
    bench.close()
    bridge = Bridge(lambda: Workspace(f"sqlite:///{bench.folder / 'cases.sqlite'}"), AtOnce)
    early = Window(State(bench.folder / "window.ini"))
    early.furnish(bridge)
    early.show()
    QTest.qWaitForWindowActive(early)
    QTest.keyClick(early.focusWidget(), Qt.Key.Key_J)
    assert (early.conflicts.view.hasFocus(), early.conflicts.filter.text()) == (True, "")
    early.close()


def test_a_case_is_opened_from_the_list_of_cases(bench: Bench) -> None:
    window = bench.open()
    bench.settle(lambda: window.bridge.create_case("Empty"))
    assert bench.rows == []

    in_dialog(Qt.Key.Key_Down, Qt.Key.Key_Return)
    bench.settle(lambda: bench.press(Qt.Key.Key_O, CTRL | SHIFT))
    assert bench.rows == [FIRST, SECOND, THIRD]


def test_a_conflict_is_judged_with_a_note_and_the_verdict_taken_back(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_J)
    assert bench.chosen == SECOND
    bench.press(Qt.Key.Key_N)
    bench.type("1 of 2 transcripts has Russia in it.")
    bench.press(Qt.Key.Key_Escape)
    assert bench.focused is window.conflicts.view
    bench.press(Qt.Key.Key_1)
    (verdict,) = window.bridge.review.by_conflict.values()
    assert (verdict.decision, verdict.rationale) == (Decision.ANSWER, "1 of 2 transcripts has Russia in it.")
    assert bench.chosen == THIRD, "the next undecided conflict is shown"
    bench.press(Qt.Key.Key_Z, CTRL)
    assert not window.bridge.review.by_conflict


def test_undecided_conflicts_are_gone_through_and_gone_back_to(bench: Bench) -> None:
    bench.open()
    bench.press(Qt.Key.Key_5)
    assert bench.chosen == SECOND
    bench.press(Qt.Key.Key_J, SHIFT)
    assert bench.chosen == THIRD
    bench.press(Qt.Key.Key_K, SHIFT)
    assert bench.chosen == SECOND
    bench.press(Qt.Key.Key_K)
    assert bench.chosen == FIRST


def test_the_list_is_filtered_and_shown_whole_again(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_Slash)
    bench.type("nasa")
    assert bench.rows == [SECOND]
    bench.press(Qt.Key.Key_Escape)
    assert bench.focused is window.conflicts.view
    assert bench.rows == [SECOND], "the first Esc only leaves the field"
    bench.press(Qt.Key.Key_Escape)
    assert bench.rows == [FIRST, SECOND, THIRD]


def test_a_cell_of_the_matrix_leads_to_its_words_and_escape_back_to_the_list(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_2, CTRL)
    assert visible(window) == "matrix"
    assert window.others.matrix.table.hasFocus()
    bench.press(Qt.Key.Key_Down)
    assert bench.chosen == SECOND
    bench.press(Qt.Key.Key_Right)
    bench.press(Qt.Key.Key_Return)
    assert visible(window) == "reading"
    assert window.reading.isAncestorOf(bench.focused)
    bench.press(Qt.Key.Key_Escape)
    assert bench.focused is window.conflicts.view


def test_a_date_of_the_timeline_leads_to_its_words(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_3, CTRL)
    assert visible(window) == "timeline"
    assert bench.focused is window.others.timeline.canvas
    bench.press(Qt.Key.Key_Home)
    bench.press(Qt.Key.Key_Plus)
    assert window.others.timeline.canvas.zoom > 1
    bench.press(Qt.Key.Key_Return)
    assert visible(window) == "reading"
    assert window.reading.isAncestorOf(bench.focused)


def test_words_are_searched_and_gone_through(bench: Bench, qtbot: QtBot) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_F, CTRL)
    assert bench.focused is window.search.field
    with qtbot.waitSignal(window.bridge.found):
        bench.type("cosmonauts")
    qtbot.waitUntil(lambda: window.search.count.text() != "")
    bench.press(Qt.Key.Key_F3)
    first = window.search.count.text()
    bench.press(Qt.Key.Key_F3)
    assert (first[:2], window.search.count.text()[:2]) == ("1 ", "2 ")
    bench.press(Qt.Key.Key_Escape)
    assert not window.search.isVisible()


def test_a_report_is_exported(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    target = tmp_path / "report.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    window = bench.open()
    with qtbot.waitSignal(window.bridge.report_written):
        bench.press(Qt.Key.Key_E, CTRL)
    assert FIRST in target.read_text("utf-8")


def test_the_palette_does_what_is_typed(bench: Bench) -> None:
    window = bench.open()
    in_dialog("timeline", Qt.Key.Key_Return)
    bench.press(Qt.Key.Key_K, CTRL)
    assert visible(window) == "timeline"


@pytest.mark.parametrize(
    ("view", "part"),
    [
        (Qt.Key.Key_1, "Filter conflicts"),
        (Qt.Key.Key_1, "Rationale of the verdict"),
        (Qt.Key.Key_1, "Text of Wire report"),
        (Qt.Key.Key_2, "Show what only one source says"),
        (Qt.Key.Key_3, "Show what only one source says"),
        (Qt.Key.Key_3, "Zoom in (+)"),
    ],
)
def test_tab_comes_to_every_part(bench: Bench, view: Qt.Key, part: str) -> None:
    bench.open()
    bench.press(view, CTRL)
    tab_to(bench, part)


def test_every_action_is_in_a_menu_where_alt_and_the_arrows_find_it(bench: Bench) -> None:
    window = bench.open()
    found = set()
    menus = [action.menu() for action in window.menuBar().actions()]
    while menus:
        menu = menus.pop()
        assert isinstance(menu, QMenu)
        for action in menu.actions():
            found.add(action.objectName())
            if action.menu():
                menus.append(action.menu())
    assert {action.name for action in ACTIONS} <= found
