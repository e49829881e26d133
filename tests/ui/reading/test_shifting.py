"""Moving, hiding and showing articles."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.reading.conftest import Show, case_of, panes_of
from ui.reading.area import ReadingArea
from ui.reading.heading import Heading
from ui.reading.spine import Spine
from ui.theme import DARK

# Menus and lists open as windows of their own, which the offscreen platform knows only half.
pytestmark = pytest.mark.qt_log_ignore("does not support")
TEXT = "Seven people died on Monday, the agency said.\n" * 30


def letters(area: ReadingArea) -> str:
    """The open articles from left to right."""
    return "".join(pane.accessibleName()[8] for pane in panes_of(area))


def lines(menu: QMenu) -> dict[str, bool]:
    """What a menu offers, and whether it can be chosen."""
    return {action.text(): action.isEnabled() for action in menu.actions() if action.text()}


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


@pytest.fixture
def area(show: Show) -> ReadingArea:
    """Four open articles; the first has the keyboard."""
    made = show(case_of(*[TEXT] * 4), 2300)
    made.activateWindow()
    made.focus_pane(0)
    return made


def test_the_ring_goes_with_the_keyboard_and_stays_while_a_menu_has_it(area: ReadingArea) -> None:
    first = panes_of(area)[0]
    text = first.text
    QApplication.sendEvent(text, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert first.is_current
    text.clearFocus()
    assert not first.is_current


def test_the_article_with_the_keyboard_is_moved_and_keeps_letter_and_keyboard(area: ReadingArea) -> None:
    area.shifting.move(1)
    area.shifting.move(1)
    assert letters(area) == "BCAD"
    assert panes_of(area)[2].text.hasFocus()
    area.shifting.move(-1)
    assert letters(area) == "BACD"


def test_at_the_edge_an_article_stays_where_it_is(area: ReadingArea) -> None:
    area.shifting.move(-1)
    assert letters(area) == "ABCD"


def test_a_heading_is_dragged_to_another_place(area: ReadingArea, qtbot: QtBot) -> None:
    heading, target = panes_of(area)[3].heading, panes_of(area)[0]
    to = heading.mapFromGlobal(target.mapToGlobal(QPoint(40, 20)))
    QTest.mousePress(heading, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    QTest.mouseMove(heading, QPoint(20, 20))
    QTest.mouseMove(heading, to)
    QTest.mouseRelease(heading, Qt.MouseButton.LeftButton, pos=to)
    qtbot.waitUntil(lambda: letters(area) == "DABC")


def test_a_hidden_article_comes_back_from_the_strip(area: ReadingArea, qtbot: QtBot) -> None:
    area.shifting.hide(1)
    qtbot.waitUntil(lambda: letters(area) == "ACD")
    assert area.shifting.strip.isVisible()
    assert area.shifting.strip.accessibleName() == "1 hidden article"
    choose(area.shifting.hidden_menu(), "Show B: Source B")
    assert letters(area) == "ABCD"
    assert not area.shifting.strip.isVisible()


def test_hiding_the_article_with_the_keyboard_gives_it_to_another(area: ReadingArea) -> None:
    area.shifting.hide_focused()
    assert letters(area) == "BCD"
    assert panes_of(area)[0].text.hasFocus()


def test_one_article_always_stays(area: ReadingArea) -> None:
    for _ in range(5):
        area.shifting.hide_focused()
    assert len(letters(area)) == 1
    area.shifting.show_all()
    assert letters(area) == "ABCD"


@pytest.mark.parametrize("widths", [(900, 2300), (1300, 700, 1500), (2300, 400, 2400)])
def test_a_hidden_article_stays_hidden_whatever_the_width(area: ReadingArea, widths: tuple[int, ...]) -> None:
    area.shifting.hide(1)
    for width in widths:
        area.resize(width, 700)
        area.choose_conflict("c1")
        area.set_text_size(18)
        assert "B" not in letters(area)
        assert not area.shelf.places[1].isVisible()
    assert area.shifting.strip.isVisible()


def test_going_to_a_hidden_article_shows_it(area: ReadingArea) -> None:
    area.shifting.hide(2)
    area.focus_pane(2)
    assert letters(area) == "ABCD"


def test_hidden_articles_are_passed_over_by_the_keyboard(area: ReadingArea) -> None:
    area.shifting.hide(1)
    area.focus_pane(0)
    area.focus_next_pane(1)
    assert area.focused == 2


def test_the_menu_offers_what_can_be_done(area: ReadingArea) -> None:
    menu = area.shifting.menu(0)
    offered = lines(menu)
    assert not offered["Move left"]
    assert offered["Move right"]
    assert not offered["Show all articles"]
    choose(menu, "Move right")
    assert letters(area) == "BACD"
    choose(area.shifting.menu(1), "Order of the letters")
    assert letters(area) == "ABCD"


def test_details_are_asked_of_the_article_whose_menu_it_is(area: ReadingArea, qtbot: QtBot) -> None:
    with qtbot.waitSignal(area.details_wanted) as wanted:
        choose(area.shifting.menu(2), "Article details…")
    assert wanted.args == [2]


def test_order_and_hidden_articles_are_found_again(area: ReadingArea, show: Show) -> None:
    area.shifting.move(1)
    area.shifting.hide(3)
    again = show(case_of(*[TEXT] * 4), 2300)
    again.restore(area.state())
    assert letters(again) == "BAC"
    assert again.shifting.strip.isVisible()


def test_columns_headings_and_menus_stay_in_line_after_a_move(area: ReadingArea, qtbot: QtBot) -> None:
    area.shifting.move(1)
    qtbot.waitUntil(lambda: letters(area) == "BACD")
    for pane in panes_of(area):
        heading = pane.findChild(Heading)
        assert isinstance(heading, Heading)
        assert heading.button.geometry().right() <= heading.width()
        assert pane.width() > 400


def test_a_gap_that_was_unseen_has_the_colours_of_the_theme(area: ReadingArea, qtbot: QtBot) -> None:
    area.set_theme(DARK)
    area.shifting.move(1)

    def dark() -> bool:
        grabbed = ((gutter.grab().toImage(), gutter.width() // 2) for gutter in area.shelf.gutters())
        return all(image.pixelColor(middle, 300).lightness() < 60 for image, middle in grabbed)

    qtbot.waitUntil(dark)


def test_a_spine_offers_the_same_menu(show: Show) -> None:
    area = show(case_of(*[TEXT] * 4), 1000)
    spine = next(each for each in area.findChildren(Spine) if each.isVisible())
    spine.menu_wanted.emit(QPoint(0, 0))
    (menu,) = [each for each in area.findChildren(QMenu) if each.isVisible()]
    assert "Hide this article" in lines(menu)
    menu.close()


def test_a_ring_shows_where_the_keyboard_is(area: ReadingArea) -> None:
    accent = area.theme.colour("accent")
    image = area.grab().toImage()
    pane = panes_of(area)[0]
    corner = pane.mapTo(area, QPoint(0, 0))
    middle = corner.y() + pane.height() // 2
    assert image.pixelColor(corner.x(), middle) == accent
    assert image.pixelColor(corner.x() + pane.width() // 2, corner.y() + pane.height() - 1) == accent
    assert accent in [image.pixelColor(x, middle) for x in range(pane.width() - 3, pane.width() + 3)]
