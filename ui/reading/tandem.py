"""Scrolls the open articles together where they tell things in the same order."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.values import Analysis, Claim
from ui.reading.place import Place
from ui.reading.together import FEWEST, Anchor, Course, caught_up, chain, go_together
from ui.translation import tr

if TYPE_CHECKING:
    from ui.reading.area import ReadingArea
    from ui.reading.pane import ArticlePane

_LINE = 0.3  # of the view: what stands there is kept level


class Tandem(QObject):
    """Off until a person asks for it. Whether it can be had is told by `together_offered` of the area."""

    def __init__(self, area: ReadingArea) -> None:
        super().__init__(area)
        self._area = area
        self.is_on = False
        self.hindrance = tr("Two articles have to be open")
        self._resting = False
        self._starts: dict[tuple[str, str], tuple[Anchor, ...]] = {}  # where two articles tell the same, of `_analysis`
        self._analysis: Analysis | None = None
        self._courses: dict[tuple[int, int], Course] = {}
        self._apart: dict[tuple[int, int], float] = {}  # how far the second is from its course, in pixels
        self._values: dict[int, int] = {}

    def set_on(self, on: bool) -> None:
        """Scroll together from now on, or each for itself."""
        self.is_on = on
        self._forget()

    def renew(self) -> None:
        """Other articles are open, or other claims are known: say whether they can go together."""
        self._forget()
        self.hindrance = self._found_hindrance()
        self._area.together_offered.emit(self.hindrance)

    def _forget(self) -> None:
        self._courses.clear()
        self._apart.clear()
        self._values = {place.number: _value(place) for place in self._area.shelf.open_places()}

    @contextmanager
    def resting(self) -> Iterator[None]:
        """While passages are brought level nothing follows; afterwards the articles go on from where they are."""
        self._resting = True
        try:
            yield
        finally:
            self._resting = False
            self._apart.clear()
            self._values = {place.number: _value(place) for place in self._area.shelf.open_places()}

    def follow(self, pane: ArticlePane) -> None:
        """An article was scrolled: the others go along."""
        leader = self._area.shelf.places[pane.number]
        if self._resting or not self.is_on or self.hindrance:
            return
        before, now = self._values.get(leader.number, 0), _value(leader)
        if before == now:
            return
        self._resting = True
        try:
            for place in self._area.shelf.open_places():
                if place is not leader:
                    self._lead(leader, place, before, now)
        finally:
            self._resting = False
        self._values = {place.number: _value(place) for place in self._area.shelf.open_places()}

    def _lead(self, leader: Place, place: Place, before: int, now: int) -> None:
        """Scroll one article as far as another went, along their common course; what they are apart is made up for
        little by little, as a jump would lose the reader."""
        if leader.pane is None or place.pane is None:
            return
        both, line = (leader.number, place.number), _LINE * leader.pane.text.viewport().height()
        if both not in self._courses:
            self._courses[both] = self._course(leader, place)
        course = self._courses[both]
        if both not in self._apart:
            self._apart = {each: apart for each, apart in self._apart.items() if each[0] == leader.number}
            self._apart[both] = _value(place) + line - course.at(before + line)
        self._apart[both] = caught_up(self._apart[both], now - before)
        bar = place.pane.text.verticalScrollBar()
        bar.setValue(round(course.at(now + line) - line + self._apart[both]))

    def _course(self, one: Place, other: Place) -> Course:
        """Only what stands in one order is looked up in the laid-out articles."""
        assert one.pane is not None
        assert other.pane is not None
        in_order = chain(self._shared(one, other))
        lefts = one.pane.text.heights_of([int(left) for left, _ in in_order])
        rights = other.pane.text.heights_of([int(right) for _, right in in_order])
        return Course(zip(lefts, rights, strict=True), (one.pane.text.reach(), other.pane.text.reach()))

    def _shared(self, one: Place, other: Place) -> tuple[Anchor, ...]:
        """Where each question that both articles have something on is first told in them, in code points. Kept while
        the analysis is the same: moving articles asks for it again and again."""
        if self._analysis is not self._area.analysis():
            self._analysis = self._area.analysis()
            self._starts.clear()
        both = (one.article.id, other.article.id)
        if both not in self._starts:
            self._starts[both] = tuple(_anchors(self._analysis, self._area.claims, *both))
        return self._starts[both]

    def _found_hindrance(self) -> str:
        """Why the open articles cannot go together; "" when they can. By places in the text: nothing is laid out."""
        places = self._area.shelf.open_places()
        if len(places) < 2:
            return tr("Two articles have to be open")
        for one, other in pairwise(places):
            starts = self._shared(one, other)
            if len(starts) < FEWEST:
                return tr("The articles have too little in common")
            if not go_together(starts):
                return tr("The articles tell things in different orders")
        return ""


def _anchors(analysis: Analysis | None, claims: Mapping[str, Claim], one: str, other: str) -> Iterator[Anchor]:
    for group in analysis.groups if analysis else ():
        mine, theirs = math.inf, math.inf
        for id in group.claims:
            claim = claims[id]
            if claim.article == one:
                mine = min(mine, claim.span.start)
            elif claim.article == other:
                theirs = min(theirs, claim.span.start)
        if max(mine, theirs) < math.inf:
            yield float(mine), float(theirs)


def _value(place: Place) -> int:
    return place.pane.text.verticalScrollBar().value() if place.pane else 0
