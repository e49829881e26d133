"""Backups in the window: made unasked, listed, restored, and offered when the store is damaged. By keyboard."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from factcheck.errors import StoreUnusable
from factcheck.safekeeping import Safekeeping
from factcheck.values import Conflict, Decision, Judgement
from factcheck.workspace import Workspace
from tests.storage.stored import flip, query
from tests.ui.conftest import Bench
from ui import cases
from ui.backups import Backups, WayOut
from ui.keeper import wait_for_last
from ui.plain import TypedConfirmation

PATIENTLY = 30_000  # milliseconds: only ever reached when something is broken


class Hands:
    """Works the dialogs as they come up, in order."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot, self.steps, self.seen = qtbot, list[Callable[[QDialog], object]](), list[str]()
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def then(self, step: Callable[[QDialog], object]) -> Hands:
        self.steps.append(step)
        return self

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.isVisible() and dialog.isActiveWindow():
            self.seen.append(type(dialog).__name__)
            (self.steps.pop(0) if self.steps else QDialog.reject)(dialog)

    def rest(self) -> None:
        """Before Python would destroy the timer on whichever thread collects its garbage."""
        self._timer.stop()
        self._timer.deleteLater()

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: not self.steps, timeout=PATIENTLY)


@pytest.fixture
def hands(qtbot: QtBot) -> Iterator[Hands]:
    made = Hands(qtbot)
    yield made
    made.rest()


def press(key: Qt.Key) -> Callable[[QDialog], None]:
    return lambda dialog: QTest.keyClick(dialog.focusWidget() or dialog, key)


def agree(dialog: QDialog) -> None:
    assert isinstance(dialog, QMessageBox)
    (yes,) = [b for b in dialog.buttons() if dialog.buttonRole(b) == QMessageBox.ButtonRole.DestructiveRole]
    QTest.keyClick(yes, Qt.Key.Key_Space)


def kept(bench: Bench) -> Safekeeping:
    return Safekeeping(bench.folder / "cases.sqlite")


def verdicts(bench: Bench) -> list[str]:
    case = bench.window.bridge.case
    assert case is not None
    return [verdict.rationale for verdict in case.verdicts]


def decide(bench: Bench, note: str) -> None:
    bench.window.verdict.note.setPlainText(note)
    bench.window.conflicts.view.setFocus()
    bench.press(Qt.Key.Key_4)


def ended(bench: Bench, count: int) -> None:
    """Close the window; its session has left so many backups in all."""
    bench.close()
    assert len(kept(bench).backups()) == count


def test_a_session_with_a_decision_leaves_a_backup_with_it(bench: Bench) -> None:
    bench.open()
    decide(bench, "Counted")
    ended(bench, 1)
    (looked,) = kept(bench).backups()
    assert (looked.backup.why, looked.cases, looked.verdicts) == ("after a session", 1, 1)


def test_a_session_in_which_nothing_was_done_leaves_none(bench: Bench) -> None:
    bench.open()
    ended(bench, 0)


