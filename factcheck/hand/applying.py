"""The machine's analysis with a person's hand on it. Pure; the analysis that was found is never changed.

Acts are laid on in the order in which they were first made, each as it stands now. What names words that are not placed
is left out and told; a question nobody touched keeps its id, and with nothing done the very same analysis comes back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.hand.contents import hand_of
from factcheck.hand.rules import allow
from factcheck.hand.whole import analysis_of
from factcheck.hand.working import Working
from factcheck.standing import HAND, standing
from factcheck.values import (
    Act,
    Analysis,
    Article,
    CaseRule,
    Correction,
    Hand,
    Harmless,
    Join,
    Mark,
    Note,
    OneName,
    Refusal,
    Rounding,
    Split,
)

STRIDE, KEPT = 16, 6
"""Where many acts have to be laid on anew, one can go on after every sixteenth; so many such places are kept."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of it. `unplaced` are the acts whose words are not all found, oldest first; `on_claims` and `on_groups`
    say by claim and by group which acts had a part in it."""

    analysis: Analysis
    unplaced: tuple[Act, ...] = ()
    on_claims: Mapping[str, tuple[Act, ...]] = field(default_factory=dict)
    on_groups: Mapping[str, tuple[Act, ...]] = field(default_factory=dict)


def applied(found: Analysis, articles: Sequence[Article], acts: Sequence[Act]) -> tuple[Analysis, tuple[Act, ...]]:
    """The analysis with the acts on it, and those of them whose words are not placed."""
    done = lay_on(found, articles, acts)
    return done.analysis, done.unplaced


def lay_on(found: Analysis, articles: Sequence[Article], acts: Sequence[Act]) -> Applied:
    """As `applied`, with what each act had a part in.

    A person adds one act to many, or takes the last one back: it goes on from what was laid on the last time.
    """
    there = by_birth(acts)
    if not there:
        return Applied(found)
    of = (found, tuple((a.id, a.sha256, a.label) for a in articles))
    last = _last[0]
    if last is None or last.of[0] is not found or last.of[1] != of[1]:
        last = _Last(of, (), Applied(found), (Laid(0, Working(found, articles)),))
    if last.acts != there:
        same = _same(last.acts, there)
        laid = [each for each in last.laid if each.number <= same] or [Laid(0, Working(found, articles))]
        laid = _laid_on(laid, there)
        last = _Last(of, there, _ruled(laid[-1]), tuple(laid[-KEPT:]))
    _last[0] = last
    return last.applied


def by_birth(acts: Sequence[Act]) -> tuple[Act, ...]:
    """The acts of a person's hand that stand, in the order in which their subjects were first made."""
    there = standing(acts, HAND)
    if all(act.subject == act.id for act in there):
        return there
    born = {act.id: act.at for act in acts}
    return tuple(sorted(there, key=lambda act: (born.get(act.subject, act.at), act.subject, act.at, act.id)))


def _same(one: Sequence[Act], other: Sequence[Act]) -> int:
    """With how many acts both begin."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@dataclass(frozen=True, slots=True)
class Laid:
    """So many acts laid on, from the first, but no rule yet. `working` is not changed any more: to lay on more, it is
    copied."""

    number: int
    working: Working
    unplaced: tuple[Act, ...] = ()
    rules: tuple[tuple[Act, CaseRule], ...] = ()


@dataclass(frozen=True, slots=True)
class _Last:
    """The last answer, and how it came about."""

    of: tuple[Analysis, tuple[tuple[str, str, str], ...]]
    acts: tuple[Act, ...]
    applied: Applied
    laid: tuple[Laid, ...]


_last: list[_Last | None] = [None]
"""One place: a window has one case, and what it holds is in memory anyway."""


def _laid_on(laid: Sequence[Laid], acts: Sequence[Act]) -> list[Laid]:
    """With all of the acts laid on, the last of `laid` being laid on already."""
    found = list(laid)
    for start in range(found[-1].number, len(acts), STRIDE):
        found.append(_with(found[-1], acts[start : start + STRIDE]))
    return found


def _with(before: Laid, acts: Sequence[Act]) -> Laid:
    working = before.working.copy()
    unplaced, rules = list(before.unplaced), list(before.rules)
    for act in acts:
        hand = hand_of(act)
        if isinstance(hand, Rounding | OneName | Harmless):
            rules.append((act, hand))
        elif not _placed(working, act, hand):
            unplaced.append(act)
    return Laid(before.number + len(acts), working, tuple(unplaced), tuple(rules))


def _placed(working: Working, act: Act, hand: Hand) -> bool:
    """Lay one act on; whether all of its words were placed."""
    match hand:
        case Mark():
            return working.mark(act, hand)
        case Correction():
            return working.correct(act, hand)
        case Refusal():
            return working.refuse(act, hand)
        case Join():
            return working.join(act, hand)
        case Split():
            return working.split(act, hand)
        case Note(anchor, _):
            return working.place(anchor) is not None
        case _:
            return True


def _ruled(laid: Laid) -> Applied:
    """What comes of it once the rules of the case are heard."""
    working = laid.working.copy() if laid.rules else laid.working
    allow(working, laid.rules)
    return Applied(analysis_of(working), laid.unplaced, working.on_claims, working.on_groups)
