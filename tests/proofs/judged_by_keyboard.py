"""Twenty conflicts judged by keyboard alone: python -m tests.proofs.judged_by_keyboard FILE.jsonl [ARTICLES]

The first ARTICLES (120) of the file, one a line, are analysed for real as one case in a window. Every key goes to
whatever has the keyboard, as a person's would. After each verdict the status line has to say what was saved, and the
store has to have it. Prints a line for each, with the milliseconds its keys took; ends with 1 when one was not so.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from factcheck.values import Status
from factcheck.workspace import Workspace
from tests.benchmarks.measuring import application
from tests.proofs.tables import print_table
from ui.bridge import Bridge
from ui.desk import Desk
from ui.state import State
from ui.window import Window

WANTED, ARTICLES = 20, 120
KEYS = "15403140521304115301"
"""The verdicts that are given, one key each; a fourth of them with a note."""
CLICKS = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel}


@dataclass(frozen=True, slots=True)
class Judged:
    """One verdict: what it was given on, by which keys, what the status line said, and whether the store has it."""

    question: str
    keys: str
    said: str
    took: float
    kept: bool


class Mouse(QObject):
    """Counts its uses."""

    used = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.used += event.type() in CLICKS
        return False


def review(window: Window, url: str) -> Iterator[Judged]:
    """Judge one conflict after the other; each verdict goes on to the next undecided one."""
    for number, key in enumerate(KEYS[:WANTED]):
        entry = window.conflicts.chosen()
        if entry is None or entry.conflict is None or entry.verdict is not None:
            return
        begun = time.monotonic()
        note = f"Looked at, number {number + 1}." if number % 4 == 0 else ""
        if note:
            press("N")
            QTest.keyClicks(keyboard(), note)
            QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
        press(key)
        said, took = window.status.saved.text(), 1000 * (time.monotonic() - begun)
        yield Judged(entry.title, f"N {key}" if note else key, said, took, kept(url, entry.title, note))


def kept(url: str, question: str, note: str) -> bool:
    """Another program finds the verdict, with its note."""
    with Workspace(url) as workspace:
        case = workspace.open_case(workspace.last_case() or "")
        return any(verdict.question == question and verdict.rationale == note for verdict in case.verdicts)


def press(key: str) -> None:
    QTest.keyClicks(keyboard(), key)
    QApplication.processEvents()


def keyboard() -> QWidget:
    """What has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None, "nothing has the keyboard"
    return focused


def opened(file: Path, articles: int, folder: Path) -> tuple[Window, str]:
    """A window on a case of the articles, when their analysis is shown."""
    url, some = f"sqlite:///{folder / 'cases.sqlite'}", folder / "articles.jsonl"
    with file.open(encoding="utf-8") as lines:
        some.write_text("".join(islice(lines, articles)), "utf-8")
    with Workspace(url) as workspace:
        case = workspace.create_case("Twenty conflicts")
        workspace.import_files(case.id, [some])
        workspace.open_case(case.id)
    state, loop = State(folder / "window.ini"), QEventLoop()
    state.write("tour_seen", True)
    window = Desk(lambda: Bridge(lambda: Workspace(url)), state).open_window()
    window.show()
    window.activateWindow()
    window.bridge.case_settled.connect(lambda _: QTimer.singleShot(500, loop.quit))
    window.bridge.analysis_failed.connect(lambda _: loop.quit())
    QTimer.singleShot(0, window.bridge.open_last_case)
    loop.exec()
    return window, url


def main(file: Path, articles: int = ARTICLES) -> int:
    app, mouse = application(), Mouse()
    with tempfile.TemporaryDirectory() as folder:
        window, url = opened(file, articles, Path(folder))
        case = window.bridge.case
        found = [c for c in case.analysis.conflicts if c.status is Status.CONFLICT] if case and case.analysis else []
        app.installEventFilter(mouse)
        judged = list(review(window, url))
        window.close()
        for other in threading.enumerate():  # the backup after a session
            if other is not threading.current_thread() and not other.daemon:
                other.join()
    rows = [(j.question[:50], j.keys, j.said[:50], round(j.took), "yes" if j.kept else "NO") for j in judged]
    heads = ("Conflict", "Keys", "The status line", "ms", "Kept")
    print_table(f"{articles} articles, {len(found)} conflicts", heads, rows)
    right = sum(j.kept and j.said.startswith("Saved") for j in judged)
    print(f"\n{right} of {WANTED} judged, said and kept; the mouse was used {mouse.used} times.")
    return int(right < WANTED or mouse.used > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:])))
