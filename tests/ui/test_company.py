"""Two windows on one store: each shows what is done in the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factcheck.errors import StoreUnusable
from factcheck.team import comment
from factcheck.values import Case, Change, Decision, Judgement
from factcheck.values.cases import Changed
from factcheck.workspace import Workspace
from tests.factories import judge
from tests.ui.conftest import Bench
from ui.company import EVERY

SOON = 2 * EVERY


@pytest.fixture
def ann(bench: Bench) -> Bench:
    """Ann's window."""
    bench.open().bridge.set_reviewer("Ann")
    return bench


@pytest.fixture
def ben(tmp_path: Path, ann: Bench) -> Iterator[Workspace]:
    """Ben works in the same store; who he is there is known by the program he runs."""
    assert ann.window.bridge.case
    with Workspace(f"sqlite:///{tmp_path / 'cases.sqlite'}") as store:
        yield store


def judged_by_ben(store: Workspace, case: Case, decision: Decision = Decision.NEITHER) -> None:
    """As if his program had its own name for who decides."""
    me = store.reviewer().name
    store.set_reviewer("Ben")
    judge(store, case.id, "c1", decision)
    store.set_reviewer(me)


def test_a_verdict_given_elsewhere_is_shown_within_seconds(ann: Bench, ben: Workspace, qtbot: QtBot) -> None:
    case = ann.window.bridge.case
    assert case
    judged_by_ben(ben, case)
    qtbot.waitUntil(lambda: "Ben: verdict neither · How many cosmonauts?" in ann.status, timeout=SOON)
    assert ann.window.bridge.review.by_conflict["c1"].reviewer.name == "Ben"


def test_what_others_did_between_ones_own_acts_is_not_missed(ann: Bench, ben: Workspace, qtbot: QtBot) -> None:
    ledger = ann.window.bridge.ledger
    assert ledger.case
    judged_by_ben(ben, ledger.case)
    ledger.act([_comment(ledger.case)])  # written after Ben's, which is not seen yet
    ann.window.company.ask()
    qtbot.waitUntil(lambda: "c1" in ledger.review.by_conflict, timeout=SOON)


def test_an_article_added_elsewhere_comes_into_the_window(ann: Bench, ben: Workspace, tmp_path: Path) -> None:
    case = ann.window.bridge.case
    assert case
    path = tmp_path / "third.txt"
    path.write_text("Five cosmonauts waved, a third paper wrote.", "utf-8")
    ben.import_files(case.id, [path])
    ann.settle(ann.window.company.ask)
    assert ann.window.bridge.case
    assert len(ann.window.bridge.case.articles) == 3


def test_a_name_given_elsewhere_stands_in_the_title(ann: Bench, ben: Workspace, qtbot: QtBot) -> None:
    case = ann.window.bridge.case
    assert case
    ben.rename_case(case.id, "The rebuke")
    ann.window.company.ask()
    qtbot.waitUntil(lambda: ann.window.windowTitle().startswith("The rebuke"), timeout=SOON)


def test_what_is_being_typed_stays_while_others_work(ann: Bench, ben: Workspace, qtbot: QtBot) -> None:
    window = ann.window
    case = window.bridge.case
    assert case
    window.conflicts.choose("c1")
    window.verdict.note.setPlainText("I have asked the agency and")
    judged_by_ben(ben, case)
    ben.rename_case(case.id, "The rebuke")
    window.company.ask()
    qtbot.waitUntil(lambda: window.windowTitle().startswith("The rebuke"), timeout=SOON)
    assert window.verdict.note.toPlainText() == "I have asked the agency and"
    assert ann.chosen == "How many cosmonauts?"


