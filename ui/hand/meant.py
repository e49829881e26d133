"""Which words and which claim a person means: what is selected, else the claim the articles are level at."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from factcheck.values import Article, Claim, Span
from ui.reading.area import ReadingArea


def selected_words(reading: ReadingArea) -> tuple[Article, Span] | None:
    """The words selected in the article that had the keyboard last, else in any; None where nothing is selected."""
    for each in sorted(reading.shelf.places, key=lambda each: each.number != reading.focused):
        if each.pane is not None:
            span = trimmed(each.article, each.pane.text.selected_span())
            if span.start < span.end:
                return each.article, span
    return None


def trimmed(article: Article, span: Span) -> Span:
    """A selection as whole words, without the blanks at its ends, which a double click takes in."""
    from factcheck.hand.snapping import whole_words  # its room knows the analysis, which the first paint need not

    return whole_words(article.text, span)


def claim_meant(reading: ReadingArea) -> Claim | None:
    """The claim a person was at last, else the one the focused article leads with on the chosen question."""
    choice, places = reading.choice, reading.shelf.places
    here = places[reading.focused].article.id if places else ""
    leading = choice.leading()
    for id in (choice.current, leading.get(here), *leading.values()):
        if id in reading.claims and id is not None:
            return reading.claims[id]
    return None


def place_of(reading: ReadingArea, article: str, span: Span) -> QPoint | None:
    """Where on the screen these words end, None where they are not seen."""
    pane = reading.shelf.pane_of(article)
    if pane is None or not pane.isVisible():
        return None
    box = pane.text.box_of(span)
    if box is None or not pane.text.viewport().rect().intersects(box):
        return None
    return pane.text.viewport().mapToGlobal(box.bottomLeft())
