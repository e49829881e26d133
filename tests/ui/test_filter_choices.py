"""The boxes under the filter button."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from factcheck.values import Decision, Judgement, Rating, Record
from tests.ui.conftest import Bench
from ui.filter_choices import FilterChoices
from ui.filters import NO_RATING, Filter, rating_key
from ui.wording import letter


def choices(qtbot: QtBot, sources: int) -> FilterChoices:
    made = FilterChoices(None, Filter(), [(letter(n), f"Paper {n}") for n in range(sources)], calm=False)
    qtbot.addWidget(made)
    return made


def test_every_source_has_a_box(qtbot: QtBot) -> None:
    for sources in (2, 12, 40):
        made = choices(qtbot, sources)
        assert sum(facet == "sources" for facet, _ in made.boxes) == sources
        assert made.field.isVisibleTo(made) is (sources > 12)
        made.fit(2000)
        assert made.height() < 760, "it fits a small screen"


@pytest.mark.qt_log_ignore("does not support")  # a popup, which the offscreen platform knows only half
def test_what_stands_below_the_boxes_is_reached_on_a_low_screen(qtbot: QtBot) -> None:
    roomy, low = choices(qtbot, 8), choices(qtbot, 8)
    for made, screen in ((roomy, 2000), (low, 250)):
        made.fit(screen)
        made.show()
    assert all(box.visibleRegion().boundingRect() == box.rect() for box in roomy.boxes.values())
    assert roomy.height() > 250 >= low.height()
    (everything,) = low.findChildren(QPushButton)
    assert low.rect().contains(everything.geometry())


def test_a_source_among_many_is_found_by_its_name_or_its_letter(qtbot: QtBot) -> None:
    made = choices(qtbot, 40)
    made.field.setText("paper 3")
    seen = [name for (facet, name), box in made.boxes.items() if facet == "sources" and box.isVisibleTo(made)]
    assert seen == ["D", *(letter(n) for n in range(30, 40))]
    made.field.setText("b2")
    assert made.boxes["sources", "B2"].isVisibleTo(made)
    assert not made.boxes["sources", "D"].isVisibleTo(made)


def test_the_ratings_of_the_scale_in_use_have_boxes_with_their_counts(bench: Bench) -> None:
    window = bench.open()
    scale = next(scale for scale in window.bridge.scales() if scale.id == "five-step")
    entry = window.conflicts.chosen()
    assert entry is not None
    assert entry.conflict is not None
    rating = Rating(scale.id, scale.version, scale.steps[1].id)
    window.bridge.ledger.judge((entry.conflict.id,), Judgement(Decision.OPEN, (), "", record=Record(rating=rating)))
    filters = window.conflicts.filters
    boxes = {name: box.text() for (facet, name), box in filters.choices().boxes.items() if facet == "ratings"}
    assert list(boxes) == [*(rating_key(scale.id, step.id) for step in scale.steps), NO_RATING]
    chosen = rating_key(scale.id, rating.step)
    assert boxes[chosen] == f"{scale.steps[1].label}  1"
    assert boxes[NO_RATING] == f"No rating  {len(bench.rows) - 1}"
    filters.toggle("ratings", chosen)
    assert bench.rows == [entry.title]
    assert filters.chips["ratings", chosen].text() == f"{scale.steps[1].label} ✕"
    assert filters.kept is not None
    filters.kept.keep("rated", filters.filter, filters.order)
    filters.clear()
    filters.choose_kept("rated")
    assert bench.rows == [entry.title]


def test_a_rating_on_a_scale_that_is_not_here_is_still_offered(bench: Bench) -> None:
    ratings = bench.open().conflicts.filters.ratings
    assert ratings is not None
    assert ratings.offered(["lost/half"]) == [("lost/half", "half"), (NO_RATING, "No rating")]
    assert ratings.name("lost/half") == "half"
