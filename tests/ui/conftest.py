"""The whole window over a real database, with the analysis set by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from factcheck.extractions import Extraction
from factcheck.progress import Silent
from factcheck.semantics.asked import Models
from factcheck.values import Article
from factcheck.worker import AnalysisWorker, Finished, Reply
from factcheck.workspace import Workspace
from tests.stand_ins import by_hand
from ui.analyst import MakeWorker
from ui.bridge import Bridge
from ui.keeper import wait_for_last
from ui.state import State
from ui.window import Window

PATIENTLY = 30  # seconds: only ever reached when something is broken


class AtOnce(AnalysisWorker):
    """Answers in this process, before the question is out."""

    def __init__(self, replied: Callable[[Reply], None]) -> None:
        super().__init__(replied)
        self._hear = replied

    def start(self) -> None:
        pass

    def analyse(
        self,
        articles: tuple[Article, ...],
        known: tuple[Extraction, ...] = (),  # noqa: ARG002
        models: Models | None = None,  # noqa: ARG002
    ) -> int:
        self._tickets += 1
        self._hear(Finished(self._tickets, by_hand(articles, None, Silent())))
        return self._tickets


class Bench:
    """Opens windows on one database and one settings file, and works them as a person does."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.folder, self._qtbot = folder, qtbot
        self.window: Window
        self._open = False

    def open(self, make_worker: MakeWorker = AtOnce, *, settled: bool = True) -> Window:
        """The window on its last case, at first the sample case, when it has been analysed and shown."""
        self.close()
        bridge = Bridge(lambda: Workspace(f"sqlite:///{self.folder / 'cases.sqlite'}"), make_worker)
        state = State(self.folder / "window.ini")
        state.write("tour_seen", True)
        self.window = Window(state)
        self.window.furnish(bridge)
        self.window.show()
        self._open = True
        if settled:
            self.settle(bridge.open_last_case)
        else:
            bridge.open_last_case()
        return self.window

    def close(self) -> None:
        """Close the window; its last backup is made when this returns."""
        if self._open:
            self._open = False
            self.window.close()
            self.window.deleteLater()
            QApplication.sendPostedEvents()
        assert wait_for_last(PATIENTLY), "the last backup is not made"

    def settle(self, act: Callable[[], object]) -> None:
        """Do something, and wait until a case is shown with an analysis that is up to date."""
        with self._qtbot.waitSignal(self.window.bridge.case_settled, timeout=PATIENTLY * 1000):
            act()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focused, key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused, text)

    @property
    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    @property
    def chosen(self) -> str:
        """The question of the chosen row."""
        entry = self.window.conflicts.chosen()
        return entry.title if entry else ""

    @property
    def status(self) -> str:
        return self.window.status.saved.text()

    @property
    def rows(self) -> list[str]:
        return [entry.title for entry in self.window.conflicts.model.rows]


@pytest.fixture(scope="session", autouse=True)
def emptied_clipboard() -> Iterator[None]:
    """The offscreen platform frees what was copied after Python has ended, which crashes when Python made it."""
    yield
    if isinstance(QApplication.instance(), QApplication):
        QApplication.clipboard().clear()


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(tmp_path, qtbot)
    yield made
    made.close()
