"""One verdict for several conflicts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from factcheck.review import Review
from factcheck.values import Decision, Judgement
from tests.factories import seed_case
from tests.ui.conftest import Bench
from tests.ui.dialogs import in_next_dialog
from tests.ui.test_conflicts import make_verdict
from ui.bulk import MANY, agreed
from ui.conflicts import Entry, entries
from ui.waiting import MOST_AT_ONCE, waiting


def conflicts(count: int, review: Review | None = None) -> list[Entry]:
    row = entries(seed_case(), review or Review())[0]
    return [replace(row) for _ in range(count)]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def press(text: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        next(button for button in dialog.buttons() if button.text() == text).click()

    return act


def test_a_few_are_decided_after_one_plain_question(parent: QWidget) -> None:
    said: list[str] = []

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        said.extend((dialog.text(), dialog.informativeText()))
        press("Not a conflict")(dialog)

    in_next_dialog(act)
    assert agreed(parent, Decision.NOT_A_CONFLICT, conflicts(3, Review({"c1": make_verdict()})))
    assert said[0] == "“Not a conflict” for 3 conflicts?"
    assert "3 of them have a verdict that goes." in said[1]


def test_the_safe_answer_decides_nothing(parent: QWidget) -> None:
    in_next_dialog(press("Cancel"))
    assert not agreed(parent, Decision.UNKNOWN, conflicts(3))


@pytest.mark.parametrize(("typed", "goes_on"), [(str(MANY + 1), True), ("3", False), ("", False)])
def test_many_are_decided_when_a_person_has_typed_how_many(parent: QWidget, typed: str, goes_on: bool) -> None:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QInputDialog)
        field = dialog.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.setText(typed)
        dialog.accept()

    in_next_dialog(act)
    assert agreed(parent, Decision.UNKNOWN, conflicts(MANY + 1)) is goes_on


def test_chosen_conflicts_get_one_verdict_and_lose_it_in_one_step(bench: Bench) -> None:
    window = bench.open()
    window.conflicts.view.setFocus()
    window.conflicts.view.selectAll()
    in_next_dialog(press("Can’t tell"))
    bench.press(Qt.Key.Key_5)
    decided = window.bridge.review.by_conflict.values()
    assert [verdict.decision for verdict in decided] == [Decision.UNKNOWN] * 3
    assert window.conflicts.count.text() == "0 of 3 undecided"
    window.actions_by_name["undo"].trigger()
    assert not window.bridge.review.by_conflict
    assert window.conflicts.count.text() == "3 of 3 undecided"


def test_nothing_is_decided_when_other_conflicts_have_come_while_it_was_asked(bench: Bench) -> None:
    """An analysis that comes to its end may call others by the same ids."""
    window = bench.open()
    ledger = window.bridge.ledger

    def analysed_anew(dialog: QDialog) -> None:
        assert ledger.case
        assert ledger.case.analysis
        found = ledger.case.analysis
        others = tuple(replace(conflict, reason=f"{conflict.reason} Anew.") for conflict in found.conflicts)
        case = replace(ledger.case, analysis=replace(found, conflicts=others))
        ledger.show(case, ledger.review, (), ledger.reviewer)
        ledger.case_changed.emit(case, ledger.review)
        press("Can’t tell")(dialog)

    window.conflicts.view.setFocus()
    window.conflicts.view.selectAll()
    in_next_dialog(analysed_anew)
    bench.press(Qt.Key.Key_5)
    assert not ledger.review.by_conflict


def test_a_verdict_given_alone_afterwards_is_taken_back_alone(bench: Bench) -> None:
    window = bench.open()
    chosen = [entry.conflict for entry in window.conflicts.model.rows if entry.conflict]
    assert len(window.bridge.ledger.judge([c.id for c in chosen[:2]], Judgement(Decision.NOT_A_CONFLICT))) == 2
    window.bridge.ledger.judge([chosen[2].id], Judgement(Decision.NEITHER))
    window.bridge.ledger.undo()
    assert len(window.bridge.review.by_conflict) == 2
    window.bridge.ledger.undo()
    assert not window.bridge.review.by_conflict


def test_what_was_decided_together_is_told_about_once_and_gives_back_the_verdicts_before(bench: Bench) -> None:
    bridge = bench.open().bridge
    assert bridge.case
    assert bridge.case.analysis
    conflicts = bridge.case.analysis.conflicts
    (alone,) = bridge.ledger.judge([conflicts[0].id], Judgement(Decision.ALL_HOLD, rationale="Both are right."))
    heard: list[int] = []
    bridge.ledger.review_changed.connect(lambda review: heard.append(len(review.by_conflict)))
    bridge.ledger.judge([c.id for c in conflicts], Judgement(Decision.UNKNOWN))
    bridge.ledger.undo()
    assert heard == [3, 1]
    assert list(bridge.review.by_conflict.values()) == [alone]


def test_when_one_verdict_cannot_be_saved_none_of_them_is(bench: Bench) -> None:
    window = bench.open()
    chosen = [entry.conflict for entry in window.conflicts.model.rows if entry.conflict]
    assert not window.bridge.ledger.judge([*(c.id for c in chosen), "gone"], Judgement(Decision.UNKNOWN))
    assert window.notice.text.text().startswith("The verdict was not saved")
    assert not window.bridge.review.by_conflict


def test_while_very_many_are_written_the_cursor_says_to_wait_and_for_a_few_it_does_not(qapp: QApplication) -> None:
    with waiting(MOST_AT_ONCE):
        assert qapp.overrideCursor() is None
    with waiting(MOST_AT_ONCE + 1):
        held = qapp.overrideCursor()
    assert held is not None
    assert held.shape() is Qt.CursorShape.WaitCursor
    assert qapp.overrideCursor() is None