def test_a_closed_window_is_gone_while_its_last_backup_is_still_made(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = bench.open()
    decide(bench, "Counted")
    going_on = Event()
    back_up = Workspace.back_up

    def slowly(self: Workspace, *, ending: bool = False) -> object:
        assert going_on.wait(PATIENTLY)
        return back_up(self, ending=ending)

    monkeypatch.setattr(Workspace, "back_up", slowly)
    window.close()
    assert window.isHidden()
    assert not wait_for_last(0)
    assert kept(bench).backups() == ()
    going_on.set()
    assert wait_for_last()
    assert len(kept(bench).backups()) == 1


def test_the_days_first_change_is_backed_up_while_the_window_is_used(bench: Bench, qtbot: QtBot) -> None:
    window = bench.open()
    window.bridge._keeper.back_up_if_due()
    decide(bench, "Counted")
    window.bridge._keeper.back_up_if_due()
    qtbot.waitUntil(lambda: [looked.backup.why for looked in kept(bench).backups()] == ["daily"], timeout=PATIENTLY)


def test_a_backup_that_cannot_be_made_is_told_once(bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = bench.open()
    told: list[str] = []
    window.bridge.problem_raised.connect(told.append)
    decide(bench, "Counted")

    def refuse(*_: object) -> None:
        raise StoreUnusable("the backup could not be written: the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(Workspace, "back_up", refuse)
        for _ in range(3):
            window.bridge._keeper.back_up_if_due()
        qtbot.waitUntil(lambda: bool(told))
        window.bridge._keeper.back_up_if_due()
        qtbot.wait(50)
        assert set(told) == {"the backup could not be written: the disk is full"}
        calls = len(told)
        window.bridge._keeper.back_up_if_due()
        qtbot.wait(50)
        assert len(told) == calls


def test_by_keyboard_a_backup_is_chosen_restored_and_gone_back_from(bench: Bench, hands: Hands) -> None:
    bench.open()
    decide(bench, "First")
    ended(bench, 1)
    window = bench.open()
    decide(bench, "Second")
    assert verdicts(bench) == ["First", "Second"]

    hands.then(press(Qt.Key.Key_Return)).then(agree)
    bench.settle(window.safety.show_backups)
    hands.wait()
    assert hands.seen == ["Backups", "QMessageBox"]
    assert verdicts(bench) == ["First"]
    assert "was restored: 1 case and 1 verdict." in window.notice.text.text()

    hands.then(press(Qt.Key.Key_Return)).then(agree)  # the newest is from before the restore
    bench.settle(window.safety.show_backups)
    hands.wait()
    assert verdicts(bench) == ["First", "Second"]


def test_the_list_tells_time_reason_and_counts_and_a_damaged_one_cannot_be_restored(bench: Bench, hands: Hands) -> None:
    bench.open()
    decide(bench, "First")
    ended(bench, 1)
    kept(bench).back_up()
    flip(kept(bench).backups()[0].backup.path, 0, random.Random(1))
    window = bench.open()
    told: list[list[str]] = []
    enabled: list[bool] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, Backups)
        table = dialog.table
        for row in range(table.rowCount()):
            table.selectRow(row)
            enabled.append(dialog.restore.isEnabled())
            told.append([str(table.model().index(row, column).data()) for column in range(1, 4)])
        dialog.reject()

    hands.then(look)
    window.safety.show_backups()
    hands.wait()
    assert told[0][0].startswith("Cannot be used: ")
    assert told[1] == ["The end of a session", "1", "1"]
    assert enabled == [False, True]


def test_a_backup_is_made_on_demand(bench: Bench, hands: Hands) -> None:
    window = bench.open()
    hands.then(lambda dialog: dialog.new.click() if isinstance(dialog, Backups) else None).then(
        press(Qt.Key.Key_Escape)
    )
    window.safety.show_backups()
    hands.wait()
    assert [looked.backup.why for looked in kept(bench).backups()] == ["by hand"]


def damaged(bench: Bench) -> Path:
    bench.open()
    decide(bench, "First")
    ended(bench, 1)
    path = bench.folder / "cases.sqlite"
    flip(path, 0, random.Random(1))
    return path


def test_a_damaged_file_is_told_in_a_sentence_with_the_newest_good_backup_and_restored_by_enter(
    bench: Bench, qtbot: QtBot, hands: Hands
) -> None:
    path = damaged(bench)
    before = path.read_bytes()
    told: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, WayOut)
        told.extend((dialog.told.text(), dialog.offer.text()))
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    hands.then(look)
    window = bench.open(settled=False)
    qtbot.waitUntil(lambda: window.bridge.case is not None, timeout=PATIENTLY)
    assert str(path) in told[0]
    assert "has 1 case and 1 verdict." in told[1]
    assert verdicts(bench) == ["First"]
    (aside,) = bench.folder.glob("cases damaged *.sqlite")
    assert aside.read_bytes() == before
    assert aside.name in window.notice.text.text()


def test_the_way_out_shows_its_words_and_choices_in_full_however_long_they_are(bench: Bench, hands: Hands) -> None:
    damaged(bench)
    cut: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, WayOut)
        for label in (dialog.told, dialog.offer):
            cut.extend([label.text()] * (label.height() < label.heightForWidth(label.width())))
        dialog.hide()
        dialog.told.setText(dialog.told.text() * 3)
        for button in (dialog.anew, dialog.all, dialog.restore):
            button.setText(button.text() * 2)
        dialog.show()
        for label in (dialog.told, dialog.offer):
            cut.extend([label.text()] * (label.height() < label.heightForWidth(label.width())))
        for button in (dialog.anew, dialog.all, dialog.restore):
            cut.extend([button.text()] * (button.width() < button.sizeHint().width()))
        dialog.reject()

    hands.then(look)
    bench.open(settled=False)
    hands.wait()
    assert cut == []


def test_who_does_nothing_about_a_damaged_file_has_it_as_it_is(bench: Bench, hands: Hands) -> None:
    path = damaged(bench)
    before = path.read_bytes()
    hands.then(press(Qt.Key.Key_Escape))
    window = bench.open(settled=False)
    hands.wait()
    assert window.bridge.case is None
    assert window.empty.title.text() == "The cases cannot be opened"
    assert path.read_bytes() == before


