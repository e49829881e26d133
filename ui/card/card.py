"""The card below the articles: what every source says on the chosen question, and why that is a conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from ui.elided import Elided
from ui.icons import icon
from ui.plain import PlainLabel, tool_tip
from ui.theme import LIGHT, READING_PX, Theme, interface_font, interface_px
from ui.translation import tr

if TYPE_CHECKING:
    from ui.card.column import SourceColumn
    from ui.card.comparison import Comparison

SIDE, TOP = 16, 8  # pixels
LEAST_BODY = 110  # pixels: two lines of words with what they come to


class ComparisonCard(QWidget):
    """Shows a Comparison: a head line, and below it a column a source. Folded, the head alone is left."""

    claim_chosen = Signal(str)
    fold_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Comparison"))
        self.comparison: Comparison | None = None
        self.folded = False
        self.columns: list[SourceColumn] = []
        self._theme, self._px = LIGHT, READING_PX
        self._build()
        self.show_comparison(None)

    def _build(self) -> None:
        self.fold = QToolButton()
        self.fold.setProperty("flat", "true")
        self.fold.clicked.connect(self.fold_wanted)
        self.question = Elided("heading")
        self.summary = Elided("muted")
        self.judged = PlainLabel(role="muted")
        self.judged.setAccessibleName(tr("Rule and confidence"))
        self.coverage = PlainLabel(role="tag")
        self.copy = QToolButton()
        self.copy.setText(tr("Copy"))
        self.copy.setProperty("flat", "true")
        self.copy.setAccessibleName(tr("Copy the comparison"))
        self.copy.setToolTip(tool_tip(tr("Copy the comparison as plain text")))
        self.copy.clicked.connect(self.copy_text)
        self.reason = PlainLabel(wrap=True)
        self.reason.setAccessibleName(tr("Why it is a conflict"))
        for label in (self.reason, self.judged, self.coverage):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE - 8, 0)
        head.setSpacing(8)
        head.addWidget(self.question)
        head.addWidget(self.summary)
        head.addStretch()
        for widget in (self.coverage, self.judged, self.copy, self.fold):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(SIDE, 4, SIDE, 0)
        self._row.setSpacing(24)
        held = QWidget()
        held.setProperty("role", "paper")
        held.setLayout(self._row)
        self.body = QScrollArea(widgetResizable=True)
        self.body.setFrameShape(QFrame.Shape.NoFrame)
        self.body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setMinimumHeight(LEAST_BODY)
        self.body.setWidget(held)
        self.reason.setContentsMargins(SIDE, 0, SIDE, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, TOP, 0, TOP)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.reason)
        layout.addWidget(self.body, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().base())
        painter.fillRect(0, 0, self.width(), 1, self.palette().midlight())

    # --- what is shown ----------------------------------------------------------------------------

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show what the sources say; None where there is nothing to compare."""
        self.comparison = comparison
        self.setVisible(comparison is not None)
        if comparison is None:
            return
        self.question.show_words(comparison.question)
        self.summary.show_words(comparison.reason)
        self.reason.setText(comparison.reason)
        self.judged.setText(comparison.judged)
        self.judged.setToolTip(tool_tip(comparison.meaning))
        self.judged.setAccessibleDescription(comparison.meaning)
        self.coverage.setText(comparison.coverage)
        self.coverage.setVisible(bool(comparison.coverage))
        self._show_columns(comparison)

    def set_folded(self, folded: bool) -> None:
        """Leave the head alone, or show everything."""
        self.folded = folded
        for widget in (self.reason, self.body, self.copy, self.judged):
            widget.setVisible(not folded)
        self.summary.setVisible(folded)
        self._name_fold()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._name_fold()
        for column in self.columns:
            column.dress(theme, self._px)

    def set_text_size(self, px: int) -> None:
        """`px` is the size of the articles' words."""
        self._px = px
        self.setFont(interface_font(interface_px(px)))
        for column in self.columns:
            column.dress(self._theme, px)

    def copy_text(self) -> None:
        """All of it as plain text on the clipboard."""
        if self.comparison is not None:
            QGuiApplication.clipboard().setText(self.comparison.text())

    def _show_columns(self, comparison: Comparison) -> None:
        while len(self.columns) < len(comparison.columns):
            self._add_column()
        for number, widget in enumerate(self.columns):
            widget.setVisible(number < len(comparison.columns))
        for widget, column in zip(self.columns, comparison.columns, strict=False):
            widget.show_column(column, comparison.look)

    def _add_column(self) -> None:
        from ui.card.column import SourceColumn  # the first paint shows no case and need not wait for it

        made = SourceColumn()
        made.dress(self._theme, self._px)
        made.claim_chosen.connect(self.claim_chosen)
        self.columns.append(made)
        self._row.addWidget(made, 1)

    def _name_fold(self) -> None:
        name = tr("Show the comparison") if self.folded else tr("Fold the comparison")
        self.fold.setAccessibleName(name)
        self.fold.setToolTip(tool_tip(f"{name}  ( C )"))
        self.fold.setIcon(icon("previous" if self.folded else "next", self._theme, "muted"))
