"""How long the window's thread is ever kept busy while articles are analysed beside it.

An 8 ms timer ticks in the window's process; the gaps between its ticks are what a person would feel.

    QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.interface [ARTICLES]
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

TICK = 8  # milliseconds
ALLOWED = 50  # milliseconds


def main(count: int) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from factcheck.workspace import Workspace
    from ui.bridge import Bridge
    from ui.state import State
    from ui.theme import load_fonts
    from ui.window import Window

    app = QApplication([])
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/cases.sqlite"
        _fill(url, count, Path(folder))
        bridge = Bridge(lambda: Workspace(url))
        window = Window(bridge, State(Path(folder) / "window.ini"))
        ticks: dict[str, list[float]] = {}
        phase = ["opening"]
        timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: ticks.setdefault(phase[0], []).append(time.perf_counter()))
        bridge.analysis_started.connect(lambda _: phase.__setitem__(0, "analysing"))
        bridge.case_changed.connect(lambda *_: phase.__setitem__(0, "showing"))
        bridge.case_settled.connect(lambda _: QTimer.singleShot(500, lambda: app.exit()))
        bridge.start_worker()
        window.show()
        timer.start()
        QTimer.singleShot(0, bridge.open_last_case)
        app.exec()
        window.close()
    return _tell(ticks)


def _fill(url: str, count: int, folder: Path) -> None:
    """A case of `count` articles, made of the two that ship with the program."""
    from factcheck.shipped import shipped
    from factcheck.workspace import Workspace

    texts = [path.read_text("utf-8") for path in sorted(shipped("seeds").glob("*.txt"))]
    paths = [folder / f"article-{n}.txt" for n in range(count)]
    for n, path in enumerate(paths):
        path.write_text(f"Report {n}.\n\n{texts[n % len(texts)]}", "utf-8")
    with Workspace(url) as workspace:
        case = workspace.create_case("Benchmark")
        workspace.import_files(case.id, paths)
        workspace.open_case(case.id)


def _tell(ticks: dict[str, list[float]]) -> int:
    worst = {}
    for phase, times in ticks.items():
        gaps = sorted(1000 * (later - sooner) for sooner, later in pairwise(times))
        if gaps:
            worst[phase] = gaps[-1]
            p95 = gaps[int(0.95 * len(gaps))]
            print(f"{phase:10} {len(gaps):6} ticks   95 % {p95:5.1f} ms   largest gap {gaps[-1]:6.1f} ms")
    return 0 if worst.get("analysing", 0.0) <= ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 6))
