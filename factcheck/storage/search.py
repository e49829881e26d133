"""Which articles of all cases may hold some words, by the full-text index of the store.

SQLite keeps its index in step by triggers. PostgreSQL's holds the words as `factcheck.search` folds them, and
`index` puts them there. Both may name an article too many, never one too few: whoever asks reads the texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, String, func, select, text
from sqlalchemy.orm import Session, aliased

from factcheck.search import folded, spaced
from factcheck.storage.database import is_shared
from factcheck.storage.tables import ArticleRow, CaseRow, RevisionRow
from factcheck.values import Article, Provenance

LONGEST = 60
"""Characters of a word that PostgreSQL's index holds; it takes no more than 2,046 bytes."""

MOST = 500_000
"""Bytes of different words that PostgreSQL's index takes of one text, which is about half of what it can. A text with
more is not in the index, and so always among the candidates."""


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
    held = _held_on_server(terms) if is_shared(session) else _held_in_file(terms)
    if held is not None:
        asked = asked.where(held)
    for case_id, name, row, body, sha256 in session.execute(asked):
        provenance = Provenance(title=row.title, source=row.source, published=row.published)
        yield case_id, name, Article(row.id, body, sha256, provenance, row.path)


def index(session: Session, revision_id: str, body: str) -> None:
    """Take a new text into the index."""
    if not is_shared(session):
        return
    words = words_of(folded(body))
    if sum(len(word.encode()) for word in words) <= MOST:
        session.execute(
            text("INSERT INTO revision_words VALUES (:id, array_to_tsvector(CAST(:words AS text[])))"),
            {"id": revision_id, "words": sorted(words)},
        )


def words_of(plain: str) -> set[str]:
    """The different words of a folded text or term, each as long as the index takes it."""
    return {word[:LONGEST] for word in re.findall(r"[^\W_]+", plain)}


# --- SQLite ---------------------------------------------------------------------------------------


def _held_in_file(terms: Iterable[str]) -> ColumnElement[bool] | None:
    words = match_of(terms)
    if not words:
        return None
    found = text("SELECT revision_id FROM revision_words WHERE revision_words MATCH :words").bindparams(words=words)
    return RevisionRow.id.in_(found.columns(revision_id=String))


def match_of(terms: Iterable[str]) -> str:
    """The terms as an FTS5 query: each a phrase whose last word may go on. Quotation marks cannot break out."""
    usable = [term for term in terms if _indexable(term)]
    return " AND ".join('"' + term.replace('"', '""') + '" *' for term in usable)


# --- PostgreSQL -----------------------------------------------------------------------------------


def _held_on_server(terms: Iterable[str]) -> ColumnElement[bool] | None:
    query = query_of(terms)
    if not query:
        return None
    found = text("SELECT revision_id FROM revision_words WHERE words @@ CAST(:query AS tsquery)").bindparams(
        query=query
    )
    every = text("SELECT revision_id FROM revision_words")
    return RevisionRow.id.in_(found.columns(revision_id=String)) | RevisionRow.id.not_in(
        every.columns(revision_id=String)
    )


def query_of(terms: Iterable[str]) -> str:
    """The terms as a tsquery: all their words, each of which may go on. Words are letters and digits alone."""
    words = {word for term in terms if _indexable(term) for word in words_of(term)}
    return " & ".join(f"'{word}':*" for word in sorted(words))


def _indexable(term: str) -> bool:
    letters = [char for char in term if char.isalnum()]
    return bool(letters) and all(map(spaced, letters)) and "\0" not in term  # SQLite's strings end at NUL
