"""Several windows: a case stands in one of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factcheck.workspace import Workspace
from tests.ui.conftest import AtOnce
from ui.bridge import Bridge
from ui.desk import Desk
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
    with qtbot.waitSignal(first.bridge.case_settled, timeout=10_000):
        first.bridge.open_last_case()
    yield made
    for window in tuple(made.windows):
        window.close()
        window.deleteLater()


def _beside(desk: Desk, qtbot: QtBot) -> tuple[Window, Window]:
    """The window on the sample case, and a second one on a case of its own."""
    (first,) = desk.windows
    other = first.bridge.workspace.create_case("The ferry")
    first.cases.window_wanted.emit(other.id)
    (_, second) = desk.windows
    qtbot.waitUntil(lambda: second.bridge.case is not None, timeout=10_000)
    return first, second


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
    qtbot.waitUntil(lambda: second.windowTitle().startswith("NASA’s rebuke"), timeout=10_000)


def test_what_is_typed_in_any_window_is_kept(desk: Desk, qtbot: QtBot) -> None:
    first, _ = _beside(desk, qtbot)
    entry = first.conflicts.chosen()
    assert entry is not None
    assert entry.conflict is not None
    first.verdict.note.setPlainText("two lists differ")
    desk.keep_typed()
    assert first.bridge.drafts[entry.conflict.id] == "two lists differ"
