"""The boxes under the filter button."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.filter_choices import FilterChoices
from ui.filters import Filter
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
        assert made.sizeHint().height() < 760, "it fits a small screen"


def test_a_source_among_many_is_found_by_its_name_or_its_letter(qtbot: QtBot) -> None:
    made = choices(qtbot, 40)
    made.field.setText("paper 3")
    seen = [name for (facet, name), box in made.boxes.items() if facet == "sources" and box.isVisibleTo(made)]
    assert seen == ["D", *(letter(n) for n in range(30, 40))]
    made.field.setText("b2")
    assert made.boxes["sources", "B2"].isVisibleTo(made)
    assert not made.boxes["sources", "D"].isVisibleTo(made)
