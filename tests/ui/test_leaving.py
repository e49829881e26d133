"""The system ends the program: it ends as if it had been closed. In a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck.hand import notes
from factcheck.safekeeping import Safekeeping
from factcheck.workspace import Workspace
from ui.state import State

PATIENTLY = 60  # seconds: only ever reached when something is broken

# The program as it is started, with a note typed as soon as a case is shown; `then(window)` follows.
TYPED = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from factcheck.errors import StoreUnusable
from factcheck.workspace import Workspace
from tests.ui.conftest import AtOnce
from ui import app, bridge, leaving

def typed(window):
    window.verdict.note.setPlainText("Half a sentence")
    then(window)
    QTimer.singleShot(0, lambda: print("typed", flush=True))

def hear(bridge, window):
    bridge.case_settled.connect(lambda case: typed(window))

def then(window):
    pass

app._quit_when_ready = hear
bridge.Bridge.__init__.__defaults__ = (AtOnce,)
"""
RUNS = "sys.exit(app.main(['--settings', sys.argv[1], '--quit-when-ready']))"

UNDER_A_DIALOG = """
def then(window):
    dialog = QDialog(window)
    QTimer.singleShot(0, dialog.exec)
"""
WHILE_A_NOTE_ON_WORDS_IS_WRITTEN = """
def then(window):
    from factcheck.values import Span
    from ui.hand.noting import NoteSheet
    case = window.bridge.case
    words = (case.articles[0], Span(0, 4))
    sheet = NoteSheet(window, case, words, lambda changes: bool(window.bridge.ledger.act(changes)))
    sheet.open_at(None)
    sheet.field.setPlainText("Half a note")
"""
ON_A_FULL_DISK = """
def full(*_):
    raise StoreUnusable("cases.sqlite: the disk is full")

Workspace.keep_draft = full
"""
WHILE_IT_ASKS_WHETHER_TO_CLOSE = """
def then(window):
    QTimer.singleShot(0, window.close)
"""
BESIDE_A_WINDOW_THAT_CANNOT_BE_FURNISHED = """
def then(window):
    from ui.desk import Desk
    Desk.furnish = lambda *_: 1 / 0
    QTimer.singleShot(0, lambda: window.cases.window_wanted.emit("another"))
"""
WITH_A_BACKUP_THAT_TAKES_FOREVER = """
Workspace.back_up = lambda self, ending=False: time.sleep(3600)
leaving.LONGEST = 0.5
"""


def ended(folder: Path, number: signal.Signals, differently: str = "") -> tuple[int, str]:
    """The status with which the program ends when it is sent the signal, and what it said."""
    settings = folder / "window.ini"
    State(settings).write("tour_seen", True)
    window = subprocess.Popen(
        [sys.executable, "-c", TYPED + differently + RUNS, settings],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(folder)},
    )
    assert window.stdout
    try:
        line = window.stdout.readline()
        window.send_signal(number)
        _, said = window.communicate(timeout=PATIENTLY)
    finally:
        window.kill()
    assert line == "typed\n", said
    return window.returncode, said


def store(folder: Path) -> Path:
    return folder / "factcheck" / "factcheck.sqlite"


def drafts(folder: Path) -> list[str]:
    with Workspace(f"sqlite:///{store(folder)}") as workspace:
        return [draft.text for draft in workspace.drafts(workspace.last_case() or "")]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_session_that_ends_keeps_what_is_typed_and_leaves_a_backup(tmp_path: Path, number: signal.Signals) -> None:
    assert ended(tmp_path, number) == (0, "")
    assert drafts(tmp_path) == ["Half a sentence"]
    (looked,) = Safekeeping(store(tmp_path)).backups()
    assert looked.backup.why == "after a session"


def test_it_ends_under_an_open_dialog(tmp_path: Path) -> None:
    assert ended(tmp_path, signal.SIGTERM, UNDER_A_DIALOG) == (0, "")
    assert drafts(tmp_path) == ["Half a sentence"]


def test_a_note_on_words_that_is_being_written_is_recorded_as_it_stands(tmp_path: Path) -> None:
    assert ended(tmp_path, signal.SIGTERM, WHILE_A_NOTE_ON_WORDS_IS_WRITTEN) == (0, "")
    with Workspace(f"sqlite:///{store(tmp_path)}") as workspace:
        case = workspace.open_case(workspace.last_case() or "")
    assert [note.text for note in notes(case)] == ["Half a note"]


def test_it_ends_beside_a_window_that_cannot_be_furnished(tmp_path: Path) -> None:
    status, said = ended(tmp_path, signal.SIGTERM, BESIDE_A_WINDOW_THAT_CANNOT_BE_FURNISHED)
    assert status == 0
    assert "AttributeError" not in said
    assert drafts(tmp_path) == ["Half a sentence"]


def test_it_ends_over_a_note_that_cannot_be_saved(tmp_path: Path) -> None:
    status, _ = ended(tmp_path, signal.SIGTERM, ON_A_FULL_DISK)
    assert status == 0


def test_it_ends_as_if_closed_while_it_asks_whether_to_close(tmp_path: Path) -> None:
    status, _ = ended(tmp_path, signal.SIGTERM, ON_A_FULL_DISK + WHILE_IT_ASKS_WHETHER_TO_CLOSE)
    assert status == 0
    assert State(tmp_path / "window.ini").bytes("geometry"), "how the window was left is remembered"


def test_it_does_not_wait_forever_for_the_last_backup(tmp_path: Path) -> None:
    began = time.monotonic()
    status, said = ended(tmp_path, signal.SIGTERM, WITH_A_BACKUP_THAT_TAKES_FOREVER)
    assert (status, said) == (1, "factcheck: what was done is on the disk; the last backup took too long\n")
    assert time.monotonic() - began < PATIENTLY
