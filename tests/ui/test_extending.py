"""A case that grows, or is analysed again, in the window: only what is new is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from factcheck.worker import AnalysisWorker, Read, Reply
from factcheck.workspace import Workspace
from tests.ui.conftest import Bench
from ui.bridge import Bridge


class Watched(AnalysisWorker):
    """A real process; remembers which texts it was said to have read."""

    read: list[str]

    def __init__(self, replied: Callable[[Reply], None]) -> None:
        def hear(reply: Reply) -> None:
            if isinstance(reply, Read):
                self.read.append(reply.extraction.sha256)
            replied(reply)

        self.read = []
        super().__init__(hear, analyse="tests.stand_ins:keeps", parser="tests.stand_ins:NoParser")


def text(folder: Path, name: str, words: str) -> Path:
    (folder / name).write_text(words, "utf-8")
    return folder / name


def worker_of(bridge: Bridge) -> Watched:
    assert isinstance(bridge.analyst.worker, Watched)
    return bridge.analyst.worker


def test_adding_an_article_reads_that_one_alone(bench: Bench, tmp_path: Path) -> None:
    bridge = bench.open(Watched).bridge
    assert len(worker_of(bridge).read) == 2
    bench.settle(lambda: bridge.import_files((text(tmp_path, "third.txt", "Four were aboard."),)))
    assert len(worker_of(bridge).read) == 3
    assert bridge.case is not None
    assert bridge.case.analysis is not None
    assert {c.article for c in bridge.case.analysis.claims} == {a.id for a in bridge.case.articles}


def test_a_window_opened_later_reads_that_one_alone_too(bench: Bench, tmp_path: Path) -> None:
    bench.open(Watched)
    bridge = bench.open(Watched).bridge
    bench.settle(lambda: bridge.import_files((text(tmp_path, "third.txt", "Four were aboard."),)))
    assert len(worker_of(bridge).read) == 1


def test_removing_an_article_reads_nothing(bench: Bench) -> None:
    bridge = bench.open(Watched).bridge
    assert bridge.case is not None
    gone = bridge.case.articles[0].id
    bench.settle(lambda: bridge.remove_article(gone))
    assert len(worker_of(bridge).read) == 2


def test_what_was_read_before_a_cancellation_is_stored(bench: Bench, tmp_path: Path, qtbot: QtBot) -> None:
    bridge = bench.open(Watched).bridge
    files = text(tmp_path, "third.txt", "Four were aboard."), text(tmp_path, "fourth.txt", "Wait for them.")
    with qtbot.waitSignal(bridge.analysis_stepped, timeout=10_000, check_params_cb=lambda *step: step[2] != ""):
        bridge.import_files(files)
    bridge.cancel_analysis()
    assert bridge.case is not None
    articles = bridge.case.articles
    bench.close()
    with Workspace(f"sqlite:///{bench.folder / 'cases.sqlite'}") as workspace:
        assert {e.sha256 for e in workspace.extractions(articles)} == {a.sha256 for a in articles[:3]}
