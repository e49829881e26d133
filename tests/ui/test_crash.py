"""What the program does when it is wrong itself, and what it leaves behind when it cannot even say so."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from factcheck.workspace import Workspace
from tests.factories import notes
from tests.ui.conftest import Bench
from tests.ui.test_app import SHOWN, finished, started
from ui import crash, hard_crash
from ui.crash import CrashDialog, Crashes
from ui.crash_report import report, without_folders
from ui.errands import Errands

SECRET = "secret words of an article"


class Machine:
    """Installs the hooks, and answers each dialog."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.saved, self.left, self.shown = 0, 0, list[CrashDialog]()
        self.answer: Callable[[CrashDialog], object] = lambda dialog: dialog.go_on.click()
        self.reports, self.abouts = list[str](), list[str]()
        monkeypatch.setattr(CrashDialog, "exec", lambda dialog: self._answered(dialog))
        monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # to be put back
        monkeypatch.setattr(threading, "excepthook", threading.excepthook)
        self.crashes = crash.install(self.save, self.leave)

    def save(self) -> None:
        self.saved += 1

    def leave(self) -> None:
        self.left += 1

    def _answered(self, dialog: CrashDialog) -> int:
        self.shown.append(dialog)
        self.reports.append(dialog.text.toPlainText())
        self.abouts.append(dialog.about.text())
        self.answer(dialog)
        return 0

    def go_wrong(self, why: Callable[[], object]) -> None:
        """An exception that nobody catches, as Qt hands on those of slots."""
        try:
            why()
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)
        QApplication.processEvents()


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Machine:  # noqa: ARG001  # there must be an application
    return Machine(monkeypatch)


def fail() -> None:
    raise KeyError(SECRET)


def fail_for_a_reason() -> None:
    try:
        fail()
    except KeyError as error:
        raise ValueError(f"{SECRET} in /home/ana/tip.txt") from error


def test_what_is_typed_is_saved_before_anything_is_shown(machine: Machine) -> None:
    machine.answer = lambda _: None
    machine.go_wrong(fail)
    assert machine.saved == 1
    (about,) = machine.abouts
    assert "so is what you had typed" in about
    assert machine.left == 0


