"""The wish to say something to the others. What is returned is given to `Workspace.act`; nothing is changed here."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.anchors import anchors_at
from factcheck.errors import ConflictNotFound
from factcheck.places import places_of
from factcheck.standing import standing
from factcheck.team.contents import assignment_content, comment_content, comment_of, signature_content, signature_of
from factcheck.team.talk import talk
from factcheck.values import Act, Analysis, Case, Change, Reviewer, Sort, Verdict
from factcheck.values.team import Signature, Topic


class Topics:
    """The words of the conflicts and groups of a case, asked for many at once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        analysis = case.analysis or Analysis()
        self._groups = {group.id: group for group in analysis.groups}
        self._conflicts = {conflict.id: conflict for conflict in analysis.conflicts}
        self._claims = {claim.id: claim for claim in analysis.claims}

    def of(self, id: str) -> Topic:
        """Raises ConflictNotFound."""
        conflict = self._conflicts.get(id)
        group = self._groups.get(conflict.group if conflict else id)
        if group is None:
            raise ConflictNotFound(f"{self._case.name} has no conflict {id} any more")
        about = conflict or group
        anchors = anchors_at(self._case, (self._claims[claim] for claim in about.claims))
        return Topic(about.kind, group.question, anchors, on_group=conflict is None)


def topic_of(case: Case, id: str) -> Topic:
    """The words of a conflict or group. Raises ConflictNotFound."""
    return Topics(case).of(id)


def assign(case: Case, ids: Iterable[str], reviewer: Reviewer | None) -> tuple[Change, ...]:
    """Let `reviewer` judge these conflicts and groups, or nobody. Those that are assigned so already are left out.

    Raises ConflictNotFound.
    """
    there, topics = talk(case).assignments, Topics(case)
    changes = []
    for id in ids:
        before = there.get(id)
        if (before.reviewer.id if before else None) == (reviewer.id if reviewer else None):
            continue
        content = assignment_content(topics.of(id), reviewer) if reviewer else None
        subject, on = (before.subject, before.id) if before else (None, None)
        changes.append(Change(Sort.ASSIGNMENT, content, subject, on))
    return tuple(changes)


def sign(case: Case, verdict: str, agrees: bool, words: str, reviewer: Reviewer) -> Change:
    """Say that one has read a verdict (by its act) again, and agrees or not; replaces what one said of it before.

    Raises ValueError for a verdict that does not stand, or is one's own.
    """
    given = next((v for v in case.verdicts if v.id == verdict), None)
    if given is None:
        raise ValueError(f"no verdict {verdict} stands in {case.name}")
    if given.reviewer.id == reviewer.id:
        raise ValueError("nobody is the second reader of his own verdict")
    before = _signed(case, given, reviewer)
    content = signature_content(_topic_of_verdict(case, given), verdict, agrees, words)
    return Change(Sort.SIGNATURE, content, before.subject if before else None, before.id if before else None)


def unsigned(case: Case, verdict: str, reviewer: Reviewer) -> Change | None:
    """Take back what one said of a verdict as its second reader; None when that was nothing."""
    given = next((v for v in case.verdicts if v.id == verdict), None)
    before = _signed(case, given, reviewer) if given else None
    return Change(Sort.SIGNATURE, None, before.subject, before.id) if before else None


def comment(case: Case, id: str, text: str, answers: str | None = None, verdict: str | None = None) -> Change:
    """Say something about a conflict or group, or about one verdict there; `answers` is the subject of a comment.

    Raises ConflictNotFound, and ValueError for words that are none.
    """
    return Change(Sort.COMMENT, comment_content(topic_of(case, id), _words(text), answers, verdict))


def edited(case: Case, subject: str, text: str, reviewer: Reviewer) -> Change:
    """Say it in other words. Raises ValueError when there is no such comment of this reviewer's."""
    before = _own_comment(case, subject, reviewer)
    said = comment_of(before)
    content = comment_content(said.topic, _words(text), said.answers, said.verdict)
    return Change(Sort.COMMENT, content, subject, before.id)


def taken_away(case: Case, subject: str, reviewer: Reviewer) -> Change:
    """Take a comment away; what answers it stays. Raises ValueError when it is not there, or not this reviewer's."""
    return Change(Sort.COMMENT, None, subject, _own_comment(case, subject, reviewer).id)


def _own_comment(case: Case, subject: str, reviewer: Reviewer) -> Act:
    """The newest act that stands of a comment this reviewer began."""
    author = next((act.by for act in case.acts if act.subject == subject), None)
    there = [act for act in standing(case.acts, {Sort.COMMENT}) if act.subject == subject]
    if not there or author is None or author.id != reviewer.id:
        raise ValueError(f"no comment {subject} of {reviewer.name}")
    return there[-1]


def _signed(case: Case, verdict: Verdict, reviewer: Reviewer) -> Signature | None:
    """What the reviewer said of this verdict, or of one it was built on."""
    subjects = {act.id: act.subject for act in case.acts}
    given = map(signature_of, standing(case.acts, {Sort.SIGNATURE}))
    return next((s for s in given if s.by.id == reviewer.id and subjects.get(s.verdict) == verdict.subject), None)


def _topic_of_verdict(case: Case, verdict: Verdict) -> Topic:
    """Where the verdict belongs now; its own words when that is nowhere."""
    found = places_of(case).best(verdict)
    return topic_of(case, found) if found else Topic(verdict.kind, verdict.question, verdict.anchors, verdict.on_group)


def _words(text: str) -> str:
    if not text.strip():
        raise ValueError("a comment without words")
    return text