def test_who_begins_anew_keeps_the_damaged_file(bench: Bench, qtbot: QtBot, hands: Hands) -> None:
    path = damaged(bench)
    before = path.read_bytes()

    def begin(dialog: QDialog) -> None:
        assert isinstance(dialog, WayOut)
        dialog.anew.click()

    hands.then(begin)
    window = bench.open(settled=False)
    qtbot.waitUntil(lambda: window.bridge.case is not None, timeout=PATIENTLY)
    assert verdicts(bench) == []
    (aside,) = bench.folder.glob("cases damaged *.sqlite")
    assert aside.read_bytes() == before


def test_a_file_of_a_newer_version_is_refused_by_the_window_and_left_as_it_is(bench: Bench, qtbot: QtBot) -> None:
    bench.open()
    ended(bench, 0)
    path = bench.folder / "cases.sqlite"
    query(path, "UPDATE alembic_version SET version_num = '9999'")
    before, names = path.read_bytes(), sorted(p.name for p in bench.folder.iterdir())
    window = bench.open(settled=False)
    qtbot.waitUntil(
        lambda: "newer version of Factcheck; it was left untouched" in window.empty.text.text(), timeout=PATIENTLY
    )
    assert QApplication.activeModalWidget() is None
    bench.close()
    assert path.read_bytes() == before
    assert sorted(p.name for p in bench.folder.iterdir()) == names


# --- deleting, and what cannot be saved -----------------------------------------------------------


def test_more_than_twenty_verdicts_are_deleted_only_when_their_number_is_typed(
    bench: Bench, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = bench.open()
    decide(bench, "First")
    decide(bench, "Second")
    monkeypatch.setattr(cases, "MANY", 1)
    enabled: list[bool] = []

    def type_it(dialog: QDialog) -> None:
        assert isinstance(dialog, TypedConfirmation)
        for word in ("yes", "1", "2"):
            dialog.field.clear()
            QTest.keyClicks(dialog.field, word)
            enabled.append(dialog.yes.isEnabled())
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    hands.then(type_it)
    bench.settle(window.cases.delete)
    hands.wait()
    assert enabled == [False, False, True]
    assert verdicts(bench) == []
    (looked,) = kept(bench).backups()
    assert (looked.backup.why, looked.verdicts) == ("before deleting a case", 2)


def test_a_typed_confirmation_that_is_left_deletes_nothing(
    bench: Bench, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = bench.open()
    decide(bench, "First")
    monkeypatch.setattr(cases, "MANY", 0)
    hands.then(press(Qt.Key.Key_Escape))
    window.cases.delete()
    hands.wait()
    assert verdicts(bench) == ["First"]


def test_a_note_that_cannot_be_saved_stays_is_shown_again_and_is_saved_when_there_is_room(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = bench.open()

    def refuse(*_: object) -> None:
        raise StoreUnusable("cases.sqlite: the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(Workspace, "keep_draft", refuse)
        window.verdict.note.setPlainText("Half a sentence")
        window.verdict.keep_draft()
        assert "The note was not saved: cases.sqlite: the disk is full" in window.notice.text.text()
        window.conflicts.step(1)
        window.conflicts.step(-1)
        assert window.verdict.note.toPlainText() == "Half a sentence"
    case = window.bridge.case
    assert case is not None
    assert window.bridge.workspace.drafts(case.id) == ()
    bench.close()
    with Workspace(f"sqlite:///{bench.folder / 'cases.sqlite'}") as workspace:
        assert [draft.text for draft in workspace.drafts(case.id)] == ["Half a sentence"]


def test_the_window_does_not_close_over_a_note_that_cannot_be_saved_without_asking(
    bench: Bench, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = bench.open()

    def refuse(*_: object) -> None:
        raise StoreUnusable("cases.sqlite: the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(Workspace, "keep_draft", refuse)
        window.verdict.note.setPlainText("Half a sentence")
        hands.then(press(Qt.Key.Key_Escape))
        window.close()
        hands.wait()
        assert window.isVisible()
        assert window.verdict.note.toPlainText() == "Half a sentence"


def test_with_no_room_a_decision_is_told_as_not_saved_and_nothing_is_shown_as_given(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = bench.open()

    def refuse(*_: object, **__: object) -> None:
        raise StoreUnusable("cases.sqlite: the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(Workspace, "act", refuse)
        given = window.bridge.ledger.judge(
            [c.id for c in _conflicts(bench)[:1]], Judgement(Decision.NEITHER, (), "Counted")
        )
    assert given == ()
    assert window.notice.text.text() == "The verdict was not saved: cases.sqlite: the disk is full"
    assert verdicts(bench) == []


def _conflicts(bench: Bench) -> tuple[Conflict, ...]:
    case = bench.window.bridge.case
    assert case is not None
    assert case.analysis is not None
    return case.analysis.conflicts
