"""What the Case menu does: asks what it must, then hands the wish to the bridge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from factcheck.values import Article, Case, CaseSummary
from ui.bridge import Bridge
from ui.plain import confirmed, confirmed_by_typing
from ui.translation import tr
from ui.wording import letter

if TYPE_CHECKING:
    from ui.window import Window

MANY = 20
"""More verdicts than these are not deleted by one press of a button."""

PATTERNS = "*.txt *.text *.md *.markdown *.json *.jsonl"


class CaseDesk(QObject):
    """One method an entry of the menu. `window` is the parent of its dialogs.

    `shown_elsewhere` brings the other window to the front that shows the case of this id, if there is one.
    """

    window_wanted = Signal(str)  # the id of a case that is wanted in a window of its own

    def __init__(self, bridge: Bridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._window = bridge, window
        self.shown_elsewhere: Callable[[str], Window | None] = lambda _: None
        self._pane = 0  # the article the keyboard was in last
        bridge.case_deleted.connect(self._open_next)

    def note_pane(self, number: int) -> None:
        self._pane = number

    def new(self) -> None:
        name = self._asked_name(tr("New case"), tr("What is the case about?"))
        if name:
            self._bridge.create_case(name)

    def open(self) -> None:
        chosen = self._asked_case()
        if chosen:
            self.open_case(chosen)

    def open_case(self, case_id: str) -> Window | None:
        """Show a case here; where it stands in another window already, that one comes to the front and is returned."""
        elsewhere = self.shown_elsewhere(case_id)
        if elsewhere is None:
            self._bridge.open_case(case_id)
        return elsewhere

    def open_beside(self) -> None:
        chosen = self._asked_case()
        if chosen:
            self.window_wanted.emit(chosen)

    def _asked_case(self) -> str | None:
        from ui.dialogs import Cases

        dialog = Cases(self._window, self._bridge.workspace.cases())
        return dialog.chosen if dialog.exec() else None

    def _asked_name(self, title: str, question: str, name: str = "") -> str | None:
        from ui.dialogs import asked_name  # the first paint need not wait for dialogs

        return asked_name(self._window, title, question, name)

    def others(self) -> tuple[CaseSummary, ...]:
        """The cases that are not open, last opened first."""
        here = self._bridge.case.id if self._bridge.case else ""
        return tuple(case for case in self._bridge.workspace.cases() if case.id != here)

    def open_sample(self) -> None:
        self.open_case(self._bridge.workspace.sample_case().id)

    def rename(self) -> None:
        case = self._bridge.case
        name = case and self._asked_name(tr("Rename the case"), tr("The name of the case"), case.name)
        if case and name and name != case.name:
            self._bridge.rename_case(case.id, name)

    def delete(self) -> None:
        case = self._bridge.case
        if case and self._agreed_to_delete(case):
            self._bridge.delete_case(case.id)

    def _agreed_to_delete(self, case: Case) -> bool:
        """Many verdicts go only when their number is typed."""
        question, yes = tr("Delete “{name}”?", name=case.name), tr("Delete the case")
        if len(case.verdicts) <= MANY:
            return confirmed(self._window, question, _what_goes(case), yes)
        return confirmed_by_typing(self._window, question, _what_goes(case), str(len(case.verdicts)), yes)

    def _open_next(self) -> None:
        """After the open case was deleted: the last one or the sample. Where another window has it, this one closes."""
        store = self._bridge.workspace
        last = store.last_case() or store.sample_case().id
        if self.shown_elsewhere(last) is not None:
            self._window.close()
        else:
            self._bridge.open_case(last)

    def add_articles(self) -> None:
        readable = f"{tr('Articles')} ({PATTERNS});;{tr('All files')} (*)"
        names, _ = QFileDialog.getOpenFileNames(self._window, tr("Add articles"), self.folder(), readable)
        self.add_files(tuple(Path(name) for name in names))

    def add_files(self, paths: tuple[Path, ...]) -> None:
        """Read files into the open case; without one they begin a case of their own."""
        if not paths:
            return
        if self._bridge.case is None:
            self._bridge.open_files(paths[0].stem, paths)
        else:
            self._bridge.import_files(paths)

    def edit_article(self) -> None:
        article = self.asked_article(tr("Article details"), tr("Which article?"))
        if article is not None:
            self._show_details(article)

    def edit_nth_article(self, number: int) -> None:
        """The details of the n-th article (from 0)."""
        if self._bridge.case is not None:
            self._show_details(self._bridge.case.articles[number])

    def _show_details(self, article: Article) -> None:
        from ui.dialogs import ArticleDetails

        dialog = ArticleDetails(self._window, article)
        if dialog.exec() and dialog.provenance() != article.provenance:
            self._bridge.set_provenance(article.id, dialog.provenance())

    def remove_article(self) -> None:
        article = self.asked_article(tr("Remove an article"), tr("Which article should go?"))
        explained = tr("The file it was read from stays. Verdicts on its words are kept and listed as detached.")
        if article and confirmed(
            self._window, tr("Remove “{name}”?", name=article.label), explained, tr("Remove the article")
        ):
            self._bridge.remove_article(article.id)

    def analyse(self) -> None:
        self._bridge.analyse()

    def export(self) -> None:
        case = self._bridge.case
        if case is None:
            return
        suggested = "".join(c if c.isalnum() or c in " -_" else "" for c in case.name).strip() or "report"
        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("Export report"), str(Path.home() / f"{suggested}.html"), "HTML (*.html)"
        )
        if name:
            self._bridge.export_report(Path(name))

    def name_reviewer(self) -> None:
        name = self._asked_name(
            tr("Reviewer"), tr("The name that stands under your verdicts"), self._bridge.reviewer().name
        )
        if name:
            self._bridge.set_reviewer(name)

    def open_file(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def folder(self) -> str:
        """Where the case's last article came from; the person's own folder for the first."""
        articles = self._bridge.case.articles if self._bridge.case else ()
        known = [Path(article.path).parent for article in articles if article.path]
        return str(
            next((folder for folder in reversed(known) if folder.is_absolute() and folder.is_dir()), Path.home())
        )

    def asked_article(self, title: str, question: str) -> Article | None:
        """The only article of the case, else the one a person chooses."""
        articles = self._bridge.case.articles if self._bridge.case else ()
        if len(articles) < 2:
            return articles[0] if articles else None
        names = [f"{letter(n)}  {article.label}" for n, article in enumerate(articles)]
        chosen, accepted = QInputDialog.getItem(
            self._window, title, question, names, min(self._pane, len(names) - 1), False
        )
        return articles[names.index(chosen)] if accepted else None


def _what_goes(case: Case) -> str:
    return tr(
        "{articles} articles and {verdicts} verdicts go with it. The files the articles were read from stay, "
        "and so does a backup of how it is now (Case > Backups…).",
        articles=len(case.articles),
        verdicts=len(case.verdicts),
    )
