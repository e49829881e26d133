"""The timeline worked by keyboard and mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from factcheck.values import Analysis, Case, Kind, TimeExpression, TimexType
from tests.factories import make_article, make_claim
from tests.ui.timeline.test_lanes import sinking
from ui.theme import LIGHT, Look
from ui.timeline.lanes import STEP, Mark
from ui.timeline.layout import Placed
from ui.timeline.moments import Moment, Precision
from ui.timeline.painting import Brush
from ui.timeline.view import Timeline


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show_case(sinking())
    made.show()
    made.canvas.setFocus()
    return made


def chosen(timeline: Timeline) -> str:
    return timeline.canvas.chosen.mark.words if timeline.canvas.chosen else ""


def test_the_arrows_go_from_date_to_date_in_the_order_of_time(timeline: Timeline) -> None:
    QTest.keyClick(timeline.canvas, Qt.Key.Key_Home)
    seen = [chosen(timeline)]
    for _ in range(2):
        QTest.keyClick(timeline.canvas, Qt.Key.Key_Right)
        seen.append(chosen(timeline))
    assert seen == ["2001", "Monday", "Tuesday"]


def test_a_chosen_date_is_told_in_plain_english(timeline: Timeline) -> None:
    QTest.keyClick(timeline.canvas, Qt.Key.Key_End)
    told = timeline.canvas.accessibleDescription()
    assert told.startswith("When did it sink?; B, C says “Tuesday”: Tuesday 3 March 2020; in conflict")


def test_a_click_asks_for_the_words(timeline: Timeline, qtbot: QtBot) -> None:
    place = timeline.canvas.place_of(timeline.canvas.mark(1)).toPoint()
    with qtbot.waitSignal(timeline.words_wanted) as asked:
        QTest.mouseClick(timeline.canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args[0] == "c1"
    assert asked.args[1].startswith("a:")


def test_plus_zooms_in_and_fit_shows_everything_again(timeline: Timeline) -> None:
    QTest.keyClick(timeline.canvas, Qt.Key.Key_Plus)
    assert timeline.canvas.horizontalScrollBar().maximum() > 0
    timeline.whole.click()
    assert timeline.canvas.horizontalScrollBar().maximum() == 0


def test_dates_without_a_place_are_listed_below_with_what_would_help(timeline: Timeline) -> None:
    article = make_article("It sank on Tuesday.")
    claim = make_claim(article, "Tuesday", Kind.DATE, TimeExpression("XXXX-WXX-2", TimexType.DATE))
    timeline.show_case(Case("y", "Y", (article,), Analysis((claim,))))
    assert timeline.unplaced_button.text() == "1 date could not be placed"
    assert timeline.why.text().startswith("No publication date: A.")
    assert "No date could be placed" in timeline.empty.text()


def placed(x: float, y: float, words: QRectF, side: int | None) -> Placed:
    mark = Mark(Moment(0, 1, Precision.DAY, "Monday"), (), (), "Monday evening", side)
    return Placed(mark, 0, QRectF(x, y, 20, 20), (x, x + 20), words)


@pytest.mark.usefixtures("qapp")
def test_a_line_between_dates_goes_on_behind_the_words_it_passes() -> None:
    first, last = placed(10, 10, QRectF(32, 10, 20, 20), 0), placed(260, 50, QRectF(285, 50, 60, 20), 1)
    passed = placed(100, 10, QRectF(122, 10, 80, 20), None)
    image = QImage(360, 80, QImage.Format.Format_RGB32)
    image.fill(LIGHT.colour("paper"))
    painter = QPainter(image)
    Brush().paint_opposed(painter, [first, passed, last], LIGHT.ink(Look.CONFLICT), chosen=False)
    painter.end()
    assert image.pixelColor(90, 20) != LIGHT.colour("paper")
    assert image.pixelColor(130, 20) == LIGHT.colour("paper")


@pytest.mark.usefixtures("qapp")
def test_a_line_comes_out_from_behind_words_that_reach_past_its_corner() -> None:
    first = placed(40, 0, QRectF(65, 0, 60, 18), 0)
    below = placed(90, 40, QRectF(115, 40, 30, 18), 1)
    image = QImage(200, 80, QImage.Format.Format_RGB32)
    image.fill(LIGHT.colour("paper"))
    painter = QPainter(image)
    Brush().paint_opposed(painter, (first, below), LIGHT.ink(Look.CONFLICT), chosen=False)
    painter.end()
    paper = LIGHT.colour("paper").rgb()
    assert all(image.pixel(x, 9) == paper for x in range(65, 200)), "nothing is left of it beside the words"
    assert image.pixel(100, 30) != paper, "it goes down to the later date"


def test_thousands_of_dates_are_shown_some_moments_later_and_what_was_chosen_meanwhile_is_chosen(
    qtbot: QtBot, timeline: Timeline
) -> None:
    case = sinking()
    article = make_article("Again on Monday. " * (2 * STEP), "d")
    dated = TimeExpression("2020-03-02", TimexType.DATE, "2020-03-02")
    again = [make_claim(article, "Monday", Kind.DATE, dated, nth) for nth in range(2 * STEP)]
    assert case.analysis
    analysis = replace(case.analysis, claims=(*case.analysis.claims, *again))
    timeline.show_case(replace(case, id="y", articles=(*case.articles, article), analysis=analysis))
    timeline.choose("c1")
    assert timeline.empty.isVisible()
    assert timeline.empty.text() == "Placing the dates …"
    qtbot.waitUntil(timeline.canvas.isVisible)
    assert timeline.canvas.count == 2 * STEP + 3
    assert timeline.canvas.chosen
    assert timeline.canvas.lane_of(timeline.canvas.chosen).id == "c1"


def test_a_verdict_leaves_the_dates_as_they_are(timeline: Timeline) -> None:
    QTest.keyClick(timeline.canvas, Qt.Key.Key_End)
    before = timeline.canvas.chosen
    case = sinking()
    timeline.show_case(case)
    held = timeline.canvas.chosen
    assert held is not before, "another analysis is shown anew"
    timeline.show_case(replace(case, name="Sinking"))
    assert timeline.canvas.chosen is held


def test_dates_without_a_place_are_worked_by_key(timeline: Timeline, qtbot: QtBot) -> None:
    article = make_article("It sank on Tuesday.")
    claim = make_claim(article, "Tuesday", Kind.DATE, TimeExpression("XXXX-WXX-2", TimexType.DATE))
    timeline.show_case(Case("y", "Y", (article,), Analysis((claim,))))
    timeline.unplaced_button.click()
    timeline.unplaced.setFocus()
    timeline.unplaced.setCurrentIndex(timeline.unplaced.model().index(0, 0))
    assert timeline.unplaced.currentIndex().data() == "A   “Tuesday”   Tuesday"
    with qtbot.waitSignal(timeline.words_wanted) as asked:
        QTest.keyClick(timeline.unplaced, Qt.Key.Key_Return)
    assert asked.args == ["", claim.id]


def test_an_arrow_tells_of_dates_beyond_the_screen_and_a_click_goes_there(timeline: Timeline, qtbot: QtBot) -> None:
    canvas = timeline.canvas
    QTest.keyClick(canvas, Qt.Key.Key_Home)  # 2001, before all others
    first = canvas.chosen
    assert first
    place = canvas.place_of(first).toPoint()
    canvas.zoom_by(20)
    canvas.horizontalScrollBar().setValue(canvas.horizontalScrollBar().maximum())
    left = QPoint(canvas._seen().left + 20, place.y())
    assert canvas.mark_at(left) is None
    with qtbot.assertNotEmitted(timeline.words_wanted):
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=left)
    assert 0 < canvas.place_of(first).x() < canvas.viewport().width()


def test_what_is_chosen_elsewhere_and_has_no_date_leaves_none_chosen_here(timeline: Timeline) -> None:
    timeline.choose("c1")
    assert chosen(timeline) == "Monday"
    timeline.choose("another question")
    assert timeline.canvas.chosen is None
    assert timeline.canvas.accessibleDescription() == ""


def test_what_the_zoom_cannot_do_is_greyed_out(timeline: Timeline) -> None:
    assert not timeline.whole.isEnabled()
    timeline.closer.click()
    assert timeline.whole.isEnabled()
    timeline.canvas.zoom_by(1000)
    assert not timeline.closer.isEnabled()
