"""What a reviewer is to do next."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.review import Review
from factcheck.team.talk import talk
from factcheck.values import Analysis, Case, Decision, Reviewer, Status, Verdict
from factcheck.values.team import Signature, Talk


def queue(case: Case, review: Review, reviewer: Reviewer, said: Talk | None = None) -> tuple[str, ...]:
    """The conflicts in the order in which they want this reviewer, each once; `said` is the talk of the case.

    First what he was assigned and has not decided, then what nobody was assigned and nobody has decided, then the
    verdicts of others that want a second reader, then what readers disagree on. In each the order of the analysis.
    """
    said = said or talk(case)
    conflicts = [c.id for c in (case.analysis or Analysis()).conflicts if c.status is Status.CONFLICT]
    return tuple(
        dict.fromkeys(
            (
                *(id for id in conflicts if _is_his(id, said, reviewer) and not _decided_by(id, review, reviewer)),
                *(id for id in conflicts if id not in said.assignments and not _decided(id, review)),
                *(id for id in conflicts if wants_a_reader(id, review, said, reviewer)),
                *(id for id in conflicts if are_apart(review.of(id), said)),
            )
        )
    )


def are_apart(verdicts: tuple[Verdict, ...], said: Talk) -> bool:
    """Readers disagree: verdicts that differ, or a second reader who does not agree with what stands."""
    decided = {(v.decision, frozenset(v.answers)) for v in verdicts if v.decision is not Decision.OPEN}
    return len(decided) > 1 or any(not s.agrees for s in _readings(verdicts, said))


def _readings(verdicts: Iterable[Verdict], said: Talk) -> list[Signature]:
    """What second readers said of these verdicts as they stand."""
    return [s for verdict in verdicts for s in said.signatures.get(verdict.id, ()) if not s.changed]


def _is_his(id: str, said: Talk, reviewer: Reviewer) -> bool:
    return id in said.assignments and said.assignments[id].reviewer.id == reviewer.id


def _decided(id: str, review: Review) -> bool:
    return any(verdict.decision is not Decision.OPEN for verdict in review.of(id))


def _decided_by(id: str, review: Review, reviewer: Reviewer) -> bool:
    verdict = review.by(reviewer.id, id)
    return verdict is not None and verdict.decision is not Decision.OPEN


def wants_a_reader(id: str, review: Review, said: Talk, reviewer: Reviewer) -> bool:
    """One other person has decided it, and nobody has read the verdict as it stands."""
    decided = [verdict for verdict in review.of(id) if verdict.decision is not Decision.OPEN]
    return (
        len({verdict.reviewer.id for verdict in decided}) == 1
        and decided[0].reviewer.id != reviewer.id
        and not _readings(decided, said)
    )
