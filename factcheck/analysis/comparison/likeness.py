"""How likely two claims answer the same question: the same thing counted or dated, the same event, the same people.

Similarity of sentences alone does not decide it: most false alarms are another subject, time or event told in the
same words. So each slot of the frames is held against its counterpart, and slots that contradict weigh more than
words that agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from factcheck.analysis.comparison.accounts import Accounts
from factcheck.analysis.stems import stem
from factcheck.shipped import lexicon
from factcheck.values import Claim, Frame


@dataclass(frozen=True, slots=True)
class Likeness:
    """The signals of one pair, each 0 to 1, and `contradicted` when a slot rules out one question."""

    event: float
    people: float
    near: float
    sentence: float
    names: float
    contradicted: bool

    @property
    def score(self) -> float:
        """0 to 1. The weights were set by reading; no signal decides alone."""
        if self.contradicted:
            return 0.0
        return 0.30 * self.event + 0.15 * self.people + 0.30 * self.near + 0.15 * self.sentence + 0.10 * self.names


def likeness(accounts: Accounts, a: Claim, b: Claim) -> Likeness:
    f, g = a.frame, b.frame
    return Likeness(
        event=_events_meet(f, g),
        people=_slots_meet((f.agent, f.theme), (g.agent, g.theme)),
        near=accounts.shared(f.near, g.near),
        sentence=accounts.shared(f.words, g.words),
        names=_names_meet(f, g),
        contradicted=f.negated != g.negated or f.hypothetical != g.hypothetical,
    )


def events_of(frame: Frame) -> frozenset[str]:
    """The kinds of event a claim speaks of, by its verb and its counted noun."""
    return kinds(frame.event) | kinds(frame.head)


def _events_meet(f: Frame, g: Frame) -> float:
    if f.event and same_word(f.event, g.event):
        return 1.0
    return 1.0 if events_of(f) & events_of(g) else 0.0


def _slots_meet(f: tuple[str, ...], g: tuple[str, ...]) -> float:
    held, other = {w for w in f if w}, {w for w in g if w}
    if not held or not other:
        return 0.0
    return 1.0 if any(same_word(a, b) for a in held for b in other) else 0.0


def _names_meet(f: Frame, g: Frame) -> float:
    held, other = {*f.names, *f.places}, {*g.names, *g.places}
    if not held or not other:
        return 0.0
    met = sum(any(a in b or b in a for b in other) for a in held)
    return min(1.0, met / min(len(held), len(other)))


def same_word(a: str, b: str) -> bool:
    """Whether two lemmas are one word, or grow from one stem."""
    return a == b or stem(a) == stem(b)


@cache
def kinds(word: str) -> frozenset[str]:
    """The kinds of event a word may tell of: "death" is of the kind "die"."""
    events: dict[str, list[str]] = lexicon("events")["events"]
    return frozenset(kind for kind, words in events.items() if word in words)


@cache
def people() -> frozenset[str]:
    return frozenset(lexicon("events")["people"]["words"])


def can_only_grow(frame: Frame) -> bool:
    """Whether the count of this event can only rise while the story moves on: a toll, arrests, money raised."""
    return bool(events_of(frame) & set(lexicon("events")["growing"]["events"]))
