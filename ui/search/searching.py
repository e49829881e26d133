"""Joins the search bar to the cases: asks for results, and goes to the words of a hit, whatever case they are in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from factcheck.search import FoundArticle, Hit, Query
from factcheck.values import Case, Span
from ui.bridge import Bridge
from ui.cases import CaseDesk
from ui.reading.area import ReadingArea
from ui.search.bar import SearchBar

Place = tuple[str, Span]
"""An article's id, and some of its words."""


class Searching(QObject):
    """`show_reading` brings the articles to the front."""

    def __init__(
        self, bar: SearchBar, bridge: Bridge, reading: ReadingArea, cases: CaseDesk, show_reading: Callable[[], object]
    ) -> None:
        super().__init__(bar)
        self._bar, self._bridge, self._reading, self._cases = bar, bridge, reading, cases
        self._show_reading = show_reading
        self._found: dict[str, tuple[Span, ...]] = {}  # article id -> what is tinted in it
        self._awaited: Place | None = None  # to go to once its case is opened, or the search has come to it
        bar.search_wanted.connect(bridge.search)
        bar.hit_chosen.connect(self._go)
        bar.closed.connect(self._clear)
        reading.search_wanted.connect(self.search_for)
        bridge.found.connect(self._show)
        bridge.search_failed.connect(bar.show_problem)
        bridge.case_settled.connect(self._arrive)

    def search_here(self) -> None:
        self._bar.open(everywhere=False)

    def search_for(self, words: str) -> None:
        """These words in the open case, together as they stand."""
        self._bar.field.setText(f'"{words}"' if " " in words else words)
        self._bar.open(everywhere=False)

    def search_everywhere(self) -> None:
        self._bar.open(everywhere=True)

    def step(self, by: int) -> None:
        """The next (1) or last (-1) place found; the bar opens when it is closed."""
        if self._bar.isVisible():
            self._bar.step(by)
        else:
            self.search_here()

    def _show(self, query: Query, found: Sequence[FoundArticle]) -> None:
        if self._bar.isHidden():  # it was left before the search was done
            return
        self._bar.show_found(query, found)
        self._found = {a.article: tuple(span for hit in a.hits for span in hit.spans) for a in found}
        case = self._bridge.case
        if case is not None and not self._show_awaited(case):
            self._reading.show_found(self._found)

    def go_on(self, query: Query, at: Place) -> None:
        """Go on with a search of another window at a place that was found there, in the case shown here."""
        self._awaited = at
        self._bar.take(query)
        self._bar.open(everywhere=False)

    def _go(self, article: FoundArticle, hit: Hit) -> None:
        case = self._bridge.case
        if case is not None and case.id == article.case:
            self._show_reading()
            self._reading.show_found(self._found, (hit.article, hit.spans[0]))
            return
        self._awaited = (hit.article, hit.spans[0])
        elsewhere = self._cases.open_case(article.case)
        if elsewhere is not None:
            elsewhere.searching.go_on(self._bar.query, self._awaited)
            self._awaited = None

    def _arrive(self, case: Case) -> None:
        """A case is shown: go to the words it was opened for."""
        if not self._show_awaited(case) and self._bar.isVisible():
            self._bridge.search(self._bar.query, self._bar.everywhere.isChecked())

    def _show_awaited(self, case: Case) -> bool:
        """Go to the words that are awaited, once; whether they stand in this case."""
        awaited, self._awaited = self._awaited, None
        if awaited is None or all(article.id != awaited[0] for article in case.articles):
            return False
        self._show_reading()
        self._reading.show_found(self._found, awaited)
        self._bar.point_at(*awaited)
        return True

    def _clear(self) -> None:
        self._found = {}
        self._reading.show_found({})
