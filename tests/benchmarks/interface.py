"""How long the window's thread is ever kept busy: while articles are analysed beside it, and over a large case.

An 8 ms timer ticks in the window's process; the gaps between its ticks are what a person would feel. They are told in
CPU time of that process, all its threads together, so that other work on the machine does not count.

    python -m tests.benchmarks.interface [ARTICLES]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import count, pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer

from factcheck.review import NOBODY, Review
from factcheck.shipped import shipped
from factcheck.workspace import Workspace
from tests.benchmarks import reading
from tests.benchmarks.measuring import Figure, application, settle, taken, tell
from ui.bridge import Bridge
from ui.desk import Desk
from ui.reading.text import ArticleText
from ui.state import State
from ui.window import Window

TICK = 8  # milliseconds
ALLOWED = 50.0  # milliseconds
SWITCHING = 60.0  # milliseconds
ACTING, PAUSE = 3.0, 30  # seconds of each act, milliseconds between its steps
ANALYSED = 6


class Ticks:
    """The CPU times at which the timer ticked, by what was going on."""

    def __init__(self) -> None:
        self.phase = "opening"
        self._times: dict[str, list[float]] = defaultdict(list)
        self._timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self._times[self.phase].append(time.process_time()))
        self._timer.start()

    def begin(self, phase: str) -> None:
        """What the next ticks belong to; the one that was waited for belongs to it as well."""
        self._times[phase].append(time.process_time())
        self.phase = phase

    def largest(self, phase: str) -> float:
        """The largest gap, in milliseconds."""
        return 1000 * max((later - sooner for sooner, later in pairwise(self._times[phase])), default=0.0)


def figures(articles: int = ANALYSED) -> Iterator[Figure]:
    application()
    # Errors: a window that was closed may still be writing its backup.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield from analysing(articles, Path(folder))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield from staying_pleasant(Path(folder))


def opened(folder: Path) -> Window:
    url = f"sqlite:///{folder}/cases.sqlite"
    state = State(folder / "window.ini")
    state.write("tour_seen", True)
    window = Desk(lambda: Bridge(lambda: Workspace(url)), state).open_window()
    window.show()
    return window


def analysing(articles: int, folder: Path) -> Iterator[Figure]:
    """Open a case that was never analysed, and wait until what was found is shown."""
    fill(f"sqlite:///{folder}/cases.sqlite", articles, folder)
    window, loop = opened(folder), QEventLoop()
    bridge, ticks = window.bridge, Ticks()
    bridge.analysis_started.connect(lambda _: ticks.begin("analysing"))
    bridge.case_changed.connect(lambda *_: ticks.begin("showing"))
    bridge.case_settled.connect(lambda _: QTimer.singleShot(500, loop.quit))
    bridge.start_worker()
    QTimer.singleShot(0, bridge.open_last_case)
    loop.exec()
    window.close()
    yield Figure(f"largest gap, {articles} articles being analysed", ticks.largest("analysing"), None, ALLOWED)


def fill(url: str, articles: int, folder: Path) -> None:
    """A case of so many articles, made of the two that ship with the program."""
    texts = [path.read_text("utf-8") for path in sorted(shipped("seeds").glob("*.txt"))]
    paths = [folder / f"article-{n}.txt" for n in range(articles)]
    for n, path in enumerate(paths):
        path.write_text(f"Report {n}.\n\n{texts[n % len(texts)]}", "utf-8")
    with Workspace(url) as workspace:
        case = workspace.create_case("Benchmark")
        workspace.import_files(case.id, paths)
        workspace.open_case(case.id)


def staying_pleasant(folder: Path) -> Iterator[Figure]:
    """Scroll, choose and filter in the large case of the reading benchmark, then all of it while it is analysed."""
    window = opened(folder)
    window.resize(reading.WIDTH, reading.HEIGHT)
    bridge, ticks = window.bridge, Ticks()
    bridge.start_worker()
    bridge.ledger.show(reading.case(), Review(), (), NOBODY)
    bridge.case_opened.emit(bridge.case, Review())
    settle(3.0)
    acts = {"scrolling": scroll_in(window), "choosing": choose_in(window), "filtering": filter_in(window)}
    for what, step in acts.items():
        ticks.begin(what)
        keep_doing(step)
        yield Figure(f"largest gap, {what} in 4 x 20,000 words", ticks.largest(what), None, ALLOWED)
    bridge.analyse()
    ticks.begin("analysing")
    for step in acts.values():
        keep_doing(step)
    yield Figure("largest gap, all that while it is analysed", ticks.largest("analysing"), None, ALLOWED)
    bridge.cancel_analysis()
    settle()
    yield switching(window)
    window.close()


def keep_doing(step: Callable[[], object]) -> None:
    """Do it again and again as a person might, for some seconds."""
    loop, timer = QEventLoop(), QTimer(interval=PAUSE)
    timer.timeout.connect(step)
    timer.start()
    QTimer.singleShot(round(1000 * ACTING), loop.quit)
    loop.exec()
    timer.stop()


def scroll_in(window: Window) -> Callable[[], None]:
    bars = [text.verticalScrollBar() for text in window.reading.findChildren(ArticleText)]
    frames = count()

    def step() -> None:
        at = 40 * next(frames)
        for bar in bars:
            bar.setValue(at)

    return step


def choose_in(window: Window) -> Callable[[], object]:
    directions = count()
    return lambda: window.conflicts.step(1 if next(directions) // 20 % 2 == 0 else -1)


def filter_in(window: Window) -> Callable[[], None]:
    typed = count()
    return lambda: window.conflicts.filter.setText("Question 1"[: next(typed) % 11])


def switching(window: Window) -> Figure:
    """From light to dark and back, painted, the better of three: the first draws every icon."""

    def switch(name: str) -> None:
        window.appearance.choose(name)
        QCoreApplication.processEvents()

    window.conflicts.filters.clear()
    settle()
    best = min(taken(switch, name) for name in ("dark", "light") * 3)
    return Figure("theme switched over 4 x 20,000 words", best, None, SWITCHING)


if __name__ == "__main__":
    sys.exit(tell(figures(int(sys.argv[1]) if len(sys.argv) > 1 else ANALYSED)))
