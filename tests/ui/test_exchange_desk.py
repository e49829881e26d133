"""Cases as files, from the window: two people who work apart and come together."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from factcheck.values import Decision, Judgement
from factcheck.workspace import Workspace
from tests.factories import judge
from tests.ui.conftest import Bench


def elsewhere(folder: Path) -> Workspace:
    """Ben's computer."""
    store = Workspace(f"sqlite:///{folder / 'bens.sqlite'}")
    store.set_reviewer("Ben")
    return store


@pytest.fixture
def ann(bench: Bench) -> Bench:
    bench.open().bridge.set_reviewer("Ann")
    return bench


def written(bench: Bench, path: Path, qtbot: QtBot) -> None:
    bench.window.exchange.write(path)
    qtbot.waitUntil(lambda: path.exists() and "case file" in bench.status, timeout=5000)


def drop(bench: Bench, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(bench.window, QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(bench.window, QDropEvent(QPointF(5, 5), *how))


def test_two_people_work_apart_and_their_verdicts_stand_side_by_side(ann: Bench, tmp_path: Path, qtbot: QtBot) -> None:
    out, back = tmp_path / "out.factcheck", tmp_path / "back.factcheck"
    written(ann, out, qtbot)
    bridge = ann.window.bridge
    assert bridge.case
    assert bridge.case.found
    with elsewhere(tmp_path) as bens:
        bens.merge_case(out)
        bens.keep_analysis(bridge.case.id, bridge.case.found)
        judge(bens, bridge.case.id, "c1", Decision.NEITHER)
        bens.export_case(bridge.case.id, back)
    bridge.ledger.judge(["c1"], Judgement(Decision.ANSWER, ("three",)))
    ann.settle(lambda: drop(ann, back))
    qtbot.waitUntil(lambda: "1 thing Ben did" in ann.window.notice.text.text(), timeout=5000)
    assert {verdict.reviewer.name for verdict in bridge.review.of("c1")} == {"Ann", "Ben"}


def test_a_case_that_is_new_here_is_opened(ann: Bench, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "ferry.factcheck"
    article = tmp_path / "ferry.txt"
    article.write_text("The ferry carried 212 passengers.", "utf-8")
    with elsewhere(tmp_path) as bens:
        case = bens.create_case("The ferry")
        bens.import_files(case.id, [article])
        bens.export_case(case.id, path)
    ann.settle(lambda: ann.window.exchange.take((path,)))
    assert ann.window.windowTitle().startswith("The ferry")
    qtbot.waitUntil(lambda: "new case here: 1 article" in ann.window.notice.text.text(), timeout=5000)


def test_the_same_file_again_brings_nothing(ann: Bench, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "out.factcheck"
    written(ann, path, qtbot)
    ann.settle(lambda: ann.window.exchange.take((path,)))
    qtbot.waitUntil(lambda: "nothing that was not here already" in ann.window.notice.text.text(), timeout=5000)


def test_a_file_that_is_no_case_is_told_in_one_line_and_changes_nothing(
    ann: Bench, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "broken.factcheck"
    path.write_text("not a zip archive", "utf-8")
    before = ann.window.bridge.case
    ann.window.exchange.take((path,))
    qtbot.waitUntil(lambda: "broken.factcheck" in ann.window.notice.text.text(), timeout=5000)
    assert "\n" not in ann.window.notice.text.text()
    assert ann.window.bridge.case is before


def test_the_menu_asks_where_to_and_adds_the_ending(
    ann: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    ann.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil((tmp_path / "mine.factcheck").exists, timeout=5000)


def test_articles_are_still_added_by_dropping_them(ann: Bench, tmp_path: Path) -> None:
    article = tmp_path / "third.txt"
    article.write_text("Five cosmonauts waved.", "utf-8")
    ann.settle(lambda: drop(ann, article))
    assert ann.window.bridge.case
    assert len(ann.window.bridge.case.articles) == 3