def test_a_store_that_is_away_is_told_once_and_asked_again(
    ann: Bench, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = ann.window
    told: list[str] = []
    window.company.store_left.connect(lambda: told.append("left"))
    window.company.store_returned.connect(lambda: told.append("returned"))
    away = [True]
    asked = []

    def changed(_self: Workspace, case: Case) -> Changed:
        asked.append(case.id)
        if away[0]:
            raise StoreUnusable("the server is away")
        return Changed()

    monkeypatch.setattr(Workspace, "changed", changed)
    while len(asked) < 2:
        window.company.ask()
        qtbot.wait(20)
    assert told == ["left"]
    assert "does not answer" in ann.status
    assert window.notice.isHidden()
    away[0] = False
    with qtbot.waitSignal(window.company.store_returned, timeout=SOON):
        window.company.ask()
    assert told == ["left", "returned"]


def test_a_case_deleted_elsewhere_is_told_and_can_still_be_read(ann: Bench, ben: Workspace, qtbot: QtBot) -> None:
    window = ann.window
    case = window.bridge.case
    assert case
    ben.delete_case(case.id)
    with qtbot.waitSignal(window.company.case_gone, timeout=SOON):
        window.company.ask()
    assert "deleted elsewhere" in window.notice.text.text()
    assert case is window.bridge.case


def test_nothing_is_asked_while_nobody_looks(ann: Bench, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    asked: list[Case] = []
    monkeypatch.setattr(Workspace, "changed", _listening(asked))
    ann.window.hide()
    ann.window.company.ask()
    qtbot.wait(50)
    assert not asked


def test_one_question_is_under_way_at_a_time(ann: Bench, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    asked: list[Case] = []
    company = ann.window.company
    company.stop()  # else it asks by itself too, when two seconds are over
    qtbot.waitUntil(lambda: not company._asking)
    monkeypatch.setattr(Workspace, "changed", _listening(asked))
    for _ in range(5):
        company.ask()
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.wait(50)
    assert len(asked) == 1


def test_an_analysis_by_another_version_is_shown_and_not_made_again(
    ann: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else two versions of the program on one case would analyse it in turns for ever."""
    bridge = ann.window.bridge
    monkeypatch.setattr(Workspace, "changed", lambda *_: Changed(analysed=True))
    monkeypatch.setattr(Workspace, "needs_analysis", lambda *_: True)
    started: list[int] = []
    bridge.analysis_started.connect(started.append)
    ann.settle(ann.window.company.ask)
    assert not started


def test_ones_own_verdict_is_not_told_as_anothers(ann: Bench, qtbot: QtBot) -> None:
    ledger = ann.window.bridge.ledger
    heard: list[object] = []
    ledger.others_acted.connect(heard.append)
    ledger.judge(["c1"], Judgement(Decision.NEITHER))
    ann.window.company.ask()
    qtbot.waitUntil(lambda: not ann.window.company._asking)
    assert not heard


def _comment(case: Case) -> Change:
    return comment(case, "c2", "Who asked first?")


def _listening(asked: list[Case]) -> Callable[[Workspace, Case], Changed]:
    """Instead of asking the store: hears what is asked, and finds nothing changed."""

    def changed(_store: Workspace, case: Case) -> Changed:
        asked.append(case)
        return Changed()

    return changed


def test_on_a_shared_store_a_clock_that_is_ahead_is_told_once(
    ann: Bench, ben: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = ann.window
    case = window.bridge.case
    assert case
    told: list[list[str]] = []
    window.company.clocks_noticed.connect(told.append)
    monkeypatch.setattr(Workspace, "shared_at", "db.example.org/factcheck")
    monkeypatch.setattr("factcheck.clocks.TOLERATED", -timedelta(hours=1))  # as if it were three hours ago
    judged_by_ben(ben, case)
    window.company.ask()
    qtbot.waitUntil(lambda: bool(told), timeout=SOON)
    ((line,),) = told
    assert line.startswith("Ben did something on ")
    assert window.notice.text.text() == line
    judged_by_ben(ben, case, Decision.UNKNOWN)
    window.company.ask()
    qtbot.waitUntil(lambda: window.bridge.review.by_conflict["c1"].decision is Decision.UNKNOWN, timeout=SOON)
    assert len(told) == 1
