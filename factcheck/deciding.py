"""What a person does in a case: acts on it, verdicts and their drafts, and in whose name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy.orm import Session

from factcheck.errors import ConflictNotFound
from factcheck.opened import OpenedStore
from factcheck.review import NOTE, changes_on, drafts_on
from factcheck.standing import Steps, steps, verdicts_ever
from factcheck.storage import acts, cases, people
from factcheck.values import Act, Analysis, Case, Change, Draft, Judgement, Reviewer, Sort, Verdict


class Deciding(OpenedStore):
    """Part of the Workspace."""

    # --- acts -------------------------------------------------------------------------------------

    def act(
        self, case_id: str, changes: Sequence[Change], stroke: str | None = None, done: Iterable[str] = ()
    ) -> tuple[Act, ...]:
        """Record what a person did at one stroke, all of it or nothing; the drafts with the ids `done` are forgotten.

        `stroke` is a UUID made by the caller: the same one again, as after a lost answer, records nothing new. Raises
        StaleEdit when one of the things was changed since the person saw it.
        """
        with self._writing() as session:
            cases.name(session, case_id)
            acts.forget_drafts(session, done)
            return acts.add(session, case_id, changes, _reviewer(session), stroke)

    def undo(self, case_id: str) -> tuple[Act, ...]:
        """Take back the last stroke of the one who decides now; the acts it made, none when there was nothing."""
        return self._step(case_id, Sort.UNDO)

    def redo(self, case_id: str) -> tuple[Act, ...]:
        """Bring back the last stroke that was taken back, if nothing was done since."""
        return self._step(case_id, Sort.REDO)

    def steps(self, case_id: str) -> Steps:
        """What `undo` and `redo` would take back and bring back."""
        with self._reading() as session:
            reviewer = people.current_reviewer(session)
            return steps(acts.of_case(session, case_id), reviewer.id) if reviewer else Steps()

    def acts_since(self, case_id: str, number: int) -> tuple[Act, ...]:
        """The acts that came in after the one with this number, from wherever."""
        with self._reading() as session:
            return acts.of_case(session, case_id, number)

    def _step(self, case_id: str, sort: Sort) -> tuple[Act, ...]:
        with self._writing() as session:
            reviewer = _reviewer(session)
            possible = steps(acts.of_case(session, case_id), reviewer.id)
            moved = possible.undo if sort is Sort.UNDO else possible.redo
            change = Change(sort, {"of": [act.id for act in moved]})
            return acts.add(session, case_id, (change,), reviewer) if moved else ()

    # --- verdicts ---------------------------------------------------------------------------------

    def judge(self, case_id: str, ids: Collection[str], judgement: Judgement) -> tuple[Act, ...]:
        """Give one verdict on several conflicts or groups, on all of them or on none; their notes are done.

        A verdict the same person gave on one before becomes history. Raises ConflictNotFound, and ValueError when the
        answers do not fit the decision.
        """
        with self._writing() as session:
            case, reviewer = _holding(session, case_id, ids), _reviewer(session)
            made = acts.add(session, case_id, changes_on(case, ids, judgement, reviewer), reviewer)
            begun = drafts_on(case, acts.drafts(session, case_id, reviewer.id))
            acts.forget_drafts(session, (begun[NOTE, id].id for id in ids if (NOTE, id) in begun))
        return made

    def history(self, case_id: str) -> tuple[Verdict, ...]:
        """All verdicts ever given in the case, oldest first: standing, replaced and taken back."""
        return verdicts_ever(self.acts_since(case_id, 0))

    def keep_draft(self, case_id: str, draft: Draft) -> None:
        """Keep what is being written, instead of what was kept under its id; an empty text is forgotten."""
        with self._writing() as session:
            if draft.text:
                cases.name(session, case_id)
                acts.keep_draft(session, case_id, _reviewer(session).id, draft)
            else:
                acts.forget_drafts(session, (draft.id,))

    def drafts(self, case_id: str) -> tuple[Draft, ...]:
        """What the one who decides now has begun to write in the case, oldest first."""
        with self._reading() as session:
            reviewer = people.current_reviewer(session)
            return acts.drafts(session, case_id, reviewer.id if reviewer else "")

    # --- people -----------------------------------------------------------------------------------

    def reviewer(self) -> Reviewer:
        """Who decides; until a name is given, whoever is logged in, which is nothing that a person did."""
        with self._reading() as session:
            found = people.current_reviewer(session)
        if found:
            return found
        with self._database.writing() as session:
            return _reviewer(session)

    def set_reviewer(self, name: str) -> Reviewer:
        """Verdicts are given under this name from now on; earlier ones keep theirs."""
        with self._writing() as session:
            return people.choose_reviewer(session, name)


def _holding(session: Session, case_id: str, ids: Iterable[str]) -> Case:
    """The case with at least what these conflicts and groups need. Raises ConflictNotFound when one is not there."""
    case = cases.load(session, case_id, disputed_only=True)
    if not set(ids) <= {conflict.id for conflict in case.analysis.conflicts} if case.analysis else True:
        case = cases.load(session, case_id)
    analysis = case.analysis or Analysis()
    held = {conflict.id for conflict in analysis.conflicts} | {group.id for group in analysis.groups}
    for id in ids:
        if id not in held:
            raise ConflictNotFound(f"{case.name} has no conflict {id} any more")
    return case


def _reviewer(session: Session) -> Reviewer:
    return people.current_reviewer(session) or people.choose_reviewer(session, people.login_name())
