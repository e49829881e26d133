"""What a person has written in a record and not yet saved, and what the program suggests for it. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.contents import record_from_json, record_to_json
from factcheck.values import (
    NO_RECORD,
    Attribution,
    Case,
    Claim,
    Decision,
    Ground,
    Judgement,
    Quotation,
    Record,
    Verdict,
)
from ui.dossier.subject import Subject

RECORD = "record"
"""The sort of a draft that is to become a record."""


@dataclass(frozen=True, slots=True)
class Written:
    """A record with the decision that goes with it; the rationale is kept beside it, as the note it is."""

    record: Record = NO_RECORD
    decision: Decision = Decision.OPEN
    answers: tuple[str, ...] = ()
    ground: Ground | None = None

    def judgement(self, rationale: str) -> Judgement:
        return Judgement(self.decision, self.answers, rationale, self.ground, self.record)


def written_in(verdict: Verdict | None) -> Written:
    """What a verdict says; nothing without one."""
    if verdict is None:
        return Written()
    return Written(verdict.record, verdict.decision, verdict.answers, verdict.ground)


def to_text(written: Written) -> str:
    """For the draft on disk."""
    return json.dumps(
        {
            "decision": written.decision.value,
            "answers": list(written.answers),
            "ground": written.ground.value if written.ground else None,
            "record": record_to_json(written.record),
        },
        ensure_ascii=False,
    )


def from_text(text: str) -> Written | None:
    """The draft that `to_text` wrote; None for anything else, as for one of a later version."""
    try:
        found = json.loads(text)
        ground = Ground(found["ground"]) if found["ground"] else None
        record = record_from_json(found["record"])
        return Written(record, Decision(found["decision"]), tuple(found["answers"]), ground)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def fitting(written: Written, answers: Sequence[str]) -> Written:
    """A draft on a conflict that has these answers now: what was chosen of others is open again."""
    kept = tuple(answer for answer in written.answers if answer in answers)
    decision = written.decision
    if decision is Decision.ANSWER and not kept:
        decision = Decision.OPEN
    return Written(written.record, decision, kept, written.ground)


# --- suggestions ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What the articles say of the claim; empty where they do not."""

    claim: str = ""
    claimant: str = ""
    appearances: tuple[str, ...] = ()


def suggestions(subject: Subject, chosen: str | None, right: Sequence[str] = ()) -> Suggestions:
    """From the claim a person chose last, else from the first one of the right answer, else from the first of all."""
    claims = _claims(subject)
    if not claims:
        return Suggestions()
    stating = _stating(subject, right)
    leading = next((c for c in claims if c.id == chosen), None) or next(
        (c for c in claims if c.id in stating), claims[0]
    )
    alike = _stated_with(subject, leading)
    return Suggestions(
        " ".join(leading.sentence.of(subject.case.article(leading.article).text).split()),
        _speaker(leading) or subject.case.article(leading.article).label,
        _appearances(subject.case, [c for c in claims if c.id in alike]),
    )


def _claims(subject: Subject) -> list[Claim]:
    """In the order of the conflict or group, which is that of the articles."""
    analysis = subject.case.analysis
    wanted = subject.conflict.claims if subject.conflict else subject.group.claims
    known = {claim.id: claim for claim in analysis.claims} if analysis else {}
    return [known[id] for id in wanted if id in known]


def _stating(subject: Subject, answers: Sequence[str]) -> set[str]:
    offered = subject.conflict.answers if subject.conflict else ()
    return {id for answer in offered if answer.text in answers for id in answer.claims}


def _stated_with(subject: Subject, claim: Claim) -> set[str]:
    """The claims that give the same answer as this one."""
    if subject.conflict is None:
        return set(subject.group.claims)
    return next((set(a.claims) for a in subject.conflict.answers if claim.id in a.claims), {claim.id})


def _speaker(claim: Claim) -> str:
    return (claim.value.speaker or "") if isinstance(claim.value, Quotation | Attribution) else ""


def _appearances(case: Case, claims: Sequence[Claim]) -> tuple[str, ...]:
    articles = dict.fromkeys(claim.article for claim in claims)
    named = ((case.article(id).label, case.article(id).provenance.url) for id in articles)
    return tuple(f"{label} — {url}" if url else label for label, url in named)
