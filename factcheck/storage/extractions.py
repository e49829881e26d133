"""Extractions as rows, by the text and the publication date they were made from; no case owns them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import delete, insert, select, tuple_
from sqlalchemy.orm import Session

from factcheck.extractions import Basis, Extraction
from factcheck.storage.tables import ExtractionRow, RevisionRow


def of_texts(session: Session, wanted: Collection[Basis], rules: str) -> tuple[Extraction, ...]:
    """What these rules found in those of the texts that were read before; a row that makes no sense is left out."""
    digests = {sha256 for sha256, _ in wanted}
    rows = session.execute(
        select(ExtractionRow.__table__).where(ExtractionRow.sha256.in_(digests), ExtractionRow.rules == rules)
    )
    published = {_written(day): day for _, day in wanted}
    found = (
        Extraction(row.sha256, published[row.published], row.rules, row.packed)
        for row in rows
        if row.published in published
    )
    return tuple(e for e in found if e.basis in wanted)


def keep(session: Session, found: Iterable[Extraction]) -> None:
    """Store them, each instead of what an earlier version of the rules found in its text."""
    rows = [
        {"sha256": e.sha256, "published": _written(e.published), "rules": e.rules, "packed": e.packed} for e in found
    ]
    if rows:
        texts = [(row["sha256"], row["published"]) for row in rows]
        session.execute(delete(ExtractionRow).where(tuple_(ExtractionRow.sha256, ExtractionRow.published).in_(texts)))
        session.execute(insert(ExtractionRow), rows)


def remove_unowned(session: Session) -> None:
    """Forget what was found in texts that no case holds any more."""
    session.execute(delete(ExtractionRow).where(ExtractionRow.sha256.not_in(select(RevisionRow.sha256))))


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""
