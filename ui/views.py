"""The views that can stand in place of the articles: kept in step with the list, and made only once they are seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QWidget

from factcheck.lookups import claims_of
from factcheck.review import Review
from factcheck.values import Analysis, Case
from ui.conflict_panel import ConflictPanel
from ui.conflicts import Entry, entries, identity
from ui.filters import Listing
from ui.stepwise import Stepwise
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.matrix.view import Matrix
    from ui.timeline.view import Timeline

STEP = 400
"""Groups that are put into words at one go: some 20 ms."""

AnyView = TypeVar("AnyView", "Matrix", "Timeline")


class Views(QObject):
    """Joins matrix and timeline with the list. What is hidden costs nothing: it is brought up to date when shown."""

    words_wanted = Signal(str, str)  # a conflict's or group's id ("" for none), and a claim's ("" for none)

    def __init__(self, conflicts: ConflictPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._conflicts = conflicts
        self._case: Case | None = None
        self._review = Review({}, ())
        self._calm: Listing | None = None  # the groups without a conflict, made when a filter asks for them
        self._gathering = Stepwise(self)
        self._theme: Theme | None = None
        self._px: int | None = None
        self._made: list[Matrix | Timeline] = []
        self._current: Matrix | Timeline | None = None
        self._old: set[QWidget] = set()  # shows another case or review
        self._unfiltered: set[QWidget] = set()
        conflicts.model.modelReset.connect(self._narrow)
        conflicts.row_chosen.connect(self._choose)

    @cached_property
    def matrix(self) -> Matrix:
        from ui.matrix.view import Matrix

        return self._join(Matrix())

    @cached_property
    def timeline(self) -> Timeline:
        from ui.timeline.view import Timeline

        return self._join(Timeline())

    def _join(self, view: AnyView) -> AnyView:
        self._made.append(view)
        self._old.add(view)
        self._unfiltered.add(view)
        if self._theme is not None:
            view.set_theme(self._theme)
        if self._px is not None:
            view.set_text_size(self._px)
        view.row_chosen.connect(self._follow)
        view.words_wanted.connect(self.words_wanted)
        return view

    def show_case(self, case: Case, review: Review) -> None:
        if self._case is None or self._case.analysis is not case.analysis:
            self._calm = None
        self._case, self._review = case, review
        self._old = set(self._made)
        self._refresh()

    def show_review(self, review: Review) -> None:
        if self._case is not None:
            self.show_case(self._case, review)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for view in self._made:
            view.set_theme(theme)

    def set_text_size(self, px: int) -> None:
        """`px` is the size of the articles' words."""
        self._px = px
        for view in self._made:
            view.set_text_size(px)

    def enter(self, view: QWidget) -> None:
        """A view is seen from now on; the articles count as none of these."""
        self._current = next((made for made in self._made if made is view), None)
        self._refresh()

    def _narrow(self) -> None:
        self._unfiltered = set(self._made)
        self._refresh()

    def _refresh(self) -> None:
        view = self._current
        if view is None or self._case is None:
            return
        if view in self._old:
            view.show_case(self._case, self._review)
        if self._calm is None and self._conflicts.filters.filter.narrows:
            self._gathering.run(self._gather(self._case))  # goes on here when it is done
            return
        if view in self._old | self._unfiltered:
            view.show_only(self._passing(self._case), self._conflicts.filters.filter.words)
        self._old.discard(view)
        self._unfiltered.discard(view)
        self._choose(self._conflicts.chosen())

    def _passing(self, case: Case) -> frozenset[str] | None:
        """The conflicts that the list shows and the groups that its filter lets through; None when these are all."""
        analysis, asked = case.analysis or Analysis(), self._conflicts.filters.filter
        listed = frozenset(entry.conflict.id for entry in self._conflicts.model.rows if entry.conflict)
        if not asked.narrows:
            calm = frozenset(group.id for group in analysis.groups)
            return None if len(listed) == len(analysis.conflicts) else listed | calm
        if self._calm is not None:
            listed |= {identity(entry) for entry in self._calm.shown(asked).rows}
        return listed

    def _gather(self, case: Case) -> Iterator[None]:
        """Put the groups without a conflict into words for the filter, in steps of some milliseconds."""
        analysis, rows = case.analysis or Analysis(), list[Entry]()
        for first in range(0, len(analysis.groups), STEP):
            groups = analysis.groups[first : first + STEP]
            told = dict.fromkeys(id for group in groups for id in group.claims)
            some = replace(case, analysis=Analysis(tuple(claims_of(case)[id] for id in told), groups))
            rows += [entry for entry in entries(some, self._review, calm=True) if entry.group]
            if first + STEP < len(analysis.groups):
                yield
        if self._case is not None and self._case.analysis is case.analysis:  # else another is shown by now
            self._calm = Listing(rows)
            self._refresh()

    def _choose(self, entry: Entry | None) -> None:
        if self._current is not None and entry is not None:
            self._current.choose(identity(entry))

    def _follow(self, id: str) -> None:
        """A question was chosen in a view: the list goes to it, or to nothing where it does not show it."""
        if not self._conflicts.choose(id):
            self._conflicts.view.setCurrentIndex(QModelIndex())
            self._conflicts.view.clearSelection()
