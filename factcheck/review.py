"""What people decided, found again in a new analysis by the words it is about (docs/decisions/verdict-anchors.md).

A decision never moves to words that merely look alike: what is not found exactly is reported as detached.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Protocol

from factcheck.values import Anchor, Article, Case, Claim, Conflict, Decision, Kind, Reviewer, Span, Verdict

CONTEXT = 32
"""Characters of context on each side of an anchor's quote."""


@dataclass(frozen=True, slots=True)
class Review:
    """The current verdicts of a case by the conflict they are about.

    `detached` are those whose words are no longer in conflict, oldest first. `changed` names the conflicts that gained
    or lost claims since their verdict was given: it stands, and wants another look.
    """

    by_conflict: Mapping[str, Verdict] = field(default_factory=dict)
    detached: tuple[Verdict, ...] = ()
    changed: frozenset[str] = frozenset()


class Anchored(Protocol):
    """What a person left on the words of a conflict: a verdict, or the draft of one."""

    @property
    def kind(self) -> Kind: ...
    @property
    def anchors(self) -> tuple[Anchor, ...]: ...
    @property
    def answer_anchors(self) -> tuple[Anchor, ...]: ...


class Found(NamedTuple):
    """Where something anchored belongs now; `exact` when the conflict has the very claims it was left on."""

    conflict: str
    exact: bool


def reviewed(case: Case) -> Review:
    """The verdicts of the case on the conflicts of its analysis; all are detached while there is no analysis."""
    found = find_again(case, case.verdicts)
    by_conflict = {place.conflict: verdict for verdict, place in zip(case.verdicts, found, strict=True) if place}
    detached = tuple(verdict for verdict, place in zip(case.verdicts, found, strict=True) if not place)
    return Review(by_conflict, detached, frozenset(place.conflict for place in found if place and not place.exact))


def verdict_on(
    case: Case,
    conflict_id: str,
    decision: Decision,
    answer: str | None,
    rationale: str,
    reviewer: Reviewer,
    decided: datetime,
) -> Verdict:
    """A new verdict on a conflict of the case; it replaces the one the conflict has.

    Raises StopIteration when there is no such conflict, ValueError when `answer` does not fit the decision.
    """
    assert case.analysis is not None
    conflict = next(c for c in case.analysis.conflicts if c.id == conflict_id)
    question = next(g.question for g in case.analysis.groups if g.id == conflict.group)
    chosen = tuple(id for a in conflict.answers if a.text == answer for id in a.claims)
    if (decision is Decision.ANSWER) != bool(chosen) or (answer is not None) != bool(chosen):
        raise ValueError(f"{decision} does not go with the answer {answer!r}")
    before = reviewed(case).by_conflict.get(conflict_id)
    return Verdict(
        id=str(uuid.uuid4()),
        kind=conflict.kind,
        question=question,
        reason=conflict.reason,
        anchors=anchors_on(case, conflict.claims),
        decision=decision,
        answer=answer,
        answer_anchors=anchors_on(case, chosen),
        rationale=rationale,
        reviewer=reviewer,
        decided=decided,
        replaces=before.id if before else None,
    )


# --- anchors --------------------------------------------------------------------------------------


def anchor(article: Article, span: Span) -> Anchor:
    """The words at `span`, with what is needed to know them again."""
    text = article.text
    prefix = text[max(0, span.start - CONTEXT) : span.start]
    suffix = text[span.end : span.end + CONTEXT]
    quote = span.of(text)
    unique = _only_place(text, quote, prefix, suffix) == span
    return Anchor(article.id, article.sha256, span, quote, prefix, suffix, unique)


def anchors_on(case: Case, claims: Iterable[str]) -> tuple[Anchor, ...]:
    """The anchors of the claims with these ids, in order."""
    assert case.analysis is not None
    by_id = {c.id: c for c in case.analysis.claims}
    return tuple(anchor(case.article(by_id[id].article), by_id[id].span) for id in claims)


