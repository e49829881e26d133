import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.values import Analysis, Case, Conflict, Provenance
from tests.factories import make_article, make_claim, make_conflict, seed_case
from tests.ui.reading.conftest import Show, articles_of, case_of, panes_of
from ui.reading.area import ReadingArea
from ui.reading.gutter import Gutter
from ui.reading.heading import describe
from ui.reading.overview import Overview
from ui.reading.pane import ArticlePane
from ui.reading.shelf import Shelf
from ui.reading.spine import Spine
from ui.reading.typesetting import NARROWEST, WIDEST, column
from ui.theme import DARK, LIGHT, Look, apply, reading_font
from ui.wording import letter

LONG = "\n".join(f"Paragraph {n} of this account tells what the agency said about it on Monday." for n in range(120))


def conflict_called(number: int) -> Conflict:
    analysis = seed_case().analysis
    assert analysis
    return analysis.conflicts[number - 1]


def heights(area: ReadingArea, conflict: Conflict) -> list[float]:
    """How far down the view each article's leading claim stands."""
    return [
        min(
            (band[0] for claim in conflict.claims if (band := pane.band(claim)) and pane.text.band(claim)),
            key=lambda top: abs(top - area.height() * 0.2),
        )
        for pane in panes_of(area)
    ]


def far_apart(count: int = 2) -> tuple[Case, Conflict]:
    """One conflict whose passages stand at other places in each of `count` long articles."""
    places = (5, 90, 119, 60, 30, 0)
    texts = [
        LONG.replace(f"Paragraph {places[n]} ", f"Paragraph {places[n]} says {n + 3} dead, ") for n in range(count)
    ]
    articles = articles_of(*texts)
    claims = [make_claim(article, f"{n + 3} dead") for n, article in enumerate(articles)]
    group, conflict = make_conflict(1, "How many?", {claim.text: (claim,) for claim in claims})
    return Case("far", "Far apart", articles, Analysis(tuple(claims), (group,), (conflict,))), conflict


def are_level(area: ReadingArea, conflict: Conflict) -> bool:
    one, other = tops(area, conflict)
    return abs(one - other) <= 2


def tops(area: ReadingArea, conflict: Conflict) -> list[float]:
    return [band[0] for pane in panes_of(area) for claim in conflict.claims if (band := pane.band(claim))]


@pytest.mark.parametrize("width", [1100, 1700])
def test_a_conflicts_passages_stand_level(show: Show, width: int) -> None:
    case, conflict = far_apart()
    area = show(case, width)
    area.choose_conflict(conflict.id)
    one, other = tops(area, conflict)
    assert abs(one - other) <= 2
    assert 0 < one < area.height() / 2


def test_passages_stay_level_when_the_window_changes(show: Show, qtbot: QtBot) -> None:
    case, conflict = far_apart()
    area = show(case, 1500)
    area.choose_conflict(conflict.id)
    area.resize(1080, 620)
    qtbot.waitUntil(lambda: are_level(area, conflict))


def test_every_conflict_of_the_sample_case_is_brought_level(show: Show) -> None:
    area = show(seed_case())
    for number in (1, 2, 3):
        area.choose_conflict(f"c{number}")
        one, other = heights(area, conflict_called(number))
        assert abs(one - other) <= 2


def test_a_conflict_chosen_before_the_window_is_shown_is_level_when_it_is(qtbot: QtBot) -> None:
    case, conflict = far_apart()
    area = ReadingArea(LIGHT)
    qtbot.addWidget(area)
    area.show_case(case)
    area.choose_conflict(conflict.id)
    area.resize(1300, 700)
    with qtbot.waitExposed(area):
        area.show()
    qtbot.waitUntil(lambda: are_level(area, conflict))


def test_levelling_again_goes_on_to_the_next_passage_of_an_article(show: Show) -> None:
    area = show(seed_case(), height=500)
    area.choose_conflict("c1")
    b = panes_of(area)[1]
    claims = [claim for claim in conflict_called(1).claims if b.band(claim)]
    standing = panes_of(area)[0].band(conflict_called(1).claims[0])
    assert standing
    shown = []
    for _ in range(3):
        shown.append([claim for claim in claims if abs((b.band(claim) or (0, 0))[0] - standing[0]) <= 2])
        area.level_passages()
    assert shown[0] != shown[1]
    assert shown[0] == shown[2]
    assert [len(each) for each in shown] == [1, 1, 1]


