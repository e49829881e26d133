"""What changed in the store since a case was read: asked every two seconds, so no text and no analysis is read."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.storage import acts, cases
from factcheck.storage.tables import AnalysisRow, ArticleRow, CaseRow, RevisionRow
from factcheck.values import Case
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
        acts.of_case(session, case.id, max((act.number for act in case.acts), default=0)),
        _articles(session, case.id) != tuple((a.id, a.sha256, a.provenance) for a in case.articles),
        row.name != case.name,
        row.made_from is not None and row.made_from != case.made_from,
    )


def _articles(session: Session, case_id: str) -> tuple[object, ...]:
    """As they are now, without their texts."""
    rows = session.execute(
        select(ArticleRow, RevisionRow.sha256)
        .join(RevisionRow, RevisionRow.article_id == ArticleRow.id)
        .where(ArticleRow.case_id == case_id, ArticleRow.removed.is_(None), RevisionRow.number == cases.newest())
        .order_by(ArticleRow.position)
    )
    return tuple((article.id, sha256, cases.provenance(article)) for article, sha256 in rows)
