"""The page of the history: all that was ever done on the question; two verdicts compared, one given anew."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from factcheck.history import history_of, restored
from factcheck.values import Verdict
from ui.announce import announce
from ui.compared import ComparedFields, differences
from ui.dossier.fields import Section
from ui.dossier.past import Past, PastRow, Role, past
from ui.dossier.record import Paper
from ui.dossier.subject import Subject, Surroundings
from ui.people import short_name
from ui.plain import PlainLabel, tool_tip
from ui.theme import Theme, interface_font, interface_px
from ui.translation import tr


class PastList(QListWidget):
    """The entries, one below the other; several can be chosen. Rows are measured again when its width changes."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("What was done"))
        self.setProperty("role", "paper")
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.row_kind = PastRow()
        self.setItemDelegate(self.row_kind)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def show_entries(self, entries: tuple[Past, ...]) -> None:
        """Show these, and choose again what was chosen."""
        chosen = {entry.id for entry in self.chosen()}
        self.clear()
        for entry in entries:
            item = QListWidgetItem()
            item.setData(Role.PAST, entry)
            item.setToolTip(tool_tip(entry.name))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, entry.spoken)
            self.addItem(item)
            item.setSelected(entry.id in chosen)
        if entries and not self.selectedItems():
            self.setCurrentRow(0, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def chosen(self) -> tuple[Past, ...]:
        """Newest first."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self.item(row).data(Role.PAST) for row in rows)


class HistoryPage(QWidget):
    """Above what was done, below what changed by it: against what it replaced, or between two that are chosen."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.setAccessibleName(tr("History"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "paper")
        self._around = around
        self._subject: Subject | None = None
        self._shown: tuple[Past, ...] = ()
        self.list = PastList()
        self.nothing = PlainLabel(tr("Nobody has done anything here yet."), role="muted", wrap=True)
        self.nothing.setContentsMargins(16, 8, 16, 8)
        self.changes = Section(tr("What changed"))
        self.told = PlainLabel(role="muted", wrap=True)
        self.fields = ComparedFields(beside=False)
        self.changes.add(self.told, self.fields)
        self.restore = QPushButton(tr("Restore this verdict"))
        self._lay_out()
        self.setFocusProxy(self.list)
        self.list.itemSelectionChanged.connect(self._compare)
        self.restore.clicked.connect(self.restore_chosen)

    def _lay_out(self) -> None:
        line = QFrame()
        line.setFixedHeight(1)
        line.setProperty("role", "rule")
        self._paper = Paper((self.changes,))
        self._paper.setAccessibleName(tr("What changed"))
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.addStretch()
        foot.addWidget(self.restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 3)
        layout.addWidget(line)
        layout.addWidget(self._paper, 2)
        layout.addLayout(foot)

    # --- what is shown ----------------------------------------------------------------------------

    def show_subject(self, subject: Subject | None) -> None:
        self._subject = subject
        case = self._around.bridge.ledger.case
        now = past(history_of(case, subject.id)) if subject and case else ()
        self.nothing.setVisible(not now)
        self.list.setVisible(bool(now))
        if now != self._shown:
            self._shown = now
            self.list.show_entries(now)
        self._compare()

    def _compare(self) -> None:
        """What changed between the two chosen verdicts, or by the one."""
        chosen = self.list.chosen()
        verdicts = [entry for entry in chosen if entry.verdict]
        old, new = self._pair(verdicts)
        found = differences(old, new, self._around.bridge.scales()) if old and new else ()
        self.fields.show_fields(found)
        self.told.setToolTip(tool_tip("\n".join(entry.name for entry in reversed(verdicts))))
        self.told.setText(self._told(verdicts, old, same=not found))
        self.restore.setEnabled(len(chosen) == 1 and self._can_restore(chosen[0]))

    def _pair(self, verdicts: list[Past]) -> tuple[Verdict | None, Verdict | None]:
        if len(verdicts) == 2:
            return verdicts[1].verdict, verdicts[0].verdict
        if len(verdicts) != 1:
            return None, None
        replaced = next((entry for entry in self._shown if entry.id == verdicts[0].before), None)
        return (replaced.verdict if replaced else None), verdicts[0].verdict

    def _told(self, verdicts: list[Past], old: Verdict | None, *, same: bool) -> str:
        if len(verdicts) == 2:
            told = tr("From {first} to {second}", first=_named(verdicts[1]), second=_named(verdicts[0]))
            return tr("{compared}: they say the same.", compared=told) if same else told
        if len(verdicts) == 1 and old:
            return tr("Nothing but the words it is about.") if same else tr("Against the verdict it replaced")
        return tr("Choose two verdicts to compare them: Ctrl with a click, or Ctrl with the arrows and Space.")

    def _can_restore(self, entry: Past) -> bool:
        """A verdict that is not what stands there now as one's own."""
        mine = self._around.bridge.ledger.reviewer.id
        return entry.verdict is not None and not (entry.stands and entry.verdict.reviewer.id == mine)

    # --- what is done -----------------------------------------------------------------------------

    def restore_chosen(self) -> None:
        """Give the chosen verdict anew, in one's own name; what stood there becomes history."""
        ledger, chosen = self._around.bridge.ledger, self.list.chosen()
        if ledger.case is None or len(chosen) != 1 or chosen[0].verdict is None or not self._can_restore(chosen[0]):
            return
        self.list.clearSelection()  # what was made is chosen, on top
        if ledger.act((restored(ledger.case, chosen[0].verdict, ledger.reviewer),)):
            announce(self, tr("Verdict restored"))

    def keep_typed(self) -> None:
        """Nothing is typed here."""

    def save(self) -> None:
        """Nothing is typed here."""

    def set_theme(self, theme: Theme) -> None:
        self.list.row_kind.set_theme(theme)
        self.list.viewport().update()

    def set_text_size(self, px: int) -> None:
        self.setFont(interface_font(interface_px(px)))
        self.list.row_kind.set_text_size(interface_px(px))
        self.list.scheduleDelayedItemsLayout()


def _named(entry: Past) -> str:
    return f"{short_name(entry.name)}, {entry.at}"
