"""A case file merged into a store: what two people did apart comes together, and nothing is overwritten.

Merging is a union, of acts by their ids, of articles by theirs or by their text. So the order does not matter, and
doing it twice changes nothing. What cannot be united (two titles of one article) stays as it is here, with a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.exchange import CaseFile, KeptArticle, Revision
from factcheck.exchange.checks import Untrue
from factcheck.intake.files import one_line
from factcheck.scales import Scale, shipped_scales
from factcheck.storage import acts, analyses, attachments, cases, scales, search
from factcheck.storage.exchange import revisions
from factcheck.storage.tables import ActRow, ArticleRow, CaseRow, ReviewerRow, RevisionRow
from factcheck.values import Act, Provenance, Reviewer

MANY = 500
"""Ids asked for at once: a statement takes only so many."""


@dataclass(frozen=True, slots=True)
class CameIn:
    """What a merge brought; `made` says the case is new, `problems` has a line for what could not be united."""

    made: bool
    articles: int
    acts: tuple[Act, ...]
    problems: tuple[str, ...]


def merge(session: Session, file: CaseFile) -> CameIn:
    """Take in what is in the file and not here. Raises Untrue when it contradicts what is here."""
    made = not cases.exists(session, file.id)
    if made:
        session.add(CaseRow(id=file.id, name=file.name, made=file.made, opened=datetime.now(UTC)))
        session.flush()
    _refuse_foreign(session, file)
    merging = _Articles(session, file.id)
    for article in file.articles:
        merging.take(article)
    _take_people(session, file.reviewers)
    for content in file.attachments.values():
        attachments.keep(session, file.id, content)
    problems = [*merging.problems, *_take_scales(session, file.scales)]
    return CameIn(made, merging.added, _take_acts(session, file), tuple(problems))


def _refuse_foreign(session: Session, file: CaseFile) -> None:
    """What is in another case cannot be in this one too."""
    parts: tuple[tuple[type[ArticleRow] | type[ActRow], Sequence[str]], ...] = (
        (ArticleRow, [article.id for article in file.articles]),
        (ActRow, [act.id for act in file.acts]),
    )
    for row, ids in parts:
        for some in _in_parts(ids):
            if session.scalar(select(func.count()).where(row.id.in_(some), row.case_id != file.id)):
                raise Untrue("it holds what belongs to another case")


def _in_parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[n : n + MANY] for n in range(0, len(ids), MANY))


# --- articles -------------------------------------------------------------------------------------


class _Articles:
    """Brings the articles of a file together with those of the case."""

    def __init__(self, session: Session, case_id: str) -> None:
        self._session, self._case = session, case_id
        self._here = {row.id: row for row in session.scalars(select(ArticleRow).where(ArticleRow.case_id == case_id))}
        self._of_text = {article.sha256: article.id for article in cases.articles(session, case_id)}
        self.added = 0
        self.problems: list[str] = []

    def take(self, article: KeptArticle) -> None:
        row = self._here.get(article.id)
        if row is None and article.removed is None:
            row = self._here.get(self._of_text.get(article.newest.sha256, ""))
        if row is None:
            row = self._add(article)
        elif article.id == row.id and article.removed and not row.removed:
            row.removed = article.removed
            analyses.remove(self._session, self._case)
            self.problems.append(f"{article.label} was taken out of the case by somebody else, and is out of this one.")
        self._take_provenance(row, article)
        self._take_revisions(row, article)

    def _add(self, article: KeptArticle) -> ArticleRow:
        row = ArticleRow(
            id=article.id,
            case_id=self._case,
            position=max((row.position for row in self._here.values()), default=-1) + 1,
            path=article.path,
            removed=article.removed,
            **cases.provenance_columns(article.provenance),
        )
        self._session.add(row)
        self._session.flush()
        self._here[row.id] = row
        if article.removed is None:
            self._of_text[article.newest.sha256] = row.id
            self.added += 1
        return row

    def _take_provenance(self, row: ArticleRow, article: KeptArticle) -> None:
        ours = cases.provenance(row)
        united, apart = united_provenance(ours, article.provenance)
        if united != ours:
            for name, value in cases.provenance_columns(united).items():
                setattr(row, name, value)
        for name in apart:
            here, there = (one_line(getattr(one, name)) for one in (ours, article.provenance))
            self.problems.append(
                f"{article.label}: its {name} is “{here}” here and “{there}” in the file; ours was kept."
            )

    def _take_revisions(self, row: ArticleRow, article: KeptArticle) -> None:
        """The newest text of both is the newest. Numbers only tell which one that is: an older one goes before all."""
        here = list(revisions(self._session, row.id))
        by_id = {revision.id: revision.sha256 for revision in here}
        texts = set(by_id.values()) if row.id != article.id else set()  # two articles that became one began alike
        for revision in article.revisions:
            if by_id.get(revision.id, revision.sha256) != revision.sha256:
                raise Untrue(f"a text of {article.label} is another one than here")
            if revision.id in by_id or revision.sha256 in texts:
                continue
            if not here or (revision.made, revision.id) > (here[-1].made, here[-1].id):
                number = here[-1].number + 1 if here else 1
                here.append(_added(self._session, row.id, number, revision))
                analyses.remove(self._session, self._case)
            else:
                here.insert(0, _added(self._session, row.id, here[0].number - 1, revision))


def _added(session: Session, article_id: str, number: int, revision: Revision) -> RevisionRow:
    if session.get(RevisionRow, revision.id):
        raise Untrue("it holds what belongs to another case")
    row = RevisionRow(
        id=revision.id,
        article_id=article_id,
        number=number,
        text=revision.text,
        sha256=revision.sha256,
        original=revision.original,
        encoding=revision.encoding,
        repairs=list(revision.repairs),
        made=revision.made,
    )
    session.add(row)
    session.flush()
    search.index(session, row.id, row.text)
    return row


def united_provenance(ours: Provenance, theirs: Provenance) -> tuple[Provenance, tuple[str, ...]]:
    """Ours, with what is known only to them, or stated by them and inferred by us; and the fields that contradict."""
    taken: dict[str, Any] = {}  # Any: the fields of provenance
    apart = []
    for name in ("title", "source", "author", "published", "url", "retrieved", "note"):
        mine, other = getattr(ours, name), getattr(theirs, name)
        if other is None:
            continue
        if mine is None or (name in ours.inferred and name not in theirs.inferred):
            taken[name] = other
        elif mine != other and name not in theirs.inferred:
            apart.append(name)
    kept = tuple(name for name in ours.inferred if name not in taken)
    inferred = (*kept, *(name for name in theirs.inferred if name in taken))
    return replace(ours, **taken, inferred=inferred), tuple(apart)


# --- people, acts, scales -------------------------------------------------------------------------


def _take_people(session: Session, reviewers: Iterable[Reviewer]) -> None:
    """Two people of one name stay two: the one who came later has a number behind it."""
    names = {row.id: row.name for row in session.scalars(select(ReviewerRow))}
    for reviewer in reviewers:
        if reviewer.id not in names:
            names[reviewer.id] = free_name(reviewer.name, names.values())
            session.add(ReviewerRow(id=reviewer.id, name=names[reviewer.id], made=datetime.now(UTC)))
    session.flush()


def free_name(name: str, taken: Iterable[str]) -> str:
    """`name`, or "Ana (2)" for an Ana where there is one."""
    used = set(taken)
    bare = re.sub(r" \(\d+\)$", "", name)
    return name if name not in used else next(n for i in count(2) if (n := f"{bare} ({i})") not in used)


def _take_acts(session: Session, file: CaseFile) -> tuple[Act, ...]:
    here = {act.id: act for act in acts.of_case(session, file.id)}
    for act in file.acts:
        if act.id in here and _without_name(here[act.id]) != _without_name(act):
            raise Untrue(f"a {act.sort} of {act.by.name} is another one than here")
    return acts.insert(session, file.id, (act for act in file.acts if act.id not in here))


def _without_name(act: Act) -> Act:
    """People may be called otherwise in another store."""
    return replace(act, by=Reviewer(act.by.id, ""))


def _take_scales(session: Session, brought: Iterable[Scale]) -> Iterator[str]:
    ours = {(scale.id, scale.version): scale for scale in shipped_scales()}
    for scale in brought:
        known = ours.get((scale.id, scale.version))
        if not (known == scale if known else scales.keep(session, scale)):
            yield f"The scale “{scale.name}” is another one here under the same number; the one here was kept."