def test_an_agreement_is_outlined_and_level_without_ribbons(show: Show) -> None:
    area = show(seed_case(), height=500)
    gutter = next(g for g in area.findChildren(Gutter) if g.isVisible() and g.width() > 10)
    area.choose_group("g4")
    analysis = seed_case().analysis
    assert analysis
    claims = next(group.claims for group in analysis.groups if group.id == "g4")
    one, other = (band[0] for pane in panes_of(area) for claim in claims if (band := pane.band(claim)))
    assert abs(one - other) <= 2
    before = gutter.grab().toImage()
    area.choose_conflict(None)
    assert gutter.grab().toImage() == before


def test_levelling_after_scrolling_away_comes_back_first(show: Show) -> None:
    case, conflict = far_apart()
    area = show(case)
    area.choose_conflict(conflict.id)
    before = tops(area, conflict)
    panes_of(area)[1].text.verticalScrollBar().setValue(0)
    area.level_passages()
    assert tops(area, conflict) == before


def test_a_click_tells_the_claim(show: Show, qtbot: QtBot) -> None:
    area = show(seed_case())
    pane = panes_of(area)[0]
    claim = conflict_called(1).claims[0]
    place = pane.text.pieces(claim)[0].center().toPoint()
    with qtbot.waitSignal(area.claim_chosen) as chosen:
        QTest.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [claim]


