"""The window worked by keyboard and mouse, over real databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from factcheck.values import Analysis, Decision, Problem, Provenance, Span
from factcheck.worker import AnalysisWorker
from tests.ui.conftest import Bench
from ui.dialogs import ArticleDetails, Cases
from ui.furnishing import SMALLEST_LIST
from ui.reading.gutter import Gutter
from ui.reading.pane import ArticlePane
from ui.reading.text import ArticleText
from ui.window import Window

FIRST, SECOND, THIRD = "How many cosmonauts?", "What exactly did NASA say?", "Who said “a liberation day”?"


def drop(window: Window, *paths: Path) -> None:
    """Drop files onto the window as a file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(400, 300).toPoint(), copy, mime, left, none)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), copy, mime, left, none))


# --- opening and choosing -------------------------------------------------------------------------


def test_the_first_start_shows_the_sample_case_with_its_conflicts(bench: Bench) -> None:
    window = bench.open()
    assert bench.rows == [FIRST, SECOND, THIRD]
    assert bench.chosen == FIRST
    assert window.windowTitle() == "NASA’s rebuke, July 2022 — Factcheck"
    assert window.middle.currentWidget() is window.reading
    assert window.verdict.reason.text().startswith("three (MailOnline, Wire report) against two")


def test_ribbons_join_the_passages_as_soon_as_the_first_analysis_is_there(bench: Bench) -> None:
    gutters = bench.open().reading.findChildren(Gutter)
    assert {link.conflict for gutter in gutters for link in gutter._links} == {"c1", "c2", "c3"}


def test_what_an_analysis_could_not_use_is_told_unless_something_else_waits_to_be_read(bench: Bench) -> None:
    window = bench.open()
    assert window.bridge.case is not None
    article = window.bridge.case.articles[0].id
    missing = Problem(article, "no such folder with an entailment model")
    undated = Problem(article, "no publication date is known", Span(0, 4))
    window.bridge.analysis_finished.emit(Analysis(problems=(missing, undated)))
    told = "no such folder with an entailment model\nMailOnline: no publication date is known"
    assert window.notice.text.text() == told
    window.notice.tell(("one file could not be read",))
    window.bridge.analysis_finished.emit(Analysis(problems=(missing,)))
    assert window.notice.text.text() == "one file could not be read"


def test_j_and_k_walk_through_the_conflicts(bench: Bench) -> None:
    bench.open()
    bench.press(Qt.Key.Key_J)
    bench.press(Qt.Key.Key_J)
    assert bench.chosen == THIRD
    bench.press(Qt.Key.Key_K)
    assert bench.chosen == SECOND


def test_a_click_chooses_a_conflict(bench: Bench) -> None:
    view = bench.open().conflicts.view
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bench.chosen == SECOND


def test_a_click_on_a_claim_chooses_its_conflict_even_when_it_is_filtered_away(bench: Bench) -> None:
    window = bench.open()
    window.conflicts.filter.setText("rebuke")
    assert window.bridge.case is not None
    assert window.bridge.case.analysis is not None
    window.reading.claim_chosen.emit(window.bridge.case.analysis.conflicts[2].claims[0])
    assert bench.chosen == THIRD


