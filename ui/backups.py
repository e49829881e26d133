"""The dialogs about backups: the list of them, and the way out when the store is damaged. They store nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.errors import StoreDamaged
from ui.days import short_day_words
from ui.plain import PlainLabel, tool_tip
from ui.translation import mark, tr, trn

if TYPE_CHECKING:  # it brings SQLAlchemy, which the first paint need not wait for
    from factcheck.safekeeping import Contents

REASONS = {
    "daily": mark("The day’s first change"),
    "hourly": mark("An hour of changes"),
    "after a session": mark("The end of a session"),
    "before migration": mark("Before an update of the file"),
    "before deleting a case": mark("Before a case was deleted"),
    "before restoring": mark("Before a backup was restored"),
    "by hand": mark("Made by hand"),
}

WAY_OUT = 560
"""Pixels: how wide the words about a damaged file stand at least."""


class Backups(QDialog):
    """All backups with what is in each. `chosen` is the one to restore; `wants_new` when one is to be made now."""

    HEADINGS = (mark("Made"), mark("Why"), mark("Cases"), mark("Verdicts"))

    def __init__(self, parent: QWidget, backups: Sequence[Contents], folder: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Backups"))
        self._backups, self._folder = tuple(backups), folder
        self.wants_new = False
        self._make_table()
        self._lay_out()
        self.resize(720, 420)
        self.table.currentCellChanged.connect(lambda *_: self._show_chosen())
        self.table.doubleClicked.connect(lambda _: self._restore())
        self.table.selectRow(0)
        self.table.setFocus()
        self._show_chosen()

    def _make_table(self) -> None:
        self.table = QTableWidget(len(self._backups), len(self.HEADINGS))
        self.table.setAccessibleName(tr("Backups"))
        self.table.setHorizontalHeaderLabels([tr(heading) for heading in self.HEADINGS])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for row, backup in enumerate(self._backups):
            self._fill(row, backup)

    def _fill(self, row: int, looked: Contents) -> None:
        counts = ("–", "–") if looked.fault else (str(looked.cases), str(looked.verdicts))
        why = tr("Cannot be used: {fault}", fault=looked.fault) if looked.fault else reason_words(looked)
        for column, text in enumerate((time_words(looked.backup.made), why, *counts)):
            cell = QTableWidgetItem(text)
            cell.setToolTip(tool_tip(looked.backup.path.name))
            if column > 1:
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, cell)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.new = buttons.addButton(tr("Back up now"), QDialogButtonBox.ButtonRole.ActionRole)
        self.folder = buttons.addButton(tr("Open the folder"), QDialogButtonBox.ButtonRole.ActionRole)
        self.restore = buttons.addButton(tr("Restore…"), QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        about = tr(
            "Each is a copy of all cases. One is made on every day on which something changes and at the end of the "
            "session; ten are kept, closer together the newer they are."
        )
        layout.addWidget(PlainLabel(about, wrap=True))
        layout.addWidget(self.table, 1)
        where = PlainLabel(tr("They are in {folder}", folder=self._folder), "muted", wrap=True)
        layout.addWidget(where)
        layout.addWidget(buttons)
        self.restore.setDefault(True)  # now that it stands in the dialog
        self.new.clicked.connect(self._ask_for_new)
        self.folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        self.restore.clicked.connect(self._restore)
        buttons.rejected.connect(self.reject)

    @property
    def chosen(self) -> Contents | None:
        row = self.table.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def _show_chosen(self) -> None:
        self.restore.setEnabled(self.chosen is not None and not self.chosen.fault)
        self.folder.setEnabled(bool(self._backups))

    def _restore(self) -> None:
        if self.restore.isEnabled():
            self.accept()

    def _ask_for_new(self) -> None:
        self.wants_new = True
        self.reject()


class WayOut(QDialog):
    """Says that the store is damaged and what can be done: `choice` is "restore", "all", "anew" or "" for nothing."""

    def __init__(self, parent: QWidget, error: StoreDamaged, newest: Contents | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("The cases cannot be opened"))
        self.choice = ""
        self.told = PlainLabel(_damage_words(error), wrap=True)
        self.offer = PlainLabel(_offer_words(newest), wrap=True)
        self.buttons = QDialogButtonBox()
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(PlainLabel(tr("The cases cannot be opened"), "heading"))
        layout.addWidget(self.told)
        layout.addWidget(self.offer)
        layout.addWidget(PlainLabel(tr("Whatever you choose, the damaged file is kept."), "muted", wrap=True))
        layout.addSpacing(6)
        layout.addWidget(self.buttons)
        self.anew = self._add(tr("Begin with no cases"), "anew")
        if newest:
            self.all = self._add(tr("All backups…"), "all")
            self.restore = self._add(tr("Restore this backup"), "restore")
            self.restore.setDefault(True)
            self.restore.setFocus()
        close = self.buttons.addButton(tr("Do nothing"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(newest is None)
        self.buttons.rejected.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """As wide as the buttons need in any language, as high as the words are then: known when the style is."""
        super().showEvent(event)
        layout = self.layout()
        assert layout is not None
        width = max(WAY_OUT, layout.totalMinimumSize().width())
        self.setFixedSize(width, layout.totalHeightForWidth(width))

    def _add(self, text: str, choice: str) -> QPushButton:
        role = QDialogButtonBox.ButtonRole.AcceptRole if choice == "restore" else QDialogButtonBox.ButtonRole.ActionRole
        button = self.buttons.addButton(text, role)
        button.clicked.connect(lambda: self._choose(choice))
        return button

    def _choose(self, choice: str) -> None:
        self.choice = choice
        self.accept()


def reason_words(looked: Contents) -> str:
    why = looked.backup.why
    return tr(REASONS[why]) if why in REASONS else why


def counts_words(looked: Contents) -> str:
    """ "3 cases and 41 verdicts" """
    cases, verdicts = looked.cases, looked.verdicts
    return tr(
        "{cases} and {verdicts}",
        cases=trn("{count} case", "{count} cases", cases),
        verdicts=trn("{count} verdict", "{count} verdicts", verdicts),
    )


def time_words(made: datetime) -> str:
    at = made.astimezone()
    return tr("{day}, {clock}", day=short_day_words(at.date(), year=True), clock=f"{at:%H:%M}")


def _damage_words(error: StoreDamaged) -> str:
    if error.path.exists() and error.path.stat().st_size:
        return tr("The file with your cases, {path}, is damaged ({why}).", path=error.path, why=error.reason)
    return tr("The file with your cases, {path}, is gone or empty.", path=error.path)


def _offer_words(newest: Contents | None) -> str:
    if newest is None:
        return tr("There is no good backup of it.")
    return tr(
        "The newest good backup is of {time} and has {counts}.",
        time=time_words(newest.backup.made),
        counts=counts_words(newest),
    )
