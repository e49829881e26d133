"""The panel a verdict is given in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from factcheck.review import Review
from factcheck.values import Analysis, Case, Decision, Ground, Judgement, Kind, Reviewer, Status
from tests.factories import make_article, make_claim, make_conflict, seed_case
from tests.ui.conftest import Bench
from tests.ui.test_conflicts import make_verdict
from ui.choices import MOST_LINES, ChoiceButton
from ui.conflicts import Entry, entries
from ui.verdict import Given, VerdictPanel


@pytest.fixture
def panel(qtbot: QtBot) -> VerdictPanel:
    made = VerdictPanel()
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show_entry(row(0), {})
    made.show()
    return made


def row(number: int, review: Review | None = None, *, calm: bool = False) -> Entry:
    return entries(seed_case(), review or Review({}, ()), calm=calm)[number]


def test_the_reason_stands_above_the_choices(panel: VerdictPanel) -> None:
    assert panel.reason.text() == "three (MailOnline, Wire report) against two (Wire report): counts of cosmonauts."
    assert not panel.changed.isVisible()


def test_the_choices_are_the_answers_and_the_ways_to_choose_none(panel: VerdictPanel) -> None:
    assert {key: (b.choice.words, b.choice.sources) for key, b in panel.buttons.items()} == {
        "1": ("three", "A, B"),
        "2": ("two", "B"),
        "3": ("Both can hold", ""),
        "4": ("Neither", ""),
        "5": ("Can’t tell", ""),
        "0": ("Not a conflict", ""),
    }


def test_after_a_conflict_with_more_answers_each_button_gives_what_it_says(panel: VerdictPanel, qtbot: QtBot) -> None:
    entry = row(0)
    assert entry.conflict is not None
    answers = tuple(replace(entry.conflict.answers[0], text=word) for word in ("three", "two", "four"))
    told = tuple((a.text, "A") for a in answers)
    panel.show_entry(replace(entry, conflict=replace(entry.conflict, answers=answers), answers=told), {})
    panel.show_entry(entry, {})
    QApplication.processEvents()
    shown = [button for button in panel.findChildren(ChoiceButton) if button.isVisible()]
    assert sorted(button.choice.key for button in shown) == ["0", "1", "2", "3", "4", "5"]
    with qtbot.waitSignal(panel.verdict_chosen) as wished:
        QTest.mouseClick(panel.buttons["4"], Qt.MouseButton.LeftButton)
    assert wished.args[0].decision is Decision.NEITHER


def test_a_third_and_fourth_answer_have_keys_of_their_own(panel: VerdictPanel) -> None:
    entry = row(0)
    assert entry.conflict is not None
    answers = tuple(replace(entry.conflict.answers[0], text=word) for word in ("three", "two", "four", "five"))
    told = tuple((a.text, "A") for a in answers)
    panel.show_entry(replace(entry, conflict=replace(entry.conflict, answers=answers), answers=told), {})
    assert [panel.buttons[key].choice.words for key in ("1", "2", "6", "7", "3")] == [
        "three",
        "two",
        "four",
        "five",
        "All can hold",
    ]
    assert not panel.press("8")


@pytest.mark.parametrize(("key", "decision"), [("3", Decision.ALL_HOLD), ("5", Decision.UNKNOWN)])
def test_a_key_wishes_its_verdict_with_the_note(
    panel: VerdictPanel, qtbot: QtBot, key: str, decision: Decision
) -> None:
    panel.note.setPlainText("Roscosmos lists three.")
    with qtbot.waitSignal(panel.verdict_chosen) as wished:
        assert panel.press(key)
    assert wished.args == [Judgement(decision, (), "Roscosmos lists three."), True]


def test_a_click_wishes_an_answer(panel: VerdictPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.verdict_chosen) as wished:
        QTest.mouseClick(panel.buttons["2"], Qt.MouseButton.LeftButton)
    assert wished.args == [Judgement(Decision.ANSWER, ("two",)), False]
    assert not panel.buttons["2"].isChecked(), "only a saved verdict is marked"


def test_the_given_verdict_is_marked_on_its_button_and_its_note_shown(panel: VerdictPanel) -> None:
    given = Review({"c1": make_verdict(Decision.ANSWER, "two")}, ())
    panel.show_entry(row(0, given), {})
    assert [key for key, button in panel.buttons.items() if button.isChecked()] == ["2"]
    assert panel.note.toPlainText() == "I asked"
    assert not panel.renew.isVisible()


def test_a_note_changed_after_the_verdict_can_be_saved_with_it(panel: VerdictPanel, qtbot: QtBot) -> None:
    panel.show_entry(row(0, Review({"c1": make_verdict(Decision.ANSWER, "two")}, ())), {})
    QTest.keyClicks(panel.note, "First ")
    assert panel.renew.isVisible()
    with qtbot.waitSignal(panel.verdict_chosen) as wished:
        QTest.mouseClick(panel.renew, Qt.MouseButton.LeftButton)
    assert wished.args == [Judgement(Decision.ANSWER, ("two",), "First I asked"), False]


def test_what_is_typed_is_handed_over_within_two_seconds(panel: VerdictPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.draft_written, timeout=2000) as written:
        QTest.keyClicks(panel.note, "Half a sent")
    assert written.args == ["c1", "Half a sent"]


def test_what_is_typed_is_handed_over_when_another_row_is_chosen(panel: VerdictPanel, qtbot: QtBot) -> None:
    QTest.keyClicks(panel.note, "Half")
    with qtbot.waitSignal(panel.draft_written) as written:
        panel.show_entry(row(1), {})
    assert written.args == ["c1", "Half"]
    assert panel.note.toPlainText() == ""


def test_a_draft_comes_back(panel: VerdictPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.draft_written):
        panel.show_entry(row(1), {"c2": "Half a sentence"})
        panel.keep_draft()
    assert panel.note.toPlainText() == "Half a sentence"


def test_groups_without_a_conflict_ask_for_no_verdict(panel: VerdictPanel) -> None:
    calm = row(4, calm=True)
    assert calm.group is not None
    assert calm.group.status is Status.AGREEMENT
    panel.show_entry(calm, {})
    assert panel.buttons == {}
    assert panel.reason.text() == "The sources say the same."
    assert not panel.note.isVisible()


def test_a_detached_verdict_tells_what_it_was(panel: VerdictPanel) -> None:
    panel.show_entry(entries(seed_case(), Review({}, (make_verdict(),)))[-1], {})
    assert panel.reason.text().startswith("Ann’s verdict was neither. It belongs to no conflict")
    assert "I asked" in panel.reason.text()


def test_markup_in_an_answer_stays_text(panel: VerdictPanel) -> None:
    entry = row(0)
    assert entry.conflict is not None
    answers = (replace(entry.conflict.answers[0], text='<img src="file:///x">'), entry.conflict.answers[1])
    panel.show_entry(replace(entry, conflict=replace(entry.conflict, answers=answers)), {})
    assert "<img" not in panel.buttons["1"].toolTip()
    assert panel.reason.textFormat() is Qt.TextFormat.PlainText


# --- room -----------------------------------------------------------------------------------------


def quotation_entry(*words: str) -> Entry:
    article = make_article(" ".join(f'"{said}" he said.' for said in words))
    claims = [make_claim(article, said, kind=Kind.QUOTATION) for said in words]
    group, conflict = make_conflict(1, "What was said?", {f"… {n}": (claim,) for n, claim in enumerate(claims)})
    return entries(Case("x", "X", (article,), Analysis(tuple(claims), (group,), (conflict,))), Review({}, ()))[0]


def test_quotations_are_read_in_full_with_the_words_in_question_bold(panel: VerdictPanel) -> None:
    with_russia = "NASA strongly rebukes Russia using the station for political purposes"
    without = with_russia.replace(" Russia", "")
    panel.show_entry(quotation_entry(with_russia, without), {})
    button = panel.buttons["1"]
    QApplication.processEvents()
    assert " ".join(button.lines()) == with_russia
    assert [with_russia[start:end] for start, end in button.choice.stressed] == ["Russia"]
    assert button.height() > panel.buttons["3"].height()
    assert panel.buttons["2"].choice.words == without


def test_of_a_very_long_quotation_the_part_in_question_is_shown(panel: VerdictPanel) -> None:
    before, after = "one word and then another " * 20, " and so on for ever" * 20
    panel.show_entry(quotation_entry(f"{before}guilty{after}", f"{before}responsible{after}"), {})
    QApplication.processEvents()
    lines = panel.buttons["1"].lines()
    assert len(lines) <= MOST_LINES
    assert lines[0].startswith("… ")
    assert lines[-1].endswith(" …")
    assert "guilty" in " ".join(lines)


def test_long_answers_are_wrapped_instead_of_cut(panel: VerdictPanel) -> None:
    entry = row(0)
    assert entry.conflict is not None
    long = "the deputy head of the regional department of health and social affairs"
    panel.show_entry(replace(entry, answers=((long, "A"), ("two", "B"))), {})
    QApplication.processEvents()
    assert len(panel.buttons["1"].lines()) > 1
    assert " ".join(panel.buttons["1"].lines()) == long


def test_a_second_answer_with_control_is_right_as_well(panel: VerdictPanel, qtbot: QtBot) -> None:
    panel.show_entry(row(0, Review({"c1": make_verdict(Decision.ANSWER, "two")}, ())), {})
    with qtbot.waitSignal(panel.verdict_chosen) as wished:
        QTest.mouseClick(panel.buttons["1"], Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    assert wished.args[0].answers == ("three", "two")


def test_a_second_answer_is_right_as_well_by_key_and_no_longer_by_the_same_key(bench: Bench) -> None:
    window = bench.open()
    ctrl_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    def right() -> list[str]:
        return [key for key, button in window.verdict.buttons.items() if button.isChecked()]

    first = bench.chosen
    bench.press(Qt.Key.Key_2, ctrl_shift)
    assert right() == ["2"]
    bench.press(Qt.Key.Key_1, ctrl_shift)
    assert right() == ["1", "2"]
    bench.press(Qt.Key.Key_2, ctrl_shift)
    assert right() == ["1"]
    steps = len(window.bridge.ledger.steps.undo)
    bench.press(Qt.Key.Key_1, ctrl_shift)
    assert right() == ["1"], "the last answer stays, and nothing is recorded once more"
    assert len(window.bridge.ledger.steps.undo) == steps
    assert bench.chosen == first, "more may be right: the list waits"


def test_a_dismissal_is_followed_by_a_line_for_its_ground(panel: VerdictPanel, qtbot: QtBot) -> None:
    assert not panel.ground.isVisible()
    panel.show_entry(row(0, Review({"c1": make_verdict(Decision.ALL_HOLD)}, ())), {})
    assert panel.ground.isVisible()
    assert panel.ground.accessibleName() == "because …"
    menu = panel.ground.menu_of_grounds()
    with qtbot.waitSignal(panel.verdict_chosen) as wished:
        next(each for each in menu.actions() if each.text() == "one of them is rounded").trigger()
    assert wished.args == [Judgement(Decision.ALL_HOLD, (), "I asked", Ground.ROUNDING), False]


def test_the_menu_of_grounds_says_what_it_asks_and_begins_at_the_first_ground(panel: VerdictPanel) -> None:
    menu = panel.ground.menu_of_grounds()
    assert menu.accessibleName() == "Why it is no conflict"
    assert [label.text() for label in menu.findChildren(QLabel)] == ["Why it is no conflict"]
    assert menu.activeAction().text() == "one of them is rounded"


def test_a_ground_chosen_at_an_undecided_conflict_dismisses_it(panel: VerdictPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.verdict_chosen) as wished:
        panel.ground.menu_of_grounds().actions()[1].trigger()
    assert wished.args == [Judgement(Decision.NOT_A_CONFLICT, (), "", next(iter(Ground))), True]


def test_other_peoples_verdicts_stand_in_a_line_each_and_are_not_ones_own(panel: VerdictPanel) -> None:
    ben = replace(make_verdict(Decision.ANSWER, "two"), reviewer=Reviewer("b", "Ben"))
    panel.show_entry(row(0, Review({"c1": ben}, ())), {}, Given(None, (ben,)))
    assert panel.people.text().startswith("Ben: “two” · ")
    assert not any(button.isChecked() for button in panel.buttons.values())
    assert panel.note.toPlainText() == ""
