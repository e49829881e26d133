"""The page of the talk in the whole window: two reviewers on one case."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from factcheck.team import comment, sign
from factcheck.values import Case, Change, Decision, Reviewer, Verdict
from factcheck.workspace import Workspace
from tests.factories import judge
from tests.ui.conftest import Bench
from ui.dossier.history import PastList
from ui.dossier.past import Role
from ui.dossier.talk import TalkPage

TWO_SECONDS = 2000


@pytest.fixture
def ann(bench: Bench) -> Bench:
    """Ann has chosen the first question and its page of the talk."""
    window = bench.open()
    window.bridge.set_reviewer("Ann")
    window.conflicts.choose("c1")
    bench.press(Qt.Key.Key_T)
    return bench


def page(bench: Bench) -> TalkPage:
    found = bench.window.dossier.findChild(TalkPage)
    assert found is not None
    return found


def told(bench: Bench) -> str:
    """All that stands on the page."""
    return "\n".join(label.text() for label in page(bench).findChildren(QLabel) if label.isVisibleTo(page(bench)))


def click(bench: Bench, name: str) -> None:
    buttons = page(bench).findChildren(QToolButton)
    next(button for button in buttons if button.isVisible() and name in button.accessibleName()).click()


def by_ben(bench: Bench, do: Callable[[Workspace, Case], object], name: str = "Ben") -> None:
    """Ben does something in a program of his own, and it is seen in Ann's window."""
    window = bench.window
    assert window.bridge.case
    with Workspace(f"sqlite:///{bench.folder / 'cases.sqlite'}") as store:
        store.set_reviewer(name)
        do(store, store.open_case(window.bridge.case.id))
        store.set_reviewer("Ann")
    window.bridge.ledger.take_from_others(window.bridge.workspace.changed(window.bridge.case).acts)


def judged_by_ben(bench: Bench, decision: Decision = Decision.NEITHER) -> Verdict:
    by_ben(bench, lambda store, case: judge(store, case.id, "c1", decision))
    return bench.window.bridge.review.by_conflict["c1"]


def said(make: Callable[[Case], Change]) -> Callable[[Workspace, Case], object]:
    return lambda store, case: store.act(case.id, (make(case),))


def test_a_comment_is_written_and_sent_by_keys_alone(ann: Bench) -> None:
    page(ann).comment.focus()
    ann.type("Ask the agency.")
    ann.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Ask the agency." in told(ann)
    assert page(ann).comment.text == ""
    assert "comment · How many cosmonauts?" in ann.status


def test_a_comment_that_is_being_typed_is_on_disk_within_two_seconds_and_comes_back(ann: Bench, qtbot: QtBot) -> None:
    page(ann).comment.focus()
    ann.type("Ask the ag")
    case = ann.window.bridge.case
    assert case
    store = ann.window.bridge.workspace
    qtbot.waitUntil(lambda: [d.text for d in store.drafts(case.id)] == ["Ask the ag"], timeout=TWO_SECONDS)
    window = ann.open()
    window.conflicts.choose("c1")
    ann.press(Qt.Key.Key_T)
    assert page(ann).comment.text == "Ask the ag"


def test_a_comment_that_was_sent_leaves_no_draft(ann: Bench) -> None:
    page(ann).comment.focus()
    ann.type("Ask the agency.")
    page(ann).comment.keep()
    page(ann).comment.send()
    case = ann.window.bridge.case
    assert case
    assert ann.window.bridge.workspace.drafts(case.id) == ()


def test_anothers_comment_is_answered_below_it(ann: Bench) -> None:
    by_ben(ann, said(lambda case: comment(case, "c1", "Who counted?")))
    click(ann, "Answer")
    ann.type("The agency.")
    page(ann).save()
    assert told(ann).index("Who counted?") < told(ann).index("The agency.")
    (thread,) = ann.window.bridge.ledger.said.comments["c1"]
    assert [answer.text for answer in thread.answers] == ["The agency."]


def test_an_answer_that_was_begun_is_found_again(ann: Bench) -> None:
    by_ben(ann, said(lambda case: comment(case, "c1", "Who counted?")))
    click(ann, "Answer")
    ann.type("The ag")
    ann.window.conflicts.choose("c2")
    ann.window.conflicts.choose("c1")
    assert "A draft waits here" in [link.text() for link in page(ann).findChildren(QToolButton) if link.isVisible()]
    click(ann, "Answer")
    assert page(ann).inner.text == "The ag"


def test_ones_own_comment_is_put_in_other_words_and_taken_away(ann: Bench) -> None:
    page(ann).comment.focus()
    ann.type("Ask them.")
    page(ann).save()
    click(ann, "Edit")
    assert page(ann).inner.text == "Ask them."
    page(ann).inner.field.setPlainText("Ask the agency.")
    page(ann).save()
    assert "Ask the agency." in told(ann)
    assert "edited" in told(ann)
    click(ann, "Take away")
    assert "Nobody has said anything about it yet." in told(ann)
    ann.window.actions_by_name["undo"].trigger()
    assert "Ask the agency." in told(ann)


def test_anothers_comment_is_neither_edited_nor_taken_away(ann: Bench) -> None:
    by_ben(ann, said(lambda case: comment(case, "c1", "Who counted?")))
    names = [button.text() for button in page(ann).findChildren(QToolButton) if button.isVisible()]
    assert "Answer" in names
    assert "Edit" not in names
    assert "Take away" not in names


def test_what_is_being_typed_stays_while_another_persons_comment_comes_in(ann: Bench) -> None:
    by_ben(ann, said(lambda case: comment(case, "c1", "Who counted?")))
    click(ann, "Answer")
    ann.type("The ag")
    by_ben(ann, said(lambda case: comment(case, "c1", "And when?")))
    assert "And when?" in told(ann)
    assert page(ann).inner.text == "The ag"
    assert page(ann).inner.field.hasFocus()


