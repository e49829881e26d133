"""The window's side of the analysis process: asks it, passes its progress on, and gathers what it has read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from factcheck.values import Article
from ui.translation import tr

if TYPE_CHECKING:  # it brings multiprocessing, which the first paint need not wait for
    from factcheck.extractions import Extraction
    from factcheck.worker import AnalysisWorker, Reply

AT_ONCE = 16
"""Articles stored together while an analysis goes on: what a crash would cost."""

MakeWorker = Callable[[Callable[["Reply"], None]], "AnalysisWorker"]


def analysis_worker(reply: Callable[[Reply], None]) -> AnalysisWorker:
    """The analysis process, not started yet."""
    from factcheck.worker import AnalysisWorker

    return AnalysisWorker(reply)


class Analyst(QObject):
    """One analysis at a time; a new one cancels the last. What was read is not read again."""

    started = Signal(int)  # how many articles
    stepped = Signal(int, int, str)  # done, of how much, and what comes next: "reading 1 of 1 new article"
    finished = Signal(object, object)  # Analysis, and the articles it was made of
    cancelled = Signal()
    failed = Signal(str)
    read = Signal(object)  # a tuple of Extraction, to be stored: true of their texts whatever becomes of the analysis
    problem_raised = Signal(str)
    _replied = Signal(object)

    def __init__(self, make_worker: MakeWorker, parent: QObject) -> None:
        super().__init__(parent)
        self.known: tuple[Extraction, ...] = ()
        """What need not be read again of the open case."""
        self._make_worker = make_worker
        self._made_worker: AnalysisWorker | None = None
        self._ticket: int | None = None
        self._analysed: tuple[Article, ...] = ()
        self._just_read: list[Extraction] = []
        self._replied.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def worker(self) -> AnalysisWorker:
        """Made at its first use."""
        if self._made_worker is None:
            self._made_worker = self._make_worker(self._replied.emit)
        return self._made_worker

    def start(self) -> None:
        """Start the process, so that its parser is loaded by the time it is needed."""
        try:
            self.worker.start()
        except OSError as error:
            self.problem_raised.emit(
                tr("The analysis process could not be started: {why}.", why=error.strerror or error)
            )

    def close(self) -> None:
        if self._made_worker is not None:
            self._made_worker.close()

    def analyse(self, articles: tuple[Article, ...]) -> None:
        self.cancel()
        self._analysed = articles
        self._ticket = self.worker.analyse(articles, self.known)
        self.started.emit(len(articles))

    def cancel(self) -> None:
        if self._ticket is not None:
            self.worker.cancel(self._ticket)
            self._ticket = None
            self._hand_over()
            self.cancelled.emit()

    def _take(self, reply: Reply) -> None:
        from factcheck.worker import Cancelled, Failed, Finished, Read, Ready, Step

        if isinstance(reply, Cancelled):
            self.start()  # it may have had to be ended
        if isinstance(reply, Read):
            self._take_read(reply.extraction)
            return
        if isinstance(reply, Ready) or reply.ticket != self._ticket:
            return
        if isinstance(reply, Step):
            self.stepped.emit(reply.done, reply.total, reply.doing)
            return
        self._ticket = None
        self._hand_over()
        if isinstance(reply, Failed):
            self.failed.emit(reply.message)
        elif isinstance(reply, Finished):
            self.finished.emit(reply.analysis, self._analysed)

    def _take_read(self, extraction: Extraction) -> None:
        self.known += (extraction,)
        self._just_read.append(extraction)
        if len(self._just_read) >= AT_ONCE or self._ticket is None:
            self._hand_over()

    def _hand_over(self) -> None:
        if self._just_read:
            found, self._just_read = tuple(self._just_read), []
            self.read.emit(found)
