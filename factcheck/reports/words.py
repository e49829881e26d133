"""How a report says things: glyphs, decisions, confidence, dates, lists of names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from babel.dates import format_date

from factcheck.markdown import TURNS
from factcheck.values import Confidence, Conflict, Decision, Ground, Kind, ReportState, Stance, Status, Triage


@dataclass(frozen=True, slots=True)
class Sign:
    """How a status is shown: never by colour alone. `style` is the name the style sheet knows it by."""

    glyph: str
    word: str
    style: str


CONFLICT = Sign("≠", "Conflict", "conflict")
SELF_CONTRADICTION = Sign("↯", "Self-contradiction", "self")
SIGNS = {
    Status.CONFLICT: CONFLICT,
    Status.UPDATE: Sign("↻", "Update", "update"),
    Status.COMPATIBLE: Sign("≈", "Compatible", "compatible"),
    Status.AGREEMENT: Sign("=", "Agreement", "agreement"),
    Status.SINGLE: Sign("1", "One source", "single"),
}
EVIDENCE = Sign("¶", "Evidence", "evidence")
ALL_SIGNS = (CONFLICT, SELF_CONTRADICTION, *(s for s in SIGNS.values() if s is not CONFLICT), EVIDENCE)
STANCES = {
    Stance.SUPPORTS: Sign("✓", "Supports", "supports"),
    Stance.REFUTES: Sign("✗", "Refutes", "refutes"),
    Stance.CONTEXT: Sign("·", "Context", "context"),
}


def sign_of(conflict: Conflict, article: Mapping[str, str]) -> Sign:
    """The sign of a conflict; a self-contradiction is one in which a single article takes part.

    `article` gives the article of each claim.
    """
    if conflict.status is Status.CONFLICT and len({article[claim] for claim in conflict.claims}) == 1:
        return SELF_CONTRADICTION
    return SIGNS[conflict.status]


# What a summary counts by, and what a decision says when it needs no answer, for two answers and for more.
TALLY = {
    Decision.OPEN: "Not decided",
    Decision.ANSWER: "One answer is right",
    Decision.ALL_HOLD: "All can be true",
    Decision.NEITHER: "None is right",
    Decision.UNKNOWN: "The evidence does not tell",
    Decision.NOT_A_CONFLICT: "Not a conflict",
}
SEVERAL_RIGHT = "Several answers are right"
JUDGED_DIFFERENTLY = "Judged differently"
_OF_TWO = {Decision.ALL_HOLD: "Both can be true", Decision.NEITHER: "Neither is right"}


TRIAGES = {
    Triage.OPEN: "Conflict still open",
    Triage.CONFIRMED: "Conflict confirmed",
    Triage.DISMISSED: "Conflict dismissed",
}
BECAUSE = {
    Ground.ROUNDING: "one of them is rounded",
    Ground.REFINEMENT: "one is more exact than the other",
    Ground.RELATIVE_DATE: "it is the same day, told differently",
    Ground.UNIT: "it is the same in other units",
    Ground.PART_WHOLE: "one counts a part, the other the whole",
    Ground.DIFFERENT_SUBJECT: "they speak of different things",
    Ground.METONYMY: "one stands for the other, as a capital for its country",
    Ground.RANGE: "one lies within the range of the other",
    Ground.HONEST_EDIT: "the quotation was shortened honestly",
    Ground.MODALITY: "one is planned, denied or supposed, not told",
    Ground.MISREAD: "the program took the words wrongly",
    Ground.OTHER: "of something else",
}
"""Why claims that differ are no conflict, in more words than a list to choose from has room for."""
STATES = {
    ReportState.DRAFT: "Report: draft",
    ReportState.IN_REVIEW: "Report: in review",
    ReportState.PUBLISHED: "Report: published",
    ReportState.CORRECTED: "Report: corrected",
    ReportState.WITHDRAWN: "Report: withdrawn",
}
SURE = {Confidence.LOW: "Low", Confidence.MEDIUM: "Medium", Confidence.HIGH: "High"}
KINDS = {
    Kind.QUANTITY: "a quantity",
    Kind.DATE: "a date",
    Kind.QUOTATION: "a quotation",
    Kind.ATTRIBUTION: "an attribution",
    Kind.NAME: "a name",
    Kind.STATEMENT: "a statement",
}


def decision_in_words(
    decision: Decision, right: Sequence[str], sources: Sequence[str], answers: int, ground: Ground | None = None
) -> str:
    """E.g. "MailOnline and Wire report: “three” is right". `right` are the answers chosen out of `answers`."""
    if decision is Decision.ANSWER:
        said = f"{listed([f'“{answer}”' for answer in right])} {'is' if len(right) == 1 else 'are'} right"
        return steady(f"{listed(sources)}: {said}" if sources else said)
    said = (_OF_TWO if answers == 2 else TALLY).get(decision, TALLY[decision])
    return f"{said}, because {BECAUSE[ground]}" if ground else said


def steady(sentence: str) -> str:
    """A sentence of ours that has foreign words in it, without the characters by which they could turn it around."""
    return sentence.translate(dict.fromkeys(map(ord, TURNS)))


def confidence_in_words(confidence: float) -> str:
    """The share a person can hold in mind, with the figure beside it. `confidence` is 0 to 1."""
    level = "high" if confidence >= 0.8 else "medium" if confidence >= 0.5 else "low"
    return f"{level} ({confidence:.2f})"


def rule_in_words(rule: str) -> str:
    """A rule's stable name as words: "counts-differ" -> "counts differ"."""
    return rule.replace("-", " ").replace("_", " ")


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def day(value: date) -> str:
    return format_date(value, "d MMMM y", locale="en")


def moment(value: datetime) -> str:
    """An aware time, in UTC and saying so. Raises ValueError for a time that names no zone."""
    if value.tzinfo is None:
        raise ValueError("a time without its zone cannot be put in a report")
    utc = value.astimezone(UTC)
    return f"{day(utc.date())}, {utc:%H:%M} UTC"


def letter(index: int) -> str:
    """The letter of the pane an article is read in: 0 -> "A", 25 -> "Z", 26 -> "AA"."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
