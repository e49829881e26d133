"""The page of all keys, where they can be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.action_table import ACTIONS, Action
from ui.keys import KeyMap
from ui.plain import PlainLabel
from ui.translation import tr

NAME = Qt.ItemDataRole.UserRole


class KeyPage(QDialog):
    """Every action with its keys, by menu. A change holds at once and is kept."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._sections: dict[QTreeWidgetItem, list[QTreeWidgetItem]] = {}
        self.setWindowTitle(tr("All keys"))
        self._build()
        self._fill()
        self.filter.textChanged.connect(self._filter)
        self.table.currentItemChanged.connect(lambda *_: self._show_chosen())
        self.field.editingFinished.connect(self._change)
        self.usual.clicked.connect(self._reset)
        self.without.clicked.connect(lambda: self._set(()))
        self.all_usual.clicked.connect(self._reset_all)
        self._show_chosen()

    def _build(self) -> None:
        self.filter = QLineEdit(placeholderText=tr("Find an action or a key"), clearButtonEnabled=True)
        self.filter.setAccessibleName(tr("Find an action or a key"))
        self.table = QTreeWidget(columnCount=2)
        self.table.setProperty("role", "rows")
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAccessibleName(tr("All keys"))
        self.table.setHeaderLabels([tr("What it does"), tr("Keys")])
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setStretchLastSection(False)
        self.table.setIndentation(0)
        self.field = QKeySequenceEdit(maximumSequenceLength=1, clearButtonEnabled=True)
        self.field.setAccessibleName(tr("New key for the chosen action"))
        for inner in self.field.findChildren(QLineEdit):  # Qt gives it no name of its own
            inner.setAccessibleName(self.field.accessibleName())
            inner.setPlaceholderText("")  # what it says stands beside it, and in German would not fit
        self.usual, self.without = QPushButton(tr("Usual keys")), QPushButton(tr("No key"))
        self.all_usual = QPushButton(tr("All as usual"))
        for button in (self.usual, self.without, self.all_usual):
            button.setAutoDefault(False)
        self.fault = PlainLabel("", "error", wrap=True)
        change = QHBoxLayout()
        change.addWidget(PlainLabel(tr("Press a new key"), "muted"))
        for widget in (self.field, self.without, self.usual):
            change.addWidget(widget)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.all_usual, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        told = tr("Single letters and digits work everywhere but in text fields.")
        layout.addWidget(PlainLabel(told, "muted"))
        layout.addWidget(self.filter)
        layout.addWidget(self.table, 1)
        layout.addLayout(change)
        layout.addWidget(self.fault)
        layout.addWidget(buttons)
        self.resize(560, 660)

    def _fill(self) -> None:
        """The actions under the headings of their menus."""
        menus = dict.fromkeys(action.menu for action in ACTIONS)
        for menu in menus:
            section = QTreeWidgetItem(self.table, [tr(menu)])
            section.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = section.font(0)
            font.setBold(True)
            section.setFont(0, font)
            section.setFirstColumnSpanned(True)
            self._sections[section] = [self._row(section, action) for action in ACTIONS if action.menu == menu]
        self.table.expandAll()
        self.table.setCurrentItem(next(iter(self._sections.values()))[0])

    def _row(self, section: QTreeWidgetItem, action: Action) -> QTreeWidgetItem:
        row = QTreeWidgetItem(section, ["    " + tr(action.text).rstrip("…"), ""])
        row.setData(0, NAME, action.name)
        self._tell(row)
        return row

    def _tell(self, row: QTreeWidgetItem) -> None:
        row.setText(1, "   ".join(QKeySequence(key).toString(NATIVE) for key in self._keys.keys(row.data(0, NAME))))

    def _filter(self, text: str) -> None:
        for section, rows in self._sections.items():
            for row in rows:
                row.setHidden(text.lower() not in f"{row.text(0)} {row.text(1)}".lower())
            section.setHidden(all(row.isHidden() for row in rows))
        self._show_chosen()

    def _chosen(self) -> str:
        item = self.table.currentItem()
        return str(item.data(0, NAME) or "") if item and not item.isHidden() else ""

    def _show_chosen(self) -> None:
        self.fault.clear()
        self.field.clear()
        for widget in (self.field, self.usual, self.without):
            widget.setEnabled(bool(self._chosen()))

    def _change(self) -> None:
        key = self.field.keySequence().toString()
        if key:
            self._set((key,))

    def _set(self, keys: tuple[str, ...]) -> None:
        try:
            self._keys.set(self._chosen(), keys)
        except ValueError as error:
            self.fault.setText(str(error))
            self.field.clear()
        else:
            self._changed()

    def _reset(self) -> None:
        try:
            self._keys.reset(self._chosen())
        except ValueError as error:
            self.fault.setText(str(error))
        else:
            self._changed()

    def _reset_all(self) -> None:
        self._keys.reset_all()
        for row in (row for rows in self._sections.values() for row in rows):
            self._tell(row)
        self._show_chosen()

    def _changed(self) -> None:
        row = self.table.currentItem()
        if row is not None:
            self._tell(row)
        self._show_chosen()


NATIVE = QKeySequence.SequenceFormat.NativeText
