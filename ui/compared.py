"""Two verdicts field by field: what differs, with the words marked in which it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from factcheck.history import Difference, compared
from factcheck.scales import Scale
from factcheck.values import Confidence, Decision, Ground, ReportState, Verdict
from ui.differences import Ranges, telling
from ui.evidence_words import evidence_differences
from ui.filter_choices import standing_name
from ui.plain import PlainLabel
from ui.translation import mark, tr
from ui.wording import CONFIDENCES, STATES, ground_words

FIELDS = {
    "decision": mark("Decision"),
    "answers": mark("What is right"),
    "ground": mark("Why it is no conflict"),
    "rating": mark("Rating"),
    "conclusion": mark("Conclusion"),
    "rationale": mark("Note"),
    "claim": mark("What is claimed"),
    "claimant": mark("Who says it"),
    "said_on": mark("Said when"),
    "place": mark("Said where"),
    "appearances": mark("Appears in"),
    "confidence": mark("How sure"),
    "tags": mark("Tags"),
    "evidence": mark("Evidence"),
    "state": mark("State"),
    "words": mark("The words it is about"),
}
"""What the fields of a verdict and its record are called."""


DECIDED = ("decision", "answers", "ground")
"""The fields that say what was decided, which a heading may have told already."""


def differences(
    old: Verdict, new: Verdict, scales: Sequence[Scale] = (), but: Sequence[str] = ()
) -> tuple[Difference, ...]:
    """The fields that differ, as a person reads them, but for some; of the evidence an item each."""
    return tuple(_differences(old, new, scales, but))


def _differences(old: Verdict, new: Verdict, scales: Sequence[Scale], but: Sequence[str]) -> Iterator[Difference]:
    for found in compared(old, new):
        if found.field == "evidence":
            yield from evidence_differences(old.record.evidence, new.record.evidence)
        elif found.field not in but:
            values = (value_words(found.field, value, scales) for value in (found.old, found.new))
            yield Difference(tr(FIELDS[found.field]), *values)


def value_words(field: str, value: str, scales: Sequence[Scale] = ()) -> str:
    """What stands in a field of `compared`, as the window calls it."""
    if not value:
        return ""
    if field == "decision":
        return standing_name(Decision(value))
    if field == "ground":
        return ground_words(Ground(value))
    if field == "confidence":
        return tr(CONFIDENCES[Confidence(value)])
    if field == "state":
        return tr(STATES[ReportState(value)])
    return _rating_words(value, scales) if field == "rating" else value


def _rating_words(value: str, scales: Sequence[Scale]) -> str:
    """ "Mostly true (Five steps)" for "five-step 1 mostly-true"."""
    scale_id, version, step_id = (*value.split(" ", 2), "")[:3]
    scale = next((s for s in scales if (s.id, str(s.version)) == (scale_id, version)), None)
    step = scale.step(step_id) if scale else None
    if scale is None:
        return step_id or scale_id
    return f"{step.label} ({scale.name})" if step else scale.name


class MarkedWords(QLabel):
    """A text with some of its words bold and underlined. What it holds is never taken for markup."""

    def __init__(self, text: str, marked: Ranges = ()) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(text)
        self.setText(_as_html(text, marked))


def _as_html(text: str, marked: Ranges) -> str:
    made, at = [], 0
    for start, end in marked:
        made.append(escape(text[at:start]))
        made.append(f"<b><u>{escape(text[start:end])}</u></b>")
        at = end
    made.append(escape(text[at:]))
    return "".join(made).replace("\n", "<br>")


def _nothing() -> PlainLabel:
    label = PlainLabel(tr("(nothing)"), role="muted")
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label


class ComparedFields(QWidget):
    """A field a row: its name, and what it says on either side; in a narrow column one below the other."""

    def __init__(self, *, beside: bool) -> None:
        super().__init__()
        self.setAccessibleName(tr("What differs"))
        self._beside = beside
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addStretch()

    def show_fields(self, found: Sequence[Difference]) -> None:
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [self._row(difference) for difference in found]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
            row.show()

    def _row(self, difference: Difference) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24 if self._beside else 8)
        grid.setVerticalSpacing(3)
        grid.addWidget(PlainLabel(difference.field, role="muted", wrap=True), 0, 0, 1, 2)
        sides = (difference.old, difference.new)
        for side, (text, marked) in enumerate(zip(sides, telling(sides), strict=True)):
            said = MarkedWords(text, marked) if text else _nothing()
            if self._beside:
                grid.addWidget(said, 1, side)
                grid.setColumnStretch(side, 1)
            elif text:
                sign = PlainLabel("−+"[side], role="muted")
                sign.setAccessibleName(tr("after") if side else tr("before"))
                grid.addWidget(sign, 1 + side, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(said, 1 + side, 1)
                grid.setColumnStretch(1, 1)
        return row
