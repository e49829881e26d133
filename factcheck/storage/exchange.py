"""A case as it leaves a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.contents import verdict_of
from factcheck.exchange import CaseFile, KeptArticle, Revision
from factcheck.scales import shipped_scales
from factcheck.standing import in_order
from factcheck.storage import acts, attachments, cases, scales
from factcheck.storage.tables import ArticleRow, CaseRow, ReviewerRow, RevisionRow
from factcheck.team.contents import assignment_of
from factcheck.values import Act, Record, Reviewer, Sort


def gather(session: Session, case_id: str) -> CaseFile:
    """All of the case that goes into its file. Raises CaseNotFound, DamagedCase."""
    name = cases.name(session, case_id)
    did = in_order(acts.of_case(session, case_id))
    records = [verdict_of(act).record for act in did if act.sort is Sort.VERDICT and act.content is not None]
    rated = {(record.rating.scale, record.rating.version) for record in records if record.rating}
    known = {(scale.id, scale.version): scale for scale in (*scales.kept(session), *shipped_scales())}
    files = attachments.names(session, case_id, _files(records))
    return CaseFile(
        case_id,
        name,
        session.scalars(select(CaseRow.made).where(CaseRow.id == case_id)).one(),
        tuple(_articles(session, case_id)),
        _people(session, did),
        did,
        tuple(known[rating] for rating in sorted(rated) if rating in known),
        {sha256: attachments.content(session, case_id, sha256) for sha256 in sorted(files)},
    )


def revisions(session: Session, article_id: str) -> Sequence[RevisionRow]:
    """Oldest first."""
    its = RevisionRow.article_id == article_id
    return session.scalars(select(RevisionRow).where(its).order_by(RevisionRow.number)).all()


def _articles(session: Session, case_id: str) -> Iterator[KeptArticle]:
    rows = session.scalars(select(ArticleRow).where(ArticleRow.case_id == case_id).order_by(ArticleRow.position))
    for row in rows.all():
        # The name alone: where this machine keeps the file says nothing about the article.
        path = row.path.replace("\\", "/").rpartition("/")[2] if row.path is not None else None
        texts = tuple(_revision(revision) for revision in revisions(session, row.id))
        yield KeptArticle(row.id, path, cases.provenance(row), row.removed, texts)


def _revision(row: RevisionRow) -> Revision:
    return Revision(row.id, row.made, row.text, row.sha256, row.original, row.encoding, tuple(row.repairs))


def _files(records: Iterable[Record]) -> set[str]:
    return {evidence.file for record in records for evidence in record.evidence if evidence.file}


def _people(session: Session, did: Iterable[Act]) -> tuple[Reviewer, ...]:
    """Everybody who did something or is to do it, as they are called here."""
    found: dict[str, Reviewer] = {}
    for act in did:
        if act.sort is Sort.ASSIGNMENT and act.content is not None:
            assigned = assignment_of(act).reviewer
            row = session.get(ReviewerRow, assigned.id)
            found[assigned.id] = Reviewer(row.id, row.name) if row else assigned
        found[act.by.id] = act.by
    return tuple(sorted(found.values(), key=lambda reviewer: reviewer.id))