def place(anchor: Anchor, articles: Iterable[Article]) -> tuple[str, Span] | None:
    """The article and span where the anchor's words stand now, None unless that is certain.

    Certain is: the same place in the same text; or, in another text of the same article, the one place that has the
    quote between the very same context, when the quote with that context also stood once in the text it comes from.
    """
    articles = tuple(articles)
    for article in articles:
        if article.sha256 == anchor.sha256:
            return (article.id, anchor.span) if anchor.span.of(article.text) == anchor.quote else None
    for article in articles:
        if article.id == anchor.article and anchor.unique:
            span = _only_place(article.text, anchor.quote, anchor.prefix, anchor.suffix)
            return None if span is None else (article.id, span)
    return None


def _only_place(text: str, quote: str, prefix: str, suffix: str) -> Span | None:
    """Where `quote` stands between `prefix` and `suffix`, None when nowhere or twice.

    Context shorter than CONTEXT reached the end of its text, so it has to reach the end of this one.
    """
    words = prefix + quote + suffix
    first = text.find(words)
    if first < 0 or text.find(words, first + 1) >= 0:
        return None
    if len(prefix) < CONTEXT and first > 0:
        return None
    if len(suffix) < CONTEXT and first + len(words) < len(text):
        return None
    start = first + len(prefix)
    return Span(start, start + len(quote))


# --- finding conflicts again ----------------------------------------------------------------------


class _Fit(NamedTuple):
    """How well something anchored fits a conflict; greater is better. `newer` breaks ties."""

    share: float
    newer: int
    conflict: int


def find_again(case: Case, things: Sequence[Anchored]) -> list[Found | None]:
    """For each thing the conflict of the case it belongs to, or None. `things` come oldest first.

    It belongs to a conflict of its kind that still opposes words it was left on: at least two of the conflict's
    answers have such words, and, where one answer was chosen, the words of that answer are among them. The best fit
    wins; a conflict takes one thing, and a thing goes to one conflict.
    """
    conflicts = case.analysis.conflicts if case.analysis else ()
    claims = {c.id: c for c in case.analysis.claims} if case.analysis else {}
    standing = [_Standing(thing, case.articles) for thing in things]
    by_kind = defaultdict(list)
    for number, conflict in enumerate(conflicts):
        by_kind[conflict.kind].append((number, conflict, [claims[id] for id in conflict.claims]))
    fits = [
        (_Fit(share, newer, -number), newer)
        for newer, thing in enumerate(standing)
        for number, conflict, members in by_kind[thing.kind]
        if (share := thing.share_of(conflict, members))
    ]
    found: list[Found | None] = [None] * len(things)
    taken = set()
    for fit, index in sorted(fits, reverse=True):
        number = -fit.conflict
        if found[index] is None and number not in taken:
            taken.add(number)
            found[index] = Found(conflicts[number].id, fit.share == 1)
    return found


class _Standing:
    """Something anchored, with the places where its words stand now."""

    def __init__(self, thing: Anchored, articles: Sequence[Article]) -> None:
        self.kind = thing.kind
        self._wanted = len(thing.anchors)
        self._places = [p for a in thing.anchors if (p := place(a, articles))]
        self._has_answer = bool(thing.answer_anchors)
        self._answer_places = [p for a in thing.answer_anchors if (p := place(a, articles))]

    def share_of(self, conflict: Conflict, members: Sequence[Claim]) -> float:
        """Anchored claims of the conflict as a share of all claims either has: 1 for the very same, 0 for no fit."""
        held = {c.id for c in members if any(_stands_at(c, p) for p in self._places)}
        opposed = sum(any(id in held for id in answer.claims) for answer in conflict.answers)
        if opposed < 2:
            return 0
        if self._has_answer and not any(_stands_at(c, p) for c in members for p in self._answer_places):
            return 0
        kept = sum(any(_stands_at(c, p) for c in members) for p in self._places)
        return (len(held) + kept) / (len(members) + self._wanted)


def _stands_at(claim: Claim, place: tuple[str, Span]) -> bool:
    """The claim stands on the anchored words, perhaps cut wider or closer by other rules."""
    article, span = place
    return claim.article == article and (claim.span.contains(span) or span.contains(claim.span))
