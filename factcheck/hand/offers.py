"""What a dismissal teaches: rules that would have settled the conflict, offered to the person who dismissed it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import ROUND_FLOOR, Decimal

from factcheck.hand.changes import rule
from factcheck.hand.contents import hand_of, rule_from_json
from factcheck.hand.rules import allow, difference, names_told, sentence
from factcheck.hand.working import Working
from factcheck.places import places_of
from factcheck.standing import standing
from factcheck.values import (
    Act,
    Analysis,
    Case,
    CaseRule,
    Change,
    Claim,
    Conflict,
    Ground,
    Harmless,
    Kind,
    OneName,
    Quantity,
    Reviewer,
    Rounding,
    Sort,
    Status,
    Triage,
    Verdict,
)

MOST = Decimal("0.2")
"""A larger share than this is no rounding that anybody would want to pass over."""


CLASSES: Mapping[Ground, Collection[Kind]] = {
    Ground.REFINEMENT: (Kind.QUANTITY, Kind.DATE, Kind.NAME),
    Ground.RELATIVE_DATE: (Kind.DATE,),
    Ground.UNIT: (Kind.QUANTITY,),
    Ground.PART_WHOLE: (Kind.QUANTITY,),
    Ground.RANGE: (Kind.QUANTITY, Kind.DATE),
    Ground.HONEST_EDIT: (Kind.QUOTATION,),
    Ground.MODALITY: (Kind.STATEMENT,),
    Ground.MISREAD: tuple(Kind),
}
"""Where a ground tells of a class of flags: other words for a day say nothing of deeds."""


def offered_rules(case: Case, verdict: Verdict) -> tuple[Change, ...]:
    """The rules for the case that this dismissal may stand for, the closest first; none for any other verdict.

    `sentence_of` says each of them in a sentence. A rule that the case has already is not offered.
    """
    conflict = _conflict(case, verdict)
    if verdict.triage is not Triage.DISMISSED or verdict.ground is None or conflict is None:
        return ()
    known = {hand_of(act) for act in standing(case.acts, {Sort.RULE})}
    return tuple(rule(made) for made in dict.fromkeys(_rules(case, conflict, verdict.ground)) if made not in known)


def also_settled(case: Case, verdict: Verdict, change: Change) -> tuple[str, ...]:
    """The ids of the other conflicts, besides the one dismissed, that a rule which is offered would dismiss too."""
    before = case.analysis or Analysis()
    working = Working(before, case.articles)
    # Rules are laid on last, so that what stands now is what this one would meet.
    allow(working, ((_as_if(case, change), rule_from_json(change.content or {})),))
    left = {group for group, conflict in working.questions() if conflict.status is Status.CONFLICT}
    here = places_of(case).best(verdict)
    settled = (c for c in before.conflicts if c.status is Status.CONFLICT and c.group not in left)
    return tuple(c.id for c in settled if c.id != here)


def _as_if(case: Case, change: Change) -> Act:
    """The act that a change would be."""
    return Act("", change.sort, "", None, "", Reviewer("", ""), max(act.at for act in case.acts), change.content)


def sentence_of(change: Change) -> str:
    """A rule that is offered or stands, in a sentence."""
    return sentence(rule_from_json(change.content or {}))


def _conflict(case: Case, verdict: Verdict) -> Conflict | None:
    found = places_of(case).best(verdict)
    return next((c for c in (case.analysis or Analysis()).conflicts if c.id == found), None)


def _rules(case: Case, conflict: Conflict, ground: Ground) -> Iterator[CaseRule]:
    assert case.analysis is not None
    claims = {c.id: c for c in case.analysis.claims}
    if ground is Ground.ROUNDING:
        yield from _rounding(claims, conflict)
        return
    if ground is Ground.METONYMY or conflict.kind in {Kind.NAME, Kind.ATTRIBUTION}:
        yield from _one_name(claims, conflict)
    if conflict.kind in CLASSES.get(ground, ()):
        yield Harmless(conflict.rule, ground)


def _rounding(claims: dict[str, Claim], conflict: Conflict) -> Iterator[CaseRule]:
    """The next whole per cent above the difference, for all amounts, then for those of its unit."""
    apart = difference(claims, conflict)
    if apart is None or not 0 < apart < MOST:
        return
    share = ((apart * 100).to_integral_value(ROUND_FLOOR) + 1) / 100
    yield Rounding(share)
    units = {v.unit for id in conflict.claims if isinstance(v := claims[id].value, Quantity)}
    if len(units) == 1 and (unit := units.pop()):
        yield Rounding(share, unit)


def _one_name(claims: dict[str, Claim], conflict: Conflict) -> Iterator[CaseRule]:
    """The first answer's name with that of each other answer."""
    names = [_name(claims, answer.claims) or answer.text for answer in conflict.answers]
    yield from (OneName(names[0], other) for other in names[1:] if other != names[0])


def _name(claims: dict[str, Claim], ids: tuple[str, ...]) -> str:
    """What the claims of an answer call somebody; "" where they name nobody or more than one."""
    told = {names[0] for id in ids if (names := names_told(claims[id]))}
    return told.pop() if len(told) == 1 else ""
