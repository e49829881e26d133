"""The record page in the whole window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from factcheck.scales import revised, shipped_scales
from factcheck.values import Confidence, Decision, Evidence, Ground, Rating, ReportState, Stance
from tests.ui.conftest import Bench
from ui.dossier.rationale import Preview
from ui.dossier.recording import RecordPage

TWO_SECONDS = 2000


def opened(bench: Bench, id: str = "c1") -> RecordPage:
    """The record page of a conflict, by keys."""
    window = bench.open()
    window.conflicts.choose(id)
    bench.press(Qt.Key.Key_R)
    return page(bench)


def page(bench: Bench) -> RecordPage:
    found = bench.window.dossier.findChild(RecordPage)
    assert found is not None
    return found


def select(bench: Bench, words: str) -> None:
    text = bench.window.reading.shelf.panes()[0].text
    cursor = text.textCursor()
    start = text.toPlainText().index(words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


def test_a_record_is_written_and_saved_by_keys_alone(bench: Bench) -> None:
    record = opened(bench)
    bench.press(Qt.Key.Key_Tab)
    bench.press(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    bench.type(" held flags")
    assert record.saved.text() == "Not saved yet"
    bench.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (verdict,) = bench.window.bridge.review.of("c1")
    assert verdict.record.claim == "three cosmonauts held flags"
    assert verdict.decision is Decision.OPEN
    assert record.saved.text().startswith("Saved ")
    assert record.saved.text().endswith(f"by {verdict.reviewer.name}")
    assert not record.save_button.isEnabled()


def test_a_suggestion_that_is_not_taken_is_not_stored(bench: Bench) -> None:
    record = opened(bench)
    assert record.claim.placeholderText() == "three cosmonauts"
    record.tags.setPlainText("space")
    record.save()
    (verdict,) = bench.window.bridge.review.of("c1")
    assert (verdict.record.claim, verdict.record.claimant, verdict.record.appearances) == ("", "", ())
    assert verdict.record.tags == ("space",)


def test_all_that_is_written_comes_back_after_a_restart(bench: Bench) -> None:
    record = opened(bench)
    record.said_on.setPlainText("early July 2022")
    record.place.setPlainText("Washington")
    record.triage.boxes[0].box.click()
    record.triage.boxes[1].box.click()
    record.rating.steps.buttons["half-true"].click()
    record.conclusion.setPlainText("Both counts were given.")
    record.confidence.buttons["medium"].click()
    record.state.buttons["in_review"].click()
    record.rationale.note.setPlainText("The **photograph**.")
    record.save()
    bench.open()
    (verdict,) = bench.window.bridge.review.of("c1")
    assert (verdict.decision, verdict.answers) == (Decision.ANSWER, ("three", "two"))
    assert verdict.rationale == "The **photograph**."
    assert verdict.record.rating == Rating("five-step", 1, "half-true")
    assert verdict.record.confidence is Confidence.MEDIUM
    assert verdict.record.state is ReportState.IN_REVIEW
    again = opened(bench)
    assert again.written.record == verdict.record
    assert again.written.answers == ("three", "two")


def test_what_is_typed_is_a_draft_on_disk_within_two_seconds_and_comes_back(bench: Bench, qtbot: QtBot) -> None:
    record = opened(bench)
    with qtbot.waitSignal(bench.window.bridge.ledger.draft_saved, timeout=TWO_SECONDS):
        QTest.keyClicks(record.conclusion, "Half a sent")
    assert record.saved.text() == "Draft kept, not saved"
    drafts = bench.window.bridge.workspace.drafts(bench.window.bridge.case.id)  # type: ignore[union-attr]
    assert any("Half a sent" in draft.text for draft in drafts), "what a kill would leave"
    again = opened(bench)
    assert again.conclusion.text() == "Half a sent"
    assert again.saved.text() == "Draft kept, not saved"
    again.save()
    assert not bench.window.bridge.workspace.drafts(bench.window.bridge.case.id)  # type: ignore[union-attr]


def test_another_question_keeps_the_draft_of_the_one_before(bench: Bench) -> None:
    record = opened(bench)
    record.place.setPlainText("Houston")
    bench.window.conflicts.choose("c2")
    assert record.place.text() == ""
    bench.window.conflicts.choose("c1")
    assert record.place.text() == "Houston"


def test_the_note_and_the_rationale_are_one_text(bench: Bench) -> None:
    record = opened(bench)
    QTest.keyClicks(bench.window.verdict.note, "The crew")
    assert record.rationale.note.text() == "The crew"
    QTest.keyClicks(record.rationale.note, "First: ")
    assert bench.window.verdict.note.toPlainText() == "First: The crew"
    bench.window.verdict.press("2")
    (verdict,) = bench.window.bridge.review.of("c1")
    assert verdict.rationale == "First: The crew"


def test_a_verdict_by_key_keeps_the_record_and_shows_in_it(bench: Bench) -> None:
    record = opened(bench)
    bench.window.actions_by_name["advance"].setChecked(False)
    record.place.setPlainText("Houston")
    record.save()
    record.tags.setPlainText("not saved yet")
    bench.window.focus_list()
    bench.press(Qt.Key.Key_2)
    (verdict,) = bench.window.bridge.review.of("c1")
    assert (verdict.answers, verdict.record.place) == (("two",), "Houston")
    assert [each.answer for each in record.triage.boxes if each.box.isChecked()] == ["two"]
    assert record.tags.text() == "not saved yet"


def test_a_record_alone_leaves_the_conflict_undecided(bench: Bench) -> None:
    record = opened(bench)
    record.place.setPlainText("Houston")
    record.save()
    assert bench.window.conflicts.count.text() == "3 of 3 undecided"
    record.triage.decisions.buttons["unknown"].click()
    record.save()
    assert bench.window.conflicts.count.text() == "2 of 3 undecided"


def test_undo_takes_the_record_back(bench: Bench) -> None:
    record = opened(bench)
    record.place.setPlainText("Houston")
    record.save()
    bench.window.bridge.ledger.undo()
    assert record.place.text() == ""
    assert record.saved.text() == "Nothing is written yet"


def test_a_dismissal_has_its_ground(bench: Bench) -> None:
    record = opened(bench)
    assert not record.triage.because.isVisibleTo(record)
    record.triage.decisions.buttons["all_hold"].click()
    assert record.triage.because.isVisibleTo(record)
    record.triage.ground.setCurrentIndex(record.triage.ground.findData("part_whole"))
    record.save()
    assert bench.window.bridge.review.of("c1")[0].ground is Ground.PART_WHOLE
    record.triage.boxes[0].box.click()
    assert record.triage.decision is Decision.ANSWER
    assert record.triage.chosen_ground is None
    assert record.triage.decisions.chosen == ""


def test_the_wheel_scrolls_the_page_and_never_changes_the_ground(bench: Bench) -> None:
    record = opened(bench)
    record.triage.decisions.buttons["not_a_conflict"].click()
    record.triage.ground.setFocus()
    record.paper.ensureWidgetVisible(record.triage.ground)
    window, bar = bench.window.windowHandle(), record.paper.verticalScrollBar()
    before = bar.value()
    place = record.triage.ground.mapTo(bench.window, record.triage.ground.rect().center())
    QTest.wheelEvent(window, place, QPoint(0, -240))
    assert record.triage.chosen_ground is None
    assert bar.value() > before


def test_tab_goes_from_field_to_field_so_that_a_date_typed_next_is_no_verdict(bench: Bench) -> None:
    record = opened(bench)
    bench.press(Qt.Key.Key_Tab)
    for words in ("12", "34", "56"):
        bench.type(words)
        bench.press(Qt.Key.Key_Tab)
    written = record.written.record
    assert (written.claim, written.claimant, written.said_on) == ("12", "34", "56")
    assert bench.window.bridge.review.of("c1") == ()


def test_another_reviewer_finds_neither_note_nor_record_of_the_one_before(bench: Bench) -> None:
    record = opened(bench)
    bridge, note = bench.window.bridge, bench.window.verdict.note
    bridge.set_reviewer("Ann")
    note.setPlainText("Ann asked the mayor.")
    bench.press(Qt.Key.Key_1)
    note.setPlainText("Ann is not done.")
    record.conclusion.setPlainText("Ann's conclusion.")
    bridge.set_reviewer("Ben")
    assert note.toPlainText() == ""
    assert record.conclusion.toPlainText() == ""
    bridge.set_reviewer("Ann")
    assert note.toPlainText() == "Ann is not done."
    assert record.conclusion.toPlainText() == "Ann's conclusion."


def test_a_group_without_a_conflict_has_a_record(bench: Bench) -> None:
    window = bench.open()
    window.show_calm(True)
    window.conflicts.choose("g4")
    bench.press(Qt.Key.Key_R)
    record = page(bench)
    assert not record.right.isVisibleTo(record)
    record.rating.steps.buttons["true"].click()
    record.rationale.note.setPlainText("Both name fifteen.")
    record.save()
    (verdict,) = window.bridge.review.of("g4")
    assert (verdict.record.rating, verdict.rationale) == (Rating("five-step", 1, "true"), "Both name fifteen.")
    chosen = window.conflicts.chosen()
    assert chosen is not None
    assert chosen.badge == "record"


def test_the_words_selected_in_an_article_become_evidence(bench: Bench) -> None:
    record = opened(bench)
    record.evidence.words.click()
    assert record.evidence.hint.text() == "Nothing is selected. Select words in an article first."
    select(bench, "fierce condemnation ")
    record.evidence.words.click()
    (item,) = record.evidence.items
    item.stance.buttons["refutes"].click()
    item.note.setPlainText("Their word")
    record.save()
    (kept,) = bench.window.bridge.review.of("c1")[0].record.evidence
    assert (kept.words, kept.stance, kept.note) == ("fierce condemnation", Stance.REFUTES, "Their word")
    assert kept.anchor is not None
    assert kept.anchor.quote == "fierce condemnation"


def test_evidence_whose_words_are_gone_says_so(bench: Bench) -> None:
    record = opened(bench)
    select(bench, "fierce condemnation")
    record.evidence.words.click()
    record.save()
    case = bench.window.bridge.case
    assert case is not None
    bench.settle(lambda: bench.window.bridge.remove_article(case.articles[0].id))
    found = bench.window.bridge.review.detached or bench.window.bridge.review.of("c1")
    record.evidence.fill(found[0].record.evidence, bench.window.bridge.case)
    (item,) = record.evidence.items
    assert item.trouble.text().startswith("These words no longer stand")
    assert "fierce condemnation" in item.words.text()
    assert not item.open.isVisibleTo(item)


def test_a_link_is_added_with_its_archived_copy_and_day(bench: Bench) -> None:
    record = opened(bench)
    record.evidence.link.click()
    form = record.evidence.form
    form.address.setText("javascript:alert(1)")
    bench.press(Qt.Key.Key_Return)
    assert form.problem.text() == "An address begins with https:// or http://."
    assert record.evidence.items == []
    form.address.setText("https://example.org/crew")
    form.archived.setText("https://archive.example/1")
    form.accessed.setText("2022-07-09")
    bench.press(Qt.Key.Key_Return)
    (item,) = record.evidence.items
    kept = item.evidence
    assert (kept.url, kept.archived, kept.accessed) == (
        "https://example.org/crew",
        "https://archive.example/1",
        date(2022, 7, 9),
    )
    assert not form.isVisibleTo(record)
    item.remove.click()
    assert record.written.record.evidence == ()


def test_a_link_that_is_still_being_typed_is_saved_with_the_record_or_holds_it_up(bench: Bench, qtbot: QtBot) -> None:
    record = opened(bench)
    record.claim.setPlainText("Three cosmonauts")
    record.evidence.link.click()
    record.evidence.form.address.setText("example.org/crew")
    bench.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert record.evidence.form.problem.text() == "An address begins with https:// or http://."
    assert bench.window.bridge.review.of("c1") == ()
    record.evidence.form.address.setText("https://example.org/" + "crew" * 60)
    bench.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (kept,) = bench.window.bridge.review.of("c1")[0].record.evidence
    assert kept.url.startswith("https://example.org/crew")
    (item,) = record.evidence.items
    place = record.paper.viewport().rect()
    qtbot.waitUntil(lambda: item.remove.isVisible())
    right = item.remove.mapTo(record.paper.viewport(), item.remove.rect().topRight())
    assert place.left() <= right.x() <= place.right(), "however long the address is"


def test_a_long_address_loses_its_middle_on_the_page_and_nothing_in_the_tool_tip_or_when_copied(bench: Bench) -> None:
    record = opened(bench)
    address, archived = ("https://example.org/" + middle * 60 + "/end" for middle in ("crew", "kept"))
    record.evidence.add_item(Evidence("e", Stance.SUPPORTS, url=address, archived=archived))
    QApplication.processEvents()
    (item,) = record.evidence.items
    for label, whole, end in ((item.source, address, "/end"), (item.archived, archived, "/end")):
        assert "…" in label.text()
        assert label.text().endswith(end)
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()
        assert whole in label.toolTip()
        label.actions()[0].trigger()
        assert QApplication.clipboard().text() == whole
    item.copy.click()
    assert QApplication.clipboard().text() == address


def test_a_file_is_kept_and_comes_out_as_it_went_in(bench: Bench, tmp_path: Path) -> None:
    record = opened(bench)
    source = tmp_path / "crew list.bin"
    source.write_bytes(b"\x00three\xff")
    kept = record.kept.keep(source)
    assert kept is not None
    record.evidence.add_item(kept)
    source.unlink()
    record.save()
    (stored,) = bench.window.bridge.review.of("c1")[0].record.evidence
    assert stored.file_name == "crew list.bin"
    assert record.kept.write(stored, tmp_path / "copy.bin")
    assert (tmp_path / "copy.bin").read_bytes() == b"\x00three\xff"


def test_a_file_that_cannot_be_kept_is_told_in_a_line(bench: Bench, tmp_path: Path) -> None:
    record = opened(bench)
    assert record.kept.keep(tmp_path / "not there.pdf") is None
    assert "not there.pdf" in record.evidence.hint.text()


def test_an_old_rating_is_shown_on_the_version_it_was_given_on(bench: Bench) -> None:
    record = opened(bench)
    workspace = bench.window.bridge.workspace
    first = replace(shipped_scales()[0], id="ours", name="Ours")
    second = revised(first, steps=[*first.steps[1:]])
    workspace.keep_scale(first)
    bench.window.program._state.write("scale", first.id)
    bench.window.dossier.renew()
    record.rating.steps.buttons["true"].click()
    record.save()
    workspace.keep_scale(second)
    again = opened(bench)
    assert again.rating.steps.chosen == "true", "a step the second version does not have"
    assert again.rating.older.text() == "Rated on “Ours”, version 1."
    again.rating.renew.click()
    assert list(again.rating.steps.buttons) == [step.id for step in second.steps]
    assert again.written.record.rating is None


def test_whatever_step_is_chosen_what_stands_below_stays_where_it_is(bench: Bench) -> None:
    record = opened(bench)
    held = record.paper.widget()
    assert held is not None

    def place() -> int:
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        return record.conclusion.mapTo(held, QPoint()).y()

    before = place()
    for button in record.rating.steps.buttons.values():
        button.click()
        assert record.rating.meaning.text()
        assert place() == before


def test_on_a_scale_without_steps_the_conclusion_is_the_rating(bench: Bench) -> None:
    record = opened(bench)
    bench.window.program._state.write("scale", "conclusion")
    bench.window.dossier.renew()
    assert record.rating.meaning.text() == "The one-sentence conclusion is the rating."
    assert record.written.record.rating is None
    record.conclusion.setPlainText("Three is right.")
    assert record.written.record.rating == Rating("conclusion", 1, "")


def test_the_preview_loads_nothing_and_follows_no_link(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "spy.png").write_bytes(b"not to be read")
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show_markdown(f"![spy](file://{tmp_path}/spy.png) <img src='file://{tmp_path}/spy.png'> **bold** <b>x</b>")
    assert "<img" not in preview.toHtml()
    assert "bold" in preview.toPlainText()
    assert "<b>x</b>" in preview.toPlainText(), "what is no Markdown stands there as it was typed"
    assert not preview.openLinks()
    loaded = preview.loadResource(2, QUrl.fromLocalFile(str(tmp_path / "spy.png")))
    assert loaded.width() == 1  # type: ignore[attr-defined]


def test_r_closes_the_column_again_and_the_list_gets_its_width_back(bench: Bench) -> None:
    window = bench.open()
    before = window.splitter.sizes()[0]
    window.conflicts.choose("c1")
    bench.press(Qt.Key.Key_R)
    assert window.dossier.isVisible()
    assert window.splitter.sizes()[0] == window.left.minimumWidth()
    bench.press(Qt.Key.Key_R)
    assert not window.dossier.isVisible()
    assert window.splitter.sizes()[0] == before


def test_on_a_usual_screen_the_list_gives_up_room_so_that_the_articles_keep_theirs(bench: Bench) -> None:
    window = bench.open()
    window.resize(1440, 900)
    bench.press(Qt.Key.Key_R)
    assert window.splitter.sizes()[1] >= 850, "two columns of 45 characters and what joins them"


def test_while_the_record_is_open_on_a_usual_screen_the_list_has_the_height_of_the_choices(bench: Bench) -> None:
    window = bench.open()
    window.actions_by_name["advance"].setChecked(False)
    window.resize(1440, 900)
    window.conflicts.choose("c1")
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    high = window.conflicts.height()
    bench.press(Qt.Key.Key_R)
    QApplication.processEvents()
    assert window.conflicts.height() > high + 100
    assert window.verdict.reason.isVisible()
    assert window.verdict.elsewhere.isVisible()
    assert not window.verdict.buttons["1"].isVisible()
    window.focus_list()
    bench.press(Qt.Key.Key_1)
    assert bench.window.bridge.review.by_conflict["c1"].answers == ("three",), "the keys judge all the same"
    bench.press(Qt.Key.Key_N)
    assert bench.focused is page(bench).rationale.note
    window.resize(1920, 1000)
    QApplication.processEvents()
    assert window.verdict.buttons["1"].isVisible(), "a wide window has room for both"
    window.resize(1440, 900)
    bench.press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert window.verdict.buttons["1"].isVisible(), "the history has no choices"


def test_the_arrow_keys_go_through_the_steps_and_space_chooses(bench: Bench) -> None:
    record = opened(bench)
    record.rating.steps.buttons["true"].setFocus()
    bench.press(Qt.Key.Key_Right)
    bench.press(Qt.Key.Key_Space)
    assert record.rating.steps.chosen == "mostly-true"
    bench.press(Qt.Key.Key_Space)
    assert record.rating.steps.chosen == ""


@pytest.mark.parametrize("evidence", [Evidence("e", Stance.SUPPORTS, url="file:///etc/hostname")])
def test_an_address_that_is_no_web_address_is_never_opened(
    bench: Bench, evidence: Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    record, gone = opened(bench), list[object]()
    monkeypatch.setattr("ui.dossier.recording.QDesktopServices.openUrl", gone.append)
    record.evidence.opened.emit(evidence)
    assert gone == []


def test_every_field_can_be_reached_by_tab_and_has_a_name(bench: Bench, qtbot: QtBot) -> None:
    record = opened(bench)
    qtbot.waitUntil(lambda: record.triage.boxes[1].box.isVisible() and record.rating.steps.buttons["true"].isVisible())
    reached = list[QWidget]()
    while len(reached) < 80:
        bench.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused in reached or focused is None or not record.isAncestorOf(focused):
            break
        reached.append(focused)
    assert [each for each in reached if not each.accessibleName()] == []
    wanted = (
        record.claim,
        record.appearances,
        record.triage.boxes[1].box,
        record.triage.decisions.buttons["all_hold"],
        record.rating.steps.buttons["true"],
        record.rationale.toggle,
        record.rationale.note,
        record.evidence.link,
        record.state.buttons["draft"],
        record.tags,
    )
    assert [each for each in reached if each in wanted] == list(wanted), "in the order in which they are read"


def test_without_a_question_there_is_nothing_to_write(bench: Bench) -> None:
    record = opened(bench)
    bench.window.conflicts.filter.setText("no such words")
    assert not record.isEnabled()
    record.save()
    assert bench.window.bridge.case is not None
    assert bench.window.bridge.case.verdicts == ()
