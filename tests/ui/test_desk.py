"""Several windows: a case stands in one of them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.search import Query
from factcheck.workspace import Workspace
from tests.factories import notes
from tests.ui.conftest import PATIENTLY, AtOnce
from ui.bridge import Bridge
from ui.desk import Desk
from ui.keeper import wait_for_last
from ui.state import State
from ui.window import Window


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    def bridge() -> Bridge:
        return Bridge(lambda: Workspace(f"sqlite:///{tmp_path / 'cases.sqlite'}"), AtOnce)

    state = State(tmp_path / "window.ini")
    state.write("tour_seen", True)
    made = Desk(bridge, state)
    first = made.open_window()
    first.show()
    with qtbot.waitSignal(first.bridge.case_settled, timeout=PATIENTLY * 1000):
        first.bridge.open_last_case()
    yield made
    for window in tuple(made.windows):
        window.close()
        window.deleteLater()
    assert wait_for_last(PATIENTLY)
    gc.unfreeze()


def _beside(desk: Desk, qtbot: QtBot) -> tuple[Window, Window]:
    """The window on the sample case, and a second one on a case of its own."""
    (first,) = desk.windows
    other = first.bridge.workspace.create_case("The ferry")
    first.cases.window_wanted.emit(other.id)
    (_, second) = desk.windows
    qtbot.waitUntil(lambda: second.bridge.case is not None, timeout=PATIENTLY * 1000)
    return first, second


def test_the_collector_of_garbage_passes_over_the_case_that_is_shown(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: gc.get_freeze_count() > 0)
    (window,) = desk.windows
    case = window.bridge.case
    assert not any(each is case for each in gc.get_objects())


def test_another_case_opens_beside_the_first(desk: Desk, qtbot: QtBot) -> None:
    first, second = _beside(desk, qtbot)
    assert second.windowTitle().startswith("The ferry")
    assert first.windowTitle().startswith("NASA’s rebuke")


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_case_that_stands_in_another_window_is_not_opened_twice(desk: Desk, qtbot: QtBot) -> None:
    first, second = _beside(desk, qtbot)
    assert first.bridge.case is not None
    second.cases.open_case(first.bridge.case.id)
    second.cases.window_wanted.emit(first.bridge.case.id)
    assert len(desk.windows) == 2
    assert second.windowTitle().startswith("The ferry")


def test_a_closed_window_frees_its_case(desk: Desk, qtbot: QtBot) -> None:
    first, second = _beside(desk, qtbot)
    assert first.bridge.case is not None
    sample = first.bridge.case.id
    first.close()
    assert desk.windows == [second]
    second.cases.open_case(sample)
    qtbot.waitUntil(lambda: second.windowTitle().startswith("NASA’s rebuke"), timeout=PATIENTLY * 1000)


def test_what_is_typed_in_any_window_is_kept(desk: Desk, qtbot: QtBot) -> None:
    first, _ = _beside(desk, qtbot)
    entry = first.conflicts.chosen()
    assert entry is not None
    assert entry.conflict is not None
    first.verdict.note.setPlainText("two lists differ")
    desk.keep_typed()
    assert first.bridge.ledger.drafts[entry.conflict.id] == "two lists differ"


def test_the_windows_share_theme_and_keys(desk: Desk, qtbot: QtBot) -> None:
    first, second = _beside(desk, qtbot)
    second.appearance.choose("dark")
    first.keys.set("note", ("Ctrl+Shift+M",))
    assert first.appearance.theme.name == "dark"
    assert first.actions_by_name["theme_dark"].isChecked()
    assert second.actions_by_name["note"].shortcut().toString() == "Ctrl+Shift+M"


def test_keys_change_when_a_window_has_closed(desk: Desk, qtbot: QtBot) -> None:
    first, second = _beside(desk, qtbot)
    second.close()
    QApplication.sendPostedEvents(second, QEvent.Type.DeferredDelete)
    first.keys.set("note", ("Ctrl+Shift+M",))
    assert first.actions_by_name["note"].shortcut().toString() == "Ctrl+Shift+M"


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_window_whose_case_is_deleted_closes_where_the_next_case_stands_in_another(desk: Desk, qtbot: QtBot) -> None:
    first, second = _beside(desk, qtbot)
    assert second.bridge.case is not None
    with qtbot.waitSignal(second.closed, timeout=PATIENTLY * 1000):
        second.bridge.delete_case(second.bridge.case.id)
    assert desk.windows == [first]


def test_a_note_that_is_being_typed_is_kept_when_another_case_opens(desk: Desk, qtbot: QtBot) -> None:
    (window,) = desk.windows
    entry, sample = window.conflicts.chosen(), window.bridge.case
    assert entry is not None
    assert entry.conflict is not None
    assert sample is not None
    window.verdict.note.setPlainText("two lists differ")
    with qtbot.waitSignal(window.bridge.case_opened, timeout=PATIENTLY * 1000):
        window.bridge.create_case("The ferry")
    assert notes(window.bridge.workspace, sample.id)[entry.conflict.id] == "two lists differ"


@pytest.mark.qt_log_ignore("does not support raise")
def test_words_found_in_a_case_of_another_window_are_gone_to_there(desk: Desk, qtbot: QtBot) -> None:
    first, second = _beside(desk, qtbot)
    second.searching.search_everywhere()
    second.search.take(Query("inconsistent"))
    qtbot.waitUntil(lambda: len(second.search.results.hits()) == 2, timeout=PATIENTLY * 1000)
    second.search.step(1)
    chosen = second.search.results.chosen()
    qtbot.waitUntil(lambda: first.search.results.chosen() is not None, timeout=PATIENTLY * 1000)
    assert first.search.isVisible()
    found = first.search.results.chosen()
    assert chosen is not None
    assert found is not None
    assert found[1] == chosen[1]
    assert second.windowTitle().startswith("The ferry")
