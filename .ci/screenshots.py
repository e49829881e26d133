"""Makes the pictures of docs/screenshots, really analysed: light.png and dark.png show the window on the sample case,
four-articles.png four accounts invented for it.

Run from the top of the clone: python .ci/screenshots.py [FOLDER]
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZE, WIDE = (1440, 900), (2200, 820)
SETTLING = 600  # milliseconds for layouts to come to rest

FERRY = {
    "Harbour Times": """
        The ferry Santa Rita sank off Port Alda on Tuesday evening, killing 14 people, the coast guard said. It was
        carrying 212 passengers.

        “We will find out who is responsible, and we will not rest,” the transport minister, Elena Ruiz, told reporters.

        The rescue took six hours. About 40 boats helped.""",
    "Island Daily": """
        Seventeen people were killed when the ferry Santa Rita sank on Monday evening, police said.

        Elena Ruiz, the transport minister, said: “We will find out who is guilty, and we will not rest.”

        The ferry was carrying 198 passengers. The rescue took eight hours.""",
    "North Agency": """
        PORT ALDA — The ferry Santa Rita sank on Tuesday, killing 14 people. It was carrying 212 passengers and 12 crew.

        “We will find out who is responsible, and we will not rest,” Ms. Ruiz said.

        The rescue took six hours.""",
    "Evening Post": """
        The sinking of the ferry Santa Rita killed 17 people on Tuesday. The ferry had been carrying 212 passengers.

        The rescue took six hours. Thirty boats helped, volunteers said.""",
}


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
        bridge.case_settled.connect(lambda case: _take_pictures(window, folder, Path(scratch), case))
        bridge.analysis_failed.connect(lambda problem: _give_up(problem))
        bridge.problem_raised.connect(lambda problem: _give_up(problem))
        bridge.start_worker()
        window.show()
        bridge.open_last_case()
        status = int(app.exec())
        window.close()
    return status


def _take_pictures(window, folder: Path, scratch: Path, case) -> None:  # type: ignore[no-untyped-def]  # Qt comes later
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    if len(case.articles) == len(FERRY):
        window.resize(*WIDE)
        window.conflicts.step(1)
        window.focus_list()
        QTest.qWait(SETTLING)
        _choose(window, kind="quotation")
        _photograph(window, folder, "four-articles")
        QApplication.exit(0)
        return
    QTest.qWait(SETTLING)
    _choose(window, kind="quantity")
    window.verdict.note.setPlainText("The crew list of July 2022 names three.")
    next(iter(window.verdict.buttons.values())).click()
    window.notice.hide()
    _choose(window, kind="quotation")
    window.focus_list()
    for theme in ("dark", "light"):
        window.appearance.choose(theme)
        _photograph(window, folder, theme)
    window.bridge.open_files("The ferry Santa Rita", _accounts(scratch))


def _choose(window, kind: str) -> None:  # type: ignore[no-untyped-def]
    """Choose the first conflict of this kind."""
    from PySide6.QtTest import QTest

    rows = window.conflicts.model.rows
    window.conflicts.choose(next(row.conflict.id for row in rows if row.conflict and row.conflict.kind == kind))
    QTest.qWait(SETTLING)


def _photograph(window, folder: Path, name: str) -> None:  # type: ignore[no-untyped-def]
    from PySide6.QtTest import QTest

    QTest.qWait(SETTLING)
    window.grab().save(str(folder / f"{name}.png"))


def _accounts(folder: Path) -> tuple[Path, ...]:
    """The invented accounts as files, published on a Wednesday."""
    import json

    paths = []
    for source, written in FERRY.items():
        text = "\n\n".join(" ".join(paragraph.split()) for paragraph in written.split("\n\n"))
        path = folder / f"{source}.json"
        path.write_text(json.dumps({"text": text, "source": source, "published": "2020-03-04"}), "utf-8")
        paths.append(path)
    return tuple(paths)


def _give_up(problem: str) -> None:
    from PySide6.QtWidgets import QApplication

    print(problem, file=sys.stderr)
    QApplication.exit(1)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"))
