"""Makes docs/screenshots/light.png and dark.png: the window on the sample case, really analysed.

Run from the top of the clone: python .ci/screenshots.py [FOLDER]
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZE = (1440, 900)
SETTLING = 600  # milliseconds for layouts to come to rest


def main(folder: Path) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from factcheck.workspace import Workspace
    from ui.bridge import Bridge
    from ui.state import State
    from ui.theme import load_fonts
    from ui.window import Window

    app = QApplication([])
    load_fonts()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        bridge = Bridge(lambda: Workspace(f"sqlite:///{scratch}/cases.sqlite"))
        window = Window(bridge, State(Path(scratch) / "window.ini"))
        window.resize(*SIZE)
        bridge.case_settled.connect(lambda _: _take_pictures(window, folder))
        bridge.analysis_failed.connect(lambda problem: _give_up(problem))
        bridge.problem_raised.connect(lambda problem: _give_up(problem))
        bridge.start_worker()
        window.show()
        bridge.open_last_case()
        status = int(app.exec())
        window.close()
    return status


def _take_pictures(window, folder: Path) -> None:  # type: ignore[no-untyped-def]  # Qt is not imported yet
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    window.conflicts.step(-len(window.conflicts.model.rows))
    window.verdict.write_note()
    QTest.qWait(SETTLING)
    if window.conflicts.step(1):
        window.verdict.note.setPlainText("The later report names its source.")
        next(iter(window.verdict.buttons.values())).click()
    window.notice.hide()
    window.conflicts.step(-1)
    window.focus_list()
    for theme in ("light", "dark"):
        window.appearance.choose(theme)
        QTest.qWait(SETTLING)
        window.grab().save(str(folder / f"{theme}.png"))
    QApplication.exit(0)


def _give_up(problem: str) -> None:
    from PySide6.QtWidgets import QApplication

    print(problem, file=sys.stderr)
    QApplication.exit(1)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"))
