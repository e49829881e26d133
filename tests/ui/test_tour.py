"""The five tips over the sample case."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from factcheck.workspace import Workspace
from tests.ui.conftest import AtOnce, Bench
from ui.bridge import Bridge
from ui.state import State
from ui.theme import LIGHT
from ui.tour import Ring, Tip, Tour, beside
from ui.window import Window


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    for name in ("list", "articles"):
        label = QLabel(name)
        label.setObjectName(name)
        row.addWidget(label)
    made.resize(900, 500)
    qtbot.addWidget(made)
    made.show()
    return made


def tour(window: QWidget, *names: str) -> Tour:
    def tip(name: str) -> Tip:
        return Tip(lambda: window.findChild(QLabel, name), name, f"This is the {name}.")

    return Tour(window, [tip(name) for name in names], LIGHT)


def test_it_goes_from_tip_to_tip_and_ends(window: QWidget, qtbot: QtBot) -> None:
    shown = tour(window, "list", "articles")
    assert (shown.title.text(), shown.count.text()) == ("list", "1 of 2")
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert (shown.title.text(), shown.further.text()) == ("articles", "Done")
    with qtbot.waitSignal(shown.ended):
        shown.further.click()


def test_escape_leaves_it(window: QWidget, qtbot: QtBot) -> None:
    shown = tour(window, "list", "articles")
    with qtbot.waitSignal(shown.ended):
        QTest.keyClick(shown, Qt.Key.Key_Escape)


def test_a_part_that_is_not_shown_is_passed_over(window: QWidget) -> None:
    articles = window.findChild(QLabel, "articles")
    assert articles is not None
    articles.hide()
    shown = tour(window, "nothing", "articles", "list")
    assert shown.title.text() == "list"


def test_it_stands_within_the_window_beside_what_it_is_about(window: QWidget) -> None:
    shown = tour(window, "articles")
    articles = window.findChild(QLabel, "articles")
    assert articles is not None
    assert window.rect().contains(shown.geometry())
    assert not shown.geometry().contains(articles.geometry().center())
    window.resize(700, 420)
    assert window.rect().contains(shown.geometry())


def test_the_ring_follows_the_part_when_its_neighbour_grows(window: QWidget, qtbot: QtBot) -> None:
    tour(window, "articles")
    listed, articles = window.findChild(QLabel, "list"), window.findChild(QLabel, "articles")
    (ring,) = window.findChildren(Ring)
    assert listed is not None
    assert articles is not None
    before = ring.geometry()
    listed.setFixedWidth(600)
    qtbot.waitUntil(lambda: articles.geometry() != before)
    qtbot.waitUntil(lambda: ring.geometry() == articles.geometry())


def test_the_ring_is_no_larger_than_what_is_seen_of_the_part(window: QWidget) -> None:
    area, inside = QScrollArea(window), QLabel("choices")
    inside.setObjectName("choices")
    inside.setFixedSize(120, 900)
    area.setWidget(inside)
    area.setGeometry(10, 20, 200, 150)
    area.show()
    tour(window, "choices")
    (ring,) = window.findChildren(Ring)
    assert QRect(10, 20, 200, 150).contains(ring.geometry())


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (QRect(0, 200, 300, 300), "right"),
        (QRect(600, 200, 300, 300), "left"),
        (QRect(0, 0, 900, 40), "below"),
        (QRect(0, 400, 900, 190), "above"),
    ],
)
def test_the_card_covers_nothing_of_the_part_where_there_is_room(place: QRect, where: str) -> None:
    card = QRect(beside(place, QSize(330, 120), QRect(0, 0, 900, 600)), QSize(330, 120))
    assert not card.intersects(place)
    found = {
        "right": card.left() > place.right(),
        "left": card.right() < place.left(),
        "below": card.top() > place.bottom(),
        "above": card.bottom() < place.top(),
    }
    assert found[where]


def test_the_card_stands_within_a_part_that_fills_the_window() -> None:
    window = QRect(0, 0, 900, 600)
    assert window.contains(QRect(beside(window, QSize(330, 120), window), QSize(330, 120)))


def test_the_first_start_shows_it_once(bench: Bench, qtbot: QtBot) -> None:
    bench.open()
    bench.close()
    State(bench.folder / "window.ini").remove("tour_seen")
    window = Window(State(bench.folder / "window.ini"))
    window.furnish(Bridge(lambda: Workspace(f"sqlite:///{bench.folder / 'cases.sqlite'}"), AtOnce))
    window.show()
    with qtbot.waitSignal(window.bridge.case_settled, timeout=10_000):
        window.bridge.open_last_case()
    shown = window.program.tour
    assert shown is not None
    for _ in range(5):
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert window.program.tour is None
    window.close()
    bench.open()
    assert bench.window.program.tour is None
