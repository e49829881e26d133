"""A scale of one's own: its name, its steps in their order, and which of them stand beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.scales import Scale, Step, new_scale, new_step, problems_of, revised, shipped_scales
from ui.plain import PlainLabel
from ui.translation import tr

LABEL, MEANING, BESIDE = range(3)
STEP = Qt.ItemDataRole.UserRole


def blank_scale() -> Scale:
    """Where a new scale begins: two ends, to be told apart."""
    return new_scale(tr("Our scale"), (new_step(tr("True"), glyph="●"), new_step(tr("False"), glyph="○")))


class ScaleEditor(QDialog):
    """Shows a scale and returns its next version; nothing that was rated on an earlier one changes."""

    def __init__(self, parent: QWidget | None, scale: Scale) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Rating scale"))
        self._scale = scale
        ours = any(scale.id == each.id for each in shipped_scales())
        self.name = QLineEdit(tr("{name} (own)", name=scale.name) if ours else scale.name)
        self.name.setAccessibleName(tr("Name of the scale"))
        self.ordered = QCheckBox(tr("The steps stand in an order, from one end to the other"))
        self.ordered.setChecked(scale.ordered)
        self.steps = QTableWidget(0, 3)
        self.problem = PlainLabel(role="error", wrap=True)
        self.problem.setAccessibleName(tr("What the scale still needs"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._dress_table()
        for step in scale.steps:
            self._append(step)
        self._lay_out()
        self._join()
        self._check()
        self.resize(680, 540)

    def _dress_table(self) -> None:
        self.steps.setAccessibleName(tr("Steps of the scale"))
        self.steps.setHorizontalHeaderLabels([tr("Label"), tr("When to give it"), tr("Beside the order")])
        self.steps.verticalHeader().hide()
        self.steps.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.steps.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.steps.setTabKeyNavigation(False)
        head = self.steps.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        head.setSectionResizeMode(LABEL, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(MEANING, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(BESIDE, QHeaderView.ResizeMode.ResizeToContents)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(tr("&Name"), self.name)
        self.row_buttons = {
            "add": QPushButton(tr("Add a step")),
            "up": QPushButton(tr("Move up")),
            "down": QPushButton(tr("Move down")),
            "remove": QPushButton(tr("Remove the step")),
        }
        row = QHBoxLayout()
        for button in self.row_buttons.values():
            row.addWidget(button)
        row.addStretch()
        said = PlainLabel(
            tr("A change makes a new version. What was rated before keeps the scale it was rated on."),
            "muted",
            wrap=True,
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.steps, 1)
        layout.addLayout(row)
        for widget in (self.ordered, said, self.problem, self._buttons):
            layout.addWidget(widget)

    def _join(self) -> None:
        self.name.textChanged.connect(self._check)
        self.ordered.toggled.connect(self._check)
        self.steps.itemChanged.connect(lambda _: self._check())
        self.row_buttons["add"].clicked.connect(self._add)
        self.row_buttons["up"].clicked.connect(lambda: self._move(-1))
        self.row_buttons["down"].clicked.connect(lambda: self._move(1))
        self.row_buttons["remove"].clicked.connect(self._remove)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    @property
    def made(self) -> Scale:
        """The scale as it is written here: the next version where something is different, else the same."""
        name, steps, ordered = self.name.text().strip(), tuple(self._steps()), self.ordered.isChecked()
        if (name, steps, ordered) == (self._scale.name, self._scale.steps, self._scale.ordered):
            return self._scale
        return revised(self._scale, name=name, steps=steps, ordered=ordered)

    def _steps(self) -> Iterator[Step]:
        for row in range(self.steps.rowCount()):
            label, meaning, beside = (self._item(row, column) for column in (LABEL, MEANING, BESIDE))
            yield replace(
                label.data(STEP),
                label=label.text().strip(),
                meaning=meaning.text().strip(),
                beside=beside.checkState() is Qt.CheckState.Checked,
            )

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.steps.item(row, column)
        assert item is not None
        return item

    def _append(self, step: Step) -> None:
        self._insert(self.steps.rowCount(), step)

    def _insert(self, row: int, step: Step) -> None:
        self.steps.blockSignals(True)
        self.steps.insertRow(row)
        label, meaning, beside = QTableWidgetItem(step.label), QTableWidgetItem(step.meaning), QTableWidgetItem()
        label.setData(STEP, step)
        beside.setFlags((beside.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsEditable)
        beside.setCheckState(Qt.CheckState.Checked if step.beside else Qt.CheckState.Unchecked)
        for column, item in enumerate((label, meaning, beside)):
            self.steps.setItem(row, column, item)
        self.steps.blockSignals(False)

    def _add(self) -> None:
        self._append(new_step(""))
        row = self.steps.rowCount() - 1
        self.steps.setCurrentCell(row, LABEL)
        self.steps.editItem(self._item(row, LABEL))
        self._check()

    def _move(self, by: int) -> None:
        row = self.steps.currentRow()
        if row >= 0 and 0 <= row + by < self.steps.rowCount():
            step = list(self._steps())[row]
            self.steps.removeRow(row)
            self._insert(row + by, step)
            self.steps.setCurrentCell(row + by, LABEL)
            self._check()

    def _remove(self) -> None:
        if self.steps.currentRow() >= 0:
            self.steps.removeRow(self.steps.currentRow())
            self._check()

    def _check(self) -> None:
        problems = problems_of(self.made)
        self.problem.setText(problems[0] if problems else "")
        self.accept_button.setEnabled(not problems)
