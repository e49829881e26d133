"""What a person can do, one method each. Values in, values out; nothing here knows a window.

A Workspace may be used from several threads and its file from several processes: every method is one transaction on a
connection of its own. Readers never wait for a writer except while it commits; writers wait for each other in line.
What a method changed is on disk when it returns. All methods raise StoreUnusable when the disk lets them down, and
CaseNotFound for a case that is not (any more) there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from factcheck.analysis import RULES_VERSION
from factcheck.deciding import Deciding
from factcheck.errors import NothingRead
from factcheck.extractions import Extraction, basis
from factcheck.review import decides, reviewed
from factcheck.safekeeping import Backup, Safekeeping
from factcheck.search import FoundArticle, Query, hits
from factcheck.settings import chosen_models
from factcheck.sharing import Sharing
from factcheck.shipped import shipped
from factcheck.standing import with_acts
from factcheck.storage import acts, analyses, cases, extractions, people
from factcheck.storage import search as words
from factcheck.storage.backups import AFTER_SESSION, BEFORE_DELETING, DAILY, HOURLY
from factcheck.values import (
    Analysis,
    Article,
    Case,
    CaseSummary,
    Provenance,
    Status,
)

BETWEEN = timedelta(hours=1)
"""How much of a long day's work a damaged file may cost, when the session never came to its end."""

SAMPLE_NAME = "NASA’s rebuke, July 2022"


@dataclass(frozen=True, slots=True)
class Imported:
    """The case after an import; `problems` has one line for each file or article that was not taken in."""

    case: Case
    problems: tuple[str, ...] = ()


