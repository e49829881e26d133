"""What people said to each other, and what of it stands where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.places import places_of
from factcheck.standing import heads, in_order
from factcheck.team.contents import assignment_of, comment_of, signature_of
from factcheck.values import Act, Case, Sort
from factcheck.values.team import Assignment, Comment, Signature, Talk, Thread, Topic

TEAM = frozenset({Sort.ASSIGNMENT, Sort.SIGNATURE, Sort.COMMENT})


def talk(case: Case, where: Where | None = None) -> Talk:
    """All of it that stands, where it belongs by now; `where` is of the same texts and analysis, when it is known."""
    there = heads([act for act in case.acts if act.sort in TEAM or act.sort in {Sort.UNDO, Sort.REDO}])
    acts = in_order(act for group in there.values() for act in group)
    where = where if where and where.fits(case) else Where(case)
    assignments, unassigned = _assignments(case, [a for a in acts if a.sort is Sort.ASSIGNMENT and a.content], where)
    comments, uncommented = _comments(case, [a for a in acts if a.sort is Sort.COMMENT], where)
    signatures, unsigned = _signatures(case, [a for a in acts if a.sort is Sort.SIGNATURE and a.content])
    detached: list[Assignment | Comment | Signature] = [*unassigned, *uncommented, *unsigned]
    return Talk(assignments, comments, signatures, tuple(sorted(detached, key=lambda thing: (thing.at, thing.id))))


class Where:
    """Where things belong in a case; the same words are looked for once, however much people do meanwhile."""

    def __init__(self, case: Case) -> None:
        self._made_of = case.articles, case.analysis
        self._places = places_of(case)
        self._found: dict[Topic, str | None] = {}

    def fits(self, case: Case) -> bool:
        """Whether it was made of the very texts and analysis of this case."""
        articles, analysis = self._made_of
        return case.articles is articles and case.analysis is analysis

    def __call__(self, topic: Topic) -> str | None:
        if topic not in self._found:
            self._found[topic] = self._places.best(topic)
        return self._found[topic]


def _assignments(
    case: Case, acts: Iterable[Act], where: Where
) -> tuple[Mapping[str, Assignment], Sequence[Assignment]]:
    """The newest on each conflict or group, and those that have no place."""
    names = {act.by.id: act.by for act in case.acts}
    on: dict[str, Assignment] = {}
    detached = []
    for act in acts:
        given = assignment_of(act)
        # He may be called otherwise in this store: two people had one name.
        given = replace(given, reviewer=names.get(given.reviewer.id, given.reviewer))
        found = where(given.topic)
        if found is None:
            detached.append(given)
        else:
            on[found] = given
    return on, detached


def _signatures(case: Case, acts: Iterable[Act]) -> tuple[Mapping[str, tuple[Signature, ...]], Sequence[Signature]]:
    """By the verdict that stands where the signed one stood, and those whose verdict was taken back."""
    subjects = {act.id: act.subject for act in case.acts if act.sort is Sort.VERDICT}
    standing = defaultdict(list)
    for verdict in case.verdicts:
        standing[verdict.subject].append(verdict.id)
    on: dict[str, tuple[Signature, ...]] = {}
    detached = []
    for act in acts:
        signature = signature_of(act)
        there = standing.get(subjects.get(signature.verdict, ""), [])
        for id in [signature.verdict] if signature.verdict in there else there:
            on[id] = (*on.get(id, ()), replace(signature, changed=id != signature.verdict))
        if not there:
            detached.append(signature)
    return on, detached


# --- comments -------------------------------------------------------------------------------------


def _comments(
    case: Case, acts: Iterable[Act], where: Where
) -> tuple[Mapping[str, tuple[Thread, ...]], Sequence[Comment]]:
    """The threads on each conflict or group, and the comments of those that have no place."""
    on: dict[str, tuple[Thread, ...]] = {}
    detached: list[Comment] = []
    for thread in _threads(_written(case, acts)):
        found = where(thread.first.topic)
        if found is None:
            detached += [c for c in (thread.first, *thread.answers) if not c.taken_away]
        else:
            on[found] = (*on.get(found, ()), thread)
    return on, detached


def _written(case: Case, acts: Iterable[Act]) -> list[Comment]:
    """The comments as they stand, oldest first, those that were taken away among them."""
    begun: dict[str, Act] = {}
    worded: dict[str, Act] = {}  # what was last said, of those that were taken away too
    for act in (act for act in case.acts if act.sort is Sort.COMMENT):
        begun.setdefault(act.subject, act)
        if act.content is not None:
            worded[act.subject] = act
    written = []
    for act in acts:
        first, said = begun[act.subject], act if act.content is not None else worded.get(act.subject)
        if said is None:
            continue
        comment = replace(comment_of(said), id=act.id, at=first.at, edited=act.at if act is not first else None)
        written.append(replace(comment, text="", taken_away=True) if act.content is None else comment)
    return sorted(written, key=lambda comment: (comment.at, comment.id))


def _threads(written: Sequence[Comment]) -> Iterable[Thread]:
    """Oldest first, without those in which nothing is said any more."""
    by_subject = {comment.subject: comment for comment in written}
    threads: dict[str, list[Comment]] = {}
    for comment in written:
        threads.setdefault(_root(comment, by_subject), []).append(comment)
    for subject, members in threads.items():
        first = by_subject[subject]
        answered = {comment.answers for comment in members if not comment.taken_away}
        kept = [c for c in members if c is not first and (not c.taken_away or c.subject in answered)]
        if kept or not first.taken_away:
            yield Thread(first, tuple(kept))


def _root(comment: Comment, by_subject: Mapping[str, Comment]) -> str:
    """The subject of the comment that a thread began with. One whose own was taken back begins one."""
    seen = {comment.subject}
    while (above := by_subject.get(comment.answers or "")) and above.subject not in seen:
        comment = above
        seen.add(comment.subject)
    return comment.subject