def test_everybodys_verdicts_stand_side_by_side_with_their_second_readings(ann: Bench) -> None:
    mine = judge(ann.window.bridge.workspace, _id(ann), "c1", Decision.ANSWER, "three")
    judged_by_ben(ann)
    by_ben(ann, said(lambda case: sign(case, mine.id, False, "two papers say two", _reviewer(case, "Ben"))))
    for words in ("Ann (you)", "“three”", "Ben", "Neither", "✗ Ben disagrees", "two papers say two"):
        assert words in told(ann)


LONG = "Benedikta-Alexandra von Hohenstein-Sonnenberg the Younger of Port Alda"


def test_of_a_long_name_the_column_shows_a_part_and_the_whole_in_the_tool_tip(ann: Bench) -> None:
    verdict = judge(ann.window.bridge.workspace, _id(ann), "c1", Decision.ANSWER, "three")
    by_ben(ann, lambda store, case: judge(store, case.id, "c1", Decision.NEITHER), LONG)
    by_ben(ann, said(lambda case: sign(case, verdict.id, True, "", _reviewer(case, LONG))), LONG)
    labels = [label for label in page(ann).findChildren(QLabel) if label.isVisible() and "Benedikta" in label.text()]
    assert len(labels) == 2, "the verdict and the second reading"
    for label in labels:
        assert "…" in label.text()
        assert LONG in label.toolTip()
        assert LONG not in label.text()
    ann.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    history = ann.window.dossier.findChild(PastList)
    assert history is not None
    row = history.model().index(0, 0)
    head = history.row_kind._lines(row.data(Role.PAST), 300)[0][0]
    assert "… · " in head, "the time stays"
    assert LONG in row.data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("width", [200, 300, 500])
def test_the_buttons_of_a_verdict_stay_within_a_narrow_column(ann: Bench, width: int) -> None:
    judged_by_ben(ann)
    page(ann).setFocus()
    ann.press(Qt.Key.Key_Plus)
    ann.window.dossier.setMinimumWidth(width)
    ann.window.dossier.setFixedWidth(width)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    buttons = [each for each in page(ann).verdicts.findChildren(QToolButton) if each.isVisible()]
    assert len(buttons) == 3
    room = page(ann).paper.viewport()
    assert all(b.mapTo(room, b.rect().bottomRight()).x() < room.width() for b in buttons)
    assert not any(a.geometry().intersects(b.geometry()) for a, b in combinations(buttons, 2))


def test_one_key_agrees_with_anothers_verdict(ann: Bench) -> None:
    verdict = judged_by_ben(ann)
    page(ann).setFocus()
    ann.press(Qt.Key.Key_Plus)
    (signature,) = ann.window.bridge.ledger.said.signatures[verdict.id]
    assert signature.agrees
    assert "✓ Ann agrees" in told(ann)


def test_a_disagreement_gives_its_reason(ann: Bench) -> None:
    verdict = judged_by_ben(ann)
    page(ann).setFocus()
    ann.press(Qt.Key.Key_Minus)
    ann.type("the agency counted three")
    page(ann).save()
    (signature,) = ann.window.bridge.ledger.said.signatures[verdict.id]
    assert (signature.agrees, signature.words) == (False, "the agency counted three")
    assert "✗ Ann disagrees" in told(ann)


def test_the_keys_of_the_page_are_letters_in_its_texts(ann: Bench) -> None:
    judged_by_ben(ann)
    page(ann).comment.focus()
    ann.type("2+3-1")
    assert page(ann).comment.text == "2+3-1"
    assert not ann.window.bridge.ledger.said.signatures


def test_a_verdict_that_was_changed_after_it_was_signed_says_so(ann: Bench) -> None:
    judged_by_ben(ann)
    page(ann).setFocus()
    ann.press(Qt.Key.Key_Plus)
    assert "changed after that" not in told(ann)
    judged_by_ben(ann, Decision.UNKNOWN)
    assert "The verdict was changed after that." in told(ann)


def test_what_one_said_as_second_reader_is_taken_back(ann: Bench) -> None:
    judged_by_ben(ann)
    page(ann).setFocus()
    ann.press(Qt.Key.Key_Plus)
    click(ann, "take back")
    assert not ann.window.bridge.ledger.said.signatures


def test_a_question_is_assigned_to_somebody_the_store_knows(ann: Bench) -> None:
    judged_by_ben(ann)
    menu = page(ann).assigned.button.menu()
    menu.aboutToShow.emit()
    names = [action.text() for action in menu.actions() if action.text()]
    assert {"Ann (you)", "Ben", "Somebody else…", "Nobody"} <= set(names)
    next(action for action in menu.actions() if action.text() == "Ben").trigger()
    assert page(ann).assigned.words.text() == "Assigned to Ben (by Ann)"
    next(action for action in menu.actions() if action.text() == "Nobody").trigger()
    assert page(ann).assigned.words.text() == "Assigned to nobody"


def test_a_question_is_assigned_to_somebody_new(ann: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.dialogs.asked_name", lambda *_: "Cem")
    menu = page(ann).assigned.button.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Somebody else…").trigger()
    assert page(ann).assigned.words.text() == "Assigned to Cem (by Ann)"
    assert "Cem" in [person.name for person in ann.window.bridge.workspace.reviewers()]


def _id(bench: Bench) -> str:
    assert bench.window.bridge.case
    return bench.window.bridge.case.id


def _reviewer(case: Case, name: str) -> Reviewer:
    return next(act.by for act in case.acts if act.by.name == name)
