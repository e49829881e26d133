"""What people decided, found again in a new analysis by the words it is about (docs/decisions/0006-verdict-anchors.md).

A decision never moves to words that merely look alike: what is not found exactly is reported as detached.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, Protocol

from factcheck.values import Analysis, Anchor, Article, Case, Claim, Conflict, Decision, Kind, Reviewer, Span, Verdict

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

    Raises KeyError when there is no such conflict, ValueError when `answer` does not fit the decision.
    """
    (verdict,) = verdicts_on(case, (conflict_id,), decision, answer, rationale, reviewer, decided)
    return verdict


def verdicts_on(
    case: Case,
    conflict_ids: Iterable[str],
    decision: Decision,
    answer: str | None,
    rationale: str,
    reviewer: Reviewer,
    decided: datetime,
) -> tuple[Verdict, ...]:
    """The same verdict on each of these conflicts; the case is looked through once. Raises as `verdict_on`."""
    assert case.analysis is not None
    conflicts = {c.id: c for c in case.analysis.conflicts}
    questions = {g.id: g.question for g in case.analysis.groups}
    claims = {c.id: c for c in case.analysis.claims}
    before = reviewed(case).by_conflict

    def on(conflict: Conflict) -> Verdict:
        chosen = tuple(id for a in conflict.answers if a.text == answer for id in a.claims)
        if (decision is Decision.ANSWER) != bool(chosen) or (answer is not None) != bool(chosen):
            raise ValueError(f"{decision} does not go with the answer {answer!r}")
        return Verdict(
            id=str(uuid.uuid4()),
            kind=conflict.kind,
            question=questions[conflict.group],
            reason=conflict.reason,
            anchors=_anchors(case, (claims[id] for id in conflict.claims)),
            decision=decision,
            answer=answer,
            answer_anchors=_anchors(case, (claims[id] for id in chosen)),
            rationale=rationale,
            reviewer=reviewer,
            decided=decided,
            replaces=before[conflict.id].id if conflict.id in before else None,
        )

    return tuple(on(conflicts[id]) for id in conflict_ids)


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
    return _anchors(case, (by_id[id] for id in claims))


def _anchors(case: Case, claims: Iterable[Claim]) -> tuple[Anchor, ...]:
    return tuple(anchor(case.article(claim.article), claim.span) for claim in claims)


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


def find_again(case: Case, things: Sequence[Anchored]) -> list[Found | None]:
    """For each thing the conflict of the case it belongs to, or None. `things` come oldest first.

    It belongs to a conflict of its kind that still opposes words it was left on: at least two of the conflict's
    answers have such words, and, where one answer was chosen, the words of that answer are among them. The best fit
    wins, then the newer thing; a conflict takes one thing, and a thing goes to one conflict.
    """
    if case.analysis is None:
        return [None] * len(things)
    disputed = _Disputed(case.analysis)
    fits = [
        (share, index, number)
        for index, thing in enumerate(things)
        for number, share in disputed.fits(thing, case.articles)
    ]
    found: list[Found | None] = [None] * len(things)
    taken = set()
    for share, index, number in sorted(fits, key=lambda fit: (-fit[0], -fit[1], fit[2])):
        if found[index] is None and number not in taken:
            taken.add(number)
            found[index] = Found(case.analysis.conflicts[number].id, exact=share == 1)
    return found


class _Disputed:
    """The claims in conflict, by where they stand."""

    def __init__(self, analysis: Analysis) -> None:
        self._conflicts = analysis.conflicts
        self._of_claim = defaultdict(list)
        for number, conflict in enumerate(analysis.conflicts):
            for id in conflict.claims:
                self._of_claim[id].append(number)
        self._nearby = defaultdict(list)
        for claim in analysis.claims:
            if claim.id in self._of_claim:
                for stretch in _stretches(claim.span):
                    self._nearby[claim.article, stretch].append(claim)

    def fits(self, thing: Anchored, articles: Sequence[Article]) -> Iterator[tuple[int, float]]:
        """The conflicts (by number) that `thing` may belong to, and what share of their claims they have in common."""
        claims_at = [self._claims_at(place(a, articles)) for a in thing.anchors]
        chosen = set().union(*(self._claims_at(place(a, articles)) for a in thing.answer_anchors))
        held = set().union(*claims_at)
        for number in {n for id in held for n in self._of_claim[id]}:
            conflict = self._conflicts[number]
            members = set(conflict.claims)
            opposed = sum(not held.isdisjoint(answer.claims) for answer in conflict.answers)
            answered = not thing.answer_anchors or not chosen.isdisjoint(members)
            if conflict.kind is thing.kind and opposed >= 2 and answered:
                kept = sum(not at.isdisjoint(members) for at in claims_at)
                yield number, (len(held & members) + kept) / (len(members) + len(thing.anchors))

    def _claims_at(self, place: tuple[str, Span] | None) -> set[str]:
        """The ids of the claims on these words, perhaps cut wider or closer by other rules."""
        if place is None:
            return set()
        article, span = place
        near = (claim for stretch in _stretches(span) for claim in self._nearby[article, stretch])
        return {claim.id for claim in near if claim.span.contains(span) or span.contains(claim.span)}


def _stretches(span: Span) -> range:
    """The stretches of a text, 64 characters each, that a span touches: to look only at claims nearby."""
    return range(span.start // 64, span.end // 64 + 1)
