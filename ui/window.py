"""The main window: lays the parts out, joins them in one block, and carries what one says to the others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from factcheck import __version__
from factcheck.review import Review
from factcheck.values import Analysis, Answer, Case, Decision, Reviewer, Status, Verdict
from ui.actions import Drawings, join, make_menus
from ui.announce import announce
from ui.appearance import Appearance, TextSize
from ui.bridge import Bridge
from ui.cases import CaseDesk
from ui.conflict_panel import ConflictPanel, identity
from ui.conflicts import Entry
from ui.dialogs import Keys
from ui.empty import EmptyPage
from ui.notice import Notice
from ui.reading.area import ReadingArea
from ui.snug import Snug
from ui.state import State
from ui.statusline import StatusLine
from ui.verdict import VerdictPanel
from ui.wording import shortened, verdict_words

LEFT, SMALLEST_LEFT = 340, 270  # pixels
SMALLEST_LIST, SMALLEST_VERDICT = 250, 200
FRAME = 40  # what a window manager may put above a window


class Window(QMainWindow):
    """Slots are verbs; every connection stands in `_connect`."""

    def __init__(self, bridge: Bridge, state: State) -> None:
        super().__init__()
        self.bridge, self._state = bridge, state
        self.cases = CaseDesk(bridge, self)
        self._build()
        self.actions_by_name = make_menus(self, (self.conflicts.view, self.reading))
        dressed = (self.conflicts, self.notice, self.reading, Drawings(self.actions_by_name))
        self.appearance = Appearance(self._state, dressed, self)
        self._connect()
        self._restore()
        self._show_case_actions()

    def _build(self) -> None:
        self.conflicts, self.verdict = ConflictPanel(), VerdictPanel()
        self.conflicts.setMinimumHeight(SMALLEST_LIST)
        self.notice, self.empty, self.reading = Notice(), EmptyPage(), ReadingArea()
        self.status = StatusLine()
        self.text_size = TextSize(self._state, (self.conflicts, self.verdict, self.reading))
        self.left = QWidget(minimumWidth=SMALLEST_LEFT)
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.conflicts, 1)
        column.addWidget(Snug(self.verdict, SMALLEST_VERDICT))
        self.middle = QStackedWidget()
        self.middle.addWidget(self.empty)
        self.middle.addWidget(self.reading)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.middle, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LEFT, 4 * LEFT])
        for widget in (right, self.left):  # else screen readers are told the splitter's children in reverse
            widget.lower()
        self.setCentralWidget(self.splitter)
        self.setStatusBar(self.status)
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self.setMinimumSize(900, 560)

    def _connect(self) -> None:
        join(self, self.actions_by_name)
        bridge = self.bridge
        bridge.case_opened.connect(self._show_opened)
        bridge.case_changed.connect(self._show_case)
        bridge.analysis_started.connect(self._show_started)
        bridge.analysis_stepped.connect(self.status.show_work)
        bridge.analysis_finished.connect(self._show_finished)
        bridge.analysis_cancelled.connect(self._show_cancelled)
        bridge.analysis_failed.connect(self._show_failed)
        bridge.review_changed.connect(self._show_review)
        bridge.verdict_saved.connect(self._show_saved)
        bridge.verdict_withdrawn.connect(self._show_withdrawn)
        bridge.draft_saved.connect(lambda _: self.status.show_saved("note"))
        bridge.files_imported.connect(self._show_imported)
        bridge.report_written.connect(self._show_report)
        bridge.reviewer_changed.connect(self._show_reviewer)
        bridge.problem_raised.connect(self._show_problem)
        self.conflicts.row_chosen.connect(self._show_entry)
        self.conflicts.view.activated.connect(lambda _: self.reading.level_passages())
        self.verdict.verdict_chosen.connect(self._decide)
        self.verdict.draft_written.connect(bridge.save_draft)
        self.reading.claim_chosen.connect(self._choose_claim)
        self.status.cancel_wanted.connect(bridge.cancel_analysis)
        self.empty.add_wanted.connect(self.cases.add_articles)
        self.empty.sample_wanted.connect(self.cases.open_sample)
        self.reading.pane_focused.connect(self.cases.note_pane)
        self.appearance.theme_chosen.connect(lambda name: self.actions_by_name[f"theme_{name}"].setChecked(True))

    # --- cases and analysis -----------------------------------------------------------------------

    def _show_opened(self, case: Case, review: Review) -> None:
        self.notice.hide()
        self.status.show_said("")
        self.conflicts.show_case(None, review)
        self._show_case(case, review)
        if case.problems:
            self.notice.tell([problem.message for problem in case.problems])
        self.focus_list()

    def _show_case(self, case: Case, review: Review) -> None:
        self.verdict.keep_draft()
        self.setWindowTitle(f"{case.name} — Factcheck")
        self.middle.setCurrentWidget(self.reading if case.articles else self.empty)
        if not case.articles:
            self.empty.show_no_articles(case.name)
        self.reading.show_case(case, review)
        self.conflicts.show_case(case, review)
        entry = self.conflicts.chosen()
        if entry is None:
            self.reading.restore(self._state.read(f"reading/{case.id}", ""))
            self._choose_first(case)
        else:
            self._show_entry(entry)
        self._show_case_actions()

    def _choose_first(self, case: Case) -> None:
        """The conflict this case was left at, else the first one."""
        left_at = self._state.read(f"chosen/{case.id}", "")
        if not (left_at and self.conflicts.choose(left_at)) and not self.conflicts.step(1):
            self._show_entry(None)

    def _show_started(self, articles: int) -> None:
        self.notice.hide_about(self._analyse_again)
        self.status.show_said("")
        self.status.show_work(0, articles)
        self.conflicts.show_working(True)

    def _rest(self) -> None:
        self.status.show_rest()
        self.conflicts.show_working(False)

    def _show_finished(self, analysis: Analysis) -> None:
        self._rest()
        found = sum(c.status is Status.CONFLICT for c in analysis.conflicts)
        self.status.show_saved(f"analysis, {found} conflict{'' if found == 1 else 's'}")
        announce(self, f"The analysis found {found} conflicts")

    def _show_cancelled(self) -> None:
        self._rest()
        self.status.show_said("Analysis cancelled. F5 starts it again.")

    def _show_failed(self, message: str) -> None:
        self._rest()
        self.notice.tell((message,), "Analyse again", self._analyse_again)

    def _analyse_again(self) -> None:
        self.bridge.analyse()

    def _show_imported(self, new: int, problems: tuple[str, ...]) -> None:
        if new:
            self.status.show_saved(f"{new} article{'' if new == 1 else 's'} added")
        if problems:
            self.notice.tell(problems)
            announce(self, "; ".join(problems))

    def _show_report(self, path: Path) -> None:
        self.status.show_saved(f"report {path.name}")
        self.notice.tell((f"The report was written to {path}",), "Open report", lambda: self.cases.open_file(path))

    def _show_problem(self, problem: str) -> None:
        if self.bridge.case is None:
            self.empty.show_no_store(problem)
        self.status.show_said("")
        self.notice.tell((problem,))
        announce(self, problem)

    # --- conflicts and verdicts -------------------------------------------------------------------

    def _show_entry(self, entry: Entry | None) -> None:
        if entry and entry.group:
            self.reading.choose_group(entry.group.id)
        else:
            self.reading.choose_conflict(entry.conflict.id if entry and entry.conflict else None)
        self.verdict.show_entry(entry, self.bridge.drafts)
        if entry is None or self.bridge.case is None:
            return
        self._state.write(f"chosen/{self.bridge.case.id}", identity(entry))
        at, of = self.conflicts.position()
        announce(self.conflicts.view, f"Conflict {at} of {of}. {entry.spoken}" if at else entry.spoken)

    def _choose_claim(self, claim: str) -> None:
        """A claim was clicked in an article: its conflict, if it takes part in one."""
        analysis = self.bridge.case.analysis if self.bridge.case else None
        if analysis is None:
            return
        asked = [c.id for c in analysis.conflicts if claim in c.claims]
        asked += [g.id for g in analysis.groups if claim in g.claims]
        any(self.conflicts.choose_always(id) for id in asked)

    def _decide(self, decision: Decision, answer: Answer | None, rationale: str, by_key: bool) -> None:
        entry = self.conflicts.chosen()
        if entry is None or entry.conflict is None:
            return
        saved = self.bridge.decide(entry.conflict, decision, answer.text if answer else None, rationale)
        if saved and by_key and entry.verdict is None and self.actions_by_name["advance"].isChecked():
            self.step_undecided(1)

    def _show_review(self, review: Review) -> None:
        self.conflicts.show_review(review)
        self.reading.show_review(review)
        entry = self.conflicts.chosen()
        if entry is not None:
            self.verdict.show_verdict(entry)
        self._show_case_actions()

    def _show_saved(self, verdict: Verdict) -> None:
        self.status.show_saved(f"{verdict_words(verdict)} · {shortened(verdict.question)}")
        announce(self.verdict, f"Saved: {verdict_words(verdict)}")
        if not self._state.read("reviewer_known", False):
            self._state.write("reviewer_known", True)
            signed = f"Your verdicts are signed “{verdict.reviewer.name}”."
            self.notice.tell((signed,), "Change the name…", self.cases.name_reviewer)

    def _show_withdrawn(self, verdict: Verdict) -> None:
        self.status.show_saved(f"taken back: {verdict_words(verdict)} · {shortened(verdict.question)}")
        announce(self.verdict, f"Taken back: {verdict_words(verdict)}")

    def _show_reviewer(self, reviewer: Reviewer) -> None:
        self.notice.hide()
        self.status.show_saved(f"verdicts are signed “{reviewer.name}” from now on")

    def _show_case_actions(self) -> None:
        """Grey out what cannot be done now."""
        case, undoable = self.bridge.case, self.bridge.undoable
        for name in ("rename_case", "delete_case", "add_articles"):
            self.actions_by_name[name].setEnabled(case is not None)
        for name in ("article_details", "remove_article", "analyse", "export_report"):
            self.actions_by_name[name].setEnabled(case is not None and bool(case.articles))
        self.actions_by_name["undo"].setEnabled(undoable is not None)
        about = f" ({verdict_words(undoable)})" if undoable else ""
        self.actions_by_name["undo"].setText(f"Take back the last verdict{about}".replace("&", "&&"))

    # --- what the actions do ----------------------------------------------------------------------

    def step_undecided(self, by: int) -> None:
        if not self.conflicts.step(by, undecided=True):
            announce(self.conflicts.view, "No conflict is undecided")

    def undo(self) -> None:
        self.bridge.undo()

    def focus_filter(self) -> None:
        self.conflicts.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.conflicts.filter.selectAll()

    def go_back(self) -> None:
        """To the list; from the list, the notice goes as well."""
        if self.conflicts.view.hasFocus():
            self.notice.hide()
        self.focus_list()

    def focus_list(self) -> None:
        self.conflicts.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_calm(self, shown: bool) -> None:
        self.conflicts.calm.setChecked(shown)

    def set_advance(self, on: bool) -> None:
        self._state.write("advance", on)

    def show_keys(self) -> None:
        Keys(self).exec()

    def show_about(self) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, "About Factcheck", f"Factcheck {__version__}", parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(
            "A workbench for checking facts across several accounts of one event. Everything stays on this computer."
        )
        box.exec()

    # --- how it was left --------------------------------------------------------------------------

    def fit(self, screen: QRect) -> None:
        """At the first start: over the whole of a screen that is too small for the usual size with its frame."""
        if self._state.bytes("geometry").isEmpty() and not screen.adjusted(0, 0, 0, -FRAME).contains(
            self.rect().translated(screen.topLeft())
        ):
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _restore(self) -> None:
        self.restoreGeometry(self._state.bytes("geometry"))
        self.splitter.restoreState(self._state.bytes("splitter"))
        self.appearance.restore()
        self.text_size.restore()
        self.actions_by_name["advance"].setChecked(self._state.read("advance", True))
        self.actions_by_name["calm"].setChecked(self._state.read("calm", False))
        self.conflicts.calm.toggled.connect(self.actions_by_name["calm"].setChecked)
        self.conflicts.filter.setText(self._state.read("filter", ""))

    def _keep(self) -> None:
        self._state.write("geometry", self.saveGeometry())
        self._state.write("splitter", self.splitter.saveState())
        if self.bridge.case is not None:
            self._state.write(f"reading/{self.bridge.case.id}", self.reading.state())
        self._state.write("calm", self.conflicts.calm.isChecked())
        self._state.write("filter", self.conflicts.filter.text())
        self._state.close()

    def keep_typed(self) -> None:
        """Bring to disk what is typed and not yet saved."""
        self.verdict.keep_draft()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_typed()
        self._keep()
        self.bridge.close()
        super().closeEvent(event)

    # --- files dropped onto it --------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()
        # The drag's source waits for this event to end; reading the files need not keep it waiting.
        QTimer.singleShot(0, lambda: self.cases.add_files(paths))
