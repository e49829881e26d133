"""Claims over the same words, menus over words, and the list of an article's claims."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from factcheck.values import Analysis, Case, Group, Kind, Status
from tests.factories import make_claim, make_conflict
from tests.ui.reading.conftest import Show, articles_of, panes_of
from ui.reading.area import ReadingArea
from ui.reading.claims_list import ClaimsList
from ui.reading.pane import ArticlePane

# Menus and lists open as windows of their own, which the offscreen platform knows only half.
pytestmark = pytest.mark.qt_log_ignore("does not support")
ONE = "Police said on Tuesday that at least seven people had died.\n" + "Rescuers went on.\n" * 60
OTHER = "Rescuers went on.\n" * 60 + "Nine people had died, doctors said."
INSIDE_OUT = ("seven people", "at least seven people had died", "on Tuesday that at least seven people had died")
WHOLE = "Police said on Tuesday that at least seven people had died"


@pytest.fixture
def area(show: Show) -> ReadingArea:
    """Four claims over the same words of A; the innermost conflicts with B's."""
    a, b = articles_of(ONE, OTHER)
    kinds = (Kind.QUANTITY, Kind.STATEMENT, Kind.DATE, Kind.QUOTATION)
    nested = [make_claim(a, words, kind) for words, kind in zip((*INSIDE_OUT, WHOLE), kinds, strict=True)]
    nine = make_claim(b, "Nine people")
    group, conflict = make_conflict(1, "How many died?", {"7": (nested[0],), "9": (nine,)})
    single = [
        Group(f"s{n}", f"Q{n}?", c.kind, Status.AGREEMENT, (c.id,)) for n, c in enumerate(nested[1:])
    ]  # agreements, so that each is marked
    made = show(Case("x", "X", (a, b), Analysis((*nested, nine), (group, *single), (conflict,))), 1200, 600)
    made.activateWindow()
    return made


def seven(area: ReadingArea) -> tuple[ArticlePane, QPoint]:
    """The first article, and where its "seven people" stands."""
    pane = panes_of(area)[0]
    claim = next(mark.claim for mark in pane.text.marks() if "q" in mark.claim and mark.conflicts)
    return pane, pane.text.pieces(claim)[0].center().toPoint()


def told_by_clicks(area: ReadingArea, count: int, qtbot: QtBot) -> list[str]:
    pane, place = seven(area)
    told: list[str] = []
    area.claim_chosen.connect(told.append)
    for _ in range(count):
        QTest.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.wait(QApplication.doubleClickInterval() + 20)
    return [area.claims[claim].text for claim in told]


def choose(menu: QMenu, beginning: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(beginning)).trigger()


def offered(menu: QMenu) -> dict[str, bool]:
    return {action.text(): action.isEnabled() for action in menu.actions() if action.text()}


def inside(menu: QMenu, title: str) -> QMenu:
    found = next(action.menu() for action in menu.actions() if action.text() == title)
    assert isinstance(found, QMenu)
    return found


def select(pane: ArticlePane, words: str) -> None:
    cursor = pane.text.textCursor()
    start = pane.text.toPlainText().index(words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), cursor.MoveMode.KeepAnchor)
    pane.text.setTextCursor(cursor)


def test_three_claims_over_the_same_words_have_their_own_lines_and_a_fourth_shares_one(area: ReadingArea) -> None:
    assert sorted(mark.lane for mark in panes_of(area)[0].text.marks()) == [0, 1, 2, 2]


def test_clicks_go_from_the_innermost_claim_outwards_and_round(area: ReadingArea, qtbot: QtBot) -> None:
    QApplication.setDoubleClickInterval(50)
    told = told_by_clicks(area, 5, qtbot)
    QApplication.setDoubleClickInterval(400)
    assert told == [*INSIDE_OUT, WHOLE, INSIDE_OUT[0]]


