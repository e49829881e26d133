"""Two windows on one store, each a program of its own: what is done in one is seen in the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from factcheck.values import Decision, Judgement
from factcheck.workspace import Workspace
from tests.ui.conftest import AtOnce, Bench
from ui.bridge import Bridge
from ui.company import EVERY
from ui.dossier.talk import TalkPage
from ui.stale import StaleDialog
from ui.state import State
from ui.window import Window

SOON = 3 * EVERY


@pytest.fixture
def first(bench: Bench) -> Window:
    return bench.open()


@pytest.fixture
def second(first: Window, tmp_path: Path, qtbot: QtBot) -> Iterator[Window]:
    assert first.bridge.case
    state = State(tmp_path / "second.ini")
    state.write("tour_seen", True)
    window = Window(state)
    window.furnish(Bridge(lambda: Workspace(f"sqlite:///{tmp_path / 'cases.sqlite'}"), AtOnce))
    window.show()
    with qtbot.waitSignal(window.bridge.case_settled, timeout=10_000):
        window.bridge.open_case(first.bridge.case.id)
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents()


def talk(window: Window) -> TalkPage:
    found = window.dossier.findChild(TalkPage)
    assert found is not None
    return found


def test_a_comment_is_read_in_the_other_window_within_seconds(first: Window, second: Window, qtbot: QtBot) -> None:
    for window in (first, second):
        window.conflicts.choose("c1")
        window.dossier.show_page("talk")
    talk(second).comment.fill("Half an answ")
    talk(first).comment.fill("Who counted?")
    talk(first).comment.send()
    qtbot.waitUntil(
        lambda: any(label.text() == "Who counted?" for label in talk(second).findChildren(QLabel)), timeout=SOON
    )
    assert talk(second).comment.text == "Half an answ"
    assert "comment · How many cosmonauts?" in second.status.saved.text()


def test_a_verdict_and_its_undoing_are_seen_in_the_other_window(first: Window, second: Window, qtbot: QtBot) -> None:
    first.bridge.ledger.judge(["c1"], Judgement(Decision.NEITHER))
    qtbot.waitUntil(lambda: second.conflicts.count.text() == "2 of 3 undecided", timeout=SOON)
    first.bridge.ledger.undo()
    qtbot.waitUntil(lambda: second.conflicts.count.text() == "3 of 3 undecided", timeout=SOON)
    assert "something taken back" in second.status.saved.text()


def test_two_verdicts_at_once_are_never_replaced_unseen(first: Window, second: Window) -> None:
    for window, note, key in ((first, "Two were seen.", "4"), (second, "Nobody knows.", "5")):
        window.conflicts.choose("c1")
        window.verdict.note.setPlainText(note)
        window.verdict.press(key)
    (refused,) = second.findChildren(StaleDialog)
    refused.put.click()
    assert first.bridge.case
    given = first.bridge.workspace.history(first.bridge.case.id)
    assert [(verdict.decision, verdict.rationale) for verdict in given] == [
        (Decision.NEITHER, "Two were seen."),
        (Decision.UNKNOWN, "Nobody knows."),
    ]
