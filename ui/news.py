"""What happened, told where it belongs: the status line, the quiet bar above the articles, and the screen reader."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from factcheck.values import Act, Analysis, Case, Problem, Reviewer, Status, Verdict
from ui.act_words import acts_words, deeds_words, others_words
from ui.announce import announce
from ui.bridge import Bridge
from ui.cases import CaseDesk
from ui.company import Company
from ui.days import short_day_words
from ui.hard_crash import Break
from ui.notice import Notice
from ui.state import State
from ui.statusline import StatusLine
from ui.translation import tr, trn
from ui.wording import shortened, verdict_words


class News(QObject):
    """Listens to the bridge. Good news is a line at the bottom, bad news a bar that waits to be dismissed."""

    def __init__(
        self, bridge: Bridge, company: Company, status: StatusLine, notice: Notice, cases: CaseDesk, state: State
    ) -> None:
        super().__init__(cases)
        self._bridge, self._status, self._notice, self._cases, self._state = bridge, status, notice, cases, state
        bridge.case_opened.connect(self._tell_opened)
        bridge.analysis_started.connect(self._tell_started)
        bridge.analysis_stepped.connect(status.show_work)
        bridge.analysis_finished.connect(self._tell_finished)
        bridge.analysis_cancelled.connect(self._tell_cancelled)
        bridge.analysis_failed.connect(self._tell_failed)
        bridge.ledger.verdict_saved.connect(self._tell_saved)
        bridge.ledger.acts_made.connect(lambda acts: self._tell_acts(deeds_words(acts)))
        bridge.ledger.taken_back.connect(self._tell_taken)
        bridge.ledger.brought_back.connect(self._tell_brought)
        bridge.ledger.draft_saved.connect(lambda _, text: status.show_draft() if text else status.show_said(""))
        bridge.ledger.others_acted.connect(self._tell_others)
        company.store_left.connect(
            lambda: status.show_said(tr("The store does not answer. What others do is shown when it is back."))
        )
        company.store_returned.connect(lambda: status.show_said(tr("The store is back.")))
        company.case_gone.connect(self._tell_gone)
        company.clocks_noticed.connect(notice.tell)
        bridge.files_imported.connect(self._tell_imported)
        bridge.report_written.connect(self._tell_report)
        bridge.reviewer_changed.connect(self._tell_reviewer)
        bridge.problem_raised.connect(self._tell_problem)
        status.cancel_wanted.connect(bridge.cancel_analysis)

    def _tell_opened(self, case: Case) -> None:
        self._notice.hide()
        self._status.show_said("")
        if case.problems:
            self._notice.tell([problem.message for problem in case.problems])

    def _tell_started(self, articles: int) -> None:
        self._notice.hide_about(self._bridge.analyse)
        self._status.show_said("")
        self._status.show_work(0, articles)

    def _tell_finished(self, analysis: Analysis) -> None:
        self._status.show_rest()
        found = sum(c.status is Status.CONFLICT for c in analysis.conflicts)
        self._status.show_saved(trn("analysis, {count} conflict", "analysis, {count} conflicts", found))
        told = trn("The analysis found {count} conflict", "The analysis found {count} conflicts", found)
        announce(self._window, told)
        if analysis.problems and self._notice.isHidden():  # what an import left out has been read by nobody yet
            self._notice.tell(list(dict.fromkeys(map(self._told, analysis.problems))))

    def _told(self, problem: Problem) -> str:
        """A problem of some words with the article they stand in; one of the program's own as it is."""
        articles = self._bridge.case.articles if self._bridge.case and problem.span else ()
        label = next((article.label for article in articles if article.id == problem.article), "")
        return f"{label}: {problem.message}" if label else problem.message

    def _tell_cancelled(self) -> None:
        self._status.show_rest()
        self._status.show_said(tr("Analysis cancelled. F5 starts it again."))

    def _tell_failed(self, message: str) -> None:
        self._status.show_rest()
        self._notice.tell((message,), tr("Analyse again"), self._bridge.analyse)

    def _tell_imported(self, new: int, problems: tuple[str, ...]) -> None:
        if new:
            self._status.show_saved(trn("{count} article added", "{count} articles added", new))
        if problems:
            self._notice.tell(problems)
            announce(self._window, "; ".join(problems))

    def _tell_report(self, path: Path) -> None:
        self._status.show_saved(tr("report {name}", name=path.name))
        told = tr("The report was written to {path}", path=path)
        self._notice.tell((told,), tr("Open report"), lambda: self._cases.open_file(path))

    def _tell_problem(self, problem: str) -> None:
        self._status.show_said("")
        self._notice.tell((problem,))
        announce(self._window, problem)

    def _tell_saved(self, verdict: Verdict) -> None:
        self._status.show_saved(f"{verdict_words(verdict)} · {shortened(verdict.question)}")
        announce(self._window, tr("Saved: {verdict}", verdict=verdict_words(verdict)))
        if not self._state.read("reviewer_known", False):
            self._state.write("reviewer_known", True)
            signed = tr("Your verdicts are signed “{name}”.", name=verdict.reviewer.name)
            self._notice.tell((signed,), tr("Change the name…"), self._cases.name_reviewer)

    def _tell_taken(self, acts: tuple[Act, ...]) -> None:
        self._tell_acts(tr("taken back: {what}", what=acts_words(acts)))

    def _tell_brought(self, acts: tuple[Act, ...]) -> None:
        self._tell_acts(tr("brought back: {what}", what=acts_words(acts)))

    def _tell_acts(self, told: str) -> None:
        self._status.show_saved(told)
        announce(self._window, told)

    def _tell_others(self, acts: tuple[Act, ...]) -> None:
        told = others_words(acts)
        self._status.show_said(told)
        announce(self._window, told)

    def _tell_gone(self) -> None:
        gone = tr("This case was deleted elsewhere. What is shown here can be read, and nothing is saved to it.")
        self._notice.tell((gone,), tr("Open another case…"), self._cases.open)

    def _tell_reviewer(self, reviewer: Reviewer) -> None:
        self._notice.hide()
        self._status.show_saved(tr("verdicts are signed “{name}” from now on", name=reviewer.name))

    def tell_break(self, broken: Break) -> None:
        """The program broke off when it ran last: said once, when a case is shown."""
        day = short_day_words(broken.at.date(), year=False)
        told = tr(
            "The program broke off on {day} at {clock}. All that was saved is there.",
            day=day,
            clock=f"{broken.at:%H:%M}",
        )

        def tell(_case: Case) -> None:
            self._bridge.case_settled.disconnect(tell)
            if self._notice.isHidden():
                copy = partial(QApplication.clipboard().setText, broken.report)
                self._notice.tell((told,), tr("Copy a report"), copy)

        self._bridge.case_settled.connect(tell)

    @property
    def _window(self) -> QWidget:
        return self._status.window()
