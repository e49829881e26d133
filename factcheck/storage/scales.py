"""The scales that people made, as rows: every version ever given out. No case owns them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.scales import Scale, scale_from_json, scale_to_json
from factcheck.storage.tables import ScaleRow


def kept(session: Session) -> tuple[Scale, ...]:
    """By name; the versions of one beside each other, oldest first."""
    found = [scale_from_json(row.content) for row in session.scalars(select(ScaleRow))]
    last = {scale.id: scale.name for scale in sorted(found, key=lambda scale: scale.version)}
    return tuple(sorted(found, key=lambda scale: (last[scale.id].casefold(), scale.id, scale.version)))


def keep(session: Session, scale: Scale) -> bool:
    """Store a version; False when another one has its number, which is never changed."""
    row = session.get(ScaleRow, (scale.id, scale.version))
    if row is not None:
        return scale_from_json(row.content) == scale
    session.add(ScaleRow(id=scale.id, version=scale.version, content=scale_to_json(scale)))
    session.flush()
    return True