def test_the_article_that_was_clicked_in_does_not_move(show: Show) -> None:
    case, conflict = far_apart()
    area = show(case)
    right = panes_of(area)[1]
    right.text.verticalScrollBar().setValue(round((right.text.band(conflict.claims[1]) or (0, 0))[0]) - 300)
    before = right.band(conflict.claims[1])
    area.claim_chosen.connect(lambda _: area.choose_conflict(conflict.id))
    place = right.text.pieces(conflict.claims[1])[0].center().toPoint()
    QTest.mouseClick(right.text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    after = right.band(conflict.claims[1])
    assert before
    assert after
    # The other passage stands so near the beginning of its article that it decides how high both can be.
    assert tops(area, conflict)[0] == pytest.approx(after[0], abs=2)


def test_brackets_go_through_the_claims_over_the_same_words(show: Show, qtbot: QtBot) -> None:
    article = make_article("Police said that seven people had died there.")
    outer, inner = make_claim(article, "that seven people had died"), make_claim(article, "seven")
    area = show(case_of(article.text, "Another account.", claims=(outer, inner)))
    pane = panes_of(area)[0]
    QTest.mouseClick(
        pane.text.viewport(), Qt.MouseButton.LeftButton, pos=pane.text.pieces(inner.id)[0].center().toPoint()
    )
    for expected in (outer.id, inner.id):
        with qtbot.waitSignal(area.claim_chosen) as chosen:
            area.cycle_overlap(1)
        assert chosen.args == [expected]


def test_columns_are_readable_and_stand_beside_the_gutter(show: Show) -> None:
    area = show(seed_case(), 1900)
    left, right = panes_of(area)
    widest = column(WIDEST, reading_font())
    assert left.text.lineWrapColumnOrWidth() <= widest + 60
    gap = right.mapTo(area, right.text.pos()).x() - (left.mapTo(area, left.text.geometry().topRight()).x())
    assert gap <= 60
    assert column(NARROWEST, reading_font()) < widest


def test_six_articles_share_the_room_and_the_others_stand_as_spines(show: Show, qtbot: QtBot) -> None:
    area = show(case_of(*[LONG] * 6), 1500)
    readable = column(NARROWEST, reading_font())
    assert 2 <= len(panes_of(area)) < 6
    assert all(pane.text.lineWrapColumnOrWidth() >= readable for pane in panes_of(area))
    spines = [spine for spine in area.findChildren(Spine) if spine.isVisible()]
    assert len(spines) + len(panes_of(area)) == 6
    QTest.mouseClick(spines[-1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Article F" in panes_of(area)[-1].accessibleName())
    assert panes_of(area)[-1].text.hasFocus()


def test_all_six_are_open_where_there_is_room(show: Show) -> None:
    assert len(panes_of(show(case_of(*[LONG] * 6), 3000))) == 6


def test_a_conflict_opens_the_articles_it_is_about(show: Show, qtbot: QtBot) -> None:
    case, conflict = far_apart(6)
    last = replace(conflict, claims=conflict.claims[4:], answers=conflict.answers[4:])
    assert case.analysis
    area = show(replace(case, analysis=replace(case.analysis, conflicts=(last,))), 1100)
    area.choose_conflict(last.id)
    qtbot.waitUntil(lambda: panes_of(area)[0].accessibleName().startswith(f"Article {letter(4)}"))
    qtbot.waitUntil(lambda: are_level(area, last))


def test_of_many_articles_those_that_differ_are_opened(show: Show, qtbot: QtBot) -> None:
    articles = articles_of(*["About 40 boats helped." for _ in range(5)], "Only 30 boats helped.")
    forty = tuple(make_claim(article, "40 boats") for article in articles[:5])
    thirty = make_claim(articles[5], "30 boats")
    group, conflict = make_conflict(1, "How many boats?", {"40 boats": forty, "30 boats": (thirty,)})
    area = show(Case("x", "X", articles, Analysis((*forty, thirty), (group,), (conflict,))), 1100)
    area.choose_conflict(conflict.id)
    qtbot.waitUntil(lambda: [pane.accessibleName()[:9] for pane in panes_of(area)] == ["Article A", "Article F"])


def test_the_keyboard_goes_round_the_articles(show: Show, qtbot: QtBot) -> None:
    area = show(case_of(*[LONG] * 3), 2000)
    area.activateWindow()
    focused: list[int] = []
    area.pane_focused.connect(focused.append)
    area.focus_pane(0)
    for step in (1, 1, 1, -1):
        area.focus_next_pane(step)
    qtbot.waitUntil(lambda: focused[-4:] == [1, 2, 0, 2])


def test_the_ribbon_joins_what_differs_and_points_to_what_is_off_screen(show: Show) -> None:
    case, conflict = far_apart()
    area = show(case)
    gutter = next(g for g in area.findChildren(Gutter) if g.isVisible() and g.width() > 10)
    plain = gutter.grab().toImage()
    area.choose_conflict(conflict.id)
    joined = gutter.grab().toImage()
    panes_of(area)[1].text.verticalScrollBar().setValue(0)
    pointing = gutter.grab().toImage()
    assert len({bytes(image.constBits()) for image in (plain, joined, pointing)}) == 3
    line = QColor(LIGHT.ink(Look.CONFLICT).line).rgb()
    assert any(
        joined.pixel(30, y) == line or pointing.pixel(30, y) != plain.pixel(30, y) for y in range(joined.height())
    )


def test_the_ribbon_begins_at_the_column(show: Show, qtbot: QtBot) -> None:
    case, conflict = far_apart()
    area = show(case)

    def margins() -> list[QColor]:
        """What stands beside the passages, on the side of the gutter."""
        found = []
        for pane, claim in zip(panes_of(area), conflict.claims, strict=True):
            band = pane.band(claim)
            assert band
            x = 24 if pane is panes_of(area)[1] else pane.text.width() - 3
            found.append(pane.text.grab().toImage().pixelColor(x, round((band[0] + band[1]) / 2)))
        return found

    area.choose_conflict(conflict.id)
    qtbot.waitUntil(lambda: LIGHT.colour("paper") not in margins())
    area.choose_conflict(None)
    assert margins() == [LIGHT.colour("paper")] * 2


def test_the_overview_scrolls_the_article(show: Show) -> None:
    case, _ = far_apart()
    area = show(case)
    pane = panes_of(area)[0]
    strip = pane.findChild(Overview)
    assert isinstance(strip, Overview)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, strip.height() // 2))
    bar = pane.text.verticalScrollBar()
    assert bar.value() == strip.value()
    assert bar.maximum() * 0.3 < bar.value() < bar.maximum() * 0.7


def test_the_overview_shows_the_conflicts(show: Show) -> None:
    case, _ = far_apart()
    area = show(case)
    pane = panes_of(area)[0]
    pane.refresh_overview()
    image = pane.overview.grab().toImage()
    line = QColor(LIGHT.ink(Look.CONFLICT).line).rgb()
    rows = [y for y in range(image.height()) if image.pixel(7, y) == line]
    assert rows
    assert rows[-1] < image.height() * 0.15


def test_the_theme_changes_everything_at_once(show: Show, qapp: QApplication) -> None:
    apply(qapp, LIGHT)
    area = show(seed_case())
    area.choose_conflict("c1")
    apply(qapp, DARK)
    area.set_theme(DARK)
    image = area.grab().toImage()
    apply(qapp, LIGHT)
    for x, y in ((600, 5), (area.width() // 2, 400), (area.width() - 30, 790), (30, 790)):
        assert image.pixelColor(x, y).lightness() < 60


def test_a_new_analysis_keeps_what_was_scrolled_to(show: Show) -> None:
    case, _ = far_apart()
    area = show(case)
    panes_of(area)[0].text.verticalScrollBar().setValue(400)
    area.show_case(replace(case, analysis=Analysis()))
    assert panes_of(area)[0].text.verticalScrollBar().value() == 400


def test_what_was_read_last_is_found_again(show: Show, qtbot: QtBot) -> None:
    case, _ = far_apart()
    area = show(case)
    text = panes_of(area)[1].text
    text.verticalScrollBar().setValue(900)
    state, top = area.state(), text.top_position()
    again = show(case)
    again.restore(state)
    qtbot.waitUntil(lambda: abs(panes_of(again)[1].text.top_position() - top) < 80)


def test_the_articles_that_were_open_last_are_open_again(show: Show) -> None:
    case = case_of(*[LONG] * 5)
    area = show(case, 1100)
    area.focus_pane(4)
    again = show(case, 1100)
    again.restore(area.state())
    assert [pane.accessibleName() for pane in panes_of(again)] == [pane.accessibleName() for pane in panes_of(area)]


@pytest.mark.parametrize(
    "state", ["", "null", "[]", '{"sizes": ["x"], "tops": 3}', json.dumps({"tops": {"a": "x"}, "recent": [9, "x"]})]
)
def test_a_state_that_makes_no_sense_is_passed_over(show: Show, state: str) -> None:
    area = show(seed_case())
    area.restore(state)
    assert len(panes_of(area)) == 2


def test_an_empty_case_says_what_to_do(show: Show) -> None:
    area = show(Case("empty", "Nothing yet"))
    area.choose_conflict("c1")
    area.level_passages()
    area.focus_next_pane(1)
    area.cycle_overlap(1)
    assert panes_of(area) == []


def test_the_heading_says_what_is_inferred_and_what_was_odd() -> None:
    article = replace(make_article(), encoding="windows-1252", repairs=("2 line ends CRLF became LF",))
    inferred = Provenance(published=articles_of("x")[0].provenance.published, inferred=("published",))
    assert describe(article, None) == "date unknown · 4 words · windows-1252 · 1 repair"
    assert describe(replace(make_article(), provenance=inferred), 2) == "8 July 2022 (inferred) · 4 words · 2 claims"


def test_screen_readers_find_every_part_by_name_and_in_order(show: Show) -> None:
    area = show(case_of(*[LONG] * 4), 1500)
    named = [*area.findChildren(ArticlePane), *area.findChildren(Overview), *area.findChildren(Spine)]
    assert all(part.accessibleName() for part in named if part.isVisible())
    assert QAccessible.queryAccessibleInterface(panes_of(area)[0].overview).role() is QAccessible.Role.ScrollBar
    shelf = QAccessible.queryAccessibleInterface(area.findChildren(Shelf)[-1])
    lefts = [shelf.child(n).rect().left() for n in range(shelf.childCount()) if shelf.child(n).childCount()]
    assert lefts == sorted(lefts)


def test_a_case_of_two_hundred_articles_is_shown_without_complaint(show: Show) -> None:
    area = show(Case("case", "Case", tuple(make_article(f"{n} people marched.", f"a{n}") for n in range(200))))
    assert len(area.shelf.places) == 200  # Qt's own warnings fail a test
