"""Words that a person takes for a claim: of what kind they are, what they state, and what they answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from factcheck.values import Article, Attribution, Case, Change, Group, Kind, Quantity, Quotation, Span, Value
from ui.hand.sheet import Record, Sheet
from ui.hand.words import KINDS, quotation, value_told
from ui.plain import PlainLabel
from ui.translation import tr
from ui.wording import shortened

SPOKEN = (Kind.QUOTATION, Kind.ATTRIBUTION)
VALUED = (Kind.QUANTITY, Kind.DATE, Kind.NAME)


class MarkSheet(Sheet):
    """The kind is guessed, the value is read as it is typed, and the question is one's own or the chosen one."""

    def __init__(self, parent: QWidget, case: Case, words: tuple[Article, Span], group: Group | None, record: Record):
        super().__init__(parent, tr("Mark as a claim"), tr("Mark"), record)
        from factcheck.hand import guessed_kind

        self._case, (self._article, self._span), self._group = case, words, group
        self._text = " ".join(self._span.of(self._article.text).split())
        self._build(guessed_kind(case, self._article.id, self._span))
        self.kind.currentIndexChanged.connect(self._take_kind)
        self.value.textChanged.connect(self._read)
        self.speaker.textChanged.connect(self._read)
        self.question.textEdited.connect(lambda _: self.own.setChecked(True))
        self._take_kind()
        self.kind.setFocus()

    def _build(self, guessed: Kind) -> None:
        words = PlainLabel(quotation(self._text, 160), "heading", wrap=True)
        words.setAccessibleName(tr("The words"))
        self.kind = QComboBox()
        for kind, name in KINDS.items():
            said = tr(name)
            self.kind.addItem(said[:1].upper() + said[1:], kind)
        self.kind.setCurrentIndex(self.kind.findData(guessed))
        self.kind.setAccessibleName(tr("Kind of the claim"))
        self.value = QLineEdit(self._text)
        self.value.setAccessibleName(tr("What it states"))
        self.speaker = QLineEdit(placeholderText=tr("not named"))
        self.speaker.setAccessibleName(tr("Who said it"))
        self.read = PlainLabel(role="muted", wrap=True)
        self.read.setAccessibleName(tr("How it is read"))
        self._form = QFormLayout()
        self._form.setSpacing(8)
        self._form.addRow(tr("Kind"), self.kind)
        self._form.addRow(tr("States"), self.value)
        self._form.addRow(tr("Speaker"), self.speaker)
        self._form.addRow("", self.read)
        self.add(words, self._form, self._questions())

    def _questions(self) -> QVBoxLayout:
        self.chosen = QRadioButton()
        self.own = QRadioButton(tr("A question of its own"))
        self.question = QLineEdit(placeholderText=tr("e.g. How many people were hurt?"))
        self.question.setAccessibleName(tr("Its own question"))
        if self._group:
            asked = shortened(self._group.question, 56).replace("&", "&&")
            self.chosen.setText(tr("Answers the chosen question: {question}", question=tr("“{answer}”", answer=asked)))
        self.chosen.setVisible(self._group is not None)
        column = QVBoxLayout()
        column.setSpacing(4)
        for part in (self.chosen, self.own, self.question):
            column.addWidget(part)
        return column

    @property
    def chosen_kind(self) -> Kind:
        return Kind(self.kind.currentData())

    def _take_kind(self) -> None:
        kind = self.chosen_kind
        self._form.setRowVisible(self.value, kind in VALUED)
        self._form.setRowVisible(self.speaker, kind in SPOKEN)
        can = self._group is not None and self._group.kind is kind
        self.chosen.setEnabled(can)
        (self.chosen if can and self._fits() else self.own).setChecked(True)
        self._read()

    def _fits(self) -> bool:
        """Whether the words most likely answer the chosen question: numbers count the same, else the article has said
        nothing on it yet."""
        assert self._group is not None
        assert self._case.analysis is not None
        members = set(self._group.claims)
        claims = [c for c in self._case.analysis.claims if c.id in members]
        value = self.stated()
        if isinstance(value, Quantity):
            return value.unit in {c.value.unit for c in claims if isinstance(c.value, Quantity)}
        return self._article.id not in {c.article for c in claims}

    def stated(self) -> Value:
        """What the claim will state, as the fields say."""
        from factcheck.hand import read_value

        kind = self.chosen_kind
        typed = " ".join(self.value.text().split())
        text = typed if kind in VALUED and typed != self._text else None
        value = read_value(self._case, self._article.id, self._span, kind, text)
        if isinstance(value, Quotation | Attribution) and (speaker := " ".join(self.speaker.text().split())):
            return replace(value, speaker=speaker, speaker_span=None)
        return value

    def _read(self) -> None:
        told = value_told(self.chosen_kind, self.stated())
        self.read.setText(tr("Read as: {value}", value=told) if told else "")
        self._form.setRowVisible(self.read, bool(told))

    def changes(self) -> Sequence[Change]:
        from factcheck.hand import mark

        group = self._group.id if self._group and self.chosen.isChecked() else None
        question = "" if group else " ".join(self.question.text().split())
        case, kind = self._case, self.chosen_kind
        return (mark(case, self._article.id, self._span, kind, self.stated(), question, group=group),)
