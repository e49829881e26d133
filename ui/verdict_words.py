"""What the panel of the verdict says of a row of the list, and which choices it offers there. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.values import Conflict, Decision, Verdict
from ui.card.comparison import CALM
from ui.choices import Choice
from ui.conflicts import Entry
from ui.days import lately
from ui.differences import differing
from ui.people import short_name
from ui.translation import mark, tr
from ui.wording import ANSWER_KEYS, DECISION_KEYS, decision_words, verdict_words

RESTING = mark("Choose a conflict to see why it is one: J and K, or a click.")


def told(verdict: Verdict) -> str:
    """Another person's verdict in a line: "Ben: “two” · yesterday"."""
    told = {"name": short_name(verdict.reviewer.name), "verdict": verdict_words(verdict)}
    return tr("{name}: {verdict} · {day}", **told, day=lately(verdict.decided, date.today()))


def reason_of(entry: Entry | None) -> str:
    if entry is None:
        return tr(RESTING)
    if entry.conflict is not None:
        return entry.conflict.reason
    if entry.group is not None:
        return tr(CALM[entry.group.status])
    assert entry.verdict is not None
    told = tr(
        "{name}’s verdict was {verdict}. It belongs to no conflict and no question of the articles as they stand. "
        "It is kept, and exported with the report.",
        name=short_name(entry.verdict.reviewer.name),
        verdict=verdict_words(entry.verdict),
    )
    return f"{told} {tr('Note: {note}', note=entry.verdict.rationale)}" if entry.verdict.rationale else told


def choices_of(conflict: Conflict, entry: Entry) -> Iterator[Choice]:
    shown = entry.quoted or tuple(words for words, _ in entry.answers)
    stressed = differing(entry.quoted) if entry.quoted else ((),) * len(shown)
    told = zip(shown, stressed, entry.answers, strict=True)
    for key, answer, (words, parts, (_, sources)) in zip(ANSWER_KEYS, conflict.answers, told, strict=False):
        yield Choice(key, words, Decision.ANSWER, answer, sources, parts)
    for decision, key in DECISION_KEYS.items():
        yield Choice(key, decision_words(decision, len(conflict.answers)), decision)


def given_by(choice: Choice, verdict: Verdict) -> bool:
    """True when this choice gives this verdict."""
    if choice.answer is None:
        return choice.decision is verdict.decision
    return verdict.decision is Decision.ANSWER and choice.answer.text in verdict.answers
