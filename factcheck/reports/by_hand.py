"""What people did to the analysis by hand -> what a report says of it, oldest first.

Notes on passages are left out, as comments are: they are for those who work on the case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.hand import hand_acts, hand_of
from factcheck.hand.rules import sentence
from factcheck.hand.telling import told
from factcheck.hand.working import Working
from factcheck.reports import words
from factcheck.reports.quoting import Quoting
from factcheck.reports.report import Handled, Told
from factcheck.values import (
    Act,
    Analysis,
    Attribution,
    Case,
    Correction,
    Hand,
    Join,
    Mark,
    Note,
    Quotation,
    Refusal,
    Split,
    Value,
    Words,
)

NOBODY = "nobody named"
OPPOSED = {None: "", True: "They cannot all be true.", False: "They can all be true."}


def by_hand(case: Case, quoting: Quoting) -> tuple[Handled, ...]:
    """One for each thing that stands."""
    acts = [(act, hand) for act in hand_acts(case) if not isinstance(hand := hand_of(act), Note)]
    handling = _Handling(case, quoting) if acts else None
    return tuple(handling.handled(act, hand) for act, hand in acts) if handling else ()


class _Handling:
    def __init__(self, case: Case, quoting: Quoting) -> None:
        self._quoting = quoting
        self._found = Working(case.found or Analysis(), case.articles)  # what the program found
        self._now = Working(case.analysis or Analysis(), case.articles)
        self._lost = {act.id for act in case.unplaced}

    def handled(self, act: Act, hand: Hand) -> Handled:
        done, said, where = _told(hand)
        changes = self._changes(hand) if isinstance(hand, Correction | Mark) else ()
        return Handled(
            done,
            words.steady(said),
            tuple(self._words(one) for one in where),
            tuple((what, words.steady(before), words.steady(after)) for what, before, after in changes),
            act.by.name,
            words.moment(act.at),
            act.id in self._lost,
        )

    def _words(self, where: Words) -> Told:
        return self._quoting.told(where.anchor, self._now.claim(where))

    def _changes(self, hand: Correction | Mark) -> Iterator[tuple[str, str, str]]:
        """(what, as it was read, as it is now); nothing was read where a person marked the words."""
        before = self._found.claim(hand.words)
        if hand.subject is not None and hand.subject != (before.subject if before else ""):
            yield "About", before.subject if before else "", hand.subject
        if hand.value is None or (before and before.value == hand.value):
            return
        was, now = _spoken(before.value) if before else None, _spoken(hand.value)
        if now is not None and was != now:
            yield "Said by", NOBODY if was == "" else was or "", now or NOBODY
        else:
            yield "Value", told(before) if before else "", self._said_now(hand)

    def _said_now(self, hand: Correction | Mark) -> str:
        """The value in the person's own words, else in ours; the words themselves where they are not placed."""
        if isinstance(hand, Correction) and hand.told:
            return hand.told
        claim = self._now.claim(hand.words)
        return told(replace(claim, value=hand.value or claim.value)) if claim else hand.words.anchor.quote


def _spoken(value: Value) -> str | None:
    """Who says it, empty for nobody that is named; None for what nobody is said to say."""
    return (value.speaker or "") if isinstance(value, Quotation | Attribution) else None


def _told(hand: Hand) -> tuple[str, str, tuple[Words, ...]]:
    """What was done in two words, what there is to say of it, and the words it was done to."""
    match hand:
        case Mark(where, _, _, question):
            return "Marked", _asked(f"As {words.KINDS[where.kind]}", question), (where,)
        case Correction(where):
            return "Corrected", "", (where,)
        case Refusal(where):
            return "No claim", "", where
        case Join(_, where, question, opposed):
            return "Joined", f"{_asked('As one question', question)} {OPPOSED[opposed]}".rstrip(), where
        case Split(_, where, question):
            return "Set apart", _asked("As a question of its own", question), where
        case Note():
            raise ValueError("a note is not told in a report")
        case rule:
            return "Rule", sentence(rule), ()


def _asked(how: str, question: str) -> str:
    return f"{how}: {question}" if question else f"{how}."