class Workspace(Deciding, Sharing):
    """All cases in one database. Raises StoreUnusable when it cannot be used, NewerStore when it is too new."""

    # --- backups ----------------------------------------------------------------------------------

    @property
    def safekeeping(self) -> Safekeeping | None:
        """The backups of this store; None for one on a server, whose keeper makes them."""
        return Safekeeping(self._database.path) if self._database.path else None

    def back_up(self, *, ending: bool = False) -> Backup | None:
        """Make the backup that is due: one on every day with changes, one an hour while there are more, and one after
        the last change when `ending`.

        Raises StoreDamaged when the store is found not to be whole, else StoreUnusable.
        """
        kept, changed = self.safekeeping, self._changed
        if kept is None or changed is None:
            return None
        last = kept.last_made()
        if ending:
            return None if last and changed < last else kept.back_up(AFTER_SESSION)
        if last is None or _day(changed) > _day(last):
            return kept.back_up(DAILY)
        return kept.back_up(HOURLY) if changed > last and datetime.now(UTC) - last >= BETWEEN else None

    # --- cases ------------------------------------------------------------------------------------

    def cases(self) -> tuple[CaseSummary, ...]:
        """All cases, the last opened first."""
        with self._reading() as session:
            return tuple(_summary(session, case_id) for case_id in cases.ids(session))

    def last_case(self) -> str | None:
        """The id of the case that was opened last; None when it is gone or none ever was."""
        with self._reading() as session:
            case_id = people.setting(session, people.LAST_CASE)
            return case_id if case_id and cases.exists(session, case_id) else None

    def sample_case(self) -> Case:
        """The two articles that ship with the program; made at the first call, and again after it was deleted."""
        with self._reading() as session:
            if case := _sample(session):
                return case
        articles = _seeds()
        with self._database.writing() as session:
            if case := _sample(session):  # another process has made it meanwhile
                return case
            case = cases.create(session, SAMPLE_NAME)
            cases.add_articles(session, case.id, articles)
            people.set_setting(session, people.SAMPLE_CASE, case.id)
            return cases.load(session, case.id)

    def create_case(self, name: str) -> Case:
        with self._writing() as session:
            return cases.create(session, name)

    def case_of_files(self, name: str, paths: Iterable[Path]) -> Imported:
        """The case that holds exactly the texts of these files, the last opened first; else a new one with them.

        Raises NothingRead when not one of the files is an article: no case is made for nothing.
        """
        from factcheck.intake import read_files

        read = read_files(paths)
        if not read.articles:
            raise NothingRead("\n".join(read.problems))
        with self._writing() as session:
            case_id = cases.of_texts(session, {a.sha256 for a in read.articles})
            refused: list[str] = []
            if case_id is None:
                case_id = cases.create(session, name).id
                refused = cases.add_articles(session, case_id, read.articles)
        return Imported(self._case(case_id), (*read.problems, *refused))

    def open_case(self, case_id: str) -> Case:
        """The whole case, which is the last one from now on. `Case.problems` tells what was found damaged."""
        with self._database.writing() as session:
            cases.mark_opened(session, case_id)
            people.set_setting(session, people.LAST_CASE, case_id)
        return self._case(case_id)

    def rename_case(self, case_id: str, name: str) -> None:
        with self._writing() as session:
            cases.rename(session, case_id, name)

    def delete_case(self, case_id: str) -> None:
        """Delete the case with its articles and verdicts. A file is backed up first when there are verdicts."""
        with self._reading() as session:
            decided = bool(acts.last_number(session, case_id))
        if decided and self.safekeeping:
            self.safekeeping.back_up(BEFORE_DELETING)
        with self._writing() as session:
            cases.remove(session, case_id)

    # --- articles ---------------------------------------------------------------------------------

    def import_files(self, case_id: str, paths: Iterable[Path]) -> Imported:
        """Take the articles of the files into the case. What cannot be read gives a line, the others are kept."""
        from factcheck.intake import read_files

        read = read_files(paths)
        with self._writing() as session:
            refused = cases.add_articles(session, case_id, read.articles)
        return Imported(self._case(case_id), (*read.problems, *refused))

    def remove_article(self, case_id: str, article_id: str) -> Case:
        """Take an article out of the case. Its text stays in the store as evidence of verdicts on its words."""
        with self._writing() as session:
            cases.remove_article(session, case_id, article_id)
        return self._case(case_id)

    def revise_article(self, case_id: str, article_id: str, text: str | Path) -> Case:
        """Give an article a corrected text, or that of a file. The earlier text stays in the store, as evidence.

        What people left on its words is found where they stand now; the case needs an analysis. Raises UnreadableFile,
        ArticleNotFound, and NothingRead when another article of the case has this text.
        """
        from factcheck.intake import corrected

        revision = corrected(text)
        with self._writing() as session:
            cases.revise_article(session, case_id, article_id, revision)
        return self._case(case_id)

    def set_provenance(self, case_id: str, article_id: str, provenance: Provenance) -> Case:
        with self._writing() as session:
            cases.set_provenance(session, case_id, article_id, provenance)
        return self._case(case_id)

    # --- analysis ---------------------------------------------------------------------------------

    def needs_analysis(self, case: Case) -> bool:
        """The case has articles, and no analysis of just these (texts, dates, sources) by the rules of this version."""
        if not case.articles:
            return False
        if case.analysis is None:
            return True
        with self._reading() as session:
            return analyses.made_from(session, case.id) != fingerprint(case.articles)

    def keep_analysis(self, case_id: str, analysis: Analysis, articles: Iterable[Article] | None = None) -> Case:
        """Store what was found instead of what was found before; verdicts are not touched.

        `articles` are those that were analysed (the case's own when left out). When the case has lost one of them or
        its text meanwhile nothing is stored; when it has gained one, it still needs an analysis.
        """
        rows = analyses.rows_of(case_id, analysis)
        with self._database.writing() as session:
            present = cases.articles(session, case_id)
            analysed = present if articles is None else tuple(articles)
            if {(a.id, a.sha256) for a in analysed} <= {(a.id, a.sha256) for a in present}:
                analyses.replace(session, case_id, rows, fingerprint(analysed))
                return with_acts(replace(cases.load(session, case_id, disputed_only=True), found=analysis))
        return self._case(case_id)

    def extractions(self, articles: Iterable[Article]) -> tuple[Extraction, ...]:
        """What the rules of this version found in these texts before, in whatever case: it need not be read again."""
        wanted = {basis(a) for a in articles}
        with self._reading() as session:
            return extractions.of_texts(session, wanted, RULES_VERSION)

    def keep_extractions(self, found: Iterable[Extraction]) -> None:
        """Store what was found in single texts, for every case that holds them now or later."""
        with self._database.writing() as session:
            extractions.keep(session, found)

    # --- search -----------------------------------------------------------------------------------

    def search(self, query: Query) -> tuple[FoundArticle, ...]:
        """Every article of every case that holds what is looked for, the case last opened first. Raises BadPattern."""
        with self._reading() as session:
            held = tuple(words.candidates(session, query.terms)) if query.terms or query.pattern else ()
        found = ((case, name, article, hits(query, article.id, article.text)) for case, name, article in held)
        return tuple(
            FoundArticle(case, name, article.id, article.label, there) for case, name, article, there in found if there
        )

    # --- reports ----------------------------------------------------------------------------------

    def export_report(self, case_id: str, path: Path) -> Path:
        """Write the report of the case as one HTML file. Raises UnwritableFile."""
        from factcheck.reports import write
        from factcheck.reports.html import render

        case = self._case(case_id)
        write(path, render(case, reviewed(case), datetime.now(UTC), self.scales()))
        return path

    def _case(self, case_id: str) -> Case:
        with self._reading() as session:
            return cases.load(session, case_id)


def fingerprint(articles: Iterable[Article]) -> str:
    """What an analysis depends on: the texts, their dates, the names its reasons use, the rules and added models."""
    parts = sorted((a.id, a.sha256, str(a.provenance.published), a.label) for a in articles)
    models = chosen_models()
    return hashlib.sha256(repr((RULES_VERSION, parts, *([models] if models else []))).encode()).hexdigest()


def _day(time: datetime) -> date:
    """The day it is where the person is."""
    return time.astimezone().date()


def _sample(session: Session) -> Case | None:
    case_id = people.setting(session, people.SAMPLE_CASE)
    return cases.load(session, case_id) if case_id and cases.exists(session, case_id) else None


def _seeds() -> list[Article]:
    from factcheck.intake import read_files

    # The name alone: where this installation keeps the file says nothing about the article.
    read = read_files(sorted(shipped("seeds").glob("*.txt")))
    return [replace(a, path=Path(a.path).name if a.path else None) for a in read.articles]


def _summary(session: Session, case_id: str) -> CaseSummary:
    case = cases.load(session, case_id, disputed_only=True)
    conflicts = case.analysis.conflicts if case.analysis else ()
    open_ones = [c for c in conflicts if c.status is Status.CONFLICT]
    leading = reviewed(case).by_conflict
    return CaseSummary(
        case.id,
        case.name,
        len(case.articles),
        len(open_ones),
        sum(not decides(leading.get(c.id)) for c in open_ones),
        cases.opened(session, case_id),
    )