def test_the_chosen_conflict_is_announced(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("ui.showing.announce", lambda _widget, text: said.append(text))
    bench.open()
    bench.press(Qt.Key.Key_J)
    assert said[-1].startswith("Conflict 2 of 3. conflict: What exactly did NASA say?")


# --- verdicts -------------------------------------------------------------------------------------


def test_a_note_is_gone_on_with_after_what_is_written(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_N)
    bench.type("First. ")
    bench.press(Qt.Key.Key_Escape)
    bench.press(Qt.Key.Key_J)
    bench.press(Qt.Key.Key_K)
    bench.press(Qt.Key.Key_N)
    bench.type("Second.")
    assert window.verdict.note.toPlainText() == "First. Second."


def test_a_verdict_with_its_note_is_saved_and_found_after_reopening(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_J)
    bench.press(Qt.Key.Key_N)
    bench.type("The transcript has Russia in it: 1 of 2.")
    bench.press(Qt.Key.Key_Escape)
    bench.press(Qt.Key.Key_1)
    assert bench.status.startswith("Saved ")
    assert bench.status.endswith("· What exactly did NASA say?")
    assert bench.chosen == THIRD, "the next undecided conflict is shown"

    window = bench.open()
    assert bench.chosen == THIRD, "the case opens where it was left"
    window.conflicts.choose("c2")
    assert [key for key, button in window.verdict.buttons.items() if button.isChecked()] == ["1"]
    assert window.verdict.note.toPlainText() == "The transcript has Russia in it: 1 of 2."
    assert window.conflicts.count.text() == "2 of 3 undecided"


def test_a_click_on_an_answer_is_a_verdict_and_stays_on_its_conflict(bench: Bench) -> None:
    window = bench.open()
    QTest.mouseClick(window.verdict.buttons["2"], Qt.MouseButton.LeftButton)
    assert bench.chosen == FIRST
    assert window.verdict.buttons["2"].isChecked()
    assert window.bridge.review.by_conflict["c1"].answers == ("two",)


def test_going_on_by_itself_can_be_switched_off(bench: Bench) -> None:
    window = bench.open()
    window.actions_by_name["advance"].trigger()
    bench.press(Qt.Key.Key_5)
    assert bench.chosen == FIRST
    assert not bench.open().actions_by_name["advance"].isChecked()


def test_the_last_verdict_is_taken_back_with_ctrl_z(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_1)
    bench.press(Qt.Key.Key_4)
    assert window.actions_by_name["undo"].text() == "Undo verdict neither · What exactly did NASA say?"
    bench.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "taken back: verdict neither" in bench.status
    assert set(window.bridge.review.by_conflict) == {"c1"}
    bench.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.bridge.review.by_conflict
    assert not window.actions_by_name["undo"].isEnabled()
    assert not bench.open().bridge.review.by_conflict


def test_a_verdict_taken_back_gives_way_to_the_one_before_it(bench: Bench) -> None:
    window = bench.open()
    for key in ("1", "2"):
        QTest.mouseClick(window.verdict.buttons[key], Qt.MouseButton.LeftButton)
    bench.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.verdict.buttons["1"].isChecked()
    assert bench.open().bridge.review.by_conflict["c1"].answers == ("three",)


def test_letters_and_digits_do_nothing_while_a_note_is_written(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_N)
    bench.type("jk 1234567890 n/?[] JK")
    bench.press(Qt.Key.Key_Space)
    bench.press(Qt.Key.Key_Return)
    assert window.verdict.note.toPlainText() == "jk 1234567890 n/?[] JK \n"
    assert bench.chosen == FIRST
    assert not window.bridge.review.by_conflict


def test_a_begun_note_survives_closing_in_the_middle_of_a_word(bench: Bench) -> None:
    bench.open()
    bench.press(Qt.Key.Key_N)
    bench.type("The agency sa")
    assert bench.open().verdict.note.toPlainText() == "The agency sa"


def test_a_store_that_fails_says_so_and_keeps_what_was_typed(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.errors import StoreUnusable

    def full(*_: object, **__: object) -> None:
        raise StoreUnusable("the disk is full")

    window = bench.open()
    monkeypatch.setattr(window.bridge.workspace, "act", full)
    window.verdict.note.setPlainText("Long thought about.")
    bench.press(Qt.Key.Key_1)
    assert window.notice.text.text() == "The verdict was not saved: the disk is full"
    assert "Saved" not in bench.status
    assert window.verdict.note.toPlainText() == "Long thought about."
    assert bench.chosen == FIRST
    assert not window.verdict.buttons["1"].isChecked()


def test_the_reviewer_is_asked_about_once_and_quietly(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_1)
    assert window.notice.text.text().startswith("Your verdicts are signed “")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Ann Author", True))
    QTest.mouseClick(window.notice.action, Qt.MouseButton.LeftButton)
    bench.press(Qt.Key.Key_3)
    assert window.bridge.review.by_conflict["c2"].reviewer.name == "Ann Author"
    assert not window.notice.isVisible()


# --- articles -------------------------------------------------------------------------------------


def test_files_dropped_onto_the_window_are_read_and_a_bad_one_is_named(bench: Bench, tmp_path: Path) -> None:
    window = bench.open()
    good, bad = tmp_path / "third.txt", tmp_path / "empty.txt"
    good.write_text("Four cosmonauts were aboard, the agency said.", "utf-8")
    bad.write_bytes(b"")
    bench.settle(lambda: drop(window, good, bad))
    assert window.bridge.case is not None
    assert len(window.bridge.case.articles) == 3
    assert "empty.txt" in window.notice.text.text()
    assert "\n" not in window.notice.text.text()
    assert bench.rows == [FIRST, SECOND, THIRD]
    QTest.mouseClick(window.notice.dismiss, Qt.MouseButton.LeftButton)
    assert not window.notice.isVisible()


def test_articles_are_added_by_the_dialog(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = bench.open()
    path = tmp_path / "third.md"
    path.write_text("Four cosmonauts were aboard, the agency said.", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([str(path)], ""))
    bench.settle(lambda: bench.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier))
    assert window.bridge.case is not None
    assert len(window.bridge.case.articles) == 3


def test_a_new_case_says_what_to_do_first(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    window = bench.open()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Flood", True))
    bench.settle(lambda: bench.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier))
    assert window.middle.currentWidget() is window.empty
    assert window.empty.title.text() == "Flood"
    assert window.conflicts.empty.text() == "No articles yet."
    assert not window.actions_by_name["export_report"].isEnabled()
    bench.settle(lambda: QTest.mouseClick(window.empty.sample, Qt.MouseButton.LeftButton))
    assert bench.rows == [FIRST, SECOND, THIRD]


def test_a_changed_publication_date_is_analysed_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    window = bench.open()

    def edit(dialog: ArticleDetails) -> int:
        dialog.fields["published"].setText("2022-07-09")
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(QInputDialog, "getItem", lambda *args: (args[3][1], True))
    monkeypatch.setattr(ArticleDetails, "exec", edit)
    bench.settle(lambda: bench.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier))
    assert window.bridge.case is not None
    changed = window.bridge.case.articles[1].provenance
    assert str(changed.published) == "2022-07-09"
    assert "published" not in changed.inferred


def test_a_date_that_is_none_keeps_the_dialog_open(qtbot: QtBot) -> None:
    from tests.factories import make_article

    dialog = ArticleDetails(None, make_article(published=None, source="Wire"))  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.fields["published"].setText("8 July")
    dialog._check()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert "year-month-day" in dialog.fault.text()
    dialog.fields["published"].clear()
    assert dialog.provenance() == Provenance(source="Wire")


def test_an_article_is_removed_after_asking(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    window = bench.open()
    monkeypatch.setattr(QInputDialog, "getItem", lambda *args: (args[3][0], True))
    monkeypatch.setattr("ui.cases.confirmed", lambda *_: True)
    bench.settle(window.actions_by_name["remove_article"].trigger)
    assert window.bridge.case is not None
    assert len(window.bridge.case.articles) == 1
    assert bench.rows == []


# --- cases ----------------------------------------------------------------------------------------


def test_cases_are_opened_from_a_list_with_their_counts(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_1)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Flood", True))
    bench.settle(lambda: bench.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier))
    shown: list[list[str]] = []

    def choose(dialog: Cases) -> int:
        for row in range(dialog.table.rowCount()):
            shown.append([str(dialog.table.model().index(row, column).data()) for column in range(4)])
        dialog.table.selectRow(1)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(Cases, "exec", choose)
    ctrl_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    bench.settle(lambda: bench.press(Qt.Key.Key_O, ctrl_shift))
    assert shown == [["Flood", "0", "0", "0"], ["NASA’s rebuke, July 2022", "2", "3", "2"]]
    assert window.windowTitle().startswith("NASA’s rebuke")


def test_a_case_is_renamed(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    window = bench.open()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Rebuke", True))
    bench.settle(lambda: bench.press(Qt.Key.Key_F2))
    assert window.windowTitle() == "Rebuke — Factcheck"
    assert bench.chosen == FIRST


def test_a_deleted_case_gives_way_to_another(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_1)
    monkeypatch.setattr("ui.cases.confirmed", lambda *_: True)
    bench.settle(window.actions_by_name["delete_case"].trigger)
    assert bench.rows == [FIRST, SECOND, THIRD], "the sample case, made anew"
    assert not window.bridge.review.by_conflict


def test_a_report_is_exported_and_can_be_opened(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_2)
    path = tmp_path / "report.html"
    opened: list[Path] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    monkeypatch.setattr(window.cases, "open_file", opened.append)
    with qtbot.waitSignal(window.bridge.report_written):
        bench.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert "How many cosmonauts?" in path.read_text("utf-8")
    assert window.notice.text.text() == f"The report was written to {path}"
    QTest.mouseClick(window.notice.action, Qt.MouseButton.LeftButton)
    assert opened == [path]


# --- filter, look and what is remembered ----------------------------------------------------------


def test_the_filter_is_reached_by_a_key_and_left_by_another(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_Slash)
    bench.type("liberation")
    assert bench.rows == [THIRD]
    bench.press(Qt.Key.Key_Escape)
    assert window.conflicts.view.hasFocus()
    assert bench.chosen == THIRD
    assert window.conflicts.view.selectedIndexes() == [window.conflicts.view.currentIndex()]
    assert window.verdict.reason.text().startswith("The same words are given to")


def test_a_row_that_was_filtered_away_is_chosen_again_with_the_filter_gone(bench: Bench) -> None:
    window = bench.open()
    window.conflicts.filter.setText("liberation")
    assert bench.chosen == ""
    window.conflicts.filter.clear()
    assert bench.chosen == FIRST


def test_theme_filter_and_layout_are_remembered(bench: Bench) -> None:
    window = bench.open()
    window.actions_by_name["theme_dark"].trigger()
    window.actions_by_name["calm"].trigger()
    window.conflicts.filter.setText("rebuke")
    window.splitter.setSizes([400, 1040])
    left = window.left.width()
    paper = QApplication.palette().base().color().name()
    assert paper == "#1b1d21"

    window = bench.open()
    assert QApplication.palette().base().color().name() == paper
    assert window.actions_by_name["theme_dark"].isChecked()
    assert window.conflicts.calm.isChecked()
    assert window.conflicts.filter.text() == "rebuke"
    assert window.left.width() == left
    window.actions_by_name["theme_light"].trigger()
    assert QApplication.palette().base().color().name() == "#ffffff"


def test_the_text_size_is_changed_by_keys_and_remembered(bench: Bench) -> None:
    window = bench.open()
    ctrl = Qt.KeyboardModifier.ControlModifier
    pane = window.reading.findChildren(ArticleText)[0]
    narrow = pane.document().firstBlock().layout().boundingRect().height()
    for _ in range(3):
        bench.press(Qt.Key.Key_Plus, ctrl)
    assert pane.font().pixelSize() == 20
    assert pane.document().firstBlock().layout().boundingRect().height() > narrow
    bench.press(Qt.Key.Key_Minus, ctrl)

    window = bench.open()
    assert window.reading.findChildren(ArticleText)[0].font().pixelSize() == 18
    bench.press(Qt.Key.Key_0, ctrl)
    assert window.reading.findChildren(ArticleText)[0].font().pixelSize() == 16


def test_passages_stay_level_when_the_text_grows(bench: Bench, qtbot: QtBot) -> None:
    window = bench.open()
    window.conflicts.choose("c2")
    window.actions_by_name["larger"].trigger()
    qtbot.wait(50)
    assert window.bridge.case is not None
    assert window.bridge.case.analysis is not None
    claims = window.bridge.case.analysis.conflicts[1].claims
    panes = window.reading.findChildren(ArticlePane)
    tops = [band[0] for claim in claims for pane in panes if (band := pane.band(claim))]
    assert len(tops) == 2
    assert abs(tops[0] - tops[1]) <= 2


def test_the_list_keeps_its_room_beside_a_long_reason(bench: Bench) -> None:
    window = bench.open()
    window.resize(1000, 600)
    window.verdict.reason.setText("A very long reason. " * 60)
    QApplication.processEvents()
    assert window.conflicts.height() >= SMALLEST_LIST
    chosen = window.conflicts.view.visualRect(window.conflicts.view.currentIndex())
    assert window.conflicts.view.viewport().rect().contains(chosen)


def test_the_first_window_fills_a_screen_that_is_too_small_for_it(bench: Bench) -> None:
    window = bench.open()
    window.fit(QRect(0, 0, 1920, 1080))
    assert not window.isMaximized()
    window.fit(QRect(0, 0, 1440, 900))
    assert window.isMaximized()


def test_a_window_left_on_a_large_screen_fills_a_smaller_one(bench: Bench) -> None:
    bench.open()
    window = bench.open()
    window.fit(QRect(0, 0, window.width() - 1, 1080))
    assert window.isMaximized()


def test_esc_in_the_list_dismisses_a_message(bench: Bench) -> None:
    window = bench.open()
    window.notice.tell(("Something happened.",))
    window.focus_filter()
    bench.press(Qt.Key.Key_Escape)
    assert window.notice.isVisible()
    bench.press(Qt.Key.Key_Escape)
    assert not window.notice.isVisible()


def test_every_widget_a_person_reaches_has_an_accessible_name(bench: Bench) -> None:
    window = bench.open()
    QApplication.processEvents()
    reached = [w for w in window.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    nameless = [w for w in reached if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)]
    assert len(reached) > 10
    assert nameless == []


def test_the_list_comes_before_the_articles_for_a_screen_reader(bench: Bench) -> None:
    window = bench.open()
    children = QAccessible.queryAccessibleInterface(window.splitter)
    first = children.child(0).object()
    assert first is window.left


def test_about_and_keys_open(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    window = bench.open()
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    monkeypatch.setattr("ui.key_page.KeyPage.exec", lambda dialog: shown.append(dialog.windowTitle()))
    window.actions_by_name["about"].trigger()
    bench.press(Qt.Key.Key_Question)
    assert shown[0].startswith("Factcheck ")
    assert shown[1] == "All keys"


# --- the analysis process -------------------------------------------------------------------------


def test_the_analysis_shows_its_progress_and_can_be_cancelled(bench: Bench, qtbot: QtBot) -> None:
    window = bench.open(
        lambda replied: AnalysisWorker(
            replied, analyse="tests.stand_ins:waits_for_cancel", parser="tests.stand_ins:NoParser"
        ),
        settled=False,
    )
    with qtbot.waitSignal(window.bridge.analysis_stepped, timeout=10_000):
        pass
    assert window.status.cancel.isVisible()
    assert window.conflicts.empty.text().startswith("Looking for")
    QTest.mouseClick(window.status.cancel, Qt.MouseButton.LeftButton)
    assert not window.status.cancel.isVisible()
    assert bench.status == "Analysis cancelled. F5 starts it again."
    assert window.conflicts.empty.text() == "The articles have not been analysed yet."


def test_an_analysis_whose_process_dies_says_so_and_can_be_tried_again(bench: Bench, qtbot: QtBot) -> None:
    window = bench.open(
        lambda replied: AnalysisWorker(replied, analyse="tests.stand_ins:dies", parser="tests.stand_ins:NoParser"),
        settled=False,
    )
    with qtbot.waitSignal(window.bridge.analysis_failed, timeout=10_000):
        pass
    assert "SIGKILL" in window.notice.text.text()
    assert window.middle.currentWidget() is window.reading, "the articles can be read all the same"
    with qtbot.waitSignal(window.bridge.analysis_failed, timeout=10_000):
        QTest.mouseClick(window.notice.action, Qt.MouseButton.LeftButton)


def test_analysing_again_takes_the_message_of_the_failed_one_away(bench: Bench) -> None:
    window = bench.open()
    window.bridge.analysis_failed.emit("The analysis process ended unexpectedly.")
    assert window.notice.isVisible()
    bench.settle(lambda: bench.press(Qt.Key.Key_F5))
    assert not window.notice.isVisible()
    assert bench.status.endswith("analysis, 3 conflicts")


def test_a_verdict_stands_beside_the_words_of_its_decision(bench: Bench) -> None:
    window = bench.open()
    for key in (Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_0):
        bench.press(key)
    decided = {id: verdict.decision for id, verdict in window.bridge.review.by_conflict.items()}
    assert decided == {"c1": Decision.ALL_HOLD, "c2": Decision.NEITHER, "c3": Decision.NOT_A_CONFLICT}
    assert [entry.badge for entry in window.conflicts.model.rows] == ["both", "neither", "no conflict"]
    assert window.conflicts.count.text() == "0 of 3 undecided"
