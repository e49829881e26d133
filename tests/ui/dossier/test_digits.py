"""Digits beside something half written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.ui.conftest import Bench


def test_a_digit_judges_in_the_list_and_not_in_the_record(bench: Bench) -> None:
    window = bench.open()
    bench.press(Qt.Key.Key_R)
    record = window.dossier._stack.currentWidget()
    assert record is not None
    choice = next(b for b in record.findChildren(QAbstractButton) if b.isVisible() and b.isCheckable())
    choice.setFocus()
    bench.press(Qt.Key.Key_1)
    assert not window.bridge.review.by_conflict
    window.focus_list()
    bench.press(Qt.Key.Key_1)
    assert len(window.bridge.review.by_conflict) == 1
