"""Evidence taken from what is at hand: the words selected in an article."""

from __future__ import annotations

from uuid import uuid4

from factcheck.anchors import anchor
from factcheck.values import Article, Evidence, Span, Stance
from ui.reading.area import ReadingArea


def selected_evidence(reading: ReadingArea) -> Evidence | None:
    """The words selected in the article that had the keyboard last, else in any; None where nothing is selected."""
    places = sorted(reading.shelf.places, key=lambda each: each.number != reading.focused)
    for each in places:
        if each.pane is None:
            continue
        span = _trimmed(each.article, each.pane.text.selected_span())
        if span.start < span.end:
            quoted = anchor(each.article, span)
            return Evidence(uuid4().hex, Stance.SUPPORTS, words=quoted.quote, anchor=quoted)
    return None


def _trimmed(article: Article, span: Span) -> Span:
    """The selection without the blanks at its ends, which a double click takes in."""
    words = span.of(article.text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
