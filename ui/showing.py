"""Carries what is known to the parts of a window: the open case, its review, and what is chosen in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.review import Review
from factcheck.values import Case
from ui import remembered
from ui.act_words import acts_words
from ui.announce import announce
from ui.card.comparison import comparison_of
from ui.conflicts import Entry, identity
from ui.state import State
from ui.stepwise import Stepwise
from ui.team_marks import TeamMark, marks_of
from ui.translation import tr

if TYPE_CHECKING:
    from ui.window import Window

MANY_CLAIMS = 2_000  # from so many on, what a hand has changed is shown part after part


class Showing(QObject):
    """Slots over one window, whose parts know nothing of each other."""

    def __init__(self, window: Window, state: State) -> None:
        super().__init__(window)
        self._window, self._bridge, self._state = window, window.bridge, state
        self.case: Case | None = None
        self._parts, self._beside = Stepwise(self), Stepwise(self)
        self._afterwards: list[Callable[[], object]] = []

    # --- cases and analysis -----------------------------------------------------------------------

    def show_opened(self, case: Case, review: Review) -> None:
        if self.case is not None:
            remembered.keep_reading(self._window, self._state, self.case)
        self._window.conflicts.show_case(None, review)
        self.show_case(case, review)
        self._window.focus_list()

    def show_case(self, case: Case, review: Review) -> None:
        window = self._window
        window.verdict.keep_draft()
        window.setWindowTitle(f"{case.name} — Factcheck")
        if not case.articles:
            window.empty.show_no_articles(case.name)
        same = self.case is not None and self.case.articles == case.articles
        self.case = case
        window.show_chosen_view()
        self._parts.run(self._show_parts(case, review), at_once=not same or _is_small(case))

    def _show_parts(self, case: Case, review: Review) -> Iterator[None]:
        """One part after the other, that a person is heard between them in a large case."""
        window = self._window
        yield
        yield from window.reading.show_in_parts(case, review)
        yield
        window.others.show_case(case, review)
        window.conflicts.set_marks(self._marks(review))
        window.conflicts.show_case(case, review)
        yield
        entry = window.conflicts.chosen()
        if entry is None:
            remembered.restore_reading(window, self._state, case)
            self._choose_first(case)
        else:
            self.show_entry(entry)
        self.show_case_actions()
        due, self._afterwards = self._afterwards, []
        for act in due:
            act()

    def afterwards(self, act: Callable[[], object]) -> None:
        """Do something once every part shows the case as it is: at once, unless the case is large."""
        if self._parts.is_running:
            self._afterwards.append(act)
        else:
            act()

    def _choose_first(self, case: Case) -> None:
        """The conflict this case was left at, else the first one."""
        left_at, conflicts = self._state.read(f"chosen/{case.id}", ""), self._window.conflicts
        if not (left_at and conflicts.choose(left_at)) and not conflicts.step(1):
            self.show_entry(None)

    def show_problem(self, problem: str) -> None:
        if self._bridge.case is None:
            self._window.empty.show_no_store(problem)

    def offer_tour(self, case: Case) -> None:
        """Over the first case with conflicts that a person meets, at first the sample case."""
        if case.analysis and case.analysis.conflicts and self._window.isVisible():
            self._window.program.offer_tour()

    # --- conflicts and verdicts -------------------------------------------------------------------

    def show_entry(self, entry: Entry | None) -> None:
        window = self._window
        if entry and entry.group:
            window.reading.choose_group(entry.group.id)
        else:
            window.reading.choose_conflict(entry.conflict.id if entry and entry.conflict else None)
        window.judging.show_entry(entry)
        case = self._bridge.case
        window.dossier.show_entry(case, self._bridge.review, entry)
        self._beside.run(self._show_comparison(case, entry), at_once=case is None or _is_small(case))
        if entry is None or case is None:
            return
        self._state.write(f"chosen/{case.id}", identity(entry))
        at, of = window.conflicts.position()
        where = tr("Conflict {at} of {of}", at=at, of=of)
        announce(window.conflicts.view, f"{where}. {entry.spoken}" if at else entry.spoken)

    def _show_comparison(self, case: Case | None, entry: Entry | None) -> Iterator[None]:
        """In a large case after the articles are painted: both at once would keep a person waiting for 60 ms."""
        yield
        found = comparison_of(case, entry.conflict, entry.group) if case and entry else None
        self._window.card.show_comparison(found)

    def choose_claim(self, claim: str) -> None:
        """A claim was clicked in an article: its conflict, if it takes part in one."""
        analysis = self._bridge.case.analysis if self._bridge.case else None
        if analysis is None:
            return
        asked = [c.id for c in analysis.conflicts if claim in c.claims]
        asked += [g.id for g in analysis.groups if claim in g.claims]
        any(self._window.conflicts.choose_always(id) for id in asked)

    def show_claim(self, claim: str) -> None:
        """Go to a claim's words in its article."""
        self._window.show_view("reading")
        self._window.reading.lead(claim)

    def show_words(self, id: str, claim: str) -> None:
        """Read what stands behind a cell or a date: its question is chosen, its article has the keyboard."""
        window = self._window
        window.show_view("reading")
        if id and not window.conflicts.choose(id):
            window.reading.choose_group(id)
        window.reading.go_to(claim)

    def show_review(self, review: Review) -> None:
        window = self._window
        if self._parts.is_running and self._bridge.case:  # the parts to come would show what was decided before
            self.show_case(self._bridge.case, review)
            return
        window.others.show_review(review)
        window.conflicts.set_marks(self._marks(review))
        window.conflicts.show_review(review)
        window.reading.show_review(review)
        if self._bridge.case:
            window.reading.show_notes(self._bridge.case)
        entry = window.conflicts.chosen()
        if entry is not None:
            window.judging.show_verdict(entry)
        window.dossier.show_entry(self._bridge.case, review, entry)
        self.show_case_actions()

    def show_reviewer(self) -> None:
        """Somebody else decides from now on: what stands and is begun as one's own is theirs."""
        self.show_review(self._bridge.review)
        self._window.judging.show_entry(self._window.conflicts.chosen())
        self._window.dossier.begin_anew()

    def _marks(self, review: Review) -> dict[str, TeamMark]:
        ledger = self._bridge.ledger
        return marks_of(review, ledger.said, ledger.reviewer)

    def show_case_actions(self) -> None:
        """Grey out what cannot be done now."""
        actions, case, steps = self._window.actions_by_name, self._bridge.case, self._bridge.ledger.steps
        for name in ("rename_case", "delete_case", "add_articles", "export_case"):
            actions[name].setEnabled(case is not None)
        for name in ("article_details", "revise_article", "remove_article", "analyse", "export_report"):
            actions[name].setEnabled(case is not None and bool(case.articles))
        for name, said, acts in (("undo", tr("Undo"), steps.undo), ("redo", tr("Redo"), steps.redo)):
            actions[name].setEnabled(bool(acts))
            actions[name].setText(f"{said} {acts_words(acts)}".strip().replace("&", "&&"))


def _is_small(case: Case) -> bool:
    return case.analysis is None or len(case.analysis.claims) < MANY_CLAIMS
