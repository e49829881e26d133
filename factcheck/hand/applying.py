"""The machine's analysis with a person's hand on it. Pure; the analysis that was found is never changed.

Acts are laid on in the order in which they were first made, each as it stands now. What names words that are not placed
is left out and told; a question nobody touched keeps its id, and with nothing done the very same analysis comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.hand.contents import hand_of
from factcheck.hand.rules import allow
from factcheck.hand.working import Working
from factcheck.standing import HAND, standing
from factcheck.values import (
    Act,
    Analysis,
    Article,
    Correction,
    Join,
    Mark,
    Note,
    Refusal,
    Split,
)


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
    """As `applied`, with what each act had a part in. The last answer is kept: most that a person does is no hand."""
    there = by_birth(acts)
    if not there:
        return Applied(found)
    key = (there, tuple((a.id, a.sha256, a.label) for a in articles))
    last = _last[0]
    if last is not None and last[0] is found and last[1] == key:
        return last[2]
    done = _laid_on(found, articles, there)
    _last[0] = (found, key, done)
    return done


_Key = tuple[tuple[Act, ...], tuple[tuple[str, str, str], ...]]
_last: list[tuple[Analysis, _Key, Applied] | None] = [None]
"""One place: a window has one case, and what it holds is in memory anyway."""


def by_birth(acts: Sequence[Act]) -> tuple[Act, ...]:
    """The acts of a person's hand that stand, in the order in which their subjects were first made."""
    there = standing(acts, HAND)
    if all(act.subject == act.id for act in there):
        return there
    born = {act.id: act.at for act in acts}
    return tuple(sorted(there, key=lambda act: (born.get(act.subject, act.at), act.subject, act.at, act.id)))


def _laid_on(found: Analysis, articles: Sequence[Article], acts: Iterable[Act]) -> Applied:
    working = Working(found, articles)
    unplaced, rules = [], []
    for act in acts:
        match hand_of(act):
            case Mark() as mark:
                placed = working.mark(act, mark)
            case Correction() as correction:
                placed = working.correct(act, correction)
            case Refusal() as refusal:
                placed = working.refuse(act, refusal)
            case Join() as join:
                placed = working.join(act, join)
            case Split() as split:
                placed = working.split(act, split)
            case Note(anchor, _):
                placed = working.place(anchor) is not None
            case rule:
                rules.append((act, rule))
                placed = True
        if not placed:
            unplaced.append(act)
    allow(working, rules)
    return Applied(working.analysis(), tuple(unplaced), working.on_claims, working.on_groups)
