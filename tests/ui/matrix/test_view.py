"""The matrix worked by keyboard and mouse, alone and in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factcheck.review import Review, reviewed
from factcheck.values import Case
from tests.factories import make_article, seed_case, verdict_on
from ui.matrix.rows import Stance
from ui.matrix.view import Matrix
from ui.theme import DARK


@pytest.fixture
def matrix(qtbot: QtBot) -> Matrix:
    made = Matrix()
    qtbot.addWidget(made)
    made.resize(900, 600)
    case = seed_case()
    made.show_case(case, reviewed(case))
    made.show()
    made.table.setFocus()
    return made


def go_to(matrix: Matrix, row: int, column: int) -> None:
    matrix.table.setCurrentIndex(matrix.model.index(row, column))


def test_the_arrows_go_by_cell_and_over_headings(matrix: Matrix) -> None:
    go_to(matrix, 3, 0)
    QTest.keyClick(matrix.table, Qt.Key.Key_Right)
    QTest.keyClick(matrix.table, Qt.Key.Key_Down)
    index = matrix.table.currentIndex()
    assert (matrix.chosen(), index.column()) == ("g4", 1)


def test_enter_asks_for_the_words_of_the_cell(matrix: Matrix, qtbot: QtBot) -> None:
    go_to(matrix, 1, 1)
    with qtbot.waitSignal(matrix.words_wanted) as asked:
        QTest.keyClick(matrix.table, Qt.Key.Key_Return)
    id, claim = asked.args
    assert id == "c1"
    assert claim.startswith("b:")


def test_going_to_another_question_says_so_and_along_the_row_does_not(matrix: Matrix, qtbot: QtBot) -> None:
    go_to(matrix, 1, 0)
    with qtbot.assertNotEmitted(matrix.row_chosen):
        QTest.keyClick(matrix.table, Qt.Key.Key_Right)
    with qtbot.waitSignal(matrix.row_chosen) as told:
        QTest.keyClick(matrix.table, Qt.Key.Key_Down)
    assert told.args == ["c2"]


def test_choosing_from_outside_stays_in_the_column_and_tells_nobody(matrix: Matrix, qtbot: QtBot) -> None:
    go_to(matrix, 1, 1)
    with qtbot.assertNotEmitted(matrix.row_chosen):
        matrix.choose("c3")
    assert (matrix.chosen(), matrix.table.currentIndex().column()) == ("c3", 1)


def test_a_new_analysis_keeps_the_chosen_cell(matrix: Matrix) -> None:
    go_to(matrix, 2, 1)
    case = seed_case()
    matrix.show_case(case, reviewed(case))
    assert (matrix.chosen(), matrix.table.currentIndex().column()) == ("c2", 1)


def test_a_verdict_is_shown_and_moves_nothing(matrix: Matrix) -> None:
    go_to(matrix, 2, 1)
    scrolled = matrix.table.verticalScrollBar().value()
    assert matrix._case
    matrix.show_review(Review({"c1": verdict_on(matrix._case, "c1")}))
    row = matrix.model.row_of("c1")
    assert row is not None
    assert matrix.model.rows[row].badge == "neither"
    assert (matrix.chosen(), matrix.table.currentIndex().column()) == ("c2", 1)
    assert matrix.table.verticalScrollBar().value() == scrolled


def test_the_filter_hides_questions_and_says_so_when_none_is_left(matrix: Matrix) -> None:
    matrix.show_only({"c1", "c3"})
    assert [row.id for row in matrix.model.rows if row.id] == ["c1", "c3"]
    matrix.show_only(set())
    assert matrix.empty.isVisible()
    assert matrix.empty.text().startswith("No question passes the filter")


def test_a_case_without_an_analysis_says_what_to_do(matrix: Matrix) -> None:
    case = Case("y", "Y", (make_article(),))
    matrix.show_case(case, reviewed(case))
    assert "F5" in matrix.empty.text()


def test_a_screen_reader_reads_the_cell(matrix: Matrix) -> None:
    table = QAccessible.queryAccessibleInterface(matrix.table)
    assert table.text(QAccessible.Text.Name) == "Questions and sources"
    cell = matrix.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert cell == "How many cosmonauts? A says three cosmonauts; others differ"


def test_more_sources_than_fit_are_scrolled_to(qtbot: QtBot) -> None:
    matrix = Matrix()
    qtbot.addWidget(matrix)
    matrix.resize(700, 400)
    case = seed_case()
    more = tuple(make_article(f"Rain fell on day {n}.", f"r{n}") for n in range(10))
    case = Case(case.id, case.name, (*case.articles, *more), case.analysis)
    matrix.show_case(case, reviewed(case))
    matrix.show()
    assert matrix.table.horizontalScrollBar().maximum() > 0
    assert matrix.model.rows[1].cells[5].stance is Stance.SILENT


def test_it_paints_in_both_themes_and_every_size(matrix: Matrix) -> None:
    seen = set()
    for px in (12, 16, 32):
        matrix.set_text_size(px)
        seen.add(matrix.table.rowHeight(1))
    assert len(seen) == 3
    light = matrix.grab().toImage()
    matrix.set_theme(DARK)
    assert matrix.grab().toImage() != light


def test_a_click_shows_the_words_in_their_sentence_and_the_way_to_them(matrix: Matrix, qtbot: QtBot) -> None:
    place = matrix.table.visualRect(matrix.model.index(1, 1)).center()
    QTest.mouseClick(matrix.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert matrix.foot.letter.text() == "B"
    assert "two Russian cosmonauts" in matrix.foot.words.accessibleName()
    with qtbot.waitSignal(matrix.words_wanted) as asked:
        matrix.foot.go.click()
    assert asked.args[0] == "c1"
    assert asked.args[1].startswith("b:")


def test_the_foot_follows_the_arrows_and_says_who_says_nothing(matrix: Matrix) -> None:
    case = seed_case()
    silent = make_article("Rain fell.", "r")
    case = Case(case.id, case.name, (*case.articles, silent), case.analysis)
    matrix.show_case(case, reviewed(case))
    go_to(matrix, 1, 1)
    QTest.keyClick(matrix.table, Qt.Key.Key_Right)
    assert matrix.foot.letter.text() == "C"
    assert matrix.foot.words.accessibleName().endswith("says nothing on this")


def test_questions_are_as_tall_as_each_other_whatever_stood_in_their_rows_before(matrix: Matrix) -> None:
    for shown in ({"c1", "c2", "g4"}, {"c1", "g4"}, None):
        matrix.show_only(shown)
        heights = {matrix.table.rowHeight(number) for number, row in enumerate(matrix.model.rows) if not row.heading}
        assert len(heights) == 1


def test_a_screen_reader_hears_how_the_sources_stand_to_each_other(matrix: Matrix) -> None:
    header = matrix.model.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert header == "conflict: How many cosmonauts?; Undecided"


def test_a_question_chosen_from_outside_first_shows_a_source_that_speaks(qtbot: QtBot) -> None:
    made = Matrix()
    qtbot.addWidget(made)
    case = seed_case()
    case = Case(case.id, case.name, (make_article("Rain fell.", "r"), *case.articles), case.analysis)
    made.show_case(case, reviewed(case))
    made.choose("c1")
    assert made.foot.letter.text() == "B"
