"""A claim that was read wrongly: what it states, who said it, and what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from factcheck.values import Act, Attribution, Case, Change, Claim, Correction, Name, Quotation, Statement, Value
from ui.hand.marking import SPOKEN
from ui.hand.sheet import Record, Sheet
from ui.hand.words import quotation, read, value_told
from ui.plain import PlainLabel
from ui.translation import tr


class CorrectSheet(Sheet):
    """Shows what was read. Fields that are left as they are change nothing."""

    def __init__(self, parent: QWidget, case: Case, claim: Claim, record: Record, made: Act | None = None) -> None:
        """`made` is the correction that stands on this claim."""
        super().__init__(parent, tr("Correct the claim"), tr("Correct"), record)
        self._case, self._claim, self._made = case, claim, made
        self._build()
        self.value.textChanged.connect(self._tell)
        self._tell()
        self.value.setFocus()
        self.value.selectAll()

    def _build(self) -> None:
        words = PlainLabel(quotation(self._claim.text, 160), "heading", wrap=True)
        words.setAccessibleName(tr("The words"))
        self.was = PlainLabel(role="muted", wrap=True)
        self.was.setAccessibleName(tr("How it was read"))
        told = value_told(self._claim.kind, self._claim.value)
        self.was.setText(tr("Read as: {value}", value=told) if told else "")
        self.was.setVisible(bool(told))
        name = tr("Speaker") if self._claim.kind in SPOKEN else tr("States")
        self.value = QLineEdit(_as_typed(self._claim, self._made))
        self.value.setAccessibleName(name)
        self._before = self.value.text()
        self.now = PlainLabel(role="muted", wrap=True)
        self.now.setAccessibleName(tr("How it is read"))
        self.subject = QLineEdit(self._claim.subject)
        self.subject.setAccessibleName(tr("What it is about"))
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(name, self.value)
        form.addRow("", self.now)
        form.addRow(tr("About"), self.subject)
        self.add(words, self.was, form)
        if self._made is not None:
            self.add(PlainLabel(tr("Corrected by {name}.", name=self._made.by.name), "muted"))
            self.add_answer(tr("As the program read it"), self._take_away)

    def stated(self) -> Value | None:
        """What the claim will state; None leaves what was read."""
        from factcheck.hand import retyped, spoken_by

        typed = " ".join(self.value.text().split())
        if typed == self._before.strip():
            return None
        if self._claim.kind in SPOKEN:
            return spoken_by(self._case, self._claim.id, typed)
        return retyped(self._case, self._claim.id, typed) if typed else None

    def _tell(self) -> None:
        value = self.stated()
        typed = " ".join(self.value.text().split())
        told = (value_told(self._claim.kind, value) or typed) if value is not None else ""
        self.now.setText(tr("From now on: {value}", value=told) if told else tr("As it was read"))

    def changes(self) -> Sequence[Change]:
        from factcheck.hand import correct

        value, subject = self.stated(), " ".join(self.subject.text().split())
        if value is None and subject == self._claim.subject:
            return ()
        told = " ".join(self.value.text().split()) if value is not None else ""
        about = subject if subject != self._claim.subject else None
        return (correct(self._case, self._claim.id, value, subject=about, told=told),)

    def _take_away(self) -> Sequence[Change]:
        from factcheck.hand import take_away

        assert self._made is not None
        return (take_away(self._made),)


def _as_typed(claim: Claim, made: Act | None) -> str:
    """What a person would have typed for what the claim states now."""
    if made is not None and isinstance(hand := read(made), Correction) and hand.told:
        return hand.told
    match claim.value:
        case Quotation(speaker=speaker) | Attribution(speaker=speaker):
            return speaker or ""
        case Name(canonical=name):
            return name
        case Statement(predicate=predicate):
            return predicate
    return " ".join(claim.text.split())
