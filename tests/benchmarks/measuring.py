"""What the benchmarks share: one measured figure, a table of them, and the clocks."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ui import theme as themes


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured: the product's, what it is held against in the same run, mostly bare Qt
    (None where there is nothing), and the most that is allowed: times that, else in `unit`."""

    what: str
    ours: float
    bare: float | None
    most: float
    unit: str = "ms"

    @property
    def value(self) -> float:
        return self.ours if self.bare is None else self.ours / self.bare

    @property
    def inside(self) -> bool:
        return self.value <= self.most

    def __str__(self) -> str:
        unit = f" {self.unit}" if self.bare is None else "x"
        bare = "" if self.bare is None else f"{self.bare:.2f} {self.unit}"
        measured = f"{self.ours:10.2f} {self.unit} {bare:>13} {self.value:9.2f}{unit:3}"
        return f"{self.what:52} {measured} at most {self.most:g}{unit:3}  {'inside' if self.inside else 'OUTSIDE'}"


def tell(figures: Iterable[Figure]) -> int:
    """Print each as soon as it is there; 1 when one is outside."""
    outside = 0
    print(f"{'what':52} {'ours':>13} {'against':>13} {'of it':>10}")
    for figure in figures:
        print(figure, flush=True)
        outside += not figure.inside
    return int(outside > 0)


def application() -> QApplication:
    """The one application, in the light theme; on no screen unless one is asked for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    themes.apply(app, themes.LIGHT)
    return app


def taken(work: Callable[..., object], *given: object) -> float:
    """CPU milliseconds of one call on this thread, so that other work on the machine does not count."""
    start = time.thread_time()
    work(*given)
    return (time.thread_time() - start) * 1000


def settle(seconds: float = 1.0) -> None:
    """Let layouts come to rest."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.005)
