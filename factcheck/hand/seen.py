"""What a window shows of a person's hand: notes at their places, and who had a part in what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.anchors import place
from factcheck.hand.applying import Applied, by_birth, lay_on
from factcheck.hand.changes import refuse, take_away
from factcheck.hand.contents import hand_of
from factcheck.standing import heads, in_order
from factcheck.values import Act, Analysis, Anchor, Case, Change, Note, Sort, Span, Verdict

Place = tuple[str, Span]
"""An article's id, and where in it."""


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


class Loss(StrEnum):
    """Why a verdict has no conflict or group any more."""

    REFUSED = "refused"  # a person said that its words are no claim
    SETTLED = "settled"  # all its words are there, and nothing opposes them
    GONE = "gone"  # words of it are not found in the articles


def losses_of(case: Case, verdicts: Iterable[Verdict]) -> tuple[tuple[Loss, Act | None], ...]:
    """Why each of these verdicts has lost its place, and the act that took its claim away, where it was one.

    A correction may cost a thousand verdicts their places: what people say is no claim is looked for once.
    """
    refused = [(act, place(anchor, case.articles)) for act, anchor in _said_no_claim(case)]
    return tuple(_loss_of(case, verdict, refused) for verdict in verdicts)


def _loss_of(case: Case, verdict: Verdict, refused: Sequence[tuple[Act, Place | None]]) -> tuple[Loss, Act | None]:
    stood = [place(anchor, case.articles) for anchor in verdict.anchors]
    for act, here in refused:
        if _share_words(here, stood):
            return Loss.REFUSED, act
    return (Loss.SETTLED if stood and None not in stood else Loss.GONE), None


def _said_no_claim(case: Case) -> Iterator[tuple[Act, Anchor]]:
    """The words that people say are no claim, the latest first: refused ones, and marks that were taken away."""
    by_id = {act.id: act for act in case.acts}
    for act in reversed(in_order(act for last in heads(case.acts).values() for act in last)):
        before = by_id.get(act.before or "")
        if act.sort is Sort.REFUSAL and act.content is not None:
            yield from ((act, words.anchor) for words in hand_of(act).words)  # type: ignore[union-attr]
        elif act.sort is Sort.MARK and act.content is None and before is not None and before.content is not None:
            yield act, hand_of(before).words.anchor  # type: ignore[union-attr]


def _share_words(here: Place | None, stood: Sequence[Place | None]) -> bool:
    """Whether one of these places holds the other, in the same article."""
    return here is not None and any(
        each is not None and each[0] == here[0] and (each[1].contains(here[1]) or here[1].contains(each[1]))
        for each in stood
    )


def correction_on(case: Case, claim_id: str) -> Act | None:
    """The correction of this claim that stands, the last one when people made several."""
    acts = laid_on(case).on_claims.get(claim_id, ())
    return next((act for act in reversed(acts) if act.sort is Sort.CORRECTION), None)
