"""The card as it is worked by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.factories import seed_case
from ui.card.card import ComparisonCard
from ui.card.comparison import Comparison, compare_conflict
from ui.card.drawer import LEAST, ROOM, Drawer
from ui.theme import DARK


def comparison(number: int = 0) -> Comparison:
    case = seed_case()
    assert case.analysis is not None
    return compare_conflict(case, case.analysis.conflicts[number])


@pytest.fixture
def drawer(qtbot: QtBot) -> Drawer:
    made = Drawer(QWidget(), ComparisonCard())
    qtbot.addWidget(made)
    made.resize(900, ROOM + 60)
    made.show()
    card_of(made).show_comparison(comparison())
    return made


def card_of(drawer: Drawer) -> ComparisonCard:
    card = drawer.widget(1)
    assert isinstance(card, ComparisonCard)
    return card


def test_it_is_open_where_there_is_room_and_folded_where_there_is_not(drawer: Drawer) -> None:
    assert drawer.is_open
    drawer.resize(900, ROOM - 60)
    assert not drawer.is_open


def test_what_a_person_chose_holds_whatever_the_room(drawer: Drawer) -> None:
    drawer.turn()
    drawer.turn()
    drawer.resize(900, ROOM - 60)
    assert drawer.is_open
    drawer.turn()
    drawer.resize(900, ROOM + 60)
    assert not drawer.is_open


def test_folded_it_is_one_line_with_question_and_reason(drawer: Drawer) -> None:
    card = card_of(drawer)
    QTest.mouseClick(card.fold, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert card.height() < 60
    assert card.question.isVisible()
    assert card.summary.isVisible()
    assert not card.body.isVisible()


def test_its_height_comes_back(drawer: Drawer, qtbot: QtBot) -> None:
    drawer.setSizes([300, 400])
    drawer.splitterMoved.emit(300, 1)
    again = Drawer(QWidget(), ComparisonCard())
    qtbot.addWidget(again)
    again.restore(drawer.state())
    assert again.state() == drawer.state()
    assert again.state() != "auto 0"


@pytest.mark.parametrize("nonsense", ["", "wide open", "open -3", "ajar 200"])
def test_nonsense_in_the_settings_is_passed_over(drawer: Drawer, nonsense: str) -> None:
    before = drawer.state()
    drawer.restore(nonsense)
    assert drawer.state() == before


def test_it_is_never_restored_too_low_to_read(drawer: Drawer) -> None:
    drawer.restore("open 3")
    assert drawer.state() == f"open {LEAST}"


def test_there_is_a_column_for_each_source(drawer: Drawer) -> None:
    card = card_of(drawer)
    assert [c.source.text() for c in card.columns] == ["MailOnline", "Wire report"]
    assert card.columns[1].words.toPlainText() == (
        "3 cosmonauts\nthree cosmonauts\n2 cosmonauts\ntwo Russian cosmonauts"
    )


def test_a_card_without_a_comparison_is_not_shown(drawer: Drawer) -> None:
    card_of(drawer).show_comparison(None)
    assert not card_of(drawer).isVisible()


def test_a_click_on_words_chooses_their_claim(drawer: Drawer, qtbot: QtBot) -> None:
    card, words = card_of(drawer), card_of(drawer).columns[1].words
    QApplication.processEvents()
    place = words.cursorRect().center()
    with qtbot.waitSignal(card.claim_chosen) as chosen:
        QTest.mouseClick(words.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [comparison().columns[1].passages[0].claim]


def test_enter_chooses_the_claim_the_cursor_is_at(drawer: Drawer, qtbot: QtBot) -> None:
    card, words = card_of(drawer), card_of(drawer).columns[1].words
    words.setFocus()
    QTest.keyClick(words, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(card.claim_chosen) as chosen:
        QTest.keyClick(words, Qt.Key.Key_Return)
    assert chosen.args == [comparison().columns[1].passages[1].claim]


def test_selected_words_are_not_a_click(drawer: Drawer, qtbot: QtBot) -> None:
    words = card_of(drawer).columns[0].words
    words.selectAll()
    assert words.claim_at(0) == comparison().columns[0].passages[0].claim
    with qtbot.assertNotEmitted(card_of(drawer).claim_chosen):
        QTest.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().startswith("3 cosmonauts\nthree cosmonauts")


def test_copy_puts_all_of_it_on_the_clipboard(drawer: Drawer) -> None:
    QTest.mouseClick(card_of(drawer).copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == comparison().text()


def test_differing_words_are_underlined_and_bold_in_either_theme(drawer: Drawer) -> None:
    card = card_of(drawer)
    card.show_comparison(comparison(1))
    card.set_theme(DARK)
    words = card.columns[0].words
    cursor = words.document().find("Russia")
    assert cursor.charFormat().fontWeight() == 700
    assert cursor.charFormat().fontUnderline()


def test_every_part_has_a_name_for_screen_readers(drawer: Drawer) -> None:
    card = card_of(drawer)
    assert card.fold.accessibleName() == "Fold the comparison"
    assert [c.words.accessibleName() for c in card.columns] == ["What MailOnline says", "What Wire report says"]
    drawer.turn()
    assert card.fold.accessibleName() == "Show the comparison"


def test_on_a_high_screen_it_takes_its_share_until_it_is_dragged(drawer: Drawer) -> None:
    drawer.resize(900, 700)
    low = drawer.sizes()[1]
    drawer.resize(900, 1400)
    assert drawer.sizes()[1] > low + 50
