"""The page of the history in the whole window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel

from factcheck.team import comment
from factcheck.values import Decision, Evidence, Judgement, Record, Stance
from tests.factories import judge
from tests.ui.conftest import Bench
from ui.dossier.history import HistoryPage

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ann(bench: Bench) -> Bench:
    """Ann gave two verdicts, one after the other, and looks at the history of the question."""
    window = bench.open()
    window.bridge.set_reviewer("Ann")
    window.conflicts.choose("c1")
    ledger = window.bridge.ledger
    ledger.judge(["c1"], Judgement(Decision.ANSWER, ("three",), "The agency counted three."))
    ledger.judge(["c1"], Judgement(Decision.NEITHER, (), "The agency counted two."))
    bench.press(Qt.Key.Key_H, CTRL)
    return bench


def page(bench: Bench) -> HistoryPage:
    found = bench.window.dossier.findChild(HistoryPage)
    assert found is not None
    return found


def choose(bench: Bench, row: int) -> None:
    page(bench).list.setCurrentRow(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def listed(bench: Bench) -> list[tuple[str, str]]:
    """What was done and what became of it, from the top."""
    page(bench).list.selectAll()
    found = [(entry.what, entry.fate) for entry in page(bench).list.chosen()]
    choose(bench, 0)
    return found


def compared(bench: Bench) -> str:
    return "\n".join(label.accessibleName() or label.text() for label in page(bench).fields.findChildren(QLabel))


def test_all_that_was_done_is_listed_newest_first(ann: Bench) -> None:
    ledger = ann.window.bridge.ledger
    assert ledger.case
    ledger.act((comment(ledger.case, "c1", "Ask them."),))
    assert listed(ann) == [("Said", ""), ("Neither", ""), ("“three”", "replaced")]


def test_what_was_taken_back_stays_in_sight_and_says_so(ann: Bench) -> None:
    ann.window.actions_by_name["undo"].trigger()
    assert listed(ann) == [
        ("Took back: verdict neither · How many cosmonauts?", ""),
        ("Neither", "taken back"),
        ("“three”", ""),
    ]


def test_a_verdict_is_compared_with_the_one_it_replaced(ann: Bench) -> None:
    assert "Against the verdict it replaced" in page(ann).told.text()
    assert "The agency counted three." in compared(ann)
    marked = [label.text() for label in page(ann).fields.findChildren(QLabel)]
    assert "The agency counted <b><u>two</u></b>." in marked


def test_of_the_evidence_only_what_changed_is_told(ann: Bench) -> None:
    ledger = ann.window.bridge.ledger
    stays = Evidence("s", Stance.CONTEXT, url="https://example.org/stays")
    gone = Evidence("g", Stance.REFUTES, words="Nobody came.")
    link = Evidence("l", Stance.SUPPORTS, url="https://example.org/" + "crew-" * 30 + "list")
    new = Evidence("n", Stance.SUPPORTS, file="0" * 64, file_name="crew.pdf")
    ledger.judge(["c1"], Judgement(Decision.NEITHER, record=Record(evidence=(stays, gone, link))))
    noted = replace(link, note="It names three.")
    ledger.judge(["c1"], Judgement(Decision.NEITHER, record=Record(evidence=(stays, noted, new))))
    choose(ann, 0)
    labels = [label for label in page(ann).fields.findChildren(QLabel) if label.isVisibleTo(page(ann))]
    assert [label.accessibleName() or label.text() for label in labels] == [
        *("Evidence removed", "before", "Refutes · Nobody came."),
        *("Evidence altered: https://example.org/cr…w-crew-crew-crew-list", "after", "It names three."),
        *("Evidence added", "after", "Supports · crew.pdf"),
    ]


def test_two_verdicts_are_chosen_by_keys_and_compared(ann: Bench) -> None:
    bridge = ann.window.bridge
    assert bridge.case
    bridge.workspace.set_reviewer("Ben")
    judge(bridge.workspace, bridge.case.id, "c1", Decision.UNKNOWN, rationale="Nobody counted.")
    bridge.workspace.set_reviewer("Ann")
    bridge.ledger.take_from_others(bridge.workspace.changed(bridge.case).acts)
    choose(ann, 0)
    page(ann).setFocus()
    ann.press(Qt.Key.Key_Down, CTRL)
    ann.press(Qt.Key.Key_Space, CTRL)
    assert page(ann).told.text().startswith("From Ann, ")
    assert "to Ben, " in page(ann).told.text()
    assert "Nobody counted." in compared(ann)


def test_an_earlier_verdict_is_restored_and_the_later_one_stays_in_the_history(ann: Bench) -> None:
    choose(ann, 1)
    page(ann).restore.click()
    verdict = ann.window.bridge.review.by_conflict["c1"]
    assert (verdict.answers, verdict.rationale) == (("three",), "The agency counted three.")
    assert listed(ann) == [("“three”", ""), ("Neither", "replaced"), ("“three”", "replaced")]
    ann.window.actions_by_name["undo"].trigger()
    assert ann.window.bridge.review.by_conflict["c1"].decision is Decision.NEITHER


def test_what_stands_as_ones_own_need_not_be_restored(ann: Bench) -> None:
    choose(ann, 0)
    assert not page(ann).restore.isEnabled()
    choose(ann, 1)
    assert page(ann).restore.isEnabled()


def test_a_question_nobody_touched_says_so(ann: Bench) -> None:
    ann.window.conflicts.choose("c3")
    assert page(ann).nothing.isVisible()
    assert not page(ann).restore.isEnabled()
