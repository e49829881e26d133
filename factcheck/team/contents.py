"""What stands in the acts of people among themselves: values to plain JSON and back (see `factcheck.contents`)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from factcheck.codec import anchor_to_json
from factcheck.contents import anchors_of
from factcheck.values import Act, Content, Kind, Reviewer
from factcheck.values.team import Assignment, Comment, Signature, Topic


def assignment_content(topic: Topic, reviewer: Reviewer) -> Content:
    return {**topic_content(topic), "reviewer": {"id": reviewer.id, "name": reviewer.name}}


def signature_content(topic: Topic, verdict: str, agrees: bool, words: str) -> Content:
    return {**topic_content(topic), "verdict": verdict, "agrees": agrees, "words": words}


def comment_content(topic: Topic, text: str, answers: str | None = None, verdict: str | None = None) -> Content:
    return {**topic_content(topic), "text": text, "answers": answers, "verdict": verdict}


# An act never changes: what was read from it once need not be read again.


@lru_cache(maxsize=5_000)
def assignment_of(act: Act) -> Assignment:
    """Raises KeyError, ValueError, TypeError for a content that is none; so do the others."""
    content = _content(act)
    reviewer = Reviewer(content["reviewer"]["id"], content["reviewer"]["name"])
    return Assignment(act.id, act.subject, _topic_of(content), reviewer, act.by, act.at)


@lru_cache(maxsize=5_000)
def signature_of(act: Act) -> Signature:
    content = _content(act)
    return Signature(
        act.id,
        act.subject,
        _topic_of(content),
        content["verdict"],
        content["agrees"],
        content["words"],
        act.by,
        act.at,
    )


@lru_cache(maxsize=5_000)
def comment_of(act: Act) -> Comment:
    """The comment as this act left it, as if it had been the first."""
    content = _content(act)
    return Comment(
        act.id,
        act.subject,
        _topic_of(content),
        content["text"],
        act.by,
        act.at,
        content.get("answers"),
        content.get("verdict"),
    )


def _content(act: Act) -> Content:
    if act.content is None:
        raise ValueError(f"{act.sort} {act.id} was taken away")
    return act.content


def topic_content(topic: Topic) -> dict[str, Any]:
    """The part of a content that says what it is about."""
    return {
        "kind": topic.kind.value,
        "question": topic.question,
        "anchors": [anchor_to_json(a) for a in topic.anchors],
        "on_group": topic.on_group,
    }


def _topic_of(content: Content) -> Topic:
    return Topic(
        Kind(content["kind"]), content["question"], anchors_of(content["anchors"]), content.get("on_group", False)
    )
