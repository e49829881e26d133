"""Ribbons past articles that have nothing on the matter, and articles that scroll together."""

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from factcheck.values import Analysis, Case, Claim, Conflict, Group, Kind, Status
from tests.factories import make_claim, make_conflict
from tests.ui.reading.conftest import Show, articles_of, panes_of
from ui.reading.area import ReadingArea
from ui.reading.gutter import Gutter
from ui.reading.ribbons import Crossing, ribbons_of
from ui.theme import LIGHT

FILL = "The rescue went on through the night, the agency said.\n"


def told_by(*numbers: int | None) -> tuple[Case, Conflict]:
    """Accounts that tell how many died, or with None do not."""
    texts = [(f"{number} people died.\n" if number else "") + FILL * 60 for number in numbers]
    articles = articles_of(*texts)
    claims = {
        article.id: make_claim(article, f"{number} people")
        for article, number in zip(articles, numbers, strict=True)
        if number
    }
    answers: dict[str, tuple[Claim, ...]] = {}
    for claim in claims.values():
        answers[claim.text] = (*answers.get(claim.text, ()), claim)
    group, conflict = make_conflict(1, "How many died?", answers)
    return Case("x", "X", articles, Analysis(tuple(claims.values()), (group,), (conflict,))), conflict


def pairs(case: Case, *open_articles: str) -> list[tuple[int, int]]:
    assert case.analysis
    claims = {claim.id: claim for claim in case.analysis.claims}
    found = ribbons_of(case.analysis.conflicts[0], claims, open_articles)
    return [(ribbon.left, ribbon.right) for ribbon in found]


def test_a_ribbon_goes_to_the_next_article_that_takes_part() -> None:
    case, _ = told_by(14, None, 17, None, None, 14)
    assert pairs(case, *"abcdef") == [(0, 2), (2, 5)]


def test_articles_that_agree_are_not_joined() -> None:
    case, _ = told_by(14, 14, 17)
    assert pairs(case, *"abc") == [(1, 2)]


def crossings(area: ReadingArea) -> list[Crossing]:
    return [each for each in area.findChildren(Crossing) if each.isVisible()]


def test_a_ribbon_is_drawn_across_the_article_in_between(show: Show, qtbot: QtBot) -> None:
    case, conflict = told_by(14, None, 17)
    area = show(case, 1800)
    area.choose_conflict(conflict.id)
    qtbot.waitUntil(lambda: len(crossings(area)) == 1)
    (crossing,) = crossings(area)
    assert crossing.parentWidget() is panes_of(area)[1]
    band = panes_of(area)[0].band(conflict.claims[0])
    assert band
    assert abs(crossing.y() - panes_of(area)[1].text.y() - band[0]) <= 1
    area.choose_conflict(None)
    assert crossings(area) == []


def test_the_ribbon_goes_on_below_the_strip_of_the_article_in_the_middle(show: Show, qtbot: QtBot) -> None:
    case, conflict = told_by(14, 17, 19)
    area = show(case, 1800)
    area.choose_conflict(conflict.id)
    middle = panes_of(area)[1]
    claim = conflict.claims[1]
    qtbot.waitUntil(lambda: middle.band(claim) is not None)
    band = middle.band(claim)
    assert band is not None
    image = middle.grab().toImage()
    y = round(middle.text.y() + (band[0] + band[1]) / 2)
    strip = middle.overview.geometry()
    beside = image.pixelColor(strip.left() - 3, y)
    assert beside != LIGHT.colour("paper")
    ends = [image.pixelColor(x, y) for x in (strip.left(), strip.right())]
    assert ends == [beside, beside]


def test_it_is_gone_once_an_end_is_off_the_screen_and_an_arrow_points_there(show: Show, qtbot: QtBot) -> None:
    case, conflict = told_by(14, None, 17)
    area = show(case, 1800)
    area.choose_conflict(conflict.id)
    qtbot.waitUntil(lambda: len(crossings(area)) == 1)
    first = next(g for g in area.shelf.gutters() if isinstance(g, Gutter))
    joined = first.grab().toImage()
    panes_of(area)[2].text.verticalScrollBar().setValue(600)
    assert crossings(area) == []
    assert first.grab().toImage() != joined


def in_order(*orders: str) -> Case:
    """Accounts that tell the same things, each in its own order and at its own length."""
    texts = [
        "".join(f"Thing {name} happened.\n" + FILL * (3 + number * 2) for name in order)
        for number, order in enumerate(orders)
    ]
    articles = articles_of(*texts)
    claims = [make_claim(article, f"Thing {name}", Kind.STATEMENT) for article in articles for name in orders[0]]
    groups = tuple(
        Group(f"g{name}", f"{name}?", Kind.STATEMENT, Status.AGREEMENT, tuple(c.id for c in claims if name in c.text))
        for name in orders[0]
    )
    return Case("x", "X", articles, Analysis(tuple(claims), groups))


def test_articles_in_one_order_can_be_scrolled_together(show: Show) -> None:
    area = show(in_order("abcdef", "abcdfe"), 1200)
    assert area.tandem.hindrance == ""
    area.tandem.set_on(True)
    one, other = panes_of(area)
    heights = []
    for value in range(0, 900, 30):
        one.text.verticalScrollBar().setValue(value)
        heights.append(other.text.verticalScrollBar().value())
    steps = [after - before for before, after in pairwise(heights)]
    assert heights[-1] > 500
    assert all(-2 <= step <= 200 for step in steps)


def test_common_passages_stand_beside_each_other_while_scrolling(show: Show) -> None:
    area = show(in_order("abcdefg", "abcdefg"), 1200, 600)
    area.tandem.set_on(True)
    one, other = panes_of(area)
    bar = one.text.verticalScrollBar()
    claims = [claim.id for claim in area.claims.values() if claim.text == "Thing d"]
    while (one.band(claims[0]) or (0, 0))[0] > 0.3 * one.text.viewport().height():
        bar.setValue(bar.value() + 20)
    tops = [(pane.band(claim) or (0, 0))[0] for pane, claim in zip((one, other), claims, strict=True)]
    assert tops[1] == pytest.approx(tops[0], abs=25)


def test_articles_in_different_orders_cannot_and_the_reason_is_told(show: Show) -> None:
    area = show(in_order("abcdef", "fedcba"), 1200)
    assert "different orders" in area.tandem.hindrance
    area.tandem.set_on(True)
    panes_of(area)[0].text.verticalScrollBar().setValue(300)
    assert panes_of(area)[1].text.verticalScrollBar().value() == 0


def test_it_is_off_until_it_is_asked_for_and_then_remembered(show: Show) -> None:
    case = in_order("abcdef", "abcdef")
    area = show(case, 1200)
    panes_of(area)[0].text.verticalScrollBar().setValue(300)
    assert panes_of(area)[1].text.verticalScrollBar().value() == 0
    area.tandem.set_on(True)
    again = show(case, 1200)
    again.restore(area.state())
    assert again.tandem.is_on


def test_levelling_is_not_undone_by_scrolling_together(show: Show) -> None:
    area = show(in_order("abcdef", "abcdef"), 1200, 600)
    area.tandem.set_on(True)
    area.choose_group("ge")
    claims = [claim.id for claim in area.claims.values() if claim.text == "Thing e"]
    tops = [(pane.band(claim) or (0, 0))[0] for pane, claim in zip(panes_of(area), claims, strict=True)]
    assert abs(tops[0] - tops[1]) <= 2
