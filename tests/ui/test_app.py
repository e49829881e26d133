"""The program as it is started: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.review import reviewed
from factcheck.workspace import SAMPLE_NAME, Workspace
from ui import app

PATIENTLY = 30  # seconds: only ever reached when something is broken


def finished(window: subprocess.Popen[str]) -> tuple[str, str]:
    """What it printed; it is not left behind when something is broken."""
    try:
        return window.communicate(timeout=PATIENTLY)
    except subprocess.TimeoutExpired:
        window.kill()
        window.communicate()
        raise


def started(folder: Path, code: str, *arguments: str) -> subprocess.Popen[str]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(folder)}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


# A window over a real database whose analysis is set by hand; `then(bench)` runs when it is shown.
SHOWN = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from factcheck.workspace import Workspace
from tests.ui.conftest import AtOnce
from ui.bridge import Bridge
from ui.state import State
from ui.window import Window

def opened(folder, then):
    app = QApplication([])
    bridge = Bridge(lambda: Workspace(f"sqlite:///{folder}/cases.sqlite"), AtOnce)
    state = State(Path(folder) / "window.ini")
    state.write("tour_seen", True)
    window = Window(state)
    window.furnish(bridge)
    bridge.case_settled.connect(lambda case: then(window))
    window.show()
    bridge.open_last_case()
    app.exec()
"""

DECIDES_AND_WAITS = (
    SHOWN
    + """
def decide(window):
    window.verdict.note.setPlainText("Roscosmos lists three.")
    window.bridge.ledger.verdict_saved.connect(lambda verdict: print(window.status.saved.text(), flush=True))
    QTest.keyClick(window, Qt.Key.Key_1)

opened(sys.argv[1], decide)
"""
)


def test_a_verdict_survives_being_killed_right_after_saved_was_shown(tmp_path: Path) -> None:
    window = started(tmp_path, DECIDES_AND_WAITS, str(tmp_path))
    assert window.stdout is not None
    line = window.stdout.readline()
    window.kill()
    finished(window)
    with Workspace(f"sqlite:///{tmp_path / 'cases.sqlite'}") as workspace:
        case = workspace.open_case(workspace.last_case() or "")
    (verdict,) = reviewed(case).by_conflict.values()
    assert (verdict.answers, verdict.rationale) == (("three",), "Roscosmos lists three.")
    assert line.startswith("Saved"), "shown before the process was killed"


PAINTED = (
    SHOWN
    + """
def look(window):
    print(sorted(name for name in sys.modules if name.split(".")[0] in {"spacy", "thinc", "numpy"}), flush=True)
    window.close()
    QApplication.exit(0)

opened(sys.argv[1], look)
"""
)


def test_the_window_shows_a_case_without_the_parser_in_its_process(tmp_path: Path) -> None:
    window = started(tmp_path, PAINTED, str(tmp_path))
    out, _ = finished(window)
    assert out.strip() == "[]"


FIRST_PAINT = """
import sys
from PySide6.QtWidgets import QApplication
from ui.state import State
from ui.window import Window
app = QApplication([])
window = Window(State(sys.argv[1]))
loaded = {"sqlalchemy", "alembic", "spacy", "numpy", "babel", "factcheck.analysis"}
def painted():
    print(sorted(sys.modules.keys() & {*loaded, "factcheck.values", "ui.bridge"}))
    from ui.bridge import Bridge
    window.furnish(Bridge(lambda: None))
    app.processEvents()
    print(sorted(sys.modules.keys() & loaded))
    window.close()
window.painted.connect(painted)
window.show()
app.exec()
"""


def test_the_window_is_painted_before_the_store_the_parser_and_the_analysis_are_imported(tmp_path: Path) -> None:
    window = started(tmp_path, FIRST_PAINT, str(tmp_path / "window.ini"))
    out, _ = finished(window)
    assert out.splitlines() == ["[]", "[]"]


def test_a_missing_display_is_one_line_and_status_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(app, "window_problem", lambda: "there is no display; use xvfb-run")
    assert app.main([]) == 1
    assert capsys.readouterr().err == "factcheck: there is no display; use xvfb-run\n"


OPENS = "import sys; from ui.app import main; sys.exit(main(sys.argv[1:]))"


def test_files_that_cannot_be_read_are_named_over_the_last_case(tmp_path: Path) -> None:
    window = started(tmp_path, OPENS, "--quit-when-ready", str(tmp_path / "gone.txt"), str(tmp_path / "too.txt"))
    _, err = finished(window)
    assert window.returncode == 1
    assert "gone.txt" in err
    with Workspace(f"sqlite:///{tmp_path / 'factcheck' / 'factcheck.sqlite'}") as workspace:
        assert [case.name for case in workspace.cases()] == [SAMPLE_NAME]


def test_a_name_that_is_neither_a_file_nor_a_case_is_one_line_and_status_1(tmp_path: Path) -> None:
    window = started(tmp_path, OPENS, "--quit-when-ready", "no-such-case")
    _, err = finished(window)
    assert window.returncode == 1
    assert "factcheck: no file and no case is called no-such-case" in err


CLOSED_AT_ONCE = """
import sys
from PySide6.QtWidgets import QApplication
from ui import app
from ui.desk import Desk
furnish = Desk.furnish
def and_closed(self, window):
    furnish(self, window)
    window.close()
Desk.furnish = and_closed
sys.exit(app.main(sys.argv[1:]))
"""


def test_a_window_that_is_closed_while_it_is_furnished_ends_in_silence(tmp_path: Path) -> None:
    window = started(tmp_path, CLOSED_AT_ONCE)
    assert finished(window) == ("", "")
    assert window.returncode == 0


def test_a_window_that_cannot_be_furnished_ends_a_smoke_run_with_status_1(tmp_path: Path) -> None:
    broken = "import ui.furnishing as f; f.furnish = None; " + OPENS
    window = started(tmp_path, broken, "--quit-when-ready")
    _, err = finished(window)
    assert window.returncode == 1
    assert "TypeError" in err
