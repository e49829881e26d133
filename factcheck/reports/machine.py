"""The copy of a report that other programs read: the same case as JSON, whole and exact.

What `factcheck analyze --format json` prints, under the format name "factcheck-report", with these added:
"made", "program", "rules" and "case" {"id", "name"}; in each article what a report says of it ("letter", "inferred",
"note", "retrieved", "encoding", "repairs", "file_sha256"); and "verdicts" [{"conflict": id, null when detached,
"decision", "answer", "rationale", "reviewer", "anchors", ...}].
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

from factcheck import __version__
from factcheck.analysis import RULES_VERSION
from factcheck.codec import Plain, analysis_to_json, anchor_to_json
from factcheck.reports.composing import file_digest, file_name
from factcheck.reports.words import letter
from factcheck.review import Review
from factcheck.values import Analysis, Article, Case, Verdict

FORMAT = "factcheck-report"
VERSION = 1


def copy_of(case: Case, review: Review, made: datetime) -> Plain:
    """Everything the report rests on, in plain JSON types. `made` is aware."""
    analysis = case.analysis or Analysis()
    plain = analysis_to_json(case.articles, analysis)
    verdicts = [*((v, c) for c, v in review.by_conflict.items()), *((v, None) for v in review.detached)]
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
        "verdicts": [_verdict(v, conflict) for v, conflict in verdicts],
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


def _verdict(verdict: Verdict, conflict: str | None) -> Plain:
    return {
        "id": verdict.id,
        "conflict": conflict,
        "kind": verdict.kind.value,
        "question": verdict.question,
        "reason": verdict.reason,
        "decision": verdict.decision.value,
        "answer": next(iter(verdict.answers), None),
        "answers": list(verdict.answers),
        "rationale": verdict.rationale,
        "reviewer": verdict.reviewer.name,
        "decided": verdict.decided.isoformat(),
        "replaces": verdict.replaces,
        "anchors": [anchor_to_json(a) for a in verdict.anchors],
        "answer_anchors": [anchor_to_json(a) for a in verdict.answer_anchors],
    }
