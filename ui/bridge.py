"""The one object between the window and the core: holds the open case, carries wishes in and news out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from factcheck.errors import BadPattern, FactcheckError, NothingRead, StoreDamaged
from factcheck.review import Review, reviewed
from factcheck.values import Analysis, Article, Case, Draft, Provenance, Reviewer
from ui.analyst import Analyst, MakeWorker, analysis_worker
from ui.errands import Errands
from ui.keeper import Keeper
from ui.ledger import Ledger
from ui.translation import tr

if TYPE_CHECKING:  # they bring SQLAlchemy and multiprocessing, which the first paint need not wait for
    from factcheck.extractions import Extraction
    from factcheck.safekeeping import Safekeeping
    from factcheck.scales import Scale
    from factcheck.search import FoundArticle, Query
    from factcheck.workspace import Workspace

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opened:
    """A case as it was read, with all the window needs to show it."""

    case: Case
    review: Review
    drafts: tuple[Draft, ...]
    reviewer: Reviewer
    stale: bool  # its analysis is missing or out of date
    problems: tuple[str, ...] = ()
    instead: bool = False  # of what was asked for, for the reason that `problems` gives
    known: tuple[Extraction, ...] = ()  # what need not be read again for its analysis


class Bridge(QObject):
    """Owns the workspace and the analysis process.

    What a person does to the open case is written at once (`ledger`); what may take longer is an errand. A case read by
    an errand while something was done to it is read again, so that what is shown is never older than the store.
    """

    case_leaving = Signal()  # another case or person comes: the last moment to save what is typed in this one's name
    case_opened = Signal(object, object)  # Case, Review: another case than before
    case_changed = Signal(object, object)  # Case, Review: the same case with other articles or analysis
    case_deleted = Signal()  # the open one
    case_settled = Signal(object)  # Case: it is shown and its analysis is up to date
    analysis_started = Signal(int)  # how many articles
    analysis_stepped = Signal(int, int, str)  # done, of how much, and what comes next: "reading 1 of 1 new article"
    analysis_finished = Signal(object)  # Analysis, kept and shown
    analysis_cancelled = Signal()
    analysis_failed = Signal(str)
    files_imported = Signal(int, object)  # how many articles are new, one line for each problem
    reviewer_changed = Signal(object)
    report_written = Signal(object)  # Path
    found = Signal(object, object)  # Query, a tuple of FoundArticle
    search_failed = Signal(str)
    problem_raised = Signal(str)
    store_damaged = Signal(object)  # StoreDamaged: nothing can be read until a person has chosen what to do

    def __init__(self, open_workspace: Callable[[], Workspace], make_worker: MakeWorker = analysis_worker) -> None:
        super().__init__()
        self._open_workspace = open_workspace
        self._opened_workspace: Workspace | None = None
        self.ledger = Ledger(lambda: self.workspace, self)
        self._errands = Errands(self)
        self.analyst = Analyst(make_worker, self)
        self._keeper = Keeper(lambda: self._opened_workspace, self._errands, self)
        self._errands.errand_failed.connect(self._fail)
        self._connect_analyst()
        self.ledger.problem_raised.connect(self.problem_raised)
        self.ledger.case_changed.connect(self.case_changed)

    @property
    def case(self) -> Case | None:
        """The one that is open."""
        return self.ledger.case

    @property
    def review(self) -> Review:
        return self.ledger.review

    @property
    def workspace(self) -> Workspace:
        """Opened at its first use, which is an errand: the window is painted before the store is read."""
        if self._opened_workspace is None:
            self._opened_workspace = self._open_workspace()
        return self._opened_workspace

    def _connect_analyst(self) -> None:
        analyst = self.analyst
        analyst.started.connect(self.analysis_started)
        analyst.stepped.connect(self.analysis_stepped)
        analyst.cancelled.connect(self.analysis_cancelled)
        analyst.failed.connect(self.analysis_failed)
        analyst.problem_raised.connect(self.problem_raised)
        analyst.read.connect(lambda found: self.run_errand(lambda: self.workspace.keep_extractions(found)))
        analyst.finished.connect(self._keep)

    def start_worker(self) -> None:
        self.analyst.start()

    def close(self) -> None:
        self.analyst.close()
        self._errands.close()
        self._keeper.end()

    def _fail(self, error: FactcheckError) -> None:
        self.problem_raised.emit(str(error))
        if isinstance(error, StoreDamaged):
            self.store_damaged.emit(error)

    # --- backups ----------------------------------------------------------------------------------

    @property
    def safekeeping(self) -> Safekeeping | None:
        """The backups of the store; None for one on a server."""
        return self.workspace.safekeeping

    def safekeeping_of(self, path: Path) -> Safekeeping:
        """The backups of a store that cannot be opened."""
        from factcheck.safekeeping import Safekeeping

        return Safekeeping(path)

    def run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Do something that may take a moment off this thread, then call `then` with what it returned."""
        self._errands.run(work, then)

    def swap_store(self, swap: Callable[[], T], then: Callable[[T], None]) -> None:
        """Close the store, let `swap` put another file in its place, and show the last case of that.

        `then` gets what `swap` returned. When it fails the store is as it was, and so is what is shown.
        """

        def read() -> tuple[T, Opened]:
            if self._opened_workspace is not None:
                self._opened_workspace.close()
            swapped = swap()
            self._opened_workspace = None
            return swapped, self._look_at(self._last_case())

        def show(done: tuple[T, Opened]) -> None:
            swapped, opened = done
            self.ledger.forget()  # the same case of another file is another case
            self._show_opened(opened)
            self._settle(opened)
            then(swapped)

        self.case_leaving.emit()
        self._errands.run(read, show)

    # --- cases ------------------------------------------------------------------------------------

    def open_last_case(self) -> None:
        """The case that was open last, at the first start the sample case."""
        self._open(self._last_case)

    def open_sample_case(self) -> None:
        self._open(lambda: self.workspace.open_case(self.workspace.sample_case().id))

    def open_case(self, case_id: str) -> None:
        self._open(lambda: self.workspace.open_case(case_id))

    def open_named_case(self, named: str) -> None:
        """The case with this name or id."""

        def read() -> Opened:
            for case in self.workspace.cases():
                if named in (case.name, case.id):
                    return self._look_at(self.workspace.open_case(case.id))
            return self._last_instead((tr("no file and no case is called {name}", name=named),))

        self._read(read)

    def read_again(self, *, analyse: bool = True) -> None:
        """Show the open case as it stands in the store by now; with `analyse` its analysis is brought up to date."""
        self._change(self.workspace.open_case, analyse=analyse)

    def create_case(self, name: str) -> None:
        self._open(lambda: self.workspace.open_case(self.workspace.create_case(name).id))

    def open_files(self, name: str, paths: tuple[Path, ...]) -> None:
        """The case that holds just these files, else a new one called `name`."""

        def read() -> Opened:
            try:
                imported = self.workspace.case_of_files(name, paths)
            except NothingRead as error:
                return self._last_instead(tuple(str(error).splitlines()))
            return self._look_at(self.workspace.open_case(imported.case.id), imported.problems)

        self._read(read)

    def rename_case(self, case_id: str, name: str) -> None:
        def rename() -> Case:
            self.workspace.rename_case(case_id, name)
            return self.workspace.open_case(case_id)

        self._open(rename)

    def delete_case(self, case_id: str) -> None:
        def delete() -> None:
            self.workspace.delete_case(case_id)

        self._errands.run(delete, lambda _: self.case_deleted.emit() if self._shows(case_id) else None)

    def import_files(self, paths: tuple[Path, ...]) -> None:
        if self.case is not None:
            case_id = self.case.id
            self._read(lambda: self._import(case_id, paths))

    def remove_article(self, article_id: str) -> None:
        self._change(lambda case_id: self.workspace.remove_article(case_id, article_id))

    def revise_article(self, article_id: str, path: Path) -> None:
        """Give an article the corrected text of a file."""
        self._change(lambda case_id: self.workspace.revise_article(case_id, article_id, path))

    def set_provenance(self, article_id: str, provenance: Provenance) -> None:
        self._change(lambda case_id: self.workspace.set_provenance(case_id, article_id, provenance))

    def export_report(self, path: Path) -> None:
        if self.case is not None:
            case_id = self.case.id
            self._errands.run(lambda: self.workspace.export_report(case_id, path), self.report_written.emit)

    def search(self, query: Query, everywhere: bool) -> None:
        """Look for words in the open case, or in every case; `found` has the answer."""
        from factcheck.search import in_case

        case = self.case

        def look() -> tuple[FoundArticle, ...] | str:
            try:
                return self.workspace.search(query) if everywhere else in_case(query, case) if case else ()
            except BadPattern as error:
                return str(error)

        def tell(answer: tuple[FoundArticle, ...] | str) -> None:
            if isinstance(answer, str):
                self.search_failed.emit(answer)
            else:
                self.found.emit(query, answer)

        self._errands.run(look, tell)

    def run_errand(self, work: Callable[[], object]) -> None:
        """Do something off the interface's thread, after what is under way."""
        self._errands.run(work, lambda _: None)

    # --- people -----------------------------------------------------------------------------------

    def reviewer(self) -> Reviewer:
        return self.workspace.reviewer()

    def set_reviewer(self, name: str, *, with_drafts: bool = False) -> None:
        """Decide as somebody else; what was being typed stays a draft of the one who typed it.

        With `with_drafts` it is the same person under another name: what was begun goes along.
        """
        self.case_leaving.emit()
        try:
            reviewer = self.workspace.set_reviewer(name)
            if self.case and with_drafts:
                for draft in self.ledger.begun:
                    self.workspace.keep_draft(self.case.id, draft)
            drafts = self.workspace.drafts(self.case.id) if self.case else ()
        except FactcheckError as error:
            self.problem_raised.emit(str(error))
            return
        if self.case:
            self.ledger.show(self.case, self.review, drafts, reviewer)
        else:
            self.ledger.sign(reviewer)
        self.reviewer_changed.emit(reviewer)

    # --- scales -----------------------------------------------------------------------------------

    def scales(self) -> tuple[Scale, ...]:
        """Every version of every scale, to be shown; those that come with the program when the store cannot be read."""
        from factcheck.scales import shipped_scales
        from ui.scale_words import in_our_words

        try:
            return tuple(in_our_words(scale) for scale in self.workspace.scales())
        except FactcheckError:
            return tuple(in_our_words(scale) for scale in shipped_scales())

    def keep_scales(self, scales: Iterable[Scale]) -> bool:
        """Store versions of scales; False when that failed."""
        try:
            for scale in scales:
                self.workspace.keep_scale(scale)
        except FactcheckError as error:
            self.problem_raised.emit(str(error))
            return False
        return True

    # --- analysis ---------------------------------------------------------------------------------

    def analyse(self) -> None:
        """Analyse the open case; an analysis that is under way is cancelled. What was read is not read again."""
        self.cancel_analysis()
        if self.case is not None and self.case.articles:
            self.analyst.analyse(self.case.articles)

    def cancel_analysis(self) -> None:
        self.analyst.cancel()

    def _keep(self, analysis: Analysis, articles: tuple[Article, ...]) -> None:
        assert self.case is not None
        case_id = self.case.id

        def keep() -> Opened:
            return self._look_at(self.workspace.keep_analysis(case_id, analysis, articles))

        self._read(keep, lambda: self.analysis_finished.emit(analysis))

    # --- within -----------------------------------------------------------------------------------

    def _last_case(self) -> Case:
        return self.workspace.open_case(self.workspace.last_case() or self.workspace.sample_case().id)

    def _last_instead(self, why: tuple[str, ...]) -> Opened:
        return replace(self._look_at(self._last_case(), why), instead=True)

    def _shows(self, case_id: str) -> bool:
        return self.case is not None and self.case.id == case_id

    def _look_at(self, case: Case, problems: tuple[str, ...] = ()) -> Opened:
        """All the window needs about a case; called in errands."""
        drafts = self.workspace.drafts(case.id)
        stale = bool(case.articles) and self.workspace.needs_analysis(case)
        known = self.workspace.extractions(case.articles) if stale else ()
        reviewer = self.workspace.reviewer()
        return Opened(case, reviewed(case), drafts, reviewer, stale, problems, known=known)

    def _import(self, case_id: str, paths: tuple[Path, ...]) -> Opened:
        imported = self.workspace.import_files(case_id, paths)
        return self._look_at(imported.case, imported.problems)

    def _open(self, read: Callable[[], Case], *, analyse: bool = True) -> None:
        def look() -> Opened:
            opened = self._look_at(read())
            return opened if analyse else replace(opened, stale=False)

        self._read(look)

    def _read(self, read: Callable[[], Opened], then: Callable[[], None] = lambda: None) -> None:
        """Read a case in an errand and show it; read it again when a verdict was given in the meantime."""
        edits = self.ledger.edits

        def show(opened: Opened) -> None:
            if self._shows(opened.case.id) and edits != self.ledger.edits:
                self._open(lambda: self.workspace.open_case(opened.case.id))
            else:
                self._show_opened(opened)
                then()
                self._settle(opened)

        self._errands.run(read, show)

    def _change(self, change: Callable[[str], Case], *, analyse: bool = True) -> None:
        if self.case is not None:
            case_id = self.case.id
            self._open(lambda: change(case_id), analyse=analyse)

    def _show_opened(self, opened: Opened) -> None:
        same = self._shows(opened.case.id)
        known = {a.id for a in self.case.articles} if same and self.case else set()
        if not same:
            self.case_leaving.emit()
            self.cancel_analysis()
        self.ledger.show(opened.case, opened.review, opened.drafts, opened.reviewer)
        if opened.stale or not same:
            self.analyst.known = opened.known
        (self.case_changed if same else self.case_opened).emit(opened.case, opened.review)
        new = 0 if opened.instead else sum(a.id not in known for a in opened.case.articles)
        if opened.problems or (same and new):
            self.files_imported.emit(new, opened.problems)

    def _settle(self, opened: Opened) -> None:
        if opened.stale:
            self.analyse()
        else:
            self.case_settled.emit(opened.case)
