"""How far the reviewers of a case agree: `factcheck.agreement` asked about their verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from factcheck.agreement import Agreement, Judged, Label, agreement
from factcheck.review import Review
from factcheck.scales import Scale, newest, shipped_scales
from factcheck.values import Case, Decision, Reviewer, Triage, Verdict


@dataclass(frozen=True, slots=True)
class Agreed:
    """How far they agree on what became of the conflicts, on the decisions, and on the ratings, by scale.

    A verdict that is still open counts for its rating alone. `questions` words each conflict that occurs, and `names`
    calls the reviewers by their names.
    """

    triage: Agreement
    decisions: Agreement
    ratings: Mapping[str, Agreement]
    questions: Mapping[str, str]
    names: Mapping[str, str]


def agreement_of(
    case: Case, review: Review, reviewers: Iterable[Reviewer] = (), scales: Iterable[Scale] | None = None
) -> Agreed:
    """How far these reviewers agree (all who gave a verdict when none is named).

    `scales` are those the ratings may be on (those that come with the program when left out); steps keep their ids
    from version to version, so that the newest version gives the order.
    """
    asked = {reviewer.id for reviewer in reviewers}
    given = _given(case, review, asked)
    known = {scale.id: scale for scale in newest(shipped_scales() if scales is None else scales)}
    used = {v.record.rating.scale for of in given.values() for v in of.values() if v.record.rating}
    verdicts = [(id, v) for of in given.values() for id, v in of.items()]
    return Agreed(
        agreement(_labelled(given, _triage)),
        agreement(_labelled(given, _decision)),
        {
            scale: agreement(_labelled(given, _step_on(scale)), known[scale].order if scale in known else ())
            for scale in sorted(used)
        },
        {id: verdict.question for id, verdict in verdicts},
        {verdict.reviewer.id: verdict.reviewer.name for _, verdict in verdicts},
    )


def _given(case: Case, review: Review, asked: set[str]) -> Mapping[str, Mapping[str, Verdict]]:
    """Reviewer -> conflict -> the newest verdict; reviewers and conflicts in a steady order."""
    given: dict[str, dict[str, Verdict]] = defaultdict(dict)
    order = {part.id: n for n, part in enumerate(case.analysis.conflicts)} if case.analysis else {}
    for conflict in sorted(review.by_conflict, key=lambda id: (order.get(id, len(order)), id)):
        for verdict in review.of(conflict):
            if not asked or verdict.reviewer.id in asked:
                given[verdict.reviewer.id].setdefault(conflict, verdict)
    return dict(sorted(given.items()))


def _labelled(given: Mapping[str, Mapping[str, Verdict]], label: Callable[[Verdict], Label | None]) -> Judged:
    return {
        reviewer: {id: found for id, verdict in verdicts.items() if (found := label(verdict)) is not None}
        for reviewer, verdicts in given.items()
    }


def _triage(verdict: Verdict) -> Label | None:
    return None if verdict.triage is Triage.OPEN else verdict.triage.value


def _decision(verdict: Verdict) -> Label | None:
    """The decision; which answers are right is part of it."""
    if verdict.decision is Decision.OPEN:
        return None
    return ": ".join((verdict.decision.value, *sorted(verdict.answers)))


def _step_on(scale: str) -> Callable[[Verdict], Label | None]:
    def step(verdict: Verdict) -> Label | None:
        rating = verdict.record.rating
        return rating.step if rating and rating.scale == scale and rating.step else None

    return step
