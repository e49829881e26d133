"""Giving a new place to what people left on a question whose words are gone: verdicts, comments, assignments. Pure."""

from __future__ import annotations

from dataclasses import replace

from factcheck.anchors import anchors_on
from factcheck.contents import verdict_content, verdict_of
from factcheck.review import reviewed
from factcheck.team.contents import topic_content
from factcheck.team.wishes import topic_of
from factcheck.values import Act, Case, Change, Decision, Sort


class WrongPlace(ValueError):
    """What is to be placed does not go with that question."""


class OtherAnswers(WrongPlace):
    """The question does not have the answers that the verdict names."""


class Taken(WrongPlace):
    """The person has a verdict on that question already."""


def placed_on(case: Case, act: Act, id: str) -> Change:
    """From now on the verdict, comment or assignment of `act` is about this conflict or group.

    Raises ConflictNotFound, and WrongPlace for a verdict that does not go there.
    """
    topic = topic_content(topic_of(case, id))
    content = {**(act.content or {}), **topic}
    if act.sort is Sort.VERDICT:
        content = _verdict(case, act, id)
    return Change(act.sort, content, act.subject, act.id)


def _verdict(case: Case, act: Act, id: str) -> dict[str, object]:
    verdict, topic = verdict_of(act), topic_of(case, id)
    if reviewed(case).by(act.by.id, id) is not None:
        raise Taken
    conflict = next((c for c in case.analysis.conflicts if c.id == id), None) if case.analysis else None
    said = {answer.text: answer.claims for answer in conflict.answers} if conflict else {}
    if verdict.decision is Decision.ANSWER and not said.keys() >= set(verdict.answers):
        raise OtherAnswers
    chosen = [claim for answer in verdict.answers for claim in said.get(answer, ())]
    moved = replace(
        verdict,
        kind=topic.kind,
        question=topic.question,
        reason=conflict.reason if conflict else "",
        anchors=topic.anchors,
        answer_anchors=anchors_on(case, chosen),
    )
    return dict(verdict_content(moved))
