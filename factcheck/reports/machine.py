"""The copy of a report that other programs read: the same case as JSON, whole and exact.

What `factcheck analyze --format json` prints, under the format name "factcheck-report", with these added:
"made", "program", "rules" and "case" {"id", "name"}; in each article what a report says of it ("letter", "inferred",
"note", "retrieved", "encoding", "repairs", "file_sha256"); "verdicts" (docs/reports.md tells their keys), the "scales"
they rate on, and "by_hand", what people did to the analysis.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime

from factcheck import __version__
from factcheck.analysis import RULES_VERSION
from factcheck.anchors import place
from factcheck.codec import Plain, analysis_to_json, anchor_to_json
from factcheck.contents import evidence_to_json, rating_to_json
from factcheck.hand import hand_acts
from factcheck.reports.composing import file_digest, file_name
from factcheck.reports.marking import judged_groups, shown
from factcheck.reports.words import letter
from factcheck.review import Review
from factcheck.scales import Scale, scale_to_json, shipped_scales
from factcheck.team import talk
from factcheck.values import Analysis, Article, Case, Evidence, Record, Sort, Verdict
from factcheck.values.team import Signature

FORMAT = "factcheck-report"
VERSION = 2
"""2 has all that 1 has, and in it more keys, and a verdict for each person where several judged one conflict."""


def copy_of(case: Case, review: Review, made: datetime, scales: Iterable[Scale] | None = None) -> Plain:
    """Everything the report rests on, in plain JSON types. `made` is aware; `scales` as in `report_of`."""
    analysis = case.analysis or Analysis()
    plain = analysis_to_json(case.articles, analysis)
    verdicts = _Verdicts(case, analysis, review)
    used = {(r.scale, r.version) for v in shown(analysis, review) if (r := v.record.rating)}
    known = shipped_scales() if scales is None else scales
    return {
        **plain,
        "format": FORMAT,
        "version": VERSION,
        "made": made.astimezone(UTC).isoformat(),
        "program": __version__,
        "rules": RULES_VERSION,
        "case": {"id": case.id, "name": case.name},
        "articles": [
            {**p, **_more_of(a, letter(i))}
            for i, (a, p) in enumerate(zip(case.articles, plain["articles"], strict=True))
        ],
        "verdicts": verdicts.all(),
        "scales": [scale_to_json(scale) for scale in known if (scale.id, scale.version) in used],
        "by_hand": _by_hand(case),
    }


# What would end the script element, what JavaScript takes for a line end, what turns the reading direction of a
# source view, and half characters that UTF-8 cannot hold.
_UNSAFE = re.compile("[<>&\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def script_safe(value: Plain) -> str:
    """JSON that can stand inside a script element; `json.loads` gives `value` back."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _more_of(article: Article, pane: str) -> Plain:
    provenance = article.provenance
    return {
        "letter": pane,
        "path": file_name(article),
        "inferred": list(provenance.inferred),
        "note": provenance.note,
        "retrieved": provenance.retrieved.isoformat() if provenance.retrieved else None,
        "encoding": article.encoding,
        "repairs": list(article.repairs),
        "file_sha256": file_digest(article),
    }


class _Verdicts:
    """The verdicts in the order of the report."""

    def __init__(self, case: Case, analysis: Analysis, review: Review) -> None:
        self._case, self._analysis, self._review = case, analysis, review
        self._signatures = talk(case).signatures

    def all(self) -> list[Plain]:
        review, there = self._review, [(c.id, c.group) for c in self._analysis.conflicts]
        on_conflicts = [(v, conflict, group) for conflict, group in there for v in review.of(conflict)]
        on_groups = [(v, None, g.id) for g in judged_groups(self._analysis, review) for v in review.of(g.id)]
        return [
            self._verdict(*each) for each in (*on_conflicts, *on_groups, *((v, None, None) for v in review.detached))
        ]

    def _verdict(self, verdict: Verdict, conflict: str | None, group: str | None) -> Plain:
        return {
            "id": verdict.id,
            "conflict": conflict,
            "group": group,
            "kind": verdict.kind.value,
            "question": verdict.question,
            "reason": verdict.reason,
            "triage": verdict.triage.value,
            "decision": verdict.decision.value,
            "answer": next(iter(verdict.answers), None),
            "answers": list(verdict.answers),
            "ground": verdict.ground.value if verdict.ground else None,
            "rationale": verdict.rationale,
            "record": self._record(verdict.record),
            "reviewer": verdict.reviewer.name,
            "decided": verdict.decided.isoformat(),
            "replaces": verdict.replaces,
            "signatures": [_signature(s) for s in self._signatures.get(verdict.id, ())],
            "anchors": [anchor_to_json(a) for a in verdict.anchors],
            "answer_anchors": [anchor_to_json(a) for a in verdict.answer_anchors],
        }

    def _record(self, record: Record) -> Plain:
        """Every field, those that were left empty too."""
        rating = record.rating
        return {
            "claim": record.claim,
            "claimant": record.claimant,
            "said_on": record.said_on,
            "place": record.place,
            "appearances": list(record.appearances),
            "rating": rating_to_json(rating) if rating else None,
            "conclusion": record.conclusion,
            "confidence": record.confidence.value if record.confidence else None,
            "tags": list(record.tags),
            "evidence": [self._evidence(item) for item in record.evidence],
            "state": record.state.value,
        }

    def _evidence(self, item: Evidence) -> Plain:
        """As it was written, and where its words stand in the articles of this file."""
        found = place(item.anchor, self._case.articles) if item.anchor else None
        words = {"article": found[0], "start": found[1].start, "end": found[1].end} if found else None
        return {**evidence_to_json(item), "found": words}


def _signature(signature: Signature) -> Plain:
    return {
        "agrees": signature.agrees,
        "words": signature.words,
        "reviewer": signature.by.name,
        "signed": signature.at.isoformat(),
        "verdict": signature.verdict,
        "changed": signature.changed,
    }


def _by_hand(case: Case) -> list[Plain]:
    """All but the notes, each with what stands in its act."""
    lost = {act.id for act in case.unplaced}
    return [
        {
            "id": act.id,
            "sort": act.sort.value,
            "reviewer": act.by.name,
            "done": act.at.isoformat(),
            "placed": act.id not in lost,
            "content": act.content,
        }
        for act in hand_acts(case)
        if act.sort is not Sort.NOTE
    ]
