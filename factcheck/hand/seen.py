"""What a window shows of a person's hand: notes at their places, and who had a part in what."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.anchors import place
from factcheck.hand.applying import Applied, by_birth, lay_on
from factcheck.hand.contents import hand_of
from factcheck.values import Act, Analysis, Case, Note, Span


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note on a passage, where the passage stands now."""

    act: Act
    article: str
    span: Span
    text: str


def hand_acts(case: Case) -> tuple[Act, ...]:
    """All that people's hands did to the analysis and stands, in the order in which it was first done."""
    return by_birth(case.acts)


def laid_on(case: Case) -> Applied:
    """Which acts had a part in which claims and questions of the case."""
    return lay_on(case.found or Analysis(), case.articles, case.acts)


def notes(case: Case) -> tuple[PlacedNote, ...]:
    """The notes whose passages are found, by where they stand."""
    found = []
    for act in by_birth(case.acts):
        hand = hand_of(act)
        if isinstance(hand, Note) and (placed := place(hand.anchor, case.articles)):
            found.append(PlacedNote(act, *placed, hand.text))
    order = {a.id: n for n, a in enumerate(case.articles)}
    return tuple(sorted(found, key=lambda n: (order[n.article], n.span)))
