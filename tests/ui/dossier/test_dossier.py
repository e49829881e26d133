"""The column as a whole: where the keyboard is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import Bench


def edge(page: QWidget) -> str:
    """The colour at the left edge of a page, half way down."""
    return page.grab().toImage().pixelColor(1, page.height() // 2).name()


@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_T])
def test_a_page_that_has_the_keyboard_itself_has_a_ring(bench: Bench, key: Qt.Key) -> None:
    window = bench.open()
    bench.press(key)
    page = QApplication.focusWidget()
    assert page is not None
    assert window.dossier.isAncestorOf(page)
    assert edge(page) == page.palette().accent().color().name()
    window.focus_list()
    assert edge(page) == page.palette().base().color().name()
