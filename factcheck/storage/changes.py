"""What changed in the store since a case was read: asked every two seconds, so no text and no analysis is read."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.storage import acts, cases
from factcheck.storage.tables import ActRow, AnalysisRow, ArticleRow, CaseRow, RevisionRow
from factcheck.values import Act, Case
from factcheck.values.cases import Changed


def changed(session: Session, case: Case) -> Changed:
    """Compared with the case as it was read."""
    row = session.execute(
        select(CaseRow.name, AnalysisRow.made_from)
        .outerjoin(AnalysisRow, AnalysisRow.case_id == CaseRow.id)
        .where(CaseRow.id == case.id)
    ).first()
    if row is None:
        return Changed(deleted=True)
    return Changed(
        unseen(session, case),
        _articles(session, case.id) != tuple((a.id, a.sha256, a.provenance) for a in case.articles),
        row.name != case.name,
        row.made_from is not None and row.made_from != case.made_from,
    )


def unseen(session: Session, case: Case) -> tuple[Act, ...]:
    """The acts that the case lacks, as they came in.

    Not simply those after its last one: between what a person saw and what he then did, somebody else may have been.
    """
    of_case = ActRow.case_id == case.id
    if session.scalar(select(func.count()).select_from(ActRow).where(of_case)) == len(case.acts):
        return ()
    known = {act.id for act in case.acts}
    there = session.execute(select(ActRow.number, ActRow.id).where(of_case))
    first = min((number for number, id in there if id not in known), default=None)
    found = acts.of_case(session, case.id, first - 1) if first is not None else ()
    return tuple(act for act in found if act.id not in known)


def _articles(session: Session, case_id: str) -> tuple[object, ...]:
    """As they are now, without their texts."""
    rows = session.execute(
        select(ArticleRow, RevisionRow.sha256)
        .join(RevisionRow, RevisionRow.article_id == ArticleRow.id)
        .where(ArticleRow.case_id == case_id, ArticleRow.removed.is_(None), RevisionRow.number == cases.newest())
        .order_by(ArticleRow.position)
    )
    return tuple((article.id, sha256, cases.provenance(article)) for article, sha256 in rows)
