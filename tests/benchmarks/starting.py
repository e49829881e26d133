"""How long until the window is painted for the first time, and with all its parts, against a bare window of Qt.

    python -m tests.benchmarks.starting

CPU time of whole processes from their start, imports and all, the best of several, each in turn. Python's bytecode is
there, as from the second start on: the first of the several makes it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from tests.benchmarks.measuring import Figure, tell

RUNS = 5

BARE = """
import time
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QSplitter, QTextEdit
app = QApplication([])
window = QMainWindow()
parts = QSplitter()
for part in (QListView(), QTextEdit(), QTextEdit()):
    parts.addWidget(part)
window.setCentralWidget(parts)
window.resize(1440, 900)
window.show()
app.processEvents()
print(time.process_time())
"""

OURS = """
import tempfile, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.desk import Desk
from ui.state import State
from ui.theme import load_fonts
def bridge():
    from ui.bridge import Bridge
    return Bridge(lambda: None)
def furnish():
    print(time.process_time())
    desk.furnish(window)
    app.processEvents()
    print(time.process_time())
    window.close()
app = QApplication([])
load_fonts()
with tempfile.TemporaryDirectory() as folder:
    desk = Desk(bridge, State(Path(folder) / "window.ini"))
    window = desk.frame_window()
    window.painted.connect(furnish)
    window.show()
    app.exec()
"""


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as bytecode:
        pairs = [(milliseconds(OURS, bytecode), milliseconds(BARE, bytecode)) for _ in range(1 + RUNS)]
    bare = min(bare for _, (bare,) in pairs)
    yield Figure("first paint, of a bare window", min(ours[0] for ours, _ in pairs), bare, 2.0)
    yield Figure("all parts painted, of a bare window", min(ours[1] for ours, _ in pairs), bare, 4.0)


def milliseconds(program: str, bytecode: str) -> tuple[float, ...]:
    """CPU milliseconds of a fresh interpreter whenever the program prints them; `bytecode` is a folder of its own."""
    surroundings = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPYCACHEPREFIX": bytecode}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    ran = subprocess.run(
        [sys.executable, "-c", program], env=surroundings, stdout=subprocess.PIPE, text=True, check=True
    )
    return tuple(1000 * float(line) for line in ran.stdout.split())


if __name__ == "__main__":
    sys.exit(tell(figures()))
