"""Cases as files: written for somebody else, and what somebody else did brought back into the case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.translation import tr, trn

if TYPE_CHECKING:  # it brings SQLAlchemy, which the first paint need not wait for
    from factcheck.sharing import Merged
    from ui.window import Window

ENDING = ".factcheck"


class ExchangeDesk(QObject):
    """Two entries of the Case menu, and what is dropped on the window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._bridge = window, window.bridge

    def export(self) -> None:
        """Write the open case as one file, where the person says."""
        case = self._bridge.case
        if case is None:
            return
        named = "".join(c if c.isalnum() or c in " -_" else "" for c in case.name).strip() or "case"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Export the case"), str(Path.home() / f"{named}{ENDING}"), _kinds()
        )
        if chosen:
            self.write(Path(chosen if chosen.endswith(ENDING) else chosen + ENDING))

    def write(self, path: Path) -> None:
        case = self._bridge.case
        if case is not None:
            self._bridge.run(lambda: self._bridge.workspace.export_case(case.id, path), self._tell_written)

    def _tell_written(self, path: Path) -> None:
        self._window.status.show_saved(tr("case file {name}", name=path.name))
        told = tr("The case was written to {path}. Whoever gets it merges it with Case > Merge a case file.", path=path)
        self._window.notice.tell((told,))

    def merge(self) -> None:
        """Take in a case file that the person chooses."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("Merge a case file"), str(Path.home()), _kinds())
        if chosen:
            self.take((Path(chosen),))

    def take(self, paths: tuple[Path, ...]) -> None:
        """What was dropped: case files are merged, all else are articles."""
        for path in paths:
            if path.suffix == ENDING:
                self._window.keep_typed()
                self._merge(path)
        self._window.cases.add_files(tuple(path for path in paths if path.suffix != ENDING))

    def _merge(self, path: Path) -> None:
        self._window.status.show_said(tr("Merging {name} …", name=path.name))
        self._bridge.run(lambda: self._bridge.workspace.merge_case(path), self._show)

    def _show(self, merged: Merged) -> None:
        """Show the case as it is now, wherever it stands, and tell what came in when it is shown."""
        self._window.status.show_said("")
        case = self._bridge.case
        if case and case.id == merged.case.id:
            self._bridge.read_again()
        else:
            self._window.cases.open_case(merged.case.id)
        self._bridge.run(lambda: None, lambda _: self._window.notice.tell(told_lines(merged)))


def told_lines(merged: Merged) -> list[str]:
    """What came in, in a line, then one for each thing that could not be united."""
    came = []
    if merged.articles:
        came.append(trn("{count} article", "{count} articles", merged.articles))
    came += [
        trn("{count} thing {name} did", "{count} things {name} did", count, name=name)
        for name, count in merged.acts.items()
    ]
    what = ", ".join(came) or tr("nothing that was not here already")
    first = (
        tr("“{name}” is a new case here: {what}.", name=merged.case.name, what=what)
        if merged.made
        else tr("Merged into “{name}”: {what}.", name=merged.case.name, what=what)
    )
    return [first, *merged.problems]


def _kinds() -> str:
    return f"{tr('Case files')} (*{ENDING})"
