"""What stands in an act: values to plain JSON and back. Unknown keys are left alone, missing ones have their default.

Both hold for years: a case may be read by a later version than wrote it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from factcheck.codec import anchor_from_json, anchor_to_json
from factcheck.values import (
    NO_RECORD,
    Act,
    Anchor,
    Confidence,
    Content,
    Decision,
    Evidence,
    Ground,
    Kind,
    Rating,
    Record,
    ReportState,
    Stance,
    Verdict,
)

Word = TypeVar("Word", bound=StrEnum)


def verdict_content(verdict: Verdict) -> Content:
    """All of a verdict but who gave it, when, and on top of which."""
    return {
        "kind": verdict.kind.value,
        "question": verdict.question,
        "reason": verdict.reason,
        "anchors": [anchor_to_json(a) for a in verdict.anchors],
        "decision": verdict.decision.value,
        "answers": list(verdict.answers),
        "answer_anchors": [anchor_to_json(a) for a in verdict.answer_anchors],
        "rationale": verdict.rationale,
        "ground": verdict.ground.value if verdict.ground else None,
        "record": record_to_json(verdict.record),
    }


@lru_cache(maxsize=20_000)  # an act never changes: what was read from it once need not be read again
def verdict_of(act: Act) -> Verdict:
    """The verdict that an act of this sort gave. Raises KeyError, ValueError for a content that is none."""
    content = act.content or {}
    return Verdict(
        id=act.id,
        kind=Kind(content["kind"]),
        question=content["question"],
        reason=content["reason"],
        anchors=anchors_of(content["anchors"]),
        decision=Decision(content["decision"]),
        answers=tuple(content["answers"]),
        answer_anchors=anchors_of(content["answer_anchors"]),
        rationale=content["rationale"],
        reviewer=act.by,
        decided=act.at,
        replaces=act.before,
        subject=act.subject,
        ground=_word(Ground, content.get("ground")),
        record=record_from_json(content.get("record") or {}),
    )


def anchors_of(data: Iterable[Mapping[str, Any]]) -> tuple[Anchor, ...]:
    return tuple(anchor_from_json(a) for a in data)


# --- records --------------------------------------------------------------------------------------


def record_to_json(record: Record) -> Content:
    """Only what was written down: most verdicts have no record."""
    written: dict[str, Any] = {
        "claim": record.claim,
        "claimant": record.claimant,
        "said_on": record.said_on,
        "place": record.place,
        "appearances": list(record.appearances),
        "rating": rating_to_json(record.rating) if record.rating else None,
        "conclusion": record.conclusion,
        "confidence": record.confidence.value if record.confidence else None,
        "tags": list(record.tags),
        "evidence": [evidence_to_json(e) for e in record.evidence],
        "state": record.state.value if record.state is not NO_RECORD.state else None,
    }
    return {name: value for name, value in written.items() if value}


def record_from_json(data: Content) -> Record:
    rating = data.get("rating")
    return Record(
        claim=data.get("claim", ""),
        claimant=data.get("claimant", ""),
        said_on=data.get("said_on", ""),
        place=data.get("place", ""),
        appearances=tuple(data.get("appearances", ())),
        rating=rating_from_json(rating) if rating else None,
        conclusion=data.get("conclusion", ""),
        confidence=_word(Confidence, data.get("confidence")),
        tags=tuple(data.get("tags", ())),
        evidence=tuple(evidence_from_json(e) for e in data.get("evidence", ())),
        state=_word(ReportState, data.get("state")) or NO_RECORD.state,
    )


def rating_to_json(rating: Rating) -> Content:
    return {"scale": rating.scale, "version": rating.version, "step": rating.step}


def rating_from_json(data: Content) -> Rating:
    return Rating(data["scale"], data["version"], data["step"])


def evidence_to_json(evidence: Evidence) -> Content:
    written: dict[str, Any] = {
        "id": evidence.id,
        "stance": evidence.stance.value,
        "words": evidence.words,
        "note": evidence.note,
        "anchor": anchor_to_json(evidence.anchor) if evidence.anchor else None,
        "url": evidence.url,
        "archived": evidence.archived,
        "accessed": evidence.accessed.isoformat() if evidence.accessed else None,
        "file": evidence.file,
        "file_name": evidence.file_name,
    }
    return {name: value for name, value in written.items() if value}


def evidence_from_json(data: Content) -> Evidence:
    anchor, accessed = data.get("anchor"), data.get("accessed")
    return Evidence(
        id=data["id"],
        stance=Stance(data["stance"]),
        words=data.get("words", ""),
        note=data.get("note", ""),
        anchor=anchor_from_json(anchor) if anchor else None,
        url=data.get("url", ""),
        archived=data.get("archived", ""),
        accessed=date.fromisoformat(accessed) if accessed else None,
        file=data.get("file", ""),
        file_name=data.get("file_name", ""),
    )


def _word(words: type[Word], value: str | None) -> Word | None:
    return words(value) if value else None
