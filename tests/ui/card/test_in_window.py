"""The card in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import Bench
from ui.reading.pane import ArticlePane


def test_enter_on_words_in_the_card_leads_to_them_in_their_article(bench: Bench) -> None:
    window = bench.open()
    window.resize(1400, 900)
    window.drawer.set_open(True)
    window.conflicts.choose("c1")
    assert window.card.question.accessibleName() == "How many cosmonauts?"
    second = window.reading.findChildren(ArticlePane)[1]
    second.text.verticalScrollBar().setValue(second.text.verticalScrollBar().maximum())
    assert window.card.comparison is not None
    claim = window.card.comparison.columns[1].passages[1].claim
    words = window.card.columns[1].words
    words.setFocus()
    QTest.keyClick(words, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(words, Qt.Key.Key_Return)
    band = second.band(claim)
    assert band is not None
    assert 0 <= band[0] < second.text.viewport().height()


def test_it_is_opened_and_folded_by_a_key_and_stays_as_it_was_left(bench: Bench) -> None:
    window = bench.open()
    before = window.drawer.is_open
    window.focus_list()
    bench.press(Qt.Key.Key_C)
    assert window.drawer.is_open is not before
    assert window.actions_by_name["card"].isChecked() is not before
    assert bench.open().drawer.is_open is not before
