"""What people decided about the conflicts of a case, and the wish to decide.

A decision never moves to words that merely look alike: what is not found exactly is reported as detached.
"""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from factcheck.anchors import anchors_at, anchors_on
from factcheck.contents import verdict_content
from factcheck.errors import ConflictNotFound
from factcheck.lookups import claims_of, conflicts_of, groups_of
from factcheck.places import places_of
from factcheck.values import (
    NO_RECORD,
    Analysis,
    Anchor,
    Case,
    Change,
    Conflict,
    Decision,
    Draft,
    Group,
    Judgement,
    Reviewer,
    Sort,
    Verdict,
)

NOTE = "note"
"""The sort of a draft that is to become the rationale of a verdict."""


@dataclass(frozen=True, slots=True)
class Review:
    """The verdicts that stand in a case, by the conflict they are about (or the group, where none opposes its claims).

    `by_conflict` has the newest of each that decides it, else the newest record; `beside` all of them, newest first,
    where there are several: each person's own. `detached` are those whose words are no longer in conflict, oldest
    first. `changed` names the conflicts that gained or lost claims since their verdict was given: it stands, and wants
    another look.
    """

    by_conflict: Mapping[str, Verdict] = field(default_factory=dict)
    detached: tuple[Verdict, ...] = ()
    changed: frozenset[str] = frozenset()
    beside: Mapping[str, tuple[Verdict, ...]] = field(default_factory=dict)

    def of(self, conflict: str) -> tuple[Verdict, ...]:
        """All verdicts that stand on it, newest first."""
        return self.beside.get(conflict) or ((self.by_conflict[conflict],) if conflict in self.by_conflict else ())

    def by(self, reviewer: str, conflict: str) -> Verdict | None:
        """The verdict of one person on it."""
        return next((verdict for verdict in self.of(conflict) if verdict.reviewer.id == reviewer), None)


def reviewed(case: Case) -> Review:
    """The verdicts of the case on the conflicts of its analysis; all are detached while there is no analysis."""
    lanes: dict[tuple[str, int], list[Verdict]] = defaultdict(list)
    heads: Counter[tuple[str, str]] = Counter()
    for verdict in case.verdicts:
        head = (verdict.reviewer.id, verdict.subject)
        lanes[verdict.reviewer.id, heads[head]].append(verdict)
        heads[head] += 1
    places = places_of(case)
    on: dict[str, list[Verdict]] = defaultdict(list)
    detached, changed = [], set()
    for verdicts in lanes.values():
        for verdict, found in zip(verdicts, places.of_each(verdicts), strict=True):
            if found is None:
                detached.append(verdict)
                continue
            on[found.conflict].append(verdict)
            if not found.exact:
                changed.add(found.conflict)
    newest_first = {id: tuple(sorted(given, key=_age, reverse=True)) for id, given in on.items()}
    return Review(
        {id: next(filter(decides, given), given[0]) for id, given in newest_first.items()},
        tuple(sorted(detached, key=_age)),
        frozenset(changed),
        {id: given for id, given in newest_first.items() if len(given) > 1},
    )


def decides(verdict: Verdict | None) -> bool:
    """False for none, and for a record that was written without a decision: the conflict counts as undecided."""
    return verdict is not None and verdict.decision is not Decision.OPEN


def _age(verdict: Verdict) -> tuple[datetime, str]:
    return verdict.decided, verdict.id


def changes_on(
    case: Case, ids: Iterable[str], judgement: Judgement, reviewer: Reviewer, review: Review | None = None
) -> tuple[Change, ...]:
    """The wish to judge each of these conflicts or groups so; a verdict the reviewer gave on one before is replaced.

    The case is looked through once; `review` is that of the case, when it is known. Raises ConflictNotFound, and
    ValueError when the answers do not fit the decision.
    """
    assert case.analysis is not None
    review = review or reviewed(case)
    judging = _Judging(case, judgement)
    return tuple(judging.change(id, review.by(reviewer.id, id)) for id in ids)


class _Judging:
    """Makes the same verdict on several conflicts and groups of a case."""

    def __init__(self, case: Case, judgement: Judgement) -> None:
        assert case.analysis is not None
        self._case, self._judgement = case, judgement
        self._conflicts, self._groups, self._claims = conflicts_of(case), groups_of(case), claims_of(case)

    def change(self, id: str, before: Verdict | None) -> Change:
        content = verdict_content(self._verdict(id, before))
        return Change(Sort.VERDICT, content, before.subject if before else None, before.id if before else None)

    def _verdict(self, id: str, before: Verdict | None) -> Verdict:
        judgement, conflict = self._judgement, self._conflicts.get(id)
        group = self._groups.get(conflict.group if conflict else id)
        if group is None:
            raise ConflictNotFound(f"{self._case.name} has no conflict {id} any more")
        chosen = self._chosen(conflict)
        record = judgement.record or (before.record if before else NO_RECORD)
        return Verdict(
            id="",
            kind=group.kind,
            question=group.question,
            reason=conflict.reason if conflict else "",
            anchors=self._anchors(conflict.claims if conflict else group.claims),
            decision=judgement.decision,
            answers=judgement.answers,
            answer_anchors=self._anchors(chosen),
            rationale=judgement.rationale,
            reviewer=NOBODY,
            decided=datetime.min,
            ground=judgement.ground,
            record=record,
        )

    def _chosen(self, conflict: Conflict | None) -> tuple[str, ...]:
        """The claims that state the chosen answers."""
        wanted, decision = self._judgement.answers, self._judgement.decision
        known = {answer.text for answer in conflict.answers} if conflict else set()
        if (decision is Decision.ANSWER) != bool(wanted) or not known.issuperset(wanted):
            raise ValueError(f"{decision} does not go with the answers {wanted!r}")
        return tuple(id for a in (conflict.answers if conflict else ()) if a.text in wanted for id in a.claims)

    def _anchors(self, claims: Iterable[str]) -> tuple[Anchor, ...]:
        return anchors_at(self._case, (self._claims[id] for id in claims))


def draft_on(case: Case, id: str, text: str, sort: str, before: Draft | None = None) -> Draft:
    """What is being written on a conflict or group, instead of what was `before`. Raises ConflictNotFound."""
    analysis = case.analysis or Analysis()
    parts: tuple[Conflict | Group, ...] = (*analysis.conflicts, *analysis.groups)
    part = next((part for part in parts if part.id == id), None)
    if part is None:
        raise ConflictNotFound(f"{case.name} has no conflict {id} any more")
    anchors = anchors_on(case, part.claims)
    return Draft(before.id if before else str(uuid.uuid4()), sort, part.kind, anchors, text, isinstance(part, Group))


def drafts_on(case: Case, drafts: Iterable[Draft]) -> dict[tuple[str, str], Draft]:
    """The drafts by their sort and the conflict or group they are about; what is not found is left out, not lost."""
    by_sort: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_sort[draft.sort].append(draft)
    places = places_of(case)
    return {
        (sort, found.conflict): draft
        for sort, kept in by_sort.items()
        for draft, found in zip(kept, places.of_each(kept), strict=True)
        if found
    }


NOBODY = Reviewer("", "")
"""Whose a verdict is stands in its act."""
