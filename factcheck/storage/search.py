"""Which articles of all cases may hold some words: SQLite's full-text index, kept in step by triggers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, String, func, select, text
from sqlalchemy.orm import Session, aliased

from factcheck.search import spaced
from factcheck.storage.tables import ArticleRow, CaseRow, RevisionRow
from factcheck.values import Article, Provenance


def candidates(session: Session, terms: Iterable[str]) -> Iterator[tuple[str, str, Article]]:
    """(case id, case name, article) of the articles that hold all the terms, the case last opened first.

    A term the index cannot look up (a lone sign, a script without blanks) is left to whoever reads the texts.
    """
    newest = aliased(RevisionRow)
    latest = select(func.max(newest.number)).where(newest.article_id == ArticleRow.id).scalar_subquery()
    asked = (
        select(CaseRow.id, CaseRow.name, ArticleRow, RevisionRow.text, RevisionRow.sha256)
        .join(ArticleRow, ArticleRow.case_id == CaseRow.id)
        .join(RevisionRow, RevisionRow.article_id == ArticleRow.id)
        .where(ArticleRow.removed.is_(None), RevisionRow.number == latest)
        .order_by(CaseRow.opened.desc(), CaseRow.id, ArticleRow.position)
    )
    words = match_of(terms)
    if words:
        asked = asked.where(_indexed(words))
    for case_id, name, row, body, sha256 in session.execute(asked):
        provenance = Provenance(title=row.title, source=row.source, published=row.published)
        yield case_id, name, Article(row.id, body, sha256, provenance, row.path)


def _indexed(words: str) -> ColumnElement[bool]:
    found = text("SELECT revision_id FROM revision_words WHERE revision_words MATCH :words").bindparams(words=words)
    return RevisionRow.id.in_(found.columns(revision_id=String))


def match_of(terms: Iterable[str]) -> str:
    """The terms as an FTS5 query: each a phrase whose last word may go on. Quotation marks cannot break out."""
    usable = [term for term in terms if _indexable(term)]
    return " AND ".join('"' + term.replace('"', '""') + '" *' for term in usable)


def _indexable(term: str) -> bool:
    letters = [char for char in term if char.isalnum()]
    return bool(letters) and all(map(spaced, letters)) and "\0" not in term  # SQLite's strings end at NUL
