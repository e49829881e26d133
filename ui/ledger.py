"""What a person does to the open case: each act is on disk before anybody is told of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from factcheck.contents import verdict_of
from factcheck.errors import FactcheckError, StaleEdit
from factcheck.review import NOBODY, Review, reviewed
from factcheck.standing import Steps, steps, with_acts
from factcheck.values import Act, Case, Change, Judgement, Reviewer, Verdict
from ui.translation import tr

if TYPE_CHECKING:  # it brings SQLAlchemy, which the first paint need not wait for
    from factcheck.workspace import Workspace


Step = Callable[["Workspace", str], tuple[Act, ...]]


class Ledger(QObject):
    """Holds the case that is open, with all that was done to it. Acts are written on the interface's thread: 20 ms."""

    acts_made = Signal(object)  # a tuple of Act, made at one stroke: after the commit
    taken_back = Signal(object)  # the acts that were taken back
    brought_back = Signal(object)
    verdict_saved = Signal(object)  # Verdict: after the commit
    draft_saved = Signal(str)  # conflict id
    review_changed = Signal(object)
    case_changed = Signal(object, object)  # Case, Review: a person's hand changed what was found
    edit_was_stale = Signal(object)  # StaleEdit: nothing was recorded
    problem_raised = Signal(str)

    def __init__(self, workspace: Callable[[], Workspace], parent: QObject) -> None:
        super().__init__(parent)
        self.case: Case | None = None
        self.review = Review()
        self.drafts: dict[str, str] = {}
        self.edits = 0
        """Goes up with every act: what was read from the store before is out of date."""
        self._workspace = workspace
        self.reviewer = NOBODY

    def show(self, case: Case, review: Review, drafts: dict[str, str], reviewer: Reviewer) -> None:
        """Go on with a case as it was read; acts are done by `reviewer`."""
        self.case, self.review, self.drafts = case, review, drafts
        self.sign(reviewer)

    def sign(self, reviewer: Reviewer) -> None:
        self.reviewer = reviewer

    # --- judging ----------------------------------------------------------------------------------

    def judge(self, ids: Collection[str], judgement: Judgement) -> tuple[Verdict, ...]:
        """One verdict on several conflicts or groups, on all or none; empty when nothing was recorded."""
        case = self.case
        if case is None or not ids:
            return ()
        failed = tr("The verdict was not saved: {why}")
        made = self._write(failed, lambda w: w.judge(case.id, ids, judgement, seen=self.review))
        if not made:
            return ()
        for id in ids:
            self.drafts.pop(id, None)
        self._take(made)
        given = tuple(map(verdict_of, made))
        self.verdict_saved.emit(given[-1])
        return given

    def act(self, changes: Sequence[Change]) -> tuple[Act, ...]:
        """Record changes at one stroke, all or none; empty when nothing was recorded."""
        case = self.case
        if case is None or not changes:
            return ()
        made = self._write(tr("Nothing was saved: {why}"), lambda w: w.act(case.id, changes))
        if made:
            self._take(made)
            self.acts_made.emit(made)
        return made

    def undo(self) -> None:
        """Take back one's last stroke in this case, whenever it was made."""
        moved = self.steps.undo
        self._step(moved, tr("Nothing was taken back: {why}"), lambda w, case: w.undo(case), self.taken_back)

    def redo(self) -> None:
        """Bring back the stroke that was taken back last."""
        moved = self.steps.redo
        self._step(moved, tr("Nothing was brought back: {why}"), lambda w, case: w.redo(case), self.brought_back)

    @property
    def steps(self) -> Steps:
        """What `undo` and `redo` would take back and bring back."""
        return steps(self.case.acts, self.reviewer.id) if self.case else Steps()

    def save_draft(self, id: str, text: str) -> bool:
        if self.case is None or self.drafts.get(id, "") == text:
            return False
        try:
            self._workspace().save_draft(self.case.id, id, text)
        except FactcheckError as error:
            self.problem_raised.emit(tr("The note was not saved: {why}", why=error))
            return False
        self.drafts[id] = text
        self.draft_saved.emit(id)
        return True

    # --- within -----------------------------------------------------------------------------------

    def take_from_others(self, acts: Sequence[Act]) -> None:
        """Show what came into the store from elsewhere."""
        known = {act.id for act in self.case.acts} if self.case else set()
        if new := [act for act in acts if act.id not in known]:
            self._take(new)

    def _step(self, moved: tuple[Act, ...], failed: str, step: Step, told: SignalInstance) -> None:
        case = self.case
        if case is None or not moved:
            return
        if made := self._write(failed, lambda w: step(w, case.id)):
            self._take(made)
            told.emit(moved)

    def _write(self, failed: str, write: Callable[[Workspace], tuple[Act, ...]]) -> tuple[Act, ...]:
        try:
            return write(self._workspace())
        except StaleEdit as stale:
            self.edit_was_stale.emit(stale)
        except FactcheckError as error:
            self.problem_raised.emit(failed.format(why=error))
        return ()

    def _take(self, acts: Sequence[Act]) -> None:
        assert self.case is not None
        before = self.case
        self.edits += 1
        self.case = with_acts(before, acts)
        self.review = reviewed(self.case)
        if self.case.analysis is before.analysis or self.case.analysis == before.analysis:
            self.review_changed.emit(self.review)
        else:
            self.case_changed.emit(self.case, self.review)
