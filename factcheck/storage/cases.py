"""Cases and their articles."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ScalarSelect, delete, func, select, update
from sqlalchemy.orm import Session, aliased

from factcheck.clocks import INSTANT
from factcheck.errors import ArticleNotFound, CaseNotFound, DamagedCase, NothingRead
from factcheck.standing import reaches_claims, with_acts
from factcheck.storage import acts, analyses, extractions, search
from factcheck.storage.tables import ArticleRow, CaseRow, RevisionRow
from factcheck.values import Analysis, Article, Case, Problem, Provenance, Verdict


def create(session: Session, name: str) -> Case:
    now = datetime.now(UTC)
    row = CaseRow(id=str(uuid.uuid4()), name=name, made=now, opened=now)
    session.add(row)
    session.flush()
    return Case(row.id, row.name)


def ids(session: Session) -> tuple[str, ...]:
    """All cases, the last opened first."""
    return tuple(session.scalars(select(CaseRow.id).order_by(CaseRow.opened.desc(), CaseRow.id)))


def of_texts(session: Session, digests: Collection[str]) -> str | None:
    """The case last opened among those that hold exactly the texts with these SHA-256 digests."""
    held: dict[str, set[str]] = {}
    rows = session.execute(
        select(ArticleRow.case_id, RevisionRow.sha256)
        .join(RevisionRow, RevisionRow.article_id == ArticleRow.id)
        .where(ArticleRow.removed.is_(None), RevisionRow.number == newest())
    )
    for case_id, digest in rows:
        held.setdefault(case_id, set()).add(digest)
    return next((case_id for case_id in ids(session) if held.get(case_id) == set(digests)), None)


def exists(session: Session, case_id: str) -> bool:
    return session.get(CaseRow, case_id) is not None


def load(session: Session, case_id: str, *, disputed_only: bool = False) -> Case:
    """The case with all that was found and decided. Raises CaseNotFound, and DamagedCase for acts that are none.

    `disputed_only` leaves out the claims and groups that are in no conflict: enough for verdicts, and quick. Where a
    person's hand may reach them they are needed, and read.
    """
    row = _row(session, case_id)
    texts = articles(session, case_id)
    with _damage_told(row.name):
        did = acts.of_case(session, case_id)
        found, readable = _found(session, case_id, disputed_only=disputed_only and not reaches_claims(did))
    problems = tuple(_changed_texts(texts))
    if not readable or (found is not None and not analyses.stands_on(found, texts)):
        # Derived: it is made again from the articles, so the person loses nothing.
        problems += (Problem("", "The stored marks did not fit the texts; the articles are analysed again."),)
        found = None
    made_from = analyses.made_from(session, case_id)
    with _damage_told(row.name):
        case = with_acts(Case(row.id, row.name, texts, found=found, made_from=made_from), did)
    return replace(case, problems=(*problems, *_misplaced(case.verdicts, texts)))


def _found(session: Session, case_id: str, *, disputed_only: bool) -> tuple[Analysis | None, bool]:
    """The analysis, and whether it could be read: the file may have been changed from outside."""
    try:
        return analyses.load(session, case_id, disputed_only=disputed_only), True
    except (ValueError, KeyError, TypeError):  # no JSON, no date, other names of fields
        return None, False


@contextmanager
def _damage_told(named: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, KeyError) as error:  # no JSON, no date, other names of fields
        told = f"“{named}” cannot be read: what people decided in it was changed from outside. Restore a backup."
        raise DamagedCase(told) from error


def name(session: Session, case_id: str) -> str:
    """Raises CaseNotFound."""
    return _row(session, case_id).name


def opened(session: Session, case_id: str) -> datetime:
    return _row(session, case_id).opened


def mark_opened(session: Session, case_id: str) -> None:
    _row(session, case_id).opened = datetime.now(UTC)


def rename(session: Session, case_id: str, name: str) -> None:
    _row(session, case_id).name = name


def remove(session: Session, case_id: str) -> None:
    """Delete the case with everything in it."""
    analyses.remove(session, case_id)  # from the leaves up: quicker than by cascade
    session.execute(delete(CaseRow).where(CaseRow.id == case_id))
    extractions.remove_unowned(session)


def _row(session: Session, case_id: str) -> CaseRow:
    row = session.get(CaseRow, case_id)
    if row is None:
        raise CaseNotFound(f"there is no case {case_id}")
    return row


# --- articles -------------------------------------------------------------------------------------


def add_articles(session: Session, case_id: str, read: Iterable[Article]) -> list[str]:
    """Add articles under new ids. Returns one line for each that was refused, because the case has its text already."""
    refused = []
    known = {a.sha256: a.label for a in articles(session, case_id)}
    last = session.scalar(select(func.max(ArticleRow.position)).where(ArticleRow.case_id == case_id))
    position = -1 if last is None else last
    for article in read:
        if article.sha256 in known:
            refused.append(
                f"{article.path or article.label}: the case has this text already, as {known[article.sha256]}"
            )
            continue
        known[article.sha256] = article.label
        position += 1
        _add(session, case_id, position, article)
    return refused


def remove_article(session: Session, case_id: str, article_id: str) -> None:
    """Take the article out of the case, and the analysis it had a part in. Its text stays as evidence of verdicts."""
    session.execute(
        update(ArticleRow)
        .where(ArticleRow.case_id == case_id, ArticleRow.id == article_id, ArticleRow.removed.is_(None))
        .values(removed=datetime.now(UTC))
    )
    analyses.remove(session, case_id)


def revise_article(session: Session, case_id: str, article_id: str, corrected: Article) -> None:
    """Store a corrected text of an article beside its earlier ones; the analysis of the case is to be made anew.

    Nothing happens when it is the text the article has. Raises ArticleNotFound, and NothingRead when another article
    of the case has this text.
    """
    present = {a.id: a for a in articles(session, case_id)}
    if article_id not in present:
        raise ArticleNotFound(f"the case has no article {article_id}")
    same = next((a for a in present.values() if a.sha256 == corrected.sha256), None)
    if same is None:
        its = RevisionRow.article_id == article_id
        last, made = session.execute(select(func.max(RevisionRow.number), func.max(RevisionRow.made)).where(its)).one()
        # Later than the one it corrects, whatever the clock says: by the time another store knows which is newest.
        _add_revision(session, article_id, last + 1, corrected, max(datetime.now(UTC), made + INSTANT))
        analyses.remove(session, case_id)
    elif same.id != article_id:
        raise NothingRead(f"the case has this text already, as {same.label}")


def set_provenance(session: Session, case_id: str, article_id: str, provenance: Provenance) -> None:
    session.execute(
        update(ArticleRow)
        .where(ArticleRow.case_id == case_id, ArticleRow.id == article_id)
        .values(**provenance_columns(provenance))
    )


def _add(session: Session, case_id: str, position: int, article: Article) -> None:
    article_id = str(uuid.uuid4())
    session.add(
        ArticleRow(
            id=article_id,
            case_id=case_id,
            position=position,
            path=article.path,
            **provenance_columns(article.provenance),
        )
    )
    _add_revision(session, article_id, 1, article, datetime.now(UTC))


def _add_revision(session: Session, article_id: str, number: int, article: Article, made: datetime) -> None:
    revision = RevisionRow(
        id=str(uuid.uuid4()),
        article_id=article_id,
        number=number,
        text=article.text,
        sha256=article.sha256,
        original=article.original,
        encoding=article.encoding,
        repairs=list(article.repairs),
        made=made,
    )
    session.add(revision)
    session.flush()
    search.index(session, revision.id, article.text)


def provenance(row: ArticleRow) -> Provenance:
    return Provenance(
        row.title, row.source, row.author, row.published, row.url, row.retrieved, tuple(row.inferred), row.note
    )


def provenance_columns(provenance: Provenance) -> dict[str, object]:
    return {
        "title": provenance.title,
        "source": provenance.source,
        "author": provenance.author,
        "published": provenance.published,
        "url": provenance.url,
        "retrieved": provenance.retrieved,
        "inferred": list(provenance.inferred),
        "note": provenance.note,
    }


def articles(session: Session, case_id: str) -> tuple[Article, ...]:
    """The articles of the case in the order they came in. Raises CaseNotFound."""
    _row(session, case_id)
    rows = session.execute(
        select(ArticleRow, RevisionRow)
        .join(RevisionRow, RevisionRow.article_id == ArticleRow.id)
        .where(ArticleRow.case_id == case_id, ArticleRow.removed.is_(None), RevisionRow.number == newest())
        .order_by(ArticleRow.position)
    )
    return tuple(_article(article, revision) for article, revision in rows)


def newest() -> ScalarSelect[Any]:  # Any: func.max has no type of its own
    """The number of an article's newest text."""
    newer = aliased(RevisionRow)
    return (
        select(func.max(newer.number)).where(newer.article_id == ArticleRow.id).correlate(ArticleRow).scalar_subquery()
    )


def _article(row: ArticleRow, revision: RevisionRow) -> Article:
    return Article(
        row.id,
        revision.text,
        revision.sha256,
        provenance(row),
        row.path,
        revision.encoding,
        tuple(revision.repairs),
        revision.original,
    )


def _changed_texts(texts: Iterable[Article]) -> Iterable[Problem]:
    for article in texts:
        if hashlib.sha256(article.text.encode()).hexdigest() != article.sha256:
            yield Problem(article.id, f"The stored text of {article.label} was changed from outside: its hash differs.")


def _misplaced(verdicts: Iterable[Verdict], texts: Iterable[Article]) -> Iterable[Problem]:
    """A problem for each anchor whose words do not stand where it says, in the very text it was made in."""
    by_digest = {a.sha256: a for a in texts}
    for verdict in verdicts:
        for anchor in verdict.anchors:
            article = by_digest.get(anchor.sha256)
            if article and anchor.span.of(article.text) != anchor.quote:
                message = f"The verdict on “{verdict.question}” names words that do not stand there."
                yield Problem(article.id, message, anchor.span)
