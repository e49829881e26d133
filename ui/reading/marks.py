"""Which words of each article are marked, how, and which of them pull against each other. Pure: no widgets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.values import Analysis, Claim, Conflict, Kind, Span, TimeExpression
from ui.reading.by_hand import ByHand
from ui.theme import Look, look_of

# Lines of deeper nesting than this share the last lane: there is no more room above the next line of text.
LANES = 3
Standing = tuple[Look, str, tuple[str, ...]]
"""How a claim looks, the question it answers there, and the ids of all its conflicts."""

NOBODYS: Mapping[str, ByHand] = {}


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim as an article shows it.

    `lane` counts the claims whose words it shares, 0 for the outermost: its line is drawn that many steps lower.
    `conflicts` are the ids of those it takes part in, `decided` is true when each of them has a verdict. A mark that
    is not `shown` is drawn only while it is chosen. `by_hand` tells of a person who made or corrected the claim.
    """

    claim: str
    span: Span
    look: Look
    question: str
    lane: int = 0
    conflicts: tuple[str, ...] = ()
    decided: bool = False
    kind: Kind | None = None
    shown: bool = True
    by_hand: ByHand | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims of one conflict, in neighbouring articles, that say different things."""

    conflict: str
    look: Look
    left: str
    right: str


def marks_of(analysis: Analysis, hands: Mapping[str, ByHand] = NOBODYS) -> dict[str, tuple[Mark, ...]]:
    """The marks of every article by its id, in reading order, an outer claim before those inside it.

    A claim that takes part in several groups or conflicts is shown as the gravest of them. `hands` tells by claim what
    people did to it; those are always shown. Where the marks before are known, `marked` makes them sooner.
    """
    shown = standings(analysis)
    marks: dict[str, list[Mark]] = defaultdict(list)
    for claim in analysis.claims:
        if mark := mark_of(claim, shown.get(claim.id), hands.get(claim.id)):
            marks[claim.article].append(mark)
    return {article: in_lanes(found) for article, found in marks.items()}


def mark_of(claim: Claim, standing: Standing | None, hand: ByHand | None) -> Mark | None:
    """The mark of a claim that stands so; None where no other account meets it and it is not worth one."""
    look, question, conflicts = standing or (Look.SINGLE, claim.subject, ())
    if look is Look.SINGLE and hand is None and not _checkable_alone(claim):
        return None
    return Mark(claim.id, claim.span, look, question, 0, conflicts, kind=claim.kind, by_hand=hand)


def _checkable_alone(claim: Claim) -> bool:
    """Whether a claim that no other account meets is worth a line under its words.

    An attribution covers whole sentences whose quotations and numbers are marked anyway; "currently" and "recently"
    give nothing to look up, a duration is marked as a quantity, a name alone states nothing, and a statement matters
    where it is denied.
    """
    if isinstance(claim.value, TimeExpression):
        return claim.value.start is not None
    return claim.kind not in {Kind.ATTRIBUTION, Kind.NAME, Kind.STATEMENT}


def with_decided(marks: Iterable[Mark], decided: Collection[str]) -> tuple[Mark, ...]:
    """The marks as they are once these conflicts, and no others, have verdicts."""
    return tuple(
        _turned(mark)
        if mark.conflicts and mark.decided != all(conflict in decided for conflict in mark.conflicts)
        else mark
        for mark in marks
    )


def _turned(mark: Mark) -> Mark:
    """Decided where it was not. Not by `replace`, which takes four times as long: there are thousands."""
    seen = (mark.claim, mark.span, mark.look, mark.question, mark.lane, mark.conflicts)
    return Mark(*seen, not mark.decided, mark.kind, mark.shown, mark.by_hand)


def standings(analysis: Analysis) -> dict[str, Standing]:
    """By claim id: the gravest look, the question it answers there, and the ids of all its conflicts."""
    shown: dict[str, Standing] = {}
    groups = {group.id: group for group in analysis.groups}
    told_by_conflict = {conflict.group for conflict in analysis.conflicts}
    article = {claim.id: claim.article for claim in analysis.claims}
    ranked: dict[Look, list[tuple[str, str, str]]] = {look: [] for look in Look}  # the gravest first
    for c in analysis.conflicts:
        for claim, look in looks_in(c, article).items():
            ranked[look].append((groups[c.group].question, claim, c.id))
    for group in analysis.groups:
        if group.id not in told_by_conflict:
            ranked[look_of(group.status)] += [(group.question, claim, "") for claim in group.claims]
    for look, found in ranked.items():
        for question, claim, conflict in found:
            if claim not in shown:
                shown[claim] = (look, question, (conflict,) if conflict else ())
            elif conflict:
                first_look, first_question, conflicts = shown[claim]
                shown[claim] = (first_look, first_question, (*conflicts, conflict))
    return shown


def looks_in(conflict: Conflict, article: Mapping[str, str]) -> dict[str, Look]:
    """How each claim of a conflict looks: where an article contradicts itself, only its own claims say so.

    `article` gives the article of each claim.
    """
    answers: dict[str, set[int | None]] = defaultdict(set)
    answer = _answers(conflict)
    for claim in conflict.claims:
        answers[article[claim]].add(answer.get(claim))
    return {claim: look_of(conflict.status, len(answers[article[claim]]) > 1) for claim in conflict.claims}


def in_lanes(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks in reading order, each in the uppermost lane that no mark over the same words has taken."""
    placed: list[Mark] = []
    reaches: list[int] = []  # where the last mark of each lane ends
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        start, lane = mark.span.start, 0
        while lane < len(reaches) and reaches[lane] > start:
            lane += 1
        reaches[lane:] = [mark.span.end, *reaches[lane + 1 :]]
        lane = min(lane, LANES - 1)
        placed.append(mark if mark.lane == lane else replace(mark, lane=lane))
    return tuple(placed)


def passages(conflict: Conflict, claims: Mapping[str, Claim], order: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The conflict's claims by article, in the given order of articles; those to look at first come first.

    The first article leads with the claim that most of the others contradict, every other with one that contradicts it.
    """
    answer = _answers(conflict)
    in_order = sorted(conflict.claims, key=lambda claim: claims[claim].span)
    found = {article: [c for c in in_order if claims[c].article == article] for article in order}
    found = {article: mine for article, mine in found.items() if mine}
    if not found:
        return {}
    first, *others = found

    def contradicted(claim: str) -> int:
        return sum(any(answer.get(other) != answer.get(claim) for other in found[article]) for article in others)

    found[first].sort(key=contradicted, reverse=True)
    leading = answer.get(found[first][0])
    for article in others:
        found[article].sort(key=lambda claim: answer.get(claim) == leading)
    return {article: tuple(mine) for article, mine in found.items()}


def links(analysis: Analysis, left: str, right: str) -> tuple[Link, ...]:
    """All pairs of claims, one of each article, that give different answers to one question."""
    claims = {claim.id: claim for claim in analysis.claims}
    return tuple(link for conflict in analysis.conflicts for link in links_of(conflict, claims, left, right))


def links_of(conflict: Conflict, claims: Mapping[str, Claim], left: str, right: str) -> tuple[Link, ...]:
    """Those of one conflict; `claims` holds at least its claims."""
    answer, look = _answers(conflict), look_of(conflict.status)
    return tuple(
        Link(conflict.id, look, one, other)
        for one in conflict.claims
        if claims[one].article == left
        for other in conflict.claims
        if claims[other].article == right and answer.get(one) != answer.get(other)
    )


def _answers(conflict: Conflict) -> dict[str, int]:
    return {claim: number for number, answer in enumerate(conflict.answers) for claim in answer.claims}