def test_alt_and_a_click_list_the_claims_here(area: ReadingArea, qtbot: QtBot) -> None:
    pane, place = seven(area)
    QTest.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, place)
    (menu,) = [each for each in area.findChildren(QMenu) if each.isVisible()]
    assert menu.accessibleName() == "Claims here"
    assert next(iter(offered(menu))) == "≠  How many died?  “seven people”  (conflict)"
    with qtbot.waitSignal(area.claim_chosen) as chosen:
        menu.actions()[3].trigger()
    assert area.claims[chosen.args[0]].text == WHOLE
    menu.close()


def test_the_menu_copies_words_with_their_source(area: ReadingArea) -> None:
    pane = panes_of(area)[0]
    select(pane, "at least seven")
    choose(area.pointing.menu(pane, []), "Copy with the source")
    assert QApplication.clipboard().text() == "“at least seven” (Source A, 8 July 2022)"


def test_the_menu_asks_for_a_search_of_the_selected_words(area: ReadingArea, qtbot: QtBot) -> None:
    pane = panes_of(area)[0]
    select(pane, "people had")
    with qtbot.waitSignal(area.search_wanted) as wanted:
        choose(area.pointing.menu(pane, []), "Search for “people had”")
    assert wanted.args == ["people had"]


def test_without_selected_words_nothing_can_be_copied(area: ReadingArea) -> None:
    menu = offered(area.pointing.menu(panes_of(area)[0], []))
    assert [menu[words] for words in ("Copy", "Copy with the source", "Search for the words")] == [False] * 3
    assert not menu["Claims here"]


def test_the_menu_goes_to_what_the_other_accounts_say(area: ReadingArea) -> None:
    pane, place = seven(area)
    menu = area.pointing.menu(pane, pane.text.marks_at(place.toPointF()))
    assert len(inside(menu, "Claims here").actions()) == 4
    choose(inside(menu, "Go to the other accounts"), "B: “Nine people”")
    other = panes_of(area)[1]
    assert other.text.hasFocus()
    band = next(band for mark in other.text.marks() if (band := other.band(mark.claim)))
    assert 0 <= band[0] < other.text.height()


def listed(area: ReadingArea) -> ClaimsList:
    (found,) = [each for each in area.findChildren(ClaimsList) if each.isVisible()]
    return found


def test_the_claims_of_an_article_are_a_list_to_go_to(area: ReadingArea, qtbot: QtBot) -> None:
    area.focus_pane(0)
    area.pointing.list_focused()
    opened = listed(area)
    assert opened.view.accessibleName() == "Claims of A"
    assert len(opened.lines()) == 4
    QTest.keyClicks(opened.view, "least")
    QTest.keyClick(opened.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(area.claim_chosen) as chosen:
        QTest.keyClick(opened.field, Qt.Key.Key_Return)
    assert "at least" in area.claims[chosen.args[0]].text


def test_the_list_tells_only_the_marks_that_are_shown(area: ReadingArea) -> None:
    area.toggle_marks("agreement")
    area.pointing.list_claims(0)
    assert listed(area).lines() == ["≠  How many died?  “seven people”  (conflict)"]
    listed(area).close()


def test_the_heading_counts_the_marks_that_are_shown(area: ReadingArea) -> None:
    assert panes_of(area)[0].heading.accessibleDescription().endswith("4 claims")
    area.toggle_marks("agreement")
    assert panes_of(area)[0].heading.accessibleDescription().endswith("1 of 4 marks shown")
    area.show_all_marks()
    assert panes_of(area)[0].heading.accessibleDescription().endswith("4 claims")


def test_hidden_marks_are_neither_drawn_nor_clicked_but_chosen_ones_are(area: ReadingArea, qtbot: QtBot) -> None:
    pane, place = seven(area)
    with_marks = pane.text.grab().toImage()
    for name in ("agreement", "conflict"):
        area.toggle_marks(name)
    assert pane.text.marks_at(place.toPointF()) == []
    assert pane.text.grab().toImage() != with_marks
    area.choose_conflict("c1")

    def pointed() -> list[str]:
        place = pane.text.pieces(area.choice.passages["a"][0])[0].center().toPoint()
        return [area.claims[mark.claim].text for mark in pane.text.marks_at(place.toPointF())]

    qtbot.waitUntil(lambda: pointed() == ["seven people"])
