"""A case file as plain JSON and back. A key is added, never renamed; unknown ones are left alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from factcheck.exchange.content import CaseFile, KeptArticle, Revision
from factcheck.scales import scale_from_json, scale_to_json
from factcheck.values import Act, Provenance, Reviewer, Sort

FORMAT = "factcheck-case"
VERSION = 1

Plain = dict[str, Any]

Files = Callable[[str], bytes]
"""The content of a packed file by its SHA-256. Raises KeyError when there is none."""


def to_json(case: CaseFile) -> Plain:
    return {
        "format": FORMAT,
        "version": VERSION,
        "case": {"id": case.id, "name": case.name, "made": _time(case.made)},
        "articles": [_article_to_json(article) for article in case.articles],
        "reviewers": [{"id": reviewer.id, "name": reviewer.name} for reviewer in case.reviewers],
        "acts": [_act_to_json(act) for act in case.acts],
        "scales": [scale_to_json(scale) for scale in case.scales],
        "attachments": sorted(case.attachments),
    }


def from_json(data: Plain, files: Files) -> CaseFile:
    """Raises KeyError, ValueError, TypeError for a document that is no case file of this version."""
    reviewers = {r["id"]: Reviewer(r["id"], r["name"]) for r in data["reviewers"]}
    return CaseFile(
        data["case"]["id"],
        data["case"]["name"],
        _read_time(data["case"]["made"]),
        tuple(_article_from_json(article, files) for article in data["articles"]),
        tuple(reviewers.values()),
        tuple(_act_from_json(act, reviewers) for act in data["acts"]),
        tuple(scale_from_json(scale) for scale in data["scales"]),
        {digest: files(digest) for digest in data["attachments"]},
    )


def files_of(case: CaseFile) -> Mapping[str, bytes]:
    """What is packed beside the document, by SHA-256: attachments, and originals that are not their text in UTF-8."""
    originals = (r.original for article in case.articles for r in article.revisions if not _is_text(r))
    return {**{digest(original): original for original in originals}, **case.attachments}


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


# --- articles -------------------------------------------------------------------------------------


def _article_to_json(article: KeptArticle) -> Plain:
    provenance = article.provenance
    return {
        "id": article.id,
        "path": article.path,
        "title": provenance.title,
        "source": provenance.source,
        "author": provenance.author,
        "published": provenance.published.isoformat() if provenance.published else None,
        "url": provenance.url,
        "retrieved": provenance.retrieved.isoformat() if provenance.retrieved else None,
        "inferred": list(provenance.inferred),
        "note": provenance.note,
        "removed": _time(article.removed) if article.removed else None,
        "revisions": [_revision_to_json(revision) for revision in article.revisions],
    }


def _article_from_json(data: Plain, files: Files) -> KeptArticle:
    return KeptArticle(
        data["id"],
        data["path"],
        Provenance(
            data["title"],
            data["source"],
            data["author"],
            _read_date(data["published"]),
            data["url"],
            _read_date(data["retrieved"]),
            tuple(data["inferred"]),
            data["note"],
        ),
        _read_time(data["removed"]) if data["removed"] else None,
        tuple(_revision_from_json(revision, files) for revision in data["revisions"]),
    )


def _revision_to_json(revision: Revision) -> Plain:
    return {
        "id": revision.id,
        "made": _time(revision.made),
        "sha256": revision.sha256,
        "encoding": revision.encoding,
        "repairs": list(revision.repairs),
        "original": None if _is_text(revision) else digest(revision.original),
        "text": revision.text,
    }


def _revision_from_json(data: Plain, files: Files) -> Revision:
    text = data["text"]
    return Revision(
        data["id"],
        _read_time(data["made"]),
        text,
        data["sha256"],
        text.encode() if data["original"] is None else files(data["original"]),
        data["encoding"],
        tuple(data["repairs"]),
    )


def _is_text(revision: Revision) -> bool:
    """The original is the text itself, in UTF-8."""
    return revision.original == revision.text.encode()


# --- acts -----------------------------------------------------------------------------------------


def _act_to_json(act: Act) -> Plain:
    return {
        "id": act.id,
        "sort": act.sort.value,
        "subject": act.subject,
        "before": act.before,
        "stroke": act.stroke,
        "by": act.by.id,
        "at": _time(act.at),
        "content": act.content,
    }


def _act_from_json(data: Plain, reviewers: Mapping[str, Reviewer]) -> Act:
    return Act(
        data["id"],
        Sort(data["sort"]),
        data["subject"],
        data["before"],
        data["stroke"],
        reviewers[data["by"]],
        _read_time(data["at"]),
        data["content"],
    )


def _time(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _read_time(words: str) -> datetime:
    time = datetime.fromisoformat(words)
    if time.tzinfo is None or not 1970 <= time.year < 3000:
        raise ValueError(f"{words} is no time at which somebody can have worked")
    return time.astimezone(UTC)


def _read_date(words: str | None) -> date | None:
    return date.fromisoformat(words) if words is not None else None
