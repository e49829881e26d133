"""What the page of the talk shows, as plain values: verdicts with their second readings, comments in threads. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factcheck.values import Reviewer, Verdict
from factcheck.values.team import Comment, Signature, Talk
from ui.days import lately
from ui.dossier.subject import Subject
from ui.people import short_name
from ui.translation import tr
from ui.wording import ground_words, verdict_words


@dataclass(frozen=True, slots=True)
class Reading:
    """What a second reader said of a verdict: "✓ Cem agrees". `name` is the whole of it."""

    name: str
    words: str
    why: str
    changed: bool  # another verdict stands there since
    mine: bool


@dataclass(frozen=True, slots=True)
class Given:
    """One person's verdict."""

    id: str
    subject: str
    name: str
    at: str
    decided: str
    rationale: str
    mine: bool
    readings: tuple[Reading, ...] = ()

    @property
    def read(self) -> Reading | None:
        """What oneself said of it."""
        return next((reading for reading in self.readings if reading.mine), None)


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment; `depth` is 1 for what answers another."""

    subject: str
    name: str
    at: str
    text: str
    mine: bool
    depth: int
    begun: bool = False  # an answer to it, or its own new words, wait as a draft
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """All of it about one question."""

    assigned: str  # to whom; empty when to nobody
    assigned_by: str
    verdicts: tuple[Given, ...]
    remarks: tuple[Remark, ...]


def spoken(subject: Subject, said: Talk, me: Reviewer, begun: frozenset[str] = frozenset()) -> Spoken:
    """What people said about the subject; `begun` are the subjects of comments with a draft of one's own."""
    given = said.assignments.get(subject.id)
    threads = said.comments.get(subject.id, ())
    return Spoken(
        given.reviewer.name if given else "",
        given.by.name if given and given.by.id != given.reviewer.id else "",
        tuple(_given(verdict, said, me) for verdict in subject.verdicts),
        tuple(
            _remark(comment, me, int(comment is not thread.first), begun)
            for thread in threads
            for comment in (thread.first, *thread.answers)
        ),
    )


def _given(verdict: Verdict, said: Talk, me: Reviewer) -> Given:
    return Given(
        verdict.id,
        verdict.subject,
        verdict.reviewer.name,
        lately(verdict.decided, date.today()),
        decided_words(verdict),
        verdict.rationale,
        verdict.reviewer.id == me.id,
        tuple(_reading(signature, me) for signature in said.signatures.get(verdict.id, ())),
    )


def decided_words(verdict: Verdict) -> str:
    """ "Not a conflict, because one of them is rounded"."""
    words = verdict_words(verdict)
    if verdict.ground:
        words = tr("{verdict}, because {ground}", verdict=words, ground=ground_words(verdict.ground))
    return words[:1].upper() + words[1:]


def _reading(signature: Signature, me: Reviewer) -> Reading:
    told = {"name": short_name(signature.by.name), "day": lately(signature.at, date.today())}
    agrees = tr("✓ {name} agrees · {day}", **told) if signature.agrees else tr("✗ {name} disagrees · {day}", **told)
    return Reading(signature.by.name, agrees, signature.words, signature.changed, signature.by.id == me.id)


def _remark(comment: Comment, me: Reviewer, depth: int, begun: frozenset[str]) -> Remark:
    at = lately(comment.at, date.today())
    if comment.edited:
        at = tr("{day}, edited {again}", day=at, again=lately(comment.edited, date.today()))
    return Remark(
        comment.subject,
        comment.by.name,
        at,
        comment.text,
        comment.by.id == me.id,
        depth,
        comment.subject in begun,
        comment.taken_away,
    )
