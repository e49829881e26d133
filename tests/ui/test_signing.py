"""On a store that people share the window asks who decides before the first thing is done there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from factcheck.errors import StoreUnusable
from factcheck.team import comment
from factcheck.values import Decision, Judgement
from factcheck.workspace import Workspace
from tests.ui.conftest import Bench
from ui.dossier.recording import RecordPage
from ui.window import Window

SERVER = "db.example.org/factcheck"


class Asked:
    """Answers the question, as often as it comes; `answer` "" leaves it without one."""

    def __init__(self) -> None:
        self.answer, self.times, self.offered = "Ann", 0, ""

    def __call__(self, *_: object, text: str = "") -> tuple[str, bool]:
        self.times += 1
        self.offered = text
        return self.answer, bool(self.answer)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """As it is on a server; the file is shared by nobody in truth."""
    made = Asked()
    monkeypatch.setattr(QInputDialog, "getText", made)
    monkeypatch.setattr(Workspace, "shared_at", SERVER)
    return made


def names(window: Window) -> list[str]:
    case = window.bridge.case
    assert case
    return [verdict.reviewer.name for verdict in case.verdicts]


def test_the_first_verdict_on_a_shared_store_is_signed_with_the_name_that_was_asked_for(
    bench: Bench, asked: Asked
) -> None:
    window = bench.open()
    login = window.bridge.ledger.reviewer.name
    window.verdict.note.setPlainText("Counted twice")
    window.focus_list()
    bench.press(Qt.Key.Key_4)
    assert (asked.times, asked.offered) == (1, login)
    assert names(window) == ["Ann"]
    case = window.bridge.case
    assert case
    assert [verdict.rationale for verdict in case.verdicts] == ["Counted twice"]
    assert window.bridge.workspace.drafts(case.id) == ()
    assert window.notice.isHidden(), "how it is signed was just said"


def test_it_is_asked_once_for_each_store(bench: Bench, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.open()
    bench.press(Qt.Key.Key_4)
    bench.press(Qt.Key.Key_4)
    bench.open()
    bench.press(Qt.Key.Key_4)
    assert asked.times == 1
    monkeypatch.setattr(Workspace, "shared_at", "db.example.org/another")
    bench.press(Qt.Key.Key_4)
    assert asked.times == 2


def test_who_does_not_say_who_he_is_does_nothing_and_is_asked_again(bench: Bench, asked: Asked) -> None:
    asked.answer = ""
    window = bench.open()
    window.verdict.note.setPlainText("Counted twice")
    window.focus_list()
    bench.press(Qt.Key.Key_4)
    assert names(window) == []
    assert window.verdict.note.toPlainText() == "Counted twice"
    asked.answer = "Ann"
    bench.press(Qt.Key.Key_4)
    assert (names(window), asked.times) == (["Ann"], 2)


def test_a_comment_is_an_act_too(bench: Bench, asked: Asked) -> None:
    ledger = bench.open().bridge.ledger
    assert ledger.case
    (act,) = ledger.act([comment(ledger.case, "c2", "Who asked first?")])
    assert (act.by.name, asked.times) == ("Ann", 1)


def test_what_was_begun_before_the_name_was_said_goes_along(bench: Bench, asked: Asked) -> None:
    window = bench.open()
    window.conflicts.choose("c2")
    window.verdict.note.setPlainText("I have asked the agency and")
    window.conflicts.choose("c1")
    bench.press(Qt.Key.Key_4)
    assert (window.bridge.ledger.reviewer.name, asked.times) == ("Ann", 1)
    window.conflicts.choose("c2")
    assert window.verdict.note.toPlainText() == "I have asked the agency and"


def test_what_was_begun_on_words_that_are_gone_goes_along_too(bench: Bench, asked: Asked) -> None:
    window = bench.open()
    ledger = window.bridge.ledger
    window.conflicts.choose("c2")
    window.verdict.note.setPlainText("I have asked the agency and")
    window.conflicts.choose("c1")
    (begun,) = ledger.begun
    assert ledger.case
    ledger.show(ledger.case, ledger.review, [replace(begun, anchors=())], ledger.reviewer)
    assert [draft.id for draft in ledger.lost_drafts] == [begun.id]
    bench.press(Qt.Key.Key_4)
    assert asked.times == 1
    assert (ledger.reviewer.name, [draft.id for draft in ledger.lost_drafts]) == ("Ann", [begun.id])


def test_a_record_that_cannot_be_saved_after_the_name_was_said_stays_as_it_was_typed(
    bench: Bench, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreUnusable("no connection")

    window = bench.open()
    window.conflicts.choose("c1")
    bench.press(Qt.Key.Key_R)
    record = window.dossier.findChild(RecordPage)
    assert record is not None
    record.conclusion.set_text("Two of them held it.")
    monkeypatch.setattr(Workspace, "act", fail)
    record.save()
    assert (asked.times, names(window)) == (1, [])
    assert record.conclusion.text() == "Two of them held it."


def test_nothing_is_decided_in_an_analysis_that_came_while_the_name_was_asked(bench: Bench) -> None:
    """The same id may be another conflict there."""
    window = bench.open()
    ledger, told = window.bridge.ledger, list[str]()
    ledger.problem_raised.connect(told.append)
    before = ledger.case
    assert before

    def other_analysis_comes() -> bool:
        assert before.analysis
        ledger.show(replace(before, analysis=replace(before.analysis)), ledger.review, (), ledger.reviewer)
        return True

    ledger.may_act = other_analysis_comes
    assert ledger.judge(["c1"], Judgement(Decision.NEITHER)) == ()
    assert (names(window), told) == ([], ["Nothing was saved: the case has changed meanwhile"])


def test_a_name_chosen_in_the_menu_is_an_answer(bench: Bench, asked: Asked) -> None:
    window = bench.open()
    window.actions_by_name["reviewer"].trigger()
    asked.answer = "Somebody else"
    bench.press(Qt.Key.Key_4)
    assert (names(window), asked.times) == (["Ann"], 1)


def test_nothing_is_asked_about_a_file(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked()
    monkeypatch.setattr(QInputDialog, "getText", asked)
    window = bench.open()
    bench.press(Qt.Key.Key_4)
    assert (len(names(window)), asked.times) == (1, 0)


def test_the_palette_finds_the_name(bench: Bench) -> None:
    palette = bench.open().program.palette()
    palette.field.setText("reviewer")
    row = palette.rows.topLevelItem(0)
    assert row is not None
    assert row.text(0) == "Reviewer"
