"""A person's hand on the analysis: marked, corrected and refused claims, joined and split questions, notes, rules.

Constructors make a `Change` to be recorded (`Workspace.act`); `applied` lays the acts that stand on what was found,
which `factcheck.standing` does whenever a case is read (docs/decisions/0019-hand.md).
"""

from factcheck.hand.applying import Applied, applied, lay_on
from factcheck.hand.changes import (
    correct,
    join,
    mark,
    missing,
    note,
    place_again,
    refuse,
    rule,
    split,
    take_away,
)
from factcheck.hand.contents import hand_of
from factcheck.hand.likeliest import likeliest
from factcheck.hand.offers import also_settled, offered_rules, sentence_of
from factcheck.hand.reading import guessed_kind, read_value, retyped, spoken_by
from factcheck.hand.seen import Loss, PlacedNote, correction_on, hand_acts, laid_on, losses_of, notes, unsaid
from factcheck.hand.snapping import whole_words

__all__ = [
    "Applied",
    "Loss",
    "PlacedNote",
    "also_settled",
    "applied",
    "correct",
    "correction_on",
    "guessed_kind",
    "hand_acts",
    "hand_of",
    "join",
    "laid_on",
    "lay_on",
    "likeliest",
    "losses_of",
    "mark",
    "missing",
    "note",
    "notes",
    "offered_rules",
    "place_again",
    "read_value",
    "refuse",
    "retyped",
    "rule",
    "sentence_of",
    "split",
    "spoken_by",
    "take_away",
    "unsaid",
    "whole_words",
]
