"""Questions that are one, and claims of one question that answer another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from factcheck.values import Case, Change, Claim, Group
from ui.elided import Elided
from ui.hand.passages import passages_of
from ui.hand.sheet import Record, Sheet
from ui.hand.words import quotation, value_told
from ui.plain import PlainLabel, tool_tip
from ui.translation import tr, trn
from ui.wording import letters_of, shortened

SHOWN = 5  # claims before the list scrolls
ROW, UNDER_BOX, WIDE = 74, 26, 560  # pixels


class JoinSheet(Sheet):
    """Several questions become one: under which words, and whether what they say can all be true."""

    def __init__(self, parent: QWidget, case: Case, groups: Sequence[Group], record: Record) -> None:
        super().__init__(parent, tr("Join the questions"), tr("Join"), record)
        self._case, self._groups = case, tuple(groups)
        claims = len({id for group in groups for id in group.claims})
        told = trn("{count} claim will answer one question.", "{count} claims will answer one question.", claims)
        self.question = QComboBox(editable=True)
        self.question.addItems(list(dict.fromkeys(group.question for group in groups)))
        self.question.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.question.setAccessibleName(tr("The question"))
        self.by_values = QRadioButton(tr("What they state tells whether they agree"))
        self.opposed = QRadioButton(tr("They cannot all be true"))
        self.compatible = QRadioButton(tr("They can all be true"))
        self.by_values.setChecked(True)
        form = QFormLayout()
        form.addRow(tr("Question"), self.question)
        self.add(PlainLabel(told, "heading", wrap=True), form, self.by_values, self.opposed, self.compatible)
        self.question.setFocus()

    def changes(self) -> Sequence[Change]:
        from factcheck.hand import join

        opposed = None if self.by_values.isChecked() else self.opposed.isChecked()
        question = " ".join(self.question.currentText().split())
        return (join(self._case, [group.id for group in self._groups], question, opposed),)


class SplitSheet(Sheet):
    """Some claims of a question get a question of their own."""

    def __init__(self, parent: QWidget, case: Case, group: Group, record: Record) -> None:
        super().__init__(parent, tr("Split the question"), tr("Set apart"), record)
        self._case, self._group = case, group
        self.boxes: dict[str, QCheckBox] = {}
        self.sentences: dict[str, str] = {}  # by claim what stands below its box
        self.setMinimumWidth(WIDE)
        self.question = QLineEdit(placeholderText=tr("as the claims call it"))
        self.question.setAccessibleName(tr("The new question"))
        form = QFormLayout()
        form.addRow(tr("New question"), self.question)
        asked = PlainLabel(shortened(group.question, 120), "heading", wrap=True)
        asked.setAccessibleName(tr("Question"))
        which = PlainLabel(tr("Which of its claims answer another question?"), wrap=True)
        self.add(asked, which, self._list(), form)
        self._weigh()
        next(iter(self.boxes.values())).setFocus()

    def _list(self) -> QScrollArea:
        assert self._case.analysis is not None
        members, letters = set(self._group.claims), letters_of(self._case)
        inside = QWidget()
        inside.setProperty("role", "paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(2)
        claims = [c for c in self._case.analysis.claims if c.id in members]
        passages = passages_of(self._case, claims)
        for claim in claims:
            column.addLayout(self._row(claim, letters[claim.id], passages[claim.id]))
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setFixedHeight(min(len(self.boxes), SHOWN) * ROW + 14)
        scroll.setAccessibleName(tr("Claims of the question"))
        return scroll

    def _row(self, claim: Claim, letter: str, passage: str) -> QVBoxLayout:
        """A box for what the claim says, and below it the sentence it stands in."""
        told = value_told(claim.kind, claim.value)
        line = f"{letter}  {quotation(claim.text, 48)}" + (f"  →  {shortened(told, 32)}" if told else "")
        box = self.boxes[claim.id] = QCheckBox(line.replace("&", "&&"))
        box.setAccessibleName(line)
        box.setAccessibleDescription(passage)
        box.setToolTip(tool_tip(" ".join(claim.sentence.of(self._case.article(claim.article).text).split())))
        box.toggled.connect(self._weigh)
        sentence = Elided("muted", lines=2)
        sentence.show_words(passage)
        row = QVBoxLayout()
        row.setSpacing(2)
        row.setContentsMargins(0, 0, 0, 8)
        row.addWidget(box)
        beside = QHBoxLayout()
        beside.setContentsMargins(UNDER_BOX, 0, 0, 0)
        beside.addWidget(sentence)
        row.addLayout(beside)
        self.sentences[claim.id] = passage
        return row

    @property
    def _checked(self) -> list[str]:
        return [id for id, box in self.boxes.items() if box.isChecked()]

    def _weigh(self) -> None:
        """All of them, or none, would change nothing."""
        self.yes.setEnabled(0 < len(self._checked) < len(self.boxes))

    def changes(self) -> Sequence[Change]:
        from factcheck.hand import split

        question = " ".join(self.question.text().split())
        return (split(self._case, self._checked, question, group=self._group.id),)
