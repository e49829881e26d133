"""What is typed is on the disk within two seconds, whatever happens next."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factcheck.workspace import Workspace
from tests.factories import notes
from tests.ui.conftest import Bench
from tests.ui.test_app import SHOWN, finished, started
from ui.verdict import DRAFT_AT_LATEST

TYPES_ON = (
    SHOWN
    + """
from PySide6.QtCore import QTimer

def type_on(window):
    typing = window.typing = QTimer(window, interval=50)
    typing.timeout.connect(lambda: type_one(window))
    typing.start()

def type_one(window):
    window.typed = getattr(window, "typed", 0) + 1
    QTest.keyClick(window.verdict.note, Qt.Key.Key_X)
    print(window.typed, flush=True)

opened(sys.argv[1], type_on)
"""
)


def test_what_was_typed_more_than_two_seconds_before_a_kill_is_there_also_of_somebody_who_never_pauses(
    tmp_path: Path,
) -> None:
    window = started(tmp_path, TYPES_ON, str(tmp_path))
    assert window.stdout is not None
    typed: list[float] = []
    while len(typed) < 10 or time.monotonic() - typed[0] < 5:
        window.stdout.readline()
        typed.append(time.monotonic())
    killed = time.monotonic()
    window.kill()
    finished(window)
    with Workspace(f"sqlite:///{tmp_path / 'cases.sqlite'}") as workspace:
        (draft,) = notes(workspace, workspace.last_case() or "").values()
    assert len(draft) >= sum(at < killed - 2 for at in typed)


def test_a_note_typed_without_a_pause_is_saved_again_and_again(bench: Bench, qtbot: QtBot) -> None:
    window = bench.open()
    saved: list[float] = []
    window.verdict.draft_written.connect(lambda *_: saved.append(time.monotonic()))
    started_at = time.monotonic()
    while time.monotonic() - started_at < 2.5 * DRAFT_AT_LATEST / 1000:
        QTest.keyClicks(window.verdict.note, "x")
        qtbot.wait(40)
    assert len(saved) == 2
    assert saved[1] - saved[0] < 2


def test_a_draft_is_told_as_a_draft_and_only_the_verdict_as_saved(bench: Bench) -> None:
    window = bench.open()
    window.verdict.note.setPlainText("The crew list")
    window.verdict.keep_draft()
    assert bench.status.startswith("Draft kept ")
    assert "Saved" not in bench.status
    window.verdict.press("1")
    assert bench.status.startswith("Saved ")


def test_a_draft_that_was_emptied_is_told_as_none(bench: Bench) -> None:
    window = bench.open()
    window.verdict.note.setPlainText("The crew list")
    window.verdict.keep_draft()
    window.verdict.note.setPlainText("")
    window.verdict.keep_draft()
    assert bench.status == ""
