"""What a window shows of a person's hand: notes at their places, and who had a part in what."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.anchors import place
from factcheck.hand.applying import Applied, by_birth, lay_on
from factcheck.hand.changes import refuse, take_away
from factcheck.hand.contents import hand_of
from factcheck.values import Act, Analysis, Case, Change, Note, Sort, Span


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


def unsaid(case: Case, claim_id: str) -> Change:
    """The wish that these words be no claim: a mark that made it is taken away, what the program found is refused.

    Raises KeyError for a claim that is not in the case.
    """
    acts = laid_on(case).on_claims.get(claim_id, ())
    marks = (act for act in acts if act.sort is Sort.MARK)
    made = next((act for act in marks if claim_id in {f"mark:{act.subject}", f"mark:{act.id}"}), None)
    return take_away(made) if made is not None else refuse(case, (claim_id,))


def correction_on(case: Case, claim_id: str) -> Act | None:
    """The correction of this claim that stands, the last one when people made several."""
    acts = laid_on(case).on_claims.get(claim_id, ())
    return next((act for act in reversed(acts) if act.sort is Sort.CORRECTION), None)
