"""What a person does to the open case: each act is on disk before anybody is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from factcheck.contents import verdict_of
from factcheck.errors import CaseNotFound, ConflictNotFound, FactcheckError, StaleEdit
from factcheck.lookups import claims_of, conflicts_of, groups_of
from factcheck.review import NOBODY, NOTE, Review, changes_on, draft_on, drafts_on, reviewed
from factcheck.standing import Steps, heads, steps, with_acts
from factcheck.team import Where, talk
from factcheck.values import Act, Case, Change, Conflict, Draft, Group, Judgement, Reviewer, Sort, Span, Verdict
from factcheck.values.team import Talk
from ui.translation import tr

if TYPE_CHECKING:  # it brings SQLAlchemy, which the first paint need not wait for
    from factcheck.workspace import Workspace


PERSONAL = frozenset({Sort.VERDICT, Sort.SIGNATURE})
"""Sorts of which each person has one of his own, on top of his own."""

Step = Callable[["Workspace", str], tuple[Act, ...]]


class Ledger(QObject):
    """Holds the case that is open, with all that was done to it. Acts are written on the interface's thread: 20 ms."""

    acts_made = Signal(object)  # a tuple of Act, made at one stroke: after the commit
    taken_back = Signal(object)  # the acts that were taken back
    brought_back = Signal(object)
    verdict_saved = Signal(object)  # Verdict: after the commit
    draft_saved = Signal(str, str)  # conflict or group id; the text, empty when nothing is begun any more
    review_changed = Signal(object)
    case_changed = Signal(object, object)  # Case, Review: a person's hand changed what was found
    others_acted = Signal(object)  # a tuple of Act that came into the store from elsewhere, and is shown now
    edit_was_stale = Signal(object)  # StaleEdit: nothing was recorded
    problem_raised = Signal(str)

    def __init__(self, workspace: Callable[[], Workspace], parent: QObject) -> None:
        super().__init__(parent)
        self.case: Case | None = None
        self.review = Review()
        self._begun: dict[tuple[str, str], Draft] = {}
        self._drafts: tuple[Draft, ...] = ()  # all that was begun when the case was read
        self.edits = 0
        """Goes up with every act: what was read from the store before is out of date."""
        self._unsaved: dict[tuple[str, str, str], Draft] = {}  # by case, sort and id: what could not be written down
        self._workspace = workspace
        self._said: tuple[Case, Talk] | None = None
        self._where: Where | None = None
        self._again: Callable[[], object] = lambda: None  # what was asked for last, which may have been refused
        self.reviewer = NOBODY
        self.may_act: Callable[[], bool] = lambda: True
        """Asked before anything is done: nothing is recorded when it says no. It may change who decides."""

    def show(self, case: Case, review: Review, drafts: Iterable[Draft], reviewer: Reviewer) -> None:
        """Go on with a case as it was read; acts are done by `reviewer`."""
        self._drafts = tuple(drafts)
        self.case, self.review, self._begun = case, review, drafts_on(case, self._drafts)
        unsaved = {(sort, id): draft for (of, sort, id), draft in self._unsaved.items() if of == case.id}
        self._begun = dict(self._begun) | unsaved
        self.sign(reviewer)

    def forget(self) -> None:
        """No case is open."""
        self.case = None
        self._unsaved.clear()

    def sign(self, reviewer: Reviewer) -> None:
        self.reviewer = reviewer

    # --- judging ----------------------------------------------------------------------------------

    def judge(self, ids: Sequence[str], judgement: Judgement, sorts: Sequence[str] = (NOTE,)) -> tuple[Verdict, ...]:
        """One verdict on several conflicts or groups, on all or none; empty when nothing was recorded.

        What was begun of these `sorts` is done. A verdict that the same person has given meanwhile, elsewhere, is not
        replaced: `edit_was_stale` tells of it.
        """
        if not ids or not self._may_go_on():
            return ()
        about = self._words_of(ids)
        self._again = lambda: self._is_about(about, ids) and self.judge(ids, judgement, sorts)
        made = self._write(tr("The verdict was not saved: {why}"), lambda w: self._judge(w, ids, judgement, sorts))
        if not made:
            return ()
        self._forget((sort, id) for id in ids for sort in sorts)
        self._take(made)
        given = tuple(map(verdict_of, made))
        self.verdict_saved.emit(given[-1])
        return given

    def _judge(
        self, workspace: Workspace, ids: Sequence[str], judgement: Judgement, sorts: Sequence[str]
    ) -> tuple[Act, ...]:
        assert self.case is not None
        seen = {id: self.review.by(self.reviewer.id, id) for id in ids}
        self.take_from_others(workspace.unseen(self.case))
        changes = changes_on(self.case, ids, judgement, self.reviewer, self.review)
        for change, (id, before) in zip(changes, seen.items(), strict=True):
            if self.review.by(self.reviewer.id, id) != before:
                raise StaleEdit(change, tuple(act for act in self.case.acts if act.id == change.before))
        done = [self._begun[sort, id].id for sort in sorts for id in ids if (sort, id) in self._begun]
        return workspace.act(self.case.id, changes, done=done)

    def _words_of(self, ids: Sequence[str]) -> list[set[tuple[str, Span]]]:
        """Where the claims of each of these conflicts and groups stand."""
        assert self.case is not None
        claims = claims_of(self.case)
        parts: dict[str, Conflict | Group] = {**groups_of(self.case), **conflicts_of(self.case)}
        return [{(claims[c].article, claims[c].span) for c in parts[id].claims} if id in parts else set() for id in ids]

    def _is_about(self, words: list[set[tuple[str, Span]]], ids: Sequence[str]) -> bool:
        """Whether these are still about the same words: a new analysis may give their names to others."""
        same = self.case is not None and self._words_of(ids) == words
        if not same:
            self.problem_raised.emit(tr("Nothing was saved: {why}", why=tr("the case has changed meanwhile")))
        return same

    def act(self, changes: Sequence[Change], done: Iterable[tuple[str, str]] = ()) -> tuple[Act, ...]:
        """Record changes at one stroke, all or none; empty when nothing was recorded.

        `done` are the drafts, by sort and conflict or group, of which the changes were made.
        """
        me, case = self.reviewer, self.case
        if case is None or not changes or not self._may_go_on():
            return ()
        if self.reviewer != me and any(change.sort in PERSONAL for change in changes):
            return ()  # it was made on top of what another person had said
        begun = {key: self._begun[key].id for key in done if key in self._begun}
        self._again = lambda: self.act(self._on_top(changes), begun)
        made = self._write(tr("Nothing was saved: {why}"), lambda w: w.act(case.id, changes, done=begun.values()))
        if made:
            self._forget(begun)
            self._take(made)
            self.acts_made.emit(made)
        return made

    def _may_go_on(self) -> bool:
        """Whether something may be done to the open case. Not when another case or analysis came while that was asked:
        what was meant may be called otherwise there, and something else have its name."""
        before = self.case
        if before is None or not self.may_act():
            return False
        now = self.case
        same = now is not None and now.id == before.id and now.analysis is before.analysis
        if not same:
            self.problem_raised.emit(tr("Nothing was saved: {why}", why=tr("the case has changed meanwhile")))
        return same

    def insist(self) -> None:
        """Do what was refused because somebody had changed it: on top of what stands there now, and is seen."""
        self._again()

    def _on_top(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        there = heads(self.case.acts) if self.case else {}
        standing = ((change, there.get(change.subject or "")) for change in changes)
        return tuple(replace(change, before=acts[-1].id) if acts else change for change, acts in standing)

    def _forget(self, begun: Iterable[tuple[str, str]]) -> None:
        """These drafts were made acts."""
        assert self.case is not None
        for sort, id in begun:
            done = self._begun.pop((sort, id), None)
            self._drafts = tuple(draft for draft in self._drafts if done is None or draft.id != done.id)
            self._unsaved.pop((self.case.id, sort, id), None)

    def undo(self) -> None:
        """Take back one's last stroke in this case, whenever it was made."""
        if not self._may_go_on():
            return
        moved = self.steps.undo
        self._step(moved, tr("Nothing was taken back: {why}"), lambda w, case: w.undo(case), self.taken_back)

    def redo(self) -> None:
        """Bring back the stroke that was taken back last."""
        if not self._may_go_on():
            return
        moved = self.steps.redo
        self._step(moved, tr("Nothing was brought back: {why}"), lambda w, case: w.redo(case), self.brought_back)

    @property
    def said(self) -> Talk:
        """What people say to each other about the case; read anew when something was done to it."""
        if self.case is None:
            return Talk()
        if self._said is None or self._said[0] is not self.case:
            if self._where is None or not self._where.fits(self.case):
                self._where = Where(self.case)
            self._said = (self.case, talk(self.case, self._where))
        return self._said[1]

    @property
    def steps(self) -> Steps:
        """What `undo` and `redo` would take back and bring back."""
        return steps(self.case.acts, self.reviewer.id) if self.case else Steps()

    # --- drafts -----------------------------------------------------------------------------------

    @property
    def begun(self) -> tuple[Draft, ...]:
        """All that was begun in this case, with what has no place now."""
        return *self._begun.values(), *self.lost_drafts

    @property
    def drafts(self) -> dict[str, str]:
        """The notes that were begun, by the conflict or group they are about."""
        return {id: draft.text for (sort, id), draft in self._begun.items() if sort == NOTE}

    def draft(self, id: str, sort: str) -> str:
        """What was begun of this sort; empty when nothing was."""
        begun = self._begun.get((sort, id))
        return begun.text if begun else ""

    def save_draft(self, id: str, text: str, sort: str = NOTE) -> bool:
        """Keep what is being written; False when there was nothing to keep, or it failed.

        What could not be written down stays here, is shown again, and is tried again.
        """
        case = self.case
        if case is None or (self.draft(id, sort) == text and (case.id, sort, id) not in self._unsaved):
            return False
        try:
            draft = draft_on(case, id, text, sort, self._begun.get((sort, id)))
        except ConflictNotFound as error:
            self.problem_raised.emit(tr("The note was not saved: {why}", why=error))
            return False
        self._begun[sort, id] = self._unsaved[case.id, sort, id] = draft
        return self.save_unsaved()

    @property
    def lost_drafts(self) -> tuple[Draft, ...]:
        """What was begun on words that are not found any more."""
        placed = {draft.id for draft in self._begun.values()}
        return tuple(draft for draft in self._drafts if draft.text and draft.id not in placed)

    def place_draft(self, draft: Draft, id: str) -> bool:
        """What was begun belongs to this conflict or group; False when something was begun there already."""
        if self.case is None or self.draft(id, draft.sort):
            return False
        placed = draft_on(self.case, id, draft.text, draft.sort, draft)
        self._begun[draft.sort, id] = self._unsaved[self.case.id, draft.sort, id] = placed
        return self.save_unsaved()

    def drop_draft(self, draft: Draft) -> None:
        """Forget what was begun and has no place."""
        if self.case is not None:
            try:
                self._workspace().keep_draft(self.case.id, replace(draft, text=""))
            except FactcheckError as error:
                self.problem_raised.emit(tr("Nothing was saved: {why}", why=error))
            else:
                self._drafts = tuple(each for each in self._drafts if each.id != draft.id)

    def save_unsaved(self) -> bool:
        """Write down all that could not be written before; False when something still cannot."""
        for (case_id, sort, id), draft in tuple(self._unsaved.items()):
            try:
                self._workspace().keep_draft(case_id, draft)
            except CaseNotFound:  # nothing is left to keep it on
                self.problem_raised.emit(tr("The note was not saved: {why}", why=tr("its case is gone")))
            except FactcheckError as error:
                self.problem_raised.emit(tr("The note was not saved: {why}", why=error))
                return False
            else:
                self.draft_saved.emit(id, draft.text)
            del self._unsaved[case_id, sort, id]
        return True

    # --- within -----------------------------------------------------------------------------------

    def take_from_others(self, acts: Sequence[Act]) -> None:
        """Show what came into the store from elsewhere."""
        known = {act.id for act in self.case.acts} if self.case else set()
        if new := tuple(act for act in acts if act.id not in known):
            self._take(new)
            self.others_acted.emit(new)

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
            self._see_others()
            self.edit_was_stale.emit(stale)
        except FactcheckError as error:
            self.problem_raised.emit(failed.format(why=error))
        return ()

    def _see_others(self) -> None:
        """Take up what refused an edit."""
        assert self.case is not None
        with suppress(FactcheckError):  # it is asked for again soon
            self.take_from_others(self._workspace().unseen(self.case))

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
