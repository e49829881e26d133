"""What a person does with the words of an article: marking, noting, correcting, refusing, joining, setting apart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from factcheck.values import Claim, Kind, Quantity, Sort, Span
from tests.ui.hand.conftest import COSMONAUTS, DAY, REBUKE, Hands
from ui.hand.correcting import CorrectSheet
from ui.hand.marking import MarkSheet
from ui.hand.noting import NoteSheet
from ui.hand.questions import Questions

# Menus and lists open as windows of their own, which the offscreen platform knows only half.
pytestmark = pytest.mark.qt_log_ignore("does not support")


def number_of(claim: Claim) -> int:
    assert isinstance(claim.value, Quantity)
    assert claim.value.number is not None
    return int(claim.value.number)


# --- marking --------------------------------------------------------------------------------------


def test_selected_words_become_a_claim_of_the_kind_and_value_they_look_like(hands: Hands) -> None:
    hands.select(0, "15 international")
    sheet = hands.sheet_of("mark_claim", MarkSheet)
    assert sheet.chosen_kind is Kind.QUANTITY
    assert sheet.read.text() == "Read as: 15 internationals"
    sheet.accept()
    assert hands.sorts == [Sort.MARK]
    assert number_of(hands.claim("15 international")) == 15


def test_what_was_marked_is_said_and_named_in_the_undo_menu(hands: Hands) -> None:
    hands.mark(0, "15 international")
    assert hands.bench.status.endswith("— marked “15 international” as a number")
    assert hands.window.actions_by_name["undo"].text() == "Undo claim “15 international”"


def test_a_number_that_counts_the_same_answers_the_chosen_question_unless_a_person_says_otherwise(
    hands: Hands,
) -> None:
    hands.choose(COSMONAUTS)
    hands.select(1, "cosmonauts")
    sheet = hands.sheet_of("mark_claim", MarkSheet)
    sheet.kind.setCurrentIndex(sheet.kind.findData(Kind.QUANTITY))
    assert sheet.own.isChecked()
    sheet.value.setText("2 cosmonauts")
    sheet.kind.setCurrentIndex(sheet.kind.findData(Kind.DATE))
    assert not sheet.chosen.isEnabled()
    sheet.kind.setCurrentIndex(sheet.kind.findData(Kind.QUANTITY))
    assert sheet.chosen.isChecked()
    sheet.accept()
    assert hands.claim("cosmonauts").id in hands.group(COSMONAUTS).claims


def test_a_marked_claim_can_have_a_question_of_its_own(hands: Hands) -> None:
    hands.select(0, "the region")
    sheet = hands.sheet_of("mark_claim", MarkSheet)
    sheet.question.setFocus()
    QTest.keyClicks(sheet.question, "When did they pose?")
    assert sheet.own.isChecked()
    sheet.accept()
    assert hands.claim("the region").id in hands.group("When did they pose?").claims


def test_without_selected_words_marking_says_how_to_select_some(hands: Hands) -> None:
    hands.do("mark_claim")
    assert hands.window.hand.sheet is None
    assert "F7" in hands.bench.status


def test_words_are_marked_without_the_blanks_that_a_double_click_takes_in(hands: Hands) -> None:
    hands.mark(0, " international ")
    assert hands.claim("international").kind is Kind.STATEMENT


def test_words_that_are_selected_in_part_are_marked_whole(hands: Hands) -> None:
    text = hands.case.articles[0].text
    start = text.index("15 international")
    hands.window.show_article(0)
    hands.text(0).select(Span(start + 1, start + len("15 internat")))
    hands.do("mark_claim")
    assert hands.window.hand.sheet is not None
    hands.window.hand.sheet.accept()
    assert hands.claim("15 international").span.start == start


def test_a_marked_claim_has_corners_a_tip_and_a_line_in_the_list_that_name_who_marked_it(hands: Hands) -> None:
    hands.mark(0, "15 international")
    text = hands.text(0)
    (mark,) = [m for m in text.marks() if m.by_hand]
    who = hands.window.bridge.reviewer().name
    assert mark.by_hand is not None
    assert mark.by_hand.marked
    assert f"marked by {who}" in text.tip([mark])
    assert any(f"marked by {who}" in line for line in hands.listed(0))


# --- a claim --------------------------------------------------------------------------------------


def test_a_claim_is_corrected_and_the_conflict_follows_at_once(hands: Hands) -> None:
    hands.choose(COSMONAUTS)
    hands.click("two Russian cosmonauts")
    sheet = hands.sheet_of("correct_claim", CorrectSheet)
    assert sheet.was.text() == "Read as: 2 cosmonauts"
    sheet.value.setText("3 cosmonauts")
    assert sheet.now.text() == "From now on: 3 cosmonauts"
    sheet.accept()
    assert COSMONAUTS not in hands.bench.rows
    assert hands.bench.status.endswith("corrected “two Russian cosmonauts” to “3 cosmonauts”")
    hands.do("undo")
    assert COSMONAUTS in hands.bench.rows


def test_a_correction_is_taken_back_to_what_the_program_read_whenever_one_likes(hands: Hands) -> None:
    hands.click("two Russian cosmonauts")
    sheet = hands.sheet_of("correct_claim", CorrectSheet)
    sheet.value.setText("4 cosmonauts")
    sheet.accept()
    hands.do("refuse_claim", hands.claim_of("15 international participating"))
    hands.click("two Russian cosmonauts")
    again = hands.sheet_of("correct_claim", CorrectSheet)
    assert again.value.text() == "4 cosmonauts"
    next(b for b in again.buttons.buttons() if b.text() == "As the program read it").click()
    assert number_of(hands.claim("two Russian cosmonauts")) == 2


def test_a_correction_that_changes_nothing_records_nothing(hands: Hands) -> None:
    hands.click("two Russian cosmonauts")
    hands.sheet_of("correct_claim", CorrectSheet).accept()
    assert hands.sorts == []
    assert hands.window.hand.sheet is None


def test_another_speaker_is_named_for_words(hands: Hands) -> None:
    hands.choose(DAY)
    hands.click_id(hands.group(DAY).claims[0])
    sheet = hands.sheet_of("correct_claim", CorrectSheet)
    assert sheet.value.text() == "three cosmonauts"
    sheet.value.setText("the Russian space agency")
    sheet.accept()
    assert DAY not in hands.bench.rows


def test_words_that_are_no_claim_lose_their_mark_and_undo_brings_it_back(hands: Hands) -> None:
    hands.click("two Russian cosmonauts")
    hands.do("refuse_claim")
    assert "two Russian cosmonauts" not in [c.text for c in hands.analysis.claims]
    assert hands.bench.status.endswith("“two Russian cosmonauts” is not a claim")
    hands.do("undo")
    assert hands.claim("two Russian cosmonauts")


def test_not_a_claim_on_words_that_a_person_marked_takes_the_mark_away(hands: Hands) -> None:
    hands.mark(0, "15 international")
    hands.click("15 international")
    hands.do("refuse_claim")
    assert hands.sorts == [Sort.MARK, Sort.MARK]
    assert "15 international" not in [c.text for c in hands.analysis.claims]


def test_a_claim_is_set_apart_from_its_question(hands: Hands) -> None:
    hands.choose(COSMONAUTS)
    hands.click("two Russian cosmonauts")
    hands.do("part_claim")
    assert COSMONAUTS not in hands.bench.rows
    hands.do("undo")
    assert COSMONAUTS in hands.bench.rows


def test_a_claim_that_stands_alone_is_not_set_apart(hands: Hands) -> None:
    hands.click("July 3")
    hands.do("part_claim")
    assert hands.sorts == []
    assert hands.bench.status == "This claim stands alone already."


def test_a_claim_answers_another_question_from_the_list_of_questions(hands: Hands, qtbot: QtBot) -> None:
    hands.choose(COSMONAUTS)
    claim = hands.claim("15 international participating")
    hands.window.hand.answer(claim)
    listed = hands.window.findChild(Questions)
    assert isinstance(listed, Questions)
    assert COSMONAUTS in listed.lines()[0]
    with qtbot.waitSignal(listed.chosen):
        QTest.keyClick(listed.view, Qt.Key.Key_Return)
    assert claim.id in hands.group(COSMONAUTS).claims


# --- notes ----------------------------------------------------------------------------------------


def note_on(hands: Hands, words: str, text: str) -> None:
    hands.select(0, words)
    sheet = hands.sheet_of("note_words", NoteSheet)
    sheet.field.setPlainText(text)
    sheet.accept()


def test_a_note_on_a_passage_is_seen_in_the_margin_and_in_the_list_of_claims(hands: Hands) -> None:
    note_on(hands, "liberation day", "Whose word is this?\nAsk <them>.")
    (note,) = hands.text(0).notes()
    assert "Whose word is this?<br>Ask &lt;them&gt;." in hands.text(0).note_tip([note])
    assert any(line.startswith("✎") and "Whose word is this?" in line for line in hands.listed(0))
    assert hands.bench.status.endswith("note on “liberation day”")


def test_the_glyph_in_the_margin_opens_the_note_and_an_emptied_note_is_taken_away(hands: Hands) -> None:
    note_on(hands, "liberation day", "Whose word is this?")
    hands.window.show_article(0)
    hands.text(0).select(hands.text(0).notes()[0].span)
    QTest.mouseClick(hands.text(0).viewport(), Qt.MouseButton.LeftButton, pos=hands.glyph(0))
    sheet = hands.window.hand.sheet
    assert isinstance(sheet, NoteSheet)
    assert sheet.field.toPlainText() == "Whose word is this?"
    sheet.field.setPlainText("")
    sheet.accept()
    assert hands.text(0).notes() == ()


def test_a_note_is_written_anew_on_the_same_words(hands: Hands) -> None:
    note_on(hands, "liberation day", "First.")
    note_on(hands, "liberation day", "Second.")
    assert [note.text for note in hands.text(0).notes()] == ["Second."]


def test_an_empty_note_is_not_saved_and_the_dialog_says_so(hands: Hands) -> None:
    hands.select(0, "liberation day")
    sheet = hands.sheet_of("note_words", NoteSheet)
    sheet.accept()
    assert sheet.fault.text() == "There is nothing to save yet."
    assert hands.sorts == []


# --- menus and keys -------------------------------------------------------------------------------


def offered(menu: QMenu) -> dict[str, bool]:
    return {action.text(): action.isEnabled() for action in menu.actions() if action.text()}


def test_the_menu_over_selected_words_offers_to_mark_and_note_them_beside_copying(hands: Hands) -> None:
    hands.select(0, "liberation day")
    menu = offered(hands.window.reading.pointing.menu(hands.pane(0), []))
    assert menu["Copy"]
    assert menu["Mark as a claim…"]
    assert menu["Note on these words…"]
    assert "Correct the claim…" not in menu


def test_the_menu_over_a_claim_offers_the_chosen_question_by_name(hands: Hands) -> None:
    hands.choose(REBUKE)
    mark = next(m for m in hands.text(1).marks() if m.claim == hands.claim("two Russian cosmonauts").id)
    menu = hands.window.reading.pointing.menu(hands.pane(1), [mark])
    assert not offered(menu)["Mark as a claim…"]
    next(a for a in menu.actions() if a.text().startswith(f"Answers “{REBUKE}")).trigger()
    assert mark.claim in hands.group(REBUKE).claims


def test_words_are_selected_and_marked_without_the_mouse(hands: Hands, qtbot: QtBot) -> None:
    hands.window.show_article(0)
    hands.bench.press(Qt.Key.Key_F7)
    assert hands.text(0).has_caret
    for _ in range(3):
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        hands.bench.press(Qt.Key.Key_Right, held)
    words = hands.text(0).selected_words().strip()
    assert len(words.split()) == 3
    hands.bench.press(Qt.Key.Key_M)
    sheet = hands.window.hand.sheet
    assert isinstance(sheet, MarkSheet)
    qtbot.waitUntil(sheet.isActiveWindow)
    hands.bench.press(Qt.Key.Key_Return)
    assert words in [c.text for c in hands.analysis.claims]


def test_the_caret_leaves_letters_and_digits_to_their_actions(hands: Hands) -> None:
    hands.choose(COSMONAUTS)
    hands.window.show_article(0)
    hands.bench.press(Qt.Key.Key_F7)
    hands.bench.press(Qt.Key.Key_J)
    assert hands.bench.chosen == REBUKE


def test_a_dialog_keeps_what_was_typed_when_nothing_could_be_saved(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.select(0, "liberation day")
    sheet = hands.sheet_of("note_words", NoteSheet)
    sheet.field.setPlainText("Whose word is this?")
    monkeypatch.setattr(hands.window.bridge.ledger, "act", lambda _changes: ())
    sheet.accept()
    assert sheet.isVisible()
    assert "not saved" in sheet.fault.text()
