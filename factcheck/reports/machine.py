"""The copy of a report that other programs read: the same case as JSON, whole and exact.

    {"format": "factcheck-report", "version": 1, "made", "program", "rules", "case": {"id", "name"},
     "articles": [{"id", "letter", ... provenance, "sha256", "file_sha256", "encoding", "repairs", "text"}],
     "claims": [{"id", "article", "kind", "start", "end", "text", "subject", "value"}],
     "groups": [...], "conflicts": [...], "verdicts": [{"conflict": id, null when detached, "anchors", ...}]}

Offsets are Unicode code points, half-open, into the article's text.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from factcheck import __version__
from factcheck.analysis import RULES_VERSION
from factcheck.reports.composing import file_digest
from factcheck.reports.words import letter
from factcheck.values import Analysis, Anchor, Article, Case, Claim, Span, Verdict

if TYPE_CHECKING:
    from factcheck.review import Review

Json = dict[str, Any]  # what json.loads gives back: any JSON object


def copy_of(case: Case, review: Review, made: datetime) -> Json:
    """Everything the report rests on, in plain JSON types."""
    analysis = case.analysis or Analysis()
    verdicts = [*((v, c) for c, v in review.by_conflict.items()), *((v, None) for v in review.detached)]
    return {
        "format": "factcheck-report",
        "version": 1,
        "made": made.astimezone(UTC).isoformat(),
        "program": __version__,
        "rules": RULES_VERSION,
        "case": {"id": case.id, "name": case.name},
        "articles": [_article(a, letter(i)) for i, a in enumerate(case.articles)],
        "claims": [_claim(c) for c in analysis.claims],
        "groups": [_plain(g) for g in analysis.groups],
        "conflicts": [_plain(c) for c in analysis.conflicts],
        "verdicts": [_verdict(v, conflict) for v, conflict in verdicts],
    }


# What would end the script element, what JavaScript takes for a line end, what turns the reading direction of a
# source view, and half characters that UTF-8 cannot hold.
_UNSAFE = re.compile("[<>&\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def script_safe(value: Json) -> str:
    """JSON that can stand inside a script element; `json.loads` gives `value` back."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _article(article: Article, pane: str) -> Json:
    return {
        "id": article.id,
        "letter": pane,
        **_plain(article.provenance),
        "sha256": article.sha256,
        "file_sha256": file_digest(article),
        "encoding": article.encoding,
        "repairs": list(article.repairs),
        "text": article.text,
    }


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "article": claim.article,
        "kind": claim.kind.value,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "subject": claim.subject,
        "sentence": _plain(claim.sentence),
        "value": _plain(claim.value),
    }


def _verdict(verdict: Verdict, conflict: str | None) -> Json:
    return {
        "id": verdict.id,
        "conflict": conflict,
        "question": verdict.question,
        "decision": verdict.decision.value,
        "answer": verdict.answer,
        "rationale": verdict.rationale,
        "reason": verdict.reason,
        "reviewer": verdict.reviewer.name,
        "decided": verdict.decided.isoformat(),
        "replaces": verdict.replaces,
        "anchors": [_anchor(a) for a in verdict.anchors],
        "answer_anchors": [_anchor(a) for a in verdict.answer_anchors],
    }


def _anchor(anchor: Anchor) -> Json:
    return {
        "article": anchor.article,
        "sha256": anchor.sha256,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def _plain(value: Any) -> Any:  # whatever a frozen value is made of, to what JSON is made of
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
