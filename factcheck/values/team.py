"""What people say to each other about a case: who is to judge what, who has read a verdict again, and comments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from factcheck.values.claims import Kind
from factcheck.values.decided import Anchor, Reviewer


@dataclass(frozen=True, slots=True)
class Topic:
    """The conflict or group that something is about, by its words: it is found again as a verdict is."""

    kind: Kind
    question: str
    anchors: tuple[Anchor, ...]
    on_group: bool = False

    @property
    def answer_anchors(self) -> tuple[Anchor, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """`reviewer` is to judge it; `by` said so. `id` is the act that stands, `subject` common to all built on it."""

    id: str
    subject: str
    topic: Topic
    reviewer: Reviewer
    by: Reviewer
    at: datetime


@dataclass(frozen=True, slots=True)
class Signature:
    """A second reader agrees with a verdict, or does not, and may say why.

    `verdict` is the act that was read. `changed` says that another verdict stands in its place by now.
    """

    id: str
    subject: str
    topic: Topic
    verdict: str
    agrees: bool
    words: str
    by: Reviewer
    at: datetime
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Comment:
    """Somebody's words on a conflict or group, or on one `verdict` there; `answers` is the subject of another comment.

    `at` is when it was first written, `edited` when its words were last changed. One that was `taken_away` has no words
    any more, and is shown only because somebody answered it.
    """

    id: str
    subject: str
    topic: Topic
    text: str
    by: Reviewer
    at: datetime
    answers: str | None = None
    verdict: str | None = None
    edited: datetime | None = None
    taken_away: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment and all that answers it, or its answers, oldest first."""

    first: Comment
    answers: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Talk:
    """All that people say to each other and that stands.

    `assignments` and `comments` (threads, oldest first) are by conflict or group; `signatures` by the verdict that
    stands, oldest first. `detached` is what lost its place, oldest first: its words are gone, or the verdict was taken
    back.
    """

    assignments: Mapping[str, Assignment] = field(default_factory=dict)
    comments: Mapping[str, tuple[Thread, ...]] = field(default_factory=dict)
    signatures: Mapping[str, tuple[Signature, ...]] = field(default_factory=dict)
    detached: tuple[Assignment | Comment | Signature, ...] = ()