def test_when_saving_fails_the_dialog_says_so(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.crashes._save = fail
    machine.go_wrong(fail)
    assert "copy it before you quit" in machine.abouts[0]
    assert "KeyError" in capsys.readouterr().err


def test_the_report_says_where_and_nothing_that_a_person_wrote() -> None:
    try:
        fail_for_a_reason()
    except ValueError as error:
        told = report(error)
    assert "ValueError" in told
    assert "caused by KeyError" in told
    assert "tests/ui/test_crash.py" in told
    assert "in fail_for_a_reason" in told
    for private in (SECRET, "ana", "tip.txt", str(Path.home()), str(Path(__file__).parents[2])):
        assert private not in told


def test_a_file_of_nobody_we_know_is_named_without_its_folder() -> None:
    told = without_folders('  File "/home/ana/Documents/plugin.py", line 3 in run')
    assert told == '  File "plugin.py", line 3 in run'


def test_the_report_can_be_copied(machine: Machine) -> None:
    machine.answer = lambda dialog: dialog.copy.click()
    machine.go_wrong(fail)
    assert QApplication.clipboard().text() == machine.reports[0]
    assert "KeyError" in QApplication.clipboard().text()


def test_a_person_can_quit(machine: Machine) -> None:
    machine.answer = lambda dialog: dialog.quit.click()
    machine.go_wrong(fail)
    assert machine.left == 1


def test_the_same_mistake_is_told_once_and_many_mistakes_five_times(machine: Machine) -> None:
    for _ in range(100):
        machine.go_wrong(fail)
    assert len(machine.shown) == 1
    for n in range(100):
        namespace: dict[str, Callable[[], None]] = {}
        exec(compile(f"def fail_{n}():\n    raise ValueError", f"module{n}.py", "exec"), namespace)
        machine.go_wrong(namespace[f"fail_{n}"])
    assert len(machine.shown) == crash.MOST
    assert machine.saved == 200


def test_mistakes_made_while_the_dialog_is_shown_are_counted_in_it(machine: Machine) -> None:
    def again(dialog: CrashDialog) -> None:
        for _ in range(3):
            machine.go_wrong(fail_for_a_reason)
        assert dialog.repeated.text() == "It happened 3 more times."

    machine.answer = again
    machine.go_wrong(fail)
    assert len(machine.shown) == 1


def test_a_mistake_in_the_dialog_itself_goes_to_the_error_output(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(CrashDialog, "_lay_out", lambda _: 1 / 0)
    machine.go_wrong(fail)
    assert "ZeroDivisionError" in capsys.readouterr().err
    monkeypatch.undo()


def test_a_mistake_in_a_thread_is_shown_on_the_interfaces_thread(machine: Machine, qtbot: QtBot) -> None:
    where: list[threading.Thread] = []
    machine.answer = lambda _: where.append(threading.current_thread())
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.main_thread()]
    assert machine.saved == 1


class Doing(QObject):
    asked = Signal()


def test_a_mistake_in_a_slot_is_taken(machine: Machine, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:  # pytest-qt has a hook of its own, which this replaces
        sys.excepthook = machine.crashes.take
        doing = Doing()
        doing.asked.connect(fail)
        QTimer.singleShot(0, doing.asked.emit)
        qtbot.waitUntil(lambda: bool(machine.shown))
    assert caught == []
    assert "in fail" in machine.reports[0]


def test_a_mistake_in_an_errand_is_taken_with_the_place_it_was_made(machine: Machine, qtbot: QtBot) -> None:
    with qtbot.captureExceptions():
        sys.excepthook = machine.crashes.take
        errands = Errands()
        errands.run(fail, lambda _: None)
        qtbot.waitUntil(lambda: bool(machine.shown))
        errands.close()
    assert "test_crash.py" in machine.reports[0]


def test_every_button_of_the_dialog_is_reached_by_keyboard(qtbot: QtBot) -> None:
    dialog = CrashDialog(None, "Factcheck", saved=True)
    qtbot.addWidget(dialog)
    dialog.show()
    reached = set()
    for _ in range(8):
        reached.add(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert reached >= {dialog.text, *dialog.findChildren(QPushButton)}
    assert dialog.go_on.isDefault()


# --- the program as it is started -----------------------------------------------------------------

MISTAKEN = (
    SHOWN
    + """
from PySide6.QtCore import QTimer
from ui import crash

def go_wrong(window):
    window.crashes = crash.install(window.keep_typed, lambda: leave(window))
    QTest.keyClicks(window.verdict.note, "Half a sentence")
    QTimer.singleShot(0, lambda: {}["secret words of an article"])
    QTimer.singleShot(20, quit)

def quit():
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        QTimer.singleShot(20, quit)
        return
    print(dialog.text.toPlainText().replace("\\n", " | "), flush=True)
    dialog.quit.click()

def leave(window):
    window.close()
    QApplication.exit(0)

opened(sys.argv[1], go_wrong)
"""
)


def test_a_mistake_of_ours_saves_what_was_typed_and_shows_a_report_without_the_articles(tmp_path: Path) -> None:
    window = started(tmp_path, MISTAKEN, str(tmp_path))
    out, _ = finished(window)
    assert "KeyError" in out
    assert "secret" not in out
    with Workspace(f"sqlite:///{tmp_path / 'cases.sqlite'}") as workspace:
        assert list(notes(workspace, workspace.last_case() or "").values()) == ["Half a sentence"]


# --- so hard that it can say nothing --------------------------------------------------------------

BREAKS_OFF = """
import faulthandler, sys
from pathlib import Path
from ui import hard_crash
hard_crash.watch(Path(sys.argv[1]))
if sys.argv[2] == "hard":
    faulthandler._sigsegv()
"""


def run(folder: Path, how: str) -> int:
    return subprocess.run([sys.executable, "-c", BREAKS_OFF, str(folder), how], check=False).returncode


def test_a_crash_of_qt_or_python_is_told_at_the_next_start_once(tmp_path: Path) -> None:
    assert run(tmp_path, "hard") != 0
    broken = hard_crash.last_break(tmp_path)
    assert broken is not None
    assert "Segmentation fault" in broken.report
    assert str(tmp_path) not in broken.report
    assert hard_crash.last_break(tmp_path) is None


def test_a_start_that_ends_well_leaves_no_note(tmp_path: Path) -> None:
    assert run(tmp_path, "well") == 0
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_to_write_to_the_program_starts_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "crashes").write_text("a file where the folder should be")
    hard_crash.watch(tmp_path / "crashes")
    assert hard_crash.last_break(tmp_path / "crashes") is None


def test_that_it_broke_off_is_one_line_over_the_case(bench: Bench, tmp_path: Path) -> None:
    run(tmp_path / "crashes", "hard")
    broken = hard_crash.last_break(tmp_path / "crashes")
    assert broken is not None
    window = bench.open()
    window.news.tell_break(broken)
    bench.settle(window.bridge.open_last_case)
    assert window.notice.text.text().startswith("The program broke off on ")
    assert "\n" not in window.notice.text.text()
    window.notice.action.click()
    assert "Segmentation fault" in QApplication.clipboard().text()


def test_the_hooks_are_those_of_the_crash_dialog(machine: Machine) -> None:
    assert sys.excepthook == machine.crashes.take
    assert isinstance(machine.crashes, Crashes)
    assert threading.excepthook == machine.crashes._take_of_thread
