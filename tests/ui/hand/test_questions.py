"""Questions joined and split, rules of a case, and the tray of what has lost its words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from factcheck.hand import rule
from factcheck.values import Case, Decision, Ground, Judgement, Rounding, Sort, Span, Status
from tests.factories import make_article, make_claim
from tests.ui.hand.conftest import COSMONAUTS, DAY, REBUKE, Hands
from ui.hand.joining import JoinSheet, SplitSheet
from ui.hand.noting import NoteSheet
from ui.hand.passages import passages_of
from ui.hand.ruling import Offer

pytestmark = pytest.mark.qt_log_ignore("does not support")
TAKE_PART = "How many countries take part?"


def choose_rows(hands: Hands, *questions: str) -> None:
    """As if these rows had been clicked with Ctrl held."""
    view, model = hands.window.conflicts.view, hands.window.conflicts.model
    view.selectionModel().clear()
    for question in questions:
        index = model.index(hands.bench.rows.index(question))
        view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)


# --- joining and splitting ------------------------------------------------------------------------


def test_the_questions_of_several_rows_become_one(hands: Hands) -> None:
    choose_rows(hands, COSMONAUTS, DAY)
    assert hands.window.conflicts.bulk.join.isVisible()
    sheet = hands.sheet_of("join_questions", JoinSheet)
    sheet.question.setEditText("Who was there?")
    sheet.opposed.setChecked(True)
    sheet.accept()
    assert "Who was there?" in hands.bench.rows
    assert COSMONAUTS not in hands.bench.rows
    assert hands.bench.status.endswith("joined 5 claims · Who was there?")


def test_groups_without_a_conflict_are_joined_too(hands: Hands) -> None:
    hands.window.show_calm(True)
    choose_rows(hands, TAKE_PART, "When was Lysychansk captured?")
    bulk = hands.window.conflicts.bulk
    assert bulk.join.isVisible()
    assert not any(button.isVisible() for button in bulk.buttons.values())
    sheet = hands.sheet_of("join_questions", JoinSheet)
    sheet.accept()
    assert len(hands.group(TAKE_PART).claims) == 3


def test_one_row_alone_is_not_joined(hands: Hands) -> None:
    hands.choose(COSMONAUTS)
    hands.do("join_questions")
    assert hands.window.hand.sheet is None
    assert "several rows" in hands.bench.status


def test_a_conflict_made_by_hand_says_so_in_its_card(hands: Hands) -> None:
    hands.window.show_calm(True)
    choose_rows(hands, TAKE_PART, "When was Lysychansk captured?")
    sheet = hands.sheet_of("join_questions", JoinSheet)
    sheet.opposed.setChecked(True)
    sheet.accept()
    hands.choose(TAKE_PART)
    judged = hands.window.card.judged.text()
    who = hands.window.bridge.reviewer().name
    assert judged == f"Put to one question by a person · by hand: {who}"


def test_claims_are_split_from_a_question_by_check_boxes(hands: Hands) -> None:
    hands.choose(COSMONAUTS)
    sheet = hands.sheet_of("split_question", SplitSheet)
    assert not sheet.yes.isEnabled()
    two = hands.claim("two Russian cosmonauts")
    sheet.boxes[two.id].setChecked(True)
    sheet.question.setText("How many Russians?")
    sheet.accept()
    assert hands.group("How many Russians?").claims == (two.id,)
    assert hands.group(COSMONAUTS).status is not Status.CONFLICT


def test_claims_that_read_alike_are_told_apart_by_their_sentences(hands: Hands) -> None:
    hands.choose(COSMONAUTS)
    sheet = hands.sheet_of("split_question", SplitSheet)
    told = [(sheet.boxes[id].text(), sheet.sentences[id]) for id in hands.group(COSMONAUTS).claims]
    assert len(set(told)) == len(told)
    for id, sentence in sheet.sentences.items():
        assert hands.window.reading.claims[id].text in sentence
        assert sheet.boxes[id].accessibleDescription() == sentence


def test_a_sentence_that_an_article_has_twice_is_told_with_its_paragraph() -> None:
    article = make_article("Three came.\n\nThree came.\nThen three left, and nobody saw them go.", "a")
    first = replace(make_claim(article, "Three"), sentence=Span(0, 11))
    second = replace(first, id="second", span=Span(13, 18), sentence=Span(13, 24))
    third = replace(first, id="third", span=Span(30, 35), sentence=Span(25, len(article.text)))
    case = Case("case", "Case", (article,))
    assert list(passages_of(case, (first, second, third)).values()) == [
        "Paragraph 1: Three came.",
        "Paragraph 2: Three came.",
        "Then three left, and nobody saw them go.",
    ]


def test_a_long_sentence_is_cut_between_words_on_both_sides_of_the_claim() -> None:
    article = make_article("word " * 40 + "three" + " word" * 40, "a")
    claim = replace(make_claim(article, "three"), sentence=Span(0, len(article.text)))
    (told,) = passages_of(Case("case", "Case", (article,)), (claim,)).values()
    assert told.startswith("… word word")
    assert told.endswith("word …")
    assert " three " in told
    assert len(told) < 140


def test_all_claims_of_a_question_cannot_be_split_from_it(hands: Hands) -> None:
    hands.choose(COSMONAUTS)
    sheet = hands.sheet_of("split_question", SplitSheet)
    for box in sheet.boxes.values():
        box.setChecked(True)
    assert not sheet.yes.isEnabled()


# --- rules ----------------------------------------------------------------------------------------


def test_a_dismissal_with_a_ground_offers_a_rule_and_the_rule_settles_the_conflict(hands: Hands) -> None:
    entry = next(e for e in hands.window.conflicts.model.rows if e.title == DAY)
    assert entry.conflict is not None
    with_ground = Judgement(Decision.NOT_A_CONFLICT, (), "", Ground.METONYMY)
    hands.window.bridge.ledger.judge((entry.conflict.id,), with_ground)
    notice = hands.window.notice
    hands.wait(lambda: "are one in this case" in notice.text.text())
    assert notice.text.text().endswith("\nIt would dismiss no other conflict.")
    assert notice.action.text() == "Make it a rule"
    notice.action.click()
    assert DAY not in hands.bench.rows
    assert not notice.isVisible()


def test_each_rule_of_several_says_how_many_other_conflicts_it_would_dismiss(hands: Hands) -> None:
    changes = (rule(Rounding(Decimal("0.03"))), rule(Rounding(Decimal("0.03"), "car")))
    offers = [Offer(change, others) for change, others in zip(changes, (3, 1), strict=True)]
    lines = [action.text() for action in hands.window.hand.ruling.menu(offers).actions()]
    assert lines[0] == "Differences under 3 % are rounding in this case. It would also dismiss 3 other conflicts."
    assert lines[1].endswith("It would also dismiss 1 other conflict.")


def test_a_dismissal_without_a_ground_offers_nothing(hands: Hands) -> None:
    hands.choose(DAY)
    hands.bench.press(Qt.Key.Key_0)
    hands.settle_events()
    assert "in this case" not in hands.window.notice.text.text()


def test_rules_are_listed_added_and_taken_away(hands: Hands) -> None:
    hands.do("case_rules")
    rules = hands.window.hand.ruling.dialog
    assert rules is not None
    assert rules.settled.text() == "There is no rule yet."
    rules.names[0].setText("three cosmonauts")
    rules.names[1].setText("the Russian space agency")
    rules.add_name.click()
    assert rules.list.count() == 1
    assert "“three cosmonauts” and “the Russian space agency” are one in this case." in rules.list.item(0).text()
    assert rules.settled.text() == "They settle 1 question."
    assert DAY not in hands.bench.rows
    rules.gone.click()
    assert rules.list.count() == 0
    assert DAY in hands.bench.rows
    rules.close()


def test_a_rule_that_stands_is_not_added_twice(hands: Hands) -> None:
    hands.do("case_rules")
    rules = hands.window.hand.ruling.dialog
    assert rules is not None
    rules.add_rounding.click()
    rules.add_rounding.click()
    assert rules.list.count() == 1
    assert rules.fault.text() == "This rule stands already."
    rules.close()


# --- the tray -------------------------------------------------------------------------------------


def revise(hands: Hands, tmp_path: Path, old: str, new: str) -> None:
    """Correct the text of the first article."""
    article = hands.case.articles[0]
    assert old in article.text
    path = tmp_path / "corrected.txt"
    path.write_text(article.text.replace(old, new), "utf-8")
    hands.bench.settle(lambda: hands.window.hand.revising.revise(article, path))


def noted(hands: Hands, words: str, text: str) -> None:
    hands.select(0, words)
    sheet = hands.sheet_of("note_words", NoteSheet)
    sheet.field.setPlainText(text)
    sheet.accept()


def test_nothing_in_the_tray_is_nothing_in_the_list(hands: Hands) -> None:
    assert not hands.window.conflicts.tray.isVisible()
    hands.do("lost_words")
    assert hands.bench.status == "Everything has its words."


def test_after_a_correction_it_is_said_what_has_its_place_and_what_is_in_the_tray(hands: Hands, tmp_path: Path) -> None:
    noted(hands, "liberation day", "Whose word?")
    noted(hands, "15 international", "Count them.")
    revise(hands, tmp_path, "15 international", "sixteen international")
    told = hands.window.notice.text.text()
    assert "1 thing people did was placed again." in told
    assert "1 thing has lost its words." in told
    assert hands.window.conflicts.tray.text() == "1 thing has lost its words…"
    assert [note.text for note in hands.text(0).notes()] == ["Whose word?"]


def test_what_has_lost_its_words_is_placed_on_words_that_are_selected(hands: Hands, tmp_path: Path) -> None:
    noted(hands, "15 international", "Count them.")
    revise(hands, tmp_path, "15 international", "sixteen international")
    hands.window.conflicts.tray.click()
    tray = hands.window.hand.tending.tray
    assert tray is not None
    (row,) = tray.rows
    assert row.thing.said == "Count them."
    row.place.click()
    assert "Count" not in hands.window.notice.text.text()
    assert "note on “15 international”" in hands.window.notice.text.text().lower()
    assert hands.window.focusWidget() is hands.text(0)
    hands.select(0, "sixteen international")
    hands.window.notice.action.setFocus()
    hands.window.notice.action.click()
    assert hands.window.focusWidget() is hands.text(0)
    assert [note.text for note in hands.text(0).notes()] == ["Count them."]
    assert not hands.window.conflicts.tray.isVisible()
    assert not hands.window.notice.isVisible()


def test_enter_places_what_has_lost_its_words(hands: Hands, tmp_path: Path) -> None:
    noted(hands, "15 international", "Count them.")
    revise(hands, tmp_path, "15 international", "sixteen international")
    hands.window.conflicts.tray.click()
    tray = hands.window.hand.tending.tray
    assert tray is not None
    assert tray.focusWidget() is tray.rows[0].place
    QTest.keyClick(tray.rows[0].place, Qt.Key.Key_Return)
    assert "note on “15 international”" in hands.window.notice.text.text().lower()


def test_placing_begins_at_the_likeliest_passage(hands: Hands, tmp_path: Path) -> None:
    noted(hands, "15 international", "Count them.")
    revise(hands, tmp_path, "15 international", "sixteen international")
    bar = hands.text(0).verticalScrollBar()
    bar.setValue(bar.maximum())
    (thing,) = hands.window.hand.tending.things
    hands.window.hand.tending.begin(thing)
    start = hands.case.articles[0].text.index("sixteen international")
    box = hands.text(0).box_of(Span(start, start + 7))
    assert box is not None
    assert hands.text(0).viewport().rect().contains(box)


def test_what_has_lost_its_words_is_taken_away_by_a_person_alone_and_undo_brings_it_back(
    hands: Hands, tmp_path: Path
) -> None:
    noted(hands, "15 international", "Count them.")
    revise(hands, tmp_path, "15 international", "sixteen international")
    hands.do("lost_words")
    tray = hands.window.hand.tending.tray
    assert tray is not None
    tray.rows[0].take_away.click()
    assert hands.window.hand.tending.tray is None
    assert not hands.window.conflicts.tray.isVisible()
    hands.do("undo")
    assert hands.window.conflicts.tray.isVisible()


def question_on(hands: Hands, words: str) -> str:
    """A question that a person asks of words of the second article, where no question is left; it is chosen."""
    hands.window.show_calm(True)
    hands.mark(1, words)
    question = next(g.question for g in hands.analysis.groups)
    hands.choose(question)
    return question


def test_a_verdict_whose_words_are_gone_is_given_to_the_chosen_question(hands: Hands, tmp_path: Path) -> None:
    hands.choose(REBUKE)
    hands.bench.press(Qt.Key.Key_5)
    revise(hands, tmp_path, hands.analysis_text(REBUKE), "was angry.")
    (thing,) = hands.window.hand.tending.things
    hands.window.hand.tending.begin(thing)
    assert hands.window.conflicts.view.hasFocus()
    question_on(hands, "two Russian cosmonauts")
    hands.window.notice.action.setFocus()
    hands.window.notice.action.click()
    assert hands.window.conflicts.view.hasFocus()
    assert hands.window.hand.tending.things == ()
    entry = hands.window.conflicts.chosen()
    assert entry is not None
    assert entry.verdict is not None
    assert entry.verdict.decision is Decision.UNKNOWN


def test_a_verdict_says_that_its_claim_was_refused_and_comes_back_when_that_is_undone(hands: Hands) -> None:
    hands.choose(COSMONAUTS)
    hands.bench.press(Qt.Key.Key_5)
    hands.do("refuse_claim", hands.claim("two Russian cosmonauts"))
    rows = hands.window.conflicts.model.rows
    who = hands.window.bridge.reviewer().name
    why = f"Not a claim, says {who}. Back when that is undone"
    assert [row.title for row in rows[-2:]] == ["Verdicts on what was said to be no claim", COSMONAUTS]
    assert [line for line, _ in rows[-1].answers[:2]] == why.split(". ")
    assert rows[-1].spoken.endswith(why)
    (thing,) = hands.window.hand.tending.things
    assert thing.why == why
    hands.do("undo")
    (row,) = (row for row in hands.window.conflicts.model.rows if row.title == COSMONAUTS)
    assert row.conflict is not None
    assert row.verdict is not None
    assert row.verdict.decision is Decision.UNKNOWN


def test_a_verdict_that_names_an_answer_is_not_given_to_a_question_without_it(hands: Hands, tmp_path: Path) -> None:
    hands.choose(REBUKE)
    hands.bench.press(Qt.Key.Key_1)
    revise(hands, tmp_path, hands.analysis_text(REBUKE), "was angry.")
    (thing,) = hands.window.hand.tending.things
    question_on(hands, "two Russian cosmonauts")
    hands.window.hand.tending.begin(thing)
    hands.window.notice.action.click()
    assert hands.window.hand.tending.things == (thing,)
    assert hands.bench.status == "That question does not have the answer this verdict names."


def test_a_note_that_was_begun_on_words_that_are_gone_is_not_forgotten(hands: Hands, tmp_path: Path) -> None:
    hands.choose(REBUKE)
    ledger = hands.window.bridge.ledger
    assert ledger.save_draft(hands.group_id(REBUKE), "Ask NASA.")
    revise(hands, tmp_path, hands.analysis_text(REBUKE), "was angry.")
    (thing,) = hands.window.hand.tending.things
    assert thing.said == "Ask NASA."
    question = question_on(hands, "two Russian cosmonauts")
    hands.window.hand.tending.begin(thing)
    hands.window.notice.action.click()
    assert ledger.draft(hands.group(question).id, "note") == "Ask NASA."
    assert hands.window.hand.tending.things == ()


def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(hands: Hands, tmp_path: Path) -> None:
    article = hands.case.articles[0]
    hands.window.hand.revising.revise(article, tmp_path / "none.txt")
    hands.wait(lambda: "none.txt" in hands.window.notice.text.text())
    assert hands.case.articles[0].sha256 == article.sha256


def test_acts_of_every_sort_are_named_in_the_undo_menu(hands: Hands) -> None:
    said = {}
    hands.mark(0, "15 international")
    said[Sort.MARK] = hands.window.actions_by_name["undo"].text()
    hands.click("two Russian cosmonauts")
    hands.do("refuse_claim")
    said[Sort.REFUSAL] = hands.window.actions_by_name["undo"].text()
    noted(hands, "liberation day", "Whose word?")
    said[Sort.NOTE] = hands.window.actions_by_name["undo"].text()
    assert said == {
        Sort.MARK: "Undo claim “15 international”",
        Sort.REFUSAL: "Undo “not a claim” for “two Russian cosmonauts”",
        Sort.NOTE: "Undo note on “liberation day”",
    }
