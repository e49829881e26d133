"""Opens the window: checks the machine before Qt is imported, paints first, does all else afterwards."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ui.system import window_problem

if TYPE_CHECKING:
    from factcheck.workspace import Workspace
    from ui.bridge import Bridge
    from ui.desk import Desk
    from ui.window import Window


def main(argv: Sequence[str] | None = None) -> int:
    """Open the workbench on CASE or FILES, else the last case, at first the sample case. Returns the exit status."""
    asked = _arguments().parse_args(argv)
    problem = window_problem()  # a missing library or display would make Qt abort
    if problem:
        print(f"factcheck: {problem}", file=sys.stderr)
        return 1
    return _run(asked)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="factcheck", description="Open the workbench.")
    parser.add_argument("what", nargs="*", metavar="CASE|FILE", help="a case by its name, or files for a new case")
    parser.add_argument("--database", metavar="URL", help="which store; also FACTCHECK_DATABASE")
    parser.add_argument("--settings", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--quit-when-ready", action="store_true", help=argparse.SUPPRESS)
    return parser


def _run(asked: argparse.Namespace) -> int:
    from PySide6.QtWidgets import QApplication

    from ui import translation
    from ui.desk import Desk
    from ui.icons import application_icon
    from ui.state import State
    from ui.theme import load_fonts

    app = QApplication(sys.argv[:1])
    app.setApplicationName("Factcheck")
    app.setDesktopFileName("factcheck")
    app.setWindowIcon(application_icon())
    load_fonts()
    state = State(asked.settings)
    translation.use_in(app, state.read("language", translation.SOURCE))
    desk = Desk(lambda: _bridge(asked.database), state)
    window = desk.frame_window()
    window.fit(window.screen().availableGeometry())
    window.painted.connect(lambda: _begin(desk, window, asked))
    window.show()
    status = int(app.exec())
    _end()
    return status


def _begin(desk: Desk, window: Window, asked: argparse.Namespace) -> None:
    """All that the first paint did not wait for."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from factcheck.settings import data_folder
    from ui import crash, hard_crash
    from ui.leaving import Leaving

    if not window.isVisible():  # closed before it was painted
        return
    crashes = crash.install(desk.keep_typed)
    crashes.setParent(QApplication.instance())  # lives as long as the program
    notes = data_folder() / "crashes"
    broken = hard_crash.last_break(notes)
    hard_crash.watch(notes)
    try:
        desk.furnish(window)
    except Exception:
        if asked.quit_when_ready:  # nobody is there to read a dialog
            QApplication.exit(1)
            sys.excepthook = sys.__excepthook__
        raise
    Leaving(desk)
    bridge = window.bridge
    if asked.quit_when_ready:
        _quit_when_ready(bridge, window)
    bridge.start_worker()
    opening = _opening(bridge, asked.what)
    # After what is furnished is painted; the window may be closed by then.
    QTimer.singleShot(0, lambda: opening() if window in desk.windows else None)
    if broken:
        window.news.tell_break(broken)


def _end() -> None:
    """The windows are gone; the program ends when the last backup is made."""
    from ui.keeper import wait_for_last

    wait_for_last()


def _bridge(database: str | None) -> Bridge:
    from ui.bridge import Bridge

    return Bridge(lambda: _workspace(database))


def _workspace(database: str | None) -> Workspace:
    from factcheck.settings import database_url
    from factcheck.workspace import Workspace

    return Workspace(database_url(database))


def _opening(bridge: Bridge, what: Sequence[str]) -> Callable[[], None]:
    """What to open: files make a case of their own, anything else is the name or id of one."""
    paths = tuple(Path(name) for name in what)
    if not what:
        return bridge.open_last_case
    if len(what) == 1 and not paths[0].exists():
        return lambda: bridge.open_named_case(what[0])
    return lambda: bridge.open_files(", ".join(path.stem for path in paths[:3]), paths)


def _quit_when_ready(bridge: Bridge, window: Window) -> None:
    """For smoke runs: say in one line what is shown, then leave; status 1 when something failed."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from factcheck.values import Case, Status

    done: list[int] = []

    def leave(status: int, line: str) -> None:
        if done:
            return
        done.append(status)
        print(line, file=sys.stderr if status else sys.stdout, flush=True)
        window.close()
        QTimer.singleShot(0, lambda: QApplication.exit(status))

    def ready(case: Case) -> None:
        found = case.analysis.conflicts if case.analysis else ()
        conflicts = sum(c.status is Status.CONFLICT for c in found)
        leave(0, f"ready: {case.name}: {len(case.articles)} articles, {conflicts} conflicts")

    def imported(new: int, problems: tuple[str, ...]) -> None:
        if not new:
            leave(1, f"factcheck: {problems[0]}")

    bridge.files_imported.connect(imported)
    bridge.case_settled.connect(ready)
    bridge.analysis_failed.connect(lambda message: leave(1, f"factcheck: {message}"))
    bridge.problem_raised.connect(lambda problem: leave(1, f"factcheck: {problem}"))


if __name__ == "__main__":
    sys.exit(main())
